//! `accounts undo`: exactly what an import overwrote comes back, or nothing.

use std::collections::BTreeSet;

use serde_json::json;

use super::links_file;
use crate::harness::{HANAKO, Noted, Office, TARO, pc_log};

const SCHEMA: &str = "pcpunch.accounts-undo.v1";

fn undo(office: &Office) -> serde_json::Value {
    let ran = office.run(&["accounts", "undo", "--yes", "--format", "json"]);
    ran.exits(0).document(SCHEMA)
}

fn imports(office: &Office, links: &[(&str, &str)]) {
    links_file(office, "links.csv", links);
    office.run(&["accounts", "import", "links.csv"]).exits(0);
}

fn exported(office: &Office) -> Vec<u8> {
    let words = ["accounts", "export", "links-now.csv", "--yes"];
    office.run(&words).exits(0);
    std::fs::read(office.path("links-now.csv")).unwrap()
}

#[test]
fn what_stood_before_the_import_stands_after_the_undo_to_the_byte() {
    let office = Office::of(&[TARO, HANAKO]);
    let ways: [&[(&str, &str)]; 4] = [
        &[("0001", "hanakod"), ("0002", "tarouk")],
        &[("0001", "new"), ("0002", "")],
        &[("0001", ""), ("0002", "tarouk")],
        &[("0001", "0001")],
    ];
    for links in ways {
        let (file, held) = (exported(&office), office.links_held());
        imports(&office, links);
        assert_ne!(exported(&office), file, "{links:?}");
        let document = undo(&office);
        assert_eq!(document["restored"], links.len(), "{document:#}");
        assert_eq!(exported(&office), file, "{links:?}");
        assert_eq!(office.links_held(), held, "{links:?}");
    }
}

#[test]
fn an_import_that_kept_whole_histories_is_taken_back_the_same() {
    let office = Office::of(&[TARO, HANAKO]);
    let (file, held) = (exported(&office), office.links_held());
    imports(&office, &[("0001", "hanakod"), ("0002", "new")]);
    // The first versions also kept what stood before the edits and stands since.
    office.sql(
        "INSERT INTO import_links (import_id, after, kind, user_name, from_day, employee_key)
         SELECT i.import_id, side.after, l.kind, l.user_name, l.from_day, l.employee_key
         FROM (SELECT DISTINCT import_id, kind, user_name FROM import_entries
               WHERE import_id = (SELECT max(id) FROM imports)) i
         JOIN links l ON l.kind = i.kind AND l.user_name = i.user_name
         JOIN (SELECT 0 AS after UNION ALL SELECT 1) side
         WHERE NOT EXISTS (SELECT 1 FROM import_entries k WHERE k.import_id = i.import_id AND k.after = 1
             AND k.kind = l.kind AND k.user_name = l.user_name AND k.from_day = l.from_day)",
    );
    assert_eq!(undo(&office)["restored"], 2);
    assert_eq!((exported(&office), office.links_held()), (file, held));
}

#[test]
fn a_second_undo_takes_back_the_import_before_and_the_history_shows_both() {
    let office = Office::empty(&[TARO]).set_up();
    office.run(&["employees", "sync"]).exits(0);
    let first = exported(&office);
    imports(&office, &[("0001", "one")]);
    imports(&office, &[("0001", "two")]);
    office.known_as("soumu").at("2024-12-18 12:00");
    assert_eq!(undo(&office)["changes"][0]["after"], "one");
    assert_eq!(undo(&office)["import"]["id"], 1);
    assert_eq!(exported(&office), first);

    let ran = office.run(&["accounts", "history", "--format", "json"]);
    let document = ran.exits(0).document("pcpunch.accounts-history.v1");
    let undone = json!({"at": "2024-12-18T12:00:00+09:00", "user": "soumu"});
    for import in document["imports"].as_array().unwrap() {
        assert_eq!(import["undone"], undone);
    }
    assert!(undo(&office).get("import").is_none());
}

#[test]
fn it_needs_a_yes_and_changes_nothing_without() {
    let office = Office::of(&[TARO]);
    let before = exported(&office);
    office.fails(&["accounts", "undo"], 2, "usage.needs_yes");
    assert_eq!(exported(&office), before);
}

#[test]
fn the_punches_that_were_sent_since_because_of_it_are_listed_and_stay() {
    let office = Office::empty(&[TARO, HANAKO]).set_up();
    office.run(&["employees", "sync"]).exits(0);
    imports(&office, &[("0002", "hanakod")]);
    office.malion_has([
        pc_log("2024-12-17 09:03 PC-1 tarouk ログオン"),
        pc_log("2024-12-17 09:05 PC-2 hanakod ログオン"),
    ]);
    office.relays_at(&["2024-12-17 10:05"]);
    imports(&office, &[("0001", "tarouk")]);
    office.relays_at(&["2024-12-17 10:10"]);
    office.kot_has(&["0001 2024-12-17 出勤 09:03", "0002 2024-12-17 出勤 09:05"]);

    let document = undo(&office);
    let sent = document["sent"].as_array().unwrap();
    assert_eq!(sent.len(), 1, "{document:#}");
    assert_eq!(
        json!([sent[0]["employee_code"], sent[0]["kind"], sent[0]["state"]]),
        json!(["0001", 1, "accepted"])
    );
    office.at("2024-12-17 10:15").rests();
    office.kot_has(&["0001 2024-12-17 出勤 09:03", "0002 2024-12-17 出勤 09:05"]);
}

