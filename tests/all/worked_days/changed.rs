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
