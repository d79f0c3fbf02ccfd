//! The worked days of relay-rules as tables: logs in, punches and findings out.

mod bounds;
mod ends;

use std::collections::BTreeMap;

use chrono::{Duration, NaiveTime};

use crate::domain::account::Link;
use crate::domain::employee::EmployeeKey;
use crate::domain::nights::Nights;
use crate::domain::ownership::Links;
use crate::domain::pc_log::{LinkKind, LogId, Operation, PcLog, PcUserName, RawLog};
use crate::domain::picture::{Material, Picture, picture};
use crate::domain::policy::{Policies, Policy};
use crate::domain::rules::{ClockIn, People, Person, QuietHours, Rules};
use crate::domain::sources::Sources;
use crate::domain::spans::Spans;
use crate::domain::time::{DaySpan, Jst, WorkDay};
use crate::domain::work_day::Borders;

/// `17 09:03:12` of 2024-12 in Japan.
fn at(text: &str) -> Jst {
    let (day, time) = text.split_once(' ').unwrap();
    chrono::DateTime::parse_from_rfc3339(&format!("2024-12-{day}T{time}+09:00")).unwrap()
}

fn days(from: &str, until: &str) -> DaySpan {
    DaySpan {
        from: WorkDay::parse(from),
        until: WorkDay::parse(until),
    }
}

struct Office {
    border: NaiveTime,
    night_shift: i64,
    policy: Policy,
    excluded: Option<(&'static str, &'static str)>,
    rules: Rules,
}

impl Office {
    fn new() -> Self {
        Self {
            border: NaiveTime::MIN,
            night_shift: 0,
            policy: Policy::default(),
            excluded: None,
            rules: Rules {
                since: WorkDay::parse("2024-12-01"),
                max_age_days: 14,
                clock_in: ClockIn::AtOnce,
                settle: Duration::minutes(360),
                quiet: Some(QuietHours {
                    from: NaiveTime::MIN,
                    to: NaiveTime::from_hms_opt(5, 0, 0).unwrap(),
                }),
                lookback: Duration::days(14),
                require_link_code: true,
                ignore_users: Vec::new(),
            },
        }
    }

    /// `17 09:00:00 on PC-1`, with `<18 08:40:00` for a collection later than at once.
    fn picture(&self, lines: &[&str], read_until: &str) -> Picture {
        let mut logs: Vec<PcLog> = lines
            .iter()
            .zip(1..)
            .map(|(line, id)| log(line, id))
            .collect();
        logs.sort_by_key(|log| (log.raw.occurred_at, log.id));
        let key = EmployeeKey::new("k-taro");
        let person = Person {
            key: key.clone(),
            hired: None,
            resigned: None,
            borders: Borders::new(vec![(WorkDay::EARLIEST, self.border)]),
            nights: Nights::always(Duration::hours(self.night_shift)),
            exclusions: self
                .excluded
                .iter()
                .map(|(from, until)| days(from, until))
                .collect(),
        };
        let links = vec![Link {
            kind: LinkKind::MaLion,
            user_name: PcUserName::new("tarouk"),
            employee: Some(key.clone()),
            from: WorkDay::EARLIEST,
        }];
        let until = at(read_until);
        let material = Material {
            logs,
            people: People::from([(key, person)]),
            links: Links::new(links),
            sources: Sources::new(
                BTreeMap::from([(
                    LinkKind::MaLion,
                    Spans::new(vec![(at("01 00:00:00"), until)]),
                )]),
                [LinkKind::MaLion],
            ),
            policies: Policies::new(vec![(WorkDay::EARLIEST, self.policy)]),
            ..Material::default()
        };
        picture(
            &material,
            &self.rules,
            WorkDay::parse("2024-12-01").unwrap(),
            until,
        )
    }

    /// What the picture says, a line a work day: `17 出勤 09:00 退勤 18:22 [finding]`.
    fn told(&self, lines: &[&str], read_until: &str) -> Vec<String> {
        let picture = self.picture(lines, read_until);
        let mut days: BTreeMap<WorkDay, String> = BTreeMap::new();
        for ((_, day), decision) in &picture.decisions {
            let mut told = day.to_string().split_off(8);
            for punch in &decision.punches {
                let over = punch.time.start().date_naive() != day.date();
                let time = punch
                    .time
                    .start()
                    .format(if over { "%d日%H:%M" } else { "%H:%M" });
                told.push_str(&format!(" {} {time}", punch.kind.label()));
            }
            for finding in &decision.findings {
                told.push_str(&format!(" [{}]", finding.code.name()));
            }
            days.insert(*day, told);
        }
        days.into_values().collect()
    }
}

fn log(line: &str, id: i64) -> PcLog {
    let mut words = line.split(' ');
    let mut next = || words.next().unwrap_or_default();
    let occurred_at = at(&format!("{} {}", next(), next()));
    let operation = match next() {
        "on" => Operation::Logon,
        "off" => Operation::Logoff,
        other => Operation::Other(other.to_owned()),
    };
    let terminal = next().to_owned();
    let collected = line.split_once('<').map(|(_, text)| at(text));
    PcLog {
        id: LogId(id),
        kind: LinkKind::MaLion,
        user_name: PcUserName::new("tarouk"),
        raw: RawLog {
            log_id: Some(format!("L{id}")),
            occurred_at,
            collected_at: collected.unwrap_or(occurred_at + Duration::minutes(1)),
            operation,
            terminal,
            domain: "EXAMPLE".to_owned(),
            user: "tarouk".to_owned(),
            link_code: Some("A01".to_owned()),
        },
    }
}

