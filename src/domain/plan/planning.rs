//! The work of a plan: each work day's decision against the punches that are stored of it.

use std::collections::BTreeMap;

use crate::domain::decide::{Decided, Decision, Settlement};
use crate::domain::employee::EmployeeKey;
use crate::domain::finding::{Code, Evidence, Finding};
use crate::domain::pc_log::LogId;
use crate::domain::punch::{Punch, PunchKind, PunchState};
use crate::domain::time::{Minute, WorkDay};

use super::{CLOSED_MONTH, Change, Hold, Inputs, NO_PAIR, NOT_LATER, Plan};

/// A place that at most one punch can have: breaks and the 退勤 of policy `rolling` go by the minute.
type Place<'a> = (&'a EmployeeKey, WorkDay, PunchKind, Option<Minute>);

fn minute_of_place(kind: PunchKind, rolling: bool, time: Minute) -> Option<Minute> {
    (kind.is_break() || rolling).then_some(time)
}

/// A plan in the making.
pub(super) struct Planning<'a> {
    inputs: &'a Inputs<'a>,
    plan: Plan,
    /// Stored punches that no decision has been held against yet.
    stored: BTreeMap<Place<'a>, &'a Punch>,
    /// The last 退勤 of each day that KING OF TIME has from us, or may have.
    last_sent_out: BTreeMap<(&'a EmployeeKey, WorkDay), &'a Punch>,
}

impl<'a> Planning<'a> {
    /// Begins with what is stored.
    pub(super) fn new(inputs: &'a Inputs<'a>) -> Self {
        let mut planning = Self {
            inputs,
            plan: Plan::default(),
            stored: BTreeMap::new(),
            last_sent_out: BTreeMap::new(),
        };
        for punch in inputs.stored {
            planning.know(punch);
        }
        planning
    }

    fn know(&mut self, punch: &'a Punch) {
        let minute = minute_of_place(punch.kind, punch.rolling, punch.time);
        let place = (&punch.employee, punch.work_day, punch.kind, minute);
        self.stored.insert(place, punch);
        if punch.kind == PunchKind::ClockOut && punch.may_be_in_kot() {
            let last = self
                .last_sent_out
                .entry((&punch.employee, punch.work_day))
                .or_insert(punch);
            if last.time < punch.time {
                *last = punch;
            }
        }
    }

    /// Holds one work day's decision against what is stored of it.
    pub(super) fn hold_against(
        &mut self,
        employee: &'a EmployeeKey,
        day: WorkDay,
        decision: &Decision,
    ) {
        let mut breaks = Vec::new();
        let mut has_clock_out = false;
        for decided in &decision.punches {
            let (kind, time, ground) = (decided.kind, decided.time, decided.ground);
            let minute = minute_of_place(kind, decided.rolling, time);
            let punch = self.stored.remove(&(employee, day, kind, minute));
            let hold = hold_of(self.inputs, employee, decision, decided, day);
            let is_another = self.is_taken(ground, kind, punch)
                || (decided.rolling && self.is_passed(employee, day, time));
            match punch {
                Some(punch) if !may_change(punch) => {
                    has_clock_out |= kind == PunchKind::ClockOut;
                    if time != punch.time || hold.is_some() {
                        self.plan.superseded.insert(punch.id);
                    }
                    self.late_change(punch, Some((time, ground)));
                }
                Some(punch) if is_another => self.withdraw(punch),
                None if is_another => {}
                punch if kind.is_break() => breaks.push((decided, punch, hold)),
                punch => {
                    has_clock_out |= kind == PunchKind::ClockOut;
                    self.give(employee, day, decided, punch, hold);
                }
            }
        }
        for (decided, punch, hold) in breaks {
            if has_clock_out {
                self.give_break(employee, day, decided, punch, hold);
            } else if let Some(punch) = punch {
                self.withdraw(punch);
            }
        }
    }

    /// Whether another punch than the one that is `stored` in its place rests on that log.
    fn is_taken(&self, ground: LogId, kind: PunchKind, stored: Option<&Punch>) -> bool {
        let by = self.inputs.taken.get(&(ground, kind));
        by.is_some_and(|by| stored.is_none_or(|stored| stored.id != *by))
    }

    /// Whether a later 退勤 of the day was sent before.
    fn is_passed(&self, employee: &EmployeeKey, day: WorkDay, time: Minute) -> bool {
        let last = self.last_sent_out.get(&(employee, day));
        last.is_some_and(|last| time < last.time)
    }

    /// A break that was not there is sent only before its 退勤, and never in place of one that was sent:
    /// then it is for a person to correct.
    fn give_break(
        &mut self,
        employee: &'a EmployeeKey,
        day: WorkDay,
        decided: &Decided,
        punch: Option<&Punch>,
        hold: Option<Hold>,
    ) {
        if punch.is_some_and(|punch| punch.state != PunchState::Withdrawn) {
            return self.give(employee, day, decided, punch, hold);
        }
        let of_kind = self.stored.range((employee, day, decided.kind, None)..);
        let moved = of_kind
            .map(|(place, punch)| (*place, *punch))
            .take_while(|((whose, on, kind, _), _)| {
                (*whose, *on, *kind) == (employee, day, decided.kind)
            })
            .find(|(_, punch)| punch.may_be_in_kot());
        if let Some((place, sent)) = moved {
            self.stored.remove(&place);
            self.late_change(sent, Some((decided.time, decided.ground)));
        } else if let Some(out) = self.last_sent_out.get(&(employee, day)) {
            // Where its answer was lost and it proves absent, it is to go behind them.
            self.plan.superseded.insert(out.id);
            self.plan.late_logs.insert(decided.ground);
            let evidence = Evidence::default().log(decided.ground);
            let evidence = evidence.change(decided.kind, None, Some(decided.time));
            let finding = Finding::of_day(Code::LateChange, employee, day, evidence);
            self.plan.findings.push(finding);
        } else {
            self.give(employee, day, decided, punch, hold);
        }
    }

