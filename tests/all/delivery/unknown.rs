//! A punch whose answer was lost is settled by complete readings, and is never sent again blindly.

use pcpunch::sandbox::{Canned, Fault, On, Reshape};

use super::{HANAKO, JIRO, TARO, off, on, punches_of, taro_came};
use crate::harness::{Office, moment, pc_log};

const UNKNOWN: [&str; 1] = ["1000 2024-12-17 出勤 09:00 unknown"];

/// Taro's 出勤 was posted at noon, did not reach KING OF TIME, and no answer came.
fn lost() -> Office {
    let office = taro_came();
    office.sandbox.kot.fault(Fault::DropBefore, On::punch());
    office.round_posts(1, 5);
    office.book_says(&UNKNOWN);
    office
}

/// Taro and Hanako came; hers was accepted at noon, his was lost.
fn lost_beside_one_that_arrived() -> Office {
    let office = Office::of(&[TARO, HANAKO]);
    office.malion_has([
        on("tarouk", "2024-12-17 09:00"),
        on("hanako", "2024-12-17 09:10"),
    ]);
    let his = On::post(&punches_of("1000"));
    office.sandbox.kot.fault(Fault::DropBefore, his);
    office.at("2024-12-17 12:00").round_posts(2, 5);
    office.kot_has(&["2000 2024-12-17 出勤 09:10"]);
    office
}

#[test]
fn what_the_next_reading_shows_was_accepted() {
    let office = taro_came();
    let kot = &office.sandbox.kot;
    kot.fault(Fault::DropAfter, On::punch());
    let busy = Fault::Answer(Canned::errors(500, 300, "Resource Server Error."));
    kot.fault(busy, On::reading().skip(1));
    office.round_posts(1, 5);
    office.book_says(&UNKNOWN);
    office.at("2024-12-17 12:05").round_posts(0, 0);
    office.book_says(&["1000 2024-12-17 出勤 09:00 accepted"]);
}

#[test]
fn one_of_that_kind_at_another_time_is_somebody_elses() {
    let office = lost();
    office.enters("1000", "2024-12-17", 1, "2024-12-17 09:20");
    office.at("2024-12-17 12:05").round_posts(0, 0);
    office.book_says(&["1000 2024-12-17 出勤 09:00 already-there"]);
}

#[test]
fn what_is_absent_before_half_an_hour_is_still_unknown() {
    let office = lost_beside_one_that_arrived();
    for time in ["2024-12-17 12:05", "2024-12-17 12:29"] {
        let round = office.at(time).round_posts(0, 0);
        assert_eq!(Office::findings_of(&round), ["unknown"]);
    }
    office.book_says(&[UNKNOWN[0], "2000 2024-12-17 出勤 09:10 accepted"]);
}

#[test]
fn what_is_absent_after_half_an_hour_beside_what_was_accepted_is_sent_once_more() {
    let office = lost_beside_one_that_arrived();
    office.rounds_at(&["2024-12-17 12:31", "2024-12-17 12:40"]);
    office.kot_has(&["2000 2024-12-17 出勤 09:10"]);
    office.at("2024-12-17 12:42").round_posts(1, 0);
    office.rounds_at(&["2024-12-17 12:47", "2024-12-17 13:20", "2024-12-17 14:00"]);
    office.kot_has(&["1000 2024-12-17 出勤 09:00", "2000 2024-12-17 出勤 09:10"]);
}

#[test]
fn where_nothing_was_accepted_two_readings_ten_minutes_apart_must_agree() {
    let office = lost();
    for time in ["12:05", "12:10", "12:25", "12:31", "12:36"] {
        office.at(&format!("2024-12-17 {time}")).round_posts(0, 0);
    }
    office.book_says(&UNKNOWN);
    office.at("2024-12-17 12:42").round_posts(1, 0);
    office.at("2024-12-17 13:30").round_posts(0, 0);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
}

#[test]
fn a_request_that_is_applied_late_is_found_and_not_sent_again() {
    let office = taro_came();
    let late = Fault::ApplyLater(chrono::TimeDelta::minutes(29));
    office.sandbox.kot.fault(late, On::punch());
    office.round_posts(1, 5);
    office.rounds_at(&[
        "2024-12-17 12:05",
        "2024-12-17 12:28",
        "2024-12-17 12:31",
        "2024-12-17 12:42",
    ]);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
    office.book_says(&["1000 2024-12-17 出勤 09:00 accepted"]);
}

#[test]
fn a_list_that_lacks_most_of_what_was_accepted_proves_nothing() {
    let office = Office::of(&[TARO, HANAKO, JIRO]);
    office.malion_has([
        on("tarouk", "2024-12-17 09:00"),
        on("hanako", "2024-12-17 09:10"),
        on("jirok", "2024-12-17 09:20"),
        off("tarouk", "2024-12-17 18:00"),
        off("hanako", "2024-12-17 18:10"),
        off("jirok", "2024-12-17 18:20"),
    ]);
    office.at("2024-12-17 12:00").round_posts(3, 0);
    let part = || Fault::Reshape(Reshape::PartOfList);
    office.sandbox.kot.fault(part(), On::reading().always());
    for time in ["2024-12-18 12:00", "2024-12-18 12:11", "2024-12-18 12:42"] {
        let round = office.at(time).round_posts(0, 0);
        assert_eq!(Office::findings_of(&round), ["kot-incomplete"]);
    }
    office.sandbox.kot.clear_faults();
    let round = office.at("2024-12-18 12:50").round_posts(3, 0);
    assert_eq!(Office::findings_of(&round), [""; 0]);
}

