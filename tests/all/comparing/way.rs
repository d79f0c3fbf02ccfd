//! The way from a punch back to its logs and forward to what KING OF TIME answered.

use pcpunch::sandbox::{Canned, Fault, On};

use super::{PEOPLE, document};
use crate::harness::{Office, pc_log};

const SCHEMA: &str = "pcpunch.punches-show.v1";

/// One day, sent and accepted; 出勤 is punch 1, 退勤 punch 2.
fn office() -> Office {
    let office = Office::of(&PEOPLE);
    office.malion_has(
        [
            "2024-12-17 09:03 PC-1 tarouk ログオン",
            "2024-12-17 18:22 PC-1 tarouk ログオフ",
        ]
        .map(pc_log),
    );
    office.relays_at(&["2024-12-17 12:00", "2024-12-18 12:00"]);
    office
}

#[test]
fn a_sent_punch_shows_its_log_link_rule_attempt_and_what_stands_in_king_of_time_by_one_question() {
    let office = office();
    let (id, held) = (office.punch_id(2), office.held());
    let mut found = serde_json::Value::Null;
    let questions = office.questions(|office| {
        let ran = office.run(&["punches", "show", &id, "--format", "json"]);
        found = document(ran, SCHEMA);
    });
    assert_eq!(questions, 1);
    assert_eq!(found["punch"]["state"], "accepted");
    assert_eq!(found["rule"], "last-logoff");
    assert_eq!(found["logs"][0]["terminal"], "PC-1");
    assert_eq!(found["logs"][0]["fate"], "punched");
    assert_eq!(found["links"][0]["user"], "tarouk");
    assert_eq!(found["attempts"].as_array().unwrap().len(), 1);
    assert_eq!(found["attempts"][0]["outcome"], "accepted");
    assert_eq!(found["attempts"][0]["status"], 201);
    assert_eq!(found["kot"].as_array().unwrap().len(), 2);
    assert_eq!(office.posts(), 2, "showing sends nothing");
    assert_eq!(office.held(), held, "showing stores nothing");
    office
        .run(&["punches", "show", &id])
        .exits(0)
        .says("勤怠 太郎 2024-12-17 退勤 18:22 送信済み")
        .says("ログオフ PC-1")
        .says("tarouk は 勤怠 太郎")
        .says("最後のログオフ")
        .says("登録された HTTP 201");
    office
        .run(&["punches", "show", &id, "--format", "csv"])
        .exits(0)
        .says("step,at,what");
}

#[test]
fn a_refused_punch_shows_the_words_of_king_of_time_and_the_finding() {
    let office = Office::of(&PEOPLE);
    office.malion_has([pc_log("2024-12-17 09:03 PC-1 tarouk ログオン")]);
    let answer = Canned::errors(400, 1, "この打刻は登録できません");
    office.sandbox.kot.fault(Fault::Answer(answer), On::punch());
    office.at("2024-12-17 12:00").relay().exits(3);
    let id = office.punch_id(1);
    let found = document(
        office.run(&["punches", "show", &id, "--format", "json"]),
        SCHEMA,
    );
    assert_eq!(found["rule"], "first-logon");
    assert_eq!(found["attempts"][0]["outcome"], "refused");
    assert_eq!(
        found["attempts"][0]["kot_message"],
        "この打刻は登録できません"
    );
    assert_eq!(found["findings"][0]["code"], "refused");
    assert_eq!(found["kot"].as_array().unwrap().len(), 0);
}

#[test]
fn a_lost_punch_shows_the_readings_that_lacked_it() {
    let office = Office::of(&PEOPLE);
    office.malion_has([pc_log("2024-12-17 09:03 PC-1 tarouk ログオン")]);
    office.sandbox.kot.fault(Fault::DropBefore, On::punch());
    office.at("2024-12-17 12:00").relay().exits(5);
    office.relays_at(&["2024-12-17 12:31", "2024-12-17 12:42"]);
    let id = office.punch_id(1);
    let found = document(
        office.run(&["punches", "show", &id, "--format", "json"]),
        SCHEMA,
    );
    let outcomes = ["unknown", "accepted"];
    for (attempt, outcome) in found["attempts"].as_array().unwrap().iter().zip(outcomes) {
        assert_eq!(attempt["outcome"], outcome, "{found:#}");
    }
    assert_eq!(found["readings"][0]["shown"], false, "{found:#}");
}

#[test]
fn in_closed_hours_and_offline_the_rest_is_shown_and_nobody_is_asked() {
    let office = office();
    let id = office.punch_id(1);
    office.at("2024-12-18 17:45");
    let questions = office.questions(|office| {
        office
            .run(&["punches", "show", &id])
            .exits(5)
            .says("最初の有効なログオン")
            .says("(未確認)");
        let offline = ["punches", "show", &id, "--offline", "--format", "json"];
        let found = document(office.run(&offline), SCHEMA);
        assert_eq!(found["kot"], serde_json::Value::Null);
        assert_eq!(found["attempts"][0]["outcome"], "accepted");
    });
    assert_eq!(questions, 0);
}

#[test]
fn an_id_that_is_not_known_is_answered_with_where_the_numbers_stand() {
    office()
        .run(&["punches", "show", "999"])
        .exits(2)
        .warns("ID 999 の打刻はありません")
        .warns("pcpunch punches list");
}
