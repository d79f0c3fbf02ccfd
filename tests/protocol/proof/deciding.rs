//! The second step of a round: what the rules give, held against what is stored.

use std::collections::{BTreeMap, BTreeSet};

use pcpunch::domain::decide::{Decided, Decision, Settlement};
use pcpunch::domain::employee::EmployeeKey;
use pcpunch::domain::pc_log::LogId;
use pcpunch::domain::plan::{Change, Inputs, plan};
use pcpunch::domain::punch::{Punch, PunchId, PunchState};
use pcpunch::domain::time::WorkDay;

use super::life::Life;
use super::moment::{at, minute, minute_of_day, work_day};
use super::rules::{MAX_AGE_DAYS, ground};
use super::world::{Entry, File, Given, World};

impl Life {
    /// `relay::decide`: what the rules give, held against what is stored, and the changes stored.
    pub(super) fn decide(&self, world: &mut World, by: usize) {
        let mut decisions: BTreeMap<(EmployeeKey, WorkDay), Decision> = BTreeMap::new();
        for (slot, given) in world.given.iter().enumerate() {
            let whose = (self.employee(slot), work_day());
            let decision = decisions.entry(whose).or_insert_with(nothing_decided);
            if let Some(time) = self.scenario.slots[slot].minute(*given) {
                decision.punches.push(Decided {
                    kind: self.scenario.slots[slot].kind,
                    time: minute(time),
                    ground: ground(slot, *given),
                    rolling: false,
                });
            }
        }
        let oldest_day = WorkDay::new(at(world.now).date_naive()).back(MAX_AGE_DAYS);
        let file = world.file(by);
        let stored: Vec<Punch> = self.punches(file);
        let plan = plan(&Inputs {
            decisions: &decisions,
            stored: &stored,
            first_day: WorkDay::EARLIEST,
            oldest_day,
            taken: &BTreeMap::new(),
            moved: &BTreeSet::new(),
            is_excluded: &|_, _| false,
            is_shared: &|_, _| false,
        });
        for change in plan.changes {
            self.apply(file, change);
        }
    }

    /// `State::apply_changes`.
    fn apply(&self, file: &mut File, change: Change) {
        match change {
            Change::Add {
                employee,
                kind,
                time,
                ground,
                hold,
                ..
            } => {
                let is_it = |slot: &usize| {
                    self.employee(*slot) == employee && self.scenario.slots[*slot].kind == kind
                };
                let slot = (0..file.punches.len()).find(is_it).unwrap();
                file.punches[slot] = Some(Entry {
                    state: decided_or_held(hold.is_some()),
                    minute: minute_of_day(time),
                    ground: given_of(ground),
                    reason: hold.map(|hold| hold.name()),
                    released: false,
                    attempted: false,
                    may_have_left: false,
                    ended: None,
                    lost: None,
                    absences: 0,
                    absent: Vec::new(),
                    absent_now: None,
                });
            }
            Change::Reset {
                id,
                time,
                ground,
                hold,
            } => {
                let entry = file.punches[slot_of(id)].as_mut().unwrap();
                if entry.state.is_open() {
                    entry.state = decided_or_held(hold.is_some());
                    entry.minute = minute_of_day(time);
                    entry.ground = given_of(ground);
                    entry.reason = hold.map(|hold| hold.name());
                }
            }
            Change::Withdraw { id } => {
                let entry = file.punches[slot_of(id)].as_mut().unwrap();
                if matches!(entry.state, PunchState::Decided | PunchState::Held) {
                    entry.state = PunchState::Withdrawn;
                    (entry.reason, entry.released) = (None, false);
                }
            }
        }
    }
}

fn nothing_decided() -> Decision {
    Decision {
        first_logon: None,
        last_logoff: None,
        punches: Vec::new(),
        settlement: Settlement::Settled,
        night_logons: Vec::new(),
        findings: Vec::new(),
    }
}

fn decided_or_held(is_held: bool) -> PunchState {
    if is_held {
        PunchState::Held
    } else {
        PunchState::Decided
    }
}

fn given_of(ground: LogId) -> Given {
    if ground.0 % 10 == 1 {
        Given::Earlier
    } else {
        Given::First
    }
}

fn slot_of(id: PunchId) -> usize {
    id.0.try_into().unwrap()
}
