//! Whose a log is, and on which work day (relay-rules, "Which logs count" 4 and "Sessions and work days").

use std::collections::HashMap;

use super::account::Link;
use super::employee::EmployeeKey;
use super::pc_log::{LinkKind, Operation, PcLog, PcUserName};
use super::rules::{People, Person};
use super::time::{DaySpan, Jst, WorkDay};

/// The history of every user name, product by product.
#[derive(Clone, Debug, Default)]
pub struct Links {
    /// By product, name and day.
    history: Vec<Link>,
    /// Who ever had which name, by product and person.
    names: Vec<(LinkKind, EmployeeKey, PcUserName)>,
}

impl Links {
    /// Takes entries in any order.
    pub fn new(mut entries: Vec<Link>) -> Self {
        let had = |link: &Link| Some((link.kind, link.employee.clone()?, link.user_name.clone()));
        let mut names: Vec<_> = entries.iter().filter_map(had).collect();
        names.sort_unstable();
        names.dedup();
        let place = |link: &Link| (link.kind, link.user_name.clone(), link.from);
        entries.sort_by_cached_key(place);
        Self {
            history: entries,
            names,
        }
    }

    /// Everybody who has a name of that product on `day`; who has several comes as often.
    pub fn owners_on(&self, kind: LinkKind, day: WorkDay) -> impl Iterator<Item = &EmployeeKey> {
        let of_name =
            |one: &Link, other: &Link| one.kind == other.kind && one.user_name == other.user_name;
        let histories = self.history.chunk_by(of_name);
        let of_kind = move |link: &Link| link.kind == kind;
        histories
            .filter(move |history| history.first().is_some_and(of_kind))
            .filter_map(move |history| owner(history, day))
    }

    /// Whose `name` is on `day`, in logs of that product.
    pub fn owner_on(
        &self,
        kind: LinkKind,
        name: &PcUserName,
        day: WorkDay,
    ) -> Option<&EmployeeKey> {
        owner(self.history(kind, name), day)
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
        let before = |(of_kind, of_person, _): &(LinkKind, EmployeeKey, PcUserName)| {
            (*of_kind, of_person) < (kind, employee)
        };
        let first = self.names.partition_point(before);
        let names = self.names.iter().skip(first);
        names
            .take_while(|(of_kind, of_person, _)| (*of_kind, of_person) == (kind, employee))
            .any(|(_, _, name)| self.owner_on(kind, name, day) == Some(employee))
    }

    fn history(&self, kind: LinkKind, name: &PcUserName) -> &[Link] {
        let before = |link: &Link| (link.kind, &link.user_name) < (kind, name);
        let first = self.history.partition_point(before);
        let rest = self.history.get(first..).unwrap_or_default();
        let of_name = |link: &Link| (link.kind, &link.user_name) == (kind, name);
        rest.get(..rest.partition_point(of_name))
            .unwrap_or_default()
    }
}

/// Whose a name of that history is on a day.
fn owner(history: &[Link], day: WorkDay) -> Option<&EmployeeKey> {
    let link = history.iter().rev().find(|link| link.from <= day)?;
    link.employee.as_ref()
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
