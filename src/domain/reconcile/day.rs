//! One person's work day.

use crate::domain::employee::EmployeeKey;
use crate::domain::finding::{Code, Evidence, Finding, Sorted};
use crate::domain::punch::{Punch, PunchKind, PunchState, TimeRecord};
use crate::domain::time::WorkDay;

use super::answered::{corrections, is_answered};
use super::compare::{Comparison, compare, missing};
use super::sides::{OurDay, Terms, minutes};
use super::status::{Status, status};

/// A person's work day, before it is known whether the reading can be trusted.
pub(super) struct Compared<'a> {
    pub employee: &'a EmployeeKey,
    pub work_day: WorkDay,
    pub ours: &'a OurDay,
    /// What KING OF TIME shows; nothing where the person does not stand in the answer, `None` where it was
    /// not asked.
    pub records: Option<&'a [TimeRecord]>,
    /// Punches that were there and are not in the answer.
    pub gone: Vec<&'a Punch>,
    told: Vec<Finding>,
}

impl<'a> Compared<'a> {
    /// Holds one day's sides against each other.
    pub(super) fn of(
        employee: &'a EmployeeKey,
        work_day: WorkDay,
        ours: &'a OurDay,
        records: Option<&'a [TimeRecord]>,
        terms: Terms,
    ) -> Self {
        let mut gone = Vec::new();
        let mut told = Vec::new();
        for punch in &ours.punches {
            let corrected = corrections(&ours.findings, punch.kind);
            match compare(punch, records, &corrected, terms.tolerance) {
                Comparison::Agrees => {}
                Comparison::Missing => gone.push(punch),
                Comparison::Tells(finding) => told.push(finding),
            }
        }
        told.extend(records.and_then(|records| doubled(employee, work_day, records)));
        Self {
            employee,
            work_day,
            ours,
            records,
            gone,
            told,
        }
    }

    /// How many of our accepted punches the answer must show, and how many of them it does.
    pub(super) fn accepted_and_shown(&self) -> (usize, usize) {
        let accepted = |punch: &&Punch| punch.state == PunchState::Accepted;
        let all = self.ours.punches.iter().filter(accepted).count();
        let gone = self
            .gone
            .iter()
            .filter(|punch| punch.state == PunchState::Accepted);
        (all, all - gone.count())
    }

    /// The day's status; its findings are added to `found`. `trusted` is false where the answer lacks so much that what it does
    /// not show proves nothing; the day is then told as if KING OF TIME had not been asked.
    pub(super) fn judge(mut self, terms: Terms, trusted: bool, found: &mut Sorted) -> Status {
        if self.is_before_start(terms) {
            return Status::BeforeStart;
        }
        if trusted {
            self.told.extend(self.gone.iter().copied().map(missing));
        } else if !self.gone.is_empty() {
            self.records = None;
        }
        let of_ours = self.ours.findings.iter();
        let of_ours = of_ours.filter(|finding| finding.code != Code::AlreadyThere);
        let (answered, mut findings): (Vec<Finding>, Vec<Finding>) =
            of_ours.cloned().partition(|finding| {
                let answers =
                    |records: &[TimeRecord]| is_answered(finding, records, terms.tolerance);
                self.records.is_some_and(answers)
            });
        findings.append(&mut self.told);
        let status = match status(self.ours, &findings, self.records, terms.now) {
            Some(Status::Ok) if !trusted && !self.gone.is_empty() => {
                Status::Findings(vec![Code::KotIncomplete])
            }
            Some(status) => status,
            None => self.unexplained(&mut findings),
        };
        found.answered.extend(answered);
        found.standing.append(&mut findings);
        status
    }

    fn is_before_start(&self, terms: Terms) -> bool {
        let before = terms.since.is_none_or(|since| self.work_day < since);
        before && self.ours.punches.is_empty()
    }

    /// A day that is over and lacks 出勤 or 退勤 is never `ok`, whatever the reason.
    fn unexplained(&self, findings: &mut Vec<Finding>) -> Status {
        let shown = self.records.unwrap_or_default();
        let held = |kind: PunchKind| {
            self.ours.punches.iter().any(|punch| {
                let has = matches!(punch.state, PunchState::Accepted | PunchState::AlreadyThere);
                self.records.is_none() && has && punch.kind == kind
            })
        };
        let lacks_clock_in =
            minutes(shown, PunchKind::ClockIn).is_empty() && !held(PunchKind::ClockIn);
        let code = if lacks_clock_in {
            Code::NoLogon
        } else {
            Code::NoLogoff
        };
        let evidence = Evidence::default();
        findings.push(Finding::of_day(
            code,
            self.employee,
            self.work_day,
            evidence,
        ));
        Status::Findings(vec![code])
    }
}

/// Two 出勤 or two 退勤: nobody can close such a day until one is deleted by hand.
fn doubled(employee: &EmployeeKey, day: WorkDay, records: &[TimeRecord]) -> Option<Finding> {
    let kind = [PunchKind::ClockIn, PunchKind::ClockOut]
        .into_iter()
        .find(|kind| minutes(records, *kind).len() > 1)?;
    let of_kind = records.iter().filter(|record| record.kind() == Some(kind));
    let evidence = of_kind.fold(
        Evidence::default().fact("kind", kind.code().to_string()),
        |evidence, record| evidence.time(record.time),
    );
    Some(Finding::of_day(Code::DoubleInKot, employee, day, evidence))
}
