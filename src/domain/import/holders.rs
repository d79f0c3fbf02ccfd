//! Who bears a user name: two current employees may not bear one, and one who has left passes it on.

use std::collections::HashMap;

use super::people::{Numbered, numbered};
use super::plan::Known;
use super::reading::{Reading, Settled};
use super::row::{CellError, Detail, Problem, column};
use crate::domain::account::Account;
use crate::domain::pc_log::LinkKind;

/// An account and whose it is.
#[derive(Clone, Copy)]
pub(super) struct Held<'a> {
    pub(super) account: &'a Account,
    pub(super) by: Numbered<'a>,
}

impl<'a> Held<'a> {
    /// The user name with its kind, where there is one.
    fn name(&self) -> Option<(LinkKind, &'a str)> {
        let name = self.account.service_account.as_str();
        (!name.is_empty()).then_some((self.account.kind, name))
    }
}

/// Every account with its holder.
pub(super) fn held<'a>(known: &Known<'a>) -> Vec<Held<'a>> {
    let mut people: Vec<_> = numbered(known.employees).collect();
    people.sort_by_key(|one| &one.employee.key);
    let mut accounts: Vec<_> = known.accounts.iter().collect();
    accounts.sort_by_key(|account| &account.employee);
    let mut people = people.into_iter().peekable();
    let held = accounts.into_iter().filter_map(|account| {
        while people
            .next_if(|one| one.employee.key < account.employee)
            .is_some()
        {}
        let by = *people.peek()?;
        (by.employee.key == account.employee).then_some(Held { account, by })
    });
    held.collect()
}

/// The rows that would give a current employee the user name of another, after the whole file.
pub(super) fn shared_names(
    settled: &[Settled<'_>],
    reading: &Reading<'_>,
    held: &[Held<'_>],
    known: &Known<'_>,
) -> Vec<CellError> {
    let others = held
        .iter()
        .filter(|held| held.by.employee.is_current(known.today) && !reading.lists(held))
        .filter_map(|held| Some((held.name()?, held.by)));
    let listed = settled
        .iter()
        .filter(|row| !row.name.as_str().is_empty())
        .map(|row| ((row.kind, row.name.as_str()), row.who));
    let bearers = Bearers::of(others.chain(listed), settled.len());
    settled
        .iter()
        .filter(|row| row.changes)
        .filter_map(|row| {
            let other = bearers.beside(row.who, (row.kind, row.name.as_str()))?;
            Some(CellError {
                line: row.line,
                column: column::SERVICE.to_owned(),
                cell: row.name.to_string(),
                problem: Problem::SharedName,
                likely: None,
                detail: Some(Detail::of([row.who.employee, other.employee])),
            })
        })
        .collect()
}

/// Who bears each name: somebody, and who else where there is one.
struct Bearers<'a>(HashMap<(LinkKind, &'a str), (Numbered<'a>, Option<Numbered<'a>>)>);

impl<'a> Bearers<'a> {
    fn of(all: impl Iterator<Item = ((LinkKind, &'a str), Numbered<'a>)>, about: usize) -> Self {
        let mut bearers = HashMap::with_capacity(about);
        for (name, bearer) in all {
            bearers
                .entry(name)
                .and_modify(|(_, other)| {
                    let _: &mut Numbered<'_> = Option::get_or_insert(other, bearer);
                })
                .or_insert((bearer, None));
        }
        Self(bearers)
    }

    fn beside(&self, who: Numbered<'_>, name: (LinkKind, &str)) -> Option<Numbered<'a>> {
        let (first, other) = *self.0.get(&name)?;
        match first.number == who.number {
            true => other,
            false => Some(first),
        }
    }
}

/// The names that resigned and gone people still bear.
pub(super) fn bearers_who_left<'a>(
    held: &[Held<'a>],
    known: &Known<'_>,
) -> HashMap<(LinkKind, &'a str), Vec<Held<'a>>> {
    let mut bearers: HashMap<_, Vec<_>> = HashMap::new();
    let left = held
        .iter()
        .filter(|held| !held.by.employee.is_current(known.today));
    for (name, held) in left.filter_map(|held| Some((held.name()?, *held))) {
        bearers.entry(name).or_default().push(held);
    }
    bearers
}
