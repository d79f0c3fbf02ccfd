//! From words to commands. What clap would say in English about wrong words is said by the catalogues, in
//! `objection`.

use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::OsStrExt;
use std::path::PathBuf;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, FromArgMatches};

use crate::domain::punch::PunchState;
use crate::locale::{Lang, Locale, Text};
use crate::output::Format;

use super::help::localised;
use super::{Cli, Command, Global, PunchesCommand};

mod objection;

/// What came of the words.
#[derive(Debug)]
pub enum Parsed {
    /// A command to run.
    Run(Cli),
    /// A help text or the version, for stdout.
    Answer(String),
    /// No command.
    Unusable(Unusable),
}

/// Words that make no command.
#[derive(Debug)]
pub struct Unusable {
    /// What is wrong with them.
    pub message: Text,
    /// What would be right.
    pub remedy: Text,
    /// The global options, as far as they could be made out.
    pub global: Global,
    /// The help of an incomplete command, in place of a sentence.
    pub help: Option<String>,
}

/// Reads the command line, the program's name first. `lang` chooses the language from `--lang`; it is asked only
/// where something has to be said.
pub fn parse(words: &[OsString], lang: impl FnOnce(&Global) -> Lang) -> Parsed {
    let error = match Cli::command().try_get_matches_from(words) {
        Ok(matches) => match Cli::from_arg_matches(&matches).and_then(|cli| settle(cli, words)) {
            Ok(cli) => return Parsed::Run(cli),
            Err(error) => error,
        },
        Err(error) => error,
    };
    if error.kind() == ErrorKind::DisplayVersion {
        return Parsed::Answer(error.to_string());
    }
    let global = guess(words);
    let mut help = None;
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    ) {
        let locale = Locale::new(lang(&global));
        let text = match localised(&locale).try_get_matches_from(words) {
            Ok(_) => String::new(),
            Err(error) => error.to_string(),
        };
        if error.kind() == ErrorKind::DisplayHelp {
            return Parsed::Answer(text);
        }
        help = Some(text);
    }
    let command = addressed(words);
    Parsed::Unusable(Unusable {
        message: objection::message(&error, &command),
        remedy: Text::new("usage-remedy").with("command", command),
        global,
        help,
    })
}

/// Tells the two meanings of `--state` apart: in `punches list` a value that names a punch's state is one.
/// Of a global option before and behind a command clap keeps the last alone; here none may be lost.
fn settle(mut cli: Cli, words: &[OsString]) -> Result<Cli, clap::Error> {
    cli.global.state = states(words);
    if let Command::Punches(PunchesCommand::List(args)) = &mut cli.command {
        if let Some(value) = no_state(words) {
            return Err(not_a_state(&value));
        }
        cli.global.state.retain(|value| {
            let state = value.to_str().and_then(PunchState::of_name);
            args.states.extend(state);
            state.is_none()
        });
    }
    if cli.global.state.len() > 1 {
        let mut error = clap::Error::new(ErrorKind::ArgumentConflict);
        let option = || ContextValue::String("--state <FILE>".to_owned());
        error.insert(ContextKind::InvalidArg, option());
        error.insert(ContextKind::PriorArg, option());
        return Err(error);
    }
    Ok(cli)
}

/// A word behind `list` that can only be meant as a punch's state, and is none. As the name of a state file it
/// would make a new one, in which nothing waits.
fn no_state(words: &[OsString]) -> Option<String> {
    let list = words.iter().position(|word| word == "list")?;
    let values = states(words.get(list..)?);
    let values = values.iter().filter_map(|value| value.to_str());
    values
        .filter(|value| !value.contains(['.', '/']) && PunchState::of_name(value).is_none())
        .map(str::to_owned)
        .next()
}

fn not_a_state(value: &str) -> clap::Error {
    let mut error = clap::Error::new(ErrorKind::InvalidValue);
    let option = ContextValue::String("--state".to_owned());
    error.insert(ContextKind::InvalidArg, option);
    let value = ContextValue::String(value.to_owned());
    error.insert(ContextKind::InvalidValue, value);
    let states = PunchState::ALL.map(|state| state.name().to_owned());
    let states = ContextValue::Strings(states.to_vec());
    error.insert(ContextKind::ValidValue, states);
    error
}

/// The values of every `--state`.
fn states(words: &[OsString]) -> Vec<PathBuf> {
    let mut states = Vec::new();
    let mut words = words.iter().take_while(|word| *word != "--");
    while let Some(word) = words.next() {
        if word == "--state" {
            states.extend(words.next().map(PathBuf::from));
        } else if let Some(value) = word.as_bytes().strip_prefix(b"--state=") {
            states.push(PathBuf::from(OsStr::from_bytes(value)));
        }
    }
    states
}

/// Makes out `--lang` and `--format` in words that could not be read as a whole.
fn guess(words: &[OsString]) -> Global {
    let mut global = Global::default();
    let mut words = words.iter().filter_map(|word| word.to_str());
    while let Some(word) = words.next() {
        let (name, value) = match word.split_once('=') {
            Some((name, value)) => (name, Some(value)),
            None => (word, None),
        };
        match name {
            "--" => break,
            "--lang" => global.lang = value.or_else(|| words.next()).and_then(Lang::of_name),
            "--format" => {
                let format = value.or_else(|| words.next()).and_then(Format::of_name);
                global.format = format.unwrap_or_default();
            }
            _ => {}
        }
    }
    global
}

/// The command that the words address, as far as they name one: `pcpunch relay run`.
fn addressed(words: &[OsString]) -> String {
    let root = Cli::command();
    let mut here = &root;
    let mut name = root.get_name().to_owned();
    for word in words.iter().skip(1).filter_map(|word| word.to_str()) {
        if let Some(next) = here.find_subcommand(word) {
            name = format!("{name} {word}");
            here = next;
        }
    }
    name
}

#[cfg(test)]
mod tests;
