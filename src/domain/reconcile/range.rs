//! All people's work days of a range.

use std::collections::BTreeMap;

use crate::domain::delivery::Proof;
use crate::domain::employee::EmployeeKey;
use crate::domain::finding::{Code, Evidence, Finding, Sorted};
use crate::domain::punch::{Punch, TimeRecord};
use crate::domain::time::WorkDay;

use super::day::Compared;
use super::sides::{KotSide, OurDay, OurDays, PcDay, Terms};
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

/// A range that is held against KING OF TIME some people at a time: a big company's month is never there twice.
#[derive(Debug)]
pub struct Reconciliation {
    /// What KING OF TIME shows that is in no row yet; `None` where it was not asked.
    kot: Option<KotSide>,
    terms: Terms,
    rows: Vec<Row>,
    found: Sorted,
    /// How many accepted punches the answer must show of each work day, and how many of them it does.
    sums: BTreeMap<WorkDay, (usize, usize)>,
    /// Days that lack something in the answer. Whether that proves anything is known once everybody was looked at.
    lacking: OurDays,
}

impl Reconciliation {
    /// Holds everybody against what KING OF TIME shows; `None` where it was not asked.
    pub fn new(kot: Option<KotSide>, terms: Terms) -> Self {
        Self {
            kot,
            terms,
            rows: Vec::new(),
            found: Sorted::default(),
            sums: BTreeMap::new(),
            lacking: OurDays::new(),
        }
    }

    /// Whether KING OF TIME was asked.
    pub fn has_kot(&self) -> bool {
        self.kot.is_some()
    }

    /// Looks at some people's days; at each day of a person once.
    pub fn look_at(&mut self, ours: OurDays) {
        // No more than is needed: with each part the room for all of them would be doubled.
        self.rows
            .reserve_exact(ours.values().map(BTreeMap::len).sum());
        for (work_day, people) in ours {
            for (employee, ours) in people {
                let records = self.kot.as_ref().map(|kot| kot.shown(&employee, work_day));
                let compared = Compared::of(&employee, work_day, &ours, records, self.terms);
                let (accepted, shown) = compared.accepted_and_shown();
                let (all, seen) = self.sums.entry(work_day).or_default();
                (*all, *seen) = (*all + accepted, *seen + shown);
                if compared.gone.is_empty() {
                    let status = compared.judge(self.terms, true, &mut self.found);
                    self.add(employee, work_day, ours, status);
                } else {
                    let people = self.lacking.entry(work_day).or_default();
                    people.insert(employee, ours);
                }
            }
        }
    }

    /// What came of it, once everybody was looked at.
    pub fn whole(mut self) -> Checked {
        for (work_day, people) in std::mem::take(&mut self.lacking) {
            let incomplete = self.incomplete(work_day, &people);
            for (employee, ours) in people {
                let records = self.kot.as_ref().map(|kot| kot.shown(&employee, work_day));
                let compared = Compared::of(&employee, work_day, &ours, records, self.terms);
                let trusted = incomplete.is_none();
                let status = compared.judge(self.terms, trusted, &mut self.found);
                self.add(employee, work_day, ours, status);
            }
            self.found.standing.extend(incomplete);
        }
        let Self {
            mut rows,
            mut found,
            ..
        } = self;
        rows.sort_unstable_by(|a, b| (a.work_day, &a.employee).cmp(&(b.work_day, &b.employee)));
        let place = |finding: &Finding| {
            let person = finding.employee.clone();
            (finding.work_day, person.is_none(), person)
        };
        found.standing.sort_by_cached_key(place);
        found.answered.sort_by_cached_key(place);
        let found = found.merged();
        Checked {
            rows,
            findings: found.standing,
            answered: found.answered,
        }
    }

    fn add(&mut self, employee: EmployeeKey, work_day: WorkDay, ours: OurDay, status: Status) {
        let kot = self.kot.as_mut();
        self.rows.push(Row {
            kot: kot.map(|kot| kot.take(&employee, work_day)),
            employee,
            work_day,
            pc: ours.pc,
            punches: ours.punches,
            status,
        });
    }

    /// An answer that lacks more than half of what KING OF TIME had accepted for a day proves nothing, and says so.
    /// `people` are those of whom it lacks something; the punches of a single person who does stand in the answer are
    /// not its fault: somebody deleted them.
    fn incomplete(
        &self,
        work_day: WorkDay,
        people: &BTreeMap<EmployeeKey, OurDay>,
    ) -> Option<Finding> {
        let kot = self.kot.as_ref()?;
        let (accepted, shown) = self.sums.get(&work_day).copied().unwrap_or_default();
        let proof = Proof::judge(kot.days.contains(&work_day), accepted, shown);
        if proof != Proof::Incomplete {
            return None;
        }
        let lacks = |(employee, ours): &(&EmployeeKey, &OurDay)| {
            let records = Some(kot.shown(employee, work_day));
            let compared = Compared::of(employee, work_day, ours, records, self.terms);
            let (accepted, shown) = compared.accepted_and_shown();
            shown < accepted
        };
        let lacking: Vec<&EmployeeKey> = people.iter().filter(lacks).map(|(one, _)| one).collect();
        if let [one] = lacking[..]
            && kot.records.contains_key(&(one.clone(), work_day))
        {
            return None;
        }
        let began = kot.began.into_iter();
        let evidence = began.fold(Evidence::default(), Evidence::time);
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
}
