//! User names that pass from one person to another, and what that makes of their histories.
//!
//! A name's history is read as "from this day on it is theirs": its owner on a work day is that of
//! the last entry on or before the day.

use std::collections::HashMap;
use std::ops::Range;

use super::account::Link;
use super::employee::EmployeeKey;
use super::pc_log::{LinkKind, PcUserName};
use super::time::WorkDay;

/// A change of one name's history: what stands from `from` on is dropped, then `entry` is added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkEdit {
    /// Of which product.
    pub kind: LinkKind,
    /// Whose history.
    pub user_name: PcUserName,
    /// Entries of this day and later ones are dropped.
    pub from: WorkDay,
    /// The entry that holds from then on; `None` where what stands before `from` goes on.
    pub entry: Option<Link>,
}

/// The histories as they stand once the edits are made.
pub fn edited(mut links: Vec<Link>, edits: &[LinkEdit]) -> Vec<Link> {
    let from: HashMap<(LinkKind, &PcUserName), WorkDay> = edits
        .iter()
        .map(|edit| ((edit.kind, &edit.user_name), edit.from))
        .collect();
    links.retain(|link| {
        from.get(&(link.kind, &link.user_name))
            .is_none_or(|from| link.from < *from)
    });
    links.extend(edits.iter().filter_map(|edit| edit.entry.clone()));
    links
}

/// All names' histories, by kind and name, each by its days.
#[derive(Debug)]
pub struct Histories<'a> {
    links: Vec<&'a Link>,
    by_name: HashMap<(LinkKind, &'a str), Range<usize>>,
}

impl<'a> Histories<'a> {
    /// Takes the entries in, in any order.
    pub fn new(links: &'a [Link]) -> Self {
        let name = |link: &'a Link| (link.kind, link.user_name.as_str());
        let mut links: Vec<&Link> = links.iter().collect();
        links.sort_by_key(|link| (name(link), link.from));
        let mut by_name = HashMap::with_capacity(links.len());
        let mut begin = 0;
        for history in links.chunk_by(|one, next| name(one) == name(next)) {
            let end = begin + history.len();
            by_name.extend(history.first().map(|link| (name(link), begin..end)));
            begin = end;
        }
        Self { links, by_name }
    }

    fn history(&self, kind: LinkKind, name: &PcUserName) -> &[&'a Link] {
        self.by_name
            .get(&(kind, name.as_str()))
            .and_then(|history| self.links.get(history.clone()))
            .unwrap_or_default()
    }

    /// The name becomes `to`'s from `day` on, or from the first day of all where it never had a history.
    /// Also says from which day it then is theirs without a break.
    pub fn give(
        &self,
        kind: LinkKind,
        name: &PcUserName,
        to: &EmployeeKey,
        day: WorkDay,
    ) -> (LinkEdit, WorkDay) {
        let history = self.history(kind, name);
        let from = if history.is_empty() {
            WorkDay::EARLIEST
        } else {
            day
        };
        let before = history.iter().rev().find(|link| link.from < from);
        let goes_on = before.filter(|link| link.employee.as_ref() == Some(to));
        let edit = LinkEdit {
            kind,
            user_name: name.clone(),
            from,
            entry: goes_on.is_none().then(|| Link {
                kind,
                user_name: name.clone(),
                employee: Some(to.clone()),
                from,
            }),
        };
        (edit, goes_on.map_or(from, |link| link.from))
    }

    /// The name is taken off `owner` from `day` on, but not from before it was theirs.
    /// `None` where it is not theirs.
    pub fn take_off(
        &self,
        kind: LinkKind,
        name: &PcUserName,
        owner: &EmployeeKey,
        day: WorkDay,
    ) -> Option<LinkEdit> {
        let history = self.history(kind, name);
        let last = history.last()?;
        if last.employee.as_ref() != Some(owner) {
            return None;
        }
        let from = last.from.max(day);
        let before = history.iter().rev().find(|link| link.from < from);
        let nobody = before.is_none_or(|link| link.employee.is_none());
        Some(LinkEdit {
            kind,
            user_name: name.clone(),
            from,
            // A history that would become empty keeps an entry, so that the name's next link is not its first.
            entry: (!nobody || before.is_none()).then(|| Link {
                kind,
                user_name: name.clone(),
                employee: None,
                from,
            }),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{EmployeeKey, Histories, Link, LinkKind, PcUserName, WorkDay};

    fn day(text: &str) -> WorkDay {
        match text {
            "" => WorkDay::EARLIEST,
            text => WorkDay::parse(text).unwrap(),
        }
    }

    fn history(entries: &[(&str, &str)]) -> Vec<Link> {
        entries
            .iter()
            .map(|(from, owner)| Link {
                kind: LinkKind::MaLion,
                user_name: PcUserName::new("n"),
                employee: (!owner.is_empty()).then(|| EmployeeKey::new(*owner)),
                from: day(from),
            })
            .collect()
    }

    type Case<'a> = (
        &'a [(&'a str, &'a str)],
        &'a str,
        &'a str,
        Option<&'a str>,
        &'a str,
    );

    #[test]
    fn a_given_name_holds_from_the_day_unless_it_is_its_first_link() {
        let table: [Case<'_>; 5] = [
            (&[], "2024-12-20", "", Some("b"), ""),
            (
                &[("", "a")],
                "2024-12-20",
                "2024-12-20",
                Some("b"),
                "2024-12-20",
            ),
            (
                &[("", "a"), ("2024-12-25", "c")],
                "2024-12-20",
                "2024-12-20",
                Some("b"),
                "2024-12-20",
            ),
            (
                &[("", "b"), ("2024-12-20", "")],
                "2024-12-20",
                "2024-12-20",
                None,
                "",
            ),
            (
                &[("", "a"), ("2024-12-01", "b")],
                "2024-11-01",
                "2024-11-01",
                Some("b"),
                "2024-11-01",
            ),
        ];
        for (entries, from, edit_from, entry, since) in table {
            let links = history(entries);
            let (edit, told) = Histories::new(&links).give(
                LinkKind::MaLion,
                &PcUserName::new("n"),
                &EmployeeKey::new("b"),
                day(from),
            );
            let owner = edit.entry.and_then(|link| link.employee);
            assert_eq!(owner, entry.map(EmployeeKey::new), "{entries:?}");
            assert_eq!(
                (edit.from, told),
                (day(edit_from), day(since)),
                "{entries:?}"
            );
        }
    }

    #[test]
    fn a_name_is_taken_off_from_the_day_but_not_from_before_it_was_theirs() {
        type Taken<'a> = (&'a [(&'a str, &'a str)], Option<(&'a str, bool)>);
        let table: [Taken<'_>; 5] = [
            (&[("", "a")], Some(("2024-12-20", true))),
            (
                &[("", "c"), ("2024-12-25", "a")],
                Some(("2024-12-25", true)),
            ),
            (
                &[("", "c"), ("2024-12-01", ""), ("2024-12-25", "a")],
                Some(("2024-12-25", false)),
            ),
            (&[("", "a"), ("2024-12-01", "c")], None),
            (&[], None),
        ];
        for (entries, expected) in table {
            let links = history(entries);
            let edit = Histories::new(&links).take_off(
                LinkKind::MaLion,
                &PcUserName::new("n"),
                &EmployeeKey::new("a"),
                day("2024-12-20"),
            );
            let told =
                edit.map(|edit| (edit.from, edit.entry.is_some_and(|l| l.employee.is_none())));
            assert_eq!(
                told,
                expected.map(|(from, entry)| (day(from), entry)),
                "{entries:?}"
            );
        }
    }
}
