//! The user names that a sync gives: a new account bears the 従業員コード, and follows it while nobody
//! has said or logged anything else.

use std::cell::LazyCell;
use std::collections::{HashMap, HashSet};

use super::plan::{Fetched, Known};
use crate::domain::account::Account;
use crate::domain::employee::{Employee, EmployeeCode, EmployeeKey};
use crate::domain::pc_log::{LinkKind, PcUserName};
use crate::domain::reassignment::{Histories, LinkEdit};

/// Somebody whose account stays empty, since another account bears the 従業員コード as its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nameless {
    /// Whose account.
    pub code: EmployeeCode,
    /// 姓 and 名.
    pub name: String,
    /// Of which product.
    pub kind: LinkKind,
    /// Whose account bears it: 従業員コード.
    pub bearer_code: EmployeeCode,
    /// 姓 and 名 of the one whose account bears it.
    pub bearer_name: String,
}

/// What becomes of accounts and histories.
#[derive(Debug, Default)]
pub(super) struct Naming {
    pub(super) accounts: Vec<Account>,
    pub(super) links: Vec<LinkEdit>,
    pub(super) nameless: Vec<Nameless>,
}

/// Somebody who is to get their code as a name.
struct Wish<'a> {
    employee: &'a Employee,
    kind: LinkKind,
    account: Option<&'a Account>,
}

/// Gives names to those who have no account yet, and new ones to those whose code changed before an
/// import set, or a log bore, the old one.
pub(super) fn naming(
    known: &Known<'_>,
    fetched: &Fetched,
    before: &HashMap<&EmployeeKey, &Employee>,
) -> Naming {
    let histories = Histories::new(known.links);
    let wishes = wishes(known, fetched, before);
    let wishing: HashSet<(&EmployeeKey, LinkKind)> = wishes
        .iter()
        .map(|wish| (&wish.employee.key, wish.kind))
        .collect();
    let mut bearers: HashMap<(LinkKind, &str), &EmployeeKey> = known
        .accounts
        .iter()
        .filter(|account| !wishing.contains(&(&account.employee, account.kind)))
        .map(|account| {
            (
                (account.kind, account.service_account.as_str()),
                &account.employee,
            )
        })
        .collect();
    let listed: LazyCell<HashMap<&EmployeeKey, &Employee>, _> = LazyCell::new(|| {
        fetched
            .employees
            .iter()
            .map(|one| (&one.key, one))
            .collect()
    });
    let mut naming = Naming::default();
    let mut left = Vec::new();
    for wish in &wishes {
        let (employee, kind) = (wish.employee, wish.kind);
        let mut account = Account {
            employee: employee.key.clone(),
            kind,
            service_account: PcUserName::new(""),
            set_by_import: false,
            since: known.today,
        };
        let code = employee.code.as_str();
        if let Some(bearer) = bearers.get(&(kind, code)) {
            let bearer = listed.get(*bearer).or_else(|| before.get(*bearer));
            naming.nameless.push(Nameless {
                code: employee.code.clone(),
                name: employee.full_name(),
                kind,
                bearer_code: bearer.map_or(employee.code.clone(), |one| one.code.clone()),
                bearer_name: bearer.map_or(String::new(), |one| one.full_name()),
            });
        } else {
            bearers.insert((kind, code), &employee.key);
            account.service_account = PcUserName::new(code);
            let (edit, since) =
                histories.give(kind, &account.service_account, &employee.key, known.today);
            account.since = since;
            naming.links.push(edit);
        }
        left.extend(wish.account);
        naming.accounts.push(account);
    }
    for account in left {
        let (kind, name) = (account.kind, &account.service_account);
        if !bearers.contains_key(&(kind, name.as_str())) {
            let edit = histories.take_off(kind, name, &account.employee, known.today);
            naming.links.extend(edit);
        }
    }
    naming
}

/// Current people first: where two have one code, it is theirs.
fn wishes<'a>(
    known: &Known<'a>,
    fetched: &'a Fetched,
    before: &HashMap<&EmployeeKey, &Employee>,
) -> Vec<Wish<'a>> {
    let accounts: HashMap<(&EmployeeKey, LinkKind), &Account> = known
        .accounts
        .iter()
        .map(|account| ((&account.employee, account.kind), account))
        .collect();
    let mut wishes = Vec::new();
    for employee in &fetched.employees {
        let old_code = before.get(&employee.key).map(|before| &before.code);
        for &kind in known.kinds {
            let account = accounts.get(&(&employee.key, kind)).copied();
            let wants = match account {
                None => true,
                Some(account) => {
                    let borne = known
                        .borne
                        .contains(&(kind, account.service_account.clone()));
                    old_code.is_some_and(|old| *old != employee.code)
                        && !account.set_by_import
                        && !borne
                }
            };
            if wants {
                wishes.push(Wish {
                    employee,
                    kind,
                    account,
                });
            }
        }
    }
    wishes.sort_by_key(|wish| !wish.employee.is_current(known.today));
    wishes
}
