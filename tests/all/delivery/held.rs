//! What waits for a person, and what the person says.

use pcpunch::sandbox::{Canned, Fault, On};

use super::{HANAKO, TARO, off, on, punches_of, taro_came};
use crate::harness::{Office, moment};

/// Taro's 2024-12-17 comes to light sixteen days later.
fn old() -> Office {
    let office = Office::of(&[TARO]);
    let late = moment("2025-01-02 11:00");
    office.malion_has([
        on("tarouk", "2024-12-17 09:00").collected(late),
        off("tarouk", "2024-12-17 18:00").collected(late),
    ]);
    office.at("2024-12-17 08:00").round(0);
    office.at("2025-01-02 12:00");
    office
}

#[test]
fn what_is_older_than_a_fortnight_waits_for_a_person() {
    let office = old();
    let round = office.round_posts(0, 0);
    assert_eq!(Office::findings_of(&round), ["too-old"]);
    office.book_says(&[
        "1000 2024-12-17 出勤 09:00 held",
        "1000 2024-12-17 退勤 18:00 held",
    ]);
    office.at("2025-01-02 12:05").round_posts(0, 0);
}

#[test]
fn what_a_person_sends_is_read_first_like_any_other() {
    let office = old();
    office.round(0);
    let (came, left) = (office.punch_id(1), office.punch_id(2));
    office.run(&["punches", "send", &came, &left]).exits(2);
    assert_eq!(office.posts(), 0, "nobody said yes");

    office.enters("1000", "2024-12-17", 1, "2024-12-17 08:50");
    let reads = office
        .sandbox
        .kot
        .count("GET", "/v1.0/daily-workings/timerecord");
    office
        .run(&["punches", "send", &came, &left, "--yes"])
        .exits(0);
    assert!(
        office
            .sandbox
            .kot
            .count("GET", "/v1.0/daily-workings/timerecord")
            > reads
    );
    office.kot_has(&[
        "1000 2024-12-17 出勤 08:50 (not ours)",
        "1000 2024-12-17 退勤 18:00",
    ]);
    office.book_says(&[
        "1000 2024-12-17 出勤 09:00 already-there",
        "1000 2024-12-17 退勤 18:00 accepted",
    ]);
    office.at("2025-01-02 12:05").round_posts(0, 0);
}

#[test]
fn only_what_a_person_named_is_sent() {
    let office = old();
    office.round(0);
    let came = office.punch_id(1);
    office.run(&["punches", "send", &came, "--yes"]).exits(0);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
    office.at("2025-01-02 12:05").round_posts(0, 0);
}

#[test]
fn what_was_lost_is_not_sent_along_with_what_a_person_named() {
    let office = Office::of(&[TARO, HANAKO]);
    office.malion_has([
        on("tarouk", "2024-12-17 09:00"),
        on("hanako", "2024-12-17 09:10"),
    ]);
    let kot = &office.sandbox.kot;
    let refusal = Canned::errors(400, 1, "この打刻は登録できません");
    kot.fault(Fault::Answer(refusal), On::post(&punches_of("1000")));
    kot.fault(Fault::DropBefore, On::post(&punches_of("2000")));
    office.at("2024-12-17 12:00").round_posts(2, 5);
    office.setting("link.punches", "off");
    office.at("2024-12-17 12:31").round_posts(0, 0);
    let refused = office.book()[0].id.to_string();
    office
        .at("2024-12-17 12:42")
        .run(&["punches", "send", &refused, "--yes"])
        .exits(0);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
    office.setting("link.punches", "on");
    office.at("2024-12-17 12:50").round_posts(1, 0);
    office.kot_has(&["1000 2024-12-17 出勤 09:00", "2000 2024-12-17 出勤 09:10"]);
}

#[test]
fn a_refused_punch_that_somebody_entered_by_hand_and_then_sends_is_ours_and_nothing_is_frozen() {
    let office = taro_came();
    let refusal = Canned::errors(400, 1, "この打刻は登録できません");
    office
        .sandbox
        .kot
        .fault(Fault::Answer(refusal), On::punch());
    office.round_posts(1, 3);
    office.enters("1000", "2024-12-17", 1, "2024-12-17 09:00");
    let came = office.punch_id(1);
    office.run(&["punches", "send", &came, "--yes"]).exits(0);
    office.book_says(&["1000 2024-12-17 出勤 09:00 accepted"]);
    office.at("2024-12-17 12:05").round_posts(0, 0);
    office.kot_has(&["1000 2024-12-17 出勤 09:00 (not ours)"]);
}

#[test]
fn what_a_person_sends_in_the_closed_hours_goes_when_they_end() {
    let office = old();
    office.round(0);
    let came = office.punch_id(1);
    office
        .at("2025-01-02 17:45")
        .run(&["punches", "send", &came, "--yes"])
        .exits(5);
    assert_eq!(office.posts(), 0);
    office.at("2025-01-02 18:35").round_posts(1, 0);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
}

#[test]
fn what_a_person_drops_is_never_sent() {
    let office = old();
    office.round(0);
    for kind in [1, 2] {
        let id = office.punch_id(kind);
        office
            .run(&["punches", "drop", &id, "--reason", "手で入力済み", "--yes"])
            .exits(0);
    }
    office.at("2025-01-02 12:05").round_posts(0, 0);
    office.book_says(&[
        "1000 2024-12-17 出勤 09:00 dropped",
        "1000 2024-12-17 退勤 18:00 dropped",
    ]);
}

#[test]
fn what_was_sent_can_be_neither_sent_nor_dropped() {
    let office = taro_came();
    office.round_posts(1, 0);
    let id = office.punch_id(1);
    office.fails(
        &["punches", "send", &id, "--yes"],
        1,
        "punches.not_sendable",
    );
    let drop = ["punches", "drop", &id, "--reason", "x", "--yes"];
    office.fails(&drop, 1, "punches.not_droppable");
    office.book_says(&["1000 2024-12-17 出勤 09:00 accepted"]);
}
