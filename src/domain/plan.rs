//! What the rules give, held against what is stored: which punches are new, changed, held or withdrawn.
//! A punch that may have left is never changed again; what would change it is a `late-change`.

use std::collections::{BTreeMap, BTreeSet};

use super::decide::{Decision, Settlement};
use super::employee::EmployeeKey;
use super::finding::{Code, Evidence, Finding};
use super::pc_log::LogId;
use super::punch::{Punch, PunchId, PunchKind, PunchState};
use super::time::{Minute, WorkDay};

/// Why a punch is held although the rules give it. Recomputed each round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// Its user name may be two people's.
    SharedUserName,
    /// Its work day is more than `punch.max_age_days` back.
    TooOld,
    /// The person's 従業員コード was, or became, another's, and no import has confirmed the link since.
    CodeMoved,
}

impl Hold {
    /// The reason's name, that of the finding which explains it.
    pub fn name(self) -> &'static str {
        match self {
            Self::SharedUserName => Code::SharedUserName.name(),
            Self::TooOld => Code::TooOld.name(),
            Self::CodeMoved => Code::CodeMoved.name(),
        }
    }
}

/// A reason that delivery found and that stays with the punch: KING OF TIME shows a 出勤 that is not
/// before this 退勤. It is not one of [`Hold`], since it does not come from the logs.
pub const NOT_LATER: &str = "not-later";

/// Another such reason, which delivery frees again by itself: KING OF TIME has closed the work day (締め).
pub const CLOSED_MONTH: &str = "closed-month";

/// One change of the stored punches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A punch that was not there.
    Add {
        /// Whose.
        employee: EmployeeKey,
        /// Which day.
        work_day: WorkDay,
        /// Which.
        kind: PunchKind,
        /// When.
        time: Minute,
        /// What it rests on.
        ground: LogId,
        /// Held, or free to be sent.
        hold: Option<Hold>,
    },
    /// A punch that never left gets another time, ground or hold, or comes back.
    Reset {
        /// Which.
        id: PunchId,
        /// When.
        time: Minute,
        /// What it rests on.
        ground: LogId,
        /// Held, or free to be sent.
        hold: Option<Hold>,
    },
    /// The rules no longer give it.
    Withdraw {
        /// Which.
        id: PunchId,
    },
}

/// Everything that one round changes about punches, and what it found out by that.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// Changes to store.
    pub changes: Vec<Change>,
    /// `late-change`.
    pub findings: Vec<Finding>,
    /// Logs that would change a punch already sent.
    pub late_logs: BTreeSet<LogId>,
}

/// What the plan is made from.
pub struct Inputs<'a> {
    /// Decisions of all work days that were looked at, from `since` on.
    pub decisions: &'a BTreeMap<(EmployeeKey, WorkDay), Decision>,
    /// All stored punches from `first_day` on.
    pub stored: &'a [Punch],
    /// The first work day whose logs were all looked at.
    pub first_day: WorkDay,
    /// Work days before this one are too old to be punched without a person.
    pub oldest_day: WorkDay,
    /// Grounds of punches that may have left: a log is the ground of at most one punch of a kind, for
    /// anybody, ever.
    pub taken: &'a BTreeMap<(LogId, PunchKind), PunchId>,
    /// People whose code moved and waits for an import to confirm it.
    pub moved: &'a BTreeSet<EmployeeKey>,
    /// Whether a ground's user name is held on that day.
    pub is_shared: &'a dyn Fn(LogId, WorkDay) -> bool,
}

/// Makes the plan. Running it twice on its own outcome changes nothing the second time.
pub fn plan(inputs: &Inputs<'_>) -> Plan {
    let mut plan = Plan::default();
    let mut stored: BTreeMap<(&EmployeeKey, WorkDay, PunchKind), &Punch> = BTreeMap::new();
    for punch in inputs.stored {
        stored.insert((&punch.employee, punch.work_day, punch.kind), punch);
    }
    for ((employee, work_day), decision) in inputs.decisions {
        for decided in &decision.punches {
            let (kind, time, ground) = (decided.kind, decided.time, decided.ground);
            let hold = hold_of(inputs, employee, ground, *work_day);
            let punch = stored.remove(&(employee, *work_day, kind));
            let taken = inputs.taken.contains_key(&(ground, kind));
            match punch {
                Some(punch) if !may_change(punch) => {
                    late_change(&mut plan, punch, Some((time, ground)));
                    continue;
                }
                Some(punch) if taken => withdraw(&mut plan, punch),
                None if taken => {}
                Some(punch) => reset(&mut plan, punch, time, ground, hold),
                None => plan.changes.push(Change::Add {
                    employee: employee.clone(),
                    work_day: *work_day,
                    kind,
                    time,
                    ground,
                    hold,
                }),
            }
        }
    }
    for ((employee, work_day, kind), punch) in stored {
        if work_day < inputs.first_day {
            continue;
        }
        let decision = inputs.decisions.get(&(employee.clone(), work_day));
        let known = decision.is_none_or(|decision| decision.settlement == Settlement::Settled);
        if may_change(punch) {
            withdraw(&mut plan, punch);
        } else if kind == PunchKind::ClockIn || known {
            late_change(&mut plan, punch, None);
        }
    }
    plan
}

/// Whether the rules may still change a punch: it never left, and no person has decided on it.
fn may_change(punch: &Punch) -> bool {
    punch.state.is_open() && !punch.may_have_left && !punch.released
}

fn hold_of(
    inputs: &Inputs<'_>,
    employee: &EmployeeKey,
    ground: LogId,
    work_day: WorkDay,
) -> Option<Hold> {
    if inputs.moved.contains(employee) {
        Some(Hold::CodeMoved)
    } else if (inputs.is_shared)(ground, work_day) {
        Some(Hold::SharedUserName)
    } else if work_day < inputs.oldest_day {
        Some(Hold::TooOld)
    } else {
        None
    }
}

fn reset(plan: &mut Plan, punch: &Punch, time: Minute, ground: LogId, hold: Option<Hold>) {
    let same = punch.time == time && punch.logs == [ground];
    let refused_by_kot = punch.state == PunchState::Held
        && matches!(punch.reason.as_deref(), Some(NOT_LATER | CLOSED_MONTH));
    let stands = match hold {
        Some(hold) => {
            punch.state == PunchState::Held && punch.reason.as_deref() == Some(hold.name())
        }
        None => punch.state == PunchState::Decided || refused_by_kot,
    };
    if !(same && stands) {
        plan.changes.push(Change::Reset {
            id: punch.id,
            time,
            ground,
            hold,
        });
    }
}

fn withdraw(plan: &mut Plan, punch: &Punch) {
    if punch.state != PunchState::Withdrawn {
        plan.changes.push(Change::Withdraw { id: punch.id });
    }
}

fn late_change(plan: &mut Plan, punch: &Punch, now: Option<(Minute, LogId)>) {
    let ours_is_in_kot = matches!(
        punch.state,
        PunchState::Accepted | PunchState::Unknown | PunchState::Sending | PunchState::Decided
    );
    if !ours_is_in_kot || now.is_some_and(|(time, _)| time == punch.time) {
        return;
    }
    let evidence = Evidence::default().minute(punch.time);
    let evidence = evidence.fact("kind", punch.kind.code().to_string());
    let evidence = match now {
        Some((time, ground)) => {
            plan.late_logs.insert(ground);
            evidence.log(ground).minute(time)
        }
        None => evidence,
    };
    plan.findings.push(Finding::of_day(
        Code::LateChange,
        &punch.employee,
        punch.work_day,
        evidence,
    ));
}
