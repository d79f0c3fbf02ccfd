//! The sandbox's clock: set by a test, then running on, and for each server as wrong as it is told to be.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use chrono::TimeDelta;

use crate::domain::time::Jst;

/// The one clock of a sandbox.
pub(super) struct Clock(Mutex<Set>);

struct Set {
    moment: Jst,
    at: Instant,
}

impl Clock {
    pub(super) fn new(now: Jst) -> Self {
        Self(Mutex::new(Set {
            moment: now,
            at: Instant::now(),
        }))
    }

    pub(super) fn set(&self, now: Jst) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Set {
            moment: now,
            at: Instant::now(),
        };
    }

    pub(super) fn now(&self) -> Jst {
        let set = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let gone = TimeDelta::from_std(set.at.elapsed()).unwrap_or_default();
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
