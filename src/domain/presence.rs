//! Who should have logs on which work day, and who has.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use super::employee::EmployeeKey;
use super::finding::Finding;
use super::no_logs::{PresenceByDay, no_logs};
use super::pc_log::{LinkKind, PcLog};
use super::picture::{Material, Picture};
use super::rules::Person;
use super::time::WorkDay;

/// The people who are linked and employed, and not set aside, on each of these days. `gone` are those whom KING OF TIME no
/// longer lists.
pub fn expected<'a>(
    material: &'a Material,
    gone: &BTreeSet<EmployeeKey>,
    days: RangeInclusive<WorkDay>,
) -> PresenceByDay<'a> {
    let each = std::iter::successors(Some(*days.start()), |day| Some(day.next()));
    each.take_while(|day| day <= days.end())
        .map(|day| {
            let kinds = LinkKind::ALL.into_iter();
            let kinds = kinds.filter(|kind| material.sources.is_on(*kind));
            let linked = kinds.flat_map(|kind| material.links.owners_on(kind, day));
            let people = linked.filter(|key| {
                let person = material.people.get(key);
                let works =
                    |person: &Person| person.is_employed_on(day) && !person.is_excluded_on(day);
                person.is_some_and(works) && !gone.contains(key)
            });
            (day, people.collect())
        })
        .collect()
}

/// Who has logs on which work days.
#[derive(Clone, Debug, Default)]
pub struct Presence {
    days: BTreeSet<(EmployeeKey, WorkDay)>,
    last: BTreeMap<EmployeeKey, PcLog>,
}

impl Presence {
    /// Takes in a picture of some people, drawn from these logs.
    pub fn look_at(&mut self, picture: &Picture, logs: &[PcLog]) {
        self.days.extend(picture.days().cloned());
        let last_days: BTreeMap<_, _> =
            picture.days().map(|(person, day)| (person, *day)).collect();
        let last = last_days.into_iter().filter_map(|(person, day)| {
            let log = logs.get(*picture.logs_of(person, day).last()?)?;
            Some((person.clone(), log.clone()))
        });
        self.last.extend(last);
    }

    /// The work days that have logs.
    pub fn into_days(self) -> BTreeSet<(EmployeeKey, WorkDay)> {
        self.days
    }

    /// The people without a single log, as far as these days and all later ones tell (`no-logs`).
    pub fn silent_people(
        &self,
        material: &Material,
        gone: &BTreeSet<EmployeeKey>,
        days: RangeInclusive<WorkDay>,
    ) -> Vec<Finding> {
        let mut present = PresenceByDay::new();
        for (person, day) in &self.days {
            present.entry(*day).or_default().insert(person);
        }
        let expected = expected(material, gone, days);
        no_logs(&expected, &present, |person| self.last.get(person))
    }
}
