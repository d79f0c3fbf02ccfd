//! A December in which people punched by hand, and a relay collected their PC logs without sending.

use chrono::{Datelike, Duration, NaiveDate, NaiveTime, Weekday};
use pcpunch::domain::time::{Jst, WorkDay, at};
use pcpunch::sandbox::{Employee, Log, key_of};

use crate::harness::Office;

/// People who work by day, in division 1000.
const BY_DAY: u32 = 10;
/// People who work by night, in division 2000.
const BY_NIGHT: u32 = 4;

/// Comes to the PC half an hour after the 出勤 on Mondays.
const LATE: u32 = 1;
/// Forgets the 出勤 on the third day.
const FORGETFUL: u32 = 2;
/// Switches the PC off hard on the first Friday.
const HARD: u32 = 3;

/// The office on 2025-01-06 at noon, the month over and its logs collected by one round with `link.punches off`.
pub(super) fn office() -> Office {
    let office = Office::empty(&[]).set_up();
    office.setting("link.punches", "off");
    office.setting("malion.lookback_days", "40");
    office.unset("punch.since");
    let people = people(&office);
    office.at("2024-12-01 12:00");
    office.opens(
        &people
            .iter()
            .map(|p| (&*p.0, "", "", &*p.1))
            .collect::<Vec<_>>(),
    );
    let days = work_days();
    let after = NaiveDate::from_ymd_opt(2025, 1, 6).unwrap();
    for (number, day) in days.iter().enumerate() {
        let next = *days.get(number + 1).unwrap_or(&after);
        for person in 0..BY_DAY {
            works_by_day(&office, person, number, *day, next);
        }
        if day.weekday() != Weekday::Fri {
            (BY_DAY..BY_DAY + BY_NIGHT).for_each(|person| works_by_night(&office, person, *day));
        }
    }
    office.at("2025-01-06 12:00");
    office.relay().exits(0);
    office
}

/// 従業員コード and PC user name of everybody, entered in KING OF TIME.
fn people(office: &Office) -> Vec<(String, String)> {
    let kot = &office.sandbox.kot;
    kot.add_division("2000", "夜間", NaiveTime::MIN);
    let everybody = 0..BY_DAY + BY_NIGHT;
    everybody
        .map(|person| {
            let division = if person < BY_DAY { "1000" } else { "2000" };
            let code = code(person);
            kot.add_employee(Employee::new(&code, "社員", &code, division));
            (code, user(person))
        })
        .collect()
}

pub(super) fn code(person: u32) -> String {
    format!("{:04}", 1000 + person)
}

fn user(person: u32) -> String {
    format!("user{person}")
}

/// The four weeks from 2024-12-02 to 2024-12-27.
fn work_days() -> Vec<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2024, 12, 2).unwrap();
    let days = first.iter_days().take(26);
    days.filter(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun))
        .collect()
}

fn on(day: NaiveDate, hour: u32, minutes: u32) -> Jst {
    at(day.and_hms_opt(hour, 0, 0).unwrap()) + Duration::minutes(i64::from(minutes))
}

fn works_by_day(office: &Office, person: u32, number: usize, day: NaiveDate, next: NaiveDate) {
    let number = u32::try_from(number).unwrap();
    let (came, went) = (
        on(day, 8, 40 + (person * 3 + number * 5) % 40),
        on(day, 17, 40 + (person * 7 + number * 3) % 60),
    );
    // The shutdown's ログオフ comes when the PC is started next.
    let started = on(next, 9, 30);
    logs(office, person, "ログオン", came, came);
    if (person, number) != (HARD, 4) {
        logs(office, person, "ログオフ", went, started);
    }
    let is_late = person == LATE && day.weekday() == Weekday::Mon;
    let before = if is_late {
        30
    } else {
        1 + (person + number) % 6
    };
    if (person, number) != (FORGETFUL, 2) {
        punches(
            office,
            person,
            day,
            1,
            came - Duration::minutes(i64::from(before)),
        );
    }
    let after = i64::from((person + 2 * number) % 9);
    punches(office, person, day, 2, went + Duration::minutes(after));
}

/// From 22:00 to 06:10, with an hour away from the PC.
fn works_by_night(office: &Office, person: u32, day: NaiveDate) {
    let next = day.succ_opt().unwrap();
    for (operation, at) in [
        ("ログオン", on(day, 22, person - BY_DAY)),
        ("ログオフ", on(next, 2, 0)),
        ("ログオン", on(next, 3, 0)),
        ("ログオフ", on(next, 6, 10)),
    ] {
        logs(office, person, operation, at, at);
    }
    punches(office, person, day, 1, on(day, 21, 55));
    punches(office, person, day, 2, on(next, 6, 15));
}

fn logs(office: &Office, person: u32, operation: &str, occurred: Jst, collected: Jst) {
    let pc = format!("PC-{person}");
    let mut log = Log::new(operation, &pc, &user(person), occurred).in_domain("EXAMPLE");
    log.link_code = Some("A01".to_owned());
    office.malion_has([log.collected(collected)]);
}

fn punches(office: &Office, person: u32, day: NaiveDate, kind: u8, at: Jst) {
    let (key, card) = (key_of(&code(person)), Some((1, "ICカード")));
    let kot = &office.sandbox.kot;
    kot.add_punch(&key, WorkDay::new(day), at, kind, card);
}
