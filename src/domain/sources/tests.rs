//! Work days that several products logged, as a table: what was read of each decides what is punched.

use std::collections::BTreeMap;

use chrono::Duration;

use super::Sources;
use crate::domain::account::Link;
use crate::domain::employee::EmployeeKey;
use crate::domain::nights::Nights;
use crate::domain::ownership::Links;
use crate::domain::pc_log::{LinkKind, LogId, Operation, PcLog, PcUserName, RawLog};
use crate::domain::picture::{Material, picture};
use crate::domain::policy::{Policies, Policy};
use crate::domain::rules::{People, Person, Rules};
use crate::domain::spans::Spans;
use crate::domain::time::{Jst, WorkDay};
use crate::domain::unlinked::unlinked;
use crate::domain::work_day::Borders;

/// `17 09:03` of 2024-12 in Japan.
fn at(text: &str) -> Jst {
    let (day, time) = text.split_once(' ').unwrap();
    chrono::DateTime::parse_from_rfc3339(&format!("2024-12-{day}T{time}:00+09:00")).unwrap()
}

fn kind(letter: char) -> LinkKind {
    match letter {
        's' => LinkKind::SmartOn,
        'l' => LinkKind::LanScope,
        _ => LinkKind::MaLion,
    }
}

fn kinds(letters: &str) -> Vec<LinkKind> {
    letters.chars().map(kind).collect()
}

/// `m 17 09:03 on tarouk`, all of them at PC-1.
fn log(id: i64, line: &str) -> PcLog {
    let words: Vec<&str> = line.split(' ').collect();
    let occurred_at = at(&words[1..3].join(" "));
    let operation = match words[3] {
        "on" => Operation::Logon,
        _ => Operation::Logoff,
    };
    PcLog {
        id: LogId(id),
        kind: kind(words[0].chars().next().unwrap()),
        raw: RawLog {
            log_id: None,
            occurred_at,
            collected_at: occurred_at,
            operation,
            terminal: "PC-1".to_owned(),
            domain: "EXAMPLE".to_owned(),
            user: words[4].to_owned(),
            link_code: None,
        },
        user_name: PcUserName::new(words[4]),
    }
}

/// 勤怠 太郎 is `tarouk` to the products of `accounts`. What was read is `m 18 06:00`, since the first
/// of the month.
fn material(lines: &[&str], accounts: &str, on: &str, read: &[&str]) -> Material {
    let key = EmployeeKey::new("k-taro");
    let person = Person {
        key: key.clone(),
        hired: None,
        resigned: None,
        borders: Borders::midnight(),
        nights: Nights::default(),
        exclusions: Vec::new(),
    };
    let owner = key.clone();
    let links = kinds(accounts).into_iter().map(|kind| Link {
        kind,
        user_name: PcUserName::new("tarouk"),
        employee: Some(owner.clone()),
        from: WorkDay::EARLIEST,
    });
    let spans = read.iter().map(|line| {
        let (of, until) = line.split_once(' ').unwrap();
        let span = (at("01 00:00"), at(until));
        (kinds(of)[0], Spans::new(vec![span]))
    });
    let mut logs: Vec<PcLog> = lines
        .iter()
        .zip(1..)
        .map(|(line, id)| log(id, line))
        .collect();
    logs.sort_by_key(|log| log.raw.occurred_at);
    Material {
        logs,
        people: People::from([(key, person)]),
        links: Links::new(links.collect()),
        sources: Sources::new(spans.collect(), kinds(on)),
        ..Material::default()
    }
}

fn rules() -> Rules {
    Rules {
        since: Some(WorkDay::EARLIEST),
        max_age_days: 14,
        clock_in: crate::domain::rules::ClockIn::AtOnce,
        settle: Duration::minutes(360),
        quiet: None,
        lookback: Duration::days(14),
        require_link_code: true,
        ignore_users: Vec::new(),
    }
}

/// `17 出勤 08:50 退勤 18:10 [finding]`, a line a work day.
fn told(material: &Material) -> Vec<String> {
    let picture = picture(material, &rules(), WorkDay::EARLIEST, at("31 00:00"));
    let days = picture.decisions.iter().map(|((_, day), decision)| {
        let mut told = day.to_string().split_off(8);
        for punch in &decision.punches {
            told.push_str(&format!(" {} {}", punch.kind.label(), punch.time.clock()));
        }
        for finding in &decision.findings {
            told.push_str(&format!(" [{}]", finding.code.name()));
        }
        told
    });
    days.collect()
}

