//! Settings that change while days are half told: a work day keeps what it began with.

use super::TARO;
use crate::harness::{Office, pc_log};

#[test]
fn a_night_stays_in_its_work_day_when_the_night_shift_hours_change() {
    let office = Office::of(&[TARO]);
    office.setting("punch.night_shift_hours", "0,1000=12");
    office.malion_has([
        pc_log("2024-12-17 22:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-18 02:00 PC-1 tarouk ログオフ"),
        pc_log("2024-12-18 05:30 PC-1 tarouk ログオン"),
        pc_log("2024-12-18 06:30 PC-1 tarouk ログオフ"),
    ]);
    office.relays_at(&["2024-12-17 22:05", "2024-12-18 10:01"]);
    let punched = [
        "1000 2024-12-17 出勤 22:00",
        "1000 2024-12-17 退勤 2024-12-18 06:30",
    ];
    office.kot_has(&punched);
    office.setting("punch.night_shift_hours", "0");
    office.relays_at(&["2024-12-18 10:06", "2024-12-19 10:05"]);
    office.kot_has(&punched);
    office.check("2024-12-17", "2024-12-18").exits(0).finds(&[]);
}

#[test]
fn who_works_past_midnight_and_is_renamed_the_next_morning_keeps_the_end_of_the_day() {
    let office = Office::with_border("05:00", &[TARO]);
    office.malion_has([
        pc_log("2024-12-17 09:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-18 01:06 PC-1 tarouk ログオフ"),
    ]);
    office.relays_at(&["2024-12-17 12:00", "2024-12-18 10:30"]);
    office
        .at("2024-12-18 10:45")
        .links(&[("1000", "kintait")])
        .exits(0);
    office.relays_at(&["2024-12-18 12:00"]);
    office.kot_has(&[
        "1000 2024-12-17 出勤 09:00",
        "1000 2024-12-17 退勤 2024-12-18 01:06",
    ]);
}
