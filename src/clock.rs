//! The one place that knows the system clock.

use std::time::Instant;

use crate::domain::time::{Jst, jst_offset};

/// The environment variable that sets the clock for rehearsals and tests.
pub const REHEARSAL_VARIABLE: &str = "PCPUNCH_NOW";

/// A clock that runs on from the moment at which the command began.
#[derive(Clone, Debug)]
pub struct Clock {
    start: Jst,
    began: Instant,
    rehearsal: bool,
}

impl Clock {
    /// The system's clock.
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that knows the system clock"
    )]
    pub fn system() -> Self {
        Self {
            start: chrono::Utc::now().with_timezone(&jst_offset()),
            began: Instant::now(),
            rehearsal: false,
        }
    }

    /// A clock that starts at `start` and runs on.
    pub fn starting_at(start: Jst) -> Self {
        Self {
            start,
            began: Instant::now(),
            rehearsal: true,
        }
    }

    /// Reads a clock from the text of [`REHEARSAL_VARIABLE`]; `None` where it is no RFC 3339 time.
    pub fn rehearsed(text: &str) -> Option<Self> {
        let start = chrono::DateTime::parse_from_rfc3339(text).ok()?;
        Some(Self::starting_at(start.with_timezone(&jst_offset())))
    }

    /// Now, in JST.
    pub fn now(&self) -> Jst {
        let ran = chrono::Duration::from_std(self.began.elapsed()).unwrap_or_default();
        self.start + ran
    }

    /// The clock for what begins now: the system's is read anew, since it may have been set or have stood
    /// still meanwhile; one that was set by hand runs on.
    pub fn renewed(&self) -> Self {
        if self.rehearsal {
            self.clone()
        } else {
            Self::system()
        }
    }

    /// Whether the clock was set by hand. Such a clock may only send to a loopback address.
    pub fn is_rehearsal(&self) -> bool {
        self.rehearsal
    }
}
