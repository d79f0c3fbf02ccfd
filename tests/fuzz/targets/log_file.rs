//! A file of logs under the built-in layouts and one that a profile describes.

use pcpunch::csv::encoding::decode;
use pcpunch::csv::logs::{Error, Layout, LogFile, read as read_file};
use pcpunch::domain::log_source::TimeFormat;
use pcpunch::domain::pc_log::RawLog;
use pcpunch::malion::Profile;

use super::shown;

const DESCRIBED: &str = r#"name = "described"
[file]
encoding = "cp932"
time_format = "%d.%m.%Y %H:%M:%S%.f"
zone = "UTC"
[file.fields]
required = ["user"]
log_id = "id"
occurred_at = "when"
collected_at = "came"
operation = "what"
operation_detail = "how"
terminal = "pc"
user = "who"
[file.values]
logon = ["in/2", "in/3"]
logoff = ["out"]
"#;

/// What is wrong is named within the file, and what was taken can be written and read back as the same logs.
pub(super) fn read(bytes: &[u8]) {
    let profile = Profile::from_toml(DESCRIBED).expect("a profile");
    let layout = profile.csv_layout().expect("a layout");
    for described in [None, Some(&layout)] {
        match read_file(bytes, described) {
            Ok(file) => taken(&file, bytes.len()),
            Err(error) => refused(bytes, described, &error),
        }
    }
}

fn taken(file: &LogFile, bytes: usize) {
    assert!(file.logs.len() < bytes);
    let again = read_file(written(file).as_bytes(), None).expect("it was written here");
    assert_eq!(again.bears_link_code, file.bears_link_code);
    assert_eq!(again.logs.len(), file.logs.len());
    for (log, again) in file.logs.iter().zip(&again.logs) {
        assert_eq!(log.operation.label(), again.operation.label());
        let operation = log.operation.clone();
        let again = RawLog {
            operation,
            ..again.clone()
        };
        assert_eq!(*log, again);
    }
}

/// The same logs as the assumed layout writes them.
fn written(file: &LogFile) -> String {
    let mut text = "ログID,発生日時,収集日時,操作,端末名,ドメイン名,ユーザー名".to_owned();
    if file.bears_link_code {
        text.push_str(",出退勤システム連携コード");
    }
    let times = TimeFormat::japanese();
    for log in &file.logs {
        let (occurred, collected) = (times.write(log.occurred_at), times.write(log.collected_at));
        let cells = [
            log.log_id.as_deref().unwrap_or_default(),
            &occurred,
            &collected,
            log.operation.label(),
            &log.terminal,
            &log.domain,
            &log.user,
        ];
        let cells = cells.into_iter().chain(log.link_code.as_deref());
        let quoted = cells.map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
        text.push_str("\r\n");
        text.push_str(&Vec::from_iter(quoted).join(","));
    }
    text
}

fn refused(bytes: &[u8], described: Option<&Layout>, error: &Error) {
    shown::told(error);
    let lines = || {
        let encodings = [None, described.and_then(|layout| layout.encoding)];
        let texts = encodings
            .into_iter()
            .filter_map(|one| decode(bytes, one).ok());
        let lines = texts.map(|decoded| 1 + decoded.text.matches(['\r', '\n']).count() as u64);
        lines.max().unwrap_or_default()
    };
    match error {
        Error::Undecodable(undecodable) => assert!(undecodable.offset < bytes.len()),
        Error::OpenQuote { line } => assert!((1..=lines()).contains(line)),
        Error::UnknownLayout { .. } | Error::DoubleHeading(_) => {}
        Error::Cells(cells) => {
            let lines = lines();
            assert!(!cells.is_empty());
            assert!(cells.is_sorted_by_key(|cell| cell.line));
            for cell in cells {
                assert!((2..=lines).contains(&cell.line), "{cell:?}");
                shown::told(cell);
            }
        }
    }
}
