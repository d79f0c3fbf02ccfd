//! The punches of a replay, and KING OF TIME as it would show them.

use std::collections::BTreeMap;

use crate::domain::delivery::{Gate, Proof, Shown, gate};
use crate::domain::employee::EmployeeKey;
use crate::domain::gate::break_gate;
use crate::domain::pc_log::LogId;
use crate::domain::plan::{Change, Hold, NO_PAIR, NOT_LATER};
use crate::domain::punch::{Punch, PunchId, PunchKind, PunchState, TimeRecord};
use crate::domain::time::{Jst, WorkDay};
use crate::domain::unread::{Known, goes_unread};

/// What was decided, and what of it went.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    /// By number, oldest first.
    punches: Vec<Punch>,
    /// Grounds of punches that went.
    taken: BTreeMap<(LogId, PunchKind), PunchId>,
}

impl Ledger {
    /// All punches.
    pub(super) fn punches(&self) -> &[Punch] {
        &self.punches
    }

    /// Grounds of punches that went.
    pub(super) fn taken(&self) -> &BTreeMap<(LogId, PunchKind), PunchId> {
        &self.taken
    }

    /// The oldest work day with a punch that did not go and still may.
    pub(super) fn oldest_waiting(&self) -> Option<WorkDay> {
        let waits = |punch: &&Punch| matches!(punch.state, PunchState::Decided | PunchState::Held);
        let waiting = self.punches.iter().filter(waits);
        waiting.map(|punch| punch.work_day).min()
    }

    /// Stores what a plan changes.
    pub(super) fn apply(&mut self, changes: Vec<Change>) {
        for change in changes {
            match change {
                Change::Add { .. } => {
                    let number = i64::try_from(self.punches.len()).unwrap_or(i64::MAX);
                    self.punches.extend(added(PunchId(number), change));
                }
                Change::Reset {
                    id,
                    time,
                    ground,
                    hold,
                } => {
                    if let Some(punch) = self.get_mut(id) {
                        punch.time = time;
                        punch.logs = vec![ground];
                        (punch.state, punch.reason) = standing(hold);
                    }
                }
                Change::Withdraw { id } => {
                    if let Some(punch) = self.get_mut(id) {
                        punch.state = PunchState::Withdrawn;
                    }
                }
            }
        }
    }

    /// Sends what may go at `now`, each person's day by time; with KING OF TIME closed to readings what goes
    /// unread, if `unread` goes at all. Says whether something is left that a reading would let go.
    pub(super) fn deliver(&mut self, now: Jst, is_open: bool, unread: bool) -> bool {
        let due = self.punches.iter();
        let due = due.filter(|punch| punch.state == PunchState::Decided);
        let mut due: Vec<Punch> = due.cloned().collect();
        due.sort_by(|a, b| {
            let place = |punch: &Punch| (punch.work_day, punch.time, punch.kind);
            (&a.employee, place(a)).cmp(&(&b.employee, place(b)))
        });
        let today = WorkDay::new(now.date_naive());
        let mut is_left = false;
        for punch in &due {
            if is_open {
                self.try_at_gate(punch, now);
            } else if unread && goes_unread(punch, Known::default(), today) {
                self.accept(punch);
            } else {
                is_left = true;
            }
        }
        is_left
    }

    fn try_at_gate(&mut self, punch: &Punch, now: Jst) {
        let day = self.punches_of(&punch.employee, punch.work_day);
        let records = records(&day);
        let shown = Shown {
            began: now,
            is_timed: true,
            proof: Proof::Whole,
            absent_before: None,
            records: &records,
        };
        let gate = match punch.kind.is_break() {
            true => break_gate(punch, &shown, &day),
            false => gate(punch, &shown),
        };
        match gate {
            Gate::Send => self.accept(punch),
            Gate::NotLater(_) => self.hold(punch.id, NOT_LATER),
            Gate::NoPair => self.hold(punch.id, NO_PAIR),
            // There is nobody else's punch: what is left waits for a 出勤.
            _ => {}
        }
    }

    fn accept(&mut self, punch: &Punch) {
        let grounds = punch.logs.iter();
        self.taken
            .extend(grounds.map(|ground| ((*ground, punch.kind), punch.id)));
        if let Some(punch) = self.get_mut(punch.id) {
            punch.state = PunchState::Accepted;
            punch.may_have_left = true;
            punch.attempts = 1;
        }
    }

    fn hold(&mut self, id: PunchId, reason: &str) {
        if let Some(punch) = self.get_mut(id) {
            punch.state = PunchState::Held;
            punch.reason = Some(reason.to_owned());
        }
    }

    fn get_mut(&mut self, id: PunchId) -> Option<&mut Punch> {
        self.punches.get_mut(usize::try_from(id.0).ok()?)
    }

    /// The punches of one person's work day.
    pub(super) fn punches_of(&self, employee: &EmployeeKey, day: WorkDay) -> Vec<Punch> {
        let of_day = |punch: &&Punch| punch.work_day == day && punch.employee == *employee;
        self.punches.iter().filter(of_day).cloned().collect()
    }
}

/// What KING OF TIME shows of a day's punches, by time: of policy `rolling` the last 退勤, which took the
/// place of those before it.
pub(super) fn records(day: &[Punch]) -> Vec<TimeRecord> {
    let shown = |punch: &&Punch| punch.state == PunchState::Accepted && !punch.is_overwritten(day);
    let record = |punch: &Punch| TimeRecord {
        code: punch.kind.code(),
        time: punch.time.start(),
        how: None,
    };
    let mut records: Vec<TimeRecord> = day.iter().filter(shown).map(record).collect();
    records.sort_by_key(|record| (record.time, record.code));
    records
}

/// The punch that a plan adds.
fn added(id: PunchId, change: Change) -> Option<Punch> {
    let Change::Add {
        employee,
        work_day,
        kind,
        time,
        rolling,
        ground,
        hold,
    } = change
    else {
        return None;
    };
    let (state, reason) = standing(hold);
    Some(Punch {
        id,
        employee,
        work_day,
        kind,
        time,
        rolling,
        state,
        reason,
        released: false,
        logs: vec![ground],
        attempts: 0,
        may_have_left: false,
        last_attempt_ended: None,
        absences: 0,
        kot_code: None,
        kot_message: None,
    })
}

fn standing(hold: Option<Hold>) -> (PunchState, Option<String>) {
    match hold {
        Some(hold) => (PunchState::Held, Some(hold.name().to_owned())),
        None => (PunchState::Decided, None),
    }
}
