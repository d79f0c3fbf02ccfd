//! `pcpunch accounts list`: the account links of the current people, as the relay's own page shows them.

use std::collections::HashMap;

use serde::Serialize;

use crate::domain::time::WorkDay;
use crate::locale::Locale;
use crate::output::{Column, Table, View};
use crate::relay::today;

use super::{Context, Exit};

/// Prints the links, without 種別コード for people.
///
/// # Errors
/// What the state file refuses.
pub(super) fn run(context: &mut Context) -> anyhow::Result<Exit> {
    let state = context.open_state()?;
    let today = today(context.now());
    let employees = state.employees()?;
    let current: HashMap<_, _> = employees
        .iter()
        .filter(|employee| employee.is_current(today))
        .map(|employee| (&employee.key, employee))
        .collect();
    let accounts = state.accounts_by_code()?;
    let rows = accounts.iter().filter_map(|account| {
        let employee = current.get(&account.employee)?;
        let linked = !account.service_account.as_str().is_empty();
        Some(Row {
            kind: account.kind.label(),
            kind_code: account.kind.code(),
            employee_code: employee.code.to_string(),
            name: employee.full_name(),
            service_account: account.service_account.to_string(),
            since: Some(account.since).filter(|since| linked && *since > WorkDay::EARLIEST),
        })
    });
    context.print(&List {
        accounts: rows.collect(),
    })?;
    Ok(Exit::Done)
}

#[derive(Serialize)]
struct Row {
    kind: &'static str,
    kind_code: i64,
    employee_code: String,
    name: String,
    service_account: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<WorkDay>,
}

/// `pcpunch.accounts-list.v1`
#[derive(Serialize)]
struct List {
    accounts: Vec<Row>,
}

impl View for List {
    const SCHEMA: &'static str = "pcpunch.accounts-list.v1";

    fn table<'a>(&'a self, _: &'a Locale) -> Table<'a> {
        let mut table = Table::new([
            Column::new("kind", "account-kind"),
            Column::new("employee_code", "account-code"),
            Column::new("name", "account-name"),
            Column::new("service_account", "account-service"),
            Column::new("since", "account-since"),
        ]);
        for row in &self.accounts {
            table.row([
                row.kind.to_owned(),
                row.employee_code.clone(),
                row.name.clone(),
                row.service_account.clone(),
                row.since.map_or(String::new(), |since| since.to_string()),
            ]);
        }
        table
    }
}
