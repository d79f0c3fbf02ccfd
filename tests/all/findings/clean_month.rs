//! A month in which nothing is wrong, and nothing is found.

use chrono::{Datelike, Duration, NaiveDate, NaiveTime, Weekday};
use pcpunch::domain::time::{Jst, at};
use pcpunch::sandbox::{Employee, Log};

use crate::harness::Office;

const PEOPLE: u32 = 50;

/// 所属コード and 日付変更時間.
const DIVISIONS: [(&str, &str); 3] = [("1000", "00:00"), ("2000", "05:00"), ("3000", "04:00")];

fn code(person: u32) -> String {
    format!("{:04}", 1000 + person)
}

/// Fifty people in three divisions, linked, before their first day.
fn company() -> Office {
    let office = Office::empty(&[]).set_up();
    office.setting("punch.since", "2024-12-01");
    let kot = &office.sandbox.kot;
    for (division, border) in DIVISIONS {
        let border = NaiveTime::parse_from_str(border, "%H:%M").unwrap();
        kot.add_division(division, "部", border);
    }
    for person in 0..PEOPLE {
        let (division, _) = DIVISIONS[person as usize % DIVISIONS.len()];
        kot.add_employee(Employee::new(
            &code(person),
            "社員",
            &code(person),
            division,
        ));
    }
    office.at("2024-11-30 12:00");
    office.run(&["employees", "sync"]).exits(0);
    let links: Vec<(String, String)> = (0..PEOPLE)
        .map(|person| (code(person), format!("user{person}")))
        .collect();
    let links: Vec<(&str, &str)> = links.iter().map(|(a, b)| (&**a, &**b)).collect();
    office.links(&links).exits(0);
    office
}

fn workdays() -> Vec<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2024, 12, 1).unwrap();
    let days = first.iter_days().take(31);
    days.filter(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun))
        .collect()
}

fn on(day: NaiveDate, hour: u32, minutes: u32) -> Jst {
    at(day.and_hms_opt(hour, 0, 0).unwrap()) + Duration::minutes(i64::from(minutes))
}

/// A day's ログオン, and its ログオフ, which comes when the PC is started `next`.
fn logs(day: NaiveDate, next: NaiveDate, person: u32) -> [Log; 2] {
    let (pc, user) = (format!("PC-{person}"), format!("user{person}"));
    let log = |operation, occurred: Jst, collected: Jst| {
        let mut log = Log::new(operation, &pc, &user, occurred).in_domain("EXAMPLE");
        log.link_code = Some("A01".to_owned());
        log.collected(collected)
    };
    let (came, went) = (on(day, 8, 20 + person), on(day, 17, 30 + person * 4));
    let started = on(next, 8, 20 + person);
    [
        log("ログオン", came, came + Duration::minutes(1)),
        log("ログオフ", went, started),
    ]
}

#[test]
fn in_a_month_of_fifty_people_without_a_mishap_nothing_is_found() {
    let office = company();
    let days = workdays();
    let after = NaiveDate::from_ymd_opt(2025, 1, 1).unwrap();
    for (day, next) in days.iter().zip(days.iter().skip(1).chain([&after])) {
        office.malion_has((0..PEOPLE).flat_map(|person| logs(*day, *next, person)));
    }
    for day in days.iter().chain([&after]) {
        for time in ["10:05", "18:40"] {
            let round = office.at(&format!("{day} {time}")).round(0);
            assert_eq!(Office::findings_of(&round), [""; 0], "{day} {time}");
        }
    }
    assert_eq!(office.posts(), days.len() * PEOPLE as usize * 2);
    let checked = office.check("2024-12-01", "2024-12-31").exits(0).finds(&[]);
    let ok = checked.document["counts"]["ok"].as_u64();
    assert_eq!(ok, Some(u64::from(PEOPLE) * days.len() as u64));
    let counts = checked.document["counts"].as_object().unwrap();
    assert_eq!(counts.len(), 1, "{counts:?}");
}
