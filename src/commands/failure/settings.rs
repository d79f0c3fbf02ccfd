//! What an error of the settings means.

use crate::commands::{Exit, Failure};
use crate::locale::Text;
use crate::settings::{BadValue, CommandError, Error, Key, Kind, Origin};

/// The failure of that error.
pub(super) fn failure(error: &Error) -> Failure {
    match error {
        Error::UnknownKey { key, nearest } => {
            let message = Text::new("settings-unknown-key").with("key", key.as_str());
            let remedy = match nearest {
                Some(nearest) => Text::new("settings-nearest-key").with("nearest", nearest.name()),
                None => Text::new("settings-all-keys"),
            };
            Failure::new(Exit::Usage, "settings.unknown_key", message).remedy(remedy)
        }
        Error::BadValues(bad) => bad_values(bad),
        Error::Missing(key) => Failure::new(
            Exit::Usage,
            "settings.missing",
            Text::new("settings-missing").with("key", key.name()),
        )
        .remedy(Text::new("settings-missing-remedy").with("key", key.name())),
        Error::TwoWays {
            secret,
            command,
            origin,
        } => Failure::new(
            Exit::Usage,
            "settings.two_ways",
            Text::new("settings-two-ways")
                .with("secret", secret.name())
                .with("command", command.name())
                .with("origin", Text::family("origin", origin.name())),
        )
        .remedy(Text::new("settings-two-ways-remedy")),
        Error::Command { command, source } => no_secret(*command, source),
        Error::Credential { path, source } => Failure::new(
            Exit::Usage,
            "settings.credential",
            Text::new("settings-credential")
                .showing("path", path.display())
                .showing("detail", source),
        )
        .remedy(Text::new("settings-credential-remedy")),
    }
}

/// What fails today may work in the next round; what is wrong with the setting has to be put right.
fn no_secret(command: Key, error: &CommandError) -> Failure {
    const WRONG: (Exit, &str) = (Exit::Usage, "settings.command");
    const FAILED: (Exit, &str) = (Exit::Failed, "settings.command_failed");
    let ((exit, code), name) = match error {
        CommandError::NotStarted(_) => (WRONG, "not-started"),
        CommandError::TooMuch => (WRONG, "too-much"),
        CommandError::NoSecret => (WRONG, "no-secret"),
        CommandError::TooSlow(_) => (FAILED, "too-slow"),
        CommandError::Failed { said: None, .. } => (FAILED, "failed"),
        CommandError::Failed { said: Some(_), .. } => (FAILED, "failed-saying"),
    };
    let message = Text::family("settings-command", name).with("command", command.name());
    let message = match error {
        CommandError::NotStarted(detail) => message.with("detail", detail.as_str()),
        CommandError::TooSlow(limit) => message.with("seconds", limit.as_secs()),
        CommandError::Failed { status, said } => message
            .showing("status", status)
            .with("said", said.as_deref().unwrap_or_default()),
        CommandError::TooMuch | CommandError::NoSecret => message,
    };
    let remedy = match error {
        CommandError::Failed { .. } => "failed",
        _ => name,
    };
    Failure::new(exit, code, message).remedy(Text::family("settings-command-remedy", remedy))
}

/// The first is the message, all of them are the single errors where there are several.
fn bad_values(bad: &[BadValue]) -> Failure {
    let message = match bad {
        [one] => said(one),
        _ => Text::new("settings-bad-values").with("count", bad.len()),
    };
    let remedy = match bad {
        [one] => allowed(one.key),
        _ => Text::new("settings-bad-values-remedy"),
    };
    let mut failure = Failure::new(Exit::Usage, "settings.bad_value", message).remedy(remedy);
    if bad.len() > 1 {
        failure.errors = bad
            .iter()
            .map(|one| {
                let line = Text::new("settings-bad-value-line")
                    .with("message", said(one))
                    .with("allowed", allowed(one.key));
                (line, object(one))
            })
            .collect();
    }
    failure
}

fn said(bad: &BadValue) -> Text {
    let source = match bad.origin {
        None => Text::new("plain").with("text", bad.key.name()),
        Some(Origin::Environment) => {
            Text::new("settings-in-environment").with("variable", bad.key.variable())
        }
        Some(origin) => Text::new("settings-in-origin")
            .with("key", bad.key.name())
            .with("origin", Text::family("origin", origin.name())),
    };
    match &bad.value {
        Some(value) => Text::new("settings-bad-value")
            .with("source", source)
            .with("value", value.as_str()),
        None => Text::new("settings-bad-secret").with("source", source),
    }
}

/// A secret has no value here, and what is being typed no origin.
fn object(bad: &BadValue) -> serde_json::Value {
    let key = Some(("key", bad.key.name()));
    let value = bad.value.as_deref().map(|value| ("value", value));
    let origin = bad.origin.map(|origin| ("origin", origin.name()));
    let fields = [key, value, origin].into_iter().flatten();
    fields
        .map(|(name, value)| (name.to_owned(), serde_json::Value::from(value)))
        .collect()
}

/// What the setting may be.
pub(in crate::commands) fn allowed(key: Key) -> Text {
    let text = Text::family("allowed", key.kind().name()).with("key", key.name());
    match key.kind() {
        Kind::Word(words) => text.with("words", words.join(", ")),
        Kind::Count { least, most } => text.with("least", least).with("most", most),
        _ => text,
    }
}
