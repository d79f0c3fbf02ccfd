//! `state restore`, and a file put back without it: nothing is doubled, nothing is lost.

use std::fs;
use std::time::Duration;

use pcpunch::sandbox::{Boundary, Fault, Hold, On};

use super::{HANAKO, TARO, on, state_file};
use crate::harness::{Office, moment, pc_log};

const RESTORE: [&str; 4] = ["state", "restore", "backup.db", "--yes"];

/// What KING OF TIME has once both were punched.
const ALL: [&str; 3] = [
    "1000 2024-12-17 出勤 09:00",
    "1000 2024-12-17 退勤 18:00",
    "1000 2024-12-18 出勤 09:00",
];

/// A relay whose file was copied at 10:05 on the 18th; in the hour after it Taro's 退勤 of the day before and
/// his new 出勤 were sent. Hanako's ログオン of that hour is not collected yet.
fn an_hour_later(copy: impl FnOnce(&Office)) -> Office {
    let office = Office::of(&[TARO, HANAKO]);
    office.malion_has([on("tarouk", "2024-12-17 09:00")]);
    office.at("2024-12-17 12:00").round_posts(1, 0);
    office.at("2024-12-18 00:05").round_posts(0, 0);
    copy(&office);
    let mut logoff = pc_log("2024-12-17 18:00 PC-tarouk tarouk ログオフ");
    logoff.collected_at = moment("2024-12-18 09:00");
    office.malion_has([logoff, on("tarouk", "2024-12-18 09:00")]);
    office.at("2024-12-18 10:05").round_posts(2, 0);
    office.kot_has(&ALL);
    office.malion_has([on("hanako", "2024-12-18 10:10")]);
    office
}

#[track_caller]
fn nothing_is_doubled_or_lost(office: &Office) {
    assert_eq!(state_file(office).as_deref(), Some("restored"));
    office.at("2024-12-18 11:05").round_posts(0, 0);
    office.at("2024-12-18 11:35").round_posts(1, 0);
    assert_eq!(state_file(office), None);
    office.rounds_at(&["2024-12-18 11:40", "2024-12-18 12:00", "2024-12-19 10:05"]);
    office.kot_has(&[ALL[0], ALL[1], ALL[2], "2000 2024-12-18 出勤 10:10"]);
}

#[test]
fn a_file_from_an_hour_ago_doubles_and_loses_nothing() {
    let copy = std::cell::RefCell::new(Vec::new());
    let office = an_hour_later(|office| *copy.borrow_mut() = office.state());
    office.puts_back(&copy.borrow());
    nothing_is_doubled_or_lost(&office);
}

#[test]
fn a_backup_from_an_hour_ago_doubles_and_loses_nothing() {
    let office = an_hour_later(|office| {
        office.run(&["state", "backup", "backup.db"]).exits(0);
    });
    office.run(&RESTORE).exits(0);
    nothing_is_doubled_or_lost(&office);
}

#[test]
fn a_restored_file_sends_nothing_in_the_closed_hours() {
    let office = Office::of(&[TARO]);
    office.setting("punch.in_closed_hours", "send");
    office.at("2024-12-17 08:20").round_posts(0, 0);
    office.run(&["state", "backup", "backup.db"]).exits(0);
    office.malion_has([on("tarouk", "2024-12-17 08:40")]);
    office.at("2024-12-17 08:45").relay().exits(0);
    office.kot_has(&["1000 2024-12-17 出勤 08:40"]);
    office.run(&RESTORE).exits(0);
    for time in ["2024-12-17 08:50", "2024-12-17 08:55", "2024-12-17 10:01"] {
        office.at(time).round_posts(0, 0);
    }
    office.kot_has(&["1000 2024-12-17 出勤 08:40"]);
    office.book_says(&["1000 2024-12-17 出勤 08:40 already-there"]);
}

#[test]
fn a_restore_is_asked_for_and_keeps_the_secrets_and_the_old_file() {
    let office = Office::of(&[TARO]);
    office.unset("kot.token");
    let token = office.sandbox.kot.token();
    let set = |value: &str| {
        let words = ["config", "set", "kot.token", "--stdin"];
        office.run_with(&words, Some(value)).exits(0);
    };
    set("an-older-token");
    office.run(&["state", "backup", "backup.db"]).exits(0);
    set(&token);
    office.run(&["config", "set", "kot.lanes", "7"]).exits(0);
    office.fails(&RESTORE[..3], 2, "usage.needs_yes");

    let ran = office.run(&RESTORE).exits(0);
    assert!(
        ran.told().contains("state.db.before-restore"),
        "{}",
        ran.told()
    );
    let kept = office.path("state/pcpunch/state.db.before-restore");
    assert!(fs::read(kept).unwrap().starts_with(b"SQLite format 3"));
    let lanes = office.run(&["config", "get", "kot.lanes"]).exits(0);
    lanes.says("4");
    office.malion_has([on("tarouk", "2024-12-17 09:00")]);
    office.at("2024-12-17 12:00").round_posts(1, 0);
}

#[test]
fn what_is_no_whole_state_file_replaces_nothing() {
    let office = Office::of(&[TARO]);
    office.run(&["state", "backup", "backup.db"]).exits(0);
    let before = office.state();
    let whole = fs::read(office.path("backup.db")).unwrap();
    let mut damaged = whole.clone();
    for byte in damaged.iter_mut().skip(4096) {
        *byte ^= 0x5a;
    }
    let newer = |bytes: &[u8]| {
        let mut bytes = bytes.to_vec();
        bytes[60..64].copy_from_slice(&9999_u32.to_be_bytes());
        bytes
    };
    for (bytes, code) in [
        (damaged, "state.damaged"),
        (b"no database".to_vec(), "state.damaged"),
        (Vec::new(), "state.damaged"),
        (newer(&whole), "state.newer"),
    ] {
        fs::write(office.path("backup.db"), bytes).unwrap();
        office.fails(&RESTORE, 9, code);
        assert!(office.state() == before, "{code}");
    }
    fs::remove_file(office.path("backup.db")).unwrap();
    office.run(&RESTORE).exits(1);
    assert!(office.state() == before);
}

#[test]
fn a_damaged_file_is_replaced_and_kept() {
    let office = Office::of(&[TARO]);
    office.run(&["state", "backup", "backup.db"]).exits(0);
    office.puts_back(b"what a broken disk left of it");
    office.run(&["relay", "status"]).exits(9);
    office.run(&RESTORE).exits(0);
    let kept = fs::read(office.path("state/pcpunch/state.db.before-restore")).unwrap();
    assert_eq!(kept, b"what a broken disk left of it");
    office.malion_has([on("tarouk", "2024-12-17 09:00")]);
    office.at("2024-12-17 12:00").round_posts(1, 0);
}

#[test]
fn while_a_round_runs_nothing_is_restored() {
    let office = Office::of(&[TARO]);
    office.run(&["state", "backup", "backup.db"]).exits(0);
    office.malion_has([on("tarouk", "2024-12-17 09:00")]);
    let hold = Hold::at(Boundary::BeforeApplying);
    office
        .sandbox
        .kot
        .fault(Fault::Hold(hold.clone()), On::punch());
    office.at("2024-12-17 12:00");
    let round = office.starts_a_round();
    assert!(hold.wait_until_held(Duration::from_secs(20)));
    office.fails(&RESTORE, 8, "state.locked");
    hold.go_on();
    round.ends().exits(0);
    office.book_says(&["1000 2024-12-17 出勤 09:00 accepted"]);
}
