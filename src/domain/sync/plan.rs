//! What a sync changes, made whole before anything is.

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use super::code_moves::{self, CodeMove};
use super::happening::{Change, Facts, Happening, happened, happening};
use super::limits::{Limit, Numbers, limit};
use super::naming::{Nameless, naming};
use crate::domain::account::{Account, Link};
use crate::domain::employee::{Division, Employee, EmployeeKey};
use crate::domain::pc_log::{LinkKind, PcUserName};
use crate::domain::reassignment::LinkEdit;
use crate::domain::time::WorkDay;

/// What is known before the sync.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The company's key, kept from the first sync.
    pub company_key: Option<&'a str>,
    /// The work day of the last sync.
    pub last_sync: Option<WorkDay>,
    /// Everybody ever synced.
    pub employees: &'a [Employee],
    /// All divisions.
    pub divisions: &'a [Division],
    /// Every account, of any kind.
    pub accounts: &'a [Account],
    /// The history of every user name.
    pub links: &'a [Link],
    /// The user names that a log has borne.
    pub borne: &'a HashSet<(LinkKind, PcUserName)>,
    /// The kinds for which everybody has an account.
    pub kinds: &'a [LinkKind],
    /// The work day of the sync.
    pub today: WorkDay,
}

/// What KING OF TIME tells now, checked record by record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fetched {
    /// The key of `/company`.
    pub company_key: String,
    /// `/divisions`.
    pub divisions: Vec<Division>,
    /// `/employees`, resigned ones included, all active.
    pub employees: Vec<Employee>,
}

/// How many people each change concerns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// New people.
    pub joined: usize,
    /// People of whom something changed.
    pub changed: usize,
    /// People who resigned.
    pub resigned: usize,
    /// People no longer listed.
    pub gone: usize,
    /// People back after having been gone.
    pub restored: usize,
    /// Codes that belong to another person now.
    pub code_moved: usize,
    /// Current people after the sync.
    pub current: usize,
}

/// What the sync does, in one transaction, unless a limit stops it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyncPlan {
    /// Why it stops, if it does.
    pub limit: Option<Limit>,
    /// What happens to whom, by change.
    pub happenings: Vec<Happening>,
    /// How many of each.
    pub counts: Counts,
    /// The people to store, as they are now.
    pub employees: Vec<Employee>,
    /// All divisions, where any of them changed.
    pub divisions: Option<Vec<Division>>,
    /// The accounts to store.
    pub accounts: Vec<Account>,
    /// What becomes of the names' histories.
    pub links: Vec<LinkEdit>,
    /// Those whose account stays empty.
    pub nameless: Vec<Nameless>,
    /// Those whom an import must confirm.
    pub code_moves: Vec<CodeMove>,
}

impl SyncPlan {
    /// Whether everything already stands as KING OF TIME tells it.
    pub fn is_empty(&self) -> bool {
        self.happenings.is_empty()
            && self.employees.is_empty()
            && self.divisions.is_none()
            && self.accounts.is_empty()
    }
}

/// Makes the plan of a sync; `allowed` is `--allow-removals`.
pub fn plan(known: &Known<'_>, fetched: &Fetched, allowed: Option<u32>) -> SyncPlan {
    let before: HashMap<&EmployeeKey, &Employee> = known
        .employees
        .iter()
        .map(|employee| (&employee.key, employee))
        .collect();
    let last = known.last_sync.unwrap_or(known.today);
    let mut happenings = Vec::new();
    let mut employees = Vec::new();
    for now in &fetched.employees {
        let old = before.get(&now.key).copied();
        if old != Some(now) {
            employees.push(now.clone());
        }
        happenings.extend(happened(old, now, last, known.today));
    }
    for old in missing(known, fetched) {
        employees.push(Employee {
            active: false,
            ..old.clone()
        });
        happenings.push(happening(
            Change::Gone,
            old,
            Facts::default(),
            Facts::default(),
        ));
    }
    let stopped = limit(Numbers {
        companies: (known.company_key, &fetched.company_key),
        active: count(known.employees, |one| one.is_current(last)),
        listed: fetched.employees.len(),
        known: count(&fetched.employees, |one| before.contains_key(&one.key)),
        removals: removals(known, &before, &happenings),
        allowed,
    });
    let moved = code_moves::moved(known, fetched, &before);
    let lines = moved
        .iter()
        .map(|(holder, bearer)| code_moves::line(holder, bearer));
    happenings.extend(lines);
    happenings.sort_by_key(|happening| happening.change);
    let naming = naming(known, fetched, &before);
    SyncPlan {
        limit: stopped,
        counts: counts(&happenings, fetched, known.today),
        code_moves: code_moves::unconfirmed(known, fetched, &before, &moved),
        happenings,
        employees,
        divisions: changed_divisions(known.divisions, &fetched.divisions),
        accounts: naming.accounts,
        links: naming.links,
        nameless: naming.nameless,
    }
}

fn count(employees: &[Employee], which: impl Fn(&Employee) -> bool) -> usize {
    employees.iter().filter(|one| which(one)).count()
}

/// The active people whose key is not listed.
fn missing<'a>(known: &Known<'a>, fetched: &Fetched) -> Vec<&'a Employee> {
    let listed: HashSet<&EmployeeKey> = fetched.employees.iter().map(|one| &one.key).collect();
    known
        .employees
        .iter()
        .filter(|old| old.active && !listed.contains(&old.key))
        .collect()
}

/// How many of those who were current are gone or resigned now. That the record of somebody who left
/// long ago is deleted removes nobody.
fn removals(
    known: &Known<'_>,
    before: &HashMap<&EmployeeKey, &Employee>,
    happenings: &[Happening],
) -> usize {
    let last = known.last_sync.unwrap_or(known.today);
    happenings
        .iter()
        .filter(|one| matches!(one.change, Change::Gone | Change::Resigned))
        .filter(|one| {
            before
                .get(&one.employee)
                .is_some_and(|old| old.is_current(last))
        })
        .count()
}

fn counts(happenings: &[Happening], fetched: &Fetched, today: WorkDay) -> Counts {
    let of = |change| happenings.iter().filter(|one| one.change == change).count();
    Counts {
        joined: of(Change::Joined),
        changed: of(Change::Changed),
        resigned: of(Change::Resigned),
        gone: of(Change::Gone),
        restored: of(Change::Restored),
        code_moved: of(Change::CodeMoved),
        current: count(&fetched.employees, |one| one.is_current(today)),
    }
}

fn changed_divisions(old: &[Division], now: &[Division]) -> Option<Vec<Division>> {
    let by_code = |divisions: &[Division]| {
        let mut sorted = divisions.to_vec();
        sorted.sort_by(|a, b| a.code.cmp(&b.code));
        sorted
    };
    let now = by_code(now);
    (by_code(old) != now).then_some(now)
}
