//! Days with breaks: 2, 3 and 4, and what may come between a break and KING OF TIME.

use pcpunch::sandbox::Log;

use super::{TARO, office};
use crate::harness::{Office, moment, pc_log};

/// Taro's office with breaks switched on before its first round.
fn with_breaks() -> Office {
    let office = office();
    office.setting("link.breaks", "on");
    office
}

/// A day at PC-1, given as its times of ログオン and ログオフ in turn.
fn day_at_pc_1(times: &[&str]) -> Vec<Log> {
    let operations = ["ログオン", "ログオフ"].iter().cycle();
    times
        .iter()
        .zip(operations)
        .map(|(time, operation)| {
            pc_log(&format!(
                "2024-12-17 {time} PC-1 EXAMPLE\\tarouk {operation}"
            ))
        })
        .collect()
}

const WHOLE_DAY: [&str; 4] = [
    "1000 2024-12-17 出勤 09:00",
    "1000 2024-12-17 休憩開始 12:00",
    "1000 2024-12-17 休憩終了 13:00",
    "1000 2024-12-17 退勤 18:22",
];

/// Worked day 2, with breaks.
#[test]
fn day_2_a_lunch_hour_is_a_break_and_is_sent_with_the_clock_out() {
    let office = with_breaks();
    office.malion_has(day_at_pc_1(&["09:00", "12:00", "13:00", "18:22"]));
    office.rounds_at(&["2024-12-17 10:05", "2024-12-17 13:05", "2024-12-18 05:55"]);
    office.kot_has(&WHOLE_DAY[..1]);
    office.rounds_at(&["2024-12-18 06:00"]);
    office.kot_has(&WHOLE_DAY);
    let kinds: Vec<String> = office
        .sandbox
        .kot
        .requests()
        .iter()
        .filter(|request| request.method == "POST")
        .map(|post| serde_json::from_str::<serde_json::Value>(&post.body).unwrap())
        .map(|body| body["code"].to_string())
        .collect();
    assert_eq!(kinds, ["\"1\"", "\"3\"", "\"4\"", "\"2\""], "by time");
    office
        .check("2024-12-17", "2024-12-17")
        .exits(0)
        .finds(&[])
        .days(&["1000 2024-12-17 ok"]);
    office.fates(
        "2024-12-17",
        "2024-12-17",
        &[
            "2024-12-17 09:00 PC-1 ログオン punched",
            "2024-12-17 12:00 PC-1 ログオフ punched",
            "2024-12-17 13:00 PC-1 ログオン punched",
            "2024-12-17 18:22 PC-1 ログオフ punched",
        ],
    );
    office.rests();
}

/// Worked day 3.
#[test]
fn day_3_a_gap_is_a_break_from_exactly_the_threshold_on_with_its_times_cut_first() {
    for (times, has_break) in [
        (["09:00", "12:00", "12:59", "18:22"], false),
        (["09:00", "12:00:30", "13:00:00", "18:22"], true),
    ] {
        let office = with_breaks();
        office.malion_has(day_at_pc_1(&times));
        office.rounds_at(&["2024-12-18 10:05"]);
        let without = [WHOLE_DAY[0], WHOLE_DAY[3]];
        office.kot_has(if has_break { &WHOLE_DAY } else { &without });
        office.check("2024-12-17", "2024-12-17").exits(0).finds(&[]);
        office.rests();
    }
}

/// Worked day 4, with breaks.
#[test]
fn day_4_where_another_pc_has_a_session_there_is_no_break() {
    let office = with_breaks();
    office.malion_has([
        pc_log(r"2024-12-17 09:00 PC-1 EXAMPLE\tarouk ログオン"),
        pc_log(r"2024-12-17 11:30 PC-2 EXAMPLE\tarouk ログオン"),
        pc_log(r"2024-12-17 12:00 PC-1 EXAMPLE\tarouk ログオフ"),
        pc_log(r"2024-12-17 18:00 PC-2 EXAMPLE\tarouk ログオフ"),
    ]);
    office.rounds_at(&["2024-12-17 10:05", "2024-12-18 10:05"]);
    office.kot_has(&["1000 2024-12-17 出勤 09:00", "1000 2024-12-17 退勤 18:00"]);
    office
        .check("2024-12-17", "2024-12-17")
        .exits(0)
        .finds(&[])
        .days(&["1000 2024-12-17 ok"]);
    office.rests();
}

