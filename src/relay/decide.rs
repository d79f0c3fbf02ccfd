//! Second step of a round: the rules decide, and what they decide is stored.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Duration;

use crate::domain::employee::EmployeeKey;
use crate::domain::finding::Finding;
use crate::domain::no_link_code::no_link_code;
use crate::domain::ownership::Links;
use crate::domain::pc_log::{LinkKind, LogId, PcLog};
use crate::domain::picture::{Material, Picture, picture};
use crate::domain::plan::{Change, Inputs, Plan, plan};
use crate::domain::presence::silent_people;
use crate::domain::punch::{PunchId, PunchKind};
use crate::domain::reassignment::{LinkEdit, edited};
use crate::domain::sync::code_move_findings;
use crate::domain::time::{Jst, WorkDay};
use crate::domain::unlinked::unlinked;
use crate::state::{self, State, Unreached};

use super::Choices;

/// A day's sessions may have begun so many days before it.
pub(super) const MARGIN_DAYS: u64 = 3;

/// What the second step came to.
#[derive(Clone, Debug)]
pub(super) struct Decided {
    /// Punches that were not there before.
    pub new: usize,
    /// Punches that the rules no longer give.
    pub withdrawn: usize,
    /// The first work day that was looked at: what was found of earlier ones stays as it is.
    pub first_day: WorkDay,
    /// The imports, and undos, since which nothing had been decided.
    pub imports: Vec<Unreached>,
    /// The work days that have logs.
    pub logged: BTreeSet<(EmployeeKey, WorkDay)>,
    /// The log that came last.
    pub newest_log: Option<PcLog>,
    /// Findings that the logs and the plan raise.
    pub findings: Vec<Finding>,
    /// Punches that the rules do not give as they were sent.
    pub superseded: BTreeSet<PunchId>,
}

/// Decides all work days that can still change, and stores punches, fates and findings.
///
/// # Errors
/// What the state file refuses; each of them is stored whole or not at all.
pub(super) fn decide(
    state: &mut State,
    choices: &Choices,
    now: Jst,
) -> Result<Decided, state::Error> {
    state.adopt_borders(choices.fixed_border)?;
    state.adopt_nights(&choices.nights)?;
    // By the calendar: no division's border makes a work day begin later.
    state.adopt_policy(choices.policy, super::today(now).next())?;
    let imports = state.unreached_imports()?;
    let first_day = first_day(state, choices, &imports, now)?;
    let material = material(state, choices, first_day)?;
    let Judged {
        picture,
        plan,
        taken,
    } = judge(state, choices, &material, first_day, now)?;
    state.keep_held_names(&picture.held_names, now)?;
    state.apply_changes(&plan.changes, now)?;

    let mut grounds = state.standing_grounds(first_day)?;
    grounds.extend(taken.keys().map(|(log, _)| *log));
    let told_from = first_day.begins_at(chrono::NaiveTime::MIN);
    let verdicts = picture.verdicts(&material.logs, told_from, &grounds, &plan.late_logs);
    state.set_fates(&verdicts)?;

    let mut findings = picture.findings.clone();
    findings.extend(plan.findings);
    findings.extend(moved_codes(state)?);
    findings.extend(unlinked(
        picture.unlinked(&material.logs),
        &state.linked_names()?,
    ));
    let gone = state.gone_people()?;
    let over = first_day..=super::today(now).back(1);
    findings.extend(silent_people(&material, &picture, &gone, over));
    findings
        .extend(no_link_code(&material.logs, |_| true).filter(|_| choices.rules.require_link_code));
    let of_malion = |log: &&PcLog| log.kind == LinkKind::MaLion;
    let newest = material.logs.iter().filter(of_malion);
    let newest = newest.max_by_key(|log| log.raw.collected_at);
    let count = |wanted: fn(&Change) -> bool| plan.changes.iter().filter(|c| wanted(c)).count();
    Ok(Decided {
        new: count(|change| matches!(change, Change::Add { .. })),
        withdrawn: count(|change| matches!(change, Change::Withdraw { .. })),
        first_day,
        imports,
        logged: picture.days().cloned().collect(),
        newest_log: match newest {
            Some(log) => Some(log.clone()),
            None => state.last_log(LinkKind::MaLion)?,
        },
        findings,
        superseded: plan.superseded,
    })
}

