//! Employees and accounts through the binary: the two round trips, and what stops them.

use std::fs;

use pcpunch::domain::time::WorkDay;
use pcpunch::sandbox::{Access, DataKind, key_of};
use serde_json::json;

use crate::harness::{Office, pc_log};

const TARO: (&str, &str, &str, &str) = ("0001", "勤怠", "太郎", "tarouk");
const HANAKO: (&str, &str, &str, &str) = ("0002", "髙橋", "花子", "hanakod");

/// 勤怠 太郎's two logs of the 17th wait, since nobody bears their name; it is the next day.
fn waiting() -> Office {
    let office = Office::empty(&[TARO, HANAKO]).set_up();
    office.run(&["employees", "sync"]).exits(0);
    office.malion_has([
        pc_log("2024-12-17 09:03 PC-1 tarouk ログオン"),
        pc_log("2024-12-17 18:22 PC-1 tarouk ログオフ"),
    ]);
    office.relays_at(&["2024-12-18 10:05"]);
    office.kot_has(&[]);
    office
}

fn rows(rows: &str) -> String {
    format!("打刻先アカウント,姓・名,サービスアカウント\r\n{rows}")
}

#[test]
fn an_import_says_how_many_punches_it_makes_and_they_are_made() {
    let office = waiting();
    office.file("links.csv", &rows("0001,勤怠 太郎,tarouk\r\n"));
    let import = ["accounts", "import", "links.csv", "--format", "json"];
    let rehearsed = office.run(&[&import[..], &["--dry-run"]].concat());
    let released = json!({"logs": 2, "work_days": 1, "too_old": 0, "closed": 0, "punches": 2});
    let schema = "pcpunch.accounts-import.v1";
    assert_eq!(rehearsed.exits(0).document(schema)["released"], released);
    office.relay().exits(0);
    office.kot_has(&[]);
    assert_eq!(
        office.run(&import).exits(0).document(schema)["released"],
        released
    );
    office.relay().exits(0);
    office.kot_has(&["0001 2024-12-17 出勤 09:03", "0001 2024-12-17 退勤 18:22"]);
}

/// The import of 勤怠 太郎's link at a time at which it must be asked whether the day is closed.
const LATER_IMPORT: [&str; 5] = ["accounts", "import", "links.csv", "--format", "json"];

/// [`waiting`] six days later, with the file of the link.
fn six_days_later() -> Office {
    let office = waiting();
    office.at("2024-12-23 12:00");
    office.file("links.csv", &rows("0001,勤怠 太郎,tarouk\r\n"));
    office
}

/// A dry run of the import says that, in Japanese and in English.
#[track_caller]
fn rehearsal_says(office: &Office, sentences: [&str; 2]) {
    for (lang, words) in ["ja", "en"].into_iter().zip(sentences) {
        let rehearsal = ["accounts", "import", "links.csv", "--dry-run"];
        let rehearsed = office.run(&[&["--lang", lang][..], &rehearsal].concat());
        assert!(rehearsed.told().contains(words), "{}", rehearsed.told());
    }
}

#[test]
fn days_that_king_of_time_has_closed_are_counted_apart_and_wait_until_they_are_opened() {
    let office = six_days_later();
    let [from, to] = ["2024-12-01", "2024-12-20"].map(|day| WorkDay::parse(day).unwrap());
    office.sandbox.kot.close_days_of(&key_of("0001"), from, to);
    rehearsal_says(
        &office,
        [
            "うち 1 勤務日は KING OF TIME で締められている",
            "closed in KING OF TIME, so that they wait until it is opened: 1.",
        ],
    );
    let released = json!({"logs": 2, "work_days": 1, "too_old": 0, "closed": 1, "punches": 2});
    let schema = "pcpunch.accounts-import.v1";
    let imported = office.run(&LATER_IMPORT).exits(0).document(schema);
    assert_eq!(imported["released"], released);
    let round = office.round_posts(0, 0);
    assert!(Office::findings_of(&round).contains(&"closed-month"));
    office.kot_has(&[]);
}

#[test]
fn an_import_that_cannot_ask_what_is_closed_says_so_and_is_made() {
    let office = six_days_later();
    office
        .sandbox
        .kot
        .deny(DataKind::DailyWorkings, Access::Read);
    rehearsal_says(
        &office,
        [
            "KING OF TIME で締められている日があるかは確認できませんでした",
            "Whether KING OF TIME has closed some of those days could not be asked",
        ],
    );
    let imported = office.run(&LATER_IMPORT).exits(0);
    assert_eq!(
        imported.document("pcpunch.accounts-import.v1")["released"],
        json!({"logs": 2, "work_days": 1, "too_old": 0, "punches": 2})
    );
}

#[test]
fn what_is_too_old_to_be_punched_is_counted_apart_and_waits_for_a_person() {
    let office = waiting();
    office.at("2025-01-10 12:00");
    office.file("links.csv", &rows("0001,勤怠 太郎,tarouk\r\n"));
    let imported = office.run(&["accounts", "import", "links.csv", "--format", "json"]);
    assert_eq!(
        imported.exits(0).document("pcpunch.accounts-import.v1")["released"],
        json!({"logs": 2, "work_days": 1, "too_old": 1, "closed": 0, "punches": 0})
    );
    office.relay().exits(0);
    office.kot_has(&[]);
    office
        .run(&["punches", "list", "--state", "held"])
        .exits(0)
        .says("09:03")
        .says("18:22");
}

