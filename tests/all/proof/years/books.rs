//! Whom the relay knows and whose each user name is on a day, written from the pages "employees sync" and "the
//! account-link CSV" alone.

mod imports;

use std::collections::{BTreeMap, BTreeSet};

use imports::Import;

/// "More than 5 people and more than 10 % of the active ones" (employees-sync, "Safety limits").
const FEW: usize = 5;
const SHARE: usize = 10;

/// What the relay knows.
#[derive(Clone, Debug, Default)]
pub(super) struct Books {
    /// Everybody ever synced.
    pub(super) people: BTreeMap<usize, Known>,
    /// Whose each user name is from each day on.
    names: BTreeMap<String, Vec<Link>>,
    imports: Vec<Import>,
    /// The day of the last sync.
    synced: i64,
}

#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) code: String,
    /// 退職日, or the end of days.
    pub(super) last: i64,
    /// Whether the last sync found the key.
    pub(super) is_listed: bool,
    pub(super) account: Account,
    /// What waits for an import, since a code moved.
    pub(super) moved: Option<Moved>,
}

/// サービスアカウント, and whether an import has set it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Account {
    pub(super) name: String,
    pub(super) is_set: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Moved {
    /// The account stays with its name although the code is another.
    Told,
    /// Nothing is punched.
    Held,
}

/// From that day on a name is that person's, or nobody's.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Link {
    from: i64,
    person: Option<usize>,
}

/// Somebody as KING OF TIME lists them.
#[derive(Clone, Debug)]
pub(super) struct Listed {
    pub(super) person: usize,
    pub(super) code: String,
    pub(super) last: i64,
}

impl Known {
    fn is_current(&self, day: i64) -> bool {
        self.is_listed && day <= self.last
    }

    fn is_named_by_code(&self) -> bool {
        self.account.name == self.code
    }
}

impl Books {
    /// Whose a name is on a day.
    pub(super) fn owner(&self, name: &str, day: i64) -> Option<usize> {
        let links = self.names.get(name)?.iter();
        links
            .rev()
            .find(|link| link.from <= day)
            .and_then(|link| link.person)
    }

    /// Whether nothing is punched for somebody until an import confirms them.
    pub(super) fn is_held(&self, person: usize) -> bool {
        self.people[&person].moved == Some(Moved::Held)
    }

    /// A sync of everybody who is listed; `borne` are the names of the logs that were read. Whether no limit
    /// stops it.
    pub(super) fn sync(
        &mut self,
        listed: &[Listed],
        borne: &BTreeSet<&str>,
        today: i64,
        allowed: Option<u32>,
    ) -> bool {
        let were = |known: &&Known| known.is_current(self.synced);
        let active = self.people.values().filter(were).count();
        let now = |person: usize| listed.iter().find(|one| one.person == person);
        let left = self.people.iter().filter(|(person, known)| {
            were(known) && now(**person).is_none_or(|one| one.last < today)
        });
        let removals = left.count();
        let is_stopped = match allowed {
            Some(allowed) => removals > allowed as usize,
            None => removals > FEW && removals * SHARE > active,
        };
        if is_stopped {
            return false;
        }
        let moves = self.moves(listed, borne, today);
        let accounts = self.accounts(listed, borne, today);
        for known in self.people.values_mut() {
            known.is_listed = false;
        }
        for Listed { person, code, last } in listed.iter().cloned() {
            let old = self.people.get(&person);
            let account = accounts.get(&person).cloned();
            let account = account.or_else(|| old.map(|old| old.account.clone()));
            let moved = old.and_then(|old| old.moved);
            let moves = moves.get(&person).filter(|_| today <= last);
            let known = Known {
                code,
                last,
                is_listed: true,
                account: account.expect("an account for everybody"),
                moved: moved.max(moves.copied()),
            };
            self.people.insert(person, known);
        }
        self.synced = today;
        true
    }

    /// "moved code" of both sides where a name was the code, and "changed" where a log has borne the name.
    fn moves(
        &self,
        listed: &[Listed],
        borne: &BTreeSet<&str>,
        today: i64,
    ) -> BTreeMap<usize, Moved> {
        let mut moves = BTreeMap::new();
        for one in listed.iter().filter(|one| today <= one.last) {
            let old = self.people.get(&one.person);
            if old.is_some_and(|old| old.code == one.code) {
                continue;
            }
            let mut others = self.people.iter().filter(|(whose, known)| {
                **whose != one.person && known.is_current(self.synced) && known.code == one.code
            });
            if let Some((holder, known)) = others.next()
                && (known.is_named_by_code() || old.is_some_and(Known::is_named_by_code))
            {
                moves.insert(*holder, Moved::Held);
                moves.insert(one.person, Moved::Held);
            }
            if old.is_some_and(|old| !old.account.is_set && borne.contains(&*old.account.name)) {
                moves.entry(one.person).or_insert(Moved::Told);
            }
        }
        moves
    }

    /// The accounts that a sync gives: the code, unless another account bears that name. Who is current comes
    /// before who is not.
    fn accounts(
        &mut self,
        listed: &[Listed],
        borne: &BTreeSet<&str>,
        today: i64,
    ) -> BTreeMap<usize, Account> {
        let gets = |one: &&Listed| {
            self.people.get(&one.person).is_none_or(|old| {
                let Account { name, is_set } = &old.account;
                old.code != one.code && !is_set && !borne.contains(&**name)
            })
        };
        let mut getting: Vec<&Listed> = listed.iter().filter(gets).collect();
        getting.sort_by_key(|one| one.last < today);
        let is_getting = |person: usize| getting.iter().any(|one| one.person == person);
        let others = self.people.iter().filter(|(whose, _)| !is_getting(**whose));
        let mut taken: BTreeSet<String> = others
            .map(|(_, known)| known.account.name.clone())
            .collect();
        let mut accounts = BTreeMap::new();
        for one in &getting {
            let mut account = Account::default();
            if taken.insert(one.code.clone()) {
                account.name.clone_from(&one.code);
                self.give(&one.code, one.person, today);
            }
            accounts.insert(one.person, account);
        }
        for one in &getting {
            let old = self.people.get(&one.person);
            let name = old.map_or(String::new(), |old| old.account.name.clone());
            if !taken.contains(&name) {
                self.take_off(&name, one.person, today);
            }
        }
        accounts
    }

    /// "The first link that a user name ever had holds always, one that replaces another from the day."
    fn give(&mut self, name: &str, person: usize, day: i64) {
        let links = self.names.entry(name.to_owned()).or_default();
        let from = if links.is_empty() { i64::MIN } else { day };
        links.retain(|link| link.from < from);
        let person = Some(person);
        if links.last().is_none_or(|last| last.person != person) {
            links.push(Link { from, person });
        }
    }

    /// "Earlier logs stay with whom they were linked to."
    fn take_off(&mut self, name: &str, person: usize, day: i64) {
        let Some(links) = self.names.get_mut(name) else {
            return;
        };
        let Some(from) = links.last().filter(|last| last.person == Some(person)) else {
            return;
        };
        let from = from.from.max(day);
        links.retain(|link| link.from < from);
        if links.last().is_none_or(|last| last.person.is_some()) {
            links.push(Link { from, person: None });
        }
    }
}
