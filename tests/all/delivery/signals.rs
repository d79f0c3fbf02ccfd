//! SIGTERM while a punch is under way.

use std::time::Duration;

use pcpunch::sandbox::{Boundary, Fault, Hold, On};

use super::{all_are_there_once, many_came};
use crate::harness::{Office, Running};

const PATIENCE: Duration = Duration::from_secs(20);

/// A round whose first POST is parked there, with one lane.
fn parked(office: &Office, boundary: Boundary) -> (Running, Hold) {
    office.setting("kot.lanes", "1");
    let hold = Hold::at(boundary);
    office
        .sandbox
        .kot
        .fault(Fault::Hold(hold.clone()), On::punch());
    let round = office.starts_a_round();
    assert!(hold.wait_until_held(PATIENCE));
    (round, hold)
}

#[test]
fn the_first_signal_awaits_the_answer_under_way_and_begins_nothing_new() {
    let office = many_came(3);
    let (round, hold) = parked(&office, Boundary::BeforeApplying);
    let asked = office.sandbox.kot.requests().len();
    round.terminate();
    hold.go_on();
    round.ends().exits(143);
    assert_eq!(office.sandbox.kot.requests().len(), asked);
    office.book_says(&[
        "1000 2024-12-17 出勤 09:00 accepted",
        "1001 2024-12-17 出勤 09:01 decided",
        "1002 2024-12-17 出勤 09:02 decided",
    ]);
    office.at("2024-12-17 12:05").round_posts(2, 0);
    all_are_there_once(&office, 3);
}

#[test]
fn an_answer_lost_after_the_first_signal_is_recorded_as_lost() {
    let office = many_came(1);
    let (round, hold) = parked(&office, Boundary::BeforeAnswering);
    round.terminate();
    hold.drop_connection();
    round.ends().exits(143);
    office.book_says(&["1000 2024-12-17 出勤 09:00 unknown"]);
    office.at("2024-12-17 12:05").round_posts(0, 0);
    all_are_there_once(&office, 1);
}

#[test]
fn the_second_signal_leaves_at_once_and_the_next_round_settles() {
    for boundary in [Boundary::BeforeApplying, Boundary::BeforeAnswering] {
        let office = many_came(2);
        let (round, hold) = parked(&office, boundary);
        round.terminate().terminate();
        round.ends().exits(143);
        hold.go_on();
        while !office
            .sandbox
            .kot
            .requests()
            .iter()
            .any(|request| request.applied && request.method == "POST")
        {
            std::thread::yield_now();
        }
        office.at("2024-12-17 12:05").round_posts(1, 0);
        all_are_there_once(&office, 2);
    }
}
