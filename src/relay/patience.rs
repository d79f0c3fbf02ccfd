//! For how long KING OF TIME is not asked, because it said so.

use chrono::Duration;

use crate::domain::time::{Jst, from_epoch};
use crate::kot;
use crate::state::{self, State};

use super::Error;

/// Until when KING OF TIME said to be closed, though nothing configured says so.
const CLOSED_UNTIL: &str = "kot.closed_until";
/// Until when KING OF TIME asked to be left alone by a `Retry-After` longer than a round waits.
const ALONE_UNTIL: &str = "kot.alone_until";
/// No longer `Retry-After` is believed.
const LONGEST_ALONE: Duration = Duration::days(1);

/// Until when KING OF TIME is kept away from, since it said closed hours where none are configured.
///
/// # Errors
/// What the state file refuses.
pub(super) fn told_closed_until(state: &State, now: Jst) -> Result<Option<Jst>, state::Error> {
    noted(state, CLOSED_UNTIL, kot::UNEXPECTEDLY_CLOSED, now)
}

/// Until when nothing is asked, whatever the reason.
///
/// # Errors
/// What the state file refuses.
pub(super) fn unasked_until(state: &State, now: Jst) -> Result<Option<Jst>, state::Error> {
    let alone = noted(state, ALONE_UNTIL, LONGEST_ALONE, now)?;
    Ok(told_closed_until(state, now)?.max(alone))
}

/// KING OF TIME said closed hours: nothing is asked until then.
///
/// # Errors
/// What the state file refuses.
pub(super) fn keep_away_until(state: &mut State, moment: Jst) -> Result<(), state::Error> {
    state.set_meta(CLOSED_UNTIL, &moment.timestamp().to_string())
}

/// Nothing is asked as long as a `Retry-After` says that ended the round.
///
/// # Errors
/// What the state file refuses.
pub(super) fn leave_alone(state: &mut State, error: &Error, now: Jst) -> Result<(), state::Error> {
    let Error::Kot(kot::Error::Throttled {
        retry_after: Some(wait),
    }) = error
    else {
        return Ok(());
    };
    let wait = Duration::from_std(*wait).unwrap_or(LONGEST_ALONE);
    let until = now + wait.min(LONGEST_ALONE);
    state.set_meta(ALONE_UNTIL, &until.timestamp().to_string())
}

/// A moment that was noted, while it is to come. One further ahead than any that is noted was left by a clock that
/// was wrong.
fn noted(
    state: &State,
    name: &str,
    longest: Duration,
    now: Jst,
) -> Result<Option<Jst>, state::Error> {
    let seconds = state.meta(name)?.and_then(|seconds| seconds.parse().ok());
    let until = seconds.and_then(from_epoch);
    Ok(until.filter(|until| *until > now && *until - now <= longest))
}
