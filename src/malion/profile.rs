//! A profile: how a MaLion is asked and how its answers are read, as data.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use thiserror::Error;

use super::fields::{Fields, Pointer};
use super::template::{Slot, Template};
use super::time_format::TimeFormat;

const ASSUMED_V1: &str = include_str!("assumed-v1.toml");

/// How a MaLion is asked and how its answers are read.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// What people call it.
    pub name: String,
    /// How it is asked.
    pub request: Request,
    /// How a long answer comes in pages.
    pub paging: Paging,
    /// What an answer looks like.
    pub response: Response,
    /// Where a record's fields stand.
    pub fields: Fields,
    /// What its operations are called.
    pub values: Values,
}

/// How a MaLion is asked.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The path below `malion.base_url`.
    pub path: String,
    /// By which time it is asked.
    pub by: By,
    /// The longest span of one request, in hours.
    pub window_hours: u32,
    /// How `{from}` and `{to}` are written.
    pub time_format: TimeFormat,
    /// Where the two codes go.
    pub auth: Auth,
    /// What `{category}` says.
    pub categories: Categories,
    /// The query; no secret may stand in it.
    pub query: BTreeMap<String, Template>,
    /// The headers.
    pub headers: BTreeMap<String, Template>,
}

/// By which time a MaLion is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum By {
    /// When the server had the log: nothing is missed that comes late.
    Collected,
    /// When it occurred: what comes late is found by reading again.
    Occurred,
}

/// Where the two codes go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Auth {
    /// In the headers of the profile.
    Headers,
}

/// Which operations are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    /// ログオン and ログオフ.
    Logon,
    /// Every operation, for `logs check`.
    All,
}

/// What `{category}` says.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Categories {
    /// For ログオン and ログオフ.
    pub logon: String,
    /// For every operation.
    pub all: String,
}

/// How a long answer comes in pages.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "style", rename_all = "lowercase", deny_unknown_fields)]
pub enum Paging {
    /// `{offset}` leaves out what was read before.
    Offset {
        /// What `{limit}` says, in records.
        size: u32,
        /// Where the answer says whether more pages follow: true or false.
        more: Pointer,
    },
}

/// What an answer looks like.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "format", rename_all = "lowercase", deny_unknown_fields)]
pub enum Response {
    /// One JSON document.
    Json {
        /// Where the list of records stands.
        records: Pointer,
        /// How the records write times.
        time_format: TimeFormat,
    },
}

/// What the operations are called. Any other word is another operation.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Values {
    /// The words for ログオン.
    pub logon: BTreeSet<String>,
    /// The words for ログオフ.
    pub logoff: BTreeSet<String>,
}

