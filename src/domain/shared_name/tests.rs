//! Overlaps of one name, and what they hold.

use chrono::Duration;

use crate::domain::account::Link;
use crate::domain::employee::EmployeeKey;
use crate::domain::finding::Severity;
use crate::domain::held_name::HeldName;
use crate::domain::ownership::Links;
use crate::domain::pc_log::{LinkKind, LogId, Operation, PcLog, PcUserName, RawLog};
use crate::domain::picture::{Material, Picture, picture};
use crate::domain::rules::{ClockIn, People, Person, Rules};
use crate::domain::time::{Jst, WorkDay};
use crate::domain::work_day::Borders;

fn at(text: &str) -> Jst {
    let (day, time) = text.split_once(' ').unwrap();
    Jst::parse_from_rfc3339(&format!("2024-12-{day}T{time}:00+09:00")).unwrap()
}

fn day(number: u32) -> WorkDay {
    WorkDay::parse(&format!("2024-12-{number:02}")).unwrap()
}

/// `17 09:00 on PC-A\user at PC-A`, the domain left out where there is none.
fn log(line: &str, id: i64) -> PcLog {
    let [date, time, operation, user, _, terminal] = line.split(' ').collect::<Vec<_>>()[..] else {
        panic!("{line}");
    };
    let moment = at(&format!("{date} {time}"));
    PcLog {
        id: LogId(id),
        kind: LinkKind::MaLion,
        user_name: PcUserName::of_log(user),
        raw: RawLog {
            log_id: None,
            occurred_at: moment,
            collected_at: moment,
            operation: match operation {
                "on" => Operation::Logon,
                _ => Operation::Logoff,
            },
            terminal: terminal.to_owned(),
            domain: user
                .split_once('\\')
                .map_or("", |(domain, _)| domain)
                .to_owned(),
            user: user.to_owned(),
            link_code: Some("A01".to_owned()),
        },
    }
}

/// `user` is these people's from these days on; nobody's where the person is `-`.
fn links(entries: &[(&str, WorkDay)]) -> Links {
    let entry = |(whose, from): &(&str, WorkDay)| Link {
        kind: LinkKind::MaLion,
        user_name: PcUserName::new("user"),
        employee: (*whose != "-").then(|| EmployeeKey::new(*whose)),
        from: *from,
    };
    Links::new(entries.iter().map(entry).collect())
}

/// Taro's last day is the 24th.
fn people() -> People {
    let person = |key: &str, resigned| Person {
        key: EmployeeKey::new(key),
        hired: None,
        resigned,
        borders: Borders::midnight(),
        nights: crate::domain::nights::Nights::default(),
        exclusions: Vec::new(),
    };
    let people = [person("hanako", None), person("taro", Some(day(24)))];
    people.map(|one| (one.key.clone(), one)).into()
}

fn drawn(lines: &[&str], links: Links, held_names: Vec<HeldName>, first_day: WorkDay) -> Picture {
    let logs = lines.iter().zip(1..).map(|(line, id)| log(line, id));
    let mut logs: Vec<PcLog> = logs.collect();
    logs.sort_by_key(|log| log.raw.occurred_at);
    let material = Material {
        logs,
        people: people(),
        links,
        held_names,
        ..Material::default()
    };
    let rules = Rules {
        since: Some(WorkDay::EARLIEST),
        max_age_days: 14,
        clock_in: ClockIn::AtOnce,
        settle: Duration::minutes(360),
        quiet: None,
        lookback: Duration::days(14),
        require_link_code: true,
        ignore_users: Vec::new(),
    };
    picture(&material, &rules, first_day, at("31 23:00"))
}

/// The days of December that it holds.
fn held_days(picture: &Picture) -> Vec<u32> {
    let any = log(r"17 09:00 on PC-A\user at PC-A", 99);
    let is_held = |number: &u32| picture.is_shared(&any, day(*number));
    (1..=31).filter(is_held).collect()
}

const A_AND_B: [&str; 4] = [
    r"17 09:00 on PC-A\user at PC-A",
    r"17 09:30 on PC-B\user at PC-B",
    r"17 17:00 off PC-B\user at PC-B",
    r"17 18:00 off PC-A\user at PC-A",
];