#[test]
fn a_lost_punch_is_not_sent_again_on_the_word_of_a_list_that_lacks_something() {
    let office = lost_beside_one_that_arrived();
    let hidden = Fault::Reshape(Reshape::PunchesHidden);
    office.sandbox.kot.fault(hidden, On::reading().always());
    for time in ["12:31", "12:42", "13:30"] {
        let round = office.at(&format!("2024-12-17 {time}")).round_posts(0, 0);
        let codes = Office::findings_of(&round);
        assert_eq!(codes, ["kot-incomplete", "unknown"], "{time}");
    }
    office.sandbox.kot.clear_faults();
    office.at("2024-12-17 13:35").round_posts(0, 0);
    office.at("2024-12-17 13:46").round_posts(1, 0);
    office.kot_has(&["1000 2024-12-17 出勤 09:00", "2000 2024-12-17 出勤 09:10"]);
}

#[test]
fn of_lists_that_lack_one_of_ours_two_must_agree() {
    let office = Office::of(&[TARO, HANAKO, JIRO]);
    office.malion_has([
        on("tarouk", "2024-12-17 09:00"),
        on("hanako", "2024-12-17 09:10"),
        on("jirok", "2024-12-17 09:20"),
    ]);
    let his = On::post(&punches_of("3000"));
    office.sandbox.kot.fault(Fault::DropAfter, his);
    let half = Fault::Reshape(Reshape::PartOfList);
    // The reading before the punches, and the one after them.
    office
        .sandbox
        .kot
        .fault(half, On::reading().skip(1).times(2));
    office.at("2024-12-17 12:00").round_posts(3, 5);
    office.at("2024-12-17 12:31").round_posts(0, 0);
    office.book_says(&[
        "1000 2024-12-17 出勤 09:00 accepted",
        "2000 2024-12-17 出勤 09:10 accepted",
        "3000 2024-12-17 出勤 09:20 unknown",
    ]);
    office.at("2024-12-17 12:42").round_posts(0, 0);
    office.kot_has(&[
        "1000 2024-12-17 出勤 09:00",
        "2000 2024-12-17 出勤 09:10",
        "3000 2024-12-17 出勤 09:20",
    ]);
}

#[test]
fn an_empty_list_is_no_proof_of_absence() {
    let office = lost_beside_one_that_arrived();
    let empty = Fault::Reshape(Reshape::EmptyList);
    office.sandbox.kot.fault(empty, On::reading().always());
    for time in ["12:31", "12:42", "13:30"] {
        office.at(&format!("2024-12-17 {time}")).round_posts(0, 0);
    }
    office.book_says(&[UNKNOWN[0], "2000 2024-12-17 出勤 09:10 accepted"]);
}

#[test]
fn what_is_lost_twice_waits_for_a_person() {
    let office = lost_beside_one_that_arrived();
    office.sandbox.kot.fault(Fault::DropBefore, On::punch());
    office.at("2024-12-17 12:31").round_posts(0, 0);
    office.at("2024-12-17 12:42").round_posts(1, 5);
    office.rounds_at(&["2024-12-17 13:00", "2024-12-17 13:13"]);
    let round = office.at("2024-12-17 13:24").round_posts(0, 0);
    assert_eq!(Office::findings_of(&round), ["person"]);
    office.rounds_at(&["2024-12-17 14:00", "2024-12-18 12:00"]);
    let punch = &office.book()[0];
    assert_eq!(punch.state, "person");

    let id = punch.id.to_string();
    office.run(&["punches", "send", &id, "--yes"]).exits(0);
    office.kot_has(&["1000 2024-12-17 出勤 09:00", "2000 2024-12-17 出勤 09:10"]);
}

#[test]
fn what_was_lost_three_days_ago_is_a_persons_to_decide() {
    let office = lost();
    let round = office.at("2024-12-20 12:05").round_posts(0, 0);
    let found = ["person", "source-silent", "waiting-logoff"];
    assert_eq!(Office::findings_of(&round), found);
    office.at("2024-12-20 12:30").round_posts(0, 0);
    office.kot_has(&[]);
}

#[test]
fn what_is_lost_while_the_link_is_off_is_settled_and_not_sent() {
    let office = lost();
    office.setting("link.punches", "off");
    office.rounds_at(&["2024-12-17 12:31", "2024-12-17 12:42", "2024-12-17 12:53"]);
    office
        .book_says(&["1000 2024-12-17 出勤 09:00 decided"])
        .kot_has(&[]);
}

