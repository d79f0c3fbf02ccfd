//! `--metrics`: what a monitor reads of a relay, in the form that it can read.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::os::unix::fs::PermissionsExt;

use pcpunch::domain::finding::Code;
use pcpunch::domain::punch::PunchState;
use pcpunch::sandbox::{Boundary, Fault, Hold, On};

use super::{PATIENCE, taro, taro_comes};
use crate::harness::{Office, pc_log};

const FILE: &str = "pcpunch.prom";
const ROUND: [&str; 5] = ["relay", "run", "--once", "--metrics", FILE];
const STATUS: [&str; 4] = ["relay", "status", "--metrics", FILE];

/// The moment of 2024-12-17 12:00 in seconds.
const NOON: i64 = 1_734_404_400;

const EXIT: &str = "pcpunch_round_exit_code";
const ENDED: &str = "pcpunch_round_last_end_timestamp_seconds";
const SUCCEEDED: &str = "pcpunch_round_last_success_timestamp_seconds";

/// The samples that the file bears, by their names with labels.
fn samples(office: &Office) -> BTreeMap<String, i64> {
    let text = fs::read_to_string(office.path(FILE)).expect("metrics");
    keeps_the_rules(&text)
}

/// Reads the text by the rules of Prometheus' text format and of its names.
fn keeps_the_rules(text: &str) -> BTreeMap<String, i64> {
    assert!(text.ends_with('\n'), "{text}");
    let mut samples = BTreeMap::new();
    let mut told = BTreeSet::new();
    let (mut helped, mut typed) = ("", "");
    for line in text.lines() {
        if let Some(help) = line.strip_prefix("# HELP ") {
            let (name, words) = help.split_once(' ').expect("words");
            assert!(words.ends_with('.') && words.is_ascii(), "{line}");
            assert!(told.insert(name), "{line}: told twice");
            helped = name;
        } else if let Some(rest) = line.strip_prefix("# TYPE ") {
            let (name, kind) = rest.split_once(' ').expect("a type");
            assert_eq!((name, kind), (helped, "gauge"), "{line}");
            typed = name;
        } else {
            let (sample, value) = line.rsplit_once(' ').expect("a value");
            let (name, labels) = sample.split_once('{').unwrap_or((sample, "}"));
            assert_eq!(name, typed, "{line}: behind its type");
            let is_plain = |c: char| c.is_ascii_lowercase() || c == '_';
            assert!(
                name.starts_with("pcpunch_") && name.chars().all(is_plain),
                "{line}"
            );
            // A gauge is no total, and times have their unit at the end.
            assert!(!name.ends_with("_total"), "{line}");
            assert_eq!(
                name.contains("timestamp"),
                name.ends_with("_timestamp_seconds")
            );
            let labels = labels.strip_suffix('}').expect("an end");
            for label in labels.split(',').filter(|label| !label.is_empty()) {
                let (label, value) = label.split_once('=').expect("a label");
                assert!(label.chars().all(is_plain), "{line}");
                let value = value.strip_prefix('"').and_then(|v| v.strip_suffix('"'));
                assert!(value.is_some_and(|v| !v.contains(['"', '\\'])), "{line}");
            }
            let value = value.parse().expect("a number");
            assert_eq!(samples.insert(sample.to_owned(), value), None, "{line}");
        }
    }
    samples
}

#[test]
fn a_round_tells_when_it_succeeded_where_punches_stand_and_what_was_found() {
    let office = taro();
    office.malion_has([
        pc_log("2024-12-17 11:59 PC-1 tarouk ログオン"),
        pc_log("2024-12-17 11:58 PC-2 someone ログオン"),
    ]);
    office.run(&ROUND).exits(0);
    let told = samples(&office);
    let version = concat!(
        "pcpunch_build_info{version=\"",
        env!("CARGO_PKG_VERSION"),
        "\"}"
    );
    for (sample, value) in [
        (version, 1),
        (EXIT, 0),
        ("pcpunch_punches{state=\"accepted\"}", 1),
        ("pcpunch_punches{state=\"decided\"}", 0),
        ("pcpunch_oldest_waiting_seconds", 0),
        ("pcpunch_findings{code=\"unlinked\",severity=\"act\"}", 1),
        ("pcpunch_findings{code=\"refused\",severity=\"act\"}", 0),
        ("pcpunch_frozen", 0),
        ("pcpunch_frozen_days", 0),
    ] {
        assert_eq!(told.get(sample), Some(&value), "{sample} in {told:#?}");
    }
    for sample in [ENDED, SUCCEEDED] {
        assert!((NOON..NOON + 60).contains(&told[sample]), "{sample}");
    }
    assert!(told["pcpunch_state_bytes"] > 0);
    assert!(told["pcpunch_logs_read_until_timestamp_seconds"] >= NOON);
    let with = |name: &str| told.keys().filter(|key| key.starts_with(name)).count();
    assert_eq!(with("pcpunch_punches{"), PunchState::ALL.len());
    assert_eq!(with("pcpunch_findings{"), Code::ALL.len());
}

