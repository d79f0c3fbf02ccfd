//! Turns to make a request, shared by all lanes: the budget, the count, and the wait that obeys a signal.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard};
use std::thread;
use std::time::{Duration, Instant};

use super::error::Error;
use super::pace::Pace;

/// So soon is a signal noticed while a request waits for its turn.
const SLICE: Duration = Duration::from_millis(100);

/// Which budget a request counts to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Budget {
    /// `kot.punches_per_5min`: the punch POST.
    Punches,
    /// `kot.requests_per_5min`: everything else.
    Requests,
}

/// The right to make one request, already counted in its budget.
#[derive(Debug)]
#[must_use = "a turn is counted in the budget whether it is used or not"]
pub struct Turn {
    pub(super) began: Instant,
}

/// One budget, and how many requests were made of it.
#[derive(Debug)]
pub(super) struct Turns {
    pace: Mutex<Pace>,
    made: AtomicU64,
}

impl Turns {
    pub(super) fn new(limit: u32, window: Duration, earlier: &[Duration]) -> Self {
        Self {
            pace: Mutex::new(Pace::new(limit, window, earlier, Instant::now())),
            made: AtomicU64::new(0),
        }
    }

    /// Waits until a request is within the budget.
    ///
    /// # Errors
    ///
    /// [`Error::Stopped`] as soon as `stop` is set.
    pub(super) fn take(&self, stop: &AtomicBool) -> Result<Turn, Error> {
        loop {
            if stop.load(Ordering::SeqCst) {
                return Err(Error::Stopped);
            }
            let now = Instant::now();
            let mut pace = self.pace();
            let wait = pace.wait(now);
            if wait.is_zero() {
                pace.record(now);
                return Ok(Turn { began: now });
            }
            drop(pace);
            thread::sleep(wait.min(SLICE));
        }
    }

    /// Counts the request of a turn from now on, when it is made.
    pub(super) fn begin(&self, turn: &mut Turn) {
        let now = Instant::now();
        self.pace().postpone(turn.began, now);
        turn.began = now;
    }

    /// Counts a request that is about to be made.
    pub(super) fn count(&self) {
        self.made.fetch_add(1, Ordering::Relaxed);
    }

    /// How many were made.
    pub(super) fn made(&self) -> u64 {
        self.made.load(Ordering::Relaxed)
    }

    /// Slows down: the request of a turn begun at `began` was answered 「too many」.
    pub(super) fn throttled(&self, began: Instant, retry_after: Option<Duration>) {
        self.pace().throttled(began, Instant::now(), retry_after);
    }

    fn pace(&self) -> MutexGuard<'_, Pace> {
        self.pace.lock().unwrap_or_else(|held| held.into_inner())
    }
}
