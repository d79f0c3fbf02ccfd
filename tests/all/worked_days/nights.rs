//! Night shifts: 6 and 20.

use super::TARO;
use crate::harness::{Office, pc_log};

/// Taro's office, whose 所属 works at night.
fn night_office() -> Office {
    let office = Office::of(&[TARO]);
    office.setting("punch.night_shift_hours", "0,1000=12");
    office
}

/// Worked day 6.
#[test]
fn day_6_night_shift_hours_keep_a_night_in_the_day_on_which_it_began() {
    let office = night_office();
    office.malion_has([
        pc_log("2024-12-17 22:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-18 02:00 PC-1 tarouk ログオフ"),
        pc_log("2024-12-18 03:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-18 06:00 PC-1 tarouk ログオフ"),
        pc_log("2024-12-18 22:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-19 06:00 PC-1 tarouk ログオフ"),
    ]);
    office.relays_at(&["2024-12-17 22:05", "2024-12-18 06:05"]);
    office.kot_has(&["1000 2024-12-17 出勤 22:00"]);
    // Twelve hours after the first ログオン; KING OF TIME can be read a minute later.
    office.relays_at(&["2024-12-18 10:01"]);
    office.kot_has(&[
        "1000 2024-12-17 出勤 22:00",
        "1000 2024-12-17 退勤 2024-12-18 06:00",
    ]);
    office.relays_at(&["2024-12-18 22:05", "2024-12-19 10:05"]);
    office.kot_has(&[
        "1000 2024-12-17 出勤 22:00",
        "1000 2024-12-17 退勤 2024-12-18 06:00",
        "1000 2024-12-18 出勤 22:00",
        "1000 2024-12-18 退勤 2024-12-19 06:00",
    ]);
    office
        .check("2024-12-17", "2024-12-18")
        .exits(0)
        .finds(&[])
        .days(&["1000 2024-12-17 ok", "1000 2024-12-18 ok"]);
    office.fates(
        "2024-12-17",
        "2024-12-19",
        &[
            "2024-12-17 22:00 PC-1 ログオン punched",
            "2024-12-18 02:00 PC-1 ログオフ within",
            "2024-12-18 03:00 PC-1 ログオン within",
            "2024-12-18 06:00 PC-1 ログオフ punched",
            "2024-12-18 22:00 PC-1 ログオン punched",
            "2024-12-19 06:00 PC-1 ログオフ punched",
        ],
    );
    office.rests();
}

/// Worked day 6: not settled before 10:00, whatever the closed hours are.
#[test]
fn day_6_is_not_settled_before_its_twelve_hours_are_over() {
    let office = night_office();
    office.setting("kot.closed_hours", "none");
    office.sandbox.kot.switch(|kot| kot.closed_hours.clear());
    office.malion_has([
        pc_log("2024-12-17 22:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-18 06:00 PC-1 tarouk ログオフ"),
    ]);
    office.relays_at(&["2024-12-18 09:59"]);
    office.kot_has(&["1000 2024-12-17 出勤 22:00"]);
    office.relays_at(&["2024-12-18 10:00"]);
    office.kot_has(&[
        "1000 2024-12-17 出勤 22:00",
        "1000 2024-12-17 退勤 2024-12-18 06:00",
    ]);
}

/// Worked day 6, where the 所属 has no night-shift hours of its own.
#[test]
fn day_6_the_hours_of_another_division_are_not_anybodys() {
    let office = Office::of(&[TARO]);
    office.setting("punch.night_shift_hours", "0,2000=12");
    office.malion_has([
        pc_log("2024-12-17 22:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-18 06:00 PC-1 tarouk ログオフ"),
    ]);
    office.relays_at(&["2024-12-17 22:05", "2024-12-19 10:05"]);
    office.kot_has(&["1000 2024-12-17 出勤 22:00"]);
}

/// Worked day 20.
#[test]
fn day_20_a_night_over_new_year_is_punched_to_the_old_year() {
    let office = night_office();
    office.malion_has([
        pc_log("2024-12-31 22:00 PC-1 tarouk ログオン"),
        pc_log("2025-01-01 06:00 PC-1 tarouk ログオフ"),
    ]);
    office.relays_at(&["2024-12-31 22:05", "2025-01-01 10:05"]);
    office.kot_has(&[
        "1000 2024-12-31 出勤 22:00",
        "1000 2024-12-31 退勤 2025-01-01 06:00",
    ]);
    let requests = office.sandbox.kot.requests();
    let mut posts = requests.iter().filter(|request| request.method == "POST");
    let last: serde_json::Value = serde_json::from_str(&posts.next_back().unwrap().body).unwrap();
    assert_eq!(
        (&last["date"], &last["time"]),
        (&"2024-12-31".into(), &"2025-01-01T06:00:00+09:00".into())
    );
    office.check("2024-12-31", "2024-12-31").exits(0).finds(&[]);
    office.rests();
}

#[test]
fn a_night_with_a_rest_in_it_has_its_break_after_midnight() {
    let office = night_office();
    office.setting("link.breaks", "on");
    office.malion_has([
        pc_log("2024-12-17 22:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-18 02:00 PC-1 tarouk ログオフ"),
        pc_log("2024-12-18 03:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-18 06:00 PC-1 tarouk ログオフ"),
    ]);
    office.relays_at(&["2024-12-17 22:05", "2024-12-18 10:05"]);
    office.kot_has(&[
        "1000 2024-12-17 出勤 22:00",
        "1000 2024-12-17 休憩開始 2024-12-18 02:00",
        "1000 2024-12-17 休憩終了 2024-12-18 03:00",
        "1000 2024-12-17 退勤 2024-12-18 06:00",
    ]);
    office.rests();
}
