//! Settings: lines `key=value`, as a state file or an environment could hold them.

use std::collections::BTreeMap;

use pcpunch::settings::{Environment, Error, Key, Settings};
use wildmatch::WildMatch;

use super::shown;

/// Any value is allowed or named, no secret is shown, and values that are allowed can be asked for.
pub(super) fn read(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let pairs = text.split('\n').filter_map(|line| line.split_once('='));
    let stored: BTreeMap<String, String> = pairs
        .map(|(key, value)| (key.to_owned(), value.to_owned()))
        .collect();
    for key in stored.keys() {
        if let Err(error) = Key::of_name(key) {
            shown::told(error);
        }
    }
    let of_state = Settings::resolve(&Environment::default(), &stored);
    match &of_state {
        Ok(settings) => taken(settings, &stored),
        Err(Error::BadValues(bad)) => {
            for bad in bad {
                let value = &stored[bad.key.name()];
                assert!(!bad.key.is_secret() || bad.value.is_none());
                assert!(bad.value.as_ref().is_none_or(|shown| shown == value));
                assert!(bad.key.check(value).is_err());
                shown::told(bad.value.as_deref().unwrap_or_default());
            }
        }
        Err(Error::TwoWays {
            secret, command, ..
        }) => {
            let is_set = |key: &Key| stored.contains_key(key.name());
            assert!(is_set(secret) && is_set(command));
        }
        Err(other) => panic!("{other}"),
    }
    let variables = stored.iter().filter_map(|(key, value)| {
        let key = Key::of_name(key).ok()?;
        Some((key.variable(), value.as_str()))
    });
    let variables: Vec<(String, &str)> = variables.filter(|(_, value)| !value.is_empty()).collect();
    let environment = Environment::of(variables.iter().map(|(key, value)| (key.as_str(), *value)));
    let of_environment = Settings::resolve(&environment, &BTreeMap::new());
    if of_state.is_ok() {
        assert!(of_environment.is_ok());
    }
}

fn taken(settings: &Settings, stored: &BTreeMap<String, String>) {
    for one in settings.all() {
        let shown = one.shown().unwrap_or_default();
        let value = stored.get(one.key.name());
        assert!(value.is_none_or(|value| shown == value || shown == "(set)"));
        assert!(!one.key.is_secret() || shown == "(set)" || shown.is_empty());
        if let Some(value) = value {
            shown::told(shown);
            let again = settings
                .with(&[(one.key, value.clone())])
                .expect("it is allowed");
            assert_eq!(again.get(one.key).and_then(|one| one.shown()), Some(shown));
        }
    }
    asked(settings, stored);
}

/// What the commands ask of settings.
fn asked(settings: &Settings, stored: &BTreeMap<String, String>) {
    let is_set = |key: Key| stored.contains_key(key.name());
    let leads_out = |url: String| url.to_lowercase().starts_with("http");
    assert!(leads_out(settings.kot_base_url()));
    // The token itself is not asked for: a command that prints it would be run.
    let token = settings.get(Key::KotToken).and_then(|one| one.shown());
    let is_given = is_set(Key::KotToken) || is_set(Key::KotTokenCommand);
    assert_eq!(token.is_some(), is_given);
    assert_eq!(settings.punch_since().is_some(), is_set(Key::PunchSince));
    let address = settings.malion_base_url();
    assert!(address.is_err() || address.is_ok_and(leads_out));
    assert!((1..=64).contains(&settings.lanes()));
    let hours = settings.closed_hours();
    assert_eq!(hours.is_empty(), settings.closed_hours_text() == "none");
    assert!(hours.is_sorted());
    for pattern in settings.ignore_users() {
        assert!(!pattern.is_empty());
        // A pattern that is long against a name that is, which matches all but its end.
        let matched = WildMatch::new(&pattern).matches(&pattern.replace('*', "aaaaaaaa"));
        assert!(matched || pattern.contains(['*', '?']));
    }
    let _ = (
        settings.policy(),
        settings.clock_in(),
        settings.day_border(),
    );
    let _ = (
        settings.quiet_hours(),
        settings.night_shift(),
        settings.in_closed_hours(),
    );
    let _ = (
        settings.proxy(),
        settings.ca_file(),
        settings.malion_profile(),
    );
    assert!(!format!("{settings:?}").contains("hunter2"));
}
