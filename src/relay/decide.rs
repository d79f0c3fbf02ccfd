//! Second step of a round: the rules decide, and what they decide is stored.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Duration;

use crate::domain::employee::EmployeeKey;
use crate::domain::finding::Finding;
use crate::domain::headway::{Headway, Step};
use crate::domain::held_name::HeldName;
use crate::domain::no_link_code::LastSigns;
use crate::domain::pc_log::{Fate, LogId, PcLog, Verdict};
use crate::domain::picture::{Picture, holds_at_most_until};
use crate::domain::plan::{Change, Plan};
use crate::domain::presence::Presence;
use crate::domain::punch::PunchId;
use crate::domain::sync::code_move_findings;
use crate::domain::time::{Jst, WorkDay};
use crate::domain::unlinked::{NamesByKind, unlinked};
use crate::state::{self, Grounds, State, Unreached};

use super::Choices;
use super::company::{Company, Judged, parts_for};

/// A day's sessions may have begun so many days before it.
pub(super) const MARGIN_DAYS: u64 = 3;

/// What the second step came to.
#[derive(Clone, Debug, Default)]
pub(super) struct Decided {
    /// Punches that were not there before.
    pub new: usize,
    /// Punches that the rules no longer give.
    pub withdrawn: usize,
    /// The first work day that was looked at: what was found of earlier ones stays as it is. `None` where no day
    /// was, since all that was decided before holds.
    pub first_day: Option<WorkDay>,
    /// The imports, and undos, since which nothing had been decided.
    pub imports: Vec<Unreached>,
    /// How long this holds, where anything was decided.
    pub holds: Option<Holds>,
    /// The work days that have logs.
    pub logged: BTreeSet<(EmployeeKey, WorkDay)>,
    /// Findings that the logs and the plan raise.
    pub findings: Vec<Finding>,
    /// Punches that the rules do not give as they were sent.
    pub superseded: BTreeSet<PunchId>,
    /// What became of the logs that are new in this round; the rest of them were too old to be looked at.
    pub fates: BTreeMap<Fate, usize>,
}

impl Decided {
    /// Notes that this was decided, once all that it tells is stored: a process that dies before decides again.
    ///
    /// # Errors
    /// What the state file refuses.
    pub(super) fn note(&self, state: &mut State) -> Result<(), state::Error> {
        state.reach_imports(&self.imports)?;
        match self.holds {
            Some(Holds { mark, until }) => state.decisions_made(mark, until),
            None => Ok(()),
        }
    }
}

/// How long what was decided holds, if nothing changes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Holds {
    /// Of the choices it was decided by.
    mark: u64,
    until: Jst,
}

/// Decides where anything changed since decisions were last made, or their time has come. Elsewhere they hold, and
/// a round costs the same however much there is to decide on. `new` are the logs that the round took, in their order.
///
/// # Errors
/// What the state file refuses.
pub(super) fn decide_where_needed(
    state: &mut State,
    choices: &Choices,
    new: &[LogId],
    now: Jst,
    headway: &Headway,
) -> Result<Decided, state::Error> {
    let mark = choices.mark();
    if state.decisions_hold(mark, now)? {
        return Ok(Decided::default());
    }
    state.begin_deciding()?;
    state.freeze_where_it_disagrees(now)?;
    let (mut decided, until) = decide(state, choices, new, now, headway)?;
    decided.holds = Some(Holds { mark, until });
    Ok(decided)
}

