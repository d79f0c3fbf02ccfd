//! `accounts allow-shared`: what is held for one name on several PCs goes, or is held again.

use serde_json::json;

use crate::harness::{Office, TARO, pc_log};

const SCHEMA: &str = "pcpunch.accounts-allow-shared.v1";

fn allow(office: &Office, words: &[&str]) -> serde_json::Value {
    let words = [&["accounts", "allow-shared"], words, &["--format", "json"]].concat();
    office.run(&words).exits(0).document(SCHEMA)
}

#[test]
fn punches_held_for_a_shared_name_go_once_it_is_said_to_be_one_person() {
    let office = Office::of(&[TARO]);
    office.malion_has([
        pc_log("2024-12-17 09:03 PC-1 PC-1\\tarouk ログオン"),
        pc_log("2024-12-17 09:10 PC-2 PC-2\\tarouk ログオン"),
    ]);
    let round = office.at("2024-12-17 10:05").round_posts(0, 0);
    assert_eq!(round["punches"]["held"], 1, "{round:#}");

    let document = allow(&office, &["tarouk"]);
    assert_eq!(
        json!([
            document["changed"],
            document["allowed"][0]["user"],
            document["allowed"][0]["people"]
        ]),
        json!([true, "tarouk", [{"employee_code": "0001", "name": "勤怠 太郎"}]])
    );
    office.at("2024-12-17 10:10").round_posts(1, 0);
    office.kot_has(&["0001 2024-12-17 出勤 09:03"]);
    assert_eq!(allow(&office, &["tarouk"])["changed"], false);

    assert_eq!(
        allow(&office, &["tarouk", "--remove"])["allowed"],
        json!([])
    );
    assert_eq!(allow(&office, &["tarouk", "--remove"])["changed"], false);
}

#[test]
fn a_name_that_nobody_bears_is_refused_with_the_nearest() {
    let office = Office::of(&[TARO]);
    let words = ["accounts", "allow-shared", "Tarouk"];
    office.fails(&words, 2, "usage.user_name");
    let ran = office
        .run(&[&words[..], &["--lang", "en"]].concat())
        .exits(2);
    assert!(ran.told().contains("Did you mean tarouk"), "{}", ran.told());
    office.run(&["accounts", "allow-shared", ""]).exits(2);
    assert_eq!(allow(&office, &[])["allowed"], json!([]));
}
