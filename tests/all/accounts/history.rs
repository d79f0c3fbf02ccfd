//! `accounts history`: every import with who, when, from which file, and what.

use serde_json::json;

use super::links_file;
use crate::harness::{HANAKO, Office, TARO};

#[test]
fn each_import_is_told_with_who_when_which_file_and_what_newest_first() {
    let office = Office::of(&[TARO, HANAKO]);
    office.known_as("soumu");
    office.at("2024-12-18 12:30");
    links_file(
        &office,
        "second.csv",
        &[("0001", "taro2"), ("0002", "hanakod")],
    );
    office.run(&["accounts", "import", "second.csv"]).exits(0);

    let ran = office.run(&["accounts", "history", "--format", "json"]);
    let document = ran.exits(0).document("pcpunch.accounts-history.v1");
    let imports = document["imports"].as_array().unwrap();
    assert_eq!(imports.len(), 2);
    let newest = &imports[0];
    assert_eq!(
        json!([
            newest["id"],
            newest["at"],
            newest["user"],
            newest["file"],
            newest["updated"]
        ]),
        json!([2, "2024-12-18T12:30:00+09:00", "soumu", "second.csv", 1])
    );
    assert_eq!(
        newest["changes"],
        json!([{"line": 2, "kind": "MaLion連携", "kind_code": 3, "employee_code": "0001",
                "name": "勤怠 太郎", "before": "tarouk", "after": "taro2"}])
    );
    assert_eq!(imports[1]["updated"], 2);
    assert!(newest.get("undone").is_none());
    let table = office
        .run(&["accounts", "history", "--lang", "ja"])
        .exits(0);
    table.says("second.csv").says("soumu").says("taro2");
}

#[test]
fn a_row_keeps_the_code_and_name_that_it_had() {
    let office = Office::of(&[TARO]);
    let key = pcpunch::sandbox::key_of("0001");
    assert!(office.sandbox.kot.change_code(&key, "0009"));
    office.run(&["employees", "sync"]).exits(0);
    let csv = office.run(&["accounts", "history", "--format", "csv"]);
    csv.exits(0).says("0001,勤怠 太郎,0001,tarouk,\n");
}

#[test]
fn a_file_without_imports_has_no_history() {
    let office = Office::empty(&[TARO]).set_up();
    let ran = office.run(&["accounts", "history", "--format", "json"]);
    let document = ran.exits(0).document("pcpunch.accounts-history.v1");
    assert_eq!(document["imports"], json!([]));
}
