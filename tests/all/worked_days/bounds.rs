//! When a 出勤 is decided, and the days to which nothing is sent any more.

use super::{TARO, office};
use crate::harness::{Office, moment, pc_log};

#[test]
fn with_clock_in_settled_nothing_is_punched_before_the_day_is_settled() {
    let office = office();
    office.setting("punch.clock_in", "settled");
    office.malion_has([
        pc_log("2024-12-17 09:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-17 18:00 PC-1 tarouk ログオフ"),
    ]);
    office.rounds_at(&["2024-12-17 10:05", "2024-12-18 05:59"]);
    office.kot_has(&[]);
    office.rounds_at(&["2024-12-18 06:00"]);
    office.kot_has(&["1000 2024-12-17 出勤 09:00", "1000 2024-12-17 退勤 18:00"]);
    office.check("2024-12-17", "2024-12-17").exits(0).finds(&[]);
    office.rests();
}

#[test]
fn a_work_day_too_long_ago_waits_for_a_person_and_the_oldest_one_allowed_does_not() {
    let office = office();
    office.setting("punch.max_age_days", "3");
    office.malion_has(["17", "18"].into_iter().flat_map(|day| {
        [
            pc_log(&format!("2024-12-{day} 09:00 PC-1 tarouk ログオン")),
            pc_log(&format!("2024-12-{day} 18:00 PC-1 tarouk ログオフ")),
        ]
    }));
    office.rounds_at(&["2024-12-21 10:05"]);
    office.kot_has(&["1000 2024-12-18 出勤 09:00", "1000 2024-12-18 退勤 18:00"]);
    office.book_says(&[
        "1000 2024-12-17 出勤 09:00 held",
        "1000 2024-12-17 退勤 18:00 held",
        "1000 2024-12-18 出勤 09:00 accepted",
        "1000 2024-12-18 退勤 18:00 accepted",
    ]);
    office
        .check("2024-12-17", "2024-12-18")
        .exits(6)
        .finds(&["too-old 1000 2024-12-17 [2024-12-17 09:00, 2024-12-17 18:00] []"]);
    let ids: Vec<String> = office
        .book()
        .iter()
        .take(2)
        .map(|noted| noted.id.to_string())
        .collect();
    let send = ["punches", "send", &ids[0], &ids[1], "--yes"];
    office.run(&send).exits(0);
    office.kot_has(&[
        "1000 2024-12-17 出勤 09:00",
        "1000 2024-12-17 退勤 18:00",
        "1000 2024-12-18 出勤 09:00",
        "1000 2024-12-18 退勤 18:00",
    ]);
}

#[test]
fn a_break_that_was_held_is_sent_with_its_other_half_only() {
    let office = office();
    office.setting("punch.max_age_days", "3");
    office.setting("link.breaks", "on");
    office.malion_has([
        pc_log("2024-12-17 09:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-17 12:00 PC-1 tarouk ログオフ"),
        pc_log("2024-12-17 13:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-17 18:00 PC-1 tarouk ログオフ"),
    ]);
    office.rounds_at(&["2024-12-21 10:05"]);
    let id = |kind: i64| {
        let book = office.book();
        book.iter()
            .find(|noted| noted.kind == kind)
            .unwrap()
            .id
            .to_string()
    };
    // 出勤 and 休憩開始 alone: the latter waits for its 休憩終了.
    office.run(&["punches", "send", &id(1), &id(3), "--yes"]);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
    office
        .run(&["punches", "send", &id(3), &id(4), &id(2), "--yes"])
        .exits(0);
    office.kot_has(&[
        "1000 2024-12-17 出勤 09:00",
        "1000 2024-12-17 休憩開始 12:00",
        "1000 2024-12-17 休憩終了 13:00",
        "1000 2024-12-17 退勤 18:00",
    ]);
}

#[test]
fn a_clock_out_later_than_the_day_after_its_work_day_is_told_and_not_sent() {
    let office = Office::with_border("23:00", &[TARO]);
    office.setting("punch.night_shift_hours", "20");
    office.malion_has([
        pc_log("2024-12-18 22:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-19 01:00 PC-1 tarouk ログオフ").collected(moment("2024-12-19 01:05")),
    ]);
    office.rounds_at(&["2024-12-18 22:05", "2024-12-19 19:05"]);
    office.kot_has(&["1000 2024-12-17 出勤 2024-12-18 22:00"]);
    office
        .check("2024-12-17", "2024-12-17")
        .exits(6)
        .finds(&["out-of-day 1000 2024-12-17 [2024-12-19 01:00] [PC-1]"]);
    office.rests();
}