/// What cannot be a profile.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ProfileError {
    /// Not TOML, or a part that is missing, unknown or of a value that is no choice; the parser's
    /// words, with the line.
    #[error("{0}")]
    Toml(String),
    /// A code in the query: it would stand in the URL.
    #[error("request.query.{0} holds a code")]
    SecretInQuery(String),
    /// A place in braces that the query must have.
    #[error("request.query has no {{{0}}}")]
    NoPlace(&'static str),
    /// `request.window_hours` or `paging.size` is zero.
    #[error("{0} is zero")]
    Zero(&'static str),
    /// A field that must be named and required, or is required and not named.
    #[error("fields.{0} must be named and required")]
    Field(&'static str),
    /// `values.logon` or `values.logoff` is empty, or they share a word.
    #[error("values.logon and values.logoff must differ and not be empty")]
    Values,
}

impl Profile {
    /// The built-in profile, `assumed-v1`.
    ///
    /// # Errors
    ///
    /// None in a build whose tests passed.
    pub fn assumed_v1() -> Result<Self, ProfileError> {
        Self::from_toml(ASSUMED_V1)
    }

    /// Reads a profile and proves it whole.
    ///
    /// # Errors
    ///
    /// [`ProfileError`] names the part that is wrong.
    pub fn from_toml(text: &str) -> Result<Self, ProfileError> {
        let profile: Self =
            toml::from_str(text).map_err(|error| ProfileError::Toml(error.to_string()))?;
        profile.prove()?;
        Ok(profile)
    }

    /// What `{category}` says.
    pub fn category(&self, category: Category) -> &str {
        match category {
            Category::Logon => &self.request.categories.logon,
            Category::All => &self.request.categories.all,
        }
    }

    fn prove(&self) -> Result<(), ProfileError> {
        let query = &self.request.query;
        let leak = query
            .iter()
            .find(|(_, value)| value.slots().any(Slot::is_secret));
        if let Some((name, _)) = leak {
            return Err(ProfileError::SecretInQuery(name.clone()));
        }
        let places = [
            (Slot::From, "from"),
            (Slot::To, "to"),
            (Slot::Offset, "offset"),
        ];
        for (slot, name) in places {
            if !query.values().any(|value| value.slots().any(|s| s == slot)) {
                return Err(ProfileError::NoPlace(name));
            }
        }
        if self.request.window_hours == 0 {
            return Err(ProfileError::Zero("request.window_hours"));
        }
        let Paging::Offset { size, .. } = self.paging;
        if size == 0 {
            return Err(ProfileError::Zero("paging.size"));
        }
        self.fields.prove()?;
        self.values.prove()
    }
}

impl Values {
    fn prove(&self) -> Result<(), ProfileError> {
        let said = !self.logon.is_empty() && !self.logoff.is_empty();
        if said && self.logon.is_disjoint(&self.logoff) {
            Ok(())
        } else {
            Err(ProfileError::Values)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ASSUMED_V1, Profile, ProfileError};

    #[test]
    fn the_built_in_profile_is_one() {
        let profile = Profile::assumed_v1().unwrap();
        assert_eq!(profile.name, "assumed-v1");
    }

    #[test]
    fn what_cannot_be_a_profile_is_named() {
        let rows = [
            (
                "offset = \"{offset}\"",
                "offset = \"0\"",
                ProfileError::NoPlace("offset"),
            ),
            ("from = \"{from}\"", "", ProfileError::NoPlace("from")),
            (
                "limit = \"{limit}\"",
                "x = \"{secret_code}\"",
                ProfileError::SecretInQuery("x".to_owned()),
            ),
            (
                "window_hours = 24",
                "window_hours = 0",
                ProfileError::Zero("request.window_hours"),
            ),
            ("size = 500", "size = 0", ProfileError::Zero("paging.size")),
            ("\"occurred_at\", ", "", ProfileError::Field("occurred_at")),
            (
                "collected_at = \"/collected_at\"",
                "",
                ProfileError::Field("collected_at"),
            ),
            ("[\"ログオフ\"]", "[\"ログオン\"]", ProfileError::Values),
            ("[\"ログオフ\"]", "[]", ProfileError::Values),
        ];
        for (old, new, error) in rows {
            assert!(ASSUMED_V1.contains(old), "{old}");
            let told = Profile::from_toml(&ASSUMED_V1.replacen(old, new, 1)).unwrap_err();
            assert_eq!(told, error, "{new}");
        }
    }

    #[test]
    fn a_choice_that_does_not_exist_is_refused_in_every_part() {
        let rows = [
            ("by = \"collected\"", "by = \"moon\""),
            ("auth = \"headers\"", "auth = \"none\""),
            ("style = \"offset\"", "style = \"guess\""),
            ("format = \"json\"", "format = \"xml\""),
            ("size = 500", "size = 500\nsized = 1"),
            ("records = \"/logs\"", "records = \"logs\""),
            ("user = \"/user\"", "username = \"/user\""),
            ("log_id = \"/log_id\"", "log_id = 7"),
            ("name = \"assumed-v1\"", "name = \"x\"\nnick = \"y\""),
            (
                "time_format = \"%Y-%m-%dT%H:%M:%S%:z\"",
                "time_format = \"%Y\"",
            ),
        ];
        for (old, new) in rows {
            assert!(ASSUMED_V1.contains(old), "{old}");
            let told = Profile::from_toml(&ASSUMED_V1.replacen(old, new, 1));
            assert!(
                matches!(told, Err(ProfileError::Toml(_))),
                "{new}: {told:?}"
            );
        }
    }
}
