//! 勤怠管理連携 by itself: a round syncs once a day, at the first open minute after 03:00.

use pcpunch::sandbox::{Canned, Employee, Fault, On, key_of};
use serde_json::Value;

use super::{TARO, taro, taro_comes};
use crate::harness::{Office, pc_log};

/// The same with the link of employees on; people were last synced by hand on 2024-12-16 at noon.
fn linked() -> Office {
    let office = taro();
    office.setting("link.employees", "on");
    office
}

fn joins(office: &Office, code: &str) {
    let employee = Employee::new(code, "打刻", "花子", "1000");
    office.sandbox.kot.add_employee(employee);
}

/// The round neither synced nor asked KING OF TIME for anything.
#[track_caller]
fn rests(round: &Value) {
    assert!(round["sync"].is_null(), "{round}");
    assert_eq!(round["requests"]["kot_reads"], 0, "{round}");
}

#[track_caller]
fn syncs(round: &Value, joined: u32) {
    assert_eq!(round["sync"]["applied"], true, "{round}");
    assert_eq!(round["sync"]["counts"]["joined"], joined, "{round}");
    assert_eq!(round["requests"]["kot_reads"], 3, "{round}");
}

#[test]
fn people_are_taken_over_once_a_day_and_not_before_three() {
    let office = linked();
    joins(&office, "2000");
    rests(&office.at("2024-12-17 02:59").round(0));
    syncs(&office.at("2024-12-17 03:00").round(0), 1);
    joins(&office, "3000");
    for time in ["2024-12-17 03:05", "2024-12-17 20:00", "2024-12-18 02:59"] {
        rests(&office.at(time).round(0));
    }
    syncs(&office.at("2024-12-18 03:00").round(0), 1);
    let history = office
        .run(&["employees", "list", "--history", "--format", "json"])
        .exits(0)
        .document("pcpunch.employees-list.v1");
    assert_eq!(history["history"].as_array().map(Vec::len), Some(3));
}

#[test]
fn a_loop_that_runs_over_three_o_clock_syncs_after_it() {
    let office = linked();
    office.at("2024-12-17 02:59:58");
    let mut relay = office.loops();
    rests(&relay.round());
    let synced = relay.rounds_until(|round| !round["sync"].is_null());
    let at = synced["now"].as_str().expect("a time");
    assert!(at.starts_with("2024-12-17T03:00:"), "{at}");
    rests(&relay.round());
    relay.terminate();
    relay.ends().exits(143);
}

#[test]
fn the_first_round_of_all_syncs_at_once_and_in_closed_hours_it_waits() {
    let office = Office::empty(&[TARO]).set_up();
    office.setting("link.employees", "on");
    for time in ["2024-12-17 08:29", "2024-12-17 09:00", "2024-12-17 10:00"] {
        rests(&office.at(time).round(0));
    }
    syncs(&office.at("2024-12-17 10:01").round(0), 1);
    rests(&office.at("2024-12-17 10:06").round(0));
}

#[test]
fn a_sync_by_hand_counts_as_that_days() {
    let office = linked();
    office.at("2024-12-17 03:10");
    office.run(&["employees", "sync"]).exits(0);
    rests(&office.at("2024-12-17 03:15").round(0));
    syncs(&office.at("2024-12-18 03:00").round(0), 0);
}

#[test]
fn a_dry_run_shows_the_sync_and_stores_none_of_it() {
    let office = linked();
    joins(&office, "2000");
    office.at("2024-12-17 03:00");
    let dry = ["relay", "run", "--once", "--dry-run", "--format", "json"];
    let shown = office.run(&dry).exits(0);
    syncs(&shown.document("pcpunch.relay-run.v1"), 1);
    syncs(&office.round(0), 1);
}

#[test]
fn without_a_token_a_relay_that_only_collects_syncs_nobody() {
    let office = linked();
    office.unset("kot.token").setting("link.punches", "off");
    rests(&office.at("2024-12-17 03:00").round(0));
}

#[test]
fn a_new_person_counts_in_the_very_round_that_synced_them() {
    let office = linked();
    office.setting("punch.since", "2024-12-16");
    joins(&office, "2000");
    office.at("2024-12-18 12:00");
    office.malion_has([pc_log("2024-12-18 09:00 PC-2 2000 ログオン")]);
    office.round_posts(1, 0);
    office.kot_has(&["2000 2024-12-18 出勤 09:00"]);
}

