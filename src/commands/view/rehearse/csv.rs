//! A rehearsal as CSV: a row for each person, settings and kind or, by days, for each punch that differs.

use crate::domain::employee::EmployeeCode;
use crate::output::{Column, Table};

use super::ResultView;

const PERSON_COLUMNS: [Column; 15] = [
    Column::new("employee_code", "word-nothing"),
    Column::new("name", "word-nothing"),
    Column::new("settings", "word-nothing"),
    Column::new("work_days", "word-nothing"),
    Column::new("kind", "word-nothing"),
    Column::new("same", "word-nothing"),
    Column::new("earlier", "word-nothing"),
    Column::new("earlier_median_minutes", "word-nothing"),
    Column::new("earlier_largest_minutes", "word-nothing"),
    Column::new("later", "word-nothing"),
    Column::new("later_median_minutes", "word-nothing"),
    Column::new("later_largest_minutes", "word-nothing"),
    Column::new("missing", "word-nothing"),
    Column::new("extra", "word-nothing"),
    Column::new("open", "word-nothing"),
];

const DAY_COLUMNS: [Column; 10] = [
    Column::new("employee_code", "word-nothing"),
    Column::new("name", "word-nothing"),
    Column::new("work_day", "word-nothing"),
    Column::new("settings", "word-nothing"),
    Column::new("kind", "word-nothing"),
    Column::new("ours", "word-nothing"),
    Column::new("kot", "word-nothing"),
    Column::new("minutes", "word-nothing"),
    Column::new("outcome", "word-nothing"),
    Column::new("reason", "word-nothing"),
];

/// A row for each punch that differs.
pub(super) fn days(results: &[ResultView]) -> Table<'static> {
    let mut table = Table::new(DAY_COLUMNS);
    for result in results {
        for day in &result.days {
            table.row(day.csv(result.settings));
        }
    }
    table
}

/// A row for each person, settings and kind.
pub(super) fn people(results: &[ResultView]) -> Table<'static> {
    let mut table = Table::new(PERSON_COLUMNS);
    for result in results {
        for person in &result.people {
            let code = person.employee_code.as_ref().map(EmployeeCode::as_str);
            for kind in &person.kinds {
                let before = [
                    code.unwrap_or_default().to_owned(),
                    person.name.clone().unwrap_or_default(),
                    result.settings.to_owned(),
                    person.work_days.to_string(),
                ];
                table.row(before.into_iter().chain(kind.csv()));
            }
        }
    }
    table
}