#[test]
fn a_file_with_errors_is_told_whole_and_changes_nothing() {
    let office = waiting();
    let before = office.run(&["accounts", "export"]).exits(0).told();
    let bad =
        "0001,勤怠 太郎,EXAMPLE\\tarouk\r\n2,髙橋 花子,hanakod\r\n０００２,髙橋 花子,hanakod\r\n";
    office.file("links.csv", &rows(bad));
    let refused = office.run(&["accounts", "import", "links.csv", "--format", "json"]);
    let document = refused.exits(1).document("pcpunch.accounts-import.v1");
    let errors = document["errors"].as_array().unwrap();
    let told: Vec<_> = errors
        .iter()
        .map(|error| (error["line"].as_u64().unwrap(), error["likely"].as_str()))
        .collect();
    assert_eq!(
        told,
        [(2, Some("tarouk")), (3, Some("0002")), (4, Some("0002"))]
    );
    assert_eq!(office.run(&["accounts", "export"]).exits(0).told(), before);
}

#[test]
fn two_people_swap_their_names_within_one_file() {
    let office = Office::of(&[TARO, HANAKO]);
    office.file(
        "links.csv",
        &rows("0001,勤怠 太郎,hanakod\r\n0002,髙橋 花子,tarouk\r\n"),
    );
    office
        .run(&["accounts", "import", "links.csv"])
        .exits(0)
        .ends_saying("2件のアカウントを更新");
}

#[test]
fn what_is_exported_comes_back_the_same_in_every_encoding() {
    let office = Office::of(&[TARO, HANAKO]);
    for encoding in ["utf-8", "utf-8-bom", "cp932", "utf-16le"] {
        let export = |file: &str| {
            let words = ["accounts", "export", file, "--encoding", encoding, "--yes"];
            office.run(&words).exits(0);
            fs::read(office.path(file)).unwrap()
        };
        let first = export("first.csv");
        office
            .run(&["accounts", "import", "first.csv"])
            .exits(0)
            .ends_saying("0件のアカウントを更新");
        assert_eq!(export("second.csv"), first, "{encoding}");
    }
}

#[test]
fn a_sync_run_twice_changes_nothing_and_a_limit_stops_it_before_any_change() {
    let people: Vec<(String, String)> = (1..=20)
        .map(|n| (format!("{n:04}"), format!("名{n}")))
        .collect();
    let people: Vec<_> = people
        .iter()
        .map(|(code, name)| (code.as_str(), "姓", name.as_str(), ""))
        .collect();
    let office = Office::empty(&people).set_up();
    let sync = ["employees", "sync", "--format", "json"];
    let schema = "pcpunch.employees-sync.v1";
    assert_eq!(
        office.run(&sync).exits(0).document(schema)["counts"]["joined"],
        20
    );
    assert_eq!(
        office.run(&sync).exits(0).document(schema)["plan"],
        json!([])
    );

    for (code, ..) in people.iter().take(6) {
        office.sandbox.kot.delete(&pcpunch::sandbox::key_of(code));
    }
    office.run(&sync).exits(7);
    let listed = |active: bool| {
        let list = office.run(&["employees", "list", "--format", "json"]);
        let document = list.exits(0).document("pcpunch.employees-list.v1");
        let employees = document["employees"].as_array().unwrap();
        employees
            .iter()
            .filter(|one| one["active"] == active)
            .count()
    };
    assert_eq!((listed(true), listed(false)), (20, 0));
    office
        .run(&["employees", "sync", "--allow-removals", "5"])
        .exits(7);
    office
        .run(&["employees", "sync", "--allow-removals", "6"])
        .exits(0);
    assert_eq!((listed(true), listed(false)), (14, 6));
}

#[test]
fn nobody_is_punched_whose_code_went_to_another_until_an_import_confirms_it() {
    let office = Office::empty(&[TARO, HANAKO]).set_up();
    office.run(&["employees", "sync"]).exits(0);
    // Their Windows user names are their codes, and KING OF TIME swaps these.
    let kot = &office.sandbox.kot;
    let (taro, hanako) = ("0001", "0002");
    let key_of = pcpunch::sandbox::key_of;
    for (whose, code) in [(taro, "9999"), (hanako, "0001"), (taro, "0002")] {
        assert!(kot.change_code(&key_of(whose), code));
    }
    office.run(&["employees", "sync"]).exits(0);
    office.malion_has([pc_log("2024-12-17 09:03 PC-1 0001 ログオン")]);
    let round = office.at("2024-12-17 10:05").round_posts(0, 0);
    assert_eq!(round["punches"]["held"], 1, "{round:#}");
    assert!(
        Office::findings_of(&round).contains(&"code-moved"),
        "{round:#}"
    );
    office.file(
        "links.csv",
        &rows("0002,勤怠 太郎,0001\r\n0001,髙橋 花子,0002\r\n"),
    );
    office.run(&["accounts", "import", "links.csv"]).exits(0);
    office.round_posts(1, 0);
    office.kot_has(&["0002 2024-12-17 出勤 09:03"]);
}
