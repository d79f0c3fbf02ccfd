//! Days that stay without one of their punches: 7, 8, 16, 21 and 22.

use super::office;
use crate::harness::pc_log;

/// Worked day 7.
#[test]
fn day_7_a_night_shift_without_a_setting_gives_its_clock_ins_and_says_what_is_missing() {
    let office = office();
    office.malion_has([
        pc_log("2024-12-17 22:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-18 06:00 PC-1 tarouk ログオフ"),
        pc_log("2024-12-18 22:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-19 06:00 PC-1 tarouk ログオフ"),
    ]);
    office.relays_at(&[
        "2024-12-17 22:05",
        "2024-12-18 10:05",
        "2024-12-18 22:05",
        "2024-12-19 10:05",
        "2024-12-20 10:05",
    ]);
    office.kot_has(&["1000 2024-12-17 出勤 22:00", "1000 2024-12-18 出勤 22:00"]);
    office.check("2024-12-17", "2024-12-19").exits(6).finds(&[
        "no-logoff 1000 2024-12-17 [2024-12-18 06:00] [PC-1]",
        "no-logoff 1000 2024-12-18 [2024-12-19 06:00] [PC-1]",
        "no-logon 1000 2024-12-19 [2024-12-19 06:00] [PC-1]",
    ]);
    office.fates(
        "2024-12-17",
        "2024-12-19",
        &[
            "2024-12-17 22:00 PC-1 ログオン punched",
            "2024-12-18 06:00 PC-1 ログオフ half-day",
            "2024-12-18 22:00 PC-1 ログオン punched",
            "2024-12-19 06:00 PC-1 ログオフ half-day",
        ],
    );
    office.rests();
}

/// Worked day 8.
#[test]
fn day_8_a_logoff_that_never_comes_is_waited_for_a_fortnight_and_no_longer() {
    let office = office();
    office.malion_has([pc_log("2024-12-17 09:00 PC-1 tarouk ログオン")]);
    office.relays_at(&["2024-12-17 10:05", "2024-12-18 12:00", "2024-12-31 08:00"]);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
    office.check("2024-12-17", "2024-12-17").exits(6).finds(&[
        "source-silent - [2024-12-17 09:00] [PC-1]",
        "waiting-logoff 1000 2024-12-17 [2024-12-17 09:00] [PC-1]",
    ]);
    office.relays_at(&["2025-01-01 12:00"]);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
    office.check("2024-12-17", "2024-12-17").exits(6).finds(&[
        "no-logoff 1000 2024-12-17 [] []",
        "source-silent - [2024-12-17 09:00] [PC-1]",
    ]);
    office.fates(
        "2024-12-17",
        "2024-12-17",
        &["2024-12-17 09:00 PC-1 ログオン punched"],
    );
    office.rests();
}

/// Worked day 16.
#[test]
fn day_16_after_a_power_loss_the_last_known_logoff_is_named_and_not_punched() {
    let office = office();
    office.malion_has([
        pc_log("2024-12-17 09:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-17 12:00 PC-1 tarouk ログオフ"),
        pc_log("2024-12-17 13:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-18 09:05 PC-1 tarouk ログオン"),
        pc_log("2024-12-18 18:00 PC-1 tarouk ログオフ"),
    ]);
    office.relays_at(&["2024-12-17 10:05", "2024-12-17 18:40", "2024-12-18 10:05"]);
    office.kot_has(&["1000 2024-12-17 出勤 09:00", "1000 2024-12-18 出勤 09:05"]);
    office
        .check("2024-12-17", "2024-12-17")
        .exits(0)
        .finds(&["waiting-logoff 1000 2024-12-17 [2024-12-17 09:00] [PC-1]"]);
    office.relays_at(&["2024-12-19 10:05"]);
    office.kot_has(&[
        "1000 2024-12-17 出勤 09:00",
        "1000 2024-12-18 出勤 09:05",
        "1000 2024-12-18 退勤 18:00",
    ]);
    office
        .check("2024-12-17", "2024-12-18")
        .exits(6)
        .finds(&["no-logoff 1000 2024-12-17 [2024-12-17 12:00] [PC-1]"]);
    office.fates(
        "2024-12-17",
        "2024-12-18",
        &[
            "2024-12-17 09:00 PC-1 ログオン punched",
            "2024-12-17 12:00 PC-1 ログオフ half-day",
            "2024-12-17 13:00 PC-1 ログオン half-day",
            "2024-12-18 09:05 PC-1 ログオン punched",
            "2024-12-18 18:00 PC-1 ログオフ punched",
        ],
    );
    office.rests();
}

/// Worked day 21.
#[test]
fn day_21_a_pc_left_on_overnight_gives_no_clock_out_to_either_day() {
    let office = office();
    office.malion_has([
        pc_log("2024-12-17 09:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-18 18:00 PC-1 tarouk ログオフ"),
    ]);
    office.relays_at(&[
        "2024-12-17 10:05",
        "2024-12-18 10:05",
        "2024-12-18 18:40",
        "2024-12-19 10:05",
    ]);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
    office.check("2024-12-17", "2024-12-18").exits(6).finds(&[
        "no-logoff 1000 2024-12-17 [2024-12-18 18:00] [PC-1]",
        "no-logon 1000 2024-12-18 [2024-12-18 18:00] [PC-1]",
    ]);
    office.fates(
        "2024-12-17",
        "2024-12-18",
        &[
            "2024-12-17 09:00 PC-1 ログオン punched",
            "2024-12-18 18:00 PC-1 ログオフ half-day",
        ],
    );
    office.rests();
}

/// Worked day 22.
#[test]
fn day_22_where_the_logon_was_lost_at_boot_the_clock_out_waits_for_a_clock_in_by_hand() {
    let office = office();
    office.malion_has([
        pc_log("2024-12-17 12:00 PC-1 tarouk ログオフ"),
        pc_log("2024-12-17 13:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-17 18:00 PC-1 tarouk ログオフ"),
    ]);
    office.relays_at(&[
        "2024-12-17 12:05",
        "2024-12-17 13:05",
        "2024-12-18 10:05",
        "2024-12-18 10:15",
    ]);
    office.kot_has(&[]);
    assert_eq!(office.posts(), 0);
    office
        .check("2024-12-17", "2024-12-17")
        .exits(6)
        .finds(&["no-logon 1000 2024-12-17 [2024-12-17 12:00, 2024-12-17 13:00] [PC-1]"]);

    office
        .at("2024-12-18 11:30")
        .enters("1000", "2024-12-17", 1, "2024-12-17 08:50");
    office.relays_at(&["2024-12-18 12:00"]);
    office.kot_has(&[
        "1000 2024-12-17 出勤 08:50 (not ours)",
        "1000 2024-12-17 退勤 18:00",
    ]);
    office.fates(
        "2024-12-17",
        "2024-12-17",
        &[
            "2024-12-17 12:00 PC-1 ログオフ unpaired",
            "2024-12-17 13:00 PC-1 ログオン half-day",
            "2024-12-17 18:00 PC-1 ログオフ punched",
        ],
    );
    office.rests();
}
