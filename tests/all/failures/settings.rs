//! Settings that are wrong or missing: nothing is done, and it is said which and what it may be.

use super::{ROUND, nothing_is_lost, taro_came};

#[test]
fn a_wrong_value_in_the_environment_ends_every_round_before_it_begins() {
    for (key, value) in [
        ("kot.lanes", "0"),
        ("kot.base_url", "http://api.example.jp/v1.0"),
        ("punch.since", "2024-13-01"),
        ("kot.closed_hours", "10:00-08:30"),
        ("malion.host", "https://malioncloud0000.intercom.co.jp"),
    ] {
        let office = taro_came();
        let right = office.sandbox.kot.base_url();
        office.setting(key, value);
        office.fails(&ROUND, 2, "settings.bad_value");
        office.check_finds(2, "settings");
        assert_eq!(office.sandbox.malion.requests().len(), 0, "{key}");
        office.unset(key);
        if key == "kot.base_url" {
            office.setting(key, &right);
        }
        if key == "punch.since" {
            office.setting(key, "2024-12-17");
        }
        nothing_is_lost(&office);
    }
}

#[test]
fn several_wrong_values_are_told_at_once() {
    let office = taro_came();
    office.setting("kot.lanes", "0");
    office.setting("punch.policy", "sometimes");
    office.fails(&ROUND, 2, "settings.bad_value");
    let in_json = [&ROUND[..], &["--format", "json"]].concat();
    let ran = office.run(&in_json).exits(2);
    for (key, value) in [("kot.lanes", "0"), ("punch.policy", "sometimes")] {
        let origin = "environment";
        let told = serde_json::json!({ "key": key, "origin": origin, "value": value });
        assert!(ran.told().contains(&told.to_string()), "{}", ran.told());
    }
}

#[test]
fn a_wrong_value_is_not_stored() {
    let office = taro_came();
    office.fails(
        &["config", "set", "kot.lanes", "many"],
        2,
        "settings.bad_value",
    );
    office.fails(
        &["config", "set", "kot.lane", "4"],
        2,
        "settings.unknown_key",
    );
    nothing_is_lost(&office);
}

#[test]
fn a_wrong_value_in_the_state_file_ends_every_round_before_it_begins() {
    let office = taro_came();
    let file = office.state_file();
    let store = |sql: &str| {
        let connection = rusqlite::Connection::open(&file).unwrap();
        connection.execute_batch(sql).unwrap();
    };
    store("INSERT INTO settings (key, value, set_at) VALUES ('kot.lanes', 'many', 0)");
    office.fails(&ROUND, 2, "settings.bad_value");
    office.check_finds(2, "settings");
    store("DELETE FROM settings WHERE key = 'kot.lanes'");
    nothing_is_lost(&office);
}

#[test]
fn a_missing_setting_is_named_with_the_command_that_sets_it() {
    for (key, check) in [
        ("kot.token", "kot-token"),
        ("malion.admin_code", "malion-settings"),
        ("malion.secret_code", "malion-settings"),
        ("malion.base_url", "malion-settings"),
    ] {
        let office = taro_came();
        let right = match key {
            "kot.token" => office.sandbox.kot.token(),
            "malion.admin_code" => office.sandbox.malion.codes().0,
            "malion.secret_code" => office.sandbox.malion.codes().1,
            _ => office.sandbox.malion.base_url(),
        };
        office.unset(key);
        let ran = office.run(&ROUND);
        let key_named = match key {
            "malion.base_url" => "malion.host",
            other => other,
        };
        let command = format!("pcpunch config set {key_named}");
        assert!(ran.told().contains(&command), "{}", ran.told());
        office.fails(&ROUND, 2, "settings.missing");
        office.check_finds(2, check);
        office.setting(key, &right);
        nothing_is_lost(&office);
    }
}

#[test]
fn a_clock_set_by_hand_never_punches_for_real() {
    let office = taro_came();
    let right = office.sandbox.kot.base_url();
    office.setting("kot.base_url", "https://api.kingtime.jp/v1.0");
    office.fails(&ROUND, 2, "clock.rehearsal");
    office.setting("kot.base_url", &right);
    nothing_is_lost(&office);
}
