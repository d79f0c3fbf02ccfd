//! The small office of the demo: three people, their PCs and one evening.

use chrono::{Duration, NaiveTime};

use crate::domain::time::Jst;
use crate::sandbox::{Employee, Log, Sandbox};

/// The morning on which the demo begins; a Tuesday.
pub(super) const MORNING: &str = "2024-12-17T08:00:00+09:00";
/// The evening round, after KING OF TIME's closed hours.
pub(super) const EVENING: &str = "2024-12-17T18:40:00+09:00";
/// The next morning's round: the shutdowns' ログオフ came with the PCs' start.
pub(super) const NEXT_MORNING: &str = "2024-12-18T10:05:00+09:00";
/// The work day that the demo is about.
pub(super) const DAY: &str = "2024-12-17";

/// Code, 姓, 名 and the PC user name of each.
const PEOPLE: [(&str, &str, &str, &str); 3] = [
    ("1000", "勤怠", "太郎", "tarouk"),
    ("1001", "打刻", "花子", "hanakod"),
    ("1002", "出退", "次郎", "jirous"),
];

/// PC, user, operation, when, and when MaLion had it.
const LOGS: [(&str, &str, &str, &str, &str); 6] = [
    ("PC-001", "tarouk", "ログオン", "17T09:03:12", "17T09:04:40"),
    (
        "PC-002",
        "hanakod",
        "ログオン",
        "17T08:55:30",
        "17T08:56:10",
    ),
    ("PC-003", "JIROUS", "ログオン", "17T09:10:05", "17T09:11:00"),
    ("PC-001", "tarouk", "ログオフ", "17T18:22:40", "18T08:40:00"),
    (
        "PC-002",
        "hanakod",
        "ログオフ",
        "17T17:45:10",
        "18T08:51:00",
    ),
    ("PC-003", "JIROUS", "ログオフ", "17T18:01:00", "18T08:58:00"),
];

/// Opens the office on its own morning: its KING OF TIME knows the people, its MaLion gathers their logs
/// as time goes by.
///
/// # Errors
/// Where no port is free on loopback.
pub(super) fn open() -> anyhow::Result<Sandbox> {
    open_at(moment(MORNING)?, Duration::zero())
}

/// Opens the office with its clock at `now` and its day moved to yesterday, so that it can be relayed
/// at any time.
///
/// # Errors
/// Where no port is free on loopback.
pub(super) fn open_around(now: Jst) -> anyhow::Result<Sandbox> {
    let yesterday = now.date_naive() - Duration::days(1);
    open_at(now, yesterday - moment(MORNING)?.date_naive())
}

fn open_at(now: Jst, moved: Duration) -> anyhow::Result<Sandbox> {
    let sandbox = Sandbox::start(now)?;
    sandbox.kot.add_division("1000", "本社", NaiveTime::MIN);
    for (code, last_name, first_name, _) in PEOPLE {
        sandbox
            .kot
            .add_employee(Employee::new(code, last_name, first_name, "1000"));
    }
    for (terminal, user, operation, occurred, collected) in LOGS {
        let time = |text: &str| -> anyhow::Result<Jst> {
            Ok(moment(&format!("2024-12-{text}+09:00"))? + moved)
        };
        let mut log = Log::new(operation, terminal, user, time(occurred)?)
            .with_id(&format!("{terminal}-{occurred}"))
            .collected(time(collected)?)
            .in_domain("EXAMPLE");
        log.link_code = Some("A01".to_owned());
        sandbox.malion.add_log(log);
    }
    Ok(sandbox)
}

/// Enters the PC user names into an exported account file, as an administrator does in a spreadsheet.
/// Nothing but the last column of each row changes.
pub(super) fn edited(exported: &str) -> String {
    exported
        .split_inclusive("\r\n")
        .map(|row| {
            let person = PEOPLE
                .iter()
                .find(|(code, ..)| row.contains(&format!(",{code},")));
            match (person, row.rsplit_once(',')) {
                (Some((_, _, _, user)), Some((start, _))) => format!("{start},{user}\r\n"),
                _ => row.to_owned(),
            }
        })
        .collect()
}

/// A moment out of this file's own words.
pub(super) fn moment(text: &str) -> anyhow::Result<Jst> {
    Ok(chrono::DateTime::parse_from_rfc3339(text)?)
}
