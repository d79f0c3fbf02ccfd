//! Every command that the program has: as it should be called, with nothing, and with each of its options wrong.

use std::collections::BTreeSet;

use crate::harness::{Office, pc_log};

/// How one command is called rightly, and what is wrong for it.
struct Row {
    command: &'static str,
    /// Words behind it for a good call, and its exit code in an office where nothing has been done yet.
    good: (&'static str, i32),
    /// The schema of its JSON document, where it has one.
    schema: Option<&'static str>,
    /// Its exit code without any words, and what it then names.
    bare: (i32, &'static str),
    /// Options with a value that they do not take.
    wrong: &'static [(&'static str, &'static str)],
    /// Options that take any text.
    any: &'static [&'static str],
}

const GOOD: (i32, &str) = (0, "");

const fn row(command: &'static str, good: &'static str, schema: Option<&'static str>) -> Row {
    Row {
        command,
        good: (good, 0),
        schema,
        bare: GOOD,
        wrong: &[],
        any: &[],
    }
}

const TABLE: &[Row] = &[
    Row {
        bare: (2, "KEY"),
        wrong: &[("--since", "soon")],
        ..row("config set", "kot.lanes 4", Some("pcpunch.config-list.v1"))
    },
    Row {
        bare: (2, "KEY"),
        ..row("config get", "kot.lanes", Some("pcpunch.config-list.v1"))
    },
    row("config list", "--origin", Some("pcpunch.config-list.v1")),
    Row {
        bare: (2, "KEY"),
        ..row("config unset", "kot.lanes", Some("pcpunch.config-list.v1"))
    },
    row("config check", "", Some("pcpunch.config-check.v1")),
    Row {
        wrong: &[("--allow-removals", "many")],
        ..row(
            "employees sync",
            "--dry-run --allow-removals 3",
            Some("pcpunch.employees-sync.v1"),
        )
    },
    row("employees list", "", Some("pcpunch.employees-list.v1")),
    Row {
        wrong: &[("--encoding", "latin-1")],
        ..row(
            "accounts export",
            "out.csv --encoding cp932 --unlinked",
            None,
        )
    },
    Row {
        bare: (2, "FILE"),
        wrong: &[("--encoding", "latin-1"), ("--from", "never")],
        ..row(
            "accounts import",
            "links.csv --dry-run --from 2024-12-18 --accept-names --encoding utf-8",
            Some("pcpunch.accounts-import.v1"),
        )
    },
    row("accounts list", "", Some("pcpunch.accounts-list.v1")),
    Row {
        wrong: &[
            ("--interval", "often"),
            ("--source", "tape"),
            ("--complete-until", "17:00"),
        ],
        any: &["--from", "--profile", "--metrics"],
        ..row(
            "relay run",
            "--once --dry-run",
            Some("pcpunch.relay-run.v1"),
        )
    },
    Row {
        bare: (2, "--reason"),
        any: &["--reason"],
        ..row(
            "relay unfreeze",
            "--reason seen --yes",
            Some("pcpunch.relay-unfreeze.v1"),
        )
    },
    Row {
        bare: (2, "--from"),
        good: ("--from 2024-12-16 --set punch.settle_minutes=60 --days", 1),
        wrong: &[
            ("--from", "never"),
            ("--to", "2024-02-30"),
            ("--set", "punch.policy"),
        ],
        ..row("relay rehearse", "", None)
    },
    row("accounts history", "", Some("pcpunch.accounts-history.v1")),
    row("accounts undo", "--yes", Some("pcpunch.accounts-undo.v1")),
    Row {
        wrong: &[("--from", "never"), ("--to", "2024-02-30")],
        ..row(
            "accounts exclude",
            "1000 --from 2024-12-18 --to 2024-12-19",
            Some("pcpunch.accounts-exclude.v1"),
        )
    },
    row(
        "accounts allow-shared",
        "tarouk",
        Some("pcpunch.accounts-allow-shared.v1"),
    ),
    Row {
        bare: (2, "FILE"),
        ..row("state backup", "another.db --with-secrets", None)
    },
    Row {
        bare: (2, "FILE"),
        ..row("state restore", "backup.db --yes", None)
    },
    Row {
        wrong: &[("--max-age", "2 hours")],
        any: &["--metrics"],
        ..row(
            "relay status",
            "--metrics pcpunch.prom",
            Some("pcpunch.status.v1"),
        )
    },
    row(
        "punches list",
        "--state held",
        Some("pcpunch.punches-list.v1"),
    ),
    Row {
        bare: (2, "ID"),
        good: ("99 --offline", 2),
        ..row("punches show", "", None)
    },
    Row {
        bare: (2, "ID"),
        good: ("99 --yes", 2),
        ..row("punches send", "", None)
    },
    Row {
        bare: (2, "ID"),
        good: ("99 --reason x --yes", 2),
        any: &["--reason"],
        ..row("punches drop", "", None)
    },
    Row {
        wrong: &[
            ("--date", "17.12."),
            ("--from", "today"),
            ("--to", "2024-13-01"),
            ("--ack", "first"),
        ],
        any: &["--employee", "--html", "--reason"],
        ..row(
            "logs check",
            "--from 2024-12-17 --to 2024-12-17 --offline --html check.html",
            Some("pcpunch.logs-check.v1"),
        )
    },
    Row {
        wrong: &[
            ("--date", "17.12."),
            ("--from", "today"),
            ("--to", "2024-13-01"),
            ("--month", "2024-13"),
        ],
        any: &["--employee"],
        ..row(
            "logs differences",
            "--from 2024-12-17 --to 2024-12-17 --all",
            Some("pcpunch.logs-differences.v1"),
        )
    },
    Row {
        wrong: &[
            ("--date", "17.12."),
            ("--from", "today"),
            ("--to", "2024-13-01"),
            ("--fate", "lost"),
        ],
        any: &["--employee", "--user", "--terminal"],
        ..row(
            "logs list",
            "--date 2024-12-17 --user tarouk --punched",
            Some("pcpunch.logs-list.v1"),
        )
    },
    Row {
        bare: (2, "bash|zsh|fish|powershell"),
        ..row("completions", "bash", None)
    },
    Row {
        any: &["--all"],
        ..row("man", "relay run", None)
    },
    row("units", "pcpunch.service", None),
    row("schema", "", Some("pcpunch.schema-list.v1")),
];

/// Commands that serve or play until they end by themselves have tests of their own.
const ELSEWHERE: [&str; 2] = ["sandbox", "demo"];

/// Taro's office with a file of links, in which nothing was relayed yet.
fn office() -> Office {
    let office = Office::of(&[("1000", "勤怠", "太郎", "tarouk")]);
    office.malion_has([pc_log("2024-12-17 09:00 PC-1 tarouk ログオン")]);
    office.at("2024-12-17 12:00");
    office.run(&["state", "backup", "backup.db"]).exits(0);
    office
}

pub(super) fn words<'a>(command: &'a str, more: &'a str) -> Vec<&'a str> {
    command
        .split(' ')
        .chain(more.split(' ').filter(|word| !word.is_empty()))
        .collect()
}

/// Every command, as it should be called in Taro's office.
pub(crate) fn good_calls() -> Vec<Vec<&'static str>> {
    let calls = TABLE.iter();
    calls.map(|row| words(row.command, row.good.0)).collect()
}

