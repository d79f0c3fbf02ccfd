//! Words and the commands they make.

use std::ffi::OsString;
use std::path::PathBuf;

use super::{Parsed, parse};
use crate::cli::{Cli, Command, PunchesCommand};
use crate::domain::punch::PunchState;
use crate::locale::{Lang, Locale};

fn parsed(line: &str) -> Parsed {
    let words: Vec<OsString> = line.split(' ').map(OsString::from).collect();
    parse(&words, |global| global.lang.unwrap_or(Lang::En))
}

fn cli(line: &str) -> Cli {
    match parsed(line) {
        Parsed::Run(cli) => cli,
        other => panic!("{line}: {other:?}"),
    }
}

#[test]
fn global_options_stand_anywhere() {
    for line in [
        "pcpunch --state a.db --lang ja relay run --once",
        "pcpunch relay --state a.db run --once --lang ja",
        "pcpunch relay run --once --lang=ja --state=a.db",
    ] {
        let global = cli(line).global;
        assert_eq!(global.state, [PathBuf::from("a.db")], "{line}");
        assert_eq!(global.lang, Some(Lang::Ja), "{line}");
    }
}

#[test]
fn in_punches_list_a_state_is_a_punch_state_where_it_names_one() {
    for (line, files, states) in [
        ("pcpunch punches list", vec![], vec![]),
        (
            "pcpunch punches list --state held",
            vec![],
            vec![PunchState::Held],
        ),
        (
            "pcpunch --state a.db punches list --state held --state refused",
            vec!["a.db"],
            vec![PunchState::Held, PunchState::Refused],
        ),
        (
            "pcpunch punches list --state ./held",
            vec!["./held"],
            vec![],
        ),
        ("pcpunch --state lost punches list", vec!["lost"], vec![]),
    ] {
        let cli = cli(line);
        let Command::Punches(PunchesCommand::List(args)) = cli.command else {
            panic!("{line}");
        };
        assert_eq!(args.states, states, "{line}");
        let files: Vec<PathBuf> = files.into_iter().map(PathBuf::from).collect();
        assert_eq!(cli.global.state, files, "{line}");
    }
}

#[test]
fn words_that_make_no_command_are_answered_in_both_languages() {
    for (line, key) in [
        ("pcpunch relay run --onc", "usage-unknown-option"),
        ("pcpunch relai", "usage-unknown-command"),
        ("pcpunch logs check --date soon", "usage-value-form"),
        ("pcpunch punches drop x --reason y", "usage-value-form"),
        ("pcpunch employees list extra", "usage-superfluous"),
        ("pcpunch punches list --state lost", "usage-value-of"),
        ("pcpunch logs check --date", "usage-value-missing"),
        (
            "pcpunch logs check --date 2024-12-17 --from 2024-12-17",
            "usage-conflict",
        ),
        ("pcpunch config get", "usage-required"),
        ("pcpunch relay run --once --interval 5m", "usage-conflict"),
        ("pcpunch --state a --state b config list", "usage-twice"),
        ("pcpunch --state a config list --state=b", "usage-twice"),
        ("pcpunch config", "usage-incomplete"),
        ("pcpunch --format yaml config list", "usage-value-of"),
    ] {
        let Parsed::Unusable(unusable) = parsed(line) else {
            panic!("{line} is a command");
        };
        assert_eq!(unusable.message.key(), key, "{line}");
        for lang in Lang::ALL {
            let said = Locale::new(lang).say(&unusable.message);
            assert!(!said.contains('{') && said != key, "{line}: {said}");
        }
    }
}

#[test]
fn help_is_in_the_language_that_was_asked_for() {
    for (line, word) in [
        ("pcpunch relay run --help", "Usage:"),
        ("pcpunch --lang ja relay run --help", "使い方:"),
        ("pcpunch relay run --help --lang ja", "使い方:"),
    ] {
        let Parsed::Answer(text) = parsed(line) else {
            panic!("{line} is a command");
        };
        assert!(text.contains(word), "{line}: {text}");
    }
}
