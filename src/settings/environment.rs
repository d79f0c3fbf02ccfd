//! The environment variables, read once when the program starts.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fmt;
use std::path::PathBuf;

/// What the names of this program's own variables begin with.
pub(super) const OWN: &str = "PCPUNCH_";

/// A snapshot of the environment. Its `Debug` says the names only: values may be secrets.
#[derive(Clone, Default)]
pub struct Environment {
    variables: BTreeMap<OsString, OsString>,
}

impl fmt::Debug for Environment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.variables.keys()).finish()
    }
}

impl Environment {
    /// This process's environment.
    pub fn of_process() -> Self {
        Self {
            variables: std::env::vars_os().collect(),
        }
    }

    /// An environment of these variables only.
    pub fn of<'a>(variables: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        Self {
            variables: variables
                .into_iter()
                .map(|(name, value)| (name.into(), value.into()))
                .collect(),
        }
    }

    /// A variable's value as it is. An empty one counts as not there.
    pub fn raw(&self, name: &str) -> Option<&OsStr> {
        let value = self.variables.get(OsStr::new(name))?;
        (!value.is_empty()).then_some(value.as_os_str())
    }

    /// A variable's text, where it is text. An empty one counts as not there.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.raw(name)?.to_str()
    }

    /// A variable that names a file or folder.
    pub fn path(&self, name: &str) -> Option<PathBuf> {
        self.raw(name).map(PathBuf::from)
    }

    /// The variables of others: all but this program's own.
    pub(super) fn of_others(&self) -> Vec<(OsString, OsString)> {
        let is_own = |name: &OsStr| name.as_encoded_bytes().starts_with(OWN.as_bytes());
        let others = self.variables.iter().filter(|(name, _)| !is_own(name));
        others
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect()
    }

    /// The names of the variables that are there, as far as they are text.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.variables.keys().filter_map(|name| name.to_str())
    }
}
