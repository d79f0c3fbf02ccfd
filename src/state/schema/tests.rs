//! Files of earlier versions.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use rusqlite::Connection;

use super::MIGRATIONS;
use crate::domain::pc_log::Fate;
use crate::domain::time::{Jst, WorkDay, from_epoch};
use crate::state::State;

/// Two imports as the versions until then kept them: one of the first, and one that can be taken back.
const BEFORE: &str = r#"
    INSERT INTO employees (key, code, last_name, first_name, division_code, active) VALUES
        ('k1', '0001', '勤怠', '太郎', '1000', 1), ('k2', '0002', '髙橋', '花子', '1000', 1);
    INSERT INTO imports (id, at, file, changes, run_by, recorded) VALUES
        (1, 100, 'first.csv', '{"changes":[{"line":2,"employee_key":"k1","kind":3,"before":"0001",
            "after":"taro","name_edits":[]}]}', NULL, 0),
        (2, 200, 'second.csv', '{"changes":[{"line":3,"employee_key":"k1","code":"0001",
            "name":"勤怠 太郎","kind":3,"before":"taro","after":"tarouk"},{"line":2,"employee_key":"k2",
            "code":"0002","name":"髙橋 花子","kind":3,"before":"","after":"taro"}]}', 'soumu', 1);
    INSERT INTO accounts (employee_key, kind, service_account, set_by_import, since) VALUES
        ('k1', 3, 'tarouk', 1, '0001-01-01'), ('k2', 3, 'taro', 1, '2024-12-18');
    INSERT INTO links (kind, user_name, from_day, employee_key) VALUES
        (3, 'taro', '0001-01-01', 'k1'), (3, 'taro', '2024-12-18', 'k2'),
        (3, 'tarouk', '0001-01-01', 'k1');
    INSERT INTO import_accounts (import_id, employee_key, kind, before_name, before_set, before_since,
                                 after_name, after_set, after_since) VALUES
        (2, 'k1', 3, 'taro', 1, '0001-01-01', 'tarouk', 1, '0001-01-01'),
        (2, 'k2', 3, '', 0, '0001-01-01', 'taro', 1, '2024-12-18');
    INSERT INTO import_links (import_id, after, kind, user_name, from_day, employee_key) VALUES
        (2, 1, 3, 'taro', '2024-12-18', 'k2'), (2, 1, 3, 'tarouk', '0001-01-01', 'k1');
"#;

fn now() -> Jst {
    from_epoch(1_734_480_000).unwrap()
}

#[test]
fn imports_that_were_kept_as_json_are_still_told_and_taken_back() {
    let (_folder, mut state) = updated("DROP COLUMN changes", BEFORE);
    let imports = state.past_imports().unwrap();
    let told: Vec<_> = imports
        .iter()
        .flat_map(|import| &import.changes)
        .map(|change| {
            let code = change.code.as_ref().map_or("", |code| code.as_str());
            let name = change.name.as_deref().unwrap_or_default();
            let (before, after) = (change.before.as_str(), change.after.as_str());
            (change.line, code, name, before, after)
        })
        .collect();
    assert_eq!(
        told,
        [
            (2, "0002", "髙橋 花子", "", "taro"),
            (3, "0001", "勤怠 太郎", "taro", "tarouk"),
            (2, "", "", "0001", "taro"),
        ]
    );
    assert_eq!(
        [imports[0].recorded, imports[1].recorded],
        [true, false],
        "{imports:?}"
    );

    let today = WorkDay::new(now().date_naive());
    assert_eq!(state.undo_obstacles(2, today).unwrap(), []);
    assert_eq!(state.undo_import(2, "soumu", now()).unwrap(), []);
    let links = state.link_history().unwrap();
    let whose: Vec<_> = links
        .iter()
        .map(|link| {
            (
                link.user_name.as_str(),
                link.employee.as_ref().unwrap().as_str(),
            )
        })
        .collect();
    assert_eq!(whose, [("taro", "k1")]);
    let accounts = state.accounts().unwrap();
    let names: Vec<_> = accounts
        .iter()
        .map(|account| (account.service_account.as_str(), account.set_by_import))
        .collect();
    assert_eq!(names, [("taro", true), ("", false)]);
}

/// Two logs as the versions until then kept them: one of a work day, and one that waits for a link.
const LOGS_BEFORE: &str = "
    INSERT INTO employees (key, code, last_name, first_name, division_code, active) VALUES
        ('k1', '0001', '勤怠', '太郎', '1000', 1);
    INSERT INTO logs (kind, log_id, occurred_at, collected_at, operation, terminal, domain, user, user_name,
                      source, taken_at, fate, employee_key, work_day) VALUES
        (3, NULL, 1734393600, 1734393660, 'ログオン', 'PC-1', '', 'tarouk', 'tarouk', 'test', 1734393720,
         'within', 'k1', '2024-12-17'),
        (3, NULL, 1734393601, 1734393660, 'ログオン', 'PC-2', '', 'hanako', 'hanako', 'test', 1734393720,
         'unlinked', NULL, NULL);";

#[test]
fn what_became_of_logs_is_kept_when_it_moves_to_a_table_of_its_own() {
    let (_folder, mut state) = updated("CREATE TABLE fates", LOGS_BEFORE);
    let from = from_epoch(1_734_393_600).unwrap();
    let told = |state: &State| -> Vec<_> {
        let until = from + chrono::Duration::minutes(1);
        let logs = state.told_logs(from, until, None).unwrap();
        let told = logs.into_iter().map(|told| {
            let whose = told.employee.map(|key| key.as_str().to_owned());
            (told.fate, whose, told.work_day)
        });
        told.collect()
    };
    let expected = [
        (
            Fate::Within,
            Some("k1".to_owned()),
            WorkDay::parse("2024-12-17"),
        ),
        (Fate::Unlinked, None, None),
    ];
    assert_eq!(told(&state), expected);
    state.give_fates().unwrap();
    assert_eq!(told(&state), expected);
    assert_eq!(state.parked().unwrap().len(), 1);
}

/// A file as it was before a migration, with what it held then, opened by this version.
fn updated(migration: &str, held: &str) -> (tempfile::TempDir, State) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("state.db");
    let until_then = MIGRATIONS.iter().position(|one| one.contains(migration));
    let until_then = until_then.unwrap();
    let connection = Connection::open(&path).unwrap();
    for migration in &MIGRATIONS[..until_then] {
        connection.execute_batch(migration).unwrap();
    }
    connection.execute_batch(held).unwrap();
    connection
        .pragma_update(None, "user_version", i64::try_from(until_then).unwrap())
        .unwrap();
    drop(connection);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
    let state = State::open(&path).unwrap();
    state.prove_whole().unwrap();
    (folder, state)
}
