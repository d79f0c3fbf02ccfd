//! Before the first step of a round, once a day: the people of KING OF TIME are taken over.

use crate::domain::finding::{Code, Evidence, Finding};
use crate::domain::headway::{Headway, Step};
use crate::domain::pc_log::LinkKind;
use crate::domain::sync::{Limit, SyncPlan, is_sync_due};
use crate::domain::time::Jst;
use crate::kot::{self, Kot};
use crate::state::SharedState;

use super::patience::{keep_away_until, leave_alone, unasked_until};
use super::sync::{plan_sync, read_people};
use super::{Error, today};

/// What the sync of a round came to.
#[derive(Debug, Default)]
pub(super) struct Synced {
    /// What was read, held against what was known; applied unless a limit stands in it. `None` where no
    /// sync was due, or none could be read.
    pub(super) plan: Option<SyncPlan>,
    /// What kept the people from being read.
    pub(super) error: Option<Error>,
}

impl Synced {
    /// Whether KING OF TIME is not to be asked any further in this round.
    pub(super) fn is_shut_out(&self) -> bool {
        matches!(
            self.error,
            Some(Error::Kot(
                kot::Error::AccessRefused { .. }
                    | kot::Error::Unreachable(_)
                    | kot::Error::Throttled { .. }
                    | kot::Error::Busy { .. }
                    | kot::Error::Stopped
            ))
        )
    }

    /// What a person must look at: a limit that stopped the sync, with its numbers.
    pub(super) fn finding(&self) -> Option<Finding> {
        let limit = self.plan.as_ref()?.limit.as_ref()?;
        let evidence = Evidence::default().fact("limit", limit.code());
        let evidence = match limit {
            Limit::OtherCompany { .. } => evidence,
            Limit::Empty { active } => evidence.fact("active", active.to_string()),
            Limit::AllNew { active, listed } => evidence
                .fact("active", active.to_string())
                .fact("listed", listed.to_string()),
            Limit::Removals {
                removals, active, ..
            } => evidence
                .fact("removals", removals.to_string())
                .fact("active", active.to_string()),
        };
        Some(Finding::of_all(Code::SyncStopped, evidence))
    }
}

/// Syncs where that is due and KING OF TIME can be read. `kinds` are those of which everybody has an
/// account. A sync by hand is as good as one of ours.
///
/// # Errors
/// What the state file refuses. What KING OF TIME does wrong is told in [`Synced::error`].
pub(super) fn sync_if_due(
    state: &SharedState,
    kot: &Kot<'_>,
    kinds: &[LinkKind],
    now: Jst,
    headway: &Headway,
) -> Result<Synced, Error> {
    let mut synced = Synced::default();
    let tries = state.hold().sync_tries()?;
    let is_told_off = unasked_until(&state.hold(), now)?.is_some();
    if !is_sync_due(&tries, now) || is_told_off || kot.reads_open_at().is_some() {
        return Ok(synced);
    }
    headway.begin(Step::Sync, 0);
    let fetched = match read_people(kot) {
        Ok(fetched) => fetched,
        Err(error) => {
            synced.error = hindered(state, error, now)?;
            return Ok(synced);
        }
    };
    let mut state = state.hold();
    let plan = plan_sync(&state, &fetched, kinds, today(now), None)?;
    if plan.limit.is_none() {
        state.apply_sync(&plan, &fetched.company_key, now)?;
    } else {
        state.sync_was_stopped(now)?;
    }
    synced.plan = Some(plan);
    Ok(synced)
}

/// Takes down what keeps the people from being read. Closed hours only make it wait.
fn hindered(state: &SharedState, error: kot::Error, now: Jst) -> Result<Option<Error>, Error> {
    match error {
        kot::Error::Closed { opens, configured } => {
            if !configured {
                keep_away_until(&mut state.hold(), opens)?;
            }
            return Ok(None);
        }
        kot::Error::Stopped => {}
        _ => state.hold().sync_failed(now)?,
    }
    let error = error.into();
    leave_alone(&mut state.hold(), &error, now)?;
    Ok(Some(error))
}
