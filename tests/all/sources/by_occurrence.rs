//! A MaLion that can only be asked by when logs occurred: what comes late is found by reading again, and no
//! day is settled by what was read too early.

use pcpunch::sandbox::{Canned, Fault, Log, On};
use serde_json::Value;

use super::TARO;
use crate::harness::{Office, moment, pc_log};

/// The built-in profile, asked by occurrence.
const ASSUMED: &str = include_str!("../../../src/malion/assumed-v1.toml");

/// An office whose MaLion is asked so, and read whole once in so many hours.
fn office(reread_hours: &str) -> Office {
    let office = Office::of(&[TARO]);
    let profile = ASSUMED.replace("by = \"collected\"", "by = \"occurred\"");
    let file = office.file("occurred.toml", &profile);
    office
        .setting("malion.profile", file.to_str().unwrap())
        .setting("malion.reread_hours", reread_hours);
    office
}

fn late(line: &str, collected: &str) -> Log {
    pc_log(line).collected(moment(collected))
}

/// How often MaLion was asked in a round at that time, which ends with 0.
fn asked(office: &Office, time: &str) -> usize {
    let before = office.sandbox.malion.requests().len();
    office.relays_at(&[time]);
    office.sandbox.malion.requests().len() - before
}

#[test]
fn the_whole_look_back_costs_a_request_a_day_and_an_idle_round_one() {
    let office = office("6");
    office.malion_has([pc_log("2024-12-17 09:03 PC-1 tarouk ログオン")]);
    for (time, requests) in [
        ("2024-12-17 12:00", 14),
        ("2024-12-17 12:05", 1),
        ("2024-12-17 12:10", 1),
        ("2024-12-17 17:59", 1),
        ("2024-12-17 18:05", 16),
        ("2024-12-17 18:10", 1),
    ] {
        assert_eq!(asked(&office, time), requests, "{time}");
    }
    office.setting("malion.reread_hours", "0");
    for time in ["2024-12-17 18:45", "2024-12-17 18:50"] {
        assert!(asked(&office, time) >= 15, "{time}");
    }
}

#[test]
fn a_round_after_a_day_without_one_still_costs_two_requests() {
    let office = office("168");
    office.relays_at(&["2024-12-17 12:00"]);
    assert_eq!(asked(&office, "2024-12-18 11:05"), 2);
}

#[test]
fn the_pcs_next_start_brings_the_day_before_whatever_the_hours_of_rereading() {
    let office = office("168");
    office.malion_has([
        pc_log("2024-12-17 09:03 PC-1 tarouk ログオン"),
        late("2024-12-17 18:22 PC-1 tarouk ログオフ", "2024-12-18 08:05"),
        late("2024-12-18 08:04 PC-1 tarouk ログオン", "2024-12-18 08:06"),
    ]);
    office.relays_at(&["2024-12-17 12:00", "2024-12-17 19:00", "2024-12-18 06:05"]);
    office.kot_has(&["1000 2024-12-17 出勤 09:03"]);
    assert_eq!(asked(&office, "2024-12-18 08:10"), 3, "yesterday and today");
    office.relays_at(&["2024-12-18 10:01"]);
    office.kot_has(&[
        "1000 2024-12-17 出勤 09:03",
        "1000 2024-12-17 退勤 18:22",
        "1000 2024-12-18 出勤 08:04",
    ]);
}

/// Until the afternoon's logs come, the morning looks like a whole day to everybody who does not read it
/// again.
#[test]
fn a_day_is_settled_only_by_a_reading_of_all_of_it_that_began_after_its_end() {
    let office = office("6");
    office.malion_has([
        pc_log("2024-12-17 09:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-17 12:00 PC-1 tarouk ログオフ"),
        late("2024-12-17 13:00 PC-1 tarouk ログオン", "2024-12-18 05:30"),
        late("2024-12-17 18:00 PC-1 tarouk ログオフ", "2024-12-18 05:30"),
    ]);
    office.relays_at(&[
        "2024-12-17 12:30",
        "2024-12-17 19:00",
        "2024-12-18 01:00",
        "2024-12-18 05:55",
        "2024-12-18 06:05",
        "2024-12-18 06:55",
    ]);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
    office.relays_at(&["2024-12-18 07:00"]);
    office.kot_has(&["1000 2024-12-17 出勤 09:00", "1000 2024-12-17 退勤 18:00"]);
}

