//! What the settings say to one round, settled and valid.

use std::hash::{DefaultHasher, Hash, Hasher};

use chrono::{Duration, NaiveTime};

use crate::domain::pc_log::LinkKind;
use crate::domain::policy::Policy;
use crate::domain::reconcile::Tolerance;
use crate::domain::rules::{NightShift, Rules};
use crate::domain::time::{Jst, WorkDay};

/// The choices of one round.
#[derive(Clone, Debug)]
pub struct Choices {
    /// What the rules go by.
    pub rules: Rules,
    /// The products whose link is on.
    pub links: Vec<LinkKind>,
    /// `punch.policy`, `link.breaks` and `punch.break_minutes`, for work days to come.
    pub policy: Policy,
    /// `punch.night_shift_hours`.
    pub nights: NightShift,
    /// `punch.day_border` where it is one for all; `None` takes each division's.
    pub fixed_border: Option<NaiveTime>,
    /// `link.punches`: off collects and checks, and sends nothing.
    pub sends: bool,
    /// `punch.in_closed_hours`: a 出勤 goes although its day cannot be read.
    pub sends_unread: bool,
    /// `kot.unknown_minutes`.
    pub unknown_for: Duration,
    /// `check.in_minutes` and `check.out_minutes`.
    pub tolerance: Tolerance,
    /// `state.keep_days`.
    pub keep_days: u64,
    /// `kot.lanes`: most people served at once.
    pub lanes: usize,
}

impl Choices {
    /// Something that changes when any of the choices does. A mark that differs without need, as after another
    /// compiler's build, only costs deciding once more.
    pub(super) fn mark(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        (env!("CARGO_PKG_VERSION"), format!("{self:?}")).hash(&mut hasher);
        hasher.finish()
    }

    /// Work days before this one are too old to be punched without a person.
    pub fn oldest_day(&self, now: Jst) -> WorkDay {
        today(now).back(self.rules.max_age_days)
    }
}

/// The calendar day in Japan.
pub fn today(now: Jst) -> WorkDay {
    WorkDay::new(now.date_naive())
}
