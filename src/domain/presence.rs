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

/// The people without a single log, as far as these days and all later ones tell (`no-logs`).
pub fn silent_people(
    material: &Material,
    picture: &Picture,
    gone: &BTreeSet<EmployeeKey>,
    days: RangeInclusive<WorkDay>,
) -> Vec<Finding> {
    let mut present = PresenceByDay::new();
    let mut last_logs: BTreeMap<&EmployeeKey, WorkDay> = BTreeMap::new();
    for (person, day) in picture.days() {
        present.entry(*day).or_default().insert(person);
        last_logs.insert(person, *day);
    }
    let last_log = |person: &EmployeeKey| -> Option<&PcLog> {
        let day = last_logs.get(person)?;
        material.logs.get(*picture.logs_of(person, *day).last()?)
    };
    no_logs(&expected(material, gone, days), &present, last_log)
}
