//! Help in both languages: the texts stand in the catalogues under the path of the command or argument.
//! `help-relay-run` is the command, its attributes `.more` and `.example` stand above and below the options,
//! `help-relay-run-once` is the option. Global options are `help-global-…`.

use clap::builder::{PossibleValue, Str};
use clap::{Arg, ArgAction, Command, CommandFactory};

use crate::locale::{Locale, Text};

use super::Cli;

/// Where global options begin in a synopsis: behind those of the command itself.
const GLOBALS_FROM: usize = 1000;

/// The command line without any help text, for reading words.
pub fn command() -> Command {
    Cli::command()
}

/// The command line with its help in the language of `locale`, whose lines end only where they were ended: where
/// Japanese may be broken, clap does not know.
pub fn localised(locale: &Locale) -> Command {
    let mut root = Cli::command()
        .term_width(0)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .global(true)
                .action(ArgAction::Help),
        )
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version),
        );
    root.build();
    with_help(root, "help", locale)
}

fn with_help(command: Command, key: &str, locale: &Locale) -> Command {
    let word = |key: &str| locale.entry(key).unwrap_or_default();
    let mut command = command
        .about(word(key))
        .long_about(None)
        .help_template(template(&word("help-usage")))
        .subcommand_help_heading(word("help-commands"))
        .after_help(format!(
            "{}\n{}",
            word("help-example"),
            indented(&word(&format!("{key}.example")))
        ));
    if let Some(more) = locale.entry(&format!("{key}.more")) {
        let about = word(key);
        command = command.long_about(format!("{about}\n\n{more}"));
        // The help of a group is the list of its commands, which nothing may push away; its page has the rest.
        if !command.has_subcommands() {
            command = command.before_help(more);
        }
    }
    let mut place = 0..;
    command = command.mut_args(|arg| {
        let help = told(&arg, key, locale);
        let arg = match place.next() {
            Some(place) if is_global(&arg) => arg.display_order(GLOBALS_FROM + place),
            _ => arg,
        };
        let heading = if arg.is_positional() {
            "help-arguments"
        } else if is_global(&arg) {
            "help-global-options"
        } else {
            "help-options"
        };
        arg.help(help)
            .long_help(None)
            .help_heading(word(heading))
            .hide_default_value(true)
            .hide_possible_values(true)
    });
    let names: Vec<Str> = command
        .get_subcommands()
        .map(|sub| Str::from(sub.get_name().to_owned()))
        .collect();
    for name in names {
        let key = format!("{key}-{name}");
        command = command.mut_subcommand(name, |sub| with_help(sub, &key, locale));
    }
    command
}

/// What an argument is for, and what it may be where its value name does not say so.
fn told(arg: &Arg, command: &str, locale: &Locale) -> String {
    let help = locale
        .entry(&argument_key(command, arg))
        .unwrap_or_default();
    let values = arg.get_possible_values();
    if values.is_empty() || arg.is_hide_possible_values_set() {
        return help;
    }
    let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
    let text = Text::new("help-values").with("help", help);
    locale.say(&text.with("values", names.join(", ")))
}

/// The catalogue key of an argument of the command whose key is `command`.
fn argument_key(command: &str, arg: &Arg) -> String {
    let owner = if is_global(arg) {
        "help-global"
    } else {
        command
    };
    format!("{owner}-{}", arg.get_id().as_str().replace('_', "-"))
}

fn is_global(arg: &Arg) -> bool {
    arg.is_global_set() || arg.get_id() == "version"
}

fn indented(lines: &str) -> String {
    let lines: Vec<String> = lines.lines().map(|line| format!("  {line}")).collect();
    lines.join("\n")
}

fn template(usage: &str) -> String {
    format!(
        "{{about-with-newline}}\n{{before-help}}{usage} {{usage}}\n\n{{all-args}}{{after-help}}"
    )
}

#[cfg(test)]
mod tests {
    use clap::Command;

    use std::collections::BTreeSet;

    use super::{argument_key, localised};
    use crate::locale::{Lang, Locale};

    fn walk(command: &Command, path: &str, check: &mut impl FnMut(&str, &Command)) {
        check(path, command);
        for sub in command.get_subcommands() {
            walk(sub, &format!("{path} {}", sub.get_name()), check);
        }
    }

    #[test]
    fn what_more_is_to_say_of_a_command_stands_between_what_it_does_and_how_it_is_called() {
        for lang in Lang::ALL {
            let locale = Locale::new(lang);
            walk(&localised(&locale), "help", &mut |path, command| {
                let more = locale.entry(&format!("{}.more", path.replace(' ', "-")));
                let Some(more) = more.filter(|_| !command.has_subcommands()) else {
                    return;
                };
                let dense = |text: &str| text.replace(char::is_whitespace, "");
                let help = command.clone().render_help().to_string();
                let usage = locale.entry("help-usage").unwrap();
                let (said, _) = help.split_once(&usage).unwrap();
                let about = command.get_about().unwrap().to_string();
                assert_eq!(dense(said), dense(&format!("{about}{more}")), "{path}");
            });
        }
    }

    #[test]
    fn every_help_text_is_told_of_a_command_or_an_argument() {
        let mut told = BTreeSet::new();
        walk(
            &localised(&Locale::new(Lang::En)),
            "help",
            &mut |path, command| {
                let key = path.replace(' ', "-");
                told.extend(command.get_arguments().map(|arg| argument_key(&key, arg)));
                told.insert(key);
            },
        );
        let texts = include_str!("../locale/en/help.ftl").lines();
        let keys = texts.filter_map(|line| line.split_once(" =").map(|(key, _)| key));
        let keys = keys.filter(|key| key.starts_with("help") || key.starts_with(' '));
        let (attributes, keys): (Vec<_>, Vec<_>) = keys.partition(|key| key.starts_with(' '));
        let is_told = |key: &str| {
            told.contains(key) || include_str!("help.rs").contains(&format!("\"{key}\""))
        };
        let stray: Vec<_> = keys.into_iter().filter(|key| !is_told(key)).collect();
        assert!(stray.is_empty(), "{stray:#?}");
        for attribute in attributes {
            assert!(
                [".example", ".more"].contains(&attribute.trim()),
                "{attribute}"
            );
        }
    }

    #[test]
    fn every_command_and_argument_has_help_and_every_command_an_example_in_both_languages() {
        for lang in Lang::ALL {
            let root = localised(&Locale::new(lang));
            let mut missing = Vec::new();
            walk(&root, "pcpunch", &mut |path, command| {
                if command
                    .get_about()
                    .is_none_or(|about| about.to_string().is_empty())
                {
                    missing.push(format!("{path}: about"));
                }
                let after = command.get_after_help().map(ToString::to_string);
                if !after.is_some_and(|text| text.contains("\n  pcpunch")) {
                    missing.push(format!("{path}: example"));
                }
                for arg in command.get_arguments().filter(|arg| !arg.is_hide_set()) {
                    if arg
                        .get_help()
                        .is_none_or(|help| help.to_string().is_empty())
                    {
                        missing.push(format!("{path}: {}", arg.get_id()));
                    }
                }
            });
            assert!(missing.is_empty(), "{}: {missing:#?}", lang.name());
        }
    }
}
