//! Which value counts, and that none is told.

use std::collections::BTreeMap;
use std::fs;

use super::{Environment, Error, Key, Origin, Settings};

fn stored(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    let owned = |(key, value): &(&str, &str)| ((*key).to_owned(), (*value).to_owned());
    pairs.iter().map(owned).collect()
}

#[test]
fn the_environment_wins_over_a_credential_over_the_state_file_over_the_default() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("kot.lanes"), "7\n").unwrap();
    let credentials = folder.path().to_str().unwrap();
    let state = stored(&[("kot.lanes", "8")]);
    let nothing = BTreeMap::new();
    for (variables, state, value, origin) in [
        (
            vec![
                ("PCPUNCH_KOT_LANES", "6"),
                ("CREDENTIALS_DIRECTORY", credentials),
            ],
            &state,
            "6",
            Origin::Environment,
        ),
        (
            vec![("CREDENTIALS_DIRECTORY", credentials)],
            &state,
            "7",
            Origin::Credential,
        ),
        (vec![("PCPUNCH_KOT_LANES", "")], &state, "8", Origin::State),
        (vec![], &nothing, "4", Origin::Default),
    ] {
        let settings = Settings::resolve(&Environment::of(variables), state).unwrap();
        let found = settings.get(Key::KotLanes).unwrap();
        assert_eq!((found.shown(), found.origin), (Some(value), origin));
        assert_eq!(settings.lanes().to_string(), value);
    }
}

#[test]
fn a_command_counts_where_it_is_set_and_is_not_run_before_its_secret_is_needed() {
    let folder = tempfile::tempdir().unwrap();
    let runs = folder.path().join("runs");
    let of_credential = format!("sh -c 'echo x >>{}; echo by-credential'", runs.display());
    fs::write(folder.path().join("kot.token_command"), of_credential).unwrap();
    let path = ("PATH", "/usr/bin:/bin");
    let credentials = ("CREDENTIALS_DIRECTORY", folder.path().to_str().unwrap());
    let by_variable = ("PCPUNCH_KOT_TOKEN_COMMAND", "printf by-variable");
    let variable = ("PCPUNCH_KOT_TOKEN", "of-variable");
    let (both, none) = (
        [("kot.token", "of-state"), ("kot.token_command", "false")],
        [],
    );
    let (token, command) = (&both[..1], &both[1..]);
    for (variables, state, secret, origin) in [
        (
            vec![variable, credentials],
            command,
            "of-variable",
            Origin::Environment,
        ),
        (
            vec![by_variable, credentials],
            token,
            "by-variable",
            Origin::Command,
        ),
        (
            vec![credentials],
            &both[..],
            "by-credential",
            Origin::Command,
        ),
        (vec![by_variable], token, "by-variable", Origin::Command),
        (vec![], token, "of-state", Origin::State),
        (vec![by_variable], &none, "by-variable", Origin::Command),
    ] {
        let environment = Environment::of([&variables[..], &[path]].concat());
        let settings = Settings::resolve(&environment, &stored(state)).unwrap();
        let found = settings.get(Key::KotToken).unwrap();
        assert_eq!((found.shown(), found.origin), (Some("(set)"), origin));
        assert!(settings.has(Key::KotToken) && !runs.exists());
        let copy = settings.with(&[]).unwrap();
        for settings in [&settings, &copy] {
            assert_eq!(settings.required_token().unwrap().reveal(), secret);
        }
        assert!(!format!("{settings:?}").contains(secret));
        if secret == "by-credential" {
            assert_eq!(
                fs::read_to_string(&runs).unwrap(),
                "x\n",
                "once for all copies"
            );
            fs::remove_file(&runs).unwrap();
        }
    }
}

#[test]
fn a_secret_and_its_command_at_one_place_contradict_each_other() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["malion.secret_code", "malion.secret_code_command"] {
        fs::write(folder.path().join(name), "x").unwrap();
    }
    let nothing: &[(&str, &str)] = &[];
    let variables = [
        ("PCPUNCH_KOT_TOKEN", "x"),
        ("PCPUNCH_KOT_TOKEN_COMMAND", "x"),
    ];
    let credentials = [("CREDENTIALS_DIRECTORY", folder.path().to_str().unwrap())];
    let rows = [
        ("malion.admin_code", "x"),
        ("malion.admin_code_command", "x"),
    ];
    for (environment, state, secret, place) in [
        (&variables[..], nothing, Key::KotToken, Origin::Environment),
        (
            &credentials,
            nothing,
            Key::MalionSecretCode,
            Origin::Credential,
        ),
        (nothing, &rows, Key::MalionAdminCode, Origin::State),
    ] {
        let environment = Environment::of(environment.iter().copied());
        match Settings::resolve(&environment, &stored(state)) {
            Err(Error::TwoWays {
                secret: told,
                command,
                origin,
            }) => {
                assert_eq!((told, origin), (secret, place));
                assert_eq!(told.command(), Some(command));
            }
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn every_bad_value_is_named_with_its_origin_and_no_secret_is_told() {
    let environment = Environment::of([
        ("PCPUNCH_KOT_LANES", "many"),
        ("PCPUNCH_KOT_TOKEN", "not a token"),
    ]);
    let stored = stored(&[("punch.since", "soon"), ("of.another.version", "x")]);
    let Err(Error::BadValues(bad)) = Settings::resolve(&environment, &stored) else {
        panic!("bad values were taken");
    };
    let told: Vec<_> = bad
        .iter()
        .map(|bad| (bad.key.name(), bad.value.as_deref(), bad.origin))
        .collect();
    assert_eq!(
        told,
        [
            ("kot.token", None, Some(Origin::Environment)),
            ("kot.lanes", Some("many"), Some(Origin::Environment)),
            ("punch.since", Some("soon"), Some(Origin::State)),
        ]
    );
}

#[test]
fn values_that_are_tried_are_checked_and_leave_the_others_alone() {
    let settings = Settings::resolve(&Environment::default(), &stored(&[])).unwrap();
    let lanes = |value: &str| (Key::KotLanes, value.to_owned());
    let tried = settings.with(&[lanes("7")]).unwrap();
    assert_eq!((settings.lanes(), tried.lanes()), (4, 7));
    assert_eq!(tried.settle_minutes(), settings.settle_minutes());
    let Err(Error::BadValues(bad)) = settings.with(&[lanes("7"), lanes("many")]) else {
        panic!("a bad value was taken");
    };
    let told: Vec<_> = bad.iter().map(|bad| bad.value.as_deref()).collect();
    assert_eq!(told, [Some("many")]);
}

#[test]
fn a_secret_is_neither_shown_nor_debugged() {
    let stored = stored(&[
        ("kot.token", "hunter2"),
        ("http.proxy", "http://me:hunter2@proxy:8080"),
        ("ping.url", "https://ping.example/hunter2"),
    ]);
    let settings = Settings::resolve(&Environment::default(), &stored).unwrap();
    assert!(!format!("{settings:?}").contains("hunter2"));
    for key in [Key::KotToken, Key::HttpProxy, Key::PingUrl] {
        assert_eq!(settings.get(key).unwrap().shown(), Some("(set)"));
    }
    assert_eq!(settings.required_token().unwrap().reveal(), "hunter2");
}
