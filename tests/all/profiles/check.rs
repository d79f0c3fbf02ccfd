//! `config check` shows field by field what a real answer holds.

use pcpunch::sandbox::Shape;
use serde_json::{Value, json};

use super::{office_with, profile_of};
use crate::harness::{Office, pc_log};

/// An office in which two people logged on within the last hour, and somebody locked a PC.
fn office(shape: Shape) -> Office {
    let office = office_with(Office::of(&[]), shape);
    let mut odd = pc_log("2024-12-17 11:30 PC-1 EXAMPLE\\tarouk ログオン");
    odd.terminal = format!("PC\u{1b}[31m-{}", "1".repeat(60));
    office.malion_has([
        odd,
        pc_log("2024-12-17 11:40 PC-2 hanakok ログオフ"),
        pc_log("2024-12-17 11:45 PC-2 hanakok ロック"),
    ]);
    office.at("2024-12-17 12:00");
    office
}

fn checks(office: &Office, exit: i32) -> Vec<Value> {
    let ran = office
        .run(&["config", "check", "--format", "json"])
        .exits(exit);
    let document = ran.document("pcpunch.config-check.v1");
    document["checks"].as_array().expect("checks").clone()
}

fn field(checks: &[Value], name: &str) -> Value {
    let of_name = |check: &&Value| check["found"]["field"] == name;
    checks.iter().find(of_name).expect("the field").clone()
}

#[test]
fn each_field_is_shown_with_its_place_its_count_and_a_harmless_example() {
    let office = office(Shape::PagesOfCsv);
    let checks = checks(&office, 0);
    let occurred = field(&checks, "occurred_at");
    assert_eq!(occurred["result"], "ok");
    assert_eq!(
        occurred["found"],
        json!({"field": "occurred_at", "place": "発生日時", "required": true,
               "borne": 2, "records": 2, "example": "2024/12/17 11:30:00"})
    );
    let domain = &field(&checks, "domain")["found"];
    assert_eq!(
        (&domain["borne"], &domain["example"]),
        (&json!(1), &json!("EXAMPLE"))
    );
    let terminal = field(&checks, "terminal")["found"]["example"].clone();
    let terminal = terminal.as_str().expect("an example");
    assert!(
        terminal.ends_with('…') && !terminal.contains('\u{1b}'),
        "{terminal:?}"
    );
    let ran = office.run(&["config", "check", "--lang", "en"]).exits(0);
    let told = ran.told();
    assert!(
        told.contains("occurred_at at 発生日時: 2 of 2, e.g. 2024/12/17 11:30:00"),
        "{told}"
    );
    assert!(
        told.contains("pages-of-csv") && !told.contains("assumed"),
        "{told}"
    );
    assert!(!told.contains('\u{1b}'), "{told:?}");
}

#[test]
fn operations_are_counted_by_word() {
    let office = office(Shape::CodesInQuery);
    let checks = checks(&office, 0);
    let words = checks
        .iter()
        .find(|check| check["check"] == "malion-words")
        .expect("words");
    assert_eq!(
        words["found"]["words"],
        json!([
            {"word": "1", "means": "logon", "count": 1},
            {"word": "2", "means": "logoff", "count": 1},
            {"word": "ロック", "means": "other", "count": 1},
        ])
    );
}

#[test]
fn a_field_that_the_answer_does_not_bear_as_the_profile_says_is_wrong() {
    let office = office(Shape::CursorAndForm);
    let right = profile_of(Shape::CursorAndForm);
    office.file(
        "malion.toml",
        &right.replace("\"/when/occurred\"", "\"/when/happened\""),
    );
    let found = checks(&office, 5);
    let occurred = field(&found, "occurred_at");
    assert_eq!(occurred["result"], "wrong", "{occurred:#}");
    assert!(
        occurred["remedy"]
            .as_str()
            .is_some_and(|text| text.contains("occurred_at"))
    );
    assert_eq!(field(&found, "collected_at")["result"], "ok");
    office.check_finds(5, "malion-connection");
    let words = right
        .replace("\"LOGON\"", "\"On\"")
        .replace("\"LOGOFF\"", "\"Off\"");
    office.file("malion.toml", &words);
    let found = checks(&office, 0);
    let words = found
        .iter()
        .find(|check| check["check"] == "malion-words")
        .expect("words");
    assert_eq!(words["result"], "untried", "{words:#}");
}

#[test]
fn that_the_built_in_profile_is_assumed_stays_said() {
    let office = office(Shape::Assumed);
    let told = office.run(&["config", "check", "--lang", "en"]).told();
    assert!(
        told.contains("assumed-v1") && told.contains("assumed:"),
        "{told}"
    );
    assert!(
        told.contains("occurred_at at /occurred_at: 2 of 2"),
        "{told}"
    );
}
