//! What people call the employees: codes and names by KING OF TIME's keys.

use std::collections::BTreeMap;

use crate::domain::employee::{Employee, EmployeeCode, EmployeeKey};

/// 従業員コード and 名前 by key, for whatever tells of people.
#[derive(Clone, Debug, Default)]
pub(in crate::commands) struct Names(BTreeMap<EmployeeKey, (EmployeeCode, String)>);

impl Names {
    /// Takes in everybody ever synced.
    pub(in crate::commands) fn new(employees: &[Employee]) -> Self {
        let named = employees.iter().map(|employee| {
            let named = (employee.code.clone(), employee.full_name());
            (employee.key.clone(), named)
        });
        Self(named.collect())
    }

    /// The code of that person; `None` for a key that no sync ever brought.
    pub(in crate::commands) fn code(&self, key: &EmployeeKey) -> Option<&EmployeeCode> {
        self.0.get(key).map(|(code, _)| code)
    }

    /// The name of that person; `None` for a key that no sync ever brought.
    pub(in crate::commands) fn name(&self, key: &EmployeeKey) -> Option<&str> {
        self.0.get(key).map(|(_, name)| name.as_str())
    }

    /// Whom a table names: the name, else the code, else KING OF TIME's key.
    pub(in crate::commands) fn shown(&self, key: &EmployeeKey) -> String {
        let code = || self.code(key).map(EmployeeCode::as_str);
        let name = self.name(key).filter(|name| !name.is_empty());
        name.or_else(code).unwrap_or(key.as_str()).to_owned()
    }
}
