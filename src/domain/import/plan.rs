//! What an import would change: all of it, or every reason why nothing.

use std::collections::{HashMap, HashSet};

use super::holders::{Held, bearers_who_left, held, shared_names};
use super::reading::{Reading, Settled};
use super::row::{CellError, Row, column};
use crate::domain::account::{Account, Link};
use crate::domain::employee::{Employee, EmployeeCode, EmployeeKey};
use crate::domain::pc_log::{LinkKind, PcUserName};
use crate::domain::reassignment::{Histories, LinkEdit};
use crate::domain::time::WorkDay;

/// What is known when the file is read.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// Everybody ever synced.
    pub employees: &'a [Employee],
    /// Every account, of any kind.
    pub accounts: &'a [Account],
    /// Those whose code moved and whom no import has confirmed since.
    pub unconfirmed: &'a HashSet<EmployeeKey>,
    /// The user names of the logs that wait for a link.
    pub logged: &'a HashSet<(LinkKind, PcUserName)>,
    /// The kinds whose link is on.
    pub kinds: &'a [LinkKind],
    /// The work day of the import.
    pub today: WorkDay,
}

/// What the command line chose.
#[derive(Clone, Copy, Debug, Default)]
pub struct Choices {
    /// `--from`: the first work day of the new links, in place of today.
    pub from: Option<WorkDay>,
    /// `--accept-names`: a name that is not the employee's is no error.
    pub accept_names: bool,
}

/// A row that changes something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its physical line.
    pub line: u64,
    /// Whose account.
    pub employee: EmployeeKey,
    /// 従業員コード.
    pub code: EmployeeCode,
    /// 姓 and 名.
    pub name: String,
    /// Of which product.
    pub kind: LinkKind,
    /// The user name until now; empty for none.
    pub before: PcUserName,
    /// The user name from now on; empty unlinks.
    pub after: PcUserName,
    /// The first work day of the new link.
    pub since: WorkDay,
    /// Whether the link is new in the name's history; else it was the employee's before and goes on.
    pub gives: bool,
    /// The first work day on which the user name until now is nobody's, where its history says so from now on.
    pub takes_from: Option<WorkDay>,
}

/// A user name that somebody who has left still bore.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassedOn {
    /// The name.
    pub user_name: PcUserName,
    /// Of which product.
    pub kind: LinkKind,
    /// Who bore it.
    pub from: EmployeeCode,
    /// 姓 and 名 of who bore it.
    pub from_name: String,
    /// Who bears it now.
    pub to: EmployeeCode,
    /// 姓 and 名 of who bears it now.
    pub to_name: String,
}

/// What the import does, in one transaction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportPlan {
    /// The rows that change something: the N of `N件のアカウントを更新`.
    pub changes: Vec<Change>,
    /// Names that pass on from people who have left.
    pub passed_on: Vec<PassedOn>,
    /// The accounts that are to stand anew without such a row: those of people who have left with a name that the
    /// file gives, and those whose row confirms a moved code.
    pub others: Vec<Account>,
    /// What becomes of the names' histories.
    pub links: Vec<LinkEdit>,
    /// Those whose moved code the file confirms.
    pub confirmed: Vec<EmployeeKey>,
    /// Rows that say what already stands.
    pub unchanged: usize,
    /// Rows of kinds whose link is off.
    pub left_alone: usize,
}

impl ImportPlan {
    /// Whether there is nothing to store.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.confirmed.is_empty()
    }
}

/// The rows of a file in which nothing is wrong.
pub struct Accepted<'a> {
    settled: Vec<Settled<'a>>,
    leavers: HashMap<(LinkKind, &'a str), Vec<Held<'a>>>,
    left_alone: usize,
    unconfirmed: &'a HashSet<EmployeeKey>,
    from: WorkDay,
}

/// Reads the rows of a file.
///
/// # Errors
/// Every cell that cannot be taken, by line; nothing is to be changed then.
pub fn accept<'a>(
    rows: impl IntoIterator<Item = Row>,
    known: &Known<'a>,
    choices: Choices,
) -> Result<Accepted<'a>, Vec<CellError>> {
    let held = held(known);
    let mut reading = Reading::new(known, &held, choices);
    let settled: Vec<_> = rows
        .into_iter()
        .filter_map(|row| reading.settle(&row))
        .collect();
    let shared = shared_names(&settled, &reading, &held, known);
    let (left_alone, mut errors) = reading.end();
    errors.extend(shared);
    if errors.is_empty() {
        return Ok(Accepted {
            settled,
            leavers: bearers_who_left(&held, known),
            left_alone,
            unconfirmed: known.unconfirmed,
            from: choices.from.unwrap_or(known.today),
        });
    }
    errors.sort_by_key(|error| {
        (
            error.line,
            column::ALL.iter().position(|name| *name == error.column),
        )
    });
    Err(errors)
}

