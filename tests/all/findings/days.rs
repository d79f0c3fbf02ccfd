//! Findings about work days that the logs leave half, or change.

use super::{DAY, Provocation, TARO, office, taro, worked};
use crate::harness::{Office, moment, pc_log};

pub(super) fn waiting_logoff() -> Provocation {
    let office = office();
    office.malion_has([taro("09:00 ログオン")]);
    office.relays_at(&["2024-12-17 10:05", "2024-12-18 10:05"]);
    Provocation::new(
        office,
        "waiting-logoff 1000 2024-12-17 [2024-12-17 09:00] [PC-1]",
        |office| {
            let came = moment("2024-12-18 10:10");
            office.malion_has([taro("18:00 ログオフ").collected(came)]);
            office.relays_at(&["2024-12-18 10:20"]);
            office.check(DAY, DAY).exits(0).finds(&[])
        },
    )
}

/// Worked day 16, where somebody then enters the 退勤 by hand.
pub(super) fn no_logoff() -> Provocation {
    let office = office();
    office.malion_has([
        taro("09:00 ログオン"),
        taro("12:00 ログオフ"),
        taro("13:00 ログオン"),
        pc_log("2024-12-18 09:10 PC-1 tarouk ログオン"),
    ]);
    office.relays_at(&["2024-12-17 10:05", "2024-12-18 10:05", "2024-12-19 10:05"]);
    Provocation::new(
        office,
        "no-logoff 1000 2024-12-17 [2024-12-17 12:00] [PC-1]",
        |office| {
            office.enters("1000", DAY, 2, "2024-12-17 19:00");
            office
                .check(DAY, DAY)
                .exits(0)
                .days(&["1000 2024-12-17 ok"])
        },
    )
}

/// Worked day 22, whose 退勤 goes as soon as somebody has entered the 出勤.
pub(super) fn no_logon() -> Provocation {
    let office = office();
    office.malion_has([
        taro("12:00 ログオフ"),
        taro("13:00 ログオン"),
        taro("18:00 ログオフ"),
    ]);
    office.relays_at(&["2024-12-17 14:00", "2024-12-18 10:05"]);
    office.kot_has(&[]);
    Provocation::new(
        office,
        "no-logon 1000 2024-12-17 [2024-12-17 12:00, 2024-12-17 13:00] [PC-1]",
        |office| {
            office.enters("1000", DAY, 1, "2024-12-17 08:30");
            office.relays_at(&["2024-12-18 10:20"]);
            office.kot_has(&[
                "1000 2024-12-17 出勤 08:30 (not ours)",
                "1000 2024-12-17 退勤 18:00",
            ]);
            office.check(DAY, DAY).exits(0).finds(&[])
        },
    )
}

pub(super) fn night_logon() -> Provocation {
    let office = office();
    office.malion_has([taro("03:00 ログオン"), taro("07:00 ログオフ")]);
    office.relays_at(&["2024-12-17 10:05"]);
    office.kot_has(&[]);
    Provocation::new(
        office,
        "night-logon 1000 2024-12-17 [2024-12-17 03:00] [PC-1]",
        |office| {
            office.enters("1000", DAY, 1, "2024-12-17 03:00").enters(
                "1000",
                DAY,
                2,
                "2024-12-17 07:00",
            );
            office.at("2024-12-18 10:05").check(DAY, DAY).finds(&[])
        },
    )
}

/// Worked day 13, where somebody then corrects the 退勤.
pub(super) fn late_change() -> Provocation {
    let office = worked();
    let came = moment("2024-12-18 10:10");
    office.malion_has([
        pc_log("2024-12-17 19:00 PC-2 tarouk ログオン").collected(came),
        pc_log("2024-12-17 20:15 PC-2 tarouk ログオフ").collected(came),
    ]);
    office.relays_at(&["2024-12-18 10:20"]);
    Provocation::new(
        office,
        "late-change 1000 2024-12-17 [2024-12-17 18:00, 2024-12-17 20:15] []",
        |office| {
            office.sandbox.kot.remove_punches(|punch| punch.code == 2);
            office.enters("1000", DAY, 2, "2024-12-17 20:15");
            office.check(DAY, DAY).exits(0).finds(&[])
        },
    )
}

/// A night that ends after the next day has.
pub(super) fn out_of_day() -> Provocation {
    let office = Office::with_border("23:00", &[TARO]);
    office.setting("punch.night_shift_hours", "12");
    office.malion_has([
        pc_log("2024-12-18 22:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-19 06:00 PC-1 tarouk ログオフ"),
    ]);
    office.relays_at(&["2024-12-18 22:05", "2024-12-19 12:00"]);
    Provocation::new(
        office,
        "out-of-day 1000 2024-12-17 [2024-12-19 06:00] [PC-1]",
        |office| {
            office.enters("1000", DAY, 2, "2024-12-18 23:59");
            office.check(DAY, DAY).exits(0).finds(&[])
        },
    )
}

/// Whoever locks the PC in the evening and never logs off.
#[test]
fn the_third_half_day_in_a_row_says_that_the_pc_is_left_on() {
    let office = office();
    for day in [17, 18, 19, 20] {
        let log = pc_log(&format!("2024-12-{day} 09:00 PC-1 tarouk ログオン"));
        office.malion_has([log]);
    }
    office.relays_at(&["2024-12-20 10:05", "2024-12-23 10:05"]);
    let left_on = |from: &str, to: &str| -> Vec<String> {
        let checked = office.check(from, to).exits(6);
        let findings = checked.document["findings"].as_array().unwrap().clone();
        findings
            .iter()
            .filter(|one| one["code"] == "no-logoff")
            .filter(|one| one["remedy"].as_str().unwrap().contains("つけたまま"))
            .map(|one| one["work_day"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(left_on("2024-12-17", "2024-12-20"), ["2024-12-19"]);
    // The days before the range count too.
    assert_eq!(left_on("2024-12-19", "2024-12-19"), ["2024-12-19"]);
    assert!(left_on("2024-12-18", "2024-12-18").is_empty());
}
