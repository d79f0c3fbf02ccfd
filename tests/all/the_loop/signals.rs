//! SIGTERM and SIGINT, whatever the loop is at.

use pcpunch::sandbox::{Boundary, Fault, Hold, On};

use super::{PATIENCE, taro, taro_comes};
use crate::harness::{Looping, Office};

/// An hour: whoever waits for its end waits for the signal.
const LONG: [&str; 4] = ["--interval", "1h", "--format", "json"];

/// The loop, parked at the first of these requests.
fn parked(office: &Office, on: On) -> (Looping, Hold) {
    let hold = Hold::at(Boundary::BeforeApplying);
    let fault = || Fault::Hold(hold.clone());
    office.sandbox.kot.fault(fault(), on.clone());
    office.sandbox.malion.fault(fault(), on);
    let relay = office.loops_with(&LONG);
    assert!(hold.wait_until_held(PATIENCE));
    (relay, hold)
}

#[test]
fn a_signal_ends_the_wait_between_two_rounds_at_once() {
    let office = taro();
    let mut relay = office.loops_with(&LONG);
    relay.round();
    relay.terminate();
    relay.ends().exits(143);
    let mut relay = office.loops_with(&LONG);
    relay.round();
    relay.interrupt();
    relay.ends().exits(130);
}

#[test]
fn a_signal_while_logs_are_collected_begins_nothing_new_and_loses_nothing() {
    let office = taro();
    taro_comes(&office);
    let (mut relay, hold) = parked(&office, On::logs());
    relay.interrupt();
    hold.go_on();
    let document = relay.round();
    assert_eq!(document["exit"], 130, "{document}");
    relay.ends().exits(130);
    assert_eq!(office.posts(), 0);
    office.at("2024-12-17 12:05").round_posts(1, 0);
}

#[test]
fn a_signal_while_people_are_synced_asks_nothing_further() {
    let office = taro();
    taro_comes(&office);
    office.setting("link.employees", "on");
    office.at("2024-12-18 12:00");
    let (mut relay, hold) = parked(&office, On::get("/v1.0/company"));
    relay.terminate();
    hold.go_on();
    assert_eq!(relay.round()["exit"], 143);
    relay.ends().exits(143);
    assert_eq!(office.sandbox.kot.count("GET", "/v1.0/employees"), 1);
    office.at("2024-12-18 12:05").round_posts(1, 0);
    assert_eq!(office.sandbox.kot.count("GET", "/v1.0/employees"), 2);
}

#[test]
fn a_signal_while_a_punch_is_under_way_awaits_and_records_its_answer() {
    let office = taro();
    taro_comes(&office);
    let (mut relay, hold) = parked(&office, On::punch());
    relay.terminate();
    hold.go_on();
    let document = relay.round();
    assert_eq!(document["punches"]["accepted"], 1, "{document}");
    relay.ends().exits(143);
    office.book_says(&["1000 2024-12-17 出勤 11:59 accepted"]);
}

#[test]
fn the_second_signal_leaves_at_once() {
    for on in [On::logs(), On::reading(), On::punch()] {
        let office = taro();
        taro_comes(&office);
        let (relay, hold) = parked(&office, on);
        relay.terminate().terminate();
        relay.ends().exits(143);
        hold.drop_connection();
    }
}
