//! Words behind a command that are too many, or are not what stands in their place.

use clap::{Arg, Command};

use super::commands::{commands, words};
use crate::harness::Office;

/// What is called wrongly, the code that it fails with, and what both languages name: the word, and what would be
/// right or shows it.
const WRONG: &[(&str, i32, &str, &[&str])] = &[
    (
        "config set kot.lanes many",
        2,
        "settings.bad_value",
        &["many", "kot.lanes", "1", "64"],
    ),
    (
        "config set punch.policy role",
        2,
        "settings.bad_value",
        &["role", "settled", "rolling"],
    ),
    (
        "config set kot.lane 4",
        2,
        "settings.unknown_key",
        &["kot.lane", "kot.lanes"],
    ),
    (
        "config get nope",
        2,
        "settings.unknown_key",
        &["nope", "pcpunch config list"],
    ),
    (
        "config unset kot.lane",
        2,
        "settings.unknown_key",
        &["kot.lane", "kot.lanes"],
    ),
    (
        "accounts exclude 9999",
        2,
        "usage.employee",
        &["9999", "pcpunch employees list"],
    ),
    (
        "accounts allow-shared nobody",
        2,
        "usage.user_name",
        &["nobody", "pcpunch accounts list"],
    ),
    (
        "accounts import none.csv",
        1,
        "accounts.file",
        &["none.csv"],
    ),
    (
        "accounts export none/out.csv",
        1,
        "accounts.file",
        &["none/out.csv"],
    ),
    ("state backup none/b.db", 1, "state.io", &["none/b.db"]),
    ("state restore none.db --yes", 1, "state.io", &["none.db"]),
    ("punches show first", 2, "usage", &["first", "ID"]),
    ("punches send first", 2, "usage", &["first", "ID"]),
    (
        "punches send 99 --yes",
        2,
        "punches.unknown",
        &["99", "pcpunch punches list"],
    ),
    (
        "punches drop first --reason x",
        2,
        "usage",
        &["first", "ID"],
    ),
    (
        "punches drop 99 --reason x --yes",
        2,
        "punches.not_known",
        &["99", "pcpunch punches list"],
    ),
    (
        "punches list --state lost",
        2,
        "usage",
        &["lost", "held", "refused"],
    ),
    (
        "completions tcsh",
        2,
        "usage",
        &["tcsh", "bash", "zsh", "fish", "powershell"],
    ),
    (
        "units nope",
        2,
        "usage",
        &["nope", "pcpunch.service", "pcpunch.cron"],
    ),
    (
        "schema nope",
        2,
        "schema.unknown",
        &["nope", "pcpunch schema"],
    ),
    (
        "schema relay-rum",
        2,
        "schema.unknown",
        &["relay-rum", "relay-run"],
    ),
    ("man nope", 2, "man.no_page", &["nope", "pcpunch man"]),
    (
        "man relay runn",
        2,
        "man.no_page",
        &["relay runn", "relay-run"],
    ),
    (
        "relay rehearse --from 2024-12-15 --set kot.lanes=4",
        2,
        "rehearse.no_rule",
        &["kot.lanes", "punch.policy"],
    ),
    ("relay unfreeze --reason=", 2, "usage", &["--reason"]),
    ("confg list", 2, "usage", &["confg", "config"]),
    ("relay runn", 2, "usage", &["runn", "run"]),
];

/// A command by the words that lead to it.
fn command_of(name: &str) -> Command {
    name.split(' ')
        .fold(pcpunch::cli::command(), |command, word| {
            command.find_subcommand(word).expect("a command").clone()
        })
}

/// A word that an argument takes.
fn taken(argument: &Arg) -> String {
    let values = argument.get_possible_values();
    values
        .first()
        .map_or("99".to_owned(), |value| value.get_name().to_owned())
}

#[test]
fn a_word_too_many_is_named_with_the_command_and_nothing_is_done() {
    let office = Office::empty(&[]);
    for (name, _) in commands() {
        let command = command_of(&name);
        let takes_any_number = |arg: &Arg| arg.get_num_args().is_some_and(|n| n.max_values() > 1);
        if command.get_positionals().any(takes_any_number) {
            continue;
        }
        let filled: Vec<String> = command.get_positionals().map(taken).collect();
        let mut call = words(&name, "");
        call.extend(filled.iter().map(String::as_str));
        call.push("extra");
        office.fails(&call, 2, "usage");
        for lang in ["ja", "en"] {
            let ran = office
                .run(&[&call[..], &["--lang", lang]].concat())
                .exits(2);
            ran.warns("extra").warns(&format!("`pcpunch {name}`"));
        }
    }
    assert!(!office.state_file().exists(), "a command has begun");
}

#[test]
fn a_wrong_word_is_named_with_what_would_be_right() {
    let office = Office::of(&[("1000", "勤怠", "太郎", "tarouk")]);
    for (call, exit, code, named) in WRONG {
        let call = words(call, "");
        office.fails(&call, *exit, code);
        for lang in ["ja", "en"] {
            let mut ran = office
                .run(&[&call[..], &["--lang", lang]].concat())
                .exits(*exit);
            for word in *named {
                ran = ran.warns(word);
            }
        }
    }
}
