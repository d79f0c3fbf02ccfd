//! Whose a log is, and on which work day (relay-rules, "Which logs count" 4 and "Sessions and work days").

use std::collections::HashMap;

use super::account::Link;
use super::employee::EmployeeKey;
use super::pc_log::{Operation, PcUserName};
use super::rules::{People, Person};
use super::time::{Jst, WorkDay};

/// The history of every user name of one kind of link.
#[derive(Clone, Debug, Default)]
pub struct Links {
    by_name: HashMap<PcUserName, Vec<Link>>,
}

impl Links {
    /// Takes entries in any order.
    pub fn new(entries: Vec<Link>) -> Self {
        let mut by_name: HashMap<PcUserName, Vec<Link>> = HashMap::new();
        for link in entries {
            by_name
                .entry(link.user_name.clone())
                .or_default()
                .push(link);
        }
        for history in by_name.values_mut() {
            history.sort_by_key(|link| link.from);
        }
        Self { by_name }
    }

    /// Everybody who has a name on `day`; who has several comes as often.
    pub fn owners_on(&self, day: WorkDay) -> impl Iterator<Item = &EmployeeKey> {
        let names = self.by_name.keys();
        names.filter_map(move |name| self.owner_on(name, day))
    }

    /// Whose `name` is on `day`.
    pub fn owner_on(&self, name: &PcUserName, day: WorkDay) -> Option<&EmployeeKey> {
        self.history(name)
            .iter()
            .rev()
            .find(|link| link.from <= day)?
            .employee
            .as_ref()
    }

    /// Whether the name has ever been anybody's.
    pub fn knows(&self, name: &PcUserName) -> bool {
        self.by_name.contains_key(name)
    }

    fn history(&self, name: &PcUserName) -> &[Link] {
        self.by_name.get(name).map_or(&[], Vec::as_slice)
    }
}

/// Places the logs of one source, told one by one in order of occurrence, with people and work days.
#[derive(Debug)]
pub struct Placer<'a> {
    people: &'a People,
    links: &'a Links,
    nights: HashMap<EmployeeKey, Night>,
}

/// The work day of a night worker that was begun last.
#[derive(Clone, Copy, Debug)]
struct Night {
    day: WorkDay,
    first_logon: Jst,
}

/// A person and the work day a log belongs to.
pub type Place<'a> = (&'a Person, WorkDay);

impl<'a> Placer<'a> {
    /// Begins with nothing placed.
    pub fn new(people: &'a People, links: &'a Links) -> Self {
        Self {
            people,
            links,
            nights: HashMap::new(),
        }
    }

    /// Whose the log is and on which work day; `None` where no account bears the name on that day.
    pub fn place(
        &mut self,
        name: &PcUserName,
        operation: &Operation,
        at: Jst,
    ) -> Option<Place<'a>> {
        if let Some(place) = self.within_a_night(name, at) {
            return Some(place);
        }
        let (person, day) = self.by_border(name, at)?;
        if person.works_nights() && *operation == Operation::Logon {
            let night = self.nights.entry(person.key.clone()).or_insert(Night {
                day,
                first_logon: at,
            });
            if night.day < day {
                *night = Night {
                    day,
                    first_logon: at,
                };
            }
        }
        Some((person, day))
    }

    /// The newest link whose own work day of that moment it already holds on. The day depends on the
    /// person's border and the person on the day, so each candidate is asked for its own.
    fn by_border(&self, name: &PcUserName, at: Jst) -> Option<Place<'a>> {
        let links: &'a Links = self.links;
        for link in links.history(name).iter().rev() {
            let Some(key) = &link.employee else {
                // Taken off: the calendar day decides, since nobody's border can.
                if link.from <= WorkDay::new(at.date_naive()) {
                    return None;
                }
                continue;
            };
            let person = self.people.get(key)?;
            let day = person.borders.day_of(at);
            if link.from <= day {
                return Some((person, day));
            }
        }
        None
    }

    /// A log within the night-shift hours of somebody who had the name when that work day began.
    fn within_a_night(&self, name: &PcUserName, at: Jst) -> Option<Place<'a>> {
        let links: &'a Links = self.links;
        links.history(name).iter().rev().find_map(|link| {
            let person = self.people.get(link.employee.as_ref()?)?;
            let night = self.nights.get(&person.key)?;
            let inside = at <= night.first_logon + person.night_shift;
            let had_the_name = self.links.owner_on(name, night.day) == Some(&person.key);
            (inside && had_the_name).then_some((person, night.day))
        })
    }
}
