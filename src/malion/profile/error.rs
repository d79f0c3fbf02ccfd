//! What cannot be a profile: the line, the key and why.

use thiserror::Error;

use crate::domain::log_source::BadTimeFormat;

/// What is wrong with a profile.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("line {line}, {key}: {problem:?}")]
pub struct ProfileError {
    /// The line in the file, from 1. Where something is missing, that of the part that lacks it.
    pub line: usize,
    /// The key with its part, such as `request.query`; empty where the file is no TOML.
    pub key: String,
    /// Why.
    pub problem: ProfileProblem,
}

/// Why a key or its value cannot stand in a profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProfileProblem {
    /// Not TOML; the parser's words.
    Syntax(String),
    /// No such key.
    UnknownKey {
        /// The one that may have been meant.
        nearest: Option<String>,
    },
    /// The key is not there and must be.
    Missing,
    /// The value is of another kind than this: `text`, `list`, `count`, `number` or `table`.
    NotA(&'static str),
    /// A value that is no choice.
    Choice {
        /// What stands there.
        value: String,
        /// What may.
        allowed: String,
    },
    /// A number beyond its bounds.
    Range {
        /// The least.
        least: u32,
        /// The most.
        most: u32,
    },
    /// Nothing stands where something must.
    Empty,
    /// No JSON pointer: it begins with a slash.
    NotAPointer(String),
    /// A JSON pointer where the answer has headings.
    NotAHeading(String),
    /// No path: it begins with a slash, and no query and no place in braces stands in it.
    NotAPath(String),
    /// No name or no value of a header: visible ASCII.
    NotAHeader(String),
    /// A brace that is not closed.
    OpenBrace(String),
    /// Braces around something that cannot be filled here.
    UnknownPlace(String),
    /// A place in braces is needed here and not there.
    NoPlace(&'static str),
    /// A place in braces, or a key of its own, that goes only with another choice.
    OnlyWith {
        /// The place in braces; `None` where the key itself is meant.
        place: Option<&'static str>,
        /// The key of the other choice.
        key: &'static str,
        /// What it would have to be.
        value: &'static str,
    },
    /// It cannot stand beside that key.
    NotBeside(&'static str),
    /// One of the codes stands where `request.auth` does not put it.
    CodeHere(&'static str),
    /// A format of times that is none.
    Time(BadTimeFormat),
    /// A field is required that `fields` does not say.
    NotBorne(&'static str),
    /// A word for ログオン and ログオフ at once.
    SharedWord(String),
    /// Not `HH:MM-HH:MM`, or the whole day.
    Hours(String),
}

impl ProfileProblem {
    /// Its name, by which the catalogues tell it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Syntax(_) => "syntax",
            Self::UnknownKey { .. } => "unknown-key",
            Self::Missing => "missing",
            Self::NotA(_) => "not-a",
            Self::Choice { .. } => "choice",
            Self::Range { .. } => "range",
            Self::Empty => "empty",
            Self::NotAPointer(_) => "not-a-pointer",
            Self::NotAHeading(_) => "not-a-heading",
            Self::NotAPath(_) => "not-a-path",
            Self::NotAHeader(_) => "not-a-header",
            Self::OpenBrace(_) => "open-brace",
            Self::UnknownPlace(_) => "unknown-place",
            Self::NoPlace(_) => "no-place",
            Self::OnlyWith { place: None, .. } => "only-with",
            Self::OnlyWith { .. } => "place-only-with",
            Self::NotBeside(_) => "not-beside",
            Self::CodeHere(_) => "code-here",
            Self::Time(BadTimeFormat::NotWhole) => "time-not-whole",
            Self::Time(BadTimeFormat::NoZone) => "time-no-zone",
            Self::Time(BadTimeFormat::ZoneOfEpoch) => "time-zone-of-epoch",
            Self::NotBorne(_) => "not-borne",
            Self::SharedWord(_) => "shared-word",
            Self::Hours(_) => "hours",
        }
    }
}
