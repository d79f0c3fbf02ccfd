//! The set-up against the sandbox: what is right, and each thing that can be wrong.

use std::collections::BTreeMap;

use chrono::{NaiveTime, TimeDelta};

use super::line::{self, Line, Result};
use super::services;
use crate::clock::Clock;
use crate::commands::Exit;
use crate::domain::time::Jst;
use crate::sandbox::{Access, DataKind, Log, Sandbox};
use crate::settings::{Environment, Settings};
use crate::state::{SharedState, State};

fn at(time: &str) -> Jst {
    Jst::parse_from_rfc3339(&format!("2024-12-17T{time}:00+09:00")).unwrap()
}

/// A sandbox in which everything is right, at that time.
fn sandbox(now: Jst) -> Sandbox {
    let sandbox = Sandbox::start(now).unwrap();
    let border = NaiveTime::from_hms_opt(5, 0, 0).unwrap();
    sandbox.kot.add_division("1000", "本社", border);
    let logon = Log::new("ログオン", "PC-001", "tarouk", now - TimeDelta::minutes(20));
    sandbox.malion.add_log(logon.with_id("1"));
    sandbox
}

/// What `config check` says of it.
fn check(sandbox: &Sandbox, other: &[(&str, &str)]) -> Vec<Line> {
    let (admin, secret) = sandbox.malion.codes();
    let (kot, malion, token) = (
        sandbox.kot.base_url(),
        sandbox.malion.base_url(),
        sandbox.kot.token(),
    );
    let mut variables = vec![
        ("PCPUNCH_KOT_BASE_URL", kot.as_str()),
        ("PCPUNCH_KOT_TOKEN", token.as_str()),
        ("PCPUNCH_MALION_BASE_URL", malion.as_str()),
        ("PCPUNCH_MALION_ADMIN_CODE", admin.as_str()),
        ("PCPUNCH_MALION_SECRET_CODE", secret.as_str()),
        ("PCPUNCH_MALION_REQUIRE_LINK_CODE", "off"),
    ];
    variables.extend(other);
    let settings = Settings::resolve(&Environment::of(variables), &BTreeMap::new()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let state = State::open(&folder.path().join("state.db")).unwrap();
    let clock = Clock::starting_at(sandbox.now());
    services(&settings, &SharedState::new(state), &clock).unwrap()
}

fn of(lines: &[Line], result: Result) -> Vec<&'static str> {
    let with = lines.iter().filter(|line| line.result == result);
    with.map(|line| line.check).collect()
}

#[test]
fn a_right_set_up_is_proven_but_for_the_punch_itself() {
    let sandbox = sandbox(at("12:00"));
    let lines = check(&sandbox, &[]);
    assert_eq!(of(&lines, Result::Wrong), [""; 0], "{lines:#?}");
    assert_eq!(of(&lines, Result::Untried), ["kot-punch"]);
    assert_eq!(line::exit(&lines), Exit::Done);
    assert_eq!(sandbox.kot.count("POST", ""), 0);
}

#[test]
fn in_the_closed_hours_the_token_is_proven_and_the_readings_are_untried() {
    let lines = check(&sandbox(at("09:00")), &[]);
    assert_eq!(of(&lines, Result::Wrong), [""; 0], "{lines:#?}");
    let untried = of(&lines, Result::Untried);
    assert!(untried.contains(&"kot-employees") && !untried.contains(&"kot-token"));
    assert_eq!(line::exit(&lines), Exit::Done);
}

#[test]
fn each_thing_that_is_wrong_is_the_line_that_says_so() {
    type Case = (
        fn(&Sandbox),
        &'static [(&'static str, &'static str)],
        &'static str,
        Exit,
    );
    let table: [Case; 8] = [
        (
            |_| {},
            &[("PCPUNCH_KOT_TOKEN", "wrong")],
            "kot-token",
            Exit::Access,
        ),
        (
            |sandbox| sandbox.kot.refuse_caller(true),
            &[],
            "kot-token",
            Exit::Access,
        ),
        (
            |sandbox| sandbox.kot.deny(DataKind::Divisions, Access::Read),
            &[],
            "kot-divisions",
            Exit::Access,
        ),
        (
            |sandbox| sandbox.kot.go_down(),
            &[],
            "kot-token",
            Exit::Unreachable,
        ),
        (
            |sandbox| sandbox.kot.skew_clock(TimeDelta::minutes(5)),
            &[],
            "kot-clock",
            Exit::Usage,
        ),
        (
            |_| {},
            &[("PCPUNCH_MALION_SECRET_CODE", "wrong")],
            "malion-connection",
            Exit::Access,
        ),
        (
            |sandbox| sandbox.malion.set_api_on(false),
            &[],
            "malion-connection",
            Exit::Access,
        ),
        (
            |sandbox| sandbox.malion.go_down(),
            &[],
            "malion-connection",
            Exit::Unreachable,
        ),
    ];
    for (spoil, settings, wrong, exit) in table {
        let sandbox = sandbox(at("12:00"));
        spoil(&sandbox);
        let lines = check(&sandbox, settings);
        assert_eq!(of(&lines, Result::Wrong), [wrong], "{lines:#?}");
        assert_eq!(line::exit(&lines), exit, "{wrong}");
        let remedies = lines.iter().filter(|line| line.result == Result::Wrong);
        assert!(remedies.into_iter().all(|line| line.remedy.is_some()));
    }
}
