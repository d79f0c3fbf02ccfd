//! `accounts exclude`: nothing is punched for who is set aside, on those days.

use serde_json::json;

use crate::harness::{HANAKO, Office, TARO, pc_log};

const SCHEMA: &str = "pcpunch.accounts-exclude.v1";

/// Both log on and off on the 17th and on the 18th.
fn two_days() -> Office {
    let office = Office::of(&[TARO, HANAKO]);
    for day in ["17", "18"] {
        for (user, pc) in [("tarouk", "PC-1"), ("hanakod", "PC-2")] {
            office.malion_has([
                pc_log(&format!("2024-12-{day} 09:03 {pc} {user} ログオン")),
                pc_log(&format!("2024-12-{day} 18:22 {pc} {user} ログオフ")),
            ]);
        }
    }
    office
}

fn exclude(office: &Office, words: &[&str]) -> serde_json::Value {
    let words = [&["accounts", "exclude"], words, &["--format", "json"]].concat();
    office.run(&words).exits(0).document(SCHEMA)
}

#[test]
fn excluded_days_are_not_punched_and_the_others_are() {
    let office = two_days();
    exclude(
        &office,
        &["0001", "--from", "2024-12-18", "--to", "2024-12-18"],
    );
    office.relays_at(&["2024-12-17 10:05", "2024-12-18 10:05", "2024-12-19 10:05"]);
    office.kot_has(&[
        "0001 2024-12-17 出勤 09:03",
        "0001 2024-12-17 退勤 18:22",
        "0002 2024-12-17 出勤 09:03",
        "0002 2024-12-17 退勤 18:22",
        "0002 2024-12-18 出勤 09:03",
        "0002 2024-12-18 退勤 18:22",
    ]);
    let fates = office.run(&["logs", "list", "--date", "2024-12-18", "--format", "json"]);
    let document = fates.exits(0).document("pcpunch.logs-list.v1");
    let of_taro = document["logs"].as_array().unwrap().iter();
    let fates: Vec<&str> = of_taro
        .filter(|log| log["user"] == "tarouk")
        .filter_map(|log| log["fate"].as_str())
        .collect();
    assert_eq!(fates, ["excluded", "excluded"]);
}

#[test]
fn without_days_it_is_from_today_on_and_what_was_not_sent_is_withdrawn() {
    let office = two_days();
    office.setting("link.punches", "off");
    office.relays_at(&["2024-12-17 10:05"]);
    let document = exclude(&office, &["0001"]);
    assert_eq!(document["exclusions"][0]["from"], "2024-12-17");
    assert!(document["exclusions"][0].get("to").is_none());
    office.setting("link.punches", "on");
    office.relays_at(&["2024-12-17 10:10"]);
    office.kot_has(&["0002 2024-12-17 出勤 09:03"]);
    assert_eq!(exclude(&office, &["0001"])["changed"], false);
}

#[test]
fn it_is_taken_back_for_some_days_or_for_all() {
    let office = Office::of(&[TARO]);
    exclude(
        &office,
        &["0001", "--from", "2024-12-01", "--to", "2024-12-31"],
    );
    let words = [
        "0001",
        "--remove",
        "--from",
        "2024-12-10",
        "--to",
        "2024-12-12",
    ];
    let document = exclude(&office, &words);
    let days = |document: &serde_json::Value| -> Vec<String> {
        let rows = document["exclusions"].as_array().unwrap().iter();
        rows.map(|row| format!("{}–{}", row["from"], row["to"]).replace('"', ""))
            .collect()
    };
    assert_eq!(
        days(&document),
        ["2024-12-01–2024-12-09", "2024-12-13–2024-12-31"]
    );
    let document = exclude(&office, &["0001", "--remove"]);
    assert_eq!(
        json!([document["changed"], document["exclusions"]]),
        json!([true, []])
    );
    assert_eq!(exclude(&office, &["0001", "--remove"])["changed"], false);
}

#[test]
fn a_code_that_nobody_has_and_days_that_run_backwards_are_refused() {
    let office = Office::of(&[TARO]);
    office.fails(&["accounts", "exclude", "0010"], 2, "usage.employee");
    office.run(&["accounts", "exclude", "00011"]).exits(2);
    let backwards = ["--from", "2024-12-18", "--to", "2024-12-17"];
    office.fails(
        &[&["accounts", "exclude", "0001"], &backwards[..]].concat(),
        2,
        "usage.days",
    );
    office.run(&["accounts", "exclude", "--remove"]).exits(2);
    assert_eq!(exclude(&office, &[])["exclusions"], json!([]));
}
