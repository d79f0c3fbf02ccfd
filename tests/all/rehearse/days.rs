//! Single days: what a rehearsal gives, and why it gives nothing.

use pcpunch::domain::time::WorkDay;
use pcpunch::sandbox::key_of;

use crate::harness::{HANAKO, Office, TARO, moment, pc_log};

/// Taro's office on 2024-12-20 at noon: `lines` are his logs, ` <` before a time of collection, `hand` what he
/// entered himself, both collected and read, nothing sent.
fn office(border: &str, lines: &[&str], hand: &[(&str, u8, &str)]) -> Office {
    let office = Office::with_border(border, &[TARO]);
    office.setting("link.punches", "off");
    for line in lines {
        let log = match line.split_once(" <") {
            None => pc_log(line),
            Some((line, collected)) => pc_log(line).collected(moment(collected)),
        };
        office.malion_has([log]);
    }
    for (work_day, kind, time) in hand {
        office.enters("0001", work_day, *kind, time);
    }
    office.relays_at(&["2024-12-20 12:00"]);
    office
}

const RANGE: &str = "--from 2024-12-17 --to 2024-12-18";

#[test]
fn a_setting_that_meets_a_late_log_better_is_seen_to() {
    let lines = [
        "2024-12-17 09:00 PC-1 tarouk ログオン <2024-12-17 13:00",
        "2024-12-17 10:05 PC-2 tarouk ログオン",
        "2024-12-17 18:00 PC-2 tarouk ログオフ",
        "2024-12-17 17:00 PC-1 tarouk ログオフ <2024-12-18 01:00",
    ];
    let hand = [
        ("2024-12-17", 1, "2024-12-17 08:55"),
        ("2024-12-17", 2, "2024-12-17 18:02"),
    ];
    office("00:00", &lines, &hand)
        .rehearses(&format!("{RANGE} --set punch.clock_in=settled"))
        .sums("as-set", &["1 later 1 70/70", "2 same 1"])
        .days(
            "as-set",
            &["12-17 0001 1 later 12-17 10:05 12-17 08:55 70 late-change"],
        )
        .sums("tried", &["1 same 1", "2 same 1"])
        .days("tried", &[]);
}

#[test]
fn of_the_ends_of_policy_rolling_the_last_counts() {
    let lines = [
        "2024-12-17 09:00 PC-1 tarouk ログオン",
        "2024-12-17 12:00 PC-1 tarouk ログオフ",
        "2024-12-17 13:00 PC-1 tarouk ログオン",
        "2024-12-17 17:30 PC-1 tarouk ログオフ",
        "2024-12-17 17:40 PC-1 tarouk ログオン",
        "2024-12-18 09:00 PC-1 tarouk ログオン",
        "2024-12-18 18:00 PC-1 tarouk ログオフ",
    ];
    let hand = [
        ("2024-12-17", 1, "2024-12-17 09:00"),
        ("2024-12-17", 2, "2024-12-17 18:00"),
        ("2024-12-18", 1, "2024-12-18 09:00"),
        ("2024-12-18", 2, "2024-12-18 18:00"),
    ];
    office("00:00", &lines, &hand)
        .rehearses(&format!("{RANGE} --set punch.policy=rolling"))
        .sums("as-set", &["1 same 2", "2 same 1", "2 missing 1"])
        .days(
            "as-set",
            &["12-17 0001 2 missing - 12-17 18:00 - no-logoff"],
        )
        .sums("tried", &["1 same 2", "2 same 1", "2 earlier 1 30/30"]);
}

#[test]
fn the_border_of_the_division_is_tried_against_one_for_all() {
    let lines = [
        "2024-12-17 22:00 PC-1 tarouk ログオン",
        "2024-12-18 03:30 PC-1 tarouk ログオフ",
    ];
    let hand = [
        ("2024-12-17", 1, "2024-12-17 21:58"),
        ("2024-12-17", 2, "2024-12-18 03:35"),
    ];
    office("05:00", &lines, &hand)
        .rehearses(&format!("{RANGE} --set punch.day_border=00:00"))
        .sums("as-set", &["1 same 1", "2 same 1"])
        .sums("tried", &["1 same 1", "2 missing 1"])
        .days("tried", &["12-17 0001 2 missing - 12-18 03:35 - no-logoff"]);
}

