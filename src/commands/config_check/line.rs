//! One line of `config check`.

use serde::Serialize;
use serde_json::Value;

use crate::commands::{Exit, Failure};
use crate::locale::Text;
use crate::output::Tone;

/// What came of trying.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Result {
    /// Proven.
    Ok,
    /// Not right; the remedy says what to do.
    Wrong,
    /// Cannot be tried now, or from here.
    Untried,
}

impl Result {
    /// Its name in JSON and in the catalogues, `check-result-…`.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Wrong => "wrong",
            Self::Untried => "untried",
        }
    }

    /// How it is coloured.
    pub(super) fn tone(self) -> Tone {
        match self {
            Self::Ok => Tone::Good,
            Self::Wrong => Tone::Bad,
            Self::Untried => Tone::Note,
        }
    }
}

/// What was tried and what came of it.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// What was tried, by its name in JSON.
    pub(super) check: &'static str,
    /// What came of it.
    pub(super) result: Result,
    /// In words.
    pub(super) message: Text,
    /// What to do, or what will show it.
    pub(super) remedy: Option<Text>,
    /// What the command ends with for it.
    pub(super) exit: Exit,
    /// What was found, for scripts.
    pub(super) facts: Option<Value>,
}

impl Line {
    /// Proven, in the words of that key.
    pub(super) fn ok(check: &'static str, key: &'static str) -> Self {
        Self::said(check, Text::new(key))
    }

    /// Proven, in these words.
    pub(super) fn said(check: &'static str, message: Text) -> Self {
        Self {
            check,
            result: Result::Ok,
            message,
            remedy: None,
            exit: Exit::Done,
            facts: None,
        }
    }

    /// Not right.
    pub(super) fn failed(check: &'static str, failure: Failure) -> Self {
        Self {
            check,
            result: Result::Wrong,
            message: failure.message,
            remedy: failure.remedy,
            exit: failure.exit,
            facts: None,
        }
    }

    /// The same with what was found.
    pub(super) fn with_facts(mut self, facts: Value) -> Self {
        self.facts = Some(facts);
        self
    }

    /// Cannot be tried: why, and what will show it.
    pub(super) fn untried(check: &'static str, message: Text, remedy: Option<Text>) -> Self {
        Self {
            check,
            result: Result::Untried,
            message,
            remedy,
            exit: Exit::Done,
            facts: None,
        }
    }
}

/// What the command ends with: the exit code that wins over the others.
pub(super) fn exit(lines: &[Line]) -> Exit {
    lines
        .iter()
        .fold(Exit::Done, |exit, line| exit.or(line.exit))
}
