//! No POST without a reading, and what a reading lets go.

use std::time::Duration;

use pcpunch::sandbox::{Boundary, Fault, Hold, On, Request, Reshape, key_of};

use super::{HANAKO, TARO, many_came, off, on, taro_came, taro_left};
use crate::harness::{Office, moment};

#[test]
fn nothing_is_posted_while_the_day_cannot_be_read() {
    let office = taro_came();
    office
        .sandbox
        .kot
        .fault(Fault::DropBefore, On::reading().times(1));
    office.round_posts(0, 5);
    office.book_says(&["1000 2024-12-17 出勤 09:00 decided"]);
    office.round_posts(1, 0);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
}

#[test]
fn a_day_that_cannot_be_read_does_not_keep_another_back() {
    let office = taro_left();
    office.malion_has([on("tarouk", "2024-12-18 09:05")]);
    let malformed = Fault::Answer(pcpunch::sandbox::Canned::html_page());
    office.sandbox.kot.fault(malformed, On::reading());
    office.round_posts(1, 5);
    office.kot_has(&["1000 2024-12-18 出勤 09:05"]);
    office.round_posts(2, 0);
    office.kot_has(&[
        "1000 2024-12-17 出勤 09:00",
        "1000 2024-12-17 退勤 18:22",
        "1000 2024-12-18 出勤 09:05",
    ]);
}

#[test]
fn somebody_who_is_gone_does_not_keep_the_others_of_the_day_waiting() {
    let office = Office::of(&[TARO, HANAKO]);
    office.malion_has([
        on("tarouk", "2024-12-17 09:00"),
        off("tarouk", "2024-12-17 18:00"),
        on("hanako", "2024-12-17 08:45").collected(moment("2024-12-18 09:00")),
    ]);
    office.at("2024-12-17 12:00").round_posts(1, 0);
    assert!(office.sandbox.kot.delete(&key_of("1000")));
    office
        .at("2024-12-18 12:00")
        .run(&["employees", "sync"])
        .exits(0);
    office.round_posts(1, 0);
    office.kot_has(&["1000 2024-12-17 出勤 09:00", "2000 2024-12-17 出勤 08:45"]);
    let found = office.open_findings();
    assert!(
        !found.iter().any(|code| code == "kot-incomplete"),
        "{found:?}"
    );
    office.book_says(&[
        "1000 2024-12-17 出勤 09:00 accepted",
        "1000 2024-12-17 退勤 18:00 decided",
        "2000 2024-12-17 出勤 08:45 accepted",
    ]);
}

#[test]
fn every_day_of_a_backlog_is_read_before_its_punches() {
    let office = Office::of(&[TARO, HANAKO]);
    for day in ["2024-12-17", "2024-12-18", "2024-12-19"] {
        office.malion_has([
            on("tarouk", &format!("{day} 09:00")),
            off("tarouk", &format!("{day} 18:00")),
            on("hanako", &format!("{day} 08:45")),
            off("hanako", &format!("{day} 17:15")),
        ]);
    }
    office.at("2024-12-20 12:00").round_posts(12, 0);
    office.at("2024-12-20 12:05").round_posts(0, 0);
}

#[test]
fn one_reading_serves_all_people_of_a_day_and_few_are_asked_for_by_name() {
    for (count, by_name) in [(20_usize, true), (21, false)] {
        let office = many_came(u32::try_from(count).unwrap());
        let first = office.sandbox.kot.requests().len();
        office.round_posts(count, 0);
        let requests = office.sandbox.kot.requests().split_off(first);
        let of_days =
            |request: &&Request| request.method == "GET" && request.query.contains("start");
        let readings: Vec<&Request> = requests.iter().filter(of_days).collect();
        assert_eq!(readings.len(), 2, "before and after: {readings:#?}");
        for reading in readings {
            let keys = reading.query.split("employeeKeys=").nth(1);
            let named = keys.map(|keys| keys.replace("%2C", ",").split(',').count());
            assert_eq!(named, by_name.then_some(count), "{}", reading.query);
        }
    }
}

