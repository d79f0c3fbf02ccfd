//! A month of a whole company is checked with few questions and in little memory; how long it takes is told,
//! not tested. `PCPUNCH_PROOF=whole cargo test --release --test all comparing::scale -- --nocapture` does so
//! with 1,000 and 10,000 people.

use std::fmt::Write as _;

use chrono::{Datelike, Duration, NaiveDate, Weekday};
use pcpunch::domain::time::{Jst, WorkDay, at};
use pcpunch::sandbox::{Employee, key_of};

use crate::harness::{Measured, Office};
use crate::proof::scale::Scale;
use crate::proof::tell;

/// How many people work there, and the most questions for one month: in every test run a small company.
const SMALL: [(usize, usize); 1] = [(20, 2)];
/// No answer may hold the month of 10,000 people: the month is asked for in two halves then.
const LARGE: [(usize, usize); 2] = [(1_000, 2), (10_000, 3)];

/// Most memory for one month of any of them, in MB.
const MEMORY: u64 = 300;

fn code(person: usize) -> String {
    format!("{:05}", 10_000 + person)
}

fn name(person: usize) -> String {
    format!("user{person:05}")
}

fn workdays() -> impl Iterator<Item = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2024, 12, 1).unwrap();
    let days = first.iter_days().take(31);
    days.filter(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun))
}

/// When somebody comes and goes on a day.
fn hours(day: NaiveDate, person: usize) -> [Jst; 2] {
    let midnight = at(day.and_hms_opt(0, 0, 0).unwrap());
    let minute = i64::try_from(person % 60).unwrap();
    [8 * 60 + minute, 17 * 60 + minute].map(|minutes| midnight + Duration::minutes(minutes))
}

/// A company after a month in which each punch was sent, and stands in KING OF TIME.
fn company(people: usize) -> Office {
    let office = Office::empty(&[]).set_up();
    office
        .setting("punch.since", "2024-12-01")
        .setting("punch.max_age_days", "60")
        .setting("link.punches", "off");
    let mut links = "打刻先アカウント,サービスアカウント\n".to_owned();
    let mut logs =
        "発生日時,操作,端末名,ドメイン名,ユーザー名,出退勤システム連携コード\n".to_owned();
    for person in 0..people {
        let employee = Employee::new(&code(person), "社員", &code(person), "1000");
        office.sandbox.kot.add_employee(employee);
        writeln!(links, "{},{}", code(person), name(person)).unwrap();
    }
    for day in workdays() {
        for person in 0..people {
            for (time, operation) in hours(day, person).iter().zip(["ログオン", "ログオフ"])
            {
                let time = time.format("%Y/%m/%d %H:%M:%S");
                let user = name(person);
                writeln!(logs, "{time},{operation},PC-{person},EXAMPLE,{user},A01").unwrap();
            }
        }
    }
    office.at("2024-11-30 12:00");
    office.run(&["employees", "sync"]).exits(0);
    office.file("links.csv", &links);
    office.run(&["accounts", "import", "links.csv"]).exits(0);
    office.at("2025-01-06 12:00");
    office.file("logs.csv", &logs);
    let whole = "2025-01-06T11:00";
    let round = [
        "relay",
        "run",
        "--once",
        "--from",
        "logs.csv",
        "--complete-until",
        whole,
    ];
    office.run(&round).exits(0);
    office.everything_was_sent();
    for day in workdays() {
        for person in 0..people {
            for (time, kind) in hours(day, person).into_iter().zip([1, 2]) {
                let key = key_of(&code(person));
                office
                    .sandbox
                    .kot
                    .add_punch(&key, WorkDay::new(day), time, kind, None);
            }
        }
    }
    office
}

impl Office {
    /// The state file as rounds leave it that have sent all they decided. Sent for real, a big company's month
    /// would keep its pace for days.
    fn everything_was_sent(&self) {
        self.sql(
            "INSERT INTO attempts (punch_id, run, started_at, ended_at, outcome, status)
                 SELECT id, (SELECT max(id) FROM runs), changed_at, changed_at, 'accepted', 201 FROM punches;
             UPDATE punches SET state = 'accepted', reason = NULL;",
        );
    }

    /// Checks those days, and how often KING OF TIME was asked for it.
    fn checks(&self, from: &str, to: &str) -> (Measured, usize) {
        let before = self.sandbox.kot.requests().len();
        let range = [
            "logs", "check", "--from", from, "--to", to, "--format", "json",
        ];
        let measured = self.measures(&range);
        (measured, self.sandbox.kot.requests().len() - before)
    }
}

#[test]
fn a_month_of_a_company_is_checked_with_few_questions_and_little_memory() {
    let companies: &[(usize, usize)] = match Scale::asked() {
        Scale::Part => &SMALL,
        Scale::Whole => &LARGE,
    };
    for &(people, most) in companies {
        let office = company(people);
        let (measured, questions) = office.checks("2024-12-01", "2024-12-31");
        let took = measured.told();
        let Measured { ran, peak, .. } = measured;
        let document = ran.exits(0).document("pcpunch.logs-check.v1");
        let days = workdays().count() * people;
        assert_eq!(document["counts"]["ok"], days);
        tell(&format!(
            "a month of {people} people: {days} work days, {questions} requests, {took}",
        ));
        assert!(questions <= most, "{questions} requests");
        assert!(peak < MEMORY, "{peak} MB");
        assert_eq!(office.posts(), 0);
    }
}
