//! What the client of KING OF TIME is set up with.

use std::fmt;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use super::closed_hours::ClosedHours;
use super::pace::WINDOW;
use super::turns::Budget;
use crate::clock::Clock;
use crate::domain::secret::Secret;
use crate::http::Options;

/// The settings `kot.*` and `http.*`.
#[derive(Clone, Debug)]
pub struct Config {
    /// `kot.base_url`.
    pub base_url: String,
    /// `kot.token`.
    pub token: Secret,
    /// `kot.closed_hours` with `kot.closed_guard_seconds`.
    pub closed_hours: ClosedHours,
    /// The budgets, and what was used of them before.
    pub budgets: Budgets,
    /// `http.*`.
    pub http: Options,
}

/// How many requests any window may hold.
#[derive(Clone, Debug)]
pub struct Budgets {
    /// `kot.punches_per_5min`.
    pub punches: u32,
    /// `kot.requests_per_5min`.
    pub requests: u32,
    /// Five minutes; shorter where a pace is rehearsed.
    pub window: Duration,
    /// The ages of the punches that this and other commands sent in the last five minutes.
    pub earlier_punches: Vec<Duration>,
    /// The ages of all their other requests.
    pub earlier_requests: Vec<Duration>,
}

impl Default for Budgets {
    /// The settings' defaults, with nothing used of them.
    fn default() -> Self {
        Self {
            punches: 1500,
            requests: 300,
            window: WINDOW,
            earlier_punches: Vec::new(),
            earlier_requests: Vec::new(),
        }
    }
}

/// What the client needs of the command that uses it.
#[derive(Clone, Copy)]
pub struct Surroundings<'a> {
    /// The command's clock.
    pub clock: &'a Clock,
    /// Set when a signal came: waiting ends, and no request is begun.
    pub stop: &'a AtomicBool,
    /// Told of each request just before it is made, so that the state file can count it.
    pub on_request: &'a (dyn Fn(Budget) + Sync),
}

impl fmt::Debug for Surroundings<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Surroundings").finish_non_exhaustive()
    }
}

/// How many requests were made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Requests {
    /// Everything but punches.
    pub reads: u64,
    /// Punch POSTs.
    pub punches: u64,
}