/// Decides all work days that can still change, and stores punches, fates and findings, part by part: a large company
/// needs no more memory than a small one. Tells until when that holds if nothing changes.
///
/// # Errors
/// What the state file refuses; what is stored of a part is stored whole or not at all.
fn decide(
    state: &mut State,
    choices: &Choices,
    new: &[LogId],
    now: Jst,
    headway: &Headway,
) -> Result<(Decided, Jst), state::Error> {
    headway.begin(Step::Decide, 0);
    state.give_fates()?;
    state.adopt_borders(choices.fixed_border)?;
    state.adopt_nights(&choices.nights)?;
    // By the calendar: no division's border makes a work day begin later.
    state.adopt_policy(choices.policy, super::today(now).next())?;
    let imports = state.unreached_imports()?;
    let first_day = first_day(state, choices, &imports, now)?;
    let from = looked_from(choices, first_day);
    let mut company = Company::read(state, choices, first_day)?;
    let accounts = state.linked_names()?;
    let mut sum = Sum::new(first_day, now);
    let parts = state.parts(from, parts_for)?;
    headway.begin(Step::Decide, parts.len());
    for part in parts {
        company.turn_to(state, &part, from)?;
        let grounds = state.grounds_of_part(&part, from, first_day)?;
        let Judged { picture, plan } = company.judge(state, choices, &part, &grounds, now)?;
        state.apply_changes(&plan.changes, now)?;
        let rests = rest_on(&grounds, &plan);
        let told_from = first_day.begins_at(chrono::NaiveTime::MIN);
        let logs = &company.material.logs;
        let verdicts = picture.verdicts(logs, told_from, &rests, &plan.late_logs);
        state.set_fates(&verdicts)?;
        sum.count(&verdicts, new);
        sum.add(picture, plan, logs, &accounts);
        headway.advance();
    }
    sum.held_names.extend(company.left_over());
    state.keep_held_names(&sum.held_names, now)?;
    let over = first_day..=super::today(now).back(1);
    let gone = state.gone_people()?;
    let silent = sum.presence.silent_people(&company.material, &gone, over);
    sum.decided.findings.extend(silent);
    sum.decided.findings.extend(moved_codes(state)?);
    if choices.rules.require_link_code {
        let without = sum.signs.no_link_code(|_| true);
        sum.decided.findings.extend(without);
    }
    sum.decided.logged = sum.presence.into_days();
    sum.decided.imports = imports;
    Ok((sum.decided, sum.holds_until))
}

/// The logs on which punches rest once a plan is carried out.
fn rest_on(grounds: &Grounds, plan: &Plan) -> BTreeSet<LogId> {
    let changed: BTreeSet<PunchId> = plan
        .changes
        .iter()
        .filter_map(|change| match change {
            Change::Reset { id, .. } | Change::Withdraw { id } => Some(*id),
            Change::Add { .. } => None,
        })
        .collect();
    let standing = grounds.standing.iter();
    let standing = standing.filter(|(_, punch)| !changed.contains(punch));
    let new = plan.changes.iter().filter_map(|change| match change {
        Change::Add { ground, .. } | Change::Reset { ground, .. } => Some(*ground),
        Change::Withdraw { .. } => None,
    });
    let taken = grounds.taken.keys().map(|(log, _)| *log);
    standing
        .map(|(log, _)| *log)
        .chain(new)
        .chain(taken)
        .collect()
}

fn moved_codes(state: &State) -> Result<Vec<Finding>, state::Error> {
    let moves = state.code_moves()?;
    if moves.is_empty() {
        return Ok(Vec::new());
    }
    Ok(code_move_findings(&moves, &state.employees()?))
}

/// What all parts of a round came to.
struct Sum {
    decided: Decided,
    holds_until: Jst,
    held_names: Vec<HeldName>,
    presence: Presence,
    signs: LastSigns,
}

impl Sum {
    fn new(first_day: WorkDay, now: Jst) -> Self {
        Self {
            decided: Decided {
                first_day: Some(first_day),
                ..Decided::default()
            },
            holds_until: holds_at_most_until(now),
            held_names: Vec::new(),
            presence: Presence::default(),
            signs: LastSigns::default(),
        }
    }

    fn count(&mut self, verdicts: &[Verdict<'_>], new: &[LogId]) {
        for verdict in verdicts {
            if new.binary_search(&verdict.log.id).is_ok() {
                *self.decided.fates.entry(verdict.fate).or_default() += 1;
            }
        }
    }

    fn add(&mut self, picture: Picture, plan: Plan, logs: &[PcLog], accounts: &NamesByKind) {
        let count = |wanted: fn(&Change) -> bool| plan.changes.iter().filter(|c| wanted(c)).count();
        self.decided.new += count(|change| matches!(change, Change::Add { .. }));
        self.decided.withdrawn += count(|change| matches!(change, Change::Withdraw { .. }));
        self.decided.superseded.extend(plan.superseded);
        self.presence.look_at(&picture, logs);
        self.signs.look_at(logs);
        self.holds_until = self.holds_until.min(picture.changes_at);
        let findings = &mut self.decided.findings;
        findings.extend(unlinked(picture.unlinked(logs), accounts));
        findings.extend(picture.findings);
        findings.extend(plan.findings);
        self.held_names.extend(picture.held_names);
    }
}

/// The moment from which on logs may count for `first_day` or later days.
pub(super) fn looked_from(choices: &Choices, first_day: WorkDay) -> Jst {
    let lookback = u64::try_from(choices.rules.lookback.num_days()).unwrap_or_default();
    let day = first_day.back(lookback + MARGIN_DAYS);
    day.begins_at(chrono::NaiveTime::MIN)
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
