//! Which value a setting has: the environment's, a systemd credential's, the state file's, or its default. A secret
//! can come by a command, which counts where its setting stands.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fs;
use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;

use super::from_command::FromCommand;
use super::{BadValue, Environment, Error, Key};
use crate::domain::secret::Secret;

/// Where a value came from, the first that has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// The environment variable of the key.
    Environment,
    /// The file of that name in `$CREDENTIALS_DIRECTORY`.
    Credential,
    /// The state file, by `config set`.
    State,
    /// Nothing says otherwise.
    Default,
    /// The command that the setting beside it names; what it prints is not known before the secret is needed.
    Command,
}

impl Origin {
    /// Its name in JSON and in the catalogues, `origin-…`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Environment => "environment",
            Self::Credential => "credential",
            Self::State => "state",
            Self::Default => "default",
            Self::Command => "command",
        }
    }
}

/// A setting with its value. Its `Debug` does not say the value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// Which setting.
    pub key: Key,
    /// Its value; `None` where it has none, or where a command gives it.
    pub(super) value: Option<Secret>,
    /// Where that came from.
    pub origin: Origin,
}

impl Resolved {
    /// The value as it may be shown: `(set)` in place of a secret, `None` where there is none.
    pub fn shown(&self) -> Option<&str> {
        match self.origin {
            Origin::Command => Some(self.key.shown("")),
            _ => Some(self.key.shown(self.value.as_ref()?.reveal())),
        }
    }
}

/// All settings, every value checked, wherever it came from.
#[derive(Clone, Debug)]
pub struct Settings {
    values: BTreeMap<Key, Resolved>,
    /// The commands of the secrets that come by one.
    commands: BTreeMap<Key, Arc<FromCommand>>,
}

impl Settings {
    /// Finds every setting's value. `stored` is what the state file holds; keys in it that are none are left alone.
    ///
    /// # Errors
    /// [`Error::BadValues`] with every value that is not allowed, [`Error::TwoWays`], [`Error::Credential`].
    pub fn resolve(
        environment: &Environment,
        stored: &BTreeMap<String, String>,
    ) -> Result<Self, Error> {
        let mut values = BTreeMap::new();
        let mut bad = Vec::new();
        for key in Key::ALL.iter().copied() {
            let (value, origin) = find(key, environment, stored)?;
            if let Some(value) = value.as_deref().filter(|value| !key.allows(value)) {
                bad.push(BadValue::new(key, value, Some(origin)));
            }
            let value = value.map(Secret::new);
            values.insert(key, Resolved { key, value, origin });
        }
        if !bad.is_empty() {
            return Err(Error::BadValues(bad));
        }
        let mut settings = Self {
            values,
            commands: BTreeMap::new(),
        };
        settings.take_commands(environment)?;
        Ok(settings)
    }

    /// A command that is set before its secret, in the order of places, gives the secret. It is not run here.
    fn take_commands(&mut self, environment: &Environment) -> Result<(), Error> {
        for (secret, command) in Key::ALL
            .iter()
            .filter_map(|key| Some((*key, key.command()?)))
        {
            let Some(words) = self.optional(command).map(str::to_owned) else {
                continue;
            };
            let origin = self.values.get(&command).map(|resolved| resolved.origin);
            let (Some(resolved), Some(origin)) = (self.values.get_mut(&secret), origin) else {
                continue;
            };
            match resolved.origin.cmp(&origin) {
                Ordering::Less => {}
                Ordering::Equal => {
                    return Err(Error::TwoWays {
                        secret,
                        command,
                        origin,
                    });
                }
                Ordering::Greater => {
                    resolved.value = None;
                    resolved.origin = Origin::Command;
                    let given = FromCommand::new(&words, environment);
                    self.commands.insert(secret, Arc::new(given));
                }
            }
        }
        Ok(())
    }

    /// The same with other values for some, to see what would come of them.
    ///
    /// # Errors
    /// [`Error::BadValues`] with every value that is not allowed.
    pub fn with(&self, changes: &[(Key, String)]) -> Result<Self, Error> {
        let bad = changes.iter().filter(|(key, value)| !key.allows(value));
        let bad: Vec<BadValue> = bad
            .map(|(key, value)| BadValue::new(*key, value, None))
            .collect();
        if !bad.is_empty() {
            return Err(Error::BadValues(bad));
        }
        let mut settings = self.clone();
        for (key, value) in changes {
            if let Some(resolved) = settings.values.get_mut(key) {
                resolved.value = Some(Secret::new(value));
            }
        }
        Ok(settings)
    }

    /// All of them, in the order of [`Key::ALL`].
    pub fn all(&self) -> impl Iterator<Item = &Resolved> {
        self.values.values()
    }

    /// One of them.
    pub fn get(&self, key: Key) -> Option<&Resolved> {
        self.values.get(&key)
    }

    /// Whether a secret is set, at whatever place.
    pub fn has(&self, secret: Key) -> bool {
        self.get(secret)
            .is_some_and(|resolved| resolved.shown().is_some())
    }

    /// A secret. Where it comes by a command, that is run, once for these settings and their copies.
    ///
    /// # Errors
    /// [`Error::Missing`] where it is not set, [`Error::Command`].
    pub fn secret(&self, key: Key) -> Result<Secret, Error> {
        let (Some(given), Some(command)) = (self.commands.get(&key), key.command()) else {
            let value = self.values.get(&key).and_then(|held| held.value.clone());
            return value.ok_or(Error::Missing(key));
        };
        let limit = Duration::from_secs(self.timeout_seconds().into());
        given
            .secret(limit)
            .map_err(|source| Error::Command { command, source })
    }

    /// The value's text; empty where there is none.
    pub(super) fn text(&self, key: Key) -> &str {
        self.optional(key).unwrap_or_default()
    }

    /// The value's text.
    pub(super) fn optional(&self, key: Key) -> Option<&str> {
        Some(self.values.get(&key)?.value.as_ref()?.reveal())
    }
}

/// The first value that something has for a key.
fn find(
    key: Key,
    environment: &Environment,
    stored: &BTreeMap<String, String>,
) -> Result<(Option<String>, Origin), Error> {
    if let Some(value) = environment.raw(&key.variable()) {
        let value = value.to_string_lossy().into_owned();
        return Ok((Some(value), Origin::Environment));
    }
    if let Some(value) = credential(key, environment)? {
        return Ok((Some(value), Origin::Credential));
    }
    Ok(match stored.get(key.name()) {
        Some(value) => (Some(value.clone()), Origin::State),
        None => (key.default_value().map(str::to_owned), Origin::Default),
    })
}

/// The credential that systemd laid down under the key, without the line break at its end.
fn credential(key: Key, environment: &Environment) -> Result<Option<String>, Error> {
    let Some(folder) = environment.path("CREDENTIALS_DIRECTORY") else {
        return Ok(None);
    };
    let path = folder.join(key.name());
    match fs::read_to_string(&path) {
        Ok(text) => Ok(Some(text.trim_end_matches(['\r', '\n']).to_owned())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(Error::Credential { path, source }),
    }
}

#[cfg(test)]
mod tests;
