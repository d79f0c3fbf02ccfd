//! A machine whose clock is off, or was: how long ago an answer was lost, such a clock cannot say.

use chrono::TimeDelta;
use pcpunch::sandbox::{Fault, On};

use super::{HANAKO, TARO, off, on, punches_of};
use crate::harness::Office;

/// Taro and Hanako came; hers is accepted at noon by the machine's clock, his is lost. KING OF TIME's clock is that
/// far ahead of the machine's.
fn lost_while_behind_by(minutes: i64) -> Office {
    let office = Office::of(&[TARO, HANAKO]);
    office.malion_has([
        on("tarouk", "2024-12-17 09:00"),
        on("hanako", "2024-12-17 09:10"),
    ]);
    let his = On::post(&punches_of("1000"));
    office.sandbox.kot.fault(Fault::DropBefore, his);
    skewed(&office, minutes);
    office.at("2024-12-17 12:00").round_posts(2, 5);
    office
}

fn skewed(office: &Office, minutes: i64) {
    office.sandbox.kot.skew_clock(TimeDelta::minutes(minutes));
}

#[test]
fn a_clock_put_right_after_an_answer_was_lost_makes_the_wait_begin_anew() {
    let office = lost_while_behind_by(40);
    // Five minutes later, by KING OF TIME's clock.
    skewed(&office, 0);
    for time in ["12:45", "13:14", "13:16"] {
        office.at(&format!("2024-12-17 {time}")).round_posts(0, 0);
    }
    office.at("2024-12-17 13:27").round_posts(1, 0);
    office.kot_has(&["1000 2024-12-17 出勤 09:00", "2000 2024-12-17 出勤 09:10"]);
}

#[test]
fn a_clock_that_is_ahead_proves_no_absence() {
    let office = lost_while_behind_by(0);
    office.setting("link.malion", "off");
    // It is five minutes later, and in the second round ten; the machine's clock is set an hour ahead.
    skewed(&office, -60);
    for time in ["13:05", "13:16"] {
        office.at(&format!("2024-12-17 {time}")).round_posts(0, 0);
        office.book_says(&[
            "1000 2024-12-17 出勤 09:00 unknown",
            "2000 2024-12-17 出勤 09:10 accepted",
        ]);
    }
    skewed(&office, 0);
    for time in ["12:20", "12:49", "12:51"] {
        office.at(&format!("2024-12-17 {time}")).round_posts(0, 0);
    }
    office.kot_has(&["2000 2024-12-17 出勤 09:10"]);
    office.at("2024-12-17 13:02").round_posts(1, 0);
}

#[test]
fn a_clock_set_back_makes_a_lost_answer_be_waited_for_longer() {
    let office = lost_while_behind_by(0);
    office.setting("link.malion", "off");
    office.sql("DELETE FROM meta WHERE name = 'cursor.malion'");
    for time in ["11:00", "11:45", "12:29", "12:31"] {
        office.at(&format!("2024-12-17 {time}")).round_posts(0, 0);
    }
    office.at("2024-12-17 12:42").round_posts(1, 0);
    office.kot_has(&["1000 2024-12-17 出勤 09:00", "2000 2024-12-17 出勤 09:10"]);
}

/// What a clock that was a day ahead left in the file, as though MaLion said no `Date`.
const A_DAY_AHEAD: &str = "UPDATE meta SET value = value + 86400 WHERE name = 'cursor.malion';
                           UPDATE spans SET until_at = until_at + 86400;";

#[test]
fn what_was_read_by_a_clock_that_was_ahead_is_read_again_and_settles_no_day() {
    let office = Office::of(&[TARO]);
    office.malion_has([
        on("tarouk", "2024-12-17 09:00"),
        off("tarouk", "2024-12-17 12:00"),
    ]);
    office.at("2024-12-17 12:05").round_posts(1, 0);
    office.sql(A_DAY_AHEAD);
    office.at("2024-12-17 12:10").round_posts(0, 7);
    let unfreeze = [
        "relay",
        "unfreeze",
        "--reason",
        "the clock is right",
        "--yes",
        "--format",
        "json",
    ];
    let ended = office.run(&unfreeze).exits(0);
    let ended = ended.document("pcpunch.relay-unfreeze.v1");
    assert_eq!(ended["file"]["cause"], "cursor-ahead", "{ended:#}");
    office.at("2024-12-17 12:15").round_posts(0, 0);
    office.malion_has([
        on("tarouk", "2024-12-17 13:00"),
        off("tarouk", "2024-12-17 18:00"),
    ]);
    office.sandbox.malion.go_down();
    office.at("2024-12-18 10:05").round_posts(0, 5);
    office.sandbox.malion.come_up().unwrap();
    office.at("2024-12-18 10:10").round_posts(1, 0);
    office.kot_has(&["1000 2024-12-17 出勤 09:00", "1000 2024-12-17 退勤 18:00"]);
}

#[test]
fn closed_hours_that_a_wrong_clock_noted_keep_nobody_away() {
    let office = Office::of(&[TARO]);
    office.malion_has([on("tarouk", "2024-12-17 09:00")]);
    // A year ahead.
    office.sql("INSERT INTO meta VALUES ('kot.closed_until', '1766000000')");
    office.at("2024-12-17 12:00").round_posts(1, 0);
}