impl Accepted<'_> {
    /// The user names whose histories make the plan: those that the rows give and those that they take off.
    pub fn names(&self) -> HashSet<(LinkKind, &str)> {
        let mut names = HashSet::with_capacity(2 * self.settled.len());
        names.extend(self.given());
        let taken = self.changing().map(|row| (row.kind, row.before()));
        names.extend(taken.filter(|(_, name)| !name.is_empty()));
        names
    }

    fn changing(&self) -> impl Iterator<Item = &Settled<'_>> {
        self.settled.iter().filter(|row| row.changes)
    }

    /// The names that the file gives to somebody.
    fn given(&self) -> impl Iterator<Item = (LinkKind, &str)> {
        let given = self.changing().map(|row| (row.kind, row.name.as_str()));
        given.filter(|(_, name)| !name.is_empty())
    }

    /// Makes the plan of the import; `links` are the histories of the [`names`](Self::names).
    pub fn plan(&self, links: &[Link]) -> ImportPlan {
        let mut given = HashSet::with_capacity(self.settled.len());
        given.extend(self.given());
        let changing = Changing {
            histories: Histories::new(links),
            leavers: &self.leavers,
            given,
            from: self.from,
        };
        let mut plan = ImportPlan {
            left_alone: self.left_alone,
            ..ImportPlan::default()
        };
        for row in &self.settled {
            let key = &row.who.employee.key;
            let confirms = self.unconfirmed.contains(key);
            if confirms {
                plan.confirmed.push(key.clone());
            }
            if row.changes {
                changing.change(row, &mut plan);
                continue;
            }
            plan.unchanged += 1;
            let confirmed = row.account.filter(|_| confirms).cloned();
            plan.others.extend(confirmed.map(|account| Account {
                set_by_import: true,
                ..account
            }));
        }
        plan
    }
}

/// What every changing row is held against.
struct Changing<'a> {
    histories: Histories<'a>,
    leavers: &'a HashMap<(LinkKind, &'a str), Vec<Held<'a>>>,
    /// The names that the file gives to somebody, and so takes off nobody without an heir.
    given: HashSet<(LinkKind, &'a str)>,
    from: WorkDay,
}

impl Changing<'_> {
    fn change(&self, row: &Settled<'_>, plan: &mut ImportPlan) {
        let (employee, kind) = (row.who.employee, row.kind);
        let key = &employee.key;
        let before = row.account.map(|account| account.service_account.clone());
        let before = before.unwrap_or_else(|| PcUserName::new(""));
        let after = row.name.clone();
        let (mut since, mut gives, mut takes_from) = (self.from, false, None);
        if !after.as_str().is_empty() {
            let (edit, first) = self.histories.give(kind, &after, key, self.from);
            since = first;
            gives = edit.entry.is_some();
            plan.links.push(edit);
        }
        if !self.given.contains(&(kind, before.as_str())) {
            let edit = self.histories.take_off(kind, &before, key, self.from);
            takes_from = edit
                .as_ref()
                .and_then(|edit| edit.entry.as_ref().map(|link| link.from));
            plan.links.extend(edit);
        }
        self.pass_on(row, &after, plan);
        plan.changes.push(Change {
            line: row.line,
            employee: key.clone(),
            code: employee.code.clone(),
            name: employee.full_name(),
            kind,
            before,
            after,
            since,
            gives,
            takes_from,
        });
    }

    /// Empties the accounts of people who left with this name.
    fn pass_on(&self, row: &Settled<'_>, name: &PcUserName, plan: &mut ImportPlan) {
        let leavers = self.leavers.get(&(row.kind, name.as_str()));
        let heir = row.who.employee;
        for Held { account, by } in leavers.into_iter().flatten() {
            let leaver = by.employee;
            plan.passed_on.push(PassedOn {
                user_name: name.clone(),
                kind: row.kind,
                from: leaver.code.clone(),
                from_name: leaver.full_name(),
                to: heir.code.clone(),
                to_name: heir.full_name(),
            });
            plan.others.push(Account {
                service_account: PcUserName::new(""),
                since: self.from,
                ..(*account).clone()
            });
        }
    }
}
