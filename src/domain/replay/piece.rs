//! The past in pieces that know nothing of each other, so that each round looks at a few logs only.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::RangeInclusive;

use chrono::NaiveTime;

use crate::domain::account::Link;
use crate::domain::employee::EmployeeKey;
use crate::domain::ownership::Links;
use crate::domain::pc_log::{LinkKind, PcLog, PcUserName};
use crate::domain::picture::Material;
use crate::domain::time::WorkDay;

use super::Terms;

type Name<'a> = (LinkKind, &'a PcUserName);

/// People who ever shared a user name, with all the names that they bore: a person alone, unless a name went
/// from one to another.
#[derive(Default)]
pub(super) struct Piece<'a> {
    people: BTreeSet<&'a EmployeeKey>,
    names: BTreeSet<Name<'a>>,
    links: Vec<&'a Link>,
    logs: Vec<&'a PcLog>,
}

/// The pieces with the logs of these days. Names that were never anybody's make no punches and are left out.
pub(super) fn pieces<'a>(
    past: &'a Material,
    history: &'a [Link],
    reach: &RangeInclusive<WorkDay>,
) -> Vec<Piece<'a>> {
    let mut pieces = circles(history);
    let mut places: HashMap<Name<'a>, usize> = HashMap::new();
    for (place, piece) in pieces.iter().enumerate() {
        places.extend(piece.names.iter().map(|name| (*name, place)));
    }
    for link in history {
        let place = places.get(&(link.kind, &link.user_name));
        if let Some(piece) = place.and_then(|place| pieces.get_mut(*place)) {
            piece.links.push(link);
        }
    }
    let from = reach.start().begins_at(NaiveTime::MIN);
    let until = reach.end().next().begins_at(NaiveTime::MIN);
    let in_reach = |log: &&PcLog| (from..until).contains(&log.raw.occurred_at);
    for log in past.logs.iter().filter(in_reach) {
        let place = places.get(&(log.kind, &log.user_name));
        if let Some(piece) = place.and_then(|place| pieces.get_mut(*place)) {
            piece.logs.push(log);
        }
    }
    pieces
}

impl Piece<'_> {
    /// The piece as what rounds work on. A name that is held counts where it was held before the logs begin:
    /// what held it later is met on the way.
    pub(super) fn material(&self, past: &Material, terms: &Terms<'_>, first: WorkDay) -> Material {
        let person = |key: &&EmployeeKey| Some(((*key).clone(), terms.people.get(*key)?.clone()));
        let held = past.held_names.iter().filter(|held| held.from < first);
        let held = held.filter(|held| self.names.contains(&(held.kind, &held.name)));
        Material {
            logs: self.logs.iter().map(|log| (*log).clone()).collect(),
            people: self.people.iter().filter_map(person).collect(),
            links: Links::new(self.links.iter().map(|link| (*link).clone()).collect()),
            sources: past.sources.clone(),
            allowed_shared: past.allowed_shared.clone(),
            held_names: held.cloned().collect(),
            policies: terms.policies.clone(),
        }
    }
}

/// Everybody in the one circle to which their names lead.
fn circles(history: &[Link]) -> Vec<Piece<'_>> {
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
        let mut circle = Piece::default();
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
