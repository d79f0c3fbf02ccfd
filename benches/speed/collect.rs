//! Taking in a great many new logs.

use std::time::{Duration, Instant};

use pcpunch::sandbox::Malion;

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
    office.sandbox.malion.clear_requests();
    let round = office.measures(&["relay", "run", "--once"]);
    assert_eq!(round.ran.ended_with(), Some(0));
    let network = asked_again(&office.sandbox.malion);
    let beyond = round.wall.saturating_sub(network);
    row(
        &format!("collecting {LOGS} new logs"),
        &format!("{} beyond the network, {} MB", told(beyond), round.peak),
        &format!(
            "{} in all, {} of it work; the answers alone {}",
            told(round.wall),
            told(round.work),
            told(network)
        ),
    );
}

/// How long the same answers take where nobody looks at them.
fn asked_again(malion: &Malion) -> Duration {
    let client = reqwest::blocking::Client::builder().no_proxy().build();
    let client = client.unwrap();
    let (admin, secret) = malion.codes();
    let began = Instant::now();
    for request in malion.requests() {
        let url = format!("{}{}?{}", malion.base_url(), request.path, request.query);
        let request = client.get(url).header("x-malion-admin-code", &admin);
        let answer = request.header("x-malion-secret-code", &secret).send();
        let answer = answer.unwrap().error_for_status().unwrap();
        answer.bytes().unwrap();
    }
    began.elapsed()
}
