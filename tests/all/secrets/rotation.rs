//! A secret is renewed while a relay runs: nothing is lost, nothing is doubled, nothing has to be started anew. Of
//! credentials, the tests of the loop tell.

use std::fs;
use std::time::Duration;

use pcpunch::sandbox::{Boundary, Fault, Hold, On};
use serde_json::Value;

use crate::harness::{Office, pc_log};

const PATIENCE: Duration = Duration::from_secs(20);

/// More lines than are said before what is waited for.
const MOST_LINES: usize = 20;

const PEOPLE: [(&str, &str, &str, &str); 3] = [
    ("1000", "勤怠", "太郎", "tarouk"),
    ("2000", "勤怠", "花子", "hanakok"),
    ("3000", "勤怠", "次郎", "jirouk"),
];

const ALL_CAME: [&str; 3] = [
    "1000 2024-12-17 出勤 11:59",
    "2000 2024-12-17 出勤 11:59",
    "3000 2024-12-17 出勤 11:59",
];

/// How a new token is laid down for a relay that runs.
#[derive(Clone, Copy, Debug)]
enum Laid {
    ForACommand,
    InTheStateFile,
}

impl Laid {
    fn down(self, office: &Office, token: &str) {
        let line = format!("{token}\n");
        match self {
            Self::ForACommand => {
                office.file("token", &line);
            }
            Self::InTheStateFile => {
                let words = ["config", "set", "kot.token", "--stdin"];
                office.run_with(&words, Some(&line)).exits(0);
            }
        }
    }

    /// Three people at noon, of whom nothing is known yet, and the first token.
    fn office(self) -> Office {
        let office = Office::of(&PEOPLE);
        office.at("2024-12-17 12:00").setting("kot.lanes", "1");
        let token = office.sandbox.kot.token();
        office.unset("kot.token");
        match self {
            Self::ForACommand => {
                office.setting(
                    "kot.token_command",
                    "/bin/sh -c 'echo ran >>runs; cat token'",
                );
            }
            Self::InTheStateFile => {}
        }
        self.down(&office, &token);
        office
    }
}

fn all_come(office: &Office) {
    office.malion_has(
        ["tarouk", "hanakok", "jirouk"]
            .map(|name| pc_log(&format!("2024-12-17 11:59 PC-{name} {name} ログオン"))),
    );
}

fn ends_with(exit: u8) -> impl Fn(&Value) -> bool {
    move |round| round["exit"] == exit
}

#[test]
fn a_token_that_is_renewed_between_two_rounds_is_taken_by_the_next() {
    for laid in [Laid::ForACommand, Laid::InTheStateFile] {
        let office = laid.office();
        let mut relay = office.loops();
        relay.rounds_until(ends_with(0));
        office.sandbox.kot.set_token("0f-this-year");
        all_come(&office);
        // It is not let in, asks once a round, and sends nothing.
        let refused = relay.rounds_until(ends_with(4));
        assert_eq!(refused["requests"]["kot_punches"], 0, "{refused}");
        laid.down(&office, "0f-this-year");
        relay.rounds_until(ends_with(0));
        relay.terminate();
        relay.ends().exits(143);
        office.kot_has(&ALL_CAME);
        assert_eq!(office.posts(), 3, "{laid:?}");
    }
}

#[test]
fn a_token_that_is_refused_in_the_middle_of_a_round_lets_the_rest_wait_for_the_new_one() {
    for laid in [Laid::ForACommand, Laid::InTheStateFile] {
        let office = laid.office();
        all_come(&office);
        let hold = Hold::at(Boundary::BeforeAnswering);
        office
            .sandbox
            .kot
            .fault(Fault::Hold(hold.clone()), On::punch());
        let mut relay = office.loops();
        assert!(hold.wait_until_held(PATIENCE));
        office.sandbox.kot.set_token("0f-this-year");
        laid.down(&office, "0f-this-year");
        hold.go_on();
        let refused = relay.round();
        assert_eq!(refused["exit"], 4, "{refused}");
        assert_eq!(
            refused["sent"].as_array().map(Vec::len),
            Some(1),
            "{refused}"
        );
        relay.rounds_until(ends_with(0));
        relay.terminate();
        relay.ends().exits(143);
        office.kot_has(&ALL_CAME);
        // One of them was refused by its token, and then sent once more.
        assert_eq!(office.posts(), 4, "{laid:?}");
    }
}

#[test]
fn codes_that_are_renewed_together_are_taken_by_the_next_round() {
    let office = Laid::ForACommand.office();
    let (admin, code) = office.sandbox.malion.codes();
    for (key, first) in [("malion.admin_code", &admin), ("malion.secret_code", &code)] {
        office.file(key, first);
        office.unset(key);
        office.setting(&format!("{key}_command"), &format!("cat {key}"));
    }
    let mut relay = office.loops();
    relay.rounds_until(ends_with(0));
    office.sandbox.malion.set_codes("admin-2", "code-2");
    all_come(&office);
    relay.rounds_until(ends_with(4));
    office.file("malion.admin_code", "admin-2");
    office.file("malion.secret_code", "code-2");
    relay.rounds_until(ends_with(0));
    relay.terminate();
    relay.ends().exits(143);
    office.kot_has(&ALL_CAME);
}

#[test]
fn a_command_that_fails_for_a_while_ends_no_relay_and_loses_nothing() {
    let office = Laid::ForACommand.office();
    office.setting("kot.token_command", "cat token");
    let mut relay = office.loops();
    relay.rounds_until(ends_with(0));
    let token = office.path("token");
    fs::rename(&token, office.path("away")).expect("the token");
    all_come(&office);
    let tells = |_| relay.warning().contains("settings.command_failed");
    assert!((0..MOST_LINES).any(tells));
    fs::rename(office.path("away"), &token).expect("the token");
    relay.rounds_until(|round| {
        round["sent"]
            .as_array()
            .is_some_and(|sent| !sent.is_empty())
    });
    relay.terminate();
    relay.ends().exits(143);
    office.kot_has(&ALL_CAME);
}

#[test]
fn a_command_is_run_once_a_round_and_only_where_its_secret_is_needed() {
    let office = Laid::ForACommand.office();
    let runs = || fs::read_to_string(office.path("runs")).map_or(0, |runs| runs.lines().count());
    for words in [
        &["config", "list", "--origin"][..],
        &["config", "get", "kot.token"],
        &["config", "set", "kot.lanes", "2"],
        &["relay", "run", "--help"],
        &["relay", "status"],
        &["logs", "check", "--offline", "--date", "2024-12-17"],
        &["accounts", "list"],
        &["state", "backup", "backup.db"],
    ] {
        office.run(words);
    }
    assert_eq!(runs(), 0);
    office.relay().exits(0);
    assert_eq!(runs(), 1);
    office
        .run(&["config", "check", "--lang", "en"])
        .exits(0)
        .says("kot.token_command gave its secret.");
    assert_eq!(runs(), 2);
}