#[test]
fn a_day_that_is_not_in_the_answer_is_read_in_two_rounds_ten_minutes_apart() {
    let office = taro_came();
    let empty = || Fault::Reshape(Reshape::EmptyList);
    office.sandbox.kot.fault(empty(), On::reading().always());
    office.round_posts(0, 0);
    office.at("2024-12-17 12:05").round_posts(0, 0);
    office.at("2024-12-17 12:11").round_posts(1, 0);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
}

#[test]
fn a_clock_in_from_elsewhere_within_one_minute_is_there_already() {
    for time in [
        "2024-12-17 08:59",
        "2024-12-17 09:00",
        "2024-12-17 09:01:40",
    ] {
        let office = taro_came();
        office.enters("1000", "2024-12-17", 1, time);
        office.round_posts(0, 0);
        office.book_says(&["1000 2024-12-17 出勤 09:00 already-there"]);
    }
}

#[test]
fn a_log_for_which_a_punch_by_hand_stood_is_punched_for_whom_it_turns_out_to_be() {
    let office = Office::of(&[TARO, HANAKO]);
    office.links(&[("2000", "")]).exits(0);
    office.malion_has([on("tarouk", "2024-12-17 09:00")]);
    office.enters("1000", "2024-12-17", 1, "2024-12-17 08:55");
    office.at("2024-12-17 12:00").round_posts(0, 0);
    office.book_says(&["1000 2024-12-17 出勤 09:00 already-there"]);
    office.links(&[("1000", ""), ("2000", "tarouk")]).exits(0);
    office.at("2024-12-17 12:05").round_posts(1, 0);
    office.at("2024-12-17 12:10").round_posts(0, 0);
    office.kot_has(&[
        "1000 2024-12-17 出勤 08:55 (not ours)",
        "2000 2024-12-17 出勤 09:00",
    ]);
}

#[test]
fn a_punch_of_that_kind_at_another_time_is_there_already() {
    let office = taro_left();
    office.enters("1000", "2024-12-17", 1, "2024-12-17 08:30");
    office.enters("1000", "2024-12-17", 2, "2024-12-17 20:00");
    let round = office.round_posts(0, 0);
    assert_eq!(round["punches"]["already_there"], 2, "{round:#}");
    office.book_says(&[
        "1000 2024-12-17 出勤 09:00 already-there",
        "1000 2024-12-17 退勤 18:22 already-there",
    ]);
    let there = office.book()[0].reason.clone();
    assert_eq!(there.as_deref(), Some("2024-12-17T08:30:00+09:00"));
}

#[test]
fn a_clock_out_waits_until_a_clock_in_is_shown() {
    let office = Office::of(&[TARO]);
    // Without its ログオン the first ログオフ makes the day one without 出勤.
    office.malion_has([
        off("tarouk", "2024-12-17 12:00"),
        on("tarouk", "2024-12-17 13:00"),
        off("tarouk", "2024-12-17 18:22"),
    ]);
    office.at("2024-12-18 12:00").round_posts(0, 0);
    office.book_says(&["1000 2024-12-17 退勤 18:22 decided"]);
    office.enters("1000", "2024-12-17", 1, "2024-12-17 08:55");
    office.at("2024-12-18 12:05").round_posts(1, 0);
    office.kot_has(&[
        "1000 2024-12-17 出勤 08:55 (not ours)",
        "1000 2024-12-17 退勤 18:22",
    ]);
}

#[test]
fn a_clock_out_that_is_not_later_than_the_clock_in_shown_is_not_sent() {
    let office = taro_left();
    office.enters("1000", "2024-12-17", 1, "2024-12-17 18:22");
    let round = office.round_posts(0, 0);
    office.book_says(&[
        "1000 2024-12-17 出勤 09:00 already-there",
        "1000 2024-12-17 退勤 18:22 held",
    ]);
    assert_eq!(Office::findings_of(&round), ["already-there", "no-logoff"]);
    office.at("2024-12-18 12:05").round_posts(0, 0);
}

