//! Last step of a round, once a day: what has been kept for long enough is removed (`state.keep_days`).

use crate::domain::time::{Jst, WorkDay};
use crate::state::{self, Keep, State};

use super::decide::MARGIN_DAYS;
use super::{Choices, today};

/// Logs of user names that nobody was ever linked to are kept for so many days.
const NEVER_LINKED_DAYS: u64 = 90;

/// Removes what is due to go, unless that was done today.
///
/// # Errors
/// What the state file refuses; nothing is removed then.
pub(super) fn prune_if_due(
    state: &mut State,
    choices: &Choices,
    now: Jst,
) -> Result<(), state::Error> {
    let today = today(now);
    if state.pruned_on()? != Some(today) {
        state.prune(&keep(choices, today), today)?;
    }
    Ok(())
}

/// From when on everything is kept. The rules look back twice over: from the oldest day that can still
/// change to the sessions that may reach into it.
fn keep(choices: &Choices, today: WorkDay) -> Keep {
    let lookback = u64::try_from(choices.rules.lookback.num_days()).unwrap_or_default();
    let looked_at = 2 * (lookback + MARGIN_DAYS);
    Keep {
        from: today.back(choices.keep_days.max(looked_at)),
        never_linked_from: today.back(NEVER_LINKED_DAYS.max(looked_at)),
    }
}
