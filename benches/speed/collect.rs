//! Taking in a great many new logs.

use crate::harness::moment;
use crate::people::{company, log};
use crate::row::{row, told};

const LOGS: usize = 500_000;
const PEOPLE: usize = 5_000;

pub(crate) fn measure() {
    let office = company(PEOPLE);
    let first = moment("2024-12-07 08:00");
    let of_a_day = 10 * PEOPLE;
    for number in 0..LOGS {
        let (day, rest) = (number / of_a_day, number % of_a_day);
        let (turn, person) = (rest / PEOPLE, rest % PEOPLE);
        let minutes = i64::try_from(day * 24 * 60 + turn * 50 + person % 50).unwrap();
        let operation = ["ログオン", "ログオフ"][turn % 2];
        let at = first + chrono::Duration::minutes(minutes);
        office.malion_has([log(operation, person, at)]);
    }
    office.setting("link.punches", "off");
    office.at("2024-12-17 11:00");
    let round = office.measures(&["relay", "run", "--once"]);
    assert_eq!(round.ran.ended_with(), Some(0));
    row(
        &format!("collecting {LOGS} new logs"),
        &format!("{} of work in {}", told(round.work), told(round.wall)),
        &format!("{} MB", round.peak),
    );
}
