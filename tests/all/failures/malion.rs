//! MaLion cannot be read: the cursor stays, nothing of the answer is taken, the next round goes on.

use pcpunch::sandbox::{Canned, Fault, On, Reshape};

use super::{ROUND, nothing_is_lost, taro_came};
use crate::harness::{Office, pc_log};

/// Until when MaLion has been read whole.
fn cursor(office: &Office) -> String {
    let ran = office.run(&["relay", "status", "--format", "json"]);
    let status = ran.document("pcpunch.status.v1");
    status["cursor"].as_str().expect("a cursor").to_owned()
}

/// Every reading of MaLion meets the fault: the round says so, takes nothing, and still delivers what was decided
/// before; afterwards it goes on.
#[track_caller]
fn stands_still(fault: Fault, exit: i32, name: &str) {
    let office = taro_came();
    office.at("2024-12-17 08:00").round(0);
    office.at("2024-12-17 12:00");
    // `config check` reads the last hour only.
    office.malion_has([pc_log("2024-12-17 11:30 PC-9 somebody ログオン")]);
    office.sandbox.malion.fault(fault, On::logs().always());
    let before = cursor(&office);
    office.fails(&ROUND, exit, name);
    office.check_finds(exit, "malion-connection");
    assert_eq!(cursor(&office), before, "the cursor moved");
    let logs = ["logs", "list", "--from", "2024-12-16", "--to", "2024-12-18"];
    let ran = office.run(&[&logs[..], &["--format", "json"]].concat());
    let document = ran.document("pcpunch.logs-list.v1");
    assert_eq!(
        document["logs"].as_array().map(Vec::len),
        Some(0),
        "{}",
        ran.told()
    );
    office.kot_has(&[]);
    office.sandbox.malion.clear_faults();
    nothing_is_lost(&office);
    assert_ne!(cursor(&office), before);
}

#[test]
fn refused_codes_end_a_round_with_four() {
    let refusal = Canned::malion_error(401, "UNAUTHORIZED", "コードが違います");
    stands_still(Fault::Answer(refusal), 4, "malion.codes_refused");
}

#[test]
fn a_link_that_is_off_ends_a_round_with_four() {
    let refusal = Canned::malion_error(403, "FORBIDDEN", "API 連携が無効です");
    stands_still(Fault::Answer(refusal), 4, "malion.link_off");
}

#[test]
fn another_path_than_the_profiles_ends_a_round_with_five() {
    let refusal = Canned::malion_error(404, "NOT_FOUND", "not found");
    stands_still(Fault::Answer(refusal), 5, "malion.no_such_path");
}

#[test]
fn a_busy_malion_ends_a_round_with_five() {
    for answer in [
        Canned::malion_error(429, "TOO_MANY", "too many").retry_after(60),
        Canned::malion_error(503, "BUSY", "busy"),
    ] {
        stands_still(Fault::Answer(answer), 5, "malion.busy");
    }
}

#[test]
fn a_success_with_an_error_in_it_is_a_failed_reading() {
    let answer = Canned::malion_error(200, "E0001", "データベースに接続できません");
    stands_still(Fault::Answer(answer), 5, "malion.refused");
}

#[test]
fn an_answer_that_is_cut_or_lacks_a_field_is_a_failed_reading() {
    for fault in [
        Fault::Truncate,
        Fault::Answer(Canned::html_page()),
        Fault::Answer(Canned::foreign_json()),
        Fault::Reshape(Reshape::MissingField("occurred_at")),
        Fault::Reshape(Reshape::MissingField("terminal")),
    ] {
        stands_still(fault, 5, "malion.malformed");
    }
}

#[test]
fn a_connection_that_breaks_is_a_failed_reading() {
    for fault in [Fault::DropBefore, Fault::DropAfter, Fault::ResetInAnswer] {
        stands_still(fault, 5, "http.broken");
    }
}

#[test]
fn wrong_codes_of_the_settings_end_a_round_with_four() {
    let office = taro_came();
    office.setting("malion.secret_code", "wrong-c0de");
    office.fails(&ROUND, 4, "malion.codes_refused");
    office.check_finds(4, "malion-connection");
    office.setting("malion.secret_code", &office.sandbox.malion.codes().1);
    office.sandbox.malion.set_api_on(false);
    office.fails(&ROUND, 4, "malion.link_off");
    office.sandbox.malion.set_api_on(true);
    nothing_is_lost(&office);
}

#[test]
fn while_malion_is_down_what_was_decided_before_is_still_delivered() {
    let office = taro_came();
    office
        .at("2024-12-17 08:45")
        .malion_has([pc_log("2024-12-17 08:40 PC-1 tarouk ログオン")]);
    office.round_posts(0, 0);
    office.sandbox.malion.go_down();
    office.at("2024-12-17 12:00");
    office.check_finds(5, "malion-connection");
    office.round_posts(1, 5);
    office.kot_has(&["1000 2024-12-17 出勤 08:40"]);
    office.fails(&ROUND, 5, "http.connect");
    office.sandbox.malion.come_up().unwrap();
    office.at("2024-12-17 12:10").round_posts(0, 0);
}

#[test]
fn rows_that_come_twice_and_pages_that_shift_are_taken_once() {
    let office = taro_came();
    let doubled = Fault::Reshape(Reshape::DoubledRows);
    office.sandbox.malion.fault(doubled, On::logs().always());
    office.round_posts(1, 0);
    office.at("2024-12-17 12:05").round_posts(0, 0);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
}

#[test]
fn pages_without_end_are_a_failed_reading() {
    let endless = Fault::Reshape(Reshape::EndlessNext);
    let office = taro_came();
    office.sandbox.malion.fault(endless, On::logs().always());
    office.fails(&ROUND, 5, "malion.endless");
    office.sandbox.malion.clear_faults();
    office.at("2024-12-17 12:10").round(0);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
}
