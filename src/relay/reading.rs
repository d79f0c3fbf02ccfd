//! Reading a work day from KING OF TIME: no punch is sent to a day that was not read in the same round.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::delivery::{Proof, Shown};
use crate::domain::employee::EmployeeKey;
use crate::domain::finding::{Code, Evidence, Finding};
use crate::domain::punch::{Punch, TimeRecord};
use crate::domain::rules::is_clock_off;
use crate::domain::time::{Jst, WorkDay};
use crate::kot::{self, Kot};
use crate::state::{self, AcceptedPunch, SharedState};

/// Up to so many people are asked for by name; for more the day is read for all.
const FEW: usize = 20;

/// A work day as KING OF TIME shows it.
#[derive(Clone, Debug)]
pub(super) struct DayReading {
    /// The day.
    pub day: WorkDay,
    /// When the reading began.
    pub began: Jst,
    /// Whether this machine's clock agreed with KING OF TIME's.
    is_timed: bool,
    /// Whom it was asked for; `None` is everybody.
    people: Option<BTreeSet<EmployeeKey>>,
    proof: Proof,
    records: BTreeMap<EmployeeKey, Vec<TimeRecord>>,
}

/// Reads a work day, for these people or, where they are many, for all.
pub(super) fn read_day(
    state: &SharedState,
    kot: &Kot<'_>,
    day: WorkDay,
    people: BTreeSet<EmployeeKey>,
) -> Result<DayReading, super::Error> {
    let few = (people.len() <= FEW).then_some(people);
    let keys: Option<Vec<EmployeeKey>> = few.as_ref().map(|few| few.iter().cloned().collect());
    let reading = kot.time_records(day, day, keys.as_deref())?;
    let accepted = state.hold().accepted_on(day)?;
    let is_timed = !is_clock_off(kot.clock_skew());
    Ok(DayReading::judge(day, reading, is_timed, few, accepted))
}

impl DayReading {
    /// One day of a reading that was asked for everybody.
    pub(super) fn of_all(
        day: WorkDay,
        reading: kot::Reading,
        accepted: Vec<AcceptedPunch>,
    ) -> Self {
        Self::judge(day, reading, true, None, accepted)
    }

    fn judge(
        day: WorkDay,
        reading: kot::Reading,
        is_timed: bool,
        people: Option<BTreeSet<EmployeeKey>>,
        mut accepted: Vec<AcceptedPunch>,
    ) -> Self {
        if let Some(people) = &people {
            accepted.retain(|punch| people.contains(&punch.employee));
        }
        let mut day_named = false;
        let mut records: BTreeMap<EmployeeKey, Vec<TimeRecord>> = BTreeMap::new();
        for (named, people) in reading.days {
            if named == day {
                day_named = true;
                for (key, punches) in people {
                    records.entry(key).or_default().extend(punches);
                }
            }
        }
        let is_shown = |punch: &&AcceptedPunch| {
            records.get(&punch.employee).is_some_and(|shown| {
                shown.iter().any(|record| {
                    record.kind() == Some(punch.kind)
                        && record.minute().minutes_since(punch.time).abs() <= 1
                })
            })
        };
        let shown = accepted.iter().filter(is_shown).count();
        let proof = Proof::judge(day_named, accepted.len(), shown);
        Self {
            day,
            began: reading.began,
            is_timed,
            people,
            proof,
            records,
        }
    }

    /// Whether it was asked for the punch's day and person: only then does it mean anything that it shows
    /// nothing.
    pub(super) fn is_of(&self, punch: &Punch) -> bool {
        self.is_about(punch.work_day, &punch.employee)
    }

    /// Whether it was asked for that person's day.
    pub(super) fn is_about(&self, day: WorkDay, employee: &EmployeeKey) -> bool {
        let people = self.people.as_ref();
        day == self.day && people.is_none_or(|people| people.contains(employee))
    }

    /// What it proves of that person's day, so that also what it does not show is known.
    pub(super) fn proven_records(&self, employee: &EmployeeKey) -> Option<&[TimeRecord]> {
        let records = || self.records.get(employee).map_or(&[][..], Vec::as_slice);
        (self.proves_something() && self.is_about(self.day, employee)).then(records)
    }

    /// Whether it means anything that it does not show something.
    pub(super) fn proves_something(&self) -> bool {
        matches!(self.proof, Proof::Whole | Proof::Unvouched)
    }

    /// Remembers for later rounds that it did not show a punch, unless it proves nothing or nobody knows when.
    pub(super) fn remember_absence(
        &self,
        state: &SharedState,
        punch: &Punch,
        run: i64,
    ) -> Result<(), state::Error> {
        if self.proof == Proof::Incomplete || !self.is_timed {
            return Ok(());
        }
        state.hold().remember_absence(punch.id, run, self.began)
    }

    /// What it shows of a punch's person, with what earlier rounds' readings from `since` on said of the
    /// punch.
    pub(super) fn shown<'a>(
        &'a self,
        state: &SharedState,
        punch: &Punch,
        run: i64,
        since: Jst,
    ) -> Result<Shown<'a>, state::Error> {
        let absent_before = match self.proof {
            Proof::Incomplete => None,
            Proof::Whole | Proof::Unvouched | Proof::DayMissing => {
                state.hold().absent_before(punch.id, run, since)?
            }
        };
        let records = self
            .records
            .get(&punch.employee)
            .map_or(&[][..], Vec::as_slice);
        Ok(Shown {
            began: self.began,
            is_timed: self.is_timed,
            proof: self.proof,
            absent_before,
            records,
        })
    }

    /// The punches of everybody it was asked for.
    pub(super) fn records(&self) -> &BTreeMap<EmployeeKey, Vec<TimeRecord>> {
        &self.records
    }

    /// The findings that the reading itself raises.
    pub(super) fn incomplete(&self) -> Option<Finding> {
        (self.proof == Proof::Incomplete).then(|| Finding {
            code: Code::KotIncomplete,
            severity: Code::KotIncomplete.severity(),
            employee: None,
            user: None,
            work_day: Some(self.day),
            evidence: Evidence::default().time(self.began),
        })
    }
}
