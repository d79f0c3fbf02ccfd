//! Every setting of the contract's table: its default, a good value and wrong ones, and the environment above all.

mod table;

use serde_json::Value;

use self::table::{Row, TABLE};
use crate::harness::Office;

const SECRETS: [&str; 3] = ["malion.admin_code", "malion.secret_code", "kot.token"];

/// Settings whose value is never shown: a ping's address may bear its secret.
const HIDDEN: [&str; 4] = [
    "malion.admin_code",
    "malion.secret_code",
    "kot.token",
    "ping.url",
];

/// Settings that take the place of a secret.
const COMMANDS: [&str; 3] = [
    "malion.admin_code_command",
    "malion.secret_code_command",
    "kot.token_command",
];

/// The settings that can all be set together.
fn together() -> impl Iterator<Item = Row> {
    let rows = TABLE.into_iter();
    rows.filter(|(key, ..)| !COMMANDS.contains(key))
}

/// Key, shown value and origin of all settings, in order.
fn listed(office: &Office) -> Vec<(String, Option<String>, String)> {
    let words = ["config", "list", "--origin", "--format", "json"];
    let document = office
        .run(&words)
        .exits(0)
        .document("pcpunch.config-list.v1");
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let settings = document["settings"].as_array().expect("settings").iter();
    settings
        .map(|one| {
            let [key, origin] = ["key", "origin"].map(|field| text(&one[field]).expect("a text"));
            (key, text(&one["value"]), origin)
        })
        .collect()
}

/// What the list shows where every setting but the commands has what `value` gives for its row, from that origin.
fn expected(
    origin: &str,
    value: impl Fn(&Row) -> Option<&'static str>,
) -> Vec<(String, Option<String>, String)> {
    let row = |row: &Row| {
        if COMMANDS.contains(&row.0) {
            return (row.0.to_owned(), None, "default".to_owned());
        }
        let shown = value(row).map(|value| {
            if HIDDEN.contains(&row.0) {
                "(set)"
            } else {
                value
            }
        });
        (
            row.0.to_owned(),
            shown.map(str::to_owned),
            origin.to_owned(),
        )
    };
    TABLE.iter().map(row).collect()
}

fn set(office: &Office, key: &str, value: &str) {
    if HIDDEN.contains(&key) {
        let words = ["config", "set", key, "--stdin"];
        office
            .run_with(&words, Some(&format!("{value}\n")))
            .exits(0);
    } else {
        office.run(&["config", "set", key, value, "--yes"]).exits(0);
    }
}

#[test]
fn the_table_has_every_setting_and_its_default() {
    let office = Office::empty(&[]);
    assert_eq!(listed(&office), expected("default", |row| row.1));
}

#[test]
fn a_good_value_is_stored_and_read_back_and_unset_gives_the_default() {
    let office = Office::empty(&[]);
    for (key, _, good, ..) in together() {
        set(&office, key, good);
    }
    assert_eq!(listed(&office), expected("state", |row| Some(row.2)));
    for (key, _, good, ..) in together() {
        let shown = if HIDDEN.contains(&key) { "(set)" } else { good };
        office
            .run(&["config", "get", key, "--lang", "en"])
            .exits(0)
            .says(shown);
        office.run(&["config", "unset", key]).exits(0);
    }
    assert_eq!(listed(&office), expected("default", |row| row.1));
}

#[test]
fn a_wrong_value_is_refused_with_its_key_and_what_is_allowed() {
    let office = Office::empty(&[]);
    for (key, _, _, wrong, allowed) in TABLE {
        for value in wrong {
            for lang in ["ja", "en"] {
                let ran = if SECRETS.contains(&key) {
                    let words = ["config", "set", key, "--stdin", "--lang", lang];
                    office.run_with(&words, Some(value))
                } else {
                    office.run(&["config", "set", key, value, "--lang", lang])
                };
                ran.exits(2).warns(key).warns(allowed);
            }
        }
        let value = wrong[0];
        if !SECRETS.contains(&key) {
            office.fails(&["config", "set", key, value], 2, "settings.bad_value");
        }
    }
    assert_eq!(listed(&office), expected("default", |row| row.1));
}

