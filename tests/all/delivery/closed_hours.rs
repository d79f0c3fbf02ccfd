//! `punch.in_closed_hours = send`: what goes without a reading, and everything that does not.

use pcpunch::sandbox::{Canned, Fault, On};

use super::{HANAKO, TARO, off, on};
use crate::harness::{Office, moment};

/// A 出勤 goes unread; the relay's last round ended at 08:20, and Taro logs on at 08:40.
fn sends_unread() -> Office {
    let office = Office::of(&[TARO, HANAKO]);
    office.setting("punch.in_closed_hours", "send");
    office.at("2024-12-17 08:20").round_posts(0, 0);
    office.malion_has([on("tarouk", "2024-12-17 08:40")]);
    office.at("2024-12-17 08:45");
    office
}

/// One round in the closed hours, which reads nothing and posts so often.
#[track_caller]
fn unread_round(office: &Office, posts: usize) -> serde_json::Value {
    let before = office.sandbox.kot.requests().len();
    let ran = office.relay().exits(0);
    let mut asked = office.sandbox.kot.requests().split_off(before);
    // A port may have been another test's MaLion a moment ago.
    asked.retain(|request| request.path.starts_with("/v1.0"));
    assert!(
        asked.iter().all(|request| request.method == "POST"),
        "{asked:#?}"
    );
    assert_eq!(asked.len(), posts, "{}", ran.told());
    ran.document("pcpunch.relay-run.v1")
}

#[test]
fn a_clock_in_goes_unread_and_is_read_when_the_hours_are_over() {
    let office = sends_unread();
    let told = office
        .run(&["relay", "run", "--once", "--lang", "en"])
        .exits(0);
    assert!(
        told.told().contains("1 出勤 was sent in the closed hours"),
        "{}",
        told.told()
    );
    office.kot_has(&["1000 2024-12-17 出勤 08:40"]);
    office.at("2024-12-17 08:50");
    unread_round(&office, 0);
    let before = office.sandbox.kot.requests().len();
    let round = office.at("2024-12-17 10:01").round_posts(0, 0);
    assert_eq!(
        office.sandbox.kot.requests().len() - before,
        1,
        "the day is looked at"
    );
    assert_eq!(Office::findings_of(&round), [""; 0]);
    let before = office.sandbox.kot.requests().len();
    office.at("2024-12-17 10:06").round_posts(0, 0);
    assert_eq!(office.sandbox.kot.requests().len(), before, "once");
}

#[test]
fn without_the_setting_nothing_goes_in_the_closed_hours() {
    let office = sends_unread();
    office.setting("punch.in_closed_hours", "wait");
    let round = unread_round(&office, 0);
    assert_eq!(round["next_read_at"], "2024-12-17T10:01:00+09:00");
    office.kot_has(&[]);
}

#[test]
fn nothing_goes_unread_in_the_minute_around_the_closed_hours() {
    let office = sends_unread();
    office.at("2024-12-17 10:00:30");
    unread_round(&office, 0);
}

#[test]
fn a_relay_that_finished_no_round_within_the_hour_waits_for_the_reading() {
    let office = sends_unread();
    office.at("2024-12-17 09:21");
    unread_round(&office, 0);
    // That was a round: the next one is within the hour.
    office.at("2024-12-17 09:26");
    unread_round(&office, 1);
    office.kot_has(&["1000 2024-12-17 出勤 08:40"]);
}

#[test]
fn a_clock_out_never_goes_unread() {
    let office = Office::of(&[TARO]);
    office.setting("punch.in_closed_hours", "send");
    office.setting("punch.settle_minutes", "60");
    office.malion_has([
        on("tarouk", "2024-12-17 09:00"),
        off("tarouk", "2024-12-17 18:22"),
    ]);
    office.at("2024-12-17 12:00").round_posts(1, 0);
    office.at("2024-12-18 08:45");
    office.relay().exits(0);
    unread_round(&office, 0);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
    office.at("2024-12-18 10:01").round_posts(1, 0);
}

