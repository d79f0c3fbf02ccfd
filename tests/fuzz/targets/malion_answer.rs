//! What a MaLion answers, under the built-in profile or one of the input's own.

use pcpunch::domain::secret::Secret;
use pcpunch::domain::time::from_epoch;
use pcpunch::domain::veil::Veil;
use pcpunch::http::Answer;
use pcpunch::malion::{Api, Error, Inspection, Next, Page, Place, Position, Profile};

use super::shown;

/// Between a profile and an answer.
const CUT: &[u8] = b"\n--8<--\n";

/// What is wrong with an answer is named within it, and what is taken is as many logs as records, the same each time.
pub(super) fn read(bytes: &[u8]) {
    let cut = bytes.windows(CUT.len()).position(|piece| piece == CUT);
    let (profile, body) = match cut {
        Some(at) => {
            let text = String::from_utf8_lossy(&bytes[..at]);
            (Profile::from_toml(&text), &bytes[at + CUT.len()..])
        }
        None => (Profile::assumed_v1(), bytes),
    };
    if let Ok(Profile { api: Some(api), .. }) = profile {
        page(&api, body);
        failure(body);
    }
}

fn page(api: &Api, body: &[u8]) {
    let asked_at = from_epoch(1_734_400_000).expect("a moment");
    let mut position = Position::default();
    // The same answer over and over, as far as its pages lead.
    for _ in 0..3 {
        let page = match Page::of(api, body, &position, asked_at) {
            Ok(page) => page,
            Err(malformed) => return shown::told(malformed),
        };
        let again = Page::of(api, body, &position, asked_at).expect("it was taken");
        match (page.logs(api), again.logs(api)) {
            (Ok(logs), again) => {
                assert_eq!(Ok(&logs), again.as_ref());
                assert!(logs.len() <= body.len());
            }
            (Err(malformed), again) => {
                assert_eq!(again, Err(malformed.clone()));
                match malformed.place {
                    Place::Whole => panic!("{malformed}"),
                    Place::Record(number) => assert!((1..=body.len()).contains(&number)),
                    Place::Line(line) => assert!((2..=1 + body.len() as u64).contains(&line)),
                }
                shown::told(malformed);
            }
        }
        let mut inspection = Inspection::default();
        inspection.look_at(&page, api);
        assert_eq!(inspection.malformed, page.logs(api).err());
        let Some(next) = position.behind(&page) else {
            assert_eq!(page.next, Next::End);
            return;
        };
        assert!(next.records >= position.records && next.pages == position.pages + 1);
        position = next;
    }
}

/// The same body as that of an answer that is no success.
fn failure(body: &[u8]) {
    for status in [200, 302, 400, 401, 403, 404, 407, 429, 503] {
        let answer = Answer {
            status,
            date: None,
            retry_after: None,
            body: body.to_vec(),
        };
        let [admin, secret] = ["hunter2", "hunter3"].map(Secret::new);
        let error = Error::of_answer(&answer, &Veil::over([&admin, &secret]));
        let told = format!("{error} {error:?}");
        assert!(
            !told.contains("hunter2") && !told.contains("hunter3"),
            "{told}"
        );
        shown::told(error);
    }
}
