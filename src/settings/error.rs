//! What can be wrong with the settings.

use std::path::PathBuf;

use thiserror::Error;

use super::{CommandError, Key, Origin};

/// Why the settings cannot be used.
#[derive(Debug, Error)]
pub enum Error {
    /// No setting has this key.
    #[error("no setting is called {key}")]
    UnknownKey {
        /// What was asked for.
        key: String,
        /// The key that is spelt most like it, where one is near.
        nearest: Option<Key>,
    },
    /// These values are none that their settings may have.
    #[error("settings with values that are not allowed: {}", .0.iter().map(|bad| bad.key.name()).collect::<Vec<_>>().join(", "))]
    BadValues(Vec<BadValue>),
    /// A setting that has no default is needed and not set.
    #[error("{} is not set", .0.name())]
    Missing(Key),
    /// A secret and the command that prints it are set at one place: which is meant, nobody knows.
    #[error("{} and its command are both set ({})", .secret.name(), .origin.name())]
    TwoWays {
        /// The secret.
        secret: Key,
        /// The setting of its command.
        command: Key,
        /// Where both are set.
        origin: Origin,
    },
    /// A command gave no secret.
    #[error("{}: {source}", .command.name())]
    Command {
        /// The setting that names it.
        command: Key,
        /// What was wrong with it.
        source: CommandError,
    },
    /// A systemd credential cannot be read.
    #[error("{path}: {source}")]
    Credential {
        /// The credential's file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
}

/// A value that its setting may not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadValue {
    /// Which setting.
    pub key: Key,
    /// The value; `None` where it is a secret.
    pub value: Option<String>,
    /// Where it came from; `None` for a value that is about to be set.
    pub origin: Option<Origin>,
}

impl BadValue {
    /// That value of that setting, if it may be shown.
    pub(super) fn new(key: Key, value: &str, origin: Option<Origin>) -> Self {
        Self {
            key,
            value: (!key.hides(value)).then(|| value.to_owned()),
            origin,
        }
    }
}
