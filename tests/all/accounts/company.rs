//! A company as the rules of the account-link file know it, without a state file.

use std::collections::HashSet;

use pcpunch::csv::Encoding;
use pcpunch::csv::accounts::{Line, ReadError, WriteError, read, write};
use pcpunch::domain::account::{Account, Link};
use pcpunch::domain::employee::{Employee, EmployeeCode, EmployeeKey};
use pcpunch::domain::import::{CellError, Choices, ImportPlan, Known, accept};
use pcpunch::domain::pc_log::{LinkKind, PcUserName};
use pcpunch::domain::time::WorkDay;

/// Who is there, and whose PC user name is whose.
#[derive(Debug)]
pub(crate) struct Company {
    pub(crate) employees: Vec<Employee>,
    pub(crate) accounts: Vec<Account>,
    links: Vec<Link>,
}

/// What came of a file that was imported.
#[derive(Debug)]
pub(crate) enum Came {
    /// It is no text.
    NoText,
    /// It was refused with these.
    Refused(Vec<CellError>),
    /// It was taken.
    Taken(ImportPlan),
}

impl Company {
    /// 従業員コード, 姓, 名 and PC user name of everybody.
    pub(crate) fn of<S: AsRef<str>>(people: &[[S; 4]]) -> Self {
        let mut company = Self {
            employees: Vec::new(),
            accounts: Vec::new(),
            links: Vec::new(),
        };
        for (number, person) in people.iter().enumerate() {
            let [code, last_name, first_name, user] = person.each_ref().map(AsRef::as_ref);
            let key = EmployeeKey::new(format!("key{number}"));
            company.employees.push(Employee {
                key: key.clone(),
                code: EmployeeCode::new(code),
                last_name: last_name.to_owned(),
                first_name: first_name.to_owned(),
                division_code: "1000".to_owned(),
                emails: Vec::new(),
                hired: None,
                resigned: None,
                active: true,
            });
            company.accounts.push(Account {
                employee: key.clone(),
                kind: LinkKind::MaLion,
                service_account: PcUserName::new(user),
                set_by_import: true,
                since: WorkDay::EARLIEST,
            });
            company.links.push(Link {
                kind: LinkKind::MaLion,
                user_name: PcUserName::new(user),
                employee: Some(key),
                from: WorkDay::EARLIEST,
            });
        }
        company
    }

    /// The file of all links.
    pub(crate) fn file(&self, encoding: Encoding, for_excel: bool) -> Result<Vec<u8>, WriteError> {
        let pairs = self.employees.iter().zip(&self.accounts);
        let lines: Vec<Line<'_>> = pairs
            .map(|(employee, account)| Line::of(employee, account))
            .collect();
        write(&lines, encoding, for_excel)
    }

    /// Reads a file and holds it against the company.
    pub(crate) fn imports(&self, bytes: &[u8], encoding: Option<Encoding>) -> Came {
        let file = match read(bytes, encoding) {
            Ok(file) => file,
            Err(ReadError::Undecodable(_)) => return Came::NoText,
            Err(ReadError::Cells(errors)) => return Came::Refused(errors),
        };
        let known = Known {
            employees: &self.employees,
            accounts: &self.accounts,
            unconfirmed: &HashSet::new(),
            logged: &HashSet::new(),
            kinds: &[LinkKind::MaLion],
            today: WorkDay::parse("2024-12-20").unwrap(),
        };
        match accept(file.rows(), &known, Choices::default()) {
            Ok(accepted) => Came::Taken(accepted.plan(&self.links)),
            Err(errors) => Came::Refused(errors),
        }
    }
}
