//! A company of any size, whose people are set up and whose state file lies on a disk.

use std::fmt::Write as _;

use pcpunch::domain::time::Jst;
use pcpunch::sandbox::{Employee, Log};

use crate::harness::{Office, moment};

/// 従業員コード.
pub(crate) fn code(person: usize) -> String {
    format!("{:06}", 100_000 + person)
}

/// PC user name.
pub(crate) fn name(person: usize) -> String {
    format!("user{person:06}")
}

/// A company that punches from 2024-12-17 on, synced and linked, whose KING OF TIME takes as much as it is sent.
pub(crate) fn company(people: usize) -> Office {
    let office = Office::empty(&[]).on_disk().set_up();
    office
        .setting("punch.since", "2024-12-17")
        .setting("kot.punches_per_5min", "1000000")
        .setting("kot.requests_per_5min", "1000000");
    office.sandbox.kot.switch(|switches| {
        switches.punch_budget = usize::MAX;
        switches.budget = usize::MAX;
    });
    office.file("links.csv", &employs(&office, people));
    office.at("2024-12-16 12:00");
    office.run(&["employees", "sync"]).exits(0);
    office.run(&["accounts", "import", "links.csv"]).exits(0);
    office
}

/// Puts so many people into KING OF TIME, and gives the file that says whose name is whose.
pub(crate) fn employs(office: &Office, people: usize) -> String {
    let mut links = "打刻先アカウント,サービスアカウント\n".to_owned();
    for person in 0..people {
        let employee = Employee::new(&code(person), "勤怠", &name(person), "1000");
        office.sandbox.kot.add_employee(employee);
        writeln!(links, "{},{}", code(person), name(person)).unwrap();
    }
    links
}

/// Everybody logs on or off within an hour from `time` on, a minute apart.
pub(crate) fn logs(people: usize, time: &str, operation: &str) -> Vec<Log> {
    let first = moment(time);
    (0..people)
        .map(|person| {
            let minute = i64::try_from(person % 60).unwrap();
            log(operation, person, first + chrono::Duration::minutes(minute))
        })
        .collect()
}

/// Somebody's log, from a PC with a link code.
pub(crate) fn log(operation: &str, person: usize, at: Jst) -> Log {
    let pc = format!("PC-{person}");
    Log {
        link_code: Some("A01".to_owned()),
        ..Log::new(operation, &pc, &name(person), at)
    }
}