    /// What is stored and no longer given is withdrawn or, where it was sent, told.
    pub(super) fn finish(mut self) -> Plan {
        let left = std::mem::take(&mut self.stored);
        for ((employee, day, kind, _), punch) in left {
            if day < self.inputs.first_day {
                continue;
            }
            self.plan.superseded.insert(punch.id);
            let decision = self.inputs.decisions.get(&(employee.clone(), day));
            let settled = |decision: &Decision| decision.settlement == Settlement::Settled;
            let at_once = kind == PunchKind::ClockIn || punch.rolling;
            if (self.inputs.is_excluded)(employee, day) {
                if is_unsent(punch) {
                    self.withdraw(punch);
                }
            } else if may_change(punch) {
                self.withdraw(punch);
            } else if at_once || decision.is_none_or(settled) {
                self.no_longer_given(punch, decision);
            }
        }
        self.plan
    }

    /// Of the 退勤 of policy `rolling` the last one sent stands for all: it is wrong where the logs give
    /// none so late. Those before it were overwritten.
    fn no_longer_given(&mut self, punch: &Punch, decision: Option<&Decision>) {
        if !punch.rolling {
            return self.late_change(punch, None);
        }
        let mut given = decision.iter().flat_map(|decision| &decision.punches);
        let given = given.find(|given| given.kind == PunchKind::ClockOut);
        let last = self.last_sent_out.get(&(&punch.employee, punch.work_day));
        let is_last = last.is_some_and(|last| last.id == punch.id);
        if is_last && given.is_none_or(|given| given.time < punch.time) {
            self.late_change(punch, given.map(|given| (given.time, given.ground)));
        }
    }

    fn give(
        &mut self,
        employee: &EmployeeKey,
        work_day: WorkDay,
        decided: &Decided,
        punch: Option<&Punch>,
        hold: Option<Hold>,
    ) {
        let (kind, time, ground) = (decided.kind, decided.time, decided.ground);
        match punch {
            Some(punch) => self.reset(punch, time, ground, hold),
            None => self.plan.changes.push(Change::Add {
                employee: employee.clone(),
                work_day,
                kind,
                time,
                rolling: decided.rolling,
                ground,
                hold,
            }),
        }
    }

    fn reset(&mut self, punch: &Punch, time: Minute, ground: LogId, hold: Option<Hold>) {
        let same = punch.time == time && punch.logs == [ground];
        let reason = punch.reason.as_deref();
        let is_held = punch.state == PunchState::Held;
        let stands = match hold {
            Some(hold) => is_held && reason == Some(hold.name()),
            None => {
                let by_delivery =
                    is_held && matches!(reason, Some(NOT_LATER | NO_PAIR | CLOSED_MONTH));
                punch.state == PunchState::Decided || by_delivery
            }
        };
        if !(same && stands) {
            self.plan.changes.push(Change::Reset {
                id: punch.id,
                time,
                ground,
                hold,
            });
        }
    }

    fn withdraw(&mut self, punch: &Punch) {
        if punch.state != PunchState::Withdrawn {
            self.plan.changes.push(Change::Withdraw { id: punch.id });
        }
    }

    fn late_change(&mut self, punch: &Punch, now: Option<(Minute, LogId)>) {
        let is_same = now.is_some_and(|(time, _)| time == punch.time);
        let stays = punch.may_be_in_kot() || punch.state == PunchState::Decided;
        if !stays || is_same {
            return;
        }
        let mut evidence = Evidence::default();
        if let Some((_, ground)) = now {
            self.plan.late_logs.insert(ground);
            evidence = evidence.log(ground);
        }
        let to = now.map(|(time, _)| time);
        self.plan.findings.push(Finding::of_day(
            Code::LateChange,
            &punch.employee,
            punch.work_day,
            evidence.change(punch.kind, Some(punch.time), to),
        ));
    }
}

/// Whether the rules may still change a punch: it never left or was proven absent, and no person has decided
/// on it.
fn may_change(punch: &Punch) -> bool {
    is_unsent(punch) && !punch.released
}

fn is_unsent(punch: &Punch) -> bool {
    punch.state.is_open() && !(punch.may_have_left && punch.released)
}

/// Why a punch is held, if it is: a reason that nothing but a person ends comes before one that may end by
/// itself. Breaks go with their 退勤: what holds one of them holds all.
fn hold_of(
    inputs: &Inputs<'_>,
    employee: &EmployeeKey,
    decision: &Decision,
    decided: &Decided,
    work_day: WorkDay,
) -> Option<Hold> {
    let is_shared = |punch: &Decided| {
        let together = decided.kind.is_break() && punch.kind != PunchKind::ClockIn;
        (together || punch.kind == decided.kind) && (inputs.is_shared)(punch.ground, work_day)
    };
    if inputs.moved.contains(employee) {
        Some(Hold::CodeMoved)
    } else if work_day < inputs.oldest_day {
        Some(Hold::TooOld)
    } else if decision.punches.iter().any(is_shared) {
        Some(Hold::SharedUserName)
    } else {
        None
    }
}
