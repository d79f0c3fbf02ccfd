//! Imports and their undo, from the page of the account-link CSV.

use std::collections::{BTreeMap, BTreeSet};

use super::super::script::File;
use super::{Account, Books, Known, Link};

/// An import that stands: what it touched, before and after.
#[derive(Clone, Debug)]
pub(super) struct Import {
    people: BTreeMap<usize, (Known, Known)>,
    names: BTreeMap<String, (Vec<Link>, Vec<Link>)>,
}

impl Books {
    /// An import; whether the file is taken.
    pub(in super::super) fn import(&mut self, file: &File, today: i64) -> bool {
        let Some(rows) = self.rows(file, today) else {
            return false;
        };
        let before = (self.people.clone(), self.names.clone());
        let day = file.from.unwrap_or(today);
        let is_change = |(person, name): &&(usize, &str)| {
            let is_earlier = file.from.is_some_and(|from| from < self.since(*person));
            self.people[person].account.name != *name || (!name.is_empty() && is_earlier)
        };
        let changes: Vec<(usize, &str)> = rows.iter().filter(is_change).copied().collect();
        if changes
            .iter()
            .any(|change| self.is_shared(*change, &rows, today))
        {
            return false;
        }
        let mut touched = BTreeSet::new();
        for (person, _) in &rows {
            let known = self.people.get_mut(person).expect("a known person");
            if known.moved.take().is_some() {
                known.account.is_set = true;
                touched.insert(*person);
            }
        }
        for (person, name) in &changes {
            if !name.is_empty() {
                self.give(name, *person, day);
            }
            let old = before.0[person].account.name.clone();
            if changes.iter().all(|(_, given)| *given != old) {
                self.take_off(&old, *person, day);
            }
            for (whose, known) in &mut self.people {
                let passes_on = !name.is_empty() && known.account.name == *name;
                if passes_on && !known.is_current(today) {
                    known.account.name.clear();
                    touched.insert(*whose);
                }
            }
        }
        for (person, name) in &changes {
            let known = self.people.get_mut(person).expect("a known person");
            known.account = Account {
                name: (*name).to_owned(),
                is_set: true,
            };
            touched.insert(*person);
        }
        if !touched.is_empty() {
            self.keep(&touched, before);
        }
        true
    }

    fn keep(
        &mut self,
        touched: &BTreeSet<usize>,
        (people, names): (BTreeMap<usize, Known>, BTreeMap<String, Vec<Link>>),
    ) {
        let both = |person: &usize| (people[person].clone(), self.people[person].clone());
        let before = |name: &String| names.get(name).cloned().unwrap_or_default();
        let changed = self
            .names
            .iter()
            .filter(|(name, links)| before(name) != **links);
        let import = Import {
            people: touched.iter().map(|one| (*one, both(one))).collect(),
            names: changed
                .map(|(name, links)| (name.clone(), (before(name), links.clone())))
                .collect(),
        };
        self.imports.push(import);
    }

    /// Each row's person, who must be known and current, be named right and stand there once.
    fn rows<'f>(&self, file: &'f File, today: i64) -> Option<Vec<(usize, &'f str)>> {
        let mut rows = Vec::new();
        for row in &file.rows {
            let bearers = self
                .people
                .iter()
                .filter(|(_, known)| known.is_current(today) && known.code == row.code);
            let bearers: Vec<usize> = bearers.map(|(whose, _)| *whose).collect();
            let [person] = bearers[..] else {
                return None;
            };
            let is_second = rows.iter().any(|(other, _)| *other == person);
            if is_second || (file.is_named && person != row.person) {
                return None;
            }
            rows.push((person, &*row.user));
        }
        Some(rows)
    }

    /// "Two current employees may not share a PC user name", after the whole file.
    fn is_shared(&self, (person, name): (usize, &str), rows: &[(usize, &str)], today: i64) -> bool {
        let mut others = self.people.iter().filter(|(whose, known)| {
            let row = rows.iter().find(|(other, _)| other == *whose);
            let bears = row.map_or(&*known.account.name, |(_, name)| name);
            **whose != person && known.is_current(today) && bears == name
        });
        !name.is_empty() && others.next().is_some()
    }

    /// From when somebody's name is theirs.
    fn since(&self, person: usize) -> i64 {
        let links = self.names.get(&self.people[&person].account.name);
        let last = links.and_then(|links| links.last());
        last.map_or(i64::MIN, |link| link.from)
    }

    /// An undo; whether all stands as the last import left it, so that it goes.
    pub(in super::super) fn undo(&mut self, today: i64) -> bool {
        let Some(import) = self.imports.last() else {
            return true;
        };
        let is_left = import.people.iter().all(|(person, (before, after))| {
            let now = &self.people[person];
            let is_confirmed = before.moved.is_some() && after.moved.is_none();
            let moved_again = is_confirmed && now.moved.is_some();
            now.account == after.account && !moved_again && !self.is_taken(before, import, today)
        });
        let stands = |(name, (_, after)): (&String, &(_, Vec<Link>))| self.names[name] == *after;
        if !is_left || !import.names.iter().all(stands) {
            return false;
        }
        let import = self.imports.pop().expect("an import");
        for (person, (before, _)) in import.people {
            let known = self.people.get_mut(&person).expect("a known person");
            known.account = before.account;
            known.moved = known.moved.max(before.moved);
        }
        for (name, (before, _)) in import.names {
            self.names.insert(name, before);
        }
        true
    }

    /// Whether another current person, whom the import did not touch, bears the name that would come back.
    fn is_taken(&self, before: &Known, import: &Import, today: i64) -> bool {
        let name = &before.account.name;
        let mut others = self.people.iter().filter(|(whose, known)| {
            !import.people.contains_key(whose)
                && known.is_current(today)
                && known.account.name == *name
        });
        !name.is_empty() && others.next().is_some()
    }
}