#[test]
fn a_day_is_settled_when_each_product_with_an_account_was_read_over_it() {
    let both = [
        "m 17 09:00 on tarouk",
        "m 17 17:00 off tarouk",
        "s 17 08:50 on tarouk",
        "s 17 18:10 off tarouk",
    ];
    let malion = &both[..2];
    let unfinished = ["m 17 09:00 on tarouk", "m 17 12:00 off tarouk"];
    let lost = [
        "m 17 09:00 on tarouk",
        "s 17 08:50 on tarouk",
        "s 17 18:10 off tarouk",
    ];
    for (name, lines, accounts, on, read, expected) in [
        (
            "both read",
            &both[..],
            "ms",
            "ms",
            &["m 18 06:00", "s 18 06:00"][..],
            "17 出勤 08:50 退勤 18:10",
        ),
        (
            "one read",
            &both,
            "ms",
            "ms",
            &["m 18 06:00"],
            "17 出勤 08:50",
        ),
        (
            "one read too early",
            &both,
            "ms",
            "ms",
            &["m 18 06:00", "s 18 05:59"],
            "17 出勤 08:50",
        ),
        (
            "no account in the other",
            malion,
            "m",
            "ms",
            &["m 18 06:00"],
            "17 出勤 09:00 退勤 17:00",
        ),
        (
            "an account in the other, without a log",
            malion,
            "ms",
            "ms",
            &["m 18 06:00"],
            "17 出勤 09:00",
        ),
        (
            "the same, read",
            malion,
            "ms",
            "ms",
            &["m 18 06:00", "s 18 06:00"],
            "17 出勤 09:00 退勤 17:00",
        ),
        (
            "the other's link off",
            malion,
            "ms",
            "m",
            &["m 18 06:00"],
            "17 出勤 09:00 退勤 17:00",
        ),
        (
            "MaLion off, its days read before",
            &both,
            "ms",
            "s",
            &["m 18 06:00", "s 18 06:00"],
            "17 出勤 08:50 退勤 18:10",
        ),
        (
            "MaLion off at noon, another logs on",
            &[&unfinished[..], &both[2..]].concat(),
            "ms",
            "s",
            &["m 17 12:30", "s 18 06:00"],
            "17 出勤 08:50 退勤 18:10",
        ),
        (
            "MaLion off at noon, another knows nothing",
            &unfinished,
            "ms",
            "s",
            &["m 17 12:30", "s 18 06:00"],
            "17 出勤 09:00 [no-logoff]",
        ),
        (
            "MaLion off at noon, no other",
            &unfinished,
            "m",
            "s",
            &["m 17 12:30", "s 18 06:00"],
            "17 出勤 09:00",
        ),
        (
            "MaLion off later, no other",
            &unfinished,
            "m",
            "",
            &["m 18 06:00"],
            "17 出勤 09:00 退勤 12:00",
        ),
        (
            "an end is missing",
            &lost,
            "ms",
            "ms",
            &["m 18 06:00", "s 18 06:00"],
            "17 出勤 08:50 [waiting-logoff]",
        ),
        (
            "an end is missing where the link is off",
            &lost,
            "ms",
            "s",
            &["m 17 12:30", "s 18 06:00"],
            "17 出勤 08:50 [no-logoff]",
        ),
    ] {
        assert_eq!(
            told(&material(lines, accounts, on, read)),
            [expected],
            "{name}"
        );
    }
}

#[test]
fn a_gap_is_no_break_while_a_product_that_logged_the_day_is_not_known_whole() {
    let lines = [
        "m 17 09:00 on tarouk",
        "m 17 12:00 off tarouk",
        "s 17 13:00 on tarouk",
        "s 17 18:10 off tarouk",
    ];
    let settled = Policy::Settled {
        break_minutes: Some(60),
    };
    for (read, expected) in [
        (
            ["m 18 06:00", "s 18 06:00"],
            "17 出勤 09:00 休憩開始 12:00 休憩終了 13:00 退勤 18:10",
        ),
        (["m 17 12:30", "s 18 06:00"], "17 出勤 09:00 退勤 18:10"),
    ] {
        let mut material = material(&lines, "ms", "s", &read);
        material.policies = Policies::new(vec![(WorkDay::EARLIEST, settled)]);
        assert_eq!(told(&material), [expected], "{read:?}");
    }
}

#[test]
fn a_session_begins_and_ends_in_the_logs_of_one_product() {
    let lines = [
        "m 17 09:00 on tarouk",
        "s 17 12:00 off tarouk",
        "m 17 18:00 off tarouk",
    ];
    let read = ["m 18 06:00", "s 18 06:00"];
    assert_eq!(
        told(&material(&lines, "ms", "ms", &read)),
        ["17 出勤 09:00 退勤 18:00"]
    );
}

#[test]
fn a_name_is_linked_product_by_product_and_the_finding_says_whose_logs_it_stands_in() {
    let lines = [
        "m 17 09:00 on tarok",
        "s 17 09:00 on tarouk",
        "l 17 09:00 on tarouk",
    ];
    let material = material(&lines, "ml", "msl", &[]);
    let picture = picture(&material, &rules(), WorkDay::EARLIEST, at("31 00:00"));
    let tarouk = || vec![PcUserName::new("tarouk")];
    let accounts = BTreeMap::from([(kind('m'), tarouk()), (kind('l'), tarouk())]);
    let findings = unlinked(picture.unlinked(&material.logs), &accounts);
    let facts: Vec<_> = findings
        .iter()
        .map(|finding| {
            let fact = |name: &str| finding.evidence.facts.get(name).map(String::as_str);
            (
                finding.user.as_ref().unwrap().as_str(),
                fact("link"),
                fact("nearest"),
            )
        })
        .collect();
    assert_eq!(
        facts,
        [
            ("tarouk", Some("SmartOn ID連携"), None),
            ("tarok", None, Some("tarouk")),
        ]
    );
}

#[test]
fn what_was_read_later_is_not_known_at_an_earlier_time() {
    let mut sources = material(&[], "ms", "ms", &["m 18 12:00", "s 17 20:00"]).sources;
    for (as_of, until, kinds_that_count, are_read) in [
        (None, "18 12:00", "m", true),
        (None, "18 12:01", "m", false),
        (None, "18 12:00", "ms", false),
        (None, "17 20:00", "ms", true),
        (None, "18 12:00", "l", true),
        (Some("18 06:00"), "18 06:00", "m", true),
        (Some("18 06:00"), "18 06:01", "m", false),
        (Some("18 06:00"), "17 20:00", "ms", true),
        (Some("31 00:00"), "18 12:00", "m", true),
    ] {
        if let Some(as_of) = as_of {
            sources.look_from(at(as_of));
        }
        let counts = |kind| kinds(kinds_that_count).contains(&kind);
        let read = sources.are_read(at("17 00:00"), at(until), counts);
        assert_eq!(read, are_read, "{as_of:?} {until} {kinds_that_count}");
    }
}