#[test]
fn nor_does_one_beside_a_clock_in_that_is_not_ours() {
    let office = Office::of(&[TARO]);
    office.setting("punch.in_closed_hours", "send");
    office.enters("1000", "2024-12-17", 1, "2024-12-17 09:00");
    office.malion_has([on("tarouk", "2024-12-17 09:00")]);
    office.at("2024-12-17 12:00").round_posts(0, 0);
    // The ログオフ comes while the day cannot be read.
    let mut late = off("tarouk", "2024-12-17 18:22");
    late.collected_at = moment("2024-12-18 08:41");
    office.malion_has([late]);
    office.at("2024-12-18 08:20").relay().exits(0);
    office.at("2024-12-18 08:45");
    unread_round(&office, 0);
    office.at("2024-12-18 10:01").round_posts(1, 0);
}

#[test]
fn closed_hours_for_punches_too_end_it_and_nothing_goes_unread_twice() {
    let office = sends_unread();
    office.malion_has([on("hanako", "2024-12-17 08:41")]);
    let closed = Fault::Answer(Canned::errors(403, 104, "禁止されています"));
    office.sandbox.kot.fault(closed, On::punch());
    office.setting("kot.lanes", "1");
    let round = unread_round(&office, 1);
    assert_eq!(round["next_read_at"], "2024-12-17T10:01:00+09:00");
    assert_eq!(Office::findings_of(&round), ["kot-access"]);
    office.at("2024-12-17 08:50");
    unread_round(&office, 0);
    // A quarter of an hour later the other one goes; the one that was refused waits to be read.
    office.at("2024-12-17 09:01");
    unread_round(&office, 1);
    assert_eq!(office.sandbox.kot.punches().len(), 1);
    office.at("2024-12-17 10:01").round_posts(1, 0);
    office.kot_has(&["1000 2024-12-17 出勤 08:40", "2000 2024-12-17 出勤 08:41"]);
}

#[test]
fn what_was_tried_unread_is_not_tried_again_without_a_reading() {
    let office = sends_unread();
    let busy = Fault::Answer(Canned::flat(429, "303", "Too Many Requests"));
    office.sandbox.kot.fault(busy, On::punch());
    unread_round(&office, 1);
    office.kot_has(&[]);
    office.at("2024-12-17 08:50");
    unread_round(&office, 0);
    office.at("2024-12-17 10:01").round_posts(1, 0);
    office.kot_has(&["1000 2024-12-17 出勤 08:40"]);
}

#[test]
fn what_is_lost_unread_is_settled_by_readings() {
    let office = sends_unread();
    office.sandbox.kot.fault(Fault::DropAfter, On::punch());
    office.relay().exits(5);
    office.at("2024-12-17 08:50");
    unread_round(&office, 0);
    office.at("2024-12-17 10:01").round_posts(0, 0);
    office.book_says(&["1000 2024-12-17 出勤 08:40 accepted"]);
    office.kot_has(&["1000 2024-12-17 出勤 08:40"]);
}

#[test]
fn a_double_that_the_setting_made_freezes_the_day() {
    let office = sends_unread();
    office.enters("1000", "2024-12-17", 1, "2024-12-17 08:38");
    unread_round(&office, 1);
    let round = office.at("2024-12-17 10:01").round_posts(0, 0);
    assert_eq!(Office::findings_of(&round), ["double-in-kot", "frozen"]);
}

#[test]
fn a_day_in_a_month_that_may_be_closed_waits_for_the_reading() {
    let office = sends_unread();
    office.at("2024-12-21 08:20").setting("link.punches", "off");
    office.relay().exits(0);
    office.at("2024-12-21 08:45").setting("link.punches", "on");
    unread_round(&office, 0);
}

#[test]
fn a_changed_token_is_compared_before_anything_goes_unread() {
    let office = sends_unread();
    office.sandbox.kot.set_token("another-token-of-the-company");
    office.setting("kot.token", "another-token-of-the-company");
    unread_round(&office, 0);
    office.at("2024-12-17 10:01").round_posts(1, 0);
}

#[test]
fn setting_it_says_what_it_weakens() {
    let office = Office::of(&[TARO]);
    let words = [
        "config",
        "set",
        "punch.in_closed_hours",
        "send",
        "--lang",
        "en",
    ];
    let ran = office.run(&words).exits(0);
    for said in [
        "weakens the promise",
        "by hand or by card",
        "within the hour",
    ] {
        assert!(ran.told().contains(said), "{}", ran.told());
    }
}
