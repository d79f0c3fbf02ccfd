//! Files of earlier versions.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use rusqlite::Connection;

use super::MIGRATIONS;
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
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("state.db");
    let is_it = |migration: &str| migration.contains("DROP COLUMN changes");
    let until_then = MIGRATIONS.iter().position(|one| is_it(one)).unwrap();
    let connection = Connection::open(&path).unwrap();
    for migration in &MIGRATIONS[..until_then] {
        connection.execute_batch(migration).unwrap();
    }
    connection.execute_batch(BEFORE).unwrap();
    connection
        .pragma_update(None, "user_version", i64::try_from(until_then).unwrap())
        .unwrap();
    drop(connection);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();

    let mut state = State::open(&path).unwrap();
    state.prove_whole().unwrap();
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
