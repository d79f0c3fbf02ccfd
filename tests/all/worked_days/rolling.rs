//! Days under policy `rolling`, and a policy that changes.

use super::{TARO, office};
use crate::harness::{Office, moment, pc_log};

/// Taro's office under `rolling` from its first round on, where KING OF TIME overwrites a 退勤.
fn rolling_office() -> Office {
    let office = office();
    office.setting("punch.policy", "rolling");
    office.sandbox.kot.switch(|kot| kot.overwrite_out = true);
    office
}

#[test]
fn each_end_is_sent_at_once_and_the_last_one_stands() {
    let office = rolling_office();
    office.malion_has([
        pc_log("2024-12-17 09:00 PC-1 EXAMPLE\\tarouk ログオン"),
        pc_log("2024-12-17 12:00 PC-1 EXAMPLE\\tarouk ログオフ"),
        pc_log("2024-12-17 13:00 PC-1 EXAMPLE\\tarouk ログオン"),
        pc_log("2024-12-17 18:22 PC-1 EXAMPLE\\tarouk ログオフ"),
    ]);
    office.rounds_at(&["2024-12-17 10:05", "2024-12-17 12:05"]);
    office.kot_has(&["1000 2024-12-17 出勤 09:00", "1000 2024-12-17 退勤 12:00"]);
    office.rounds_at(&["2024-12-17 13:05", "2024-12-17 18:40"]);
    let whole = ["1000 2024-12-17 出勤 09:00", "1000 2024-12-17 退勤 18:22"];
    office.kot_has(&whole);
    office.book_says(&[
        "1000 2024-12-17 出勤 09:00 accepted",
        "1000 2024-12-17 退勤 12:00 accepted",
        "1000 2024-12-17 退勤 18:22 accepted",
    ]);
    office.rounds_at(&["2024-12-18 10:05"]);
    office.kot_has(&whole);
    office
        .check("2024-12-17", "2024-12-17")
        .exits(0)
        .finds(&[])
        .days(&["1000 2024-12-17 ok"]);
    assert_eq!(office.posts(), 3);
    office.rests();
}

#[test]
fn many_overwritten_ends_do_not_make_a_reading_look_incomplete() {
    let office = rolling_office();
    for hour in 9..15 {
        office.malion_has([
            pc_log(&format!(
                "2024-12-17 {hour:02}:10 PC-1 EXAMPLE\\tarouk ログオン"
            )),
            pc_log(&format!(
                "2024-12-17 {hour:02}:50 PC-1 EXAMPLE\\tarouk ログオフ"
            )),
        ]);
    }
    office.rounds_at(&["2024-12-17 10:05", "2024-12-17 11:05", "2024-12-17 12:05"]);
    office.rounds_at(&["2024-12-17 13:05", "2024-12-17 14:05", "2024-12-17 15:05"]);
    office.kot_has(&["1000 2024-12-17 出勤 09:10", "1000 2024-12-17 退勤 14:50"]);
    assert_eq!(office.posts(), 7);
    office.rounds_at(&["2024-12-18 10:05"]);
    office.check("2024-12-17", "2024-12-17").exits(0).finds(&[]);
}

#[test]
fn of_several_ends_that_wait_only_the_last_is_sent() {
    let office = rolling_office();
    office.malion_has([
        pc_log("2024-12-17 09:00 PC-1 EXAMPLE\\tarouk ログオン"),
        pc_log("2024-12-17 12:00 PC-1 EXAMPLE\\tarouk ログオフ"),
        pc_log("2024-12-17 13:00 PC-1 EXAMPLE\\tarouk ログオン"),
        pc_log("2024-12-17 18:22 PC-1 EXAMPLE\\tarouk ログオフ"),
    ]);
    office.rounds_at(&["2024-12-17 18:40"]);
    office.kot_has(&["1000 2024-12-17 出勤 09:00", "1000 2024-12-17 退勤 18:22"]);
    assert_eq!(office.posts(), 2);
    office.rests();
}

#[test]
fn an_earlier_end_that_comes_late_changes_nothing_and_a_later_one_is_sent() {
    let office = rolling_office();
    let late = moment("2024-12-18 11:00");
    office.malion_has([
        pc_log("2024-12-17 09:00 PC-1 EXAMPLE\\tarouk ログオン"),
        pc_log("2024-12-17 18:22 PC-1 EXAMPLE\\tarouk ログオフ"),
        pc_log("2024-12-17 10:00 PC-2 EXAMPLE\\tarouk ログオン").collected(late),
        pc_log("2024-12-17 11:00 PC-2 EXAMPLE\\tarouk ログオフ").collected(late),
        pc_log("2024-12-17 19:00 PC-3 EXAMPLE\\tarouk ログオン")
            .collected(moment("2024-12-18 12:00")),
        pc_log("2024-12-17 20:15 PC-3 EXAMPLE\\tarouk ログオフ")
            .collected(moment("2024-12-18 12:00")),
    ]);
    office.rounds_at(&["2024-12-17 18:40", "2024-12-18 10:05", "2024-12-18 11:05"]);
    office.kot_has(&["1000 2024-12-17 出勤 09:00", "1000 2024-12-17 退勤 18:22"]);
    office.check("2024-12-17", "2024-12-17").exits(0).finds(&[]);
    office.rounds_at(&["2024-12-18 12:05"]);
    office.kot_has(&["1000 2024-12-17 出勤 09:00", "1000 2024-12-17 退勤 20:15"]);
    office.check("2024-12-17", "2024-12-17").exits(0).finds(&[]);
    office.rests();
}