#[test]
fn late_logs_of_several_days_are_found_by_the_next_whole_reading() {
    let office = office("24");
    office.malion_has([
        late("2024-12-17 09:00 PC-1 tarouk ログオン", "2024-12-19 13:00"),
        late("2024-12-17 18:00 PC-1 tarouk ログオフ", "2024-12-19 13:00"),
        pc_log("2024-12-18 09:10 PC-2 tarouk ログオン"),
        late("2024-12-18 17:30 PC-2 tarouk ログオフ", "2024-12-20 09:00"),
        pc_log("2024-12-19 09:20 PC-3 tarouk ログオン"),
        pc_log("2024-12-19 17:20 PC-3 tarouk ログオフ"),
    ]);
    office.relays_at(&[
        "2024-12-17 12:00",
        "2024-12-18 12:05",
        "2024-12-19 12:10",
        "2024-12-20 11:00",
    ]);
    office.kot_has(&["1000 2024-12-18 出勤 09:10", "1000 2024-12-19 出勤 09:20"]);
    office.relays_at(&["2024-12-20 12:15"]);
    office.kot_has(&[
        "1000 2024-12-17 出勤 09:00",
        "1000 2024-12-17 退勤 18:00",
        "1000 2024-12-18 出勤 09:10",
        "1000 2024-12-18 退勤 17:30",
        "1000 2024-12-19 出勤 09:20",
        "1000 2024-12-19 退勤 17:20",
    ]);
    office.relays_at(&["2024-12-21 12:20"]);
    office.rests();
}

#[test]
fn a_logoff_that_never_comes_is_waited_for_as_long_as_the_look_back() {
    let office = office("6");
    office.malion_has([pc_log("2024-12-17 09:00 PC-1 tarouk ログオン")]);
    for day in 17..=30 {
        office.relays_at(&[&format!("2024-12-{day} 12:00")]);
    }
    let says = |time: &str, code: &str| {
        let document = office.at(time).round(0);
        Office::findings_of(&document).contains(&code)
    };
    assert!(says("2024-12-31 08:00", "waiting-logoff"));
    assert!(!says("2024-12-31 08:05", "no-logoff"));
    assert!(says("2024-12-31 14:05", "no-logoff"));
    assert!(!says("2024-12-31 14:10", "waiting-logoff"));
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
}

#[test]
fn what_is_new_is_taken_even_where_the_older_days_cannot_be_read() {
    let office = office("6");
    office.relays_at(&["2024-12-17 07:00"]);
    office.malion_has([pc_log("2024-12-17 12:55 PC-1 tarouk ログオン")]);
    let busy = Fault::Answer(Canned::malion_error(503, "BUSY", "busy"));
    office
        .sandbox
        .malion
        .fault(busy, On::logs().skip(3).always());
    office.at("2024-12-17 13:00").relay().exits(5);
    office.kot_has(&["1000 2024-12-17 出勤 12:55"]);
    office.sandbox.malion.clear_faults();
    let due = asked(&office, "2024-12-17 13:05");
    assert!(due > 14, "the whole reading is still due: {due}");
    assert_eq!(asked(&office, "2024-12-17 13:10"), 1);
}

#[test]
fn a_reading_whose_clock_is_off_settles_no_day() {
    let office = office("0");
    office.malion_has([
        pc_log("2024-12-17 09:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-17 18:00 PC-1 tarouk ログオフ"),
    ]);
    office
        .sandbox
        .malion
        .skew_clock(chrono::TimeDelta::minutes(10));
    office.relays_at(&["2024-12-18 10:01"]);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
    office.sandbox.malion.skew_clock(chrono::TimeDelta::zero());
    office.relays_at(&["2024-12-18 10:06"]);
    let known = office.run(&["relay", "status", "--format", "json"]);
    let status: Value = known.document("pcpunch.status.v1");
    assert_eq!(status["lag_minutes"], 0, "{status:#}");
    office.kot_has(&["1000 2024-12-17 出勤 09:00", "1000 2024-12-17 退勤 18:00"]);
}