/// The program's commands that do something, with those of their own options that take a value.
pub(super) fn commands() -> Vec<(String, BTreeSet<String>)> {
    fn below(command: &clap::Command, name: &str, found: &mut Vec<(String, BTreeSet<String>)>) {
        let mut below_it = command.get_subcommands().peekable();
        if below_it.peek().is_none() {
            let own = command.get_arguments().filter(|arg| {
                !arg.is_global_set() && arg.get_long().is_some() && arg.get_action().takes_values()
            });
            let options = own.filter_map(|arg| arg.get_long().map(|long| format!("--{long}")));
            found.push((name.to_owned(), options.collect()));
        }
        for next in below_it {
            below(next, format!("{name} {}", next.get_name()).trim(), found);
        }
    }
    let mut found = Vec::new();
    below(&pcpunch::cli::command(), "", &mut found);
    found
}

#[test]
fn the_table_has_every_command_and_every_option_with_a_value() {
    let in_table: BTreeSet<(String, BTreeSet<String>)> = TABLE
        .iter()
        .map(|row| {
            let options = row
                .wrong
                .iter()
                .map(|(option, _)| *option)
                .chain(row.any.iter().copied());
            (row.command.to_owned(), options.map(str::to_owned).collect())
        })
        .collect();
    let found: BTreeSet<(String, BTreeSet<String>)> = commands()
        .into_iter()
        .filter(|(name, _)| !ELSEWHERE.contains(&name.as_str()))
        .collect();
    let missing: Vec<_> = found.difference(&in_table).collect();
    let gone: Vec<_> = in_table.difference(&found).collect();
    assert!(
        missing.is_empty() && gone.is_empty(),
        "not in the table {missing:#?}\nnot a command {gone:#?}"
    );
}

