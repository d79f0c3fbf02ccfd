//! `state backup` while the loop sends: no round fails by it, and each backup can be restored.

use std::fs;

use pcpunch::sandbox::{Boundary, Fault, Hold, On};
use rusqlite::Connection;

use super::{PATIENCE, ends_with};
use crate::harness::{Office, pc_log};

const PEOPLE: usize = 40;
const BACKUPS: usize = 5;

/// As many people, who all came that morning.
fn a_morning() -> Office {
    let names: Vec<(String, String)> = (0..PEOPLE)
        .map(|one| (format!("{}", 1000 + one), format!("user{one}")))
        .collect();
    let people: Vec<_> = names
        .iter()
        .map(|(code, user)| (code.as_str(), "勤怠", code.as_str(), user.as_str()))
        .collect();
    let office = Office::of(&people);
    office.setting("kot.lanes", "2");
    office.malion_has(
        names
            .iter()
            .map(|(_, user)| pc_log(&format!("2024-12-17 09:00 PC-{user} {user} ログオン"))),
    );
    office
}

/// How many punches the backup has in that state.
fn punches(office: &Office, name: &str, state: &str) -> i64 {
    let file = Connection::open(office.path(name)).expect("a backup");
    let whole: String = file
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .expect("a backup");
    assert_eq!(whole, "ok", "{name}");
    let count = "SELECT count(*) FROM punches WHERE state = ?1";
    file.query_row(count, [state], |row| row.get(0))
        .expect("a backup")
}

#[test]
fn backups_of_a_loop_that_sends_hinder_no_round_and_can_each_be_restored() {
    let office = a_morning();
    let hold = Hold::at(Boundary::BeforeAnswering);
    let first = Fault::Hold(hold.clone());
    office.sandbox.kot.fault(first, On::punch());
    office.at("2024-12-17 12:00");
    let mut looping = office.loops();
    assert!(hold.wait_until_held(PATIENCE));
    let names: Vec<String> = (0..BACKUPS).map(|one| format!("backup-{one}.db")).collect();
    for (one, name) in names.iter().enumerate() {
        office.run(&["state", "backup", name]).exits(0);
        if one == 1 {
            hold.go_on();
        }
    }
    assert!(
        punches(&office, &names[0], "sending") > 0,
        "it was taken while one was under way"
    );
    for _ in 0..2 {
        assert!(ends_with(0)(&looping.round()));
    }
    looping.terminate();
    looping.ends().exits(143);
    assert_eq!(office.sandbox.kot.punches().len(), PEOPLE);
    let there = office.sandbox.kot.punches();

    for (hour, name) in names.iter().enumerate() {
        office.run(&["state", "restore", name, "--yes"]).exits(0);
        let before = office.posts();
        for minute in ["05", "36", "47"] {
            office
                .at(&format!("2024-12-17 {}:{minute}", 12 + hour))
                .round(0);
        }
        assert_eq!(office.posts(), before, "{name}");
        assert_eq!(
            punches(&office, "state/pcpunch/state.db", "decided"),
            0,
            "{name}"
        );
    }
    assert_eq!(office.sandbox.kot.punches().len(), there.len());
    let left = fs::read_dir(office.path("state/pcpunch")).expect("a folder");
    let drafts = left.filter(|entry| {
        let name = entry.as_ref().expect("an entry").file_name();
        name.to_string_lossy().starts_with(".pcpunch-")
    });
    assert_eq!(drafts.count(), 0);
}
