//! The examples in help and man pages: lines that a person may type as they stand.

use clap::Command;

use pcpunch::cli;
use pcpunch::locale::{self, Lang, Locale};

use super::typed::{call, wrong_call};

/// What is wrong with the examples of a command and of those below it.
fn mistakes(command: &Command, path: &str, found: &mut Vec<String>) {
    let help = command.get_after_help().map(ToString::to_string);
    let help = help.unwrap_or_default();
    let calls = help.lines().skip(1).map(|line| (line, call(line)));
    let mut is_shown = false;
    for (line, call) in calls {
        let Some(call) = call else {
            found.push(format!("{path}: {line} calls nothing"));
            continue;
        };
        found.extend(wrong_call(&call).map(|wrong| format!("{path}: {wrong}")));
        is_shown |= path.is_empty() || call.join(" ").starts_with(path);
    }
    if !is_shown {
        found.push(format!("{path}: no example of the command itself"));
    }
    for sub in command.get_subcommands() {
        mistakes(sub, format!("{path} {}", sub.get_name()).trim(), found);
    }
}

/// What is wrong with the lines of the other man pages that are shown as they are typed.
fn mistakes_in_pages(lang: Lang, found: &mut Vec<String>) {
    for (page, _, text) in locale::pages(lang) {
        let typed = text.lines().filter_map(|line| line.strip_prefix("    "));
        let calls = typed.filter_map(call);
        found.extend(calls.filter_map(|call| Some(format!("{page}: {}", wrong_call(&call)?))));
    }
}

#[test]
fn every_example_is_a_call_that_the_program_takes() {
    let mut found = Vec::new();
    for lang in Lang::ALL {
        mistakes(&cli::localised(&Locale::new(lang)), "", &mut found);
        mistakes_in_pages(lang, &mut found);
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn an_example_that_the_program_does_not_take_is_found() {
    for (example, wrong) in [
        ("pcpunch relay run --once", 0),
        ("pcpunch relay run --onec", 1),
        ("pcpunch config list", 1),
        ("relay run", 2),
        ("echo 4", 2),
    ] {
        let command = Command::new("run").after_help(format!("Example:\n  {example}"));
        let mut found = Vec::new();
        mistakes(&command, "relay run", &mut found);
        assert_eq!(found.len(), wrong, "{example}: {found:#?}");
    }
}
