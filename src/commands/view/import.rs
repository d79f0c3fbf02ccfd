//! How an import is shown: `pcpunch.accounts-import.v1`, and the errors of a refused file.

use std::path::Path;

use serde::Serialize;

use crate::csv::accounts::{self, AccountFile, LineEnd};
use crate::csv::encoding::Undecodable;
use crate::domain::employee::EmployeeCode;
use crate::domain::import::{CellError, Change, Detail, ImportPlan, PassedOn, Problem};
use crate::domain::pc_log::PcUserName;
use crate::domain::time::WorkDay;
use crate::locale::{Locale, Text};
use crate::output::{Column, Table, View};

use crate::commands::released::Released;
use crate::commands::{Exit, Failure};

/// So many changes stand in the table; the other formats have them all.
const SHOWN: usize = 200;

/// So many characters of a cell stand in a message; documents have all of it.
const CELL: usize = 60;

#[derive(Serialize)]
struct Row<'a> {
    line: u64,
    employee_code: &'a EmployeeCode,
    name: &'a str,
    before: &'a PcUserName,
    after: &'a PcUserName,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<WorkDay>,
}

impl<'a> Row<'a> {
    fn of(change: &'a Change) -> Self {
        Self {
            line: change.line,
            employee_code: &change.code,
            name: &change.name,
            before: &change.before,
            after: &change.after,
            since: Some(change.since).filter(|since| *since != WorkDay::EARLIEST),
        }
    }

    fn cells(&self) -> [String; 5] {
        [
            self.line.to_string(),
            self.employee_code.to_string(),
            self.name.to_owned(),
            self.before.to_string(),
            self.after.to_string(),
        ]
    }
}

/// A user name that somebody who has left still bore.
#[derive(Serialize)]
struct Passed {
    user: String,
    from_employee_code: String,
    from_name: String,
    to_employee_code: String,
    to_name: String,
}

impl Passed {
    fn of(one: &PassedOn) -> Self {
        Self {
            user: one.user_name.to_string(),
            from_employee_code: one.from.to_string(),
            from_name: one.from_name.clone(),
            to_employee_code: one.to.to_string(),
            to_name: one.to_name.clone(),
        }
    }
}

/// What was imported, or would be.
#[derive(Serialize)]
pub(in crate::commands) struct Imported<'a> {
    dry_run: bool,
    encoding: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line_end: Option<&'static str>,
    updated: usize,
    unchanged: usize,
    left_alone: usize,
    confirmed: usize,
    changes: Vec<Row<'a>>,
    passed_on: Vec<Passed>,
    released: Released,
    errors: Vec<serde_json::Value>,
}

impl<'a> Imported<'a> {
    /// The document of a file of which nothing is said yet.
    fn nothing(file: &AccountFile, dry_run: bool) -> Self {
        Self {
            dry_run,
            encoding: file.encoding.name(),
            line_end: file.line_end.map(LineEnd::name),
            updated: 0,
            unchanged: 0,
            left_alone: 0,
            confirmed: 0,
            changes: Vec::new(),
            passed_on: Vec::new(),
            released: Released::default(),
            errors: Vec::new(),
        }
    }

    /// The document of a plan.
    pub(in crate::commands) fn of(
        plan: &'a ImportPlan,
        file: &AccountFile,
        released: Released,
        dry_run: bool,
    ) -> Self {
        Self {
            updated: plan.changes.len(),
            unchanged: plan.unchanged,
            left_alone: plan.left_alone,
            confirmed: plan.confirmed.len(),
            changes: plan.changes.iter().map(Row::of).collect(),
            passed_on: plan.passed_on.iter().map(Passed::of).collect(),
            released,
            ..Self::nothing(file, dry_run)
        }
    }

    /// The document of a file that was refused.
    pub(in crate::commands) fn refused(
        failure: &Failure,
        file: &AccountFile,
        dry_run: bool,
    ) -> Self {
        let errors = failure.errors.iter().map(|(_, error)| error.clone());
        Self {
            errors: errors.collect(),
            ..Self::nothing(file, dry_run)
        }
    }

    fn rows(&self, most: usize) -> Table<'static> {
        let mut table = Table::new([
            Column::new("line", "account-line"),
            Column::new("employee_code", "account-code"),
            Column::new("name", "account-name"),
            Column::new("before", "account-before"),
            Column::new("after", "account-after"),
        ]);
        for row in self.changes.iter().take(most) {
            table.row(row.cells());
        }
        table
    }
}

impl View for Imported<'_> {
    const SCHEMA: &'static str = "pcpunch.accounts-import.v1";

    fn table<'a>(&'a self, _: &'a Locale) -> Table<'a> {
        self.rows(SHOWN)
    }

    fn csv<'a>(&'a self, _: &'a Locale) -> Table<'a> {
        self.rows(usize::MAX)
    }

    fn after(&self) -> Vec<Text> {
        let mut lines = Vec::new();
        let hidden = self.changes.len().saturating_sub(SHOWN);
        if hidden > 0 {
            lines.push(Text::new("import-more").with("count", hidden));
        }
        let taken = [Some(self.encoding), self.line_end].into_iter().flatten();
        let taken = taken.collect::<Vec<_>>().join(", ");
        lines.push(Text::new("import-encoding").with("encoding", taken));
        lines.push(
            Text::new("import-beside")
                .with("unchanged", self.unchanged)
                .with("left_alone", self.left_alone),
        );
        // Scripts read this number: it is written without separators.
        let key = if self.dry_run {
            "import-would-update"
        } else {
            "import-updated"
        };
        lines.push(Text::new(key).with("count", self.updated.to_string()));
        lines
    }
}

