//! Whom the relay knows, and whose user names are whose, from the pages of the sync and of the links alone.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Whom the relay knows, and whose user names are whose.
#[derive(Clone, Debug, Default)]
pub(super) struct Books {
    /// Code and last day of everybody who was synced.
    pub(super) known: BTreeMap<usize, (String, i64)>,
    pub(super) links: Vec<Link>,
    /// Whose codes moved while they were their user names.
    pub(super) stopped: BTreeSet<usize>,
}

#[derive(Clone, Debug)]
pub(super) struct Link {
    pub(super) name: String,
    pub(super) person: usize,
    pub(super) days: Range<i64>,
}

impl Books {
    /// Everybody who is listed, with code and last day. A new one is linked by the code. Where codes are the user
    /// names and logs have borne them, a code that moved says nothing of whose logs those are.
    pub(super) fn sync(&mut self, listed: impl Iterator<Item = (usize, String, i64)>) {
        for (person, code, last) in listed {
            match self.known.insert(person, (code.clone(), last)) {
                None => self.links.push(Link {
                    name: code,
                    person,
                    days: i64::MIN..i64::MAX,
                }),
                Some((old, _)) if old != code && self.name_of(person) == Some(&old) => {
                    self.stopped.insert(person);
                }
                Some(_) => {}
            }
        }
    }

    fn name_of(&self, person: usize) -> Option<&String> {
        let mut links = self.links.iter();
        let current = links.find(|link| link.person == person && link.days.end == i64::MAX);
        current.map(|link| &link.name)
    }

    /// The first link that a name ever had holds always, one that replaces another from today.
    pub(super) fn import(&mut self, rows: &[(String, String)], today: i64) {
        let of_code = |code: &String| self.known.iter().find(|(_, known)| known.0 == *code);
        let rows: Vec<(usize, &String)> = rows
            .iter()
            .map(|(code, name)| (*of_code(code).expect("a known code").0, name))
            .collect();
        self.stopped
            .retain(|person| rows.iter().all(|row| row.0 != *person));
        let is_new = |(person, name): &(usize, &String)| self.name_of(*person) != Some(name);
        let rows: Vec<(usize, &String)> = rows.into_iter().filter(is_new).collect();
        for link in &mut self.links {
            let moves = rows.iter().any(|row| row.0 == link.person);
            if moves && link.days.end == i64::MAX {
                link.days.end = today;
            }
        }
        for (person, name) in rows {
            let is_first = self.links.iter().all(|link| link.name != *name);
            let from = if is_first { i64::MIN } else { today };
            self.links.push(Link {
                name: name.clone(),
                person,
                days: from..i64::MAX,
            });
        }
    }
}
