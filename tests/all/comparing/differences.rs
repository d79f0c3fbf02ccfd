//! 勤怠差異: PC logs against the punches that people made by card or by hand.

use serde_json::Value;

use super::{PEOPLE, document};
use crate::harness::{Office, pc_log};

const SCHEMA: &str = "pcpunch.logs-differences.v1";

/// A company that only compares: nothing is ever sent.
fn office() -> Office {
    let office = Office::of(&PEOPLE);
    office.setting("link.punches", "off");
    office
        .setting("check.in_minutes", "10")
        .setting("check.out_minutes", "15");
    office.malion_has(
        [
            "2024-12-17 09:03 PC-1 tarouk ログオン",
            "2024-12-17 18:22 PC-1 tarouk ログオフ",
            "2024-12-18 08:30 PC-1 tarouk ログオン",
            "2024-12-18 20:00 PC-1 tarouk ログオフ",
            "2024-12-17 09:00 PC-2 hanakod ログオン",
            "2024-12-17 17:30 PC-2 hanakod ログオフ",
        ]
        .map(pc_log),
    );
    for (code, day, kind, time) in [
        ("1000", "2024-12-17", 1, "2024-12-17 09:13"),
        ("1000", "2024-12-17", 2, "2024-12-17 18:07"),
        ("1000", "2024-12-18", 1, "2024-12-18 09:00"),
        ("1000", "2024-12-18", 2, "2024-12-18 18:00"),
        ("1001", "2024-12-18", 1, "2024-12-18 09:00"),
    ] {
        office.enters(code, day, kind, time);
    }
    office.relays_at(&["2024-12-17 12:00", "2024-12-19 12:00"]);
    office
}

/// `1000 2024-12-17 ok +10 ok -15`, a day a line.
fn days(document: &Value) -> Vec<String> {
    let end = |end: &Value| match end["gap_minutes"].as_i64() {
        Some(gap) => format!("{} {gap:+}", end["result"].as_str().unwrap()),
        None => end["result"].as_str().unwrap().to_owned(),
    };
    let days = document["days"].as_array().unwrap().iter();
    days.map(|day| {
        let [code, work_day] =
            ["employee_code", "work_day"].map(|name| day[name].as_str().unwrap());
        format!("{code} {work_day} {} {}", end(&day["in"]), end(&day["out"]))
    })
    .collect()
}

fn told(office: &Office, options: &[&str]) -> Value {
    let words = [&["logs", "differences", "--format", "json"][..], options].concat();
    document(office.run(&words), SCHEMA)
}

#[test]
fn a_gap_over_the_threshold_or_a_missing_side_is_a_difference_and_the_threshold_itself_is_none() {
    let office = office();
    let held = office.held();
    assert_eq!(
        days(&told(&office, &["--all"])),
        [
            "1000 2024-12-17 ok +10 ok -15",
            "1000 2024-12-18 difference +30 difference -120",
            "1001 2024-12-17 no-punch no-punch",
            "1001 2024-12-18 no-log nothing",
        ]
    );
    assert_eq!(
        days(&told(&office, &[])),
        [
            "1000 2024-12-18 difference +30 difference -120",
            "1001 2024-12-17 no-punch no-punch",
            "1001 2024-12-18 no-log nothing",
        ]
    );
    assert_eq!(days(&told(&office, &["--employee", "1001"])).len(), 2);
    assert_eq!(days(&told(&office, &["--month", "2024-11"])), [""; 0]);
    assert_eq!(office.posts(), 0);
    assert_eq!(office.held(), held, "nothing is stored");
}

#[test]
fn a_month_is_one_row_a_person_with_the_minutes_at_the_pc_outside_of_the_punches() {
    let office = office();
    let found = told(&office, &["--month", "2024-12", "--summary"]);
    let months = found["months"].as_array().unwrap();
    let row = |month: &Value| {
        let names = [
            "days",
            "different_days",
            "no_log",
            "no_punch",
            "outside_minutes",
        ];
        names.map(|name| month[name].as_i64().unwrap())
    };
    let rows: Vec<_> = months.iter().map(row).collect();
    assert_eq!(rows, [[2, 1, 0, 0, 150], [2, 2, 1, 2, 0]]);
    let summary = [
        "logs",
        "differences",
        "--month",
        "2024-12",
        "--summary",
        "--format",
        "csv",
    ];
    office
        .run(&summary)
        .exits(0)
        .says("employee_code,name,month,days,different_days")
        .says("1000,勤怠 太郎,2024-12,2,1,1,1,0,0,150\n");
}

#[test]
fn people_and_payroll_see_how_it_was_punched_and_the_gap_with_its_sign() {
    let office = office();
    office
        .run(&["logs", "differences"])
        .exits(0)
        .says("09:00 (ICカード)")
        .says("+30 *")
        .says("-120 *")
        .says("PC ログなし")
        .says("4 勤務日のうち差異のある日 3 日");
    office
        .run(&["logs", "differences", "--format", "csv"])
        .exits(0)
        .says("1000,勤怠 太郎,2024-12-18,2024-12-18T08:30:00+09:00,2024-12-18T09:00:00+09:00,ICカード,30,difference,");
}

#[test]
fn punches_that_are_ours_have_no_gap_and_a_day_that_is_not_settled_is_not_compared_at_its_end() {
    let office = Office::of(&PEOPLE);
    office.malion_has(
        [
            "2024-12-17 09:03 PC-1 tarouk ログオン",
            "2024-12-17 18:22 PC-1 tarouk ログオフ",
            "2024-12-18 09:00 PC-1 tarouk ログオン",
        ]
        .map(pc_log),
    );
    office.relays_at(&["2024-12-18 12:00"]);
    office.enters("1000", "2024-12-18", 2, "2024-12-18 11:00");
    let found = told(
        &office,
        &["--all", "--from", "2024-12-17", "--to", "2024-12-18"],
    );
    assert_eq!(
        days(&found),
        [
            "1000 2024-12-17 ok +0 ok +0",
            "1000 2024-12-18 ok +0 waiting"
        ]
    );
    assert_eq!(found["days"][0]["in"]["ours"], true);
}

#[test]
fn an_unlock_stands_in_for_a_logon_that_is_missing_where_it_is_kept() {
    let office = Office::of(&PEOPLE);
    office.setting("link.punches", "off");
    office.file(
        "logs.csv",
        "発生日時,操作,端末名,ユーザー名\n\
         2024/12/17 08:58:00,アンロック,PC-1,tarouk\n\
         2024/12/17 12:00:00,アンロック,PC-1,tarouk\n\
         2024/12/17 18:10:00,ロック,PC-1,tarouk\n",
    );
    office.at("2024-12-18 12:00");
    let whole = ["--complete-until", "2024-12-18T08:00"];
    let round = ["relay", "run", "--once", "--from", "logs.csv"];
    office.run(&[&round[..], &whole].concat()).exits(0);
    office.enters("1000", "2024-12-17", 1, "2024-12-17 09:00");
    office.enters("1000", "2024-12-17", 2, "2024-12-17 18:00");
    let found = told(&office, &["--all"]);
    assert_eq!(days(&found), ["1000 2024-12-17 ok +2 ok -10"]);
    assert_eq!(found["days"][0]["in"]["operation"], "アンロック");
}

#[test]
fn without_a_reading_there_is_nothing_to_compare_and_it_says_when_there_will_be() {
    let office = office();
    office.at("2024-12-19 09:00");
    let questions = office.questions(|office| {
        office.run(&["logs", "differences"]).exits(5);
    });
    assert_eq!(questions, 0);
}
