//! Looking at the days that were sent to: a double is seen while it can still be told apart, and freezes the
//! person's day, or the file where there are too many.

use std::collections::BTreeMap;

use crate::domain::finding::{Code, Evidence, Finding};
use crate::domain::freeze::{Cause, FrozenDay, FrozenFile, too_many};
use crate::domain::headway::Step;
use crate::domain::punch::{Punch, PunchKind, PunchState, TimeRecord};
use crate::domain::time::WorkDay;
use crate::state::{self, State};

use super::deliver::PeopleByDay;
use super::reading::{DayReading, read_day};
use super::{Delivered, Delivery, Error};

/// What each day's last reading says of doubles.
pub(super) type Doubles = BTreeMap<WorkDay, Vec<Finding>>;

impl Delivery<'_> {
    /// Days that are to be read although nothing is due there: the frozen ones, and those to which something
    /// was sent and that were not read since.
    pub(super) fn watched(&self) -> Result<PeopleByDay, Error> {
        let mut days = PeopleByDay::new();
        if self.only.is_some() {
            return Ok(days);
        }
        let state = self.state.hold();
        let frozen = state.frozen_days()?.into_iter();
        let frozen = frozen.map(|frozen| (frozen.day, frozen.employee));
        for (day, employee) in frozen.chain(state.unseen()?) {
            days.entry(day).or_default().insert(employee);
        }
        Ok(days)
    }

    /// After something was sent the days are read once more: what was unknown may be there, and a double is
    /// seen. Nothing rests on this look: where it fails, the next round reads again. `readings` are those from
    /// before.
    pub(super) fn look_again(
        &self,
        mut readings: BTreeMap<WorkDay, DayReading>,
        mut doubles: Doubles,
        delivered: &mut Delivered,
    ) -> Result<(), Error> {
        let mut sent = Vec::new();
        if !self.dry_run && delivered.error.is_none() && self.kot.reads_open_at().is_none() {
            let state = self.state.hold();
            for id in &delivered.sent {
                let punch = state.punch(*id)?;
                sent.extend(punch.map(|punch| (punch.work_day, punch.employee)));
            }
        }
        let unknown = self.state.hold().punches_in(&[PunchState::Unknown])?;
        let days = self.people_by_day(sent, &unknown)?;
        self.headway.begin(Step::Read, days.len());
        for (day, people) in days {
            match read_day(self.state, self.kot, day, people) {
                Ok(again) => {
                    if let Some(reading) = readings.get_mut(&day) {
                        *reading = again;
                        self.settle(reading, &unknown)?;
                        doubles.insert(day, self.look_at(reading)?);
                    }
                }
                Err(error) => {
                    self.hinder(delivered, error)?;
                    break;
                }
            }
            self.headway.advance();
        }
        delivered.readings.extend(readings.into_values());
        delivered.findings.extend(doubles.into_values().flatten());
        delivered.frozen = self.freeze_file()?;
        Ok(())
    }

    /// Looks for doubles in readings, before anything is sent.
    pub(super) fn look_at_all(
        &self,
        readings: &BTreeMap<WorkDay, DayReading>,
    ) -> Result<Doubles, Error> {
        let look = |(day, reading): (&WorkDay, &DayReading)| Ok((*day, self.look_at(reading)?));
        readings.iter().map(look).collect()
    }

    /// Looks for doubles in a reading, and freezes or frees each person's day.
    fn look_at(&self, reading: &DayReading) -> Result<Vec<Finding>, Error> {
        let mut doubles = Vec::new();
        let now = self.clock.now();
        let mut state = self.state.hold();
        for (employee, records) in reading.records() {
            let Some(kind) = doubled(records) else {
                continue;
            };
            let ours = state.punches_of(employee, reading.day)?;
            if ours.is_empty() {
                continue;
            }
            // No later round sends to that day without a reading.
            state.adopt(&[(employee.clone(), reading.day, kind)])?;
            let evidence = evidence(kind, records);
            let double = Finding::of_day(Code::DoubleInKot, employee, reading.day, evidence);
            doubles.push(double);
            if ours.iter().any(|punch| is_one_of_them(punch, kind)) {
                state.freeze_day(employee, reading.day, kind, now)?;
            }
        }
        for frozen in state.frozen_days()? {
            if reading.is_about(frozen.day, &frozen.employee) && is_in_order(reading, &frozen) {
                state.thaw_day(&frozen, now)?;
            }
        }
        let seen: Vec<_> = state.unseen()?;
        let seen = seen
            .iter()
            .filter(|(day, employee)| reading.is_about(*day, employee));
        state.see(
            reading.day,
            seen.map(|(_, employee)| employee),
            reading.began,
        )?;
        Ok(doubles)
    }

    /// More days than single mishaps would explain freeze the file.
    pub(super) fn freeze_file(&self) -> Result<Option<FrozenFile>, Error> {
        let mut state = self.state.hold();
        if let Some(days) = too_many(&state.frozen_days()?) {
            state.freeze_file(Cause::Doubles, &days, self.clock.now())?;
        }
        Ok(state.frozen_file()?)
    }
}

/// The findings of what is frozen.
pub(super) fn frozen_findings(state: &State) -> Result<Vec<Finding>, state::Error> {
    let days = state.frozen_days()?;
    let mut findings: Vec<Finding> = days
        .iter()
        .map(|frozen| {
            let evidence = Evidence::default().time(frozen.since);
            let evidence = evidence.fact("kind", frozen.kind.code().to_string());
            Finding::of_day(Code::Frozen, &frozen.employee, frozen.day, evidence)
        })
        .collect();
    findings.extend(state.frozen_file()?.map(|frozen| {
        let evidence = Evidence::default().time(frozen.since);
        let evidence = evidence.fact("cause", frozen.cause.name());
        Finding::of_all(Code::Frozen, evidence.fact("detail", frozen.detail))
    }));
    Ok(findings)
}

fn doubled(records: &[TimeRecord]) -> Option<PunchKind> {
    let count = |kind| {
        records
            .iter()
            .filter(|one| one.kind() == Some(kind))
            .count()
    };
    [PunchKind::ClockIn, PunchKind::ClockOut]
        .into_iter()
        .find(|kind| count(*kind) > 1)
}

fn evidence(kind: PunchKind, records: &[TimeRecord]) -> Evidence {
    let of_kind = records.iter().filter(|one| one.kind() == Some(kind));
    of_kind.fold(
        Evidence::default().fact("kind", kind.code().to_string()),
        |evidence, one| evidence.time(one.time),
    )
}

/// Whether one of two punches that KING OF TIME shows is, or may be, this one of ours.
fn is_one_of_them(punch: &Punch, kind: PunchKind) -> bool {
    punch.kind == kind && punch.may_have_left
}

/// Whether a reading shows that a frozen day has two of a kind no more.
fn is_in_order(reading: &DayReading, frozen: &FrozenDay) -> bool {
    let records = reading.records().get(&frozen.employee);
    reading.proves_something() && records.is_none_or(|records| doubled(records).is_none())
}
