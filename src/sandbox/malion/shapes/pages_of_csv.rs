//! Pages of rows in CP932, by occurrence, behind basic authentication.

use chrono::NaiveDateTime;
use encoding_rs::SHIFT_JIS;

use super::questions::{Pairs, admit, found, is_logon_or_logoff, window};
use crate::domain::time::{Jst, at};
use crate::sandbox::answer::Answer;
use crate::sandbox::asked::Asked;
use crate::sandbox::malion::wire::Refusal;
use crate::sandbox::malion::world::{Log, World};

const TIME: &str = "%Y/%m/%d %H:%M:%S";
const HEADINGS: &str =
    "記録番号,発生日時,収集日時,操作内容,コンピューター名,ドメイン,利用者,備考,連携コード\r\n";
const LONGEST_WINDOW_HOURS: i64 = 72;
const LARGEST_PAGE: usize = 200;
/// A page far behind the last is a mistake of the caller.
const LAST_PAGE: usize = 100_000;

/// Answers one request.
pub(in crate::sandbox::malion) fn route(
    world: &World,
    asked: &Asked,
    now: Jst,
) -> Result<Answer, Refusal> {
    if asked.method != "GET" || asked.path != "/api/v2/operations.csv" {
        return Err(Refusal::NotFound);
    }
    let said = asked.header("authorization");
    let expected = base64(&format!("{}:{}", world.admin_code, world.secret_code));
    let right = said == Some(&format!("Basic {expected}"));
    let codes = (world.admin_code.as_str(), world.secret_code.as_str());
    admit(world, right.then_some(codes))?;
    let pairs = Pairs::of(&asked.pairs, &["start", "end", "page", "per_page", "kind"])?;
    let moment = |name| -> Result<Option<Jst>, Refusal> {
        let text = pairs.need(name)?;
        let local = NaiveDateTime::parse_from_str(text, TIME).ok();
        let exact = local.filter(|local| local.format(TIME).to_string() == text);
        Ok(exact.map(at))
    };
    let window = window(moment("start")?, moment("end")?, LONGEST_WINDOW_HOURS)?;
    let page = pairs.number("page", 1, LAST_PAGE)?;
    let size = pairs.number("per_page", 1, LARGEST_PAGE)?;
    let all = match pairs.get("kind") {
        None | Some("session") => false,
        Some("any") => true,
        Some(_) => return Err(Refusal::BadRange("kind must be session or any")),
    };
    let found = found(world, now, window, |log| log.occurred_at);
    let rows = found
        .into_iter()
        .filter(|log| all || is_logon_or_logoff(log))
        .skip((page - 1) * size)
        .take(size);
    let text: String = std::iter::once(HEADINGS.to_owned())
        .chain(rows.map(row))
        .collect();
    let (bytes, ..) = SHIFT_JIS.encode(&text);
    let kind = "text/csv; charset=shift_jis";
    Ok(Answer::bytes(200, kind, bytes.into_owned()))
}

fn row(log: &Log) -> String {
    let word = match log.operation.as_str() {
        "ログオン" => "ログイン",
        "ログオフ" => "ログアウト",
        other => other,
    };
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let cells = [
        text(&log.log_id),
        log.occurred_at.format(TIME).to_string(),
        log.collected_at.format(TIME).to_string(),
        word.to_owned(),
        log.terminal.clone(),
        text(&log.domain),
        text(&log.user),
        "コンソール, 自動".to_owned(),
        text(&log.link_code),
    ];
    let quoted = cells.map(|cell| {
        if cell.contains([',', '"', '\n']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell
        }
    });
    quoted.join(",") + "\r\n"
}

/// RFC 4648, section 4.
fn base64(text: &str) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut encoded = String::new();
    for group in text.as_bytes().chunks(3) {
        let bits = (0..3).fold(0_usize, |bits, place| {
            bits << 8 | usize::from(group.get(place).copied().unwrap_or_default())
        });
        for digit in 0..4 {
            let value = bits >> (18 - 6 * digit) & 63;
            let letter = DIGITS.get(value).filter(|_| digit <= group.len());
            encoded.push(letter.map_or('=', |letter| char::from(*letter)));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn text_is_written_in_sixty_four_digits() {
        for (text, encoded) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foobar", "Zm9vYmFy"),
            ("adm:sec", "YWRtOnNlYw=="),
        ] {
            assert_eq!(base64(text), encoded);
        }
    }
}
