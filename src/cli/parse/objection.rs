//! What clap objects to in words, as a sentence of the catalogues.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::locale::Text;

/// The sentence about an error in the words that address `command`.
pub(super) fn message(error: &clap::Error, command: &str) -> Text {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let argument = context(ContextKind::InvalidArg);
    let argument = argument.trim_end_matches("...").to_owned();
    match error.kind() {
        ErrorKind::UnknownArgument if !argument.starts_with('-') => Text::new("usage-superfluous")
            .with("word", argument)
            .with("command", command),
        ErrorKind::UnknownArgument => nearest(
            Text::new("usage-unknown-option").with("option", argument),
            context(ContextKind::SuggestedArg),
        ),
        ErrorKind::InvalidSubcommand => nearest(
            Text::new("usage-unknown-command")
                .with("command", context(ContextKind::InvalidSubcommand)),
            context(ContextKind::SuggestedSubcommand),
        ),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => value(
            argument,
            context(ContextKind::InvalidValue),
            context(ContextKind::ValidValue),
        ),
        ErrorKind::MissingRequiredArgument => {
            Text::new("usage-required").with("argument", argument)
        }
        ErrorKind::ArgumentConflict => conflict(argument, context(ContextKind::PriorArg)),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            Text::new("usage-incomplete")
        }
        ErrorKind::InvalidUtf8 => Text::new("usage-not-unicode"),
        _ => Text::new("usage-other").with("detail", error.kind().to_string()),
    }
}

/// A value that an argument does not take, with those that it takes or the form that they have.
fn value(argument: String, value: String, values: String) -> Text {
    if value.is_empty() {
        return Text::new("usage-value-missing").with("argument", argument);
    }
    let text = match form(&argument) {
        _ if !values.is_empty() => Text::new("usage-value-of").with("values", values),
        Some(form) => Text::new("usage-value-form").with("form", Text::new(form)),
        None => Text::new("usage-value"),
    };
    text.with("argument", argument).with("value", value)
}

/// What a value looks like, by the name that it has on the command line: `--date <YYYY-MM-DD>`.
fn form(argument: &str) -> Option<&'static str> {
    let (_, name) = argument.split_once(['<', '['])?;
    Some(match name.trim_end_matches(['>', ']']) {
        "YYYY-MM-DD" => "usage-form-day",
        "YYYY-MM" => "usage-form-month",
        "YYYY-MM-DDTHH:MM" => "usage-form-moment",
        "2h" | "5m" => "usage-form-length",
        "ID" | "N" => "usage-form-number",
        "KEY=VALUE" => "usage-form-setting",
        _ => return None,
    })
}

fn conflict(argument: String, prior: String) -> Text {
    if prior == argument {
        return Text::new("usage-twice").with("argument", argument);
    }
    Text::new("usage-conflict")
        .with("argument", argument)
        .with("other", prior)
}

fn nearest(text: Text, nearest: String) -> Text {
    let hint = if nearest.is_empty() {
        Text::new("word-nothing")
    } else {
        Text::new("usage-nearest").with("nearest", nearest)
    };
    text.with("hint", hint)
}
