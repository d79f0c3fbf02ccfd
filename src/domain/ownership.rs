//! Whose a log is, and on which work day (relay-rules, "Which logs count" 4 and "Sessions and work days").

use std::collections::{BTreeSet, HashMap};

use super::account::Link;
use super::employee::EmployeeKey;
use super::pc_log::{LinkKind, Operation, PcLog, PcUserName};
use super::rules::{People, Person};
use super::time::{DaySpan, Jst, WorkDay};

/// The history of every user name, product by product.
#[derive(Clone, Debug, Default)]
pub struct Links {
    by_name: HashMap<LinkKind, HashMap<PcUserName, Vec<Link>>>,
    names: HashMap<LinkKind, HashMap<EmployeeKey, BTreeSet<PcUserName>>>,
}

impl Links {
    /// Takes entries in any order.
    pub fn new(entries: Vec<Link>) -> Self {
        let mut links = Self::default();
        for link in entries {
            if let Some(employee) = &link.employee {
                let of_kind = links.names.entry(link.kind).or_default();
                let of_person = of_kind.entry(employee.clone()).or_default();
                of_person.insert(link.user_name.clone());
            }
            let of_kind = links.by_name.entry(link.kind).or_default();
            let history = of_kind.entry(link.user_name.clone()).or_default();
            history.push(link);
        }
        for history in links.by_name.values_mut().flat_map(HashMap::values_mut) {
            history.sort_by_key(|link| link.from);
        }
        links
    }

    /// Everybody who has a name of that product on `day`; who has several comes as often.
    pub fn owners_on(&self, kind: LinkKind, day: WorkDay) -> impl Iterator<Item = &EmployeeKey> {
        let names = self.by_name.get(&kind).into_iter().flat_map(HashMap::keys);
        names.filter_map(move |name| self.owner_on(kind, name, day))
    }

    /// Whose `name` is on `day`, in logs of that product.
    pub fn owner_on(
        &self,
        kind: LinkKind,
        name: &PcUserName,
        day: WorkDay,
    ) -> Option<&EmployeeKey> {
        self.history(kind, name)
            .iter()
            .rev()
            .find(|link| link.from <= day)?
            .employee
            .as_ref()
    }

    /// The days around `day` on which the name is the same person's by the same link; `None` where it is
    /// nobody's on that day.
    pub fn days_around(&self, kind: LinkKind, name: &PcUserName, day: WorkDay) -> Option<DaySpan> {
        let history = self.history(kind, name);
        let next = history.partition_point(|link| link.from <= day);
        let link = history.get(next.checked_sub(1)?)?;
        link.employee.as_ref()?;
        Some(DaySpan {
            from: Some(link.from),
            until: history.get(next).map(|link| link.from.back(1)),
        })
    }

    /// Whether a user name of that product is the person's on that day.
    pub fn has_account(&self, kind: LinkKind, employee: &EmployeeKey, day: WorkDay) -> bool {
        let names = self.names.get(&kind).and_then(|names| names.get(employee));
        names.is_some_and(|names| {
            names
                .iter()
                .any(|name| self.owner_on(kind, name, day) == Some(employee))
        })
    }

    fn history(&self, kind: LinkKind, name: &PcUserName) -> &[Link] {
        let of_kind = self.by_name.get(&kind);
        let history = of_kind.and_then(|by_name| by_name.get(name));
        history.map_or(&[], Vec::as_slice)
    }
}

/// Places logs, told one by one in order of occurrence, with people and work days.
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
    pub fn place(&mut self, log: &PcLog) -> Option<Place<'a>> {
        let at = log.raw.occurred_at;
        if let Some(place) = self.within_a_night(log) {
            return Some(place);
        }
        let (person, day) = self.by_border(log)?;
        if person.works_nights_on(day) && log.raw.operation == Operation::Logon {
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
    fn by_border(&self, log: &PcLog) -> Option<Place<'a>> {
        let links: &'a Links = self.links;
        let at = log.raw.occurred_at;
        let history = links.history(log.kind, &log.user_name);
        for (place, link) in history.iter().enumerate().rev() {
            let Some(key) = &link.employee else {
                let older = history.get(..place).unwrap_or_default();
                if link.from <= self.day_when_taken_off(older, at) {
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

    /// The work day of a moment for a name that is nobody's any more: that of whoever had it last, whose work
    /// may end after midnight.
    fn day_when_taken_off(&self, older: &[Link], at: Jst) -> WorkDay {
        let last = older.iter().rev().find_map(|link| link.employee.as_ref());
        let person = last.and_then(|key| self.people.get(key));
        person.map_or_else(
            || WorkDay::new(at.date_naive()),
            |person| person.borders.day_of(at),
        )
    }

    /// A log within the night-shift hours of somebody who had the name when that work day began.
    fn within_a_night(&self, log: &PcLog) -> Option<Place<'a>> {
        let links: &'a Links = self.links;
        let (kind, name) = (log.kind, &log.user_name);
        links.history(kind, name).iter().rev().find_map(|link| {
            let person = self.people.get(link.employee.as_ref()?)?;
            let night = self.nights.get(&person.key)?;
            let inside = log.raw.occurred_at <= night.first_logon + person.nights.of(night.day);
            let had_the_name = links.owner_on(kind, name, night.day) == Some(&person.key);
            (inside && had_the_name).then_some((person, night.day))
        })
    }
}