#[test]
fn what_is_absent_when_its_day_is_too_old_is_a_persons() {
    let office = lost();
    office.setting("punch.max_age_days", "1");
    office.rounds_at(&["2024-12-19 00:10"]);
    office.at("2024-12-19 00:21").round_posts(0, 0);
    let round = office.at("2024-12-19 00:26").round_posts(0, 0);
    office.book_says(&["1000 2024-12-17 出勤 09:00 held"]);
    assert!(
        Office::findings_of(&round).contains(&"too-old"),
        "{round:#}"
    );
    let id = office.book()[0].id.to_string();
    office.run(&["punches", "send", &id, "--yes"]).exits(0);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
}

#[test]
fn a_reading_that_fails_settles_nothing() {
    let failures = [
        Fault::DropBefore,
        Fault::Truncate,
        Fault::Answer(Canned::html_page()),
        Fault::Answer(Canned::errors(500, 300, "Resource Server Error.")),
    ];
    for failure in failures {
        let office = lost_beside_one_that_arrived();
        office.at("2024-12-17 12:31").round_posts(0, 0);
        office.sandbox.kot.fault(failure, On::reading());
        office.at("2024-12-17 12:42").round_posts(0, 5);
        office.book_says(&[UNKNOWN[0], "2000 2024-12-17 出勤 09:10 accepted"]);
        office.at("2024-12-17 12:47").round_posts(1, 0);
        office.kot_has(&["1000 2024-12-17 出勤 09:00", "2000 2024-12-17 出勤 09:10"]);
    }
}

#[test]
fn a_reading_that_fails_is_none_of_the_two_that_must_agree() {
    let office = lost();
    office.sandbox.kot.fault(Fault::DropBefore, On::reading());
    office.at("2024-12-17 12:31").round_posts(0, 5);
    office.at("2024-12-17 12:42").round_posts(0, 0);
    office.book_says(&UNKNOWN);
    office.at("2024-12-17 12:53").round_posts(1, 0);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
}

/// Taro's 退勤 of 18:00 was lost on the next noon, and MaLion has had more of that evening since.
fn lost_before_a_late_log(late: &[&str]) -> Office {
    lost_before_a_late_log_at(Office::of(&[TARO]), late)
}

fn lost_before_a_late_log_at(office: Office, late: &[&str]) -> Office {
    office.malion_has([
        on("tarouk", "2024-12-17 09:00"),
        off("tarouk", "2024-12-17 18:00"),
    ]);
    office.at("2024-12-17 12:00").round_posts(1, 0);
    office.sandbox.kot.fault(Fault::DropBefore, On::punch());
    office.at("2024-12-18 12:00").round_posts(1, 5);
    office.book_says(&[
        "1000 2024-12-17 出勤 09:00 accepted",
        "1000 2024-12-17 退勤 18:00 unknown",
    ]);
    let late = late.iter().map(|line| pc_log(line));
    office.malion_has(late.map(|log| log.collected(moment("2024-12-18 12:20"))));
    office
}

#[test]
fn a_lost_punch_that_is_absent_goes_as_the_rules_give_it_by_then() {
    let office = lost_before_a_late_log(&[
        "2024-12-17 19:00 PC-tarouk tarouk ログオン",
        "2024-12-17 20:15 PC-tarouk tarouk ログオフ",
    ]);
    office.rounds_at(&["2024-12-18 12:31", "2024-12-18 12:42"]);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
    office.at("2024-12-18 12:47").round_posts(1, 0);
    office.kot_has(&["1000 2024-12-17 出勤 09:00", "1000 2024-12-17 退勤 20:15"]);
    office.rests();
}

#[test]
fn a_lost_clock_out_that_is_absent_goes_behind_the_breaks_that_are_known_by_then() {
    let office = Office::of(&[TARO]);
    office.setting("link.breaks", "on");
    let lunch = [
        "2024-12-17 12:00 PC-tarouk tarouk ログオフ",
        "2024-12-17 13:00 PC-tarouk tarouk ログオン",
    ];
    let office = lost_before_a_late_log_at(office, &lunch);
    let round = office.at("2024-12-18 12:31").round_posts(0, 0);
    assert_eq!(Office::findings_of(&round), ["late-change", "unknown"]);
    office.at("2024-12-18 12:42").round_posts(0, 0);
    let round = office.at("2024-12-18 12:47").round_posts(3, 0);
    assert_eq!(Office::findings_of(&round), [""; 0]);
    office.kot_has(&[
        "1000 2024-12-17 出勤 09:00",
        "1000 2024-12-17 休憩開始 12:00",
        "1000 2024-12-17 休憩終了 13:00",
        "1000 2024-12-17 退勤 18:00",
    ]);
    office.rests();
}

#[test]
fn a_lost_punch_that_is_absent_is_not_sent_once_more_where_the_rules_give_it_no_longer() {
    let office = lost_before_a_late_log(&["2024-12-17 19:00 PC-tarouk tarouk ログオン"]);
    office.rounds_at(&["2024-12-18 12:31", "2024-12-18 12:42"]);
    office.rounds_at(&["2024-12-18 12:47", "2024-12-19 12:00"]);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
    office.book_says(&[
        "1000 2024-12-17 出勤 09:00 accepted",
        "1000 2024-12-17 退勤 18:00 withdrawn",
    ]);
}
