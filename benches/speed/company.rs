//! A morning and the next one of a large company: everybody's punches in order, in little memory.

use std::collections::BTreeMap;

use crate::harness::{Measured, Office, moment};
use crate::people::{company, logs};
use crate::row::{row, told};

const PEOPLE: usize = 10_000;
/// 出勤 of the first day, its 退勤 and 出勤 of the second.
const PUNCHES: usize = 3 * PEOPLE;

pub(crate) fn measure() {
    let office = company(PEOPLE);
    office.setting("kot.lanes", "16");
    office.malion_has(logs(PEOPLE, "2024-12-17 07:00", "ログオン"));
    let first = round(&office, "2024-12-17 11:00");
    office.malion_has(logs(PEOPLE, "2024-12-17 18:00", "ログオフ"));
    office.malion_has(logs(PEOPLE, "2024-12-18 07:00", "ログオン"));
    let second = round(&office, "2024-12-18 11:00");
    let punches = office.sandbox.kot.punches();
    assert_eq!(punches.len(), PUNCHES);
    let mut last = BTreeMap::new();
    let mut out_of_order = 0;
    for punch in &punches {
        let before = last.insert(&punch.key, punch.time);
        out_of_order += usize::from(before.is_some_and(|before| punch.time < before));
    }
    row(
        &format!("{PEOPLE} people's morning and next morning"),
        &format!("{} and {}", told(first.wall), told(second.wall)),
        &format!(
            "{out_of_order} people's punches out of order; {} MB",
            first.peak.max(second.peak)
        ),
    );
}

fn round(office: &Office, time: &str) -> Measured {
    office.at(time);
    office.sandbox.set_now(moment(time));
    let round = office.measures(&["relay", "run", "--once"]);
    assert_eq!(round.ran.ended_with(), Some(0));
    round
}
