//! What a round found out, held against the findings that stand open: which of them are answered.

use std::collections::BTreeSet;

use crate::domain::employee::EmployeeKey;
use crate::domain::finding::{Code, Finding, Sorted};
use crate::domain::pc_log::{LinkKind, PcUserName};
use crate::domain::reconcile::{Tolerance, can_be_answered, is_answered};
use crate::domain::source_silent::source_silent;
use crate::domain::time::{Jst, WorkDay};
use crate::state::{self, State};

use super::collect::{Collected, Source};
use super::decide::Decided;
use super::deliver::Delivered;
use super::reading::DayReading;

/// Whether MaLion's API was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Api {
    /// Whole.
    Read,
    /// Not, or not to its end.
    Failed,
    /// It was not asked: a file took its place.
    NotAsked,
    /// It is not asked any more: `link.malion` is off.
    Off,
}

/// What this round looked at: a finding of it that was not told again is answered.
pub(super) struct Told {
    /// The first work day whose logs were looked at; `None` where none had to be.
    from: Option<WorkDay>,
    /// What KING OF TIME showed.
    readings: Vec<DayReading>,
    /// Whether KING OF TIME let us in.
    was_let_in: bool,
    /// User names whose logs are parked, however old.
    parked: BTreeSet<PcUserName>,
    api: Api,
    /// The finding of a MaLion that sends nothing, whether or not this round could tell.
    silence: Option<Finding>,
    /// The work days that have logs.
    logged: BTreeSet<(EmployeeKey, WorkDay)>,
    tolerance: Tolerance,
}

impl Told {
    /// Of a round's steps.
    ///
    /// # Errors
    /// What the state file refuses.
    pub(super) fn of(
        state: &State,
        source: &Source<'_>,
        collected: &Collected,
        decided: &mut Decided,
        delivered: &mut Delivered,
        tolerance: Tolerance,
        now: Jst,
    ) -> Result<Self, state::Error> {
        let api = match source {
            Source::MaLion { .. } if collected.is_whole => Api::Read,
            Source::MaLion { .. } => Api::Failed,
            Source::File(_) => Api::NotAsked,
            Source::Nowhere => Api::Off,
        };
        Ok(Self {
            from: decided.first_day,
            was_let_in: !delivered.read_days.is_empty(),
            readings: std::mem::take(&mut delivered.readings),
            parked: parked_names(state)?,
            api,
            silence: source_silent(state.newest_log(LinkKind::MaLion)?.as_ref(), now),
            logged: std::mem::take(&mut decided.logged),
            tolerance,
        })
    }

    /// Whether the people of KING OF TIME were read in it too.
    pub(super) fn after_sync(mut self, synced: bool) -> Self {
        self.was_let_in |= synced;
        self
    }

    /// The finding that MaLion sends nothing, where this round has asked it.
    pub(super) fn silence(&self) -> Option<Finding> {
        self.silence.clone().filter(|_| self.api == Api::Read)
    }

    /// Parts what was found, and what stands open, into what still stands and what KING OF TIME has
    /// answered: in this round's reading of the day or, where it was not read, in the last one.
    ///
    /// # Errors
    /// What the state file refuses.
    pub(super) fn sort(&self, state: &State, found: Vec<Finding>) -> Result<Sorted, state::Error> {
        let mut sorted = Sorted::default();
        for finding in found {
            let answered = match self.is_answered(&finding) {
                Some(answered) => answered,
                None => can_be_answered(finding.code) && state.was_answered(&finding)?,
            };
            sorted.add(finding, answered);
        }
        for open in state.open_findings()? {
            if self.is_answered(&open.finding) == Some(true) {
                sorted.add(open.finding, true);
            }
        }
        Ok(sorted.merged())
    }

    /// Whether this round's reading answers it; `None` where it can tell nothing.
    fn is_answered(&self, finding: &Finding) -> Option<bool> {
        let (employee, day) = (finding.employee.as_ref()?, finding.work_day?);
        let mut of_day = self.readings.iter().filter(|reading| reading.day == day);
        let records = of_day.find_map(|reading| reading.proven_records(employee))?;
        can_be_answered(finding.code).then(|| is_answered(finding, records, self.tolerance))
    }

    /// Whether a finding would have been found again if it still held.
    pub(super) fn covers(&self, finding: &Finding) -> bool {
        let day = finding.work_day;
        match finding.code {
            // What a check found is answered by a check.
            Code::MissingInKot | Code::ChangedInKot => false,
            // A sync that passes answers it in its own transaction.
            Code::SyncStopped => false,
            Code::OtherOperation => finding
                .employee
                .clone()
                .zip(day)
                .is_some_and(|place| self.logged.contains(&place)),
            Code::DoubleInKot => finding.employee.as_ref().is_some_and(|employee| {
                let mut readings = self.readings.iter();
                day.is_some_and(|day| readings.any(|reading| reading.is_about(day, employee)))
            }),
            Code::KotIncomplete => self.readings.iter().any(|reading| Some(reading.day) == day),
            Code::Unlinked => {
                let is_parked = |user| self.parked.contains(user);
                self.from.is_some() && !finding.user.as_ref().is_some_and(is_parked)
            }
            Code::MalionAccess => matches!(self.api, Api::Read | Api::Off),
            Code::SourceSilent => {
                self.silence.is_none() || matches!(self.api, Api::Read | Api::Off)
            }
            Code::KotAccess => self.was_let_in,
            // The state of a punch tells these, whatever its day.
            Code::Refused
            | Code::Unknown
            | Code::Person
            | Code::TooOld
            | Code::ClosedMonth
            | Code::Frozen
            | Code::AlreadyThere => true,
            _ => {
                let is_looked_at = |from| day.is_none_or(|day| from <= day);
                self.from.is_some_and(is_looked_at)
            }
        }
    }
}

/// The user names of open findings whose logs are still parked.
fn parked_names(state: &State) -> Result<BTreeSet<PcUserName>, state::Error> {
    let mut parked = BTreeSet::new();
    for open in state.open_findings()? {
        if let (Code::Unlinked, Some(user)) = (open.finding.code, open.finding.user)
            && state.has_parked_logs(&user)?
        {
            parked.insert(user);
        }
    }
    Ok(parked)
}