fn moved_codes(state: &State) -> Result<Vec<Finding>, state::Error> {
    let moves = state.code_moves()?;
    if moves.is_empty() {
        return Ok(Vec::new());
    }
    Ok(code_move_findings(&moves, &state.employees()?))
}

/// What the rules make of some material beside the punches that are stored.
struct Judged {
    picture: Picture,
    plan: Plan,
    taken: BTreeMap<(LogId, PunchKind), PunchId>,
}

fn judge(
    state: &State,
    choices: &Choices,
    material: &Material,
    first_day: WorkDay,
    now: Jst,
) -> Result<Judged, state::Error> {
    let picture = picture(material, &choices.rules, first_day, now);
    let from = material.logs.first().map_or(now, |log| log.raw.occurred_at);
    let taken = state.taken_grounds(from)?;
    let stored = state.punches_from(first_day)?;
    let by_id: BTreeMap<LogId, &PcLog> = material.logs.iter().map(|log| (log.id, log)).collect();
    let is_shared = |id: LogId, day| {
        by_id
            .get(&id)
            .is_some_and(|log| picture.is_shared(log, day))
    };
    let is_excluded = |employee: &EmployeeKey, day| {
        let person = material.people.get(employee);
        person.is_some_and(|person| person.is_excluded_on(day))
    };
    let held = state.code_moves()?.into_iter().filter(|one| one.held);
    let moved = held.map(|one| one.employee).collect();
    let plan = plan(&Inputs {
        decisions: &picture.decisions,
        stored: &stored,
        first_day,
        oldest_day: choices.oldest_day(now),
        taken: &taken,
        moved: &moved,
        is_excluded: &is_excluded,
        is_shared: &is_shared,
    });
    Ok(Judged {
        picture,
        plan,
        taken,
    })
}

/// How many more punches the rules give once `edits` of links are made, of those that need no person.
/// `oldest` is the first day with a log that the edits release. Nothing is stored.
///
/// # Errors
/// What the state file refuses.
pub fn punches_released(
    state: &State,
    choices: &Choices,
    edits: &[LinkEdit],
    oldest: WorkDay,
    now: Jst,
) -> Result<usize, state::Error> {
    let first_day = oldest.back(1);
    let mut material = material(state, choices, first_day)?;
    let given = |judged: &Judged| {
        let free = |change: &&Change| matches!(change, Change::Add { hold: None, .. });
        judged.plan.changes.iter().filter(free).count()
    };
    let before = given(&judge(state, choices, &material, first_day, now)?);
    material.links = Links::new(edited(state.link_history()?, edits));
    let after = given(&judge(state, choices, &material, first_day, now)?);
    Ok(after.saturating_sub(before))
}

/// The logs that decisions from `first_day` on rest on, with people, links and borders.
///
/// # Errors
/// What the state file refuses.
pub fn material(
    state: &State,
    choices: &Choices,
    first_day: WorkDay,
) -> Result<Material, state::Error> {
    let lookback = u64::try_from(choices.rules.lookback.num_days()).unwrap_or_default();
    let from = first_day
        .back(lookback + MARGIN_DAYS)
        .begins_at(chrono::NaiveTime::MIN);
    state.material(&choices.links, from, &choices.nights)
}

/// The first work day that can still change: within the age that is punched and the wait for a
/// ログオフ, or older where a parked log was just linked or one of `imports` made a log another's, a punch
/// still waits, or one is held for its user name and not yet for its age. Days whose logs, or those of the
/// sessions that reach into them, are removed are not decided again.
fn first_day(
    state: &State,
    choices: &Choices,
    imports: &[Unreached],
    now: Jst,
) -> Result<WorkDay, state::Error> {
    let lookback = u64::try_from(choices.rules.lookback.num_days()).unwrap_or_default();
    let known_from = state
        .pruned_before()?
        .map_or(WorkDay::EARLIEST, |day| day.ahead(lookback + MARGIN_DAYS));
    let usual = super::today(now).back(choices.rules.max_age_days.max(lookback) + MARGIN_DAYS);
    let day_before = |moment: Jst| WorkDay::new((moment - Duration::days(1)).date_naive());
    let released = state.oldest_releasable()?.map(day_before);
    let relinked = state.oldest_relinked(imports)?.map(day_before);
    let waiting = state.oldest_decided()?;
    let held = state.oldest_held_by_name()?;
    Ok([released, relinked, waiting, held]
        .into_iter()
        .flatten()
        .fold(usual, WorkDay::min)
        .max(known_from))
}
