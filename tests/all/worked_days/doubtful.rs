//! Days with logs that are nobody's, two people's, or no sign of work: 11, 12, 14, 15 and 18.

use super::{HANAKO, TARO, office};
use crate::harness::{Office, pc_log};

/// Worked day 11.
#[test]
fn day_11_logs_of_a_name_that_nobody_bears_wait_and_the_nearest_account_is_named() {
    let office = Office::of(&[TARO, HANAKO]);
    office.malion_has([
        pc_log("2024-12-17 09:00 PC-1 TaroX ログオン"),
        pc_log("2024-12-17 09:01 PC-2 Tarouk ログオン"),
        pc_log("2024-12-17 09:02 PC-3 ｔａｒｏｕｋ ログオン"),
        pc_log("2024-12-17 09:03 PC-4 tarok ログオン"),
    ]);
    office.relays_at(&["2024-12-17 10:05"]);
    office.kot_has(&[]);
    let check = office.check("2024-12-17", "2024-12-17").exits(6).finds(&[
        "unlinked TaroX [2024-12-17 09:00] [PC-1]",
        "unlinked Tarouk [2024-12-17 09:01] [PC-2]",
        "unlinked tarok [2024-12-17 09:03] [PC-4]",
        "unlinked ｔａｒｏｕｋ [2024-12-17 09:02] [PC-3]",
    ]);
    let findings = check.document["findings"].as_array().unwrap();
    for (user, nearest, difference) in [
        ("TaroX", None, None),
        ("Tarouk", Some("tarouk"), Some("case")),
        ("ｔａｒｏｕｋ", Some("tarouk"), Some("width")),
        ("tarok", Some("tarouk"), Some("one-letter")),
    ] {
        let finding = findings
            .iter()
            .find(|finding| finding["user"] == user)
            .unwrap();
        let fact = |name: &str| finding["evidence"][name].as_str();
        assert_eq!(
            (fact("nearest"), fact("difference")),
            (nearest, difference),
            "{finding:#}"
        );
    }
    let fates = |of_taro_x: &str| {
        office.fates(
            "2024-12-17",
            "2024-12-17",
            &[
                &format!("2024-12-17 09:00 PC-1 ログオン {of_taro_x}"),
                "2024-12-17 09:01 PC-2 ログオン unlinked",
                "2024-12-17 09:02 PC-3 ログオン unlinked",
                "2024-12-17 09:03 PC-4 ログオン unlinked",
            ],
        );
    };
    fates("unlinked");
    office.rests();

    office.links(&[("2000", "TaroX")]).exits(0);
    office.relays_at(&["2024-12-17 10:20"]);
    office.kot_has(&["2000 2024-12-17 出勤 09:00"]);
    fates("punched");
    office.rests();
}

/// Worked day 12.
#[test]
fn day_12_beside_a_clock_in_by_ic_card_only_the_clock_out_is_sent() {
    let office = office();
    office
        .at("2024-12-17 08:56")
        .enters("1000", "2024-12-17", 1, "2024-12-17 08:55");
    office.malion_has([
        pc_log("2024-12-17 09:03 PC-1 tarouk ログオン"),
        pc_log("2024-12-17 18:00 PC-1 tarouk ログオフ"),
    ]);
    office.relays_at(&["2024-12-17 10:05", "2024-12-17 18:40", "2024-12-18 10:05"]);
    office.kot_has(&[
        "1000 2024-12-17 出勤 08:55 (not ours)",
        "1000 2024-12-17 退勤 18:00",
    ]);
    assert_eq!(office.posts(), 1);
    // Eight minutes between card and ログオン leave the day ok, unless the company tolerates less.
    let check = || {
        let checked = office.check("2024-12-17", "2024-12-17").exits(0);
        checked.finds(&["already-there 1000 2024-12-17 [2024-12-17 09:03, 2024-12-17 08:55] []"])
    };
    let checked = check().days(&["1000 2024-12-17 ok"]);
    assert_eq!(
        checked.document["days"][0]["sent"][0]["state"],
        "already-there"
    );
    office.setting("check.in_minutes", "7");
    check().days(&["1000 2024-12-17 already-there"]);
    office.fates(
        "2024-12-17",
        "2024-12-17",
        &[
            "2024-12-17 09:03 PC-1 ログオン punched",
            "2024-12-17 18:00 PC-1 ログオフ punched",
        ],
    );
    office.rests();
}

