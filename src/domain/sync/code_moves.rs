//! Codes that changed hands. Punches go by key; but where the PC user names are the codes, nobody's
//! Windows account moved with them.

use std::collections::{HashMap, HashSet};

use super::happening::{Change, Facts, Happening};
use super::plan::{Fetched, Known};
use crate::domain::account::Account;
use crate::domain::employee::{Employee, EmployeeCode, EmployeeKey};
use crate::domain::finding::{Code, Evidence, Finding};

/// Somebody whose code changed while their PC user name may not have; until an import confirms it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeMove {
    /// Who.
    pub employee: EmployeeKey,
    /// The code until now; `None` for somebody who joined with another's code.
    pub from: Option<EmployeeCode>,
    /// The code now.
    pub to: EmployeeCode,
    /// Whether nothing is to be punched for them until then: their code was, or became, another's.
    pub held: bool,
}

/// What is to be said of moves until an import confirms them, with the people on both sides: both links
/// want a look.
pub fn code_move_findings(moves: &[CodeMove], employees: &[Employee]) -> Vec<Finding> {
    let mut bearers: HashMap<&EmployeeCode, Vec<&Employee>> = HashMap::new();
    let mut people: HashMap<&EmployeeKey, &Employee> = HashMap::new();
    for employee in employees {
        bearers.entry(&employee.code).or_default().push(employee);
        people.insert(&employee.key, employee);
    }
    let left: HashMap<&EmployeeCode, &Employee> = moves
        .iter()
        .filter_map(|one| Some((one.from.as_ref()?, *people.get(&one.employee)?)))
        .collect();
    let other = |code: &EmployeeCode, employee: &EmployeeKey| {
        let mut bearers = bearers.get(code).into_iter().flatten();
        bearers.find(|one| one.key != *employee).copied()
    };
    moves
        .iter()
        .map(|one| {
            let holder = left.get(&one.to).copied();
            let holder = holder.filter(|holder| holder.key != one.employee);
            let holder = holder.or_else(|| other(&one.to, &one.employee));
            let bearer = one
                .from
                .as_ref()
                .and_then(|from| other(from, &one.employee));
            one.finding(holder, bearer)
        })
        .collect()
}

impl CodeMove {
    /// `holder` had the code until now, `bearer` has the one that was left.
    fn finding(&self, holder: Option<&Employee>, bearer: Option<&Employee>) -> Finding {
        let mut evidence = Evidence::default().fact("code", self.to.as_str());
        if let Some(from) = &self.from {
            evidence = evidence.fact("code_before", from.as_str());
        }
        for (fact, person) in [("code_holder", holder), ("code_bearer", bearer)] {
            if let Some(person) = person {
                let named = person.code.with_name(&person.full_name());
                evidence = evidence.fact(fact, named);
            }
        }
        Finding {
            code: Code::CodeMoved,
            severity: Code::CodeMoved.severity(),
            employee: Some(self.employee.clone()),
            user: None,
            work_day: None,
            evidence,
        }
    }
}

/// The codes that belong to another key now, told by name on both sides.
pub(super) fn moved<'a>(
    known: &Known<'a>,
    fetched: &'a Fetched,
    before: &HashMap<&EmployeeKey, &'a Employee>,
) -> Vec<(&'a Employee, &'a Employee)> {
    let last = known.last_sync.unwrap_or(known.today);
    let holders: HashMap<&EmployeeCode, &Employee> = before
        .values()
        .filter(|employee| employee.is_current(last))
        .map(|employee| (&employee.code, *employee))
        .collect();
    fetched
        .employees
        .iter()
        .filter(|employee| employee.is_current(known.today))
        .filter(|employee| {
            before
                .get(&employee.key)
                .is_none_or(|old| old.code != employee.code)
        })
        .filter_map(|employee| {
            let holder = *holders.get(&employee.code)?;
            (holder.key != employee.key).then_some((holder, employee))
        })
        .collect()
}

/// The line of the plan for one moved code.
pub(super) fn line(holder: &Employee, bearer: &Employee) -> Happening {
    let side = |employee: &Employee| {
        Facts::of([
            ("employee_key", employee.key.as_str().to_owned()),
            ("name", employee.full_name()),
        ])
    };
    Happening {
        change: Change::CodeMoved,
        employee: bearer.key.clone(),
        code: bearer.code.clone(),
        name: bearer.full_name(),
        before: side(holder),
        after: side(bearer),
    }
}

/// Who must be confirmed by an import: both sides of a moved code where either's user name was their code,
/// and, without being held, those whose code changed while a log had borne their account's name.
pub(super) fn unconfirmed(
    known: &Known<'_>,
    fetched: &Fetched,
    before: &HashMap<&EmployeeKey, &Employee>,
    moved: &[(&Employee, &Employee)],
) -> Vec<CodeMove> {
    let mut accounts: HashMap<&EmployeeKey, Vec<&Account>> = HashMap::new();
    for account in known.accounts {
        accounts.entry(&account.employee).or_default().push(account);
    }
    let of = |key: &EmployeeKey| accounts.get(key).map(Vec::as_slice).unwrap_or_default();
    let named_by_code = |key: &EmployeeKey| {
        let code = before.get(key).map(|employee| employee.code.as_str());
        of(key)
            .iter()
            .any(|account| Some(account.service_account.as_str()) == code)
    };
    let mut held: HashSet<&EmployeeKey> = HashSet::new();
    for (holder, bearer) in moved {
        if named_by_code(&holder.key) || named_by_code(&bearer.key) {
            held.insert(&holder.key);
            held.insert(&bearer.key);
        }
    }
    fetched
        .employees
        .iter()
        .filter(|employee| employee.is_current(known.today))
        .filter_map(|employee| {
            let from = before.get(&employee.key).map(|old| old.code.clone());
            let changed = from.as_ref().is_some_and(|from| *from != employee.code);
            let stays = of(&employee.key).iter().any(|account| {
                !account.set_by_import
                    && known
                        .borne
                        .contains(&(account.kind, account.service_account.clone()))
            });
            let held = held.contains(&employee.key);
            (held || (changed && stays)).then(|| CodeMove {
                employee: employee.key.clone(),
                from,
                to: employee.code.clone(),
                held,
            })
        })
        .collect()
}
