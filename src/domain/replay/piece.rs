//! Material in pieces that know nothing of each other, so that each round looks at a few logs only.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::RangeInclusive;

use chrono::NaiveTime;

use crate::domain::account::Link;
use crate::domain::employee::EmployeeKey;
use crate::domain::ownership::Links;
use crate::domain::pc_log::{LinkKind, PcUserName};
use crate::domain::picture::Material;
use crate::domain::time::WorkDay;

type Name<'a> = (LinkKind, &'a PcUserName);

/// People who ever shared a user name, with all the names that they bore.
#[derive(Default)]
struct Circle<'a> {
    people: BTreeSet<&'a EmployeeKey>,
    names: BTreeSet<Name<'a>>,
}

/// The pieces with the logs of these days: a person alone, unless a user name went from one to another.
/// Names that were never anybody's make no punches and are left out.
pub(super) fn pieces(
    past: &Material,
    history: &[Link],
    reach: &RangeInclusive<WorkDay>,
) -> Vec<Material> {
    let circles = circles(history);
    let mut places: HashMap<Name<'_>, usize> = HashMap::new();
    let mut links: Vec<Vec<Link>> = circles.iter().map(|_| Vec::new()).collect();
    for (place, circle) in circles.iter().enumerate() {
        places.extend(circle.names.iter().map(|name| (*name, place)));
    }
    for link in history {
        let place = places.get(&(link.kind, &link.user_name));
        if let Some(links) = place.and_then(|place| links.get_mut(*place)) {
            links.push(link.clone());
        }
    }
    let from = reach.start().begins_at(NaiveTime::MIN);
    let until = reach.end().next().begins_at(NaiveTime::MIN);
    let mut pieces: Vec<Material> = circles
        .iter()
        .zip(links)
        .map(|(circle, links)| Material {
            logs: Vec::new(),
            people: circle
                .people
                .iter()
                .filter_map(|key| Some(((*key).clone(), past.people.get(*key)?.clone())))
                .collect(),
            links: Links::new(links),
            sources: past.sources.clone(),
            allowed_shared: past.allowed_shared.clone(),
            held_names: past
                .held_names
                .iter()
                .filter(|held| held.from < *reach.start())
                .filter(|held| circle.names.contains(&(held.kind, &held.name)))
                .cloned()
                .collect(),
            policies: past.policies.clone(),
        })
        .collect();
    for log in &past.logs {
        let at = log.raw.occurred_at;
        let place = places.get(&(log.kind, &log.user_name));
        if let Some(piece) = place.and_then(|place| pieces.get_mut(*place))
            && (from..until).contains(&at)
        {
            piece.logs.push(log.clone());
        }
    }
    pieces
}

/// Everybody in the one circle to which their names lead.
fn circles(history: &[Link]) -> Vec<Circle<'_>> {
    let mut names_of: BTreeMap<&EmployeeKey, BTreeSet<Name<'_>>> = BTreeMap::new();
    let mut people_of: BTreeMap<Name<'_>, BTreeSet<&EmployeeKey>> = BTreeMap::new();
    for link in history {
        let name = (link.kind, &link.user_name);
        if let Some(person) = &link.employee {
            names_of.entry(person).or_default().insert(name);
            people_of.entry(name).or_default().insert(person);
        }
    }
    let mut circles = Vec::new();
    let mut seen: BTreeSet<&EmployeeKey> = BTreeSet::new();
    for person in names_of.keys() {
        let mut circle = Circle::default();
        let mut next = vec![*person];
        while let Some(person) = next.pop() {
            if !seen.insert(person) {
                continue;
            }
            circle.people.insert(person);
            for name in names_of.get(person).into_iter().flatten() {
                circle.names.insert(*name);
                next.extend(people_of.get(name).into_iter().flatten());
            }
        }
        if !circle.people.is_empty() {
            circles.push(circle);
        }
    }
    circles
}
