//! A month of a whole company held against KING OF TIME.

use pcpunch::domain::time::WorkDay;
use pcpunch::sandbox::key_of;

use crate::harness::{Office, moment};
use crate::history::remembers;
use crate::people::{code, company};
use crate::row::{row, told};

const DAYS: u64 = 30;

pub(crate) fn measure() {
    for people in [1_000, 10_000] {
        let office = company(people);
        office.at("2024-12-17 00:00");
        assert_eq!(
            office.run(&["relay", "run", "--once"]).ended_with(),
            Some(0)
        );
        remembers(&office, usize::try_from(DAYS).unwrap());
        takes_a_month(&office, people);
        office.at("2024-12-17 12:00");
        let before = office.sandbox.kot.requests().len();
        let check = [
            "logs",
            "check",
            "--from",
            "2024-11-17",
            "--to",
            "2024-12-16",
        ];
        let checked = office.measures(&check);
        assert_eq!(checked.ran.ended_with(), Some(0));
        let requests = office.sandbox.kot.requests().len() - before;
        row(
            &format!("a month of {people} people checked"),
            &format!("{} of work in {}", told(checked.work), told(checked.wall)),
            &format!("{requests} requests; {} MB", checked.peak),
        );
    }
}

/// KING OF TIME shows every punch of that month.
fn takes_a_month(office: &Office, people: usize) {
    let today = WorkDay::new(moment("2024-12-17 00:00").date_naive());
    for day in (1..=DAYS).map(|back| today.back(back)) {
        for person in 0..people {
            for (kind, time) in [(1, "09:00"), (2, "18:00")] {
                let time = moment(&format!("{day} {time}"));
                let key = key_of(&code(person));
                office.sandbox.kot.add_punch(&key, day, time, kind, None);
            }
        }
    }
}