#[test]
fn an_end_that_was_not_the_last_sign_of_the_day_is_told_when_the_day_is_settled() {
    let office = rolling_office();
    office.malion_has([
        pc_log("2024-12-17 09:00 PC-1 EXAMPLE\\tarouk ログオン"),
        pc_log("2024-12-17 12:00 PC-1 EXAMPLE\\tarouk ログオフ"),
        pc_log("2024-12-17 13:00 PC-1 EXAMPLE\\tarouk ログオン"),
        pc_log("2024-12-18 09:05 PC-1 EXAMPLE\\tarouk ログオン"),
    ]);
    office.rounds_at(&["2024-12-17 12:05", "2024-12-18 10:05", "2024-12-19 10:05"]);
    office.kot_has(&[
        "1000 2024-12-17 出勤 09:00",
        "1000 2024-12-17 退勤 12:00",
        "1000 2024-12-18 出勤 09:05",
    ]);
    let named = "no-logoff 1000 2024-12-17 [2024-12-17 12:00] [PC-1]";
    office
        .check("2024-12-17", "2024-12-17")
        .exits(6)
        .finds(&[named]);
    // Entered by hand, where it overwrites ours.
    office.sandbox.kot.remove_punches(|punch| punch.code == 2);
    office.enters("1000", "2024-12-17", 2, "2024-12-17 17:30");
    office.rounds_at(&["2024-12-19 11:05"]);
    let checked = office.check("2024-12-17", "2024-12-17").exits(0);
    checked.finds(&["changed-in-kot 1000 2024-12-17 [2024-12-17 12:00, 2024-12-17 17:30] []"]);
}

#[test]
fn where_nothing_is_overwritten_the_second_clock_out_ends_the_sending_to_that_day() {
    let office = rolling_office();
    office.sandbox.kot.switch(|kot| kot.overwrite_out = false);
    office.malion_has([
        pc_log("2024-12-17 09:00 PC-1 EXAMPLE\\tarouk ログオン"),
        pc_log("2024-12-17 12:00 PC-1 EXAMPLE\\tarouk ログオフ"),
        pc_log("2024-12-17 13:00 PC-1 EXAMPLE\\tarouk ログオン"),
        pc_log("2024-12-17 15:00 PC-1 EXAMPLE\\tarouk ログオフ"),
        pc_log("2024-12-17 16:00 PC-1 EXAMPLE\\tarouk ログオン"),
        pc_log("2024-12-17 18:22 PC-1 EXAMPLE\\tarouk ログオフ"),
    ]);
    office.rounds_at(&["2024-12-17 12:05", "2024-12-17 15:05"]);
    office.at("2024-12-17 18:40").relay();
    office.kot_has(&[
        "1000 2024-12-17 出勤 09:00",
        "1000 2024-12-17 退勤 12:00",
        "1000 2024-12-17 退勤 15:00",
    ]);
    let checked = office.check("2024-12-17", "2024-12-17").exits(6);
    let findings = checked.document["findings"].as_array().unwrap();
    let doubled = |one: &&serde_json::Value| one["code"] == "double-in-kot";
    assert!(findings.iter().find(doubled).is_some(), "{findings:#?}");
}

#[test]
fn a_policy_changed_in_the_middle_of_a_month_holds_from_the_next_work_day() {
    let office = Office::of(&[TARO]);
    office.sandbox.kot.switch(|kot| kot.overwrite_out = true);
    for day in ["17", "18"] {
        office.malion_has([
            pc_log(&format!(
                "2024-12-{day} 09:00 PC-1 EXAMPLE\\tarouk ログオン"
            )),
            pc_log(&format!(
                "2024-12-{day} 12:00 PC-1 EXAMPLE\\tarouk ログオフ"
            )),
            pc_log(&format!(
                "2024-12-{day} 13:00 PC-1 EXAMPLE\\tarouk ログオン"
            )),
            pc_log(&format!(
                "2024-12-{day} 18:00 PC-1 EXAMPLE\\tarouk ログオフ"
            )),
        ]);
    }
    office.rounds_at(&["2024-12-17 10:05"]);
    office.setting("punch.policy", "rolling");
    office.rounds_at(&["2024-12-17 12:05"]);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
    office.rounds_at(&["2024-12-18 10:05", "2024-12-18 12:05"]);
    office.kot_has(&[
        "1000 2024-12-17 出勤 09:00",
        "1000 2024-12-17 退勤 18:00",
        "1000 2024-12-18 出勤 09:00",
        "1000 2024-12-18 退勤 12:00",
    ]);
    office.setting("punch.policy", "settled");
    office.rounds_at(&["2024-12-18 18:40", "2024-12-19 10:05"]);
    office.kot_has(&[
        "1000 2024-12-17 出勤 09:00",
        "1000 2024-12-17 退勤 18:00",
        "1000 2024-12-18 出勤 09:00",
        "1000 2024-12-18 退勤 18:00",
    ]);
    office.check("2024-12-17", "2024-12-18").exits(0).finds(&[]);
    office.rests();
}

#[test]
fn rolling_is_set_only_by_somebody_who_was_told_what_it_needs() {
    let office = office();
    let set = ["config", "set", "punch.policy", "rolling"];
    office.fails(&set, 2, "usage.needs_yes");
    let ran = office.run(&["config", "get", "punch.policy"]).exits(0);
    assert!(!ran.told().contains("rolling"), "{}", ran.told());
    let ran = office.run(&[&set[..], &["--yes", "--lang", "ja"]].concat());
    let told = ran.exits(0).told();
    for words in [
        "退勤打刻の自動上書き機能",
        "確かめる方法はなく",
        "API の打刻にも働くか",
    ] {
        assert!(told.contains(words), "{told}");
    }
    office
        .run(&["config", "get", "punch.policy"])
        .exits(0)
        .says("rolling");
}
