//! What people do in the middle of a round: the step that lets a punch leave looks once more.

use std::time::Duration;

use pcpunch::domain::time::WorkDay;
use pcpunch::sandbox::{Boundary, Canned, Fault, Hold, On, key_of};

use super::{on, taro_came};
use crate::harness::{Office, Running};

/// A round that has decided, and of which the first such reading is parked.
fn parked(office: &Office, on: On) -> (Running, Hold) {
    let hold = Hold::at(Boundary::BeforeAnswering);
    office.sandbox.kot.fault(Fault::Hold(hold.clone()), on);
    let round = office.starts_a_round();
    assert!(hold.wait_until_held(Duration::from_secs(20)));
    (round, hold)
}

#[test]
fn a_link_that_is_taken_off_while_the_day_is_read_lets_nothing_go() {
    let office = taro_came();
    let (round, hold) = parked(&office, On::reading());
    office.book_says(&["1000 2024-12-17 出勤 09:00 decided"]);
    office.links(&[("1000", "")]).exits(0);
    hold.go_on();
    round.ends().exits(0);
    office.kot_has(&[]);
    office.at("2024-12-17 12:05").round_posts(0, 0);
    office.links(&[("1000", "tarouk")]).exits(0);
    office.at("2024-12-17 12:10").round_posts(1, 0);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
}

#[test]
fn who_is_set_aside_or_leaves_while_the_day_is_read_is_not_punched() {
    let excludes = |office: &Office| {
        office.run(&["accounts", "exclude", "1000"]).exits(0);
    };
    let leaves = |office: &Office| {
        let last_day = WorkDay::parse("2024-12-16");
        assert!(office.sandbox.kot.resign(&key_of("1000"), last_day));
        office.run(&["employees", "sync"]).exits(0);
    };
    let doings: [fn(&Office); 2] = [excludes, leaves];
    for does in doings {
        let office = taro_came();
        let (round, hold) = parked(&office, On::reading());
        does(&office);
        hold.go_on();
        round.ends().exits(0);
        office.at("2024-12-17 12:05").round_posts(0, 0);
        office.kot_has(&[]);
    }
}

#[test]
fn a_file_that_is_frozen_while_the_day_is_read_lets_nothing_go() {
    let office = taro_came();
    let (round, hold) = parked(&office, On::reading());
    office.sql("INSERT INTO freezes (cause, detail, since) VALUES ('doubles', '1,2,3,4', 0)");
    hold.go_on();
    round.ends().exits(7);
    office.kot_has(&[]);
}

#[test]
fn nothing_is_sent_or_dropped_by_hand_while_a_round_runs() {
    let office = taro_came();
    let refusal = Canned::errors(400, 1, "この打刻は登録できません");
    office
        .sandbox
        .kot
        .fault(Fault::Answer(refusal), On::punch());
    office.round_posts(1, 3);
    office.malion_has([on("tarouk", "2024-12-18 09:00")]);
    office.at("2024-12-18 12:00");
    let id = office.book()[0].id.to_string();
    let (round, hold) = parked(&office, On::reading());
    office.fails(&["punches", "send", &id, "--yes"], 8, "state.locked");
    let drop = ["punches", "drop", &id, "--reason", "x", "--yes"];
    office.fails(&drop, 8, "state.locked");
    assert_eq!(office.posts(), 1);
    hold.go_on();
    round.ends().exits(0);
    office.book_says(&[
        "1000 2024-12-17 出勤 09:00 refused",
        "1000 2024-12-18 出勤 09:00 accepted",
    ]);
}

#[test]
fn a_command_waits_for_another_ones_transaction_and_one_that_only_looks_does_not() {
    let office = taro_came();
    let file = rusqlite::Connection::open(office.state_file()).unwrap();
    file.execute_batch("BEGIN IMMEDIATE").unwrap();
    let setting = office.starts(&["config", "set", "kot.lanes", "2"]);
    let reading = office.run(&["config", "get", "kot.lanes"]).exits(0);
    reading.says("4");
    std::thread::sleep(Duration::from_millis(300));
    file.execute_batch("COMMIT").unwrap();
    setting.ends().exits(0);
    office
        .run(&["config", "get", "kot.lanes"])
        .exits(0)
        .says("2");
}

#[test]
fn a_punch_that_leaves_while_king_of_time_answers_a_check_is_not_missing_in_it() {
    let office = taro_came();
    office.setting("link.punches", "off").round_posts(0, 0);
    office.setting("link.punches", "on");
    let hold = Hold::at(Boundary::BeforeAnswering);
    let parks = Fault::Hold(hold.clone());
    office.sandbox.kot.fault(parks, On::reading());
    let check = office.starts(&["logs", "check", "--date", "2024-12-17", "--format", "json"]);
    assert!(hold.wait_until_held(Duration::from_secs(20)));
    office.at("2024-12-17 12:05").round_posts(1, 0);
    hold.go_on();
    let checked = check.ends().exits(0).document("pcpunch.logs-check.v1");
    assert_eq!(checked["days"][0]["status"], "waiting");
    assert_eq!(checked["findings"], serde_json::json!([]));
    let again = office.run(&["logs", "check", "--date", "2024-12-17", "--format", "json"]);
    let again = again.exits(0).document("pcpunch.logs-check.v1");
    assert_eq!(again["days"][0]["kot"][0]["kind"], 1);
    assert_eq!(again["findings"], serde_json::json!([]));
}