#[test]
fn nothing_is_sent_to_a_day_that_shows_two_of_a_kind() {
    for kind in [1, 2] {
        let office = taro_left();
        office.enters("1000", "2024-12-17", kind, "2024-12-17 08:30");
        office.enters("1000", "2024-12-17", kind, "2024-12-17 19:30");
        let round = office.round_posts(0, 0);
        let codes = Office::findings_of(&round);
        assert!(codes.contains(&"double-in-kot"), "{codes:?}");
        office.book_says(&[
            "1000 2024-12-17 出勤 09:00 decided",
            "1000 2024-12-17 退勤 18:22 decided",
        ]);
        office
            .sandbox
            .kot
            .remove_punches(|punch| punch.code == kind);
        office.at("2024-12-18 12:05").round_posts(2, 0);
        office.kot_has(&["1000 2024-12-17 出勤 09:00", "1000 2024-12-17 退勤 18:22"]);
    }
}

#[test]
fn the_attempt_is_on_the_disk_before_its_first_byte_leaves() {
    let office = taro_came();
    let hold = Hold::at(Boundary::BeforeApplying);
    office
        .sandbox
        .kot
        .fault(Fault::Hold(hold.clone()), On::punch());
    let round = office.starts_a_round();
    assert!(hold.wait_until_held(Duration::from_secs(20)));
    office.book_says(&["1000 2024-12-17 出勤 09:00 sending"]);
    assert_eq!(office.book()[0].attempts, 1);
    let list = office
        .run(&["punches", "list", "--state", "sending", "--format", "json"])
        .exits(0);
    let list = list.document("pcpunch.punches-list.v1");
    assert_eq!(list["punches"][0]["state"], "sending");
    hold.go_on();
    round.ends().exits(0);
    office.book_says(&["1000 2024-12-17 出勤 09:00 accepted"]);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
}

#[test]
fn a_dry_run_says_what_would_be_sent_and_changes_nothing() {
    let office = taro_left();
    let before = office.state();
    let ran = office
        .run(&["relay", "run", "--once", "--dry-run", "--format", "json"])
        .exits(0);
    let round = ran.document("pcpunch.relay-run.v1");
    let sent = round["sent"].as_array().unwrap().iter();
    let said: Vec<&str> = sent.filter_map(|punch| punch["time"].as_str()).collect();
    assert_eq!(
        said,
        ["2024-12-17T09:00:00+09:00", "2024-12-17T18:22:00+09:00"]
    );
    assert_eq!(round["dry_run"], true);
    assert_eq!(office.posts(), 0);
    assert!(office.state() == before, "the file changed");
    office.book_says(&[]);
    office.round_posts(2, 0);
}

#[test]
fn with_the_link_off_everything_is_collected_and_nothing_sent() {
    let office = taro_left();
    office.setting("link.punches", "off");
    office.round_posts(0, 0);
    office.at("2024-12-18 12:05").round_posts(0, 0);
    office.book_says(&[
        "1000 2024-12-17 出勤 09:00 decided",
        "1000 2024-12-17 退勤 18:22 decided",
    ]);
    office.setting("link.punches", "on");
    office.at("2024-12-18 12:10").round_posts(2, 0);
}

#[test]
fn a_second_round_over_the_same_logs_posts_nothing() {
    let office = taro_left();
    office.round_posts(2, 0);
    let kot = office.sandbox.kot.requests().len();
    let malion = office.sandbox.malion.requests().len();
    office.at("2024-12-18 12:05").round_posts(0, 0);
    assert_eq!(office.sandbox.kot.requests().len(), kot);
    assert!(office.sandbox.malion.requests().len() <= malion + 2);
}
