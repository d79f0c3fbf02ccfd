//! What people call the employees: codes and names by KING OF TIME's keys.

use std::collections::BTreeMap;

use crate::domain::employee::{Employee, EmployeeCode, EmployeeKey};

/// 従業員コード and 名前 by key, for whatever tells of people; and what the company is called at Intercom.
#[derive(Clone, Debug, Default)]
pub(in crate::commands) struct Names {
    people: BTreeMap<EmployeeKey, (EmployeeCode, String)>,
    support_id: Option<String>,
}

impl Names {
    /// Takes in everybody ever synced.
    pub(in crate::commands) fn new(employees: &[Employee]) -> Self {
        let named = employees.iter().map(|employee| {
            let named = (employee.code.clone(), employee.full_name());
            (employee.key.clone(), named)
        });
        Self {
            people: named.collect(),
            support_id: None,
        }
    }

    /// With `malion.support_id`, for what sends people to Intercom.
    pub(in crate::commands) fn with_support_id(self, support_id: Option<&str>) -> Self {
        Self {
            support_id: support_id.map(str::to_owned),
            ..self
        }
    }

    /// `malion.support_id`, where it is known.
    pub(in crate::commands) fn support_id(&self) -> Option<&str> {
        self.support_id.as_deref()
    }

    /// The code of that person; `None` for a key that no sync ever brought.
    pub(in crate::commands) fn code(&self, key: &EmployeeKey) -> Option<&EmployeeCode> {
        self.people.get(key).map(|(code, _)| code)
    }

    /// The name of that person; `None` for a key that no sync ever brought.
    pub(in crate::commands) fn name(&self, key: &EmployeeKey) -> Option<&str> {
        self.people.get(key).map(|(_, name)| name.as_str())
    }

    /// Code and name of somebody whom a sentence is about.
    pub(in crate::commands) fn with_code(&self, key: &EmployeeKey) -> String {
        match (self.code(key), self.name(key)) {
            (Some(code), Some(name)) => code.with_name(name),
            _ => self.shown(key),
        }
    }

    /// Whom a table names: the name, else the code, else KING OF TIME's key.
    pub(in crate::commands) fn shown(&self, key: &EmployeeKey) -> String {
        let code = || self.code(key).map(EmployeeCode::as_str);
        let name = self.name(key).filter(|name| !name.is_empty());
        name.or_else(code).unwrap_or(key.as_str()).to_owned()
    }
}
