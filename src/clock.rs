//! The one place that knows the system clock.

use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

use crate::domain::time::{Jst, jst_offset};

/// The environment variable that sets the clock for rehearsals and tests.
pub const REHEARSAL_VARIABLE: &str = "PCPUNCH_NOW";

/// The clock that never goes back and goes on while the machine sleeps: how old a reading is, and how long ago an
/// attempt ended, counts sleep too.
#[cfg(any(target_os = "linux", target_os = "android"))]
const AWAKE_OR_ASLEEP: ClockId = ClockId::Boottime;
#[cfg(not(any(target_os = "linux", target_os = "android")))]
const AWAKE_OR_ASLEEP: ClockId = ClockId::Monotonic;

/// A clock that runs on from the moment at which the command began.
#[derive(Clone, Debug)]
pub struct Clock {
    start: Jst,
    began: Duration,
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
            began: gone_by(),
            rehearsal: false,
        }
    }

    /// A clock that starts at `start` and runs on.
    pub fn starting_at(start: Jst) -> Self {
        Self {
            start,
            began: gone_by(),
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
        let ran = gone_by().saturating_sub(self.began);
        #[cfg(feature = "sandbox")]
        let ran = ran + self.rehearsed_sleep();
        self.start + chrono::Duration::from_std(ran).unwrap_or_default()
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

    /// How long the machine is made out to have slept: the seconds in the file that `PCPUNCH_SLEPT` names. This is
    /// how the tests suspend a machine in the middle of a round.
    #[cfg(feature = "sandbox")]
    fn rehearsed_sleep(&self) -> Duration {
        let file = std::env::var_os("PCPUNCH_SLEPT").filter(|_| self.rehearsal);
        let seconds = file.and_then(|file| std::fs::read_to_string(file).ok()?.trim().parse().ok());
        Duration::from_secs(seconds.unwrap_or_default())
    }
}

fn gone_by() -> Duration {
    let gone = clock_gettime(AWAKE_OR_ASLEEP);
    Duration::try_from(gone).unwrap_or_default()
}
