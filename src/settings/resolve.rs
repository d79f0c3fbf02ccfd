//! Which value a setting has: the environment's, a systemd credential's, the state file's, or its default.

use std::collections::BTreeMap;
use std::fs;

use serde::Serialize;

use super::{BadValue, Environment, Error, Key, parse};
use crate::domain::secret::Secret;

/// Where a value came from, the first that has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
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
}

impl Origin {
    /// Its name in JSON and in the catalogues, `origin-…`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Environment => "environment",
            Self::Credential => "credential",
            Self::State => "state",
            Self::Default => "default",
        }
    }
}

/// A setting with its value. Its `Debug` does not say the value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// Which setting.
    pub key: Key,
    /// Its value; `None` where it has none.
    pub(super) value: Option<Secret>,
    /// Where that came from.
    pub origin: Origin,
}

impl Resolved {
    /// The value as it may be shown: `(set)` in place of a secret, `None` where there is none.
    pub fn shown(&self) -> Option<&str> {
        Some(self.key.shown(self.value.as_ref()?.reveal()))
    }
}

impl Key {
    /// A value of this setting as it may be shown: `(set)` in place of a secret, and of an address that may
    /// bear one.
    pub fn shown(self, value: &str) -> &str {
        let hidden = match self {
            Self::PingUrl => true,
            Self::HttpProxy => parse::bears_a_password(value),
            _ => self.is_secret(),
        };
        if hidden { "(set)" } else { value }
    }
}

/// All settings, every value checked, wherever it came from.
#[derive(Clone, Debug)]
pub struct Settings {
    values: BTreeMap<Key, Resolved>,
}

impl Settings {
    /// Finds every setting's value. `stored` is what the state file holds; keys in it that are none are left alone.
    ///
    /// # Errors
    /// [`Error::BadValues`] with every value that is not allowed, [`Error::Credential`].
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
        if bad.is_empty() {
            Ok(Self { values })
        } else {
            Err(Error::BadValues(bad))
        }
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
