//! A month played through the real binary against a MaLion and a KING OF TIME.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Duration, NaiveTime};
use pcpunch::domain::time::{Jst, WorkDay};
use pcpunch::sandbox::{self, Employee, key_of};
use serde_json::Value;

use super::model::Punched;
use super::script::{Division, Event, Log, Month, Person};
use crate::harness::{Office, moment};

const FIRST_MIDNIGHT: &str = "2024-12-16 00:00";

/// What came of a month.
pub(super) struct Played {
    /// KING OF TIME's own record of what came through its API.
    pub(super) sent: Vec<Punched>,
    /// What became of the logs, and the findings that are open at the end.
    pub(super) fates: BTreeMap<String, usize>,
    pub(super) findings: BTreeMap<String, usize>,
    pub(super) rounds: usize,
}

/// Plays it with these settings beside the usual ones.
pub(super) fn played(month: &Month, settings: &[(&str, &str)]) -> Played {
    let office = Office::empty(&[]).set_up();
    office.setting("punch.night_shift_hours", "0,3000=12");
    for (key, value) in settings {
        office.setting(key, value);
    }
    let kot = &office.sandbox.kot;
    // The relay's pace goes by the monotonic clock, and a month passes in a minute here.
    office.setting("kot.punches_per_5min", "100000");
    kot.switch(|switches| switches.punch_budget = 100_000);
    for (code, name, border) in [
        ("1000", "本社", 0),
        ("2000", "研究所", 5),
        ("3000", "工場", 0),
    ] {
        kot.add_division(
            code,
            name,
            NaiveTime::from_hms_opt(border, 0, 0).expect("a border"),
        );
    }
    for person in month.people.iter().filter(|person| person.is_there) {
        kot.add_employee(employee(person));
    }
    office.malion_has(month.logs.iter().map(log));
    let mut stage = Stage {
        month,
        office: &office,
        codes: month
            .people
            .iter()
            .map(|person| person.code.clone())
            .collect(),
        malion_is_up: true,
    };
    for (time, event) in &month.events {
        stage.office.is_at(moment_of(*time));
        stage.happens(event);
    }
    Played {
        sent: sent(month, &office),
        fates: fates(&office),
        findings: findings(&office),
        rounds: month
            .events
            .iter()
            .filter(|(_, event)| matches!(event, Event::Round))
            .count(),
    }
}

/// Seconds since the first midnight as a time in Japan.
fn moment_of(time: i64) -> Jst {
    moment(FIRST_MIDNIGHT) + Duration::seconds(time)
}

/// Days since the first one as a work day.
pub(super) fn work_day(day: i64) -> WorkDay {
    WorkDay::new((moment(FIRST_MIDNIGHT) + Duration::days(day)).date_naive())
}

fn employee(person: &Person) -> Employee {
    let division = match person.division {
        Division::Office => "1000",
        Division::Lab => "2000",
        Division::Plant => "3000",
    };
    let mut employee = Employee::new(&person.code, "勤怠", &person.code, division);
    employee.hired = person.hired.map(work_day);
    employee
}

fn log(log: &Log) -> sandbox::Log {
    let mut written = sandbox::Log::new(log.operation, &log.pc, &log.user, moment_of(log.at));
    written.collected_at = moment_of(log.collected);
    written.log_id.clone_from(&log.id);
    written.domain = Some(log.domain.clone());
    written.link_code = log.is_linked.then(|| "A01".to_owned());
    written
}

struct Stage<'a> {
    month: &'a Month,
    office: &'a Office,
    codes: Vec<String>,
    malion_is_up: bool,
}

impl Stage<'_> {
    fn happens(&mut self, event: &Event) {
        let kot = &self.office.sandbox.kot;
        let key = |person: usize| key_of(&self.month.people[person].code);
        match event {
            Event::Round => {
                let exit = if self.malion_is_up { 0 } else { 5 };
                self.office.relay().exits(exit);
                kot.clear_requests();
                self.office.sandbox.malion.clear_requests();
            }
            Event::Sync => {
                self.office.run(&["employees", "sync"]).exits(0);
            }
            Event::Import(rows) => {
                let rows: Vec<(&str, &str)> =
                    rows.iter().map(|(code, name)| (&**code, &**name)).collect();
                self.office.links(&rows).exits(0);
            }
            Event::Hired(person) => {
                kot.add_employee(employee(&self.month.people[*person]));
            }
            Event::Resigned(person, last) => {
                assert!(kot.resign(&key(*person), Some(work_day(*last))));
            }
            Event::CodesSwapped(one, other) => {
                self.codes.swap(*one, *other);
                for person in [*one, *other] {
                    assert!(kot.change_code(&key(person), &self.codes[person]));
                }
            }
            Event::Entered(person, day, kind, at) => {
                let card = Some((1, "ICカード"));
                kot.add_punch(&key(*person), work_day(*day), moment_of(*at), *kind, card);
            }
            Event::MalionDown => {
                self.malion_is_up = false;
                self.office.sandbox.malion.go_down();
            }
            Event::MalionUp => {
                self.malion_is_up = true;
                self.office
                    .sandbox
                    .malion
                    .come_up()
                    .expect("the port is free");
            }
        }
    }
}

/// In the model's words, in order.
fn sent(month: &Month, office: &Office) -> Vec<Punched> {
    let people: BTreeMap<String, usize> = month
        .people
        .iter()
        .enumerate()
        .map(|(place, person)| (key_of(&person.code), place))
        .collect();
    let first = moment(FIRST_MIDNIGHT);
    let punches = office.sandbox.kot.punches();
    let ours = punches.iter().filter(|punch| punch.by_api).map(|punch| {
        let day = punch.work_day.begins_at(NaiveTime::MIN) - first;
        let minute = (punch.time - first).num_minutes();
        (people[&punch.key], day.num_days(), punch.code, minute)
    });
    let mut sent: Vec<Punched> = ours.collect();
    sent.sort_unstable();
    sent
}

fn fates(office: &Office) -> BTreeMap<String, usize> {
    let words = [
        "logs",
        "list",
        "--from",
        "2024-12-15",
        "--to",
        "2025-01-20",
        "--format",
        "json",
    ];
    let document = office.run(&words).exits(0).document("pcpunch.logs-list.v1");
    counts(&document["logs"], "fate")
}

fn findings(office: &Office) -> BTreeMap<String, usize> {
    let round = office.relay().exits(0).document("pcpunch.relay-run.v1");
    counts(&round["findings"], "code")
}

fn counts(list: &Value, field: &str) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for one in list.as_array().expect("a list") {
        let name = one[field].as_str().expect("a name");
        *counts.entry(name.to_owned()).or_default() += 1;
    }
    counts
}

/// The people whose punches differ, with those that only one side has.
pub(super) fn differences(month: &Month, expected: &BTreeSet<Punched>, sent: &[Punched]) -> String {
    let sent: BTreeSet<Punched> = sent.iter().copied().collect();
    let told = |side: &str, punch: &Punched| {
        let (person, day, kind, minute) = punch;
        let person = &month.people[*person];
        let (code, division) = (&person.code, person.division);
        let time = moment_of(minute * 60).format("%m-%d %H:%M");
        format!(
            "{code} {division:?} {} {kind} {time} {side}",
            work_day(*day)
        )
    };
    let lacking = expected
        .difference(&sent)
        .map(|punch| told("only by the model", punch));
    let extra = sent
        .difference(expected)
        .map(|punch| told("only sent", punch));
    let mut lines: Vec<String> = lacking.chain(extra).collect();
    lines.sort();
    lines.join("\n")
}
