//! `pcpunch employees list`: the people as last synced, and what each sync changed.

use std::collections::HashMap;

use serde::Serialize;

use super::view::sync_history::History;
use super::{Context, Exit};
use crate::cli::EmployeesListArgs;
use crate::domain::employee::{Division, Employee};
use crate::domain::time::WorkDay;
use crate::locale::{Locale, Text};
use crate::output::{self, Column, Table, View};

/// Prints the people, or with `--history` the syncs.
///
/// # Errors
/// What the state file refuses.
pub(super) fn run(args: &EmployeesListArgs, context: &mut Context) -> anyhow::Result<Exit> {
    let state = context.open_state()?;
    let divisions = state.divisions()?;
    let divisions: HashMap<&str, &Division> = divisions
        .iter()
        .map(|division| (division.code.as_str(), division))
        .collect();
    let people = state.employees()?;
    let employees = people.iter().map(|one| Row::of(one, &divisions)).collect();
    if args.history {
        context.print(&History::new(employees, state.past_syncs()?))?;
    } else {
        context.print(&List { employees })?;
    }
    Ok(Exit::Done)
}

/// An entry of `employees`.
#[derive(Serialize)]
pub(super) struct Row {
    employee_code: String,
    name: String,
    division: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    division_name: Option<String>,
    day_border: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    hired: Option<WorkDay>,
    #[serde(skip_serializing_if = "Option::is_none")]
    resigned: Option<WorkDay>,
    active: bool,
}

impl Row {
    fn of(employee: &Employee, divisions: &HashMap<&str, &Division>) -> Self {
        let division = divisions.get(employee.division_code.as_str());
        let border = division.map_or(chrono::NaiveTime::MIN, |division| division.day_border);
        Self {
            employee_code: employee.code.to_string(),
            name: employee.full_name(),
            division: employee.division_code.clone(),
            division_name: division.map(|division| division.name.clone()),
            day_border: border.format("%H:%M").to_string(),
            hired: employee.hired,
            resigned: employee.resigned,
            active: employee.active,
        }
    }
}

/// `pcpunch.employees-list.v1`
#[derive(Serialize)]
struct List {
    employees: Vec<Row>,
}

impl View for List {
    const SCHEMA: &'static str = "pcpunch.employees-list.v1";

    fn table<'a>(&'a self, locale: &'a Locale) -> Table<'a> {
        let columns = [
            Column::new("employee_code", "people-code"),
            Column::new("name", "people-name"),
            Column::new("division", "people-division"),
            Column::new("day_border", "people-day-border"),
            Column::new("hired", "people-hired"),
            Column::new("resigned", "people-resigned"),
            Column::new("active", "people-active"),
        ];
        let day = |day: Option<WorkDay>| day.map_or(String::new(), |day| day.to_string());
        let row = move |row: &Row| {
            let name = row.division_name.as_deref().unwrap_or_default();
            let active = if row.active {
                "people-yes"
            } else {
                "people-no"
            };
            output::Row::new([
                row.employee_code.clone(),
                row.name.clone(),
                format!("{} {name}", row.division).trim().to_owned(),
                row.day_border.clone(),
                day(row.hired),
                day(row.resigned),
                locale.say(&Text::new(active)),
            ])
        };
        Table::told(columns, move || self.employees.iter().map(row))
    }
}