#[test]
fn everybody_may_read_the_file_and_it_names_nobody() {
    let office = taro();
    taro_comes(&office);
    office.run(&ROUND).exits(0);
    let path = office.path(FILE);
    let mode = fs::metadata(&path).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o644);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.is_ascii());
    for word in ["tarouk", "127.0.0.1", "localhost", "PC-1"] {
        assert!(!text.contains(word), "{word}\n{text}");
    }
    let beside = fs::read_dir(path.parent().unwrap()).unwrap();
    let names: Vec<_> = beside.map(|entry| entry.unwrap().file_name()).collect();
    let left = names
        .iter()
        .filter(|name| name.to_string_lossy().contains(".tmp"));
    assert_eq!(left.count(), 0, "{names:?}");
}

#[test]
fn a_round_that_fails_says_so_and_leaves_the_last_success_where_it_was() {
    let office = taro();
    office.run(&ROUND).exits(0);
    let before = samples(&office)[SUCCEEDED];
    taro_comes(&office);
    office.sandbox.malion.go_down();
    office.at("2024-12-17 12:30").run(&ROUND).exits(5);
    let told = samples(&office);
    assert_eq!((told[EXIT], told[SUCCEEDED]), (5, before));
    assert!(told[ENDED] >= NOON + 1800);
    office.at("2024-12-17 12:31").unset("kot.token");
    office.run(&ROUND).exits(2);
    let told = samples(&office);
    assert_eq!((told[EXIT], told[SUCCEEDED]), (2, before));
    assert_eq!(told["pcpunch_frozen"], 0);
    // Not even the state file can be used, and then without any file of before.
    fs::set_permissions(office.state_file(), fs::Permissions::from_mode(0o644)).unwrap();
    office.run(&ROUND).exits(9);
    let told = samples(&office);
    assert_eq!((told[EXIT], told[SUCCEEDED]), (9, before));
    assert!(!told.contains_key("pcpunch_frozen"), "{told:#?}");
    fs::remove_file(office.path(FILE)).unwrap();
    office.run(&ROUND).exits(9);
    assert_eq!(samples(&office)[SUCCEEDED], 0);
}

#[test]
fn what_waits_has_its_age_and_a_round_at_work_is_left_to_tell_of_itself() {
    let office = taro();
    office.malion_has([pc_log("2024-12-17 09:00 PC-1 tarouk ログオン")]);
    // The closed hours.
    office.at("2024-12-17 09:30").run(&ROUND).exits(0);
    let told = samples(&office);
    let age = told["pcpunch_oldest_waiting_seconds"];
    assert!((1800..1860).contains(&age), "{age}");
    assert_eq!(told["pcpunch_punches{state=\"decided\"}"], 1);

    let hold = Hold::at(Boundary::BeforeApplying);
    let fault = Fault::Hold(hold.clone());
    office.sandbox.malion.fault(fault, On::logs());
    let first = office.at("2024-12-17 12:00").starts_a_round();
    assert!(hold.wait_until_held(PATIENCE));
    let before = fs::read(office.path(FILE)).unwrap();
    office.run(&ROUND).exits(8);
    assert_eq!(fs::read(office.path(FILE)).unwrap(), before);
    hold.go_on();
    first.ends().exits(0);
    office.run(&STATUS).exits(0);
    let told = samples(&office);
    assert_eq!(told[EXIT], 0);
    assert_eq!(told["pcpunch_punches{state=\"accepted\"}"], 1);
    assert_eq!(told["pcpunch_oldest_waiting_seconds"], 0);
}

#[test]
fn each_round_of_the_loop_writes_and_a_signal_is_told_as_its_end() {
    let office = taro();
    let mut relay = office.loops_with(&["--interval", "1s", "--format", "json", "--metrics", FILE]);
    relay.round();
    let first = samples(&office);
    assert_eq!(first[EXIT], 0);
    taro_comes(&office);
    relay.rounds_until(super::sends);
    assert_eq!(samples(&office)["pcpunch_punches{state=\"accepted\"}"], 1);
    relay.terminate();
    relay.ends().exits(143);
}

#[test]
fn a_file_that_cannot_be_written_is_a_warning_of_a_round_and_the_end_of_a_status() {
    let office = taro();
    taro_comes(&office);
    let nowhere = [
        "relay",
        "run",
        "--once",
        "--metrics",
        "missing/pcpunch.prom",
    ];
    let english = [&nowhere[..], &["--lang", "en"]].concat();
    office
        .run(&english)
        .exits(0)
        .warns("missing/pcpunch.prom cannot be written");
    office.kot_has(&["1000 2024-12-17 出勤 11:59"]);
    office
        .run(&["relay", "status", "--metrics", "missing/pcpunch.prom"])
        .exits(1);
    office.run(&["relay", "status", "--metrics", "."]).exits(1);
    let dry = [&ROUND[..], &["--dry-run"]].concat();
    office.run(&dry).exits(2);
    assert!(!office.path(FILE).exists());
}

#[test]
fn a_status_before_the_first_round_says_that_none_has_succeeded() {
    let office = taro();
    office.run(&STATUS).exits(0);
    let told = samples(&office);
    assert_eq!(told[SUCCEEDED], 0);
    assert!(
        !told.contains_key(EXIT) && !told.contains_key(ENDED),
        "{told:#?}"
    );
}