#[test]
fn breaks_are_compared_where_one_of_the_settings_punches_them() {
    let lines = [
        "2024-12-17 09:00 PC-1 tarouk ログオン",
        "2024-12-17 12:00 PC-1 tarouk ログオフ",
        "2024-12-17 13:00 PC-1 tarouk ログオン",
        "2024-12-17 18:00 PC-1 tarouk ログオフ",
    ];
    let hand = [
        ("2024-12-17", 1, "2024-12-17 09:00"),
        ("2024-12-17", 3, "2024-12-17 12:05"),
        ("2024-12-17", 4, "2024-12-17 12:40"),
        ("2024-12-17", 2, "2024-12-17 18:00"),
    ];
    let office = office("00:00", &lines, &hand);
    let whole = ["1 same 1", "2 same 1"];
    office.rehearses(RANGE).sums("as-set", &whole);
    office
        .rehearses(&format!("{RANGE} --set link.breaks=on"))
        .sums(
            "as-set",
            &[&whole[..], &["3 missing 1", "4 missing 1"]].concat(),
        )
        .sums(
            "tried",
            &[&whole[..], &["3 same 1", "4 later 1 20/20"]].concat(),
        );
}

#[test]
fn why_a_day_gets_nothing_is_told_with_the_day() {
    let lines = [
        "2024-12-18 03:00 PC-1 tarouk ログオン",
        "2024-12-18 18:00 PC-1 tarouk ログオフ",
    ];
    let hand = [
        ("2024-12-16", 1, "2024-12-16 09:00"),
        ("2024-12-17", 1, "2024-12-17 09:00"),
        ("2024-12-18", 1, "2024-12-18 03:05"),
        ("2024-12-18", 2, "2024-12-18 18:05"),
    ];
    let office = office("00:00", &lines, &hand);
    office
        .rehearses("--from 2024-12-16 --to 2024-12-18 --set punch.quiet_hours=none")
        .days(
            "as-set",
            &[
                "12-16 0001 1 missing - 12-16 09:00 - no-pc-log",
                "12-17 0001 1 missing - 12-17 09:00 - no-pc-log",
                "12-18 0001 1 missing - 12-18 03:05 - night-logon",
                "12-18 0001 2 missing - 12-18 18:05 - night-logon",
            ],
        )
        .sums("tried", &["1 same 1", "1 missing 2", "2 same 1"]);
    let words = format!("relay rehearse {RANGE} --set punch.quiet_hours=none --days");
    office
        .run(&words.split(' ').collect::<Vec<_>>())
        .exits(0)
        .says("打刻なし (夜間のログオン)")
        .says("03:00 一致");
}

#[test]
fn who_resigned_is_compared_up_to_the_last_day() {
    let lines = [
        "2024-12-17 09:00 PC-1 tarouk ログオン",
        "2024-12-17 18:00 PC-1 tarouk ログオフ",
        "2024-12-18 09:00 PC-1 tarouk ログオン",
    ];
    let hand = [
        ("2024-12-17", 1, "2024-12-17 09:00"),
        ("2024-12-17", 2, "2024-12-17 18:00"),
        ("2024-12-18", 1, "2024-12-18 09:00"),
    ];
    let office = office("00:00", &lines, &hand);
    let last = WorkDay::parse("2024-12-17");
    assert!(office.sandbox.kot.resign(&key_of("0001"), last));
    office.run(&["employees", "sync"]).exits(0);
    office
        .rehearses(RANGE)
        .sums("as-set", &["1 same 1", "1 missing 1", "2 same 1"])
        .days(
            "as-set",
            &["12-18 0001 1 missing - 12-18 09:00 - not-employed"],
        );
}

#[test]
fn who_is_set_aside_or_has_no_account_is_left_out_and_counted() {
    let office = office("00:00", &["2024-12-17 09:00 PC-1 tarouk ログオン"], &[]);
    let (code, last, first, _) = HANAKO;
    office.joins(code, last, first);
    office.enters(code, "2024-12-17", 1, "2024-12-17 09:00");
    office.enters("0001", "2024-12-17", 1, "2024-12-17 09:00");
    office.enters("0001", "2024-12-18", 1, "2024-12-18 09:00");
    let day = ["--from", "2024-12-18", "--to", "2024-12-18"];
    let set_aside = [&["accounts", "exclude", "0001"][..], &day].concat();
    office.run(&set_aside).exits(0);
    let rehearsal = office.rehearses(RANGE).sums("as-set", &["1 same 1"]);
    assert_eq!(rehearsal.document["people_left_out"], 2);
}