#[test]
fn a_secret_is_not_taken_as_an_argument() {
    let office = Office::empty(&[]);
    let arguments = SECRETS.map(|key| (key, "0123456789"));
    let addresses = [
        ("ping.url", "https://ping.example/0123456789"),
        ("http.proxy", "http://me:0123456789@proxy:8080"),
    ];
    for (key, value) in arguments.into_iter().chain(addresses) {
        let words = ["config", "set", key, value];
        office.fails(&words, 2, "settings.secret_argument");
        let told = office.run(&words).exits(2);
        assert!(!told.stdout().contains("0123456789"));
        let stderr = told.told().replace(&words.join(" "), "");
        assert!(!stderr.contains("0123456789"), "{stderr}");
    }
    assert_eq!(listed(&office), expected("default", |row| row.1));
}

#[test]
fn a_missing_value_is_asked_for_only_on_a_terminal() {
    let office = Office::empty(&[]);
    for (key, ..) in TABLE {
        office.run(&["config", "set", key]).exits(2).warns(key);
    }
    office.fails(&["config", "set", "kot.lanes"], 2, "settings.no_value");
    office.fails(&["config", "set", "kot.token"], 2, "settings.no_value");
}

#[test]
fn the_environment_wins_over_the_state_file_and_is_checked_as_well() {
    let office = Office::empty(&[]);
    for (key, default, good, ..) in together() {
        set(&office, key, default.unwrap_or(good));
        office.setting(key, good);
    }
    assert_eq!(listed(&office), expected("environment", |row| Some(row.2)));
    for (key, _, good, wrong, _) in together() {
        office.setting(key, wrong[0]);
        let ran = office.run(&["employees", "sync", "--lang", "en"]).exits(2);
        let variable = format!("PCPUNCH_{}", key.to_uppercase().replace('.', "_"));
        ran.warns(key).warns(&variable);
        office.setting(key, good);
    }
}

#[test]
fn a_secret_and_its_command_take_the_place_of_each_other() {
    let office = Office::empty(&[]);
    let of = |key: &str| {
        let mut all = listed(&office).into_iter();
        let found = all.find(|(name, ..)| name == key).expect("a setting");
        (found.1, found.2)
    };
    let shown = |value: &str, origin: &str| (Some(value.to_owned()), origin.to_owned());
    for (secret, command) in SECRETS.into_iter().zip(COMMANDS) {
        let unset = (None, "default".to_owned());
        let words = "/no/such/program --of secret";
        set(&office, secret, "0123456789");
        office
            .run(&["config", "set", command, words, "--lang", "en"])
            .exits(0)
            .says(&format!("{command}: (not set) -> {words}"))
            .says(&format!("{secret}: (set) -> (not set)"));
        // It is shown and not run.
        assert_eq!(of(secret), shown("(set)", "command"));
        assert_eq!(of(command), shown(words, "state"));
        office.run(&["config", "get", command]).exits(0).says(words);
        set(&office, secret, "9876543210");
        assert_eq!(of(secret), shown("(set)", "state"));
        assert_eq!(of(command), unset);
        office.setting(command, words);
        let overridden = ["config", "set", secret, "--stdin"];
        let variable = format!("PCPUNCH_{}", command.to_uppercase().replace('.', "_"));
        office
            .run_with(&overridden, Some("0123456789\n"))
            .exits(0)
            .warns(&variable);
        assert_eq!(of(secret), shown("(set)", "command"));
        office.setting(secret, "0123456789");
        office.fails(&["config", "list"], 2, "settings.two_ways");
        office.unset(secret).unset(command);
        office.run(&["config", "unset", secret]).exits(0);
        assert_eq!((of(secret), of(command)), (unset.clone(), unset));
    }
}

#[test]
fn an_unknown_key_is_answered_with_the_nearest() {
    let office = Office::empty(&[]);
    for words in [
        &["config", "set", "kot.lane", "4"][..],
        &["config", "get", "kot.lane"],
        &["config", "unset", "kot.lane"],
    ] {
        office.fails(words, 2, "settings.unknown_key");
        office.run(words).exits(2).warns("kot.lanes");
    }
}
