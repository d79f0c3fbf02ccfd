//! The sandbox's clock: set by a test, then running on, and for each server as wrong as it is told to be.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use chrono::TimeDelta;

use crate::domain::time::Jst;

/// The one clock of a sandbox.
pub(super) struct Clock(Mutex<Set>);

struct Set {
    moment: Jst,
    /// Since when it runs; `None` where it stands.
    runs_since: Option<Instant>,
}

impl Clock {
    /// A clock that runs on from `now`.
    pub(super) fn new(now: Jst) -> Self {
        Self(Mutex::new(Set {
            moment: now,
            runs_since: Some(Instant::now()),
        }))
    }

    /// Sets it; it runs on from there or stands.
    pub(super) fn set(&self, now: Jst, runs: bool) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Set {
            moment: now,
            runs_since: runs.then(Instant::now),
        };
    }

    pub(super) fn now(&self) -> Jst {
        let set = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let gone = set.runs_since.map(|since| since.elapsed());
        let gone = TimeDelta::from_std(gone.unwrap_or_default()).unwrap_or_default();
        later(set.moment, gone)
    }
}

/// The clock as one server sees it.
pub(super) struct ServerClock {
    shared: Arc<Clock>,
    skew: Mutex<TimeDelta>,
}

impl ServerClock {
    pub(super) fn new(shared: Arc<Clock>) -> Self {
        Self {
            shared,
            skew: Mutex::new(TimeDelta::zero()),
        }
    }

    pub(super) fn skew(&self, by: TimeDelta) {
        *self.skew.lock().unwrap_or_else(PoisonError::into_inner) = by;
    }

    pub(super) fn now(&self) -> Jst {
        let skew = *self.skew.lock().unwrap_or_else(PoisonError::into_inner);
        later(self.shared.now(), skew)
    }
}

/// The moment `by` after `moment`; the moment itself at the end of the calendar.
pub(super) fn later(moment: Jst, by: TimeDelta) -> Jst {
    moment.checked_add_signed(by).unwrap_or(moment)
}

/// The value of a `Date` header, which is in GMT.
pub(super) fn http_date(moment: Jst) -> String {
    moment
        .naive_utc()
        .format("%a, %d %b %Y %H:%M:%S GMT")
        .to_string()
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::{Clock, ServerClock, http_date};
    use crate::sandbox::caller::at;

    #[test]
    fn a_set_clock_runs_on_and_a_stopped_one_stands() {
        let clock = Clock::new(at("12:00:00"));
        let first = clock.now();
        while clock.now() == first {
            std::hint::spin_loop();
        }
        assert!(clock.now() > first);
        clock.set(at("09:00:00"), false);
        assert_eq!(clock.now(), at("09:00:00"));
        assert_eq!(clock.now(), at("09:00:00"));
    }

    #[test]
    fn a_server_is_off_by_its_skew_and_says_its_date_in_gmt() {
        let shared = std::sync::Arc::new(Clock::new(at("12:00:00")));
        shared.set(at("08:59:50"), false);
        let server = ServerClock::new(shared);
        server.skew(TimeDelta::seconds(-30));
        assert_eq!(server.now(), at("08:59:20"));
        assert_eq!(http_date(server.now()), "Mon, 16 Dec 2024 23:59:20 GMT");
    }
}
