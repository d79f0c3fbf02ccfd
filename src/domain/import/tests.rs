//! The rules of the account-link file, as tables.

mod refused;
mod taken;

use std::collections::HashSet;

use super::{CellError, Choices, ImportPlan, Known, Problem, Row, accept, column};
use crate::domain::account::{Account, Link};
use crate::domain::employee::{Employee, EmployeeCode, EmployeeKey};
use crate::domain::pc_log::{LinkKind, PcUserName};
use crate::domain::time::WorkDay;

const MALION: LinkKind = LinkKind::MaLion;

fn day(text: &str) -> WorkDay {
    WorkDay::parse(text).unwrap()
}

/// Four current people, one resigned, one gone; the accounts are the codes, but for tarouk's.
struct Company {
    employees: Vec<Employee>,
    accounts: Vec<Account>,
    links: Vec<Link>,
    unconfirmed: HashSet<EmployeeKey>,
    logged: HashSet<(LinkKind, PcUserName)>,
}

impl Company {
    fn new() -> Self {
        let people = [
            ("k1", "1000", "勤怠", "太郎", "tarouk"),
            ("k2", "1001", "勤怠", "花子", "1001"),
            ("k3", "01002", "髙橋", "次郎", "01002"),
            ("k4", "100000", "山本", "　三郎", "100000"),
            ("k5", "2000", "退職", "済", "old"),
            ("k6", "2001", "削除", "済", "2001"),
        ];
        let mut company = Self {
            employees: Vec::new(),
            accounts: Vec::new(),
            links: Vec::new(),
            unconfirmed: HashSet::new(),
            logged: HashSet::new(),
        };
        for (key, code, last_name, first_name, user) in people {
            company.employees.push(Employee {
                key: EmployeeKey::new(key),
                code: EmployeeCode::new(code),
                last_name: last_name.into(),
                first_name: first_name.into(),
                division_code: "1000".into(),
                emails: vec![],
                hired: None,
                resigned: (key == "k5").then(|| day("2024-12-10")),
                active: key != "k6",
            });
            company.accounts.push(Account {
                employee: EmployeeKey::new(key),
                kind: MALION,
                service_account: PcUserName::new(user),
                set_by_import: user != code,
                since: WorkDay::EARLIEST,
            });
            company.links.push(Link {
                kind: MALION,
                user_name: PcUserName::new(user),
                employee: Some(EmployeeKey::new(key)),
                from: WorkDay::EARLIEST,
            });
        }
        company
    }

    fn plan(&self, rows: &[Row], choices: Choices) -> Result<ImportPlan, Vec<CellError>> {
        let known = Known {
            employees: &self.employees,
            accounts: &self.accounts,
            unconfirmed: &self.unconfirmed,
            logged: &self.logged,
            kinds: &[MALION],
            today: day("2024-12-20"),
        };
        Ok(accept(rows.iter().cloned(), &known, choices)?.plan(&self.links))
    }

    /// The plan carried out.
    fn import(&mut self, rows: &[Row], choices: Choices) -> ImportPlan {
        let plan = self.plan(rows, choices).unwrap();
        let changed = plan.changes.iter().map(|change| Account {
            employee: change.employee.clone(),
            kind: change.kind,
            service_account: change.after.clone(),
            set_by_import: true,
            since: change.since,
        });
        for account in changed.chain(plan.others.iter().cloned()) {
            self.accounts
                .retain(|old| (&old.employee, old.kind) != (&account.employee, account.kind));
            self.accounts.push(account);
        }
        for edit in &plan.links {
            self.links.retain(|link| {
                (link.kind, &link.user_name) != (edit.kind, &edit.user_name)
                    || link.from < edit.from
            });
            self.links.extend(edit.entry.clone());
        }
        plan
    }

    fn history(&self, name: &str) -> Vec<(String, String)> {
        let mut history: Vec<_> = self
            .links
            .iter()
            .filter(|link| link.user_name.as_str() == name)
            .map(|link| {
                let owner = link.employee.as_ref().map_or("-", EmployeeKey::as_str);
                (link.from.to_string(), owner.to_owned())
            })
            .collect();
        history.sort();
        history
    }

    fn user(&self, key: &str) -> &str {
        let account = self.accounts.iter().find(|a| a.employee.as_str() == key);
        account.unwrap().service_account.as_str()
    }
}

/// Rows from line 2 on: code and user name.
fn rows(cells: &[(&str, &str)]) -> Vec<Row> {
    cells
        .iter()
        .zip(2..)
        .map(|((code, user), line)| Row {
            line,
            employee_code: (*code).to_owned(),
            service_account: (*user).to_owned(),
            ..Row::default()
        })
        .collect()
}

fn told(errors: &[CellError]) -> Vec<(u64, &str, Problem, Option<&str>)> {
    errors
        .iter()
        .map(|e| (e.line, e.column.as_str(), e.problem, e.likely.as_deref()))
        .collect()
}

/// Whom an error names, as people read it.
fn people(error: &CellError) -> Vec<String> {
    let people = error.detail.iter().flat_map(|detail| &detail.people);
    people
        .map(|one| format!("{} {}", one.code, one.name))
        .collect()
}

fn history(entries: &[(&str, &str)]) -> Vec<(String, String)> {
    let own = |(from, owner): &(&str, &str)| ((*from).to_owned(), (*owner).to_owned());
    entries.iter().map(own).collect()
}