/// The change as one line, for the question before it is made.
pub(in crate::commands) fn line(change: &Change) -> Text {
    let [line, code, name, before, after] = Row::of(change).cells();
    let text = match change.since {
        WorkDay::EARLIEST => Text::new("import-change-all-days"),
        since => Text::new("import-change").showing("since", since),
    };
    text.with("line", line)
        .with("code", code)
        .with("name", name)
        .with("before", before)
        .with("after", after)
}

/// A file that is no text.
fn undecodable(path: &Path, error: &Undecodable) -> Failure {
    let text = match error.wanted {
        None => Text::new("import-no-text"),
        Some(wanted) => Text::new("import-not-in").with("encoding", wanted.name()),
    };
    let message = text
        .showing("path", path.display())
        .with("offset", error.offset);
    Failure::new(Exit::Failed, "accounts.encoding", message)
        .remedy(Text::new("import-no-text-remedy"))
}

/// A file whose cells cannot be taken: each a line for people and an object for scripts.
pub(in crate::commands) fn refused(path: &Path, errors: &[CellError], locale: &Locale) -> Failure {
    let message = Text::new("import-refused")
        .showing("path", path.display())
        .with("count", errors.len());
    let mut failure = Failure::new(Exit::Failed, "accounts.refused", message)
        .remedy(Text::new("import-refused-remedy"));
    failure.errors = errors
        .iter()
        .map(|error| {
            let message = problem(error);
            let mut object = serde_json::json!({
                "line": error.line,
                "column": error.column,
                "cell": error.cell,
                "code": error.problem.code(),
                "message": locale.say(&message),
            });
            if let Some(object) = object.as_object_mut() {
                let likely = error.likely.as_deref().map(serde_json::Value::from);
                let likely = likely.map(|likely| ("likely", likely));
                let known = error.detail.as_ref().map(|known| ("people", people(known)));
                for (field, value) in likely.into_iter().chain(known) {
                    object.insert(field.to_owned(), value);
                }
            }
            (error_line(error, message), object)
        })
        .collect();
    failure
}

/// Whom an error is about, for scripts.
fn people(known: &Detail) -> serde_json::Value {
    let people = known.people.iter();
    people
        .map(|one| serde_json::json!({ "employee_code": one.code, "name": one.name }))
        .collect()
}

fn problem(error: &CellError) -> Text {
    let text = Text::family("import-problem", error.problem.code());
    let Some(known) = &error.detail else {
        return text;
    };
    let people = known.people.iter();
    let mut people = people.map(|one| one.code.with_name(&one.name));
    let line = known.line.map_or(String::new(), |line| line.to_string());
    let resigned = known.resigned.map_or(String::new(), |day| day.to_string());
    let text = text
        .with("person", people.next().unwrap_or_default())
        .with("line", line)
        .with("resigned", resigned);
    match error.problem {
        Problem::SeveralEmployees => text.with("others", people.collect::<Vec<_>>().join(", ")),
        _ => text.with("other", people.next().unwrap_or_default()),
    }
}

fn error_line(error: &CellError, problem: Text) -> Text {
    if error.column.is_empty() && error.cell.is_empty() {
        return Text::new("import-error-line")
            .with("line", error.line.to_string())
            .with("problem", problem);
    }
    let column = match error.column.as_str() {
        "" => Text::new("import-no-column"),
        column => Text::new("plain").with("text", column),
    };
    let text = match (&error.likely, error.problem) {
        (None, _) => Text::new("import-error"),
        (Some(_), Problem::Name) => {
            let mut people = error.detail.iter().flat_map(|known| &known.people);
            let other = people.next_back().map(|one| one.code.with_name(&one.name));
            Text::new("import-error-other").with("other", other.unwrap_or_default())
        }
        (Some(likely), _) => Text::new("import-error-likely").with("likely", likely.as_str()),
    };
    // Line numbers are looked up in other programs, so that they bear no separators.
    text.with("line", error.line.to_string())
        .with("column", column)
        .with("cell", shown(&error.cell))
        .with("problem", problem)
}

/// The beginning of a cell: one that a stray quote made may hold half of the file.
fn shown(cell: &str) -> String {
    match cell.char_indices().nth(CELL) {
        Some((end, _)) => format!("{}…", cell.get(..end).unwrap_or_default()),
        None => cell.to_owned(),
    }
}

/// What is wrong with a file that was read, before its rows are looked at.
pub(in crate::commands) fn unreadable(
    path: &Path,
    error: &accounts::ReadError,
    locale: &Locale,
) -> Failure {
    match error {
        accounts::ReadError::Undecodable(error) => undecodable(path, error),
        accounts::ReadError::Cells(errors) => refused(path, errors, locale),
    }
}
