//! Days on which everything is in the logs: 1, 2, 4, 5, 10 and 23.

use pcpunch::sandbox::Log;

use super::{TARO, office};
use crate::harness::{Office, moment, pc_log};

/// Worked day 1.
#[test]
fn day_1_the_shutdowns_logoff_that_comes_the_next_morning_is_punched_from_ten_on() {
    let office = office();
    office.malion_has([
        pc_log("2024-12-17 09:03:12 PC-1 tarouk ログオン"),
        pc_log("2024-12-17 18:22:45 PC-1 tarouk ログオフ").collected(moment("2024-12-18 08:40")),
    ]);
    let reads = || office.sandbox.kot.count("GET", "/");
    let before = reads();

    office.relays_at(&["2024-12-17 09:05", "2024-12-17 10:00"]);
    assert_eq!(
        reads(),
        before,
        "nothing is asked in the closed hours and their guard"
    );
    office.kot_has(&[]);

    office.relays_at(&["2024-12-17 10:01"]);
    office.kot_has(&["1000 2024-12-17 出勤 09:03"]);
    let requests = office.sandbox.kot.requests();
    let post = requests
        .iter()
        .position(|request| request.method == "POST")
        .unwrap();
    let read = requests.iter().rposition(|request| {
        request.method == "GET" && request.path.contains("/daily-workings/timerecord")
    });
    assert!(
        requests[..post]
            .iter()
            .any(|request| request.path.contains("/daily-workings/timerecord")),
        "the day is read before it is punched: {requests:#?}"
    );
    assert!(read > Some(post), "and once more after it: {requests:#?}");

    office.relays_at(&["2024-12-17 19:00", "2024-12-18 06:05", "2024-12-18 08:45"]);
    office.kot_has(&["1000 2024-12-17 出勤 09:03"]);

    office.relays_at(&["2024-12-18 10:01"]);
    office.kot_has(&["1000 2024-12-17 出勤 09:03", "1000 2024-12-17 退勤 18:22"]);
    office
        .check("2024-12-17", "2024-12-17")
        .exits(0)
        .finds(&[])
        .days(&["1000 2024-12-17 ok"]);
    office.fates(
        "2024-12-17",
        "2024-12-17",
        &[
            "2024-12-17 09:03:12 PC-1 ログオン punched",
            "2024-12-17 18:22:45 PC-1 ログオフ punched",
        ],
    );
    office.rests();
}

/// Worked day 2, without breaks.
#[test]
fn day_2_of_a_day_with_a_lunch_hour_the_first_logon_and_the_last_logoff_are_punched() {
    let office = office();
    office.malion_has([
        pc_log("2024-12-17 09:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-17 12:00 PC-1 tarouk ログオフ"),
        pc_log("2024-12-17 13:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-17 18:22 PC-1 tarouk ログオフ"),
    ]);
    office.relays_at(&[
        "2024-12-17 10:05",
        "2024-12-17 12:05",
        "2024-12-17 18:40",
        "2024-12-18 05:55",
    ]);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
    office.relays_at(&["2024-12-18 06:00"]);
    office.kot_has(&["1000 2024-12-17 出勤 09:00", "1000 2024-12-17 退勤 18:22"]);
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
            "2024-12-17 18:22 PC-1 ログオフ punched",
        ],
    );
    office.rests();
}

/// Worked day 4.
#[test]
fn day_4_sessions_of_one_domain_account_on_two_pcs_run_side_by_side() {
    let office = office();
    office.malion_has([
        pc_log(r"2024-12-17 09:00 PC-1 EXAMPLE\tarouk ログオン"),
        pc_log(r"2024-12-17 11:30 PC-2 EXAMPLE\tarouk ログオン"),
        pc_log(r"2024-12-17 12:00 PC-1 EXAMPLE\tarouk ログオフ"),
        pc_log(r"2024-12-17 18:00 PC-2 EXAMPLE\tarouk ログオフ"),
    ]);
    office.relays_at(&["2024-12-17 10:05", "2024-12-17 12:05", "2024-12-18 10:05"]);
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
            "2024-12-17 11:30 PC-2 ログオン within",
            "2024-12-17 12:00 PC-1 ログオフ within",
            "2024-12-17 18:00 PC-2 ログオフ punched",
        ],
    );
    office.rests();
}

/// Worked day 5.
#[test]
fn day_5_with_a_border_at_five_the_small_hours_belong_to_the_day_before() {
    let office = Office::with_border("05:00", &[TARO]);
    office.malion_has([
        pc_log("2024-12-17 22:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-18 03:30 PC-1 tarouk ログオフ"),
    ]);
    office.relays_at(&["2024-12-17 22:05", "2024-12-18 07:00", "2024-12-18 10:55"]);
    office.kot_has(&["1000 2024-12-17 出勤 22:00"]);
    office.relays_at(&["2024-12-18 11:00"]);
    office.kot_has(&[
        "1000 2024-12-17 出勤 22:00",
        "1000 2024-12-17 退勤 2024-12-18 03:30",
    ]);
    office
        .check("2024-12-17", "2024-12-18")
        .exits(0)
        .finds(&[])
        .days(&["1000 2024-12-17 ok"]);
    office.fates(
        "2024-12-17",
        "2024-12-17",
        &[
            "2024-12-17 22:00 PC-1 ログオン punched",
            "2024-12-18 03:30 PC-1 ログオフ punched",
        ],
    );
    office.rests();
}

/// Worked day 10.
#[test]
fn day_10_one_record_taken_twice_is_one_log() {
    let office = office();
    let logon = |second: &str, id: &str| -> Log {
        pc_log(&format!("2024-12-17 09:00:{second} PC-1 tarouk ログオン")).with_id(id)
    };
    office.malion_has([
        logon("00", "20241217-1"),
        logon("00", "20241217-1"),
        logon("30", "20241217-2"),
    ]);
    office.at("2024-12-17 10:05");
    let round = office.relay().exits(0).document("pcpunch.relay-run.v1");
    assert_eq!(round["collected"]["read"], 3, "{round:#}");
    assert_eq!(round["collected"]["new"], 2, "{round:#}");
    let fates = serde_json::json!({"punched": 1, "open": 1, "duplicate": 1});
    assert_eq!(round["collected"]["by_fate"], fates, "{round:#}");
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
    office.fates(
        "2024-12-17",
        "2024-12-17",
        &[
            "2024-12-17 09:00 PC-1 ログオン punched",
            "2024-12-17 09:00:30 PC-1 ログオン open",
        ],
    );
    office.at("2024-12-17 10:20").rests();
}

/// Worked day 23.
#[test]
fn day_23_the_second_record_of_a_logoff_is_no_sign_of_its_own() {
    let office = office();
    office.malion_has([
        pc_log("2024-12-17 09:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-17 18:00:00 PC-1 tarouk ログオフ"),
        pc_log("2024-12-17 18:00:40 PC-1 tarouk ログオフ"),
    ]);
    office.relays_at(&["2024-12-17 10:05", "2024-12-17 18:40", "2024-12-18 10:05"]);
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
            "2024-12-17 18:00 PC-1 ログオフ punched",
            "2024-12-17 18:00:40 PC-1 ログオフ second-record",
        ],
    );
    office.rests();
}
