//! A state file that cannot be used is refused, and left as it was to the byte.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;

use super::{CHECK, ROUND, SYNC, nothing_is_lost, taro_came};

/// Every command refuses the file as it was spoilt, and leaves it so; with the old one back nothing is lost.
fn refused(spoil: impl FnOnce(&Path), name: &str) {
    let office = taro_came();
    let file = office.state_file();
    let good = office.path("good.db");
    fs::copy(&file, &good).unwrap();
    spoil(&file);
    let spoilt = fs::read(&file).unwrap();
    for words in [&ROUND[..], &CHECK, &SYNC, &["punches", "list"]] {
        office.fails(words, 9, name);
    }
    assert!(
        fs::read(&file).unwrap() == spoilt,
        "{name}: the file changed"
    );
    assert!(office.sandbox.malion.requests().is_empty(), "{name}");
    for name in ["state.db-wal", "state.db-shm"] {
        // SQLite may have laid them down empty to look at the file.
        let _ = fs::remove_file(file.with_file_name(name));
    }
    fs::remove_file(&file).unwrap();
    fs::rename(&good, &file).unwrap();
    nothing_is_lost(&office);
}

#[test]
fn a_damaged_file_is_left_alone() {
    refused(
        |file| {
            let mut bytes = fs::read(file).unwrap();
            let pages = bytes.len() / 4096;
            for page in 1..pages {
                bytes[page * 4096..page * 4096 + 200].fill(0x5a);
            }
            fs::write(file, bytes).unwrap();
        },
        "state.damaged",
    );
}

#[test]
fn a_file_that_is_cut_is_left_alone() {
    refused(
        |file| {
            let bytes = fs::read(file).unwrap();
            fs::write(file, &bytes[..bytes.len() / 2]).unwrap();
        },
        "state.damaged",
    );
}

#[test]
fn a_file_that_is_no_database_is_left_alone() {
    refused(
        |file| fs::write(file, "従業員\n".repeat(500)).unwrap(),
        "state.damaged",
    );
}

#[test]
fn a_newer_programs_file_is_left_alone() {
    refused(
        |file| {
            let connection = rusqlite::Connection::open(file).unwrap();
            connection
                .pragma_update(None, "user_version", 9999)
                .unwrap();
            connection
                .pragma_update(None, "journal_mode", "DELETE")
                .unwrap();
        },
        "state.newer",
    );
}

#[test]
fn a_file_that_others_may_read_or_write_is_left_alone() {
    for mode in [0o640, 0o604, 0o660, 0o601] {
        refused(
            |file| fs::set_permissions(file, fs::Permissions::from_mode(mode)).unwrap(),
            "state.open_to_others",
        );
    }
}

#[test]
fn a_link_in_place_of_the_file_is_not_followed() {
    refused(
        |file| {
            let real = file.with_file_name("real.db");
            fs::rename(file, &real).unwrap();
            symlink(&real, file).unwrap();
        },
        "state.not_a_file",
    );
}