#[test]
fn a_late_log_that_changes_breaks_already_sent_is_told_and_not_punched() {
    let office = with_breaks();
    let late = moment("2024-12-18 15:00");
    office.malion_has(day_at_pc_1(&["09:00", "12:00", "13:00", "18:22"]));
    office.malion_has([
        pc_log("2024-12-17 11:50 PC-2 EXAMPLE\\tarouk ログオン").collected(late),
        pc_log("2024-12-17 12:10 PC-2 EXAMPLE\\tarouk ログオフ").collected(late),
    ]);
    office.rounds_at(&["2024-12-18 10:05", "2024-12-18 15:05"]);
    office.kot_has(&WHOLE_DAY);
    // Only 50 minutes are left: both halves are to go.
    office
        .check("2024-12-17", "2024-12-17")
        .exits(6)
        .finds(&["late-change 1000 2024-12-17 [2024-12-17 12:00, 2024-12-17 13:00] []"]);
    office.rests();
}

#[test]
fn a_late_log_that_moves_one_end_of_a_break_says_from_when_to_when() {
    let office = with_breaks();
    let late = moment("2024-12-18 15:00");
    office.malion_has(day_at_pc_1(&["09:00", "12:00", "13:30", "18:22"]));
    office.malion_has([
        pc_log("2024-12-17 11:50 PC-2 EXAMPLE\\tarouk ログオン").collected(late),
        pc_log("2024-12-17 12:10 PC-2 EXAMPLE\\tarouk ログオフ").collected(late),
    ]);
    office.rounds_at(&["2024-12-18 10:05", "2024-12-18 15:05"]);
    let checked = office.check("2024-12-17", "2024-12-17").exits(6);
    let checked =
        checked.finds(&["late-change 1000 2024-12-17 [2024-12-17 12:00, 2024-12-17 12:10] []"]);
    let evidence = &checked.document["findings"][0]["evidence"];
    assert_eq!(evidence["kind"], "3");
    assert_eq!(evidence["from"], "2024-12-17T12:00:00+09:00");
    assert_eq!(evidence["to"], "2024-12-17T12:10:00+09:00");
    office.rests();
    let ran = office.run(&["logs", "check", "--date", "2024-12-17", "--lang", "en"]);
    ran.exits(6).says("12:00 → 12:10");
}

#[test]
fn a_late_end_after_the_clock_out_makes_no_break_before_it() {
    let office = with_breaks();
    let late = moment("2024-12-18 15:00");
    office.malion_has(day_at_pc_1(&["09:00", "18:00"]));
    office.malion_has([
        pc_log("2024-12-17 19:00 PC-2 EXAMPLE\\tarouk ログオン").collected(late),
        pc_log("2024-12-17 20:15 PC-2 EXAMPLE\\tarouk ログオフ").collected(late),
    ]);
    office.rounds_at(&["2024-12-18 10:05", "2024-12-18 15:05"]);
    office.kot_has(&["1000 2024-12-17 出勤 09:00", "1000 2024-12-17 退勤 18:00"]);
    let checked = office.check("2024-12-17", "2024-12-17").exits(6);
    let evidence = &checked.document["findings"][0]["evidence"];
    assert_eq!(evidence["kind"], "2,3,4", "{evidence:#}");
    assert_eq!(
        evidence["from"], "2024-12-17T18:00:00+09:00,-,-",
        "{evidence:#}"
    );
    office.rests();
}

