//! How much of a proof one test run has time for.

use std::env;

/// The variable that asks for all of it.
const VARIABLE: &str = "PCPUNCH_PROOF";

/// So many steps of a proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scale {
    /// What fits into every test run.
    Part,
    /// All of it, however long it takes.
    Whole,
}

impl Scale {
    /// As the variable says: `whole`, or a part where it is not set.
    pub(crate) fn asked() -> Self {
        match env::var(VARIABLE).as_deref() {
            Err(env::VarError::NotPresent) => Self::Part,
            Ok("whole") => Self::Whole,
            other => panic!("{VARIABLE} is `whole` or not set, not {other:?}"),
        }
    }

    /// One of two bounds.
    pub(crate) fn bound(self, part: usize, whole: usize) -> usize {
        match self {
            Self::Part => part,
            Self::Whole => whole,
        }
    }
}
