//! A check, one part of the company after another.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::employee::EmployeeKey;
use crate::domain::finding::{Code, Finding};
use crate::domain::parts::Part;
use crate::domain::picture::Material;
use crate::domain::presence::expected;
use crate::domain::reconcile::{Checked, OurDay, OurDays, Reconciliation};
use crate::domain::time::Jst;
use crate::state::{self, State};

use super::Scope;
use super::findings::recall_answers;
use super::ours::tell;

/// Our side held against KING OF TIME's as it is put together.
pub struct Checking<'a> {
    state: &'a State,
    scope: &'a Scope,
    now: Jst,
    reconciliation: Reconciliation,
    /// What punches and rounds have found of people's days.
    told: BTreeMap<EmployeeKey, Vec<Finding>>,
    /// Who should have logs, once that is known.
    expected: Option<BTreeSet<EmployeeKey>>,
    without_logon: BTreeSet<EmployeeKey>,
    /// The days of those: MaLion may tell what they did instead.
    theirs: OurDays,
}

impl<'a> Checking<'a> {
    /// Begins a check; `told` is what punches and rounds have found beside the logs.
    pub fn new(
        state: &'a State,
        scope: &'a Scope,
        reconciliation: Reconciliation,
        told: Vec<Finding>,
        now: Jst,
    ) -> Self {
        let mut by_person: BTreeMap<EmployeeKey, Vec<Finding>> = BTreeMap::new();
        for finding in told {
            if let Some(person) = finding.employee.clone() {
                by_person.entry(person).or_default().push(finding);
            }
        }
        Self {
            state,
            scope,
            now,
            reconciliation,
            told: by_person,
            expected: None,
            without_logon: BTreeSet::new(),
            theirs: OurDays::new(),
        }
    }

    /// Looks at the days of a part's people.
    ///
    /// # Errors
    /// What the state file refuses.
    pub fn look_at(
        &mut self,
        part: &Part,
        material: &Material,
        mut days: OurDays,
    ) -> Result<(), state::Error> {
        for person in &part.people {
            let told = self.told.remove(person).unwrap_or_default();
            tell(&mut days, told, self.scope);
        }
        self.set_aside(part, material, &mut days)?;
        self.reconcile(days)
    }

    /// The people who should have logs on days of the range that are over, and have no ログオン in it.
    pub fn without_logon(&self) -> &BTreeSet<EmployeeKey> {
        &self.without_logon
    }

    /// What the check showed, once every part was looked at. `operations` is what MaLion told of those without a
    /// ログオン, where it did; what it told before counts no more then.
    ///
    /// # Errors
    /// What the state file refuses.
    pub fn whole(mut self, operations: Option<Vec<Finding>>) -> Result<Checked, state::Error> {
        let mut days = std::mem::take(&mut self.theirs);
        if let Some(operations) = operations {
            for day in days.values_mut().flat_map(BTreeMap::values_mut) {
                day.findings
                    .retain(|finding| finding.code != Code::OtherOperation);
            }
            tell(&mut days, operations, self.scope);
        }
        let left = std::mem::take(&mut self.told).into_values().flatten();
        tell(&mut days, left, self.scope);
        self.reconcile(days)?;
        Ok(self.reconciliation.whole())
    }

    /// Takes the days of those without a ログオン out of a part's.
    fn set_aside(
        &mut self,
        part: &Part,
        material: &Material,
        days: &mut OurDays,
    ) -> Result<(), state::Error> {
        let expected = match self.expected.take() {
            Some(expected) => expected,
            None => self.expected(material)?,
        };
        let has_logon = |person: &EmployeeKey| {
            let mut theirs = days.values().filter_map(|people| people.get(person));
            theirs.any(|day: &OurDay| day.pc.first_logon.is_some())
        };
        let mut people = Vec::new();
        for person in &part.people {
            if expected.contains(person) && !has_logon(person) {
                people.push(person);
            }
        }
        for (day, of_day) in days {
            for person in &people {
                if let Some(ours) = of_day.remove(*person) {
                    let theirs = self.theirs.entry(*day).or_default();
                    theirs.insert((*person).clone(), ours);
                }
            }
        }
        self.without_logon.extend(people.into_iter().cloned());
        self.expected = Some(expected);
        Ok(())
    }

    fn expected(&self, material: &Material) -> Result<BTreeSet<EmployeeKey>, state::Error> {
        let days = self.scope.from..=self.scope.last_over(self.now);
        let gone = self.state.gone_people()?;
        let people = expected(material, &gone, days).into_values().flatten();
        let people = people.filter(|person| self.scope.includes(person));
        Ok(people.cloned().collect())
    }

    fn reconcile(&mut self, mut days: OurDays) -> Result<(), state::Error> {
        if !self.reconciliation.has_kot() {
            recall_answers(self.state, &mut days)?;
        }
        self.reconciliation.look_at(days);
        Ok(())
    }
}
