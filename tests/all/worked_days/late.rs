//! Days on which logs come late, or their reader does: 9, 13, 17 and 19.

use super::{HANAKO, TARO, office};
use crate::harness::{Office, moment, pc_log};

/// Worked day 9.
#[test]
fn day_9_a_logoff_that_comes_with_the_next_days_logon_still_ends_its_own_day() {
    let office = office();
    let restart = moment("2024-12-18 09:12");
    office.malion_has([
        pc_log("2024-12-17 09:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-17 19:40 PC-1 tarouk ログオフ").collected(restart),
        pc_log("2024-12-18 09:10 PC-1 tarouk ログオン").collected(restart),
        pc_log("2024-12-18 18:00 PC-1 tarouk ログオフ"),
    ]);
    office.relays_at(&["2024-12-17 10:05", "2024-12-18 07:00", "2024-12-18 09:15"]);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
    office.relays_at(&["2024-12-18 10:05"]);
    office.kot_has(&[
        "1000 2024-12-17 出勤 09:00",
        "1000 2024-12-17 退勤 19:40",
        "1000 2024-12-18 出勤 09:10",
    ]);
    office.relays_at(&["2024-12-18 18:40", "2024-12-19 10:05"]);
    office.kot_has(&[
        "1000 2024-12-17 出勤 09:00",
        "1000 2024-12-17 退勤 19:40",
        "1000 2024-12-18 出勤 09:10",
        "1000 2024-12-18 退勤 18:00",
    ]);
    office
        .check("2024-12-17", "2024-12-18")
        .exits(0)
        .finds(&[])
        .days(&["1000 2024-12-17 ok", "1000 2024-12-18 ok"]);
    office.fates(
        "2024-12-17",
        "2024-12-18",
        &[
            "2024-12-17 09:00 PC-1 ログオン punched",
            "2024-12-17 19:40 PC-1 ログオフ punched",
            "2024-12-18 09:10 PC-1 ログオン punched",
            "2024-12-18 18:00 PC-1 ログオフ punched",
        ],
    );
    office.rests();
}

/// Worked day 13.
#[test]
fn day_13_logs_that_come_after_the_clock_out_was_sent_are_told_and_not_punched() {
    let office = office();
    let late = moment("2024-12-18 15:00");
    office.malion_has([
        pc_log("2024-12-17 09:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-17 18:00 PC-1 tarouk ログオフ"),
        pc_log("2024-12-17 19:00 PC-2 tarouk ログオン").collected(late),
        pc_log("2024-12-17 20:15 PC-2 tarouk ログオフ").collected(late),
    ]);
    let both = ["1000 2024-12-17 出勤 09:00", "1000 2024-12-17 退勤 18:00"];
    office.relays_at(&["2024-12-17 10:05", "2024-12-17 18:40", "2024-12-18 10:05"]);
    office.kot_has(&both);
    office.check("2024-12-17", "2024-12-17").exits(0).finds(&[]);

    office.relays_at(&["2024-12-18 15:05"]);
    office.kot_has(&both);
    office
        .check("2024-12-17", "2024-12-17")
        .exits(6)
        .finds(&["late-change 1000 2024-12-17 [2024-12-17 18:00, 2024-12-17 20:15] []"]);
    office.fates(
        "2024-12-17",
        "2024-12-17",
        &[
            "2024-12-17 09:00 PC-1 ログオン punched",
            "2024-12-17 18:00 PC-1 ログオフ punched",
            "2024-12-17 19:00 PC-2 ログオン within",
            "2024-12-17 20:15 PC-2 ログオフ late-change",
        ],
    );
    office.rests();
}

/// Worked day 17.
#[test]
fn day_17_what_could_not_be_read_has_not_failed_to_come() {
    let office = office();
    office.malion_has([
        pc_log("2024-12-17 09:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-17 12:00 PC-1 tarouk ログオフ"),
        pc_log("2024-12-17 13:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-17 18:00 PC-1 tarouk ログオフ"),
    ]);
    office.relays_at(&["2024-12-17 10:05", "2024-12-17 12:04"]);
    office.sandbox.malion.go_down();
    for time in [
        "2024-12-17 18:45",
        "2024-12-18 06:05",
        "2024-12-18 10:05",
        "2024-12-19 07:00",
    ] {
        office.at(time).relay().exits(5);
    }
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);

    office.sandbox.malion.come_up().unwrap();
    office.relays_at(&["2024-12-19 10:05"]);
    office.kot_has(&["1000 2024-12-17 出勤 09:00", "1000 2024-12-17 退勤 18:00"]);
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
            "2024-12-17 12:00 PC-1 ログオフ within",
            "2024-12-17 13:00 PC-1 ログオン within",
            "2024-12-17 18:00 PC-1 ログオフ punched",
        ],
    );
    office.rests();
}

/// Worked day 19.
#[test]
fn day_19_a_log_belongs_to_whoever_had_its_user_name_on_its_work_day() {
    let office = Office::of(&[TARO, HANAKO]);
    office.malion_has([
        pc_log("2024-12-19 09:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-19 18:00 PC-1 tarouk ログオフ").collected(moment("2024-12-20 10:32")),
        pc_log("2024-12-20 13:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-20 18:00 PC-1 tarouk ログオフ"),
    ]);
    office.relays_at(&["2024-12-19 10:05", "2024-12-20 07:00"]);
    office.kot_has(&["1000 2024-12-19 出勤 09:00"]);

    office
        .at("2024-12-20 10:30")
        .links(&[("1000", ""), ("2000", "tarouk")])
        .exits(0);
    office.relays_at(&["2024-12-20 10:35"]);
    office.kot_has(&["1000 2024-12-19 出勤 09:00", "1000 2024-12-19 退勤 18:00"]);

    office.relays_at(&["2024-12-20 13:05", "2024-12-20 18:40", "2024-12-21 10:05"]);
    office.kot_has(&[
        "1000 2024-12-19 出勤 09:00",
        "1000 2024-12-19 退勤 18:00",
        "2000 2024-12-20 出勤 13:00",
        "2000 2024-12-20 退勤 18:00",
    ]);
    office
        .check("2024-12-19", "2024-12-20")
        .exits(0)
        .finds(&[])
        .days(&["1000 2024-12-19 ok", "2000 2024-12-20 ok"]);
    office.fates(
        "2024-12-19",
        "2024-12-20",
        &[
            "2024-12-19 09:00 PC-1 ログオン punched",
            "2024-12-19 18:00 PC-1 ログオフ punched",
            "2024-12-20 13:00 PC-1 ログオン punched",
            "2024-12-20 18:00 PC-1 ログオフ punched",
        ],
    );
    office.rests();
}
