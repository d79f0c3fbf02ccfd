//! What the rules give, held against what is stored: which punches are new, changed, held or withdrawn.
//! A punch that may be in KING OF TIME is never changed again; what would change it is a `late-change`.

mod planning;

use std::collections::{BTreeMap, BTreeSet};

use super::decide::Decision;
use super::employee::EmployeeKey;
use super::finding::{Code, Finding};
use super::pc_log::LogId;
use super::punch::{Punch, PunchId, PunchKind};
use super::time::{Minute, WorkDay};

use planning::Planning;

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

/// A reason that delivery found likewise: the other half of this 休憩 is not sent, or was not accepted.
pub const NO_PAIR: &str = "no-pair";

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
        /// Whether it is a 退勤 of policy `rolling`.
        rolling: bool,
        /// What it rests on.
        ground: LogId,
        /// Held, or free to be sent.
        hold: Option<Hold>,
    },
    /// A punch that never left, or was proven absent, gets another time, ground or hold, or comes back.
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
    /// Punches that the rules do not give as they were sent: where one turns out to be absent, it is not sent
    /// once more before another plan.
    pub superseded: BTreeSet<PunchId>,
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
    /// Whether the person is set aside on that day: what is unsent is withdrawn, and nothing is told.
    pub is_excluded: &'a dyn Fn(&EmployeeKey, WorkDay) -> bool,
    /// Whether a ground's user name is held on that day.
    pub is_shared: &'a dyn Fn(LogId, WorkDay) -> bool,
}

/// Makes the plan. Running it twice on its own outcome changes nothing the second time.
pub fn plan(inputs: &Inputs<'_>) -> Plan {
    let mut planning = Planning::new(inputs);
    for ((employee, work_day), decision) in inputs.decisions {
        planning.hold_against(employee, *work_day, decision);
    }
    planning.finish()
}

#[cfg(test)]
mod tests;
