//! All people's work days of a range.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::delivery::Proof;
use crate::domain::employee::EmployeeKey;
use crate::domain::finding::{Code, Evidence, Finding, Sorted};
use crate::domain::punch::{Punch, TimeRecord};
use crate::domain::time::WorkDay;

use super::day::Compared;
use super::sides::{KotSide, PcDay, Sides};
use super::status::Status;

/// One person's work day, held against KING OF TIME.
#[derive(Clone, Debug)]
pub struct Row {
    /// Whose.
    pub employee: EmployeeKey,
    /// Which day.
    pub work_day: WorkDay,
    /// What the PCs logged.
    pub pc: PcDay,
    /// What was punched, or would be, by time.
    pub punches: Vec<Punch>,
    /// What KING OF TIME shows; `None` where it was not asked.
    pub kot: Option<Vec<TimeRecord>>,
    /// How the day stands.
    pub status: Status,
}

/// A range, checked.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// One row a person and work day, by work day and person.
    pub rows: Vec<Row>,
    /// What was found about these days.
    pub findings: Vec<Finding>,
    /// What was found about these days and is answered by what KING OF TIME shows.
    pub answered: Vec<Finding>,
}

/// Holds the three sides against each other.
pub fn reconcile(sides: &Sides) -> Checked {
    let mut by_day: BTreeMap<WorkDay, Vec<Compared<'_>>> = BTreeMap::new();
    for ((employee, work_day), ours) in &sides.ours {
        let records = sides.kot.as_ref().map(|kot| {
            let shown = kot.records.get(&(employee.clone(), *work_day));
            shown.map_or(&[][..], Vec::as_slice)
        });
        let compared = Compared::of(employee, *work_day, ours, records, sides);
        by_day.entry(*work_day).or_default().push(compared);
    }
    let mut checked = Checked::default();
    let mut found = Sorted::default();
    for (work_day, days) in by_day {
        let incomplete = sides
            .kot
            .as_ref()
            .and_then(|kot| incomplete(work_day, &days, kot));
        let trusted = incomplete.is_none();
        for day in days {
            let row = Row {
                employee: day.employee.clone(),
                work_day,
                pc: day.ours.pc.clone(),
                punches: day.ours.punches.clone(),
                kot: day.records.map(<[_]>::to_vec),
                status: Status::Ok,
            };
            let status = day.judge(sides, trusted, &mut found);
            checked.rows.push(Row { status, ..row });
        }
        found.standing.extend(incomplete);
    }
    let found = found.merged();
    checked.findings = found.standing;
    checked.answered = found.answered;
    checked
}

/// An answer that lacks more than half of what KING OF TIME had accepted for a day proves nothing, and says
/// so. The punches of a single person who does stand in the answer are not its fault: somebody deleted them.
fn incomplete(work_day: WorkDay, days: &[Compared<'_>], kot: &KotSide) -> Option<Finding> {
    let (accepted, shown) = days
        .iter()
        .map(Compared::accepted_and_shown)
        .fold((0, 0), |(all, seen), (accepted, shown)| {
            (all + accepted, seen + shown)
        });
    let proof = Proof::judge(kot.days.contains(&work_day), accepted, shown);
    if proof != Proof::Incomplete {
        return None;
    }
    let lacking: BTreeSet<&EmployeeKey> = days
        .iter()
        .filter(|day| {
            let (accepted, shown) = day.accepted_and_shown();
            shown < accepted
        })
        .map(|day| day.employee)
        .collect();
    let stands_there =
        |employee: &EmployeeKey| kot.records.contains_key(&(employee.clone(), work_day));
    if lacking.len() == 1 && lacking.into_iter().all(stands_there) {
        return None;
    }
    let evidence = kot
        .began
        .into_iter()
        .fold(Evidence::default(), Evidence::time);
    Some(Finding {
        code: Code::KotIncomplete,
        severity: Code::KotIncomplete.severity(),
        employee: None,
        user: None,
        work_day: Some(work_day),
        evidence: evidence
            .fact("accepted", accepted.to_string())
            .fact("shown", shown.to_string()),
    })
}
