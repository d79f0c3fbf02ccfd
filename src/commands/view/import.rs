//! How an import is shown: `pcpunch.accounts-import.v1`, and the errors of a refused file.

use std::path::Path;

use serde::Serialize;

use crate::csv::encoding::Undecodable;
use crate::csv::{Encoding, accounts};
use crate::domain::import::{CellError, Change, ImportPlan, Problem};
use crate::domain::time::WorkDay;
use crate::locale::{Locale, Text};
use crate::output::{Column, Table, View};

use crate::commands::released::Released;
use crate::commands::{Exit, Failure};

/// So many changes stand in the table; the other formats have them all.
const SHOWN: usize = 200;

#[derive(Serialize)]
struct Row {
    line: u64,
    employee_code: String,
    name: String,
    before: String,
    after: String,
}

impl Row {
    fn of(change: &Change) -> Self {
        Self {
            line: change.line,
            employee_code: change.code.to_string(),
            name: change.name.clone(),
            before: change.before.to_string(),
            after: change.after.to_string(),
        }
    }

    fn cells(&self) -> [String; 5] {
        [
            self.line.to_string(),
            self.employee_code.clone(),
            self.name.clone(),
            self.before.clone(),
            self.after.clone(),
        ]
    }
}

/// What was imported, or would be.
#[derive(Serialize)]
pub(in crate::commands) struct Imported {
    dry_run: bool,
    encoding: &'static str,
    updated: usize,
    unchanged: usize,
    left_alone: usize,
    confirmed: usize,
    changes: Vec<Row>,
    released: Released,
    errors: Vec<serde_json::Value>,
}

impl Imported {
    /// The document of a plan.
    pub(in crate::commands) fn of(
        plan: &ImportPlan,
        encoding: Encoding,
        released: Released,
        dry_run: bool,
    ) -> Self {
        Self {
            dry_run,
            encoding: encoding.name(),
            updated: plan.changes.len(),
            unchanged: plan.unchanged,
            left_alone: plan.left_alone,
            confirmed: plan.confirmed.len(),
            changes: plan.changes.iter().map(Row::of).collect(),
            released,
            errors: Vec::new(),
        }
    }

    /// The document of a file that was refused.
    pub(in crate::commands) fn refused(
        failure: &Failure,
        encoding: Encoding,
        dry_run: bool,
    ) -> Self {
        Self {
            errors: failure
                .errors
                .iter()
                .map(|(_, error)| error.clone())
                .collect(),
            ..Self::of(
                &ImportPlan::default(),
                encoding,
                Released::default(),
                dry_run,
            )
        }
    }

    fn rows(&self, most: usize) -> Table {
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

impl View for Imported {
    const SCHEMA: &'static str = "pcpunch.accounts-import.v1";

    fn table(&self, _: &Locale) -> Table {
        self.rows(SHOWN)
    }

    fn csv(&self, _: &Locale) -> Table {
        self.rows(usize::MAX)
    }

    fn after(&self) -> Vec<Text> {
        let mut lines = Vec::new();
        let hidden = self.changes.len().saturating_sub(SHOWN);
        if hidden > 0 {
            lines.push(Text::new("import-more").with("count", hidden));
        }
        lines.push(Text::new("import-encoding").with("encoding", self.encoding));
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
            if let (Some(object), Some(likely)) = (object.as_object_mut(), &error.likely) {
                object.insert("likely".to_owned(), likely.as_str().into());
            }
            (error_line(error, message), object)
        })
        .collect();
    failure
}

fn problem(error: &CellError) -> Text {
    let text = Text::family("import-problem", error.problem.code());
    let detail = error.detail.clone().unwrap_or_default();
    text.with("cell", error.cell.as_str())
        .with("detail", detail)
}

fn error_line(error: &CellError, problem: Text) -> Text {
    let column = match error.column.as_str() {
        "" => Text::new("import-no-column"),
        column => Text::new("plain").with("text", column),
    };
    let text = match (&error.likely, error.problem) {
        (None, _) => Text::new("import-error"),
        (Some(code), Problem::Name) => {
            Text::new("import-error-other").with("likely", code.as_str())
        }
        (Some(likely), _) => Text::new("import-error-likely").with("likely", likely.as_str()),
    };
    // Line numbers are looked up in other programs, so that they bear no separators.
    text.with("line", error.line.to_string())
        .with("column", column)
        .with("cell", error.cell.as_str())
        .with("problem", problem)
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