#[test]
fn a_good_call_ends_well_and_its_document_has_schema_and_time() {
    for row in TABLE {
        let office = office();
        let links = "打刻先アカウント,サービスアカウント\n1000,tarou.kintai\n";
        office.file("links.csv", links);
        let (good, exit) = row.good;
        office.run(&words(row.command, good)).exits(exit);
        let Some(schema) = row.schema else { continue };
        let ran = office.run(&[&words(row.command, good)[..], &["--format", "json"]].concat());
        let document = ran.exits(exit).document(schema);
        assert_eq!(document["schema"], schema);
        let now = document["now"].as_str().expect("now is a time");
        assert!(
            now.starts_with("2024-12-17T12:00:"),
            "{}: {now}",
            row.command
        );
    }
}

#[test]
fn a_command_without_words_does_its_work_or_names_what_it_needs() {
    for row in TABLE {
        let (exit, named) = row.bare;
        if exit == 0 {
            continue;
        }
        let office = Office::empty(&[]);
        office.fails(&words(row.command, ""), exit, "usage");
        for lang in ["ja", "en"] {
            let ran = office
                .run(&words(row.command, &format!("--lang {lang}")))
                .exits(exit);
            ran.warns(named).warns(row.command);
        }
    }
}

#[test]
fn an_unknown_option_is_named_with_the_command_whose_help_tells_more() {
    let office = Office::empty(&[]);
    for (command, _) in commands() {
        let call = words(&command, "--bogus");
        office.fails(&call, 2, "usage");
        let help = format!("pcpunch {command} --help");
        office.run(&call).exits(2).warns("--bogus").warns(&help);
    }
}

#[test]
fn a_wrong_value_of_an_option_is_named_with_the_option() {
    let office = Office::empty(&[]);
    for row in TABLE {
        for (option, value) in row.wrong {
            let call = [words(row.command, ""), vec![*option, *value]].concat();
            office.fails(&call, 2, "usage");
            office.run(&call).exits(2).warns(option).warns(value);
        }
        for option in row.wrong.iter().map(|(option, _)| option).chain(row.any) {
            let call = [words(row.command, ""), vec![*option]].concat();
            office.fails(&call, 2, "usage");
            office.run(&call).exits(2).warns(option);
        }
    }
}

#[test]
fn every_command_has_a_help_in_both_languages() {
    let office = Office::empty(&[]);
    for (command, _) in commands() {
        let help = |lang: &str| {
            let ran = office
                .run(&words(&command, &format!("--help --lang {lang}")))
                .exits(0);
            ran.says(&format!("pcpunch {command}")).told()
        };
        let (japanese, english) = (help("ja"), help("en"));
        assert!(
            japanese.contains("使い方") || !japanese.is_ascii(),
            "{japanese}"
        );
        assert!(english.contains("Usage: "), "{english}");
    }
}

#[test]
fn a_group_without_a_command_shows_its_commands() {
    let office = Office::empty(&[]);
    let root = pcpunch::cli::command();
    let groups = root
        .get_subcommands()
        .filter(|command| command.has_subcommands());
    for group in groups.map(clap::Command::get_name) {
        let own = commands().into_iter().map(|(name, _)| name);
        let mut ran = office.run(&[group]).exits(2);
        for name in own.filter(|name| name.starts_with(&format!("{group} "))) {
            ran = ran.warns(name.split(' ').next_back().expect("a word"));
        }
        office.run(&[group, "bogus"]).exits(2).warns("bogus");
    }
}
