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
mod tests {
    use std::collections::BTreeMap;
    use std::fs;

    use super::{Environment, Error, Key, Origin, Settings};

    fn stored(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        let owned = |(key, value): &(&str, &str)| ((*key).to_owned(), (*value).to_owned());
        pairs.iter().map(owned).collect()
    }

    #[test]
    fn the_environment_wins_over_a_credential_over_the_state_file_over_the_default() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("kot.lanes"), "7\n").unwrap();
        let credentials = folder.path().to_str().unwrap();
        let state = stored(&[("kot.lanes", "8")]);
        let nothing = BTreeMap::new();
        for (variables, state, value, origin) in [
            (
                vec![
                    ("PCPUNCH_KOT_LANES", "6"),
                    ("CREDENTIALS_DIRECTORY", credentials),
                ],
                &state,
                "6",
                Origin::Environment,
            ),
            (
                vec![("CREDENTIALS_DIRECTORY", credentials)],
                &state,
                "7",
                Origin::Credential,
            ),
            (vec![("PCPUNCH_KOT_LANES", "")], &state, "8", Origin::State),
            (vec![], &nothing, "4", Origin::Default),
        ] {
            let settings = Settings::resolve(&Environment::of(variables), state).unwrap();
            let found = settings.get(Key::KotLanes).unwrap();
            assert_eq!((found.shown(), found.origin), (Some(value), origin));
            assert_eq!(settings.lanes().to_string(), value);
        }
    }

    #[test]
    fn a_command_counts_where_it_is_set_and_is_not_run_before_its_secret_is_needed() {
        let folder = tempfile::tempdir().unwrap();
        let runs = folder.path().join("runs");
        let of_credential = format!("sh -c 'echo x >>{}; echo by-credential'", runs.display());
        fs::write(folder.path().join("kot.token_command"), of_credential).unwrap();
        let path = ("PATH", "/usr/bin:/bin");
        let credentials = ("CREDENTIALS_DIRECTORY", folder.path().to_str().unwrap());
        let by_variable = ("PCPUNCH_KOT_TOKEN_COMMAND", "printf by-variable");
        let variable = ("PCPUNCH_KOT_TOKEN", "of-variable");
        let (both, none) = (
            [("kot.token", "of-state"), ("kot.token_command", "false")],
            [],
        );
        let (token, command) = (&both[..1], &both[1..]);
        for (variables, state, secret, origin) in [
            (
                vec![variable, credentials],
                command,
                "of-variable",
                Origin::Environment,
            ),
            (
                vec![by_variable, credentials],
                token,
                "by-variable",
                Origin::Command,
            ),
            (
                vec![credentials],
                &both[..],
                "by-credential",
                Origin::Command,
            ),
            (vec![by_variable], token, "by-variable", Origin::Command),
            (vec![], token, "of-state", Origin::State),
            (vec![by_variable], &none, "by-variable", Origin::Command),
        ] {
            let environment = Environment::of([&variables[..], &[path]].concat());
            let settings = Settings::resolve(&environment, &stored(state)).unwrap();
            let found = settings.get(Key::KotToken).unwrap();
            assert_eq!((found.shown(), found.origin), (Some("(set)"), origin));
            assert!(settings.has(Key::KotToken) && !runs.exists());
            let copy = settings.with(&[]).unwrap();
            for settings in [&settings, &copy] {
                assert_eq!(settings.required_token().unwrap().reveal(), secret);
            }
            assert!(!format!("{settings:?}").contains(secret));
            if secret == "by-credential" {
                assert_eq!(
                    fs::read_to_string(&runs).unwrap(),
                    "x\n",
                    "once for all copies"
                );
                fs::remove_file(&runs).unwrap();
            }
        }
    }

    #[test]
    fn a_secret_and_its_command_at_one_place_contradict_each_other() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["malion.secret_code", "malion.secret_code_command"] {
            fs::write(folder.path().join(name), "x").unwrap();
        }
        let nothing: &[(&str, &str)] = &[];
        let variables = [
            ("PCPUNCH_KOT_TOKEN", "x"),
            ("PCPUNCH_KOT_TOKEN_COMMAND", "x"),
        ];
        let credentials = [("CREDENTIALS_DIRECTORY", folder.path().to_str().unwrap())];
        let rows = [
            ("malion.admin_code", "x"),
            ("malion.admin_code_command", "x"),
        ];
        for (environment, state, secret, place) in [
            (&variables[..], nothing, Key::KotToken, Origin::Environment),
            (
                &credentials,
                nothing,
                Key::MalionSecretCode,
                Origin::Credential,
            ),
            (nothing, &rows, Key::MalionAdminCode, Origin::State),
        ] {
            let environment = Environment::of(environment.iter().copied());
            match Settings::resolve(&environment, &stored(state)) {
                Err(Error::TwoWays {
                    secret: told,
                    command,
                    origin,
                }) => {
                    assert_eq!((told, origin), (secret, place));
                    assert_eq!(told.command(), Some(command));
                }
                other => panic!("{other:?}"),
            }
        }
    }

    #[test]
    fn every_bad_value_is_named_with_its_origin_and_no_secret_is_told() {
        let environment = Environment::of([
            ("PCPUNCH_KOT_LANES", "many"),
            ("PCPUNCH_KOT_TOKEN", "not a token"),
        ]);
        let stored = stored(&[("punch.since", "soon"), ("of.another.version", "x")]);
        let Err(Error::BadValues(bad)) = Settings::resolve(&environment, &stored) else {
            panic!("bad values were taken");
        };
        let told: Vec<_> = bad
            .iter()
            .map(|bad| (bad.key.name(), bad.value.as_deref(), bad.origin))
            .collect();
        assert_eq!(
            told,
            [
                ("kot.token", None, Some(Origin::Environment)),
                ("kot.lanes", Some("many"), Some(Origin::Environment)),
                ("punch.since", Some("soon"), Some(Origin::State)),
            ]
        );
    }

    #[test]
    fn values_that_are_tried_are_checked_and_leave_the_others_alone() {
        let settings = Settings::resolve(&Environment::default(), &stored(&[])).unwrap();
        let lanes = |value: &str| (Key::KotLanes, value.to_owned());
        let tried = settings.with(&[lanes("7")]).unwrap();
        assert_eq!((settings.lanes(), tried.lanes()), (4, 7));
        assert_eq!(tried.settle_minutes(), settings.settle_minutes());
        let Err(Error::BadValues(bad)) = settings.with(&[lanes("7"), lanes("many")]) else {
            panic!("a bad value was taken");
        };
        let told: Vec<_> = bad.iter().map(|bad| bad.value.as_deref()).collect();
        assert_eq!(told, [Some("many")]);
    }

    #[test]
    fn a_secret_is_neither_shown_nor_debugged() {
        let stored = stored(&[
            ("kot.token", "hunter2"),
            ("http.proxy", "http://me:hunter2@proxy:8080"),
            ("ping.url", "https://ping.example/hunter2"),
        ]);
        let settings = Settings::resolve(&Environment::default(), &stored).unwrap();
        assert!(!format!("{settings:?}").contains("hunter2"));
        for key in [Key::KotToken, Key::HttpProxy, Key::PingUrl] {
            assert_eq!(settings.get(key).unwrap().shown(), Some("(set)"));
        }
        assert_eq!(settings.required_token().unwrap().reveal(), "hunter2");
    }
}
