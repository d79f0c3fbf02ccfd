//! A machine that sleeps in the middle of a round: nothing goes on the word of what was read before.

use std::time::Duration;

use pcpunch::sandbox::{Boundary, Fault, Hold, On};

use super::{HANAKO, TARO, all_are_there_once, many_came, on, taro_came};
use crate::harness::{Office, Running};

/// A round of which the first such request is parked there.
fn parked(office: &Office, boundary: Boundary, on: On) -> (Running, Hold) {
    let hold = Hold::at(boundary);
    office.sandbox.kot.fault(Fault::Hold(hold.clone()), on);
    let round = office.starts_a_round();
    assert!(hold.wait_until_held(Duration::from_secs(20)));
    (round, hold)
}

/// GET or POST of each request to KING OF TIME from the `first` on.
fn methods(office: &Office, first: usize) -> Vec<String> {
    let requests = office.sandbox.kot.requests().split_off(first);
    requests.into_iter().map(|request| request.method).collect()
}

#[test]
fn what_was_read_before_the_machine_slept_is_read_anew_before_anything_is_sent() {
    let office = taro_came();
    office.round_posts(1, 0);
    office.malion_has([super::off("tarouk", "2024-12-17 18:00")]);
    office.at("2024-12-18 12:00");
    let first = office.sandbox.kot.requests().len();
    let (round, hold) = parked(&office, Boundary::BeforeAnswering, On::reading());
    office.sleeps_until("2024-12-18 14:00");
    hold.go_on();
    round.ends().exits(0);
    assert_eq!(methods(&office, first), ["GET", "GET", "POST", "GET"]);
    office.kot_has(&["1000 2024-12-17 出勤 09:00", "1000 2024-12-17 退勤 18:00"]);
}

#[test]
fn what_somebody_punched_while_the_machine_slept_is_not_sent_again() {
    let office = taro_came();
    let (round, hold) = parked(&office, Boundary::BeforeAnswering, On::reading());
    office.sleeps_until("2024-12-17 14:00");
    office.enters("1000", "2024-12-17", 1, "2024-12-17 08:55");
    hold.go_on();
    round.ends().exits(0);
    office.kot_has(&["1000 2024-12-17 出勤 08:55 (not ours)"]);
    office.book_says(&["1000 2024-12-17 出勤 09:00 already-there"]);
}

#[test]
fn a_machine_that_wakes_in_the_closed_hours_waits_for_their_end() {
    let office = taro_came();
    let (round, hold) = parked(&office, Boundary::BeforeAnswering, On::reading());
    office.sleeps_until("2024-12-17 17:45");
    hold.go_on();
    let round = round.ends().exits(0).document("pcpunch.relay-run.v1");
    assert_eq!(round["next_read_at"], "2024-12-17T18:31:00+09:00");
    office.kot_has(&[]);
    office.at("2024-12-17 18:31").round_posts(1, 0);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
}

#[test]
fn a_round_that_is_slowed_down_reads_the_day_anew_for_those_who_are_left() {
    let office = many_came(3);
    office.setting("kot.lanes", "1");
    let first = office.sandbox.kot.requests().len();
    let (round, hold) = parked(&office, Boundary::BeforeAnswering, On::punch());
    office.sleeps_until("2024-12-17 12:11");
    hold.go_on();
    round.ends().exits(0);
    let asked = methods(&office, first);
    let company = 1;
    assert_eq!(
        asked[company..],
        ["GET", "POST", "GET", "POST", "POST", "GET"]
    );
    all_are_there_once(&office, 3);
}

#[test]
fn lost_answers_before_and_after_a_sleep_are_in_a_row() {
    let office = many_came(6);
    office.setting("kot.lanes", "1");
    let (round, hold) = parked(&office, Boundary::BeforeApplying, On::punch());
    let kot = &office.sandbox.kot;
    kot.fault(Fault::DropBefore, On::punch().times(5));
    office.sleeps_until("2024-12-17 12:11");
    hold.drop_connection();
    round.ends().exits(5);
    assert_eq!(office.posts(), 3);
}

#[test]
fn an_answer_lost_over_a_sleep_is_waited_for_from_the_waking_on() {
    let office = taro_came();
    let (round, hold) = parked(&office, Boundary::BeforeApplying, On::punch());
    office.sleeps_until("2024-12-17 14:00");
    hold.drop_connection();
    round.ends().exits(5);
    for time in ["14:05", "14:29", "14:31", "14:36"] {
        office.at(&format!("2024-12-17 {time}")).round_posts(0, 0);
        office.book_says(&["1000 2024-12-17 出勤 09:00 unknown"]);
    }
    office.at("2024-12-17 14:42").round_posts(1, 0);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
}

#[test]
fn nothing_goes_unread_after_a_sleep_in_the_closed_hours() {
    for wakes in ["2024-12-17 09:01", "2024-12-17 10:30"] {
        let office = Office::of(&[TARO, HANAKO]);
        office.setting("punch.in_closed_hours", "send");
        office.setting("kot.lanes", "1");
        office.at("2024-12-17 08:20").round_posts(0, 0);
        office.malion_has([
            on("tarouk", "2024-12-17 08:40"),
            on("hanako", "2024-12-17 08:41"),
        ]);
        office.at("2024-12-17 08:45");
        let (round, hold) = parked(&office, Boundary::BeforeAnswering, On::punch());
        office.sleeps_until(wakes);
        hold.go_on();
        round.ends().exits(0);
        office.kot_has(&["1000 2024-12-17 出勤 08:40"]);
        office.at("2024-12-17 10:35").round_posts(1, 0);
        office.kot_has(&["1000 2024-12-17 出勤 08:40", "2000 2024-12-17 出勤 08:41"]);
    }
}