/// Worked day 14.
#[test]
fn day_14_what_rests_on_a_local_name_in_use_on_two_pcs_at_once_is_held() {
    let office = Office::of(&[("1000", "勤怠", "太郎", "user"), HANAKO]);
    office.malion_has([
        pc_log(r"2024-12-17 09:00 PC-A PC-A\user ログオン"),
        pc_log(r"2024-12-17 09:30 PC-B PC-B\user ログオン"),
        pc_log(r"2024-12-17 17:00 PC-B PC-B\user ログオフ"),
        pc_log(r"2024-12-17 18:00 PC-A PC-A\user ログオフ"),
        pc_log(r"2024-12-17 09:10 PC-C hanako ログオン"),
        pc_log(r"2024-12-17 17:20 PC-C hanako ログオフ"),
    ]);
    office.relays_at(&["2024-12-17 10:05", "2024-12-17 18:40", "2024-12-18 10:05"]);
    office.kot_has(&["2000 2024-12-17 出勤 09:10", "2000 2024-12-17 退勤 17:20"]);
    office
        .check("2024-12-17", "2024-12-17")
        .exits(6)
        .finds(&["shared-user-name user [2024-12-17 09:00, 2024-12-17 09:30] [PC-A, PC-B]"]);
    let round = office.relay().exits(0).document("pcpunch.relay-run.v1");
    assert_eq!(round["punches"]["held"], 2, "{round:#}");
    office.fates(
        "2024-12-17",
        "2024-12-17",
        &[
            "2024-12-17 09:00 PC-A ログオン punched",
            "2024-12-17 09:10 PC-C ログオン punched",
            "2024-12-17 09:30 PC-B ログオン within",
            "2024-12-17 17:00 PC-B ログオフ within",
            "2024-12-17 17:20 PC-C ログオフ punched",
            "2024-12-17 18:00 PC-A ログオフ punched",
        ],
    );
    office.rests();
}

/// Worked day 14, where the second PC shows after the 出勤 was sent.
#[test]
fn day_14_what_was_sent_before_a_name_was_seen_on_two_pcs_stays_and_the_rest_is_held() {
    let office = Office::of(&[("1000", "勤怠", "太郎", "user")]);
    office.malion_has([
        pc_log(r"2024-12-17 09:00 PC-A PC-A\user ログオン"),
        pc_log(r"2024-12-17 10:30 PC-B PC-B\user ログオン"),
        pc_log(r"2024-12-17 17:00 PC-B PC-B\user ログオフ"),
        pc_log(r"2024-12-17 18:00 PC-A PC-A\user ログオフ"),
    ]);
    office.relays_at(&["2024-12-17 10:05", "2024-12-17 18:40", "2024-12-18 10:05"]);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
    office
        .check("2024-12-17", "2024-12-17")
        .exits(6)
        .finds(&["shared-user-name user [2024-12-17 09:00, 2024-12-17 10:30] [PC-A, PC-B]"]);
    office.rests();
}

/// Worked day 15. MaLion's API is not asked for other operations; a file bears them.
#[test]
fn day_15_locks_and_power_are_no_punches() {
    let office = office();
    let heading =
        "ログID,発生日時,収集日時,操作,端末名,ドメイン名,ユーザー名,出退勤システム連携コード";
    let row = |number: u8, time: &str, operation: &str| {
        format!(
            "{number},2024/12/17 {time}:00,2024/12/17 {time}:30,{operation},PC-1,EXAMPLE,tarouk,A01"
        )
    };
    let text = [
        heading.to_owned(),
        row(1, "09:00", "ログオン"),
        row(2, "12:00", "ロック"),
        row(3, "13:00", "電源ON"),
        row(4, "18:00", "ログオフ"),
    ]
    .join("\r\n");
    office.file("logs.csv", &text);
    let relay = || {
        let from = ["--from", "logs.csv", "--complete-until", "2024-12-18T06:00"];
        let words = [&["relay", "run", "--once", "--format", "json"][..], &from].concat();
        office.run(&words).exits(0)
    };
    office.at("2024-12-18 10:05");
    let round = relay().document("pcpunch.relay-run.v1");
    let fates = serde_json::json!({"punched": 2, "other-operation": 2});
    assert_eq!(round["collected"]["by_fate"], fates, "{round:#}");
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
            "2024-12-17 12:00 PC-1 ロック other-operation",
            "2024-12-17 13:00 PC-1 電源ON other-operation",
            "2024-12-17 18:00 PC-1 ログオフ punched",
        ],
    );
    let round = relay().document("pcpunch.relay-run.v1");
    assert_eq!(
        round["collected"]["by_fate"],
        serde_json::json!({"duplicate": 4}),
        "{round:#}"
    );
    assert_eq!(office.posts(), 2);
}

/// Worked day 18.
#[test]
fn day_18_a_logon_by_an_update_at_night_is_no_clock_in() {
    let office = office();
    office.malion_has([
        pc_log("2024-12-17 03:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-17 09:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-17 18:00 PC-1 tarouk ログオフ"),
    ]);
    office.relays_at(&["2024-12-17 04:00"]);
    office.kot_has(&[]);
    office.relays_at(&["2024-12-17 10:05", "2024-12-17 18:40", "2024-12-18 10:05"]);
    office.kot_has(&["1000 2024-12-17 出勤 09:00", "1000 2024-12-17 退勤 18:00"]);
    office
        .check("2024-12-17", "2024-12-17")
        .exits(6)
        .finds(&["night-logon 1000 2024-12-17 [2024-12-17 03:00] [PC-1]"]);
    office.fates(
        "2024-12-17",
        "2024-12-17",
        &[
            "2024-12-17 03:00 PC-1 ログオン night-logon",
            "2024-12-17 09:00 PC-1 ログオン punched",
            "2024-12-17 18:00 PC-1 ログオフ punched",
        ],
    );
    office.rests();
}
