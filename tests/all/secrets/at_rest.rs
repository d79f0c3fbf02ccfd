//! Backups and restores: secrets stay out, and stay where they were.

use super::planted::{Search, Way, marks, plant, planted};
use crate::harness::{Office, TARO};

#[test]
fn a_backup_without_secrets_keeps_the_commands_and_a_restore_brings_each_secret_one_way() {
    let office = Office::of(&[TARO]);
    plant(&office, Way::State);
    let token = "/bin/sh get.sh kot.token";
    office
        .run(&["config", "set", "kot.token_command", token])
        .exits(0);
    office.run(&["state", "backup", "backup.db"]).exits(0);
    assert_eq!(
        marks(&std::fs::read(office.path("backup.db")).expect("a backup")),
        0
    );

    // Meanwhile one came by the other way, each in its direction.
    let (_, secret) = planted().into_iter().next().expect("the token");
    office
        .run_with(&["config", "set", "kot.token", "--stdin"], Some(&secret))
        .exits(0);
    let code = "/bin/sh get.sh malion.secret_code";
    office
        .run(&["config", "set", "malion.secret_code_command", code])
        .exits(0);
    office
        .run(&["state", "restore", "backup.db", "--yes"])
        .exits(0);

    let mut search = Search::default();
    let listed = search.run(&office, &["config", "list", "--origin", "--format", "json"]);
    let document = listed.exits(0).document("pcpunch.config-list.v1");
    let origin = |key: &str| {
        let mut all = document["settings"].as_array().expect("settings").iter();
        let found = all.find(|one| one["key"] == key).expect("a setting");
        (found["origin"].clone(), found["value"].clone())
    };
    for (key, from, value) in [
        ("kot.token", "command", "(set)"),
        ("kot.token_command", "state", token),
        ("malion.secret_code", "command", "(set)"),
        ("malion.secret_code_command", "state", code),
        ("malion.admin_code", "state", "(set)"),
        ("http.proxy", "state", "(set)"),
        ("ping.url", "state", "(set)"),
    ] {
        assert_eq!(origin(key), (from.into(), value.into()), "{key}");
    }
}
