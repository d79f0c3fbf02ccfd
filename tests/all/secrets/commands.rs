//! Every command, in all formats and both languages, with the secrets planted in every way.

use std::fs;

use super::planted::{Search, WITH_SECRETS, Way, plant, planted};
use crate::command_line::commands::good_calls;
use crate::harness::{Office, TARO, pc_log};

/// Every format in every language.
const MANNERS: [[&str; 4]; 6] = [
    ["--format", "table", "--lang", "ja"],
    ["--format", "json", "--lang", "en"],
    ["--format", "csv", "--lang", "ja"],
    ["--format", "table", "--lang", "en"],
    ["--format", "json", "--lang", "ja"],
    ["--format", "csv", "--lang", "en"],
];

/// What is done beside one good call of each command.
const FURTHER: [&[&str]; 9] = [
    &["config", "get", "kot.token"],
    &["config", "get", "http.proxy"],
    &["config", "get", "ping.url"],
    &["relay", "run", "--once", "--metrics", "pcpunch.prom"],
    &[
        "logs",
        "check",
        "--date",
        "2024-12-17",
        "--html",
        "page.html",
    ],
    &["punches", "show", "1"],
    &["state", "backup", "plain.db", "--yes"],
    &["relay", "rehearse", "--from", "2024-12-17"],
    &["employees", "sync"],
];

fn office() -> Office {
    let office = Office::of(&[TARO]);
    office.malion_has([pc_log("2024-12-17 11:00 PC-1 tarouk ログオン")]);
    office.at("2024-12-17 12:00");
    office
}

/// Over all ways together each command is called in each manner, and in each way at least once.
fn no_command_tells(way: Way) -> (Office, Search) {
    let office = office();
    office.run(&["state", "backup", "backup.db"]).exits(0);
    plant(&office, way);
    office.sandbox.kot.clear_requests();
    office.sandbox.malion.clear_requests();
    let mut search = Search::default();
    let place = way as usize;
    let manners = MANNERS.iter().skip(place).step_by(Way::ALL.len());
    for manner in manners {
        let calls = good_calls();
        for call in calls.iter().map(Vec::as_slice).chain(FURTHER) {
            office.file(
                "links.csv",
                "打刻先アカウント,サービスアカウント\n1000,tarouk\n",
            );
            search.run(&office, &[call, manner, &["-v"]].concat());
        }
        search.files(&office, way);
        search.tables(&office);
    }
    // The secrets were the ones that both services let in.
    let [kot, malion] = [
        office.sandbox.kot.requests(),
        office.sandbox.malion.requests(),
    ];
    for requests in [kot, malion] {
        assert!(requests.iter().any(|request| request.status == Some(200)));
        assert!(requests.iter().all(|request| request.status != Some(401)));
    }
    (office, search)
}

#[test]
fn no_command_tells_a_secret_of_the_environment() {
    no_command_tells(Way::Environment).1.told("environment");
}

#[test]
fn no_command_tells_a_secret_of_a_credential() {
    no_command_tells(Way::Credential).1.told("credentials");
}

#[test]
fn no_command_tells_a_secret_of_the_state_file() {
    let (office, mut search) = no_command_tells(Way::State);
    for (key, _) in planted() {
        search.run(&office, &["config", "unset", key]).exits(0);
    }
    fs::remove_file(office.path(WITH_SECRETS)).expect("the backup with secrets");
    for kept in 1.. {
        let suffix = if kept == 1 {
            String::new()
        } else {
            format!("-{kept}")
        };
        let kept = office.path(&format!("state/pcpunch/state.db.before-restore{suffix}"));
        if fs::remove_file(kept).is_err() {
            break;
        }
    }
    // After it was taken back, no byte of a secret stands anywhere.
    search.files(&office, Way::Environment);
    search.told("state file");
}

#[test]
fn no_command_tells_a_secret_that_a_command_prints_and_that_one_sees_none() {
    let (office, search) = no_command_tells(Way::Command);
    let seen = fs::read_to_string(office.path("commands.seen")).expect("what commands saw");
    assert!(
        seen.contains("HOME=") && !seen.contains("PCPUNCH_"),
        "{seen}"
    );
    assert!(!seen.contains("state.db"), "{seen}");
    search.told("commands");
}
