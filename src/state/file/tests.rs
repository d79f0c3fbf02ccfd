//! What a state file must be to be opened, and what is never done to one that is not.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

use super::{Error, State, refused};

fn in_a_folder(test: impl FnOnce(&std::path::Path)) {
    let folder = tempfile::tempdir().unwrap();
    test(&folder.path().join("state.db"));
}

#[test]
fn a_new_file_is_for_its_owner_only_and_safe_against_power_cuts() {
    in_a_folder(|path| {
        let state = State::open(path).unwrap();
        assert_eq!(fs::metadata(path).unwrap().mode() & 0o777, 0o600);
        let pragma = |name: &str| -> String {
            state
                .connection
                .query_row(&format!("PRAGMA {name}"), [], |row| {
                    row.get::<_, rusqlite::types::Value>(0)
                })
                .map(|value| format!("{value:?}"))
                .unwrap()
        };
        assert!(pragma("journal_mode").contains("wal"));
        assert!(pragma("synchronous").contains('2'));
        assert!(pragma("foreign_keys").contains('1'));
        assert!(pragma("busy_timeout").contains("10000"));
        // 2 is memory: nothing is written outside of the file's own folder.
        assert!(pragma("temp_store").contains('2'));
    });
}

#[test]
fn a_file_that_others_may_read_is_refused_and_left_as_it_was() {
    in_a_folder(|path| {
        drop(State::open(path).unwrap());
        fs::set_permissions(path, fs::Permissions::from_mode(0o640)).unwrap();
        let before = fs::read(path).unwrap();
        assert!(matches!(
            State::open(path),
            Err(Error::OpenToOthers { mode: 0o640, .. })
        ));
        assert_eq!(fs::read(path).unwrap(), before);
    });
}

#[test]
fn a_damaged_file_is_refused_and_left_as_it_was() {
    in_a_folder(|path| {
        drop(State::open(path).unwrap());
        let mut bytes = fs::read(path).unwrap();
        for byte in bytes.iter_mut().skip(40).take(400) {
            *byte ^= 0x5a;
        }
        fs::write(path, &bytes).unwrap();
        assert!(State::open(path).unwrap_err().is_unusable());
        assert_eq!(fs::read(path).unwrap(), bytes);
    });
}

#[test]
fn a_file_that_is_busy_or_whose_disk_is_full_is_not_called_damaged() {
    for (code, is_damaged) in [
        (rusqlite::ffi::SQLITE_BUSY, false),
        (rusqlite::ffi::SQLITE_FULL, false),
        (rusqlite::ffi::SQLITE_CORRUPT, true),
        (rusqlite::ffi::SQLITE_NOTADB, true),
        (rusqlite::ffi::SQLITE_ERROR, true),
    ] {
        let error = rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(code), None);
        let error = refused(std::path::Path::new("state.db"), error);
        assert_eq!(error.is_unusable(), is_damaged, "{error}");
    }
}

#[test]
fn a_file_that_a_power_cut_left_half_changed_is_taken_back_and_opened() {
    in_a_folder(|path| {
        drop(State::open(path).unwrap());
        let connection = rusqlite::Connection::open(path).unwrap();
        // All pages are written to the file before they are committed.
        connection
            .execute_batch(
                "PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; BEGIN;
                 WITH RECURSIVE n(one) AS (VALUES (1) UNION ALL SELECT one + 1 FROM n WHERE one < 99)
                 INSERT INTO meta SELECT 'n' || one, hex(zeroblob(4096)) FROM n;",
            )
            .unwrap();
        let cut = path.with_file_name("cut.db");
        for suffix in ["", "-journal"] {
            fs::copy(super::beside(path, suffix), super::beside(&cut, suffix)).unwrap();
        }
        let is_hot = fs::read(super::beside(&cut, "-journal")).unwrap()[0] != 0;
        assert!(is_hot, "there is something to take back");
        let state = State::open(&cut).unwrap();
        assert_eq!(state.meta("n1").unwrap(), None);
        state.prove_whole().unwrap();
    });
}

#[test]
fn text_that_is_no_database_is_refused_and_left_as_it_was() {
    in_a_folder(|path| {
        fs::write(path, "employees: none\n".repeat(100)).unwrap();
        fs::set_permissions(path, fs::Permissions::from_mode(0o600)).unwrap();
        assert!(matches!(State::open(path), Err(Error::Damaged { .. })));
        assert!(fs::read_to_string(path).unwrap().starts_with("employees"));
    });
}

#[test]
fn a_file_of_a_newer_program_is_refused_and_left_as_it_was() {
    in_a_folder(|path| {
        let state = State::open(path).unwrap();
        state
            .connection
            .pragma_update(None, "user_version", 9999)
            .unwrap();
        drop(state);
        let before = fs::read(path).unwrap();
        assert!(matches!(
            State::open(path),
            Err(Error::Newer { found: 9999, .. })
        ));
        assert_eq!(fs::read(path).unwrap(), before);
    });
}

#[test]
fn a_link_in_place_of_the_file_is_refused() {
    in_a_folder(|path| {
        let real = path.with_file_name("real.db");
        drop(State::open(&real).unwrap());
        symlink(&real, path).unwrap();
        assert!(matches!(State::open(path), Err(Error::NotAFile(_))));
    });
}

#[test]
fn a_dry_run_copy_holds_the_same_and_changes_nothing() {
    in_a_folder(|path| {
        let mut state = State::open(path).unwrap();
        state.set_meta("company.key", "abc").unwrap();
        let mut copy = state.copy_in_memory().unwrap();
        assert_eq!(copy.meta("company.key").unwrap().as_deref(), Some("abc"));
        copy.set_meta("company.key", "other").unwrap();
        assert_eq!(state.meta("company.key").unwrap().as_deref(), Some("abc"));
    });
}