#[test]
fn what_was_not_read_or_is_not_settled_is_open() {
    let lines = ["2024-12-18 09:00 PC-1 tarouk ログオン"];
    let hand = [
        ("2024-12-18", 1, "2024-12-18 09:00"),
        ("2024-12-18", 2, "2024-12-18 18:00"),
        ("2024-12-20", 1, "2024-12-20 14:00"),
    ];
    let office = office("00:00", &lines, &hand);
    office
        .at("2024-12-21 12:00")
        .rehearses("--from 2024-12-18 --to 2024-12-20")
        .sums("as-set", &["1 same 1", "1 open 1", "2 open 1"])
        .days(
            "as-set",
            &[
                "12-18 0001 2 open - 12-18 18:00 - waiting-logoff",
                "12-20 0001 1 open - 12-20 14:00 - not-read",
            ],
        );
    let words = ["relay", "rehearse", "--from", "2024-12-18"];
    office.run(&words).exits(0).says("勤務日が 1日あり");
}

/// When the relay runs: after all that can change anything, and before what comes next.
const ROUNDS: [&str; 11] = [
    "2024-12-17 08:15",
    "2024-12-17 10:06",
    "2024-12-17 12:05",
    "2024-12-17 18:35",
    "2024-12-18 06:05",
    "2024-12-18 10:05",
    "2024-12-18 11:35",
    "2024-12-18 18:35",
    "2024-12-19 06:05",
    "2024-12-19 10:05",
    "2024-12-20 10:05",
];

/// The surest comparison: what the relay itself sent over these days, round by round.
#[test]
fn what_a_relay_has_sent_its_rehearsal_gives_again() {
    for (policy, breaks) in [("settled", "off"), ("settled", "on"), ("rolling", "off")] {
        let office = Office::of(&[TARO, HANAKO]);
        office.setting("punch.policy", policy);
        office.setting("link.breaks", breaks);
        office.setting("check.in_minutes", "0");
        office.setting("check.out_minutes", "0");
        office.malion_has([
            pc_log("2024-12-17 09:00 PC-1 tarouk ログオン").collected(moment("2024-12-17 13:00")),
            pc_log("2024-12-17 10:05 PC-2 tarouk ログオン"),
            pc_log("2024-12-17 18:00 PC-2 tarouk ログオフ"),
            pc_log("2024-12-17 19:00 PC-1 tarouk ログオフ").collected(moment("2024-12-18 08:50")),
            pc_log("2024-12-18 08:35 PC-1 tarouk ログオン").collected(moment("2024-12-18 09:30")),
            pc_log("2024-12-18 09:02 PC-2 tarouk ログオン"),
            pc_log("2024-12-18 12:00 PC-1 tarouk ログオフ"),
            pc_log("2024-12-18 12:00 PC-2 tarouk ログオフ"),
            pc_log("2024-12-18 13:10 PC-2 tarouk ログオン"),
            pc_log("2024-12-18 17:45 PC-2 tarouk ログオフ"),
            pc_log("2024-12-17 08:10 PC-3 hanakod ログオン"),
            pc_log("2024-12-17 12:00 PC-3 hanakod ログオフ"),
            pc_log("2024-12-17 13:00 PC-3 hanakod ログオン"),
            pc_log("2024-12-18 11:00 PC-3 hanakod ログオフ"),
            pc_log("2024-12-18 11:30 PC-3 hanakod ログオン"),
            pc_log("2024-12-18 20:00 PC-3 hanakod ログオフ").collected(moment("2024-12-19 09:10")),
            pc_log("2024-12-19 09:09 PC-3 hanakod ログオン"),
        ]);
        if policy == "rolling" {
            office.sandbox.kot.switch(|one| one.overwrite_out = true);
        }
        for time in ROUNDS {
            office.at(time).relay();
        }
        let rehearsal = office
            .at("2024-12-21 12:00")
            .rehearses("--from 2024-12-17 --to 2024-12-19")
            .days("as-set", &[]);
        let sums = &rehearsal.result("as-set")["sums"];
        let same = super::list(sums)
            .into_iter()
            .map(|kind| kind["same"]["count"].as_u64().unwrap_or_default());
        let sent = office.sandbox.kot.punches().len();
        assert_eq!(
            usize::try_from(same.sum::<u64>()).unwrap(),
            sent,
            "{policy} {breaks}"
        );
        assert!(sent >= 6, "{policy} {breaks}: {sent}");
    }
}
