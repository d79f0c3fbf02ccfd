//! Second step of a round: the rules decide, and what they decide is stored.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Duration;

use crate::domain::finding::Finding;
use crate::domain::pc_log::{LinkKind, LogId, PcLog};
use crate::domain::picture::{Material, picture};
use crate::domain::plan::{Change, Inputs, plan};
use crate::domain::punch::{PunchKind, PunchState};
use crate::domain::sync::CodeMove;
use crate::domain::time::{Jst, WorkDay};
use crate::domain::unlinked::unlinked;
use crate::state::{self, State};

use super::Choices;

/// A day's sessions may have begun so many days before it.
const MARGIN_DAYS: u64 = 3;

/// What the second step came to.
#[derive(Clone, Debug)]
pub(super) struct Decided {
    /// Punches that were not there before.
    pub new: usize,
    /// Punches that the rules no longer give.
    pub withdrawn: usize,
    /// The first work day that was looked at: what was found of earlier ones stays as it is.
    pub first_day: WorkDay,
    /// Findings that the logs and the plan raise.
    pub findings: Vec<Finding>,
}

/// Decides all work days that can still change, and stores punches, fates and findings.
///
/// # Errors
/// What the state file refuses; each of the three is stored whole or not at all.
pub(super) fn decide(
    state: &mut State,
    choices: &Choices,
    now: Jst,
) -> Result<Decided, state::Error> {
    state.adopt_borders(choices.fixed_border)?;
    let kind = LinkKind::MaLion;
    let first_day = first_day(state, choices, kind, now)?;
    let material = material(state, choices, kind, first_day)?;
    let picture = picture(&material, &choices.rules, first_day, now);

    let from = material.logs.first().map_or(now, |log| log.raw.occurred_at);
    let taken = state.taken_grounds(from)?;
    let stored = state.punches_from(first_day)?;
    let by_id: BTreeMap<LogId, &PcLog> = material.logs.iter().map(|log| (log.id, log)).collect();
    let is_shared = |id: LogId, day| {
        by_id
            .get(&id)
            .is_some_and(|log| picture.is_shared(log, day))
    };
    let moves = state.code_moves()?;
    let moved = moves
        .iter()
        .filter(|one| one.held)
        .map(|one| one.employee.clone())
        .collect();
    let plan = plan(&Inputs {
        decisions: &picture.decisions,
        stored: &stored,
        first_day,
        oldest_day: choices.oldest_day(now),
        taken: &taken,
        moved: &moved,
        is_shared: &is_shared,
    });
    state.apply_changes(&plan.changes, now)?;

    let grounds = grounds(state, first_day, &taken)?;
    let told_from = first_day.begins_at(chrono::NaiveTime::MIN);
    let verdicts = picture.verdicts(&material.logs, told_from, &grounds, &plan.late_logs);
    state.set_fates(&verdicts)?;

    let mut findings = picture.findings.clone();
    findings.extend(plan.findings);
    findings.extend(moves.iter().map(CodeMove::finding));
    findings.extend(unlinked(
        picture.unlinked(&material.logs),
        &state.linked_names(kind)?,
    ));
    let count = |wanted: fn(&Change) -> bool| plan.changes.iter().filter(|c| wanted(c)).count();
    Ok(Decided {
        new: count(|change| matches!(change, Change::Add { .. })),
        withdrawn: count(|change| matches!(change, Change::Withdraw { .. })),
        first_day,
        findings,
    })
}

/// The logs that decisions from `first_day` on rest on, with people, links and borders.
///
/// # Errors
/// What the state file refuses.
pub fn material(
    state: &State,
    choices: &Choices,
    kind: LinkKind,
    first_day: WorkDay,
) -> Result<Material, state::Error> {
    let lookback = u64::try_from(choices.rules.lookback.num_days()).unwrap_or_default();
    let from = first_day
        .back(lookback + MARGIN_DAYS)
        .begins_at(chrono::NaiveTime::MIN);
    state.material(kind, from, &choices.nights)
}

/// The first work day that can still change: within the age that is punched and the wait for a
/// ログオフ, or older where a parked log was just linked or a punch still waits.
fn first_day(
    state: &State,
    choices: &Choices,
    kind: LinkKind,
    now: Jst,
) -> Result<WorkDay, state::Error> {
    let lookback = u64::try_from(choices.rules.lookback.num_days()).unwrap_or_default();
    let usual = super::today(now).back(choices.rules.max_age_days.max(lookback) + MARGIN_DAYS);
    let released = state
        .oldest_releasable(kind)?
        .map(|moment| WorkDay::new((moment - Duration::days(1)).date_naive()));
    let waiting = state.oldest_decided()?;
    Ok([released, waiting]
        .into_iter()
        .flatten()
        .fold(usual, WorkDay::min))
}

/// The logs on which punches rest that are not withdrawn.
fn grounds(
    state: &State,
    first_day: WorkDay,
    taken: &BTreeMap<(LogId, PunchKind), crate::domain::punch::PunchId>,
) -> Result<BTreeSet<LogId>, state::Error> {
    let punches = state.punches_from(first_day)?;
    let standing = punches
        .into_iter()
        .filter(|punch| punch.state != PunchState::Withdrawn);
    let mut grounds: BTreeSet<LogId> = standing.flat_map(|punch| punch.logs).collect();
    grounds.extend(taken.keys().map(|(log, _)| *log));
    Ok(grounds)
}