#[test]
fn a_break_whose_times_change_before_it_left_is_sent_as_it_then_is() {
    let office = with_breaks();
    office.setting("link.punches", "off");
    let late = moment("2024-12-18 07:00");
    office.malion_has(day_at_pc_1(&["09:00", "12:00", "13:30", "18:22"]));
    office.malion_has([
        pc_log("2024-12-17 11:50 PC-2 EXAMPLE\\tarouk ログオン").collected(late),
        pc_log("2024-12-17 12:10 PC-2 EXAMPLE\\tarouk ログオフ").collected(late),
    ]);
    office.rounds_at(&["2024-12-18 06:05"]);
    office.book_says(&[
        "1000 2024-12-17 休憩終了 13:30 decided",
        "1000 2024-12-17 休憩開始 12:00 decided",
        "1000 2024-12-17 出勤 09:00 decided",
        "1000 2024-12-17 退勤 18:22 decided",
    ]);
    office.setting("link.punches", "on");
    office.rounds_at(&["2024-12-18 07:05"]);
    office.book_says(&[
        "1000 2024-12-17 休憩終了 13:30 accepted",
        "1000 2024-12-17 休憩開始 12:00 withdrawn",
        "1000 2024-12-17 休憩開始 12:10 accepted",
        "1000 2024-12-17 出勤 09:00 accepted",
        "1000 2024-12-17 退勤 18:22 accepted",
    ]);
    office.check("2024-12-17", "2024-12-17").exits(0).finds(&[]);
    office.rests();
}

#[test]
fn no_break_goes_to_a_day_that_has_one_from_elsewhere() {
    let office = with_breaks();
    office.malion_has(day_at_pc_1(&["09:00", "12:00", "13:00", "18:22"]));
    office
        .enters("1000", "2024-12-17", 3, "2024-12-17 15:00")
        .enters("1000", "2024-12-17", 4, "2024-12-17 15:20");
    office.rounds_at(&["2024-12-17 10:05", "2024-12-18 10:05"]);
    office.kot_has(&[
        "1000 2024-12-17 出勤 09:00",
        "1000 2024-12-17 休憩開始 15:00 (not ours)",
        "1000 2024-12-17 休憩終了 15:20 (not ours)",
        "1000 2024-12-17 退勤 18:22",
    ]);
    office.book_says(&[
        "1000 2024-12-17 休憩終了 13:00 already-there",
        "1000 2024-12-17 休憩開始 12:00 already-there",
        "1000 2024-12-17 出勤 09:00 accepted",
        "1000 2024-12-17 退勤 18:22 accepted",
    ]);
    office.rests();
}

#[test]
fn breaks_that_are_switched_on_hold_from_the_next_work_day() {
    let office = Office::of(&[TARO]);
    office.at("2024-12-17 10:05");
    office.malion_has(day_at_pc_1(&["09:00", "12:00", "13:00", "18:22"]));
    let next_day = ["09:00", "12:00", "13:00", "18:22"].iter();
    let operations = ["ログオン", "ログオフ"].iter().cycle();
    office.malion_has(next_day.zip(operations).map(|(time, operation)| {
        pc_log(&format!(
            "2024-12-18 {time} PC-1 EXAMPLE\\tarouk {operation}"
        ))
    }));
    office.rounds_at(&["2024-12-17 10:05"]);
    office.setting("link.breaks", "on");
    office.rounds_at(&["2024-12-17 13:05", "2024-12-18 10:05", "2024-12-19 10:05"]);
    office.kot_has(&[
        "1000 2024-12-17 出勤 09:00",
        "1000 2024-12-17 退勤 18:22",
        "1000 2024-12-18 出勤 09:00",
        "1000 2024-12-18 休憩開始 12:00",
        "1000 2024-12-18 休憩終了 13:00",
        "1000 2024-12-18 退勤 18:22",
    ]);
    office.check("2024-12-17", "2024-12-18").exits(0).finds(&[]);
    office.rests();
}
