//! `state backup`: consistent, private, and without secrets unless they are asked for.

use std::fs;
use std::os::unix::fs::{MetadataExt, symlink};
use std::time::Duration;

use pcpunch::sandbox::{Boundary, Fault, Hold, On};

use super::{TARO, on};
use crate::harness::Office;

const SECRETS: [(&str, &str); 4] = [
    ("kot.token", "s3cr3t-of-the-token"),
    ("malion.admin_code", "s3cr3t-admin"),
    ("malion.secret_code", "s3cr3t-code"),
    ("http.proxy", "http://user:s3cr3t@127.0.0.1:9/proxy"),
];

fn with_secrets_stored() -> Office {
    let office = Office::of(&[TARO]);
    for (key, secret) in SECRETS {
        for value in [format!("{secret}-before"), secret.to_owned()] {
            let words = ["config", "set", key, "--stdin"];
            office
                .run_with(&words, Some(&format!("{value}\n")))
                .exits(0);
        }
    }
    office
}

fn secrets_in(office: &Office, file: &str) -> usize {
    let bytes = fs::read(office.path(file)).unwrap();
    bytes.windows(6).filter(|bytes| bytes == b"s3cr3t").count()
}

#[test]
fn no_byte_of_a_secret_is_in_a_backup_unless_it_is_asked_for() {
    let office = with_secrets_stored();
    office.run(&["state", "backup", "plain.db"]).exits(0);
    assert_eq!(secrets_in(&office, "plain.db"), 0);
    office
        .run(&["state", "backup", "whole.db", "--with-secrets"])
        .exits(0);
    assert!(secrets_in(&office, "whole.db") >= SECRETS.len());
    for file in ["plain.db", "whole.db"] {
        let mode = fs::metadata(office.path(file)).unwrap().mode();
        assert_eq!(mode & 0o777, 0o600, "{file}");
    }
    let beside = fs::read_dir(office.path(".")).unwrap();
    let beside: Vec<_> = beside.map(|entry| entry.unwrap().file_name()).collect();
    let left = beside
        .iter()
        .filter(|name| name.to_string_lossy().contains("pcpunch-backup"));
    assert_eq!(left.count(), 0, "{beside:?}");
}

#[test]
fn a_backup_is_taken_while_a_round_is_under_way_and_settles_what_was() {
    let office = Office::of(&[TARO]);
    office.malion_has([on("tarouk", "2024-12-17 09:00")]);
    let hold = Hold::at(Boundary::BeforeAnswering);
    office
        .sandbox
        .kot
        .fault(Fault::Hold(hold.clone()), On::punch());
    office.at("2024-12-17 12:00");
    let round = office.starts_a_round();
    assert!(hold.wait_until_held(Duration::from_secs(20)));
    office.run(&["state", "backup", "backup.db"]).exits(0);
    hold.go_on();
    round.ends().exits(0);

    office
        .run(&["state", "restore", "backup.db", "--yes"])
        .exits(0);
    office.book_says(&["1000 2024-12-17 出勤 09:00 sending"]);
    office.rounds_at(&["2024-12-17 12:05", "2024-12-17 12:35"]);
    office.book_says(&["1000 2024-12-17 出勤 09:00 accepted"]);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
}

#[test]
fn a_file_that_is_there_is_replaced_with_yes_only() {
    let office = Office::of(&[TARO]);
    office.file("backup.db", "something else");
    let words = ["state", "backup", "backup.db"];
    office.fails(&words, 2, "usage.needs_yes");
    assert_eq!(
        fs::read(office.path("backup.db")).unwrap(),
        b"something else"
    );
    office
        .run(&["state", "backup", "backup.db", "--yes"])
        .exits(0);
    assert!(
        fs::read(office.path("backup.db"))
            .unwrap()
            .starts_with(b"SQLite format 3")
    );
}

#[test]
fn the_state_file_is_not_its_own_backup() {
    let office = Office::of(&[TARO]);
    symlink(office.state_file(), office.path("link.db")).unwrap();
    let itself = office.state_file();
    for file in [itself.to_str().unwrap(), "link.db"] {
        office.fails(&["state", "backup", file, "--yes"], 2, "state.same_file");
        office.fails(&["state", "restore", file, "--yes"], 2, "state.same_file");
    }
}

#[test]
fn a_folder_that_is_not_there_is_said() {
    let office = Office::of(&[TARO]);
    let ran = office
        .run(&["state", "backup", "nowhere/backup.db"])
        .exits(1);
    assert!(ran.told().contains("nowhere/backup.db"), "{}", ran.told());
    assert!(!ran.told().contains("pcpunch-backup"), "{}", ran.told());
}

#[test]
fn what_is_in_the_place_of_a_backup_is_replaced_with_yes_only_and_a_link_is_not_followed() {
    let office = Office::of(&[TARO]);
    office.file("other.db", "of somebody else");
    for target in ["other.db", "nowhere.db"] {
        let link = office.path("backup.db");
        symlink(office.path(target), &link).unwrap();
        let words = ["state", "backup", "backup.db"];
        office.fails(&words, 2, "usage.needs_yes");
        office.run(&[&words[..], &["--yes"]].concat()).exits(0);
        assert!(!link.is_symlink(), "{target}");
        fs::remove_file(link).unwrap();
    }
    let other = fs::read(office.path("other.db")).unwrap();
    assert_eq!(other, b"of somebody else");
    assert!(!office.path("nowhere.db").exists());
    fs::create_dir(office.path("folder")).unwrap();
    let ran = office.run(&["state", "backup", "folder", "--yes"]).exits(1);
    assert!(ran.told().contains("folder"), "{}", ran.told());
}