#[test]
fn a_failed_sync_hinders_no_punch_but_in_its_own_round_and_is_tried_half_an_hour_later() {
    let office = linked();
    taro_comes(&office);
    let busy = || Fault::Answer(Canned::errors(503, 500, "busy"));
    office
        .sandbox
        .kot
        .fault(busy(), On::get("/v1.0/employees").always());
    let failed = office.at("2024-12-17 12:00").round_posts(0, 5);
    assert!(failed["sync"].is_null(), "{failed}");
    let delivered = office.at("2024-12-17 12:05").round_posts(1, 0);
    assert!(delivered["sync"].is_null(), "{delivered}");
    rests(&office.at("2024-12-17 12:29").round(0));
    office.at("2024-12-17 12:30").round(5);
    office.sandbox.kot.clear_faults();
    syncs(&office.at("2024-12-17 13:00").round(0), 0);
}

#[test]
fn who_is_not_let_in_asks_once_in_a_round_that_would_sync_and_send() {
    let office = linked();
    taro_comes(&office);
    office.sandbox.kot.refuse_caller(true);
    let refused = office.round(4);
    assert_eq!(refused["requests"]["kot_reads"], 1, "{refused}");
    assert_eq!(Office::findings_of(&refused), ["kot-access"]);
}

#[test]
fn closed_hours_that_nobody_configured_are_waited_out_and_no_failure() {
    let office = linked();
    office.setting("kot.closed_hours", "none");
    office.at("2024-12-17 09:00").round(0);
    assert_eq!(office.sandbox.kot.count("GET", "/v1.0/company"), 2);
    rests(&office.at("2024-12-17 09:10").round(0));
    syncs(&office.at("2024-12-17 10:01").round(0), 0);
}

/// Twelve people of whom seven are no longer listed.
fn shrunk() -> Office {
    let codes: Vec<String> = (1000..1012).map(|code: u32| code.to_string()).collect();
    let people: Vec<_> = codes
        .iter()
        .map(|code| (code.as_str(), "勤怠", "太郎", code.as_str()))
        .collect();
    let office = Office::of(&people);
    office.setting("link.employees", "on");
    for code in codes.iter().skip(5) {
        office.sandbox.kot.delete(&key_of(code));
    }
    office
}

#[test]
fn a_safety_limit_stops_the_sync_of_that_day_and_not_the_relay() {
    let office = shrunk();
    office.malion_has([pc_log("2024-12-17 11:00 PC-1 1000 ログオン")]);
    let stopped = office.at("2024-12-17 12:00").round_posts(1, 0);
    assert_eq!(stopped["sync"]["applied"], false, "{stopped}");
    assert_eq!(stopped["sync"]["limit"]["code"], "removals", "{stopped}");
    let finding = &stopped["findings"][0];
    assert_eq!(finding["code"], "sync-stopped", "{stopped}");
    assert_eq!(finding["severity"], "act");
    assert_eq!(finding["evidence"]["removals"], "7");
    assert_eq!(finding["evidence"]["active"], "12");

    let later = office.at("2024-12-18 02:00").round(0);
    rests(&later);
    assert_eq!(Office::findings_of(&later), ["sync-stopped"]);
    let next_day = office.at("2024-12-18 03:00").round(0);
    assert_eq!(next_day["sync"]["applied"], false, "{next_day}");
}

#[test]
fn a_sync_that_passes_answers_the_finding_of_one_that_was_stopped() {
    let office = shrunk();
    let check = ["logs", "check", "--offline", "--date", "2024-12-16"];
    office.at("2024-12-17 03:00").round(0);
    office
        .run(&check)
        .exits(6)
        .says("[sync-stopped]")
        .says("退職または削除 7 人");
    office
        .run(&["employees", "sync", "--allow-removals", "7"])
        .exits(0);
    let told = office.run(&check).exits(0).told();
    assert!(!told.contains("sync-stopped"), "{told}");
    let next_day = office.at("2024-12-18 03:00").round(0);
    syncs(&next_day, 0);
    assert!(Office::findings_of(&next_day).is_empty());
}
