//! Who bears a user name: two current employees may not bear one, and one who has left passes it on.

use std::collections::{HashMap, HashSet};

use super::plan::Known;
use super::reading::Settled;
use super::row::{CellError, Detail, Problem, column};
use crate::domain::account::Account;
use crate::domain::employee::{Employee, EmployeeKey};
use crate::domain::pc_log::LinkKind;

/// The rows that would give a current employee the user name of another, after the whole file.
pub(super) fn shared_names(settled: &[Settled<'_>], known: &Known<'_>) -> Vec<CellError> {
    let current: HashMap<&EmployeeKey, &Employee> = known
        .employees
        .iter()
        .filter(|employee| employee.is_current(known.today))
        .map(|employee| (&employee.key, employee))
        .collect();
    let in_file: HashSet<(&EmployeeKey, LinkKind)> = settled
        .iter()
        .map(|row| (&row.employee.key, row.kind))
        .collect();
    let mut bearers: HashMap<(LinkKind, &str), Vec<&Employee>> = HashMap::new();
    let others = known.accounts.iter().filter_map(|account| {
        let employee = current.get(&account.employee)?;
        let listed = in_file.contains(&(&account.employee, account.kind));
        (!listed).then_some((account.kind, account.service_account.as_str(), *employee))
    });
    let listed = settled
        .iter()
        .map(|row| (row.kind, row.row.service_account.as_str(), row.employee));
    for (kind, name, employee) in others.chain(listed).filter(|(_, name, _)| !name.is_empty()) {
        bearers.entry((kind, name)).or_default().push(employee);
    }
    settled
        .iter()
        .filter(|row| row.changes)
        .filter_map(|row| {
            let bearers = bearers.get(&(row.kind, row.row.service_account.as_str()))?;
            let other = bearers.iter().find(|other| other.key != row.employee.key)?;
            Some(CellError {
                line: row.row.line,
                column: column::SERVICE.to_owned(),
                cell: row.row.service_account.clone(),
                problem: Problem::SharedName,
                likely: None,
                detail: Some(Detail::of([row.employee, *other])),
            })
        })
        .collect()
}

/// The names that resigned and gone people still bear.
pub(super) fn bearers_who_left<'a>(
    known: &Known<'a>,
) -> HashMap<(LinkKind, &'a str), Vec<(&'a Account, &'a Employee)>> {
    let left: HashMap<&EmployeeKey, &Employee> = known
        .employees
        .iter()
        .filter(|employee| !employee.is_current(known.today))
        .map(|employee| (&employee.key, employee))
        .collect();
    let mut bearers: HashMap<_, Vec<_>> = HashMap::new();
    for account in known.accounts {
        if let Some(employee) = left.get(&account.employee)
            && !account.service_account.as_str().is_empty()
        {
            bearers
                .entry((account.kind, account.service_account.as_str()))
                .or_default()
                .push((account, *employee));
        }
    }
    bearers
}