#[test]
fn an_overlap_holds_every_day_of_its_link_and_none_of_another() {
    let always = WorkDay::EARLIEST;
    type Case<'a> = (&'a [(&'a str, WorkDay)], Vec<u32>);
    let table: [Case<'_>; 8] = [
        (&[("hanako", always)], (1..=31).collect()),
        (&[("taro", always)], (1..=24).collect()),
        (&[("taro", always), ("hanako", day(20))], (1..=19).collect()),
        (
            &[("taro", always), ("hanako", day(17))],
            (17..=31).collect(),
        ),
        (
            &[("taro", always), ("hanako", day(10))],
            (10..=31).collect(),
        ),
        (
            &[("hanako", always), ("-", day(19)), ("hanako", day(22))],
            (1..=18).collect(),
        ),
        (&[("hanako", always), ("-", day(17))], vec![]),
        (&[], vec![]),
    ];
    for (entries, expected) in table {
        let picture = drawn(&A_AND_B, links(entries), Vec::new(), day(1));
        assert_eq!(held_days(&picture), expected, "{entries:?}");
    }
}

#[test]
fn an_overlap_that_reaches_into_another_link_says_something_of_both() {
    let over_midnight = [
        r"17 22:00 on PC-A\user at PC-A",
        r"18 00:30 on PC-B\user at PC-B",
        r"18 02:00 off PC-B\user at PC-B",
        r"18 03:00 off PC-A\user at PC-A",
    ];
    let handed_on = links(&[("taro", WorkDay::EARLIEST), ("hanako", day(18))]);
    let picture = drawn(&over_midnight, handed_on, Vec::new(), day(1));
    assert_eq!(held_days(&picture), (1..=31).collect::<Vec<_>>());
    let from: Vec<WorkDay> = picture.held_names.iter().map(|held| held.from).collect();
    assert_eq!(from, [day(17), day(18)]);
}

#[test]
fn only_an_overlap_with_a_local_account_holds() {
    let table: [(&[&str], &[u32], Option<Severity>); 5] = [
        (&A_AND_B, &[20], Some(Severity::Act)),
        (
            &[
                r"17 09:00 on PC-A\user at PC-A",
                r"17 09:20 off PC-A\user at PC-A",
                r"17 09:30 on PC-B\user at PC-B",
            ],
            &[],
            None,
        ),
        (
            &[
                r"17 09:00 on EXAMPLE\user at PC-A",
                r"17 09:30 on EXAMPLE\user at PC-B",
            ],
            &[],
            None,
        ),
        (
            &["17 09:00 on user at PC-A", "17 09:30 on user at PC-B"],
            &[],
            Some(Severity::Note),
        ),
        (
            &[
                r"17 09:00 on EXAMPLE\user at PC-A",
                r"17 09:30 on pc-b\user at PC-B.example.jp",
            ],
            &[20],
            Some(Severity::Act),
        ),
    ];
    for (lines, expected, severity) in table {
        let always = links(&[("hanako", WorkDay::EARLIEST)]);
        let picture = drawn(lines, always, Vec::new(), day(1));
        let mut held = held_days(&picture);
        held.retain(|day| *day == 20);
        assert_eq!(held, expected, "{lines:?}");
        let told = picture
            .shared
            .first()
            .map(|shared| shared.finding().severity);
        assert_eq!(told, severity, "{lines:?}");
    }
}

#[test]
fn what_was_held_stays_so_when_its_logs_are_gone_and_is_told_while_its_days_are_looked_at() {
    let handed_on = || links(&[("taro", WorkDay::EARLIEST), ("hanako", day(20))]);
    let held = drawn(&A_AND_B, handed_on(), Vec::new(), day(1)).held_names;
    let [name] = &held[..] else {
        panic!("{held:?}");
    };
    assert_eq!((name.from, &name.evidence.logs[..]), (day(17), &[1, 2][..]));
    for (first_day, is_told) in [(1, true), (19, true), (20, false), (31, false)] {
        let later = drawn(&[], handed_on(), held.clone(), day(first_day));
        assert_eq!(later.held_names, held);
        assert_eq!(later.shared.len(), usize::from(is_told), "{first_day}");
    }
}

#[test]
fn an_overlap_that_a_late_log_undoes_holds_no_longer() {
    let always = || links(&[("hanako", WorkDay::EARLIEST)]);
    let open = [
        r"17 09:00 on PC-A\user at PC-A",
        r"17 13:00 on PC-B\user at PC-B",
    ];
    let held = drawn(&open, always(), Vec::new(), day(1)).held_names;
    assert_eq!(held.len(), 1);
    let closed = [open[0], open[1], r"17 12:00 off PC-A\user at PC-A"];
    let picture = drawn(&closed, always(), held.clone(), day(1));
    assert_eq!(picture.held_names, []);
    assert_eq!(held_days(&picture), Vec::<u32>::new());
}