#[test]
fn the_worked_days_give_their_punches() {
    let rows: &[(&str, &[&str], &str, &[&str])] = &[
        (
            "1, before the day is settled",
            &["17 09:03:00 on PC-1"],
            "17 10:05:00",
            &["17 出勤 09:03"],
        ),
        (
            "1, after it",
            &["17 09:03:00 on PC-1", "17 18:22:00 off PC-1"],
            "18 10:05:00",
            &["17 出勤 09:03 退勤 18:22"],
        ),
        (
            "2 without breaks",
            &[
                "17 09:00:00 on PC-1",
                "17 12:00:00 off PC-1",
                "17 13:00:00 on PC-1",
                "17 18:22:00 off PC-1",
            ],
            "18 10:05:00",
            &["17 出勤 09:00 退勤 18:22"],
        ),
        (
            "4, two PCs side by side",
            &[
                "17 09:00:00 on PC-1",
                "17 12:00:00 off PC-1",
                "17 11:30:00 on PC-2",
                "17 18:00:00 off PC-2",
            ],
            "18 10:05:00",
            &["17 出勤 09:00 退勤 18:00"],
        ),
        (
            "7, nights without night-shift hours",
            &[
                "17 22:00:00 on PC-1",
                "18 06:00:00 off PC-1",
                "18 22:00:00 on PC-1",
                "19 06:00:00 off PC-1",
            ],
            "20 10:05:00",
            &[
                "17 出勤 22:00 [no-logoff]",
                "18 出勤 22:00 [no-logoff]",
                "19 [no-logon]",
            ],
        ),
        (
            "8, within the look-back",
            &["03 09:00:00 on PC-1"],
            "17 08:59:00",
            &["03 出勤 09:00 [waiting-logoff]"],
        ),
        (
            "8, after it",
            &["03 09:00:00 on PC-1"],
            "17 09:00:00",
            &["03 出勤 09:00 [no-logoff]"],
        ),
        (
            "9, the lost end arrives with the next start",
            &[
                "17 09:00:00 on PC-1",
                "18 09:10:00 on PC-1 <18 09:11:00",
                "17 19:40:00 off PC-1 <18 09:12:00",
                "18 18:00:00 off PC-1",
            ],
            "19 10:05:00",
            &["17 出勤 09:00 退勤 19:40", "18 出勤 09:10 退勤 18:00"],
        ),
        (
            "9, waited for a day after the restart was collected",
            &["17 09:00:00 on PC-1", "18 09:10:00 on PC-1 <18 09:11:00"],
            "19 09:10:00",
            &[
                "17 出勤 09:00 [waiting-logoff]",
                "18 出勤 09:10 [waiting-logoff]",
            ],
        ),
        (
            "9, and not longer",
            &["17 09:00:00 on PC-1", "18 09:10:00 on PC-1 <18 09:11:00"],
            "19 09:11:00",
            &[
                "17 出勤 09:00 [no-logoff]",
                "18 出勤 09:10 [waiting-logoff]",
            ],
        ),
        (
            "15, other operations",
            &[
                "17 08:00:00 電源ON PC-1",
                "17 09:00:00 on PC-1",
                "17 12:00:00 ロック PC-1",
                "17 18:00:00 off PC-1",
            ],
            "18 10:05:00",
            &["17 出勤 09:00 退勤 18:00"],
        ),
        (
            "16, power loss",
            &[
                "17 09:00:00 on PC-1",
                "17 12:00:00 off PC-1",
                "17 13:00:00 on PC-1",
                "18 09:00:00 on PC-1",
            ],
            "19 10:05:00",
            &[
                "17 出勤 09:00 [no-logoff]",
                "18 出勤 09:00 [waiting-logoff]",
            ],
        ),
        (
            "18, an update at night",
            &[
                "17 03:00:00 on PC-1",
                "17 09:00:00 on PC-1",
                "17 18:00:00 off PC-1",
            ],
            "18 10:05:00",
            &["17 出勤 09:00 退勤 18:00 [night-logon]"],
        ),
        (
            "18, an update at night and nothing else",
            &["17 03:00:00 on PC-1", "17 03:10:00 off PC-1"],
            "18 10:05:00",
            &["17 [night-logon]"],
        ),
        (
            "21, left on and locked",
            &["17 09:00:00 on PC-1", "18 18:00:00 off PC-1"],
            "19 10:05:00",
            &["17 出勤 09:00 [no-logoff]", "18 [no-logon]"],
        ),
        (
            "22, the first ログオン was lost",
            &[
                "17 12:00:00 off PC-1",
                "17 13:00:00 on PC-1",
                "17 18:00:00 off PC-1",
            ],
            "18 10:05:00",
            &["17 退勤 18:00 [no-logon]"],
        ),
        (
            "23, two records of one end",
            &[
                "17 09:00:00 on PC-1",
                "17 18:00:00 off PC-1",
                "17 18:00:40 off PC-1",
            ],
            "18 10:05:00",
            &["17 出勤 09:00 退勤 18:00"],
        ),
        (
            "a ログオフ without its ログオン after the last end: when work ended is not known",
            &[
                "17 09:00:00 on PC-1",
                "17 12:00:00 off PC-1",
                "17 18:00:00 off PC-1",
            ],
            "18 10:05:00",
            &["17 出勤 09:00 [no-logoff]"],
        ),
        (
            "a session on another PC still runs at the last end",
            &[
                "17 09:00:00 on PC-1",
                "17 10:00:00 on PC-2",
                "17 18:00:00 off PC-1",
                "18 09:00:00 on PC-2",
            ],
            "19 10:05:00",
            &[
                "17 出勤 09:00 [no-logoff]",
                "18 出勤 09:00 [waiting-logoff]",
            ],
        ),
    ];
    for (name, logs, read_until, expected) in rows {
        assert_eq!(Office::new().told(logs, read_until), *expected, "{name}");
    }
}
