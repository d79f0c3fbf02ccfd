//! `logs check` as pictures: bars in the terminal.

use crate::harness::{HANAKO, Office, TARO, pc_log};

/// A whole day, a half day, and a night before the start.
fn month() -> Office {
    let office = Office::of(&[TARO, HANAKO]);
    office.malion_has([
        pc_log("2024-12-17 09:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-17 12:00 PC-1 tarouk ログオフ"),
        pc_log("2024-12-17 13:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-17 18:00 PC-1 tarouk ログオフ"),
        pc_log("2024-12-17 10:00 PC-2 hanakod ログオン"),
        pc_log("2024-12-18 09:30 PC-2 hanakod ログオン"),
        pc_log("2024-12-18 17:30 PC-2 hanakod ログオフ"),
    ]);
    office.relays_at(&["2024-12-17 10:05", "2024-12-18 10:05", "2024-12-19 10:05"]);
    office.relays_at(&["2024-12-20 10:05"]);
    office
}

const CHECK: [&str; 6] = [
    "logs",
    "check",
    "--from",
    "2024-12-17",
    "--to",
    "2024-12-18",
];

#[test]
fn a_day_is_a_bar_with_its_sessions_its_punches_and_letters_that_the_legend_explains() {
    let office = month();
    let ran = office.run(&[&CHECK[..], &["--timeline", "--lang", "ja"]].concat());
    let ran = ran.exits(6);
    for line in [
        "                9     10    11    12    13    14    15    16    17    18\n",
        "勤怠 太郎 12-17 [█████████████████······██████████████████████████████]\n",
        "髙橋 花子 12-17       [┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄ A\n",
        "髙橋 花子 12-18    [███████████████████████████████████████████████]\n",
        "A  no-logoff: 退勤なし (1 日)\n",
    ] {
        assert!(ran.told().contains(line), "{line}\n{}", ran.told());
    }
    assert!(!ran.told().contains('\u{1b}'), "{}", ran.told());
}

#[test]
fn a_colour_is_there_only_where_it_is_asked_for_and_the_other_formats_stay_what_they_are() {
    let office = month();
    let timeline = |words: &[&str]| {
        let words = [&CHECK[..], &["--timeline"], words].concat();
        office.run(&words).exits(6)
    };
    assert!(
        timeline(&["--color", "always"])
            .told()
            .contains("\u{1b}[1;31mA")
    );
    let document = timeline(&["--format", "json"]).document("pcpunch.logs-check.v1");
    let sessions = &document["days"][0]["pc"]["sessions"];
    assert_eq!(
        sessions[1],
        serde_json::json!({"terminal": "PC-1", "from": "2024-12-17T13:00:00+09:00",
                           "until": "2024-12-17T18:00:00+09:00"})
    );
    timeline(&["--format", "csv"]).says("employee_code,name,user,work_day,");
}

#[test]
fn what_is_not_about_a_day_stands_below_the_bars() {
    let office = month();
    office.malion_has([pc_log("2024-12-18 09:00 PC-9 nobody ログオン")]);
    office.relays_at(&["2024-12-20 10:10"]);
    let ran = office.run(&[&CHECK[..], &["--timeline", "--lang", "en"]].concat());
    ran.exits(6)
        .says("[unlinked] user name without an account: nobody");
}