#[test]
fn what_was_not_sent_yet_is_withdrawn_with_the_link() {
    let office = Office::empty(&[TARO]).set_up();
    office.setting("link.punches", "off");
    office.run(&["employees", "sync"]).exits(0);
    imports(&office, &[("0001", "tarouk")]);
    office.malion_has([pc_log("2024-12-17 09:03 PC-1 tarouk ログオン")]);
    office.relays_at(&["2024-12-17 10:05"]);
    office.book_says(&["0001 2024-12-17 出勤 09:03 decided"]);
    undo(&office);
    office.setting("link.punches", "on");
    office.relays_at(&["2024-12-17 10:10"]);
    office
        .kot_has(&[])
        .book_says(&["0001 2024-12-17 出勤 09:03 withdrawn"]);
}

#[test]
fn a_sync_that_gave_the_freed_name_to_somebody_makes_it_unsafe() {
    let office = Office::empty(&[TARO]).set_up();
    office.run(&["employees", "sync"]).exits(0);
    imports(&office, &[("0001", "tarouk")]);
    // The new colleague gets the code that was 勤怠 太郎's, and with it the user name that the import freed.
    office.joins("0009", "新人", "一郎");
    for (whose, code) in [("0001", "0005"), ("0009", "0001")] {
        let key = pcpunch::sandbox::key_of(whose);
        assert!(office.sandbox.kot.change_code(&key, code));
    }
    office.run(&["employees", "sync"]).exits(0);
    let before = exported(&office);
    office.fails(&["accounts", "undo", "--yes"], 1, "accounts.undo_unsafe");
    assert_eq!(exported(&office), before);
}

#[test]
fn an_import_of_a_version_that_kept_nothing_says_so() {
    let office = Office::of(&[TARO]);
    office.alters("UPDATE imports SET recorded = 0, run_by = NULL; DELETE FROM import_accounts;");
    office.fails(
        &["accounts", "undo", "--yes"],
        1,
        "accounts.undo_unrecorded",
    );
}

#[test]
fn a_confirmed_code_is_unconfirmed_again() {
    let office = Office::empty(&[TARO, HANAKO]).set_up();
    office.run(&["employees", "sync"]).exits(0);
    let kot = &office.sandbox.kot;
    let key_of = pcpunch::sandbox::key_of;
    for (whose, code) in [("0001", "9999"), ("0002", "0001"), ("0001", "0002")] {
        assert!(kot.change_code(&key_of(whose), code));
    }
    office.run(&["employees", "sync"]).exits(0);
    imports(&office, &[("0002", "0001"), ("0001", "0002")]);
    assert_eq!(undo(&office)["confirmed"], 2);
    office.malion_has([pc_log("2024-12-17 09:03 PC-1 0001 ログオン")]);
    let round = office.at("2024-12-17 10:05").round_posts(0, 0);
    assert_eq!(round["punches"]["held"], 1, "{round:#}");
}

#[test]
fn the_work_days_that_it_gives_back_are_decided_again_however_old_they_are() {
    let office = Office::of(&[TARO]);
    office.setting("punch.since", "2024-12-01");
    office.setting("link.punches", "off");
    office.malion_has([
        pc_log("2024-12-02 09:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-02 18:00 PC-1 tarouk ログオフ"),
        pc_log("2024-12-02 10:00 PC-2 spare ログオン"),
    ]);
    office.relays_at(&["2024-12-03 12:00", "2024-12-30 12:00"]);
    let told = || {
        let book: Vec<String> = office.book().iter().map(Noted::line).collect();
        let findings: BTreeSet<String> = office.open_findings().into_iter().collect();
        (book, findings)
    };
    let before = told();
    assert_eq!(before.0.len(), 2, "{before:?}");

    imports(&office, &[("0001", "spare")]);
    office.relays_at(&["2024-12-30 12:10"]);
    assert_ne!(told(), before);
    undo(&office);
    office.relays_at(&["2024-12-30 12:20"]);
    assert_eq!(told(), before);
    office.fates(
        "2024-12-02",
        "2024-12-03",
        &[
            "2024-12-02 09:00 PC-1 ログオン punched",
            "2024-12-02 10:00 PC-2 ログオン unlinked",
            "2024-12-02 18:00 PC-1 ログオフ punched",
        ],
    );
}
