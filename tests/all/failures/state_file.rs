//! A state file that cannot be used is refused, and left as it was to the byte.

use std::fs;
use std::os::unix::fs::{PermissionsExt, chown, symlink};
use std::path::Path;
use std::process::Command;

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

#[test]
fn a_second_name_of_the_file_is_refused_and_that_of_a_restore_is_none() {
    refused(
        |file| fs::hard_link(file, file.with_file_name("second.db")).unwrap(),
        "state.two_names",
    );
    let office = taro_came();
    let file = office.state_file();
    fs::hard_link(&file, file.with_file_name("state.db.before-restore")).unwrap();
    nothing_is_lost(&office);
}

/// Names of the file and of what stands beside it.
const NAMES: [&str; 7] = [
    "state.db",
    "state.db-wal",
    "state.db-shm",
    "state.db-journal",
    "state.db.lock",
    "state.db.round",
    "state.db.round.new",
];

/// Whatever is put there under each of the names, a round and other commands refuse it at once; without it nothing
/// is lost.
fn refused_under_each_name(put: impl Fn(&Path), code: &str, told: &str) {
    for name in NAMES {
        let office = taro_came();
        let place = office.state_file().with_file_name(name);
        let aside = place.with_file_name("aside");
        let was_there = fs::rename(&place, &aside).is_ok();
        put(&place);
        office.fails(&ROUND, 9, code);
        for words in [&ROUND[..], &["relay", "status"]] {
            let ran = office.run(words).exits(9);
            for text in [name, told] {
                assert!(ran.told().contains(text), "{text}: {}", ran.told());
            }
        }
        assert!(office.sandbox.malion.requests().is_empty(), "{name}");
        match place.is_dir() && !place.is_symlink() {
            true => fs::remove_dir(&place).unwrap(),
            false => fs::remove_file(&place).unwrap(),
        }
        if was_there {
            fs::rename(&aside, &place).unwrap();
        }
        nothing_is_lost(&office);
    }
}

#[test]
fn a_pipe_under_any_of_its_names_is_refused_and_not_waited_for() {
    let pipe = |place: &Path| {
        let made = Command::new("mkfifo").arg(place).status();
        assert!(made.unwrap().success());
    };
    refused_under_each_name(pipe, "state.not_a_file", "--state FILE");
}

#[test]
fn a_folder_or_a_link_under_any_of_its_names_is_refused() {
    let folder = |place: &Path| fs::create_dir(place).unwrap();
    refused_under_each_name(folder, "state.not_a_file", "--state FILE");
    let link = |place: &Path| symlink("/dev/null", place).unwrap();
    refused_under_each_name(link, "state.not_a_file", "--state FILE");
}

#[test]
fn what_another_user_owns_is_refused_by_root_too() {
    let can_give_away = {
        let file = tempfile::NamedTempFile::new().unwrap();
        chown(file.path(), Some(4711), None).is_ok()
    };
    if !can_give_away {
        return;
    }
    let others = |place: &Path| {
        fs::write(place, "").unwrap();
        fs::set_permissions(place, fs::Permissions::from_mode(0o600)).unwrap();
        chown(place, Some(4711), None).unwrap();
    };
    refused_under_each_name(others, "state.other_owner", "sudo -u '#4711' pcpunch");
    // Nothing of this user's is left beside the file of a service, whose rounds it would be in the way of.
    let office = taro_came();
    let file = office.state_file();
    chown(&file, Some(4711), None).unwrap();
    let names = || fs::read_dir(file.parent().unwrap()).unwrap().count();
    let before = names();
    office.fails(&ROUND, 9, "state.other_owner");
    assert_eq!(names(), before);
}

#[test]
fn a_folder_in_which_others_can_exchange_the_file_is_refused() {
    let office = taro_came();
    let folder = office.state_file().parent().unwrap().to_owned();
    let becomes = |mode| fs::set_permissions(&folder, fs::Permissions::from_mode(mode)).unwrap();
    for mode in [0o777, 0o770, 0o702] {
        becomes(mode);
        for words in [&ROUND[..], &CHECK, &SYNC] {
            office.fails(words, 9, "state.folder_open");
        }
        let ran = office.run(&ROUND).exits(9);
        assert!(ran.told().contains("chmod go-w"), "{}", ran.told());
    }
    // In a sticky folder, as /tmp is one, only its owner can; and others may look into a folder.
    for mode in [0o1777, 0o755] {
        becomes(mode);
        office.run(&["relay", "status"]).exits(0);
    }
    becomes(0o700);
    nothing_is_lost(&office);
}

#[test]
fn damage_that_opening_does_not_see_is_found_by_config_check() {
    let office = taro_came();
    // Larger than what is looked at whole at each start.
    office.sql(
        "WITH RECURSIVE n(one) AS (VALUES (1) UNION ALL SELECT one + 1 FROM n WHERE one < 1500)
         INSERT INTO meta SELECT 'filler.' || one, hex(zeroblob(4096)) FROM n;
         PRAGMA wal_checkpoint(TRUNCATE);",
    );
    let mut bytes = office.state();
    assert!(bytes.len() > 9 << 20, "{}", bytes.len());
    let from = bytes.len() / 4096 * 3 / 4;
    for page in from..from + 64 {
        bytes[page * 4096..page * 4096 + 4].fill(0x5a);
    }
    office.puts_back(&bytes);
    office.run(&["relay", "status"]).exits(0);
    office.check_finds(9, "state-file");
    assert!(office.state() == bytes, "looking changes nothing");
}
