//! Settling by reading what could not be known when it was sent.

use chrono::Duration;

use crate::domain::delivery::{Settled, settle};
use crate::domain::punch::{Punch, PunchState};
use crate::domain::time::Jst;
use crate::state::{self, SharedState};

use super::reading::DayReading;

/// Settles those of the unknown punches that a reading was asked for. Gives those that may be sent once
/// more.
pub(super) fn settle_unknown(
    state: &SharedState,
    reading: &DayReading,
    unknown: &[Punch],
    run: i64,
    unknown_for: Duration,
    now: Jst,
) -> Result<Vec<Punch>, state::Error> {
    let mut once_more = Vec::new();
    for punch in unknown.iter().filter(|punch| reading.is_of(punch)) {
        // Readings that began sooner may have come before KING OF TIME applied it.
        let since = punch.last_attempt_ended.unwrap_or(now) + unknown_for;
        let shown = reading.shown(state, punch, run, since)?;
        let set = |to, reason: Option<&str>| {
            let mut state = state.hold();
            state.set_punch_state(punch.id, PunchState::Unknown, to, reason, now)
        };
        match settle(punch, &shown, unknown_for) {
            Settled::Accepted => set(PunchState::Accepted, None)?,
            Settled::AlreadyThere(time) => set(PunchState::AlreadyThere, Some(&time.to_string()))?,
            Settled::Person => set(PunchState::Person, None)?,
            Settled::NotYet => reading.remember_absence(state, punch, run)?,
            Settled::Again => {
                let mut state = state.hold();
                state.decide_once_more(punch.id, now)?;
                once_more.extend(state.punch(punch.id)?);
            }
        }
    }
    Ok(once_more)
}
