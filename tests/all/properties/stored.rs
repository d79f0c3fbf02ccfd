//! Stored punches without a state file: what a plan changes, changed.

use std::collections::{BTreeMap, BTreeSet};

use pcpunch::domain::pc_log::LogId;
use pcpunch::domain::picture::Picture;
use pcpunch::domain::plan::{Change, Hold, Inputs, Plan, plan};
use pcpunch::domain::punch::{Punch, PunchId, PunchKind, PunchState};
use pcpunch::domain::time::WorkDay;

use super::histories::first_day;

/// The punches that stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Stored(pub(super) Vec<Punch>);

impl Stored {
    /// What the rules make of a picture beside these punches.
    pub(super) fn plan(&self, picture: &Picture, oldest_day: WorkDay) -> Plan {
        let left = self.0.iter().filter(|punch| punch.may_have_left);
        let taken: BTreeMap<(LogId, PunchKind), PunchId> = left
            .flat_map(|punch| punch.logs.iter().map(|log| ((*log, punch.kind), punch.id)))
            .collect();
        plan(&Inputs {
            moved: &BTreeSet::new(),
            decisions: &picture.decisions,
            stored: &self.0,
            first_day: first_day(),
            oldest_day,
            taken: &taken,
            is_excluded: &|_, _| false,
            is_shared: &|_, _| false,
        })
    }

    /// These punches with the changes made.
    pub(super) fn changed(&self, changes: &[Change]) -> Self {
        let mut punches = self.0.clone();
        for change in changes {
            match change {
                Change::Add {
                    employee,
                    work_day,
                    kind,
                    time,
                    rolling,
                    ground,
                    hold,
                } => {
                    let mut punch = Punch {
                        id: PunchId(punches.len() as i64 + 1),
                        employee: employee.clone(),
                        work_day: *work_day,
                        kind: *kind,
                        time: *time,
                        state: PunchState::Decided,
                        reason: None,
                        rolling: *rolling,
                        released: false,
                        logs: vec![*ground],
                        attempts: 0,
                        may_have_left: false,
                        last_attempt_ended: None,
                        absences: 0,
                        kot_code: None,
                        kot_message: None,
                    };
                    hold_for(&mut punch, *hold);
                    punches.push(punch);
                }
                Change::Reset {
                    id,
                    time,
                    ground,
                    hold,
                } => {
                    let punch = find(&mut punches, *id);
                    punch.time = *time;
                    punch.logs = vec![*ground];
                    hold_for(punch, *hold);
                }
                Change::Withdraw { id } => {
                    let punch = find(&mut punches, *id);
                    punch.state = PunchState::Withdrawn;
                    punch.reason = None;
                    punch.logs.clear();
                }
            }
        }
        Self(punches)
    }

    /// These punches, every other one of those that can be sent accepted by KING OF TIME.
    pub(super) fn half_sent(mut self) -> Self {
        let decided = self
            .0
            .iter_mut()
            .filter(|punch| punch.state == PunchState::Decided);
        for punch in decided.step_by(2) {
            punch.state = PunchState::Accepted;
            punch.may_have_left = true;
            punch.attempts = 1;
        }
        self
    }
}

fn hold_for(punch: &mut Punch, hold: Option<Hold>) {
    punch.state = if hold.is_some() {
        PunchState::Held
    } else {
        PunchState::Decided
    };
    punch.reason = hold.map(|hold| hold.name().to_owned());
}

fn find(punches: &mut [Punch], id: PunchId) -> &mut Punch {
    punches
        .iter_mut()
        .find(|punch| punch.id == id)
        .expect("a change of a punch that is stored")
}
