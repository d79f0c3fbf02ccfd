//! How the history of imports is shown: `pcpunch.accounts-history.v1`.

use serde::Serialize;

use crate::domain::employee::EmployeeCode;
use crate::locale::{Locale, Text};
use crate::output::{Column, Table, View};
use crate::state::{PastChange, PastImport};

use super::finding::{rfc3339, to_the_minute};
use super::names::Names;

/// So many rows of an import stand in the table; the other formats have them all.
const SHOWN: usize = 50;

/// A row that changed something.
#[derive(Debug, Serialize)]
pub(in crate::commands) struct ChangeView {
    line: u64,
    kind: &'static str,
    kind_code: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    employee_code: Option<EmployeeCode>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    before: String,
    after: String,
    #[serde(skip)]
    who: [String; 2],
}

impl ChangeView {
    /// The row under the code and name of that time or, where they were not kept, of now.
    pub(in crate::commands) fn of(change: &PastChange, names: &Names) -> Self {
        let code = change.code.as_ref().or(names.code(&change.employee));
        let name = change.name.as_deref().or(names.name(&change.employee));
        Self {
            line: change.line,
            kind: change.kind.label(),
            kind_code: change.kind.code(),
            employee_code: code.cloned(),
            name: name.map(str::to_owned),
            before: change.before.to_string(),
            after: change.after.to_string(),
            who: [
                code.map_or(String::new(), ToString::to_string),
                name.unwrap_or(change.employee.as_str()).to_owned(),
            ],
        }
    }

    /// The same row as it is taken back: what stands and what stood change places.
    pub(in crate::commands) fn reversed(self) -> Self {
        Self {
            before: self.after,
            after: self.before,
            ..self
        }
    }

    /// Code, name, before and after.
    pub(in crate::commands) fn cells(&self) -> [String; 4] {
        let [code, name] = self.who.clone();
        [code, name, self.before.clone(), self.after.clone()]
    }
}

#[derive(Debug, Serialize)]
struct ImportView {
    id: i64,
    at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    user: Option<String>,
    file: String,
    updated: usize,
    confirmed: u32,
    changes: Vec<ChangeView>,
    /// Whether what it overwrote was kept.
    recorded: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    undone: Option<UndoneView>,
    #[serde(skip)]
    shown_at: String,
    #[serde(skip)]
    shown_undone: Option<[String; 2]>,
}

#[derive(Debug, Serialize)]
struct UndoneView {
    at: String,
    user: String,
}

/// Every import, newest first.
#[derive(Debug, Serialize)]
pub(in crate::commands) struct HistoryView {
    imports: Vec<ImportView>,
}

impl HistoryView {
    /// The document of these imports.
    pub(in crate::commands) fn new(imports: &[PastImport], names: &Names) -> Self {
        let imports = imports.iter().map(|import| ImportView::of(import, names));
        Self {
            imports: imports.collect(),
        }
    }
}

impl ImportView {
    fn of(import: &PastImport, names: &Names) -> Self {
        let changes = import.changes.iter();
        let undone = import.undone.as_ref();
        Self {
            id: import.id,
            at: rfc3339(import.at),
            user: import.by.clone(),
            file: import.file.clone(),
            updated: import.changes.len(),
            confirmed: import.confirmed,
            changes: changes
                .map(|change| ChangeView::of(change, names))
                .collect(),
            recorded: import.recorded,
            undone: undone.map(|undone| UndoneView {
                at: rfc3339(undone.at),
                user: undone.by.clone(),
            }),
            shown_at: to_the_minute(import.at),
            shown_undone: undone.map(|undone| [to_the_minute(undone.at), undone.by.clone()]),
        }
    }

    /// Number, time, user and file.
    fn head(&self, at: &str) -> [String; 4] {
        let user = self.user.clone().unwrap_or_default();
        [self.id.to_string(), at.to_owned(), user, self.file.clone()]
    }
}

const COLUMNS: [Column; 9] = [
    Column::new("id", "history-id"),
    Column::new("at", "history-at"),
    Column::new("user", "history-user"),
    Column::new("file", "history-file"),
    Column::new("employee_code", "history-code"),
    Column::new("name", "account-name"),
    Column::new("before", "account-before"),
    Column::new("after", "account-after"),
    Column::new("undone", "history-undone"),
];

impl View for HistoryView {
    const SCHEMA: &'static str = "pcpunch.accounts-history.v1";

    /// An import's own cells stand on its first row only, and those of what took it back on the second.
    fn table<'a>(&'a self, locale: &'a Locale) -> Table<'a> {
        let [columns @ .., _] = COLUMNS;
        let mut table = Table::new(columns);
        for import in &self.imports {
            let mut rows: Vec<[String; 4]> = import
                .changes
                .iter()
                .take(SHOWN)
                .map(ChangeView::cells)
                .collect();
            let note = |text: Text| {
                let none = String::new;
                [none(), locale.say(&text), none(), none()]
            };
            let hidden = import.changes.len().saturating_sub(SHOWN);
            if hidden > 0 {
                rows.push(note(Text::new("import-more").with("count", hidden)));
            }
            if import.confirmed > 0 {
                let count = import.confirmed;
                rows.push(note(Text::new("import-confirmed").with("count", count)));
            }
            let mut heads = vec![import.head(&import.shown_at)];
            heads.extend(import.shown_undone.clone().map(|[at, by]| {
                let undone = locale.say(&Text::new("history-undone"));
                [String::new(), at, by, undone]
            }));
            rows.resize(rows.len().max(heads.len()), <[String; 4]>::default());
            heads.resize(rows.len(), <[String; 4]>::default());
            for (head, row) in heads.into_iter().zip(rows) {
                table.row(head.into_iter().chain(row));
            }
        }
        table
    }

    fn csv<'a>(&'a self, _: &'a Locale) -> Table<'a> {
        let mut table = Table::new(COLUMNS);
        for import in &self.imports {
            let undone = import.undone.as_ref();
            let undone = undone.map_or(String::new(), |undone| undone.at.clone());
            for change in &import.changes {
                let head = import.head(&import.at);
                table.row(
                    head.into_iter()
                        .chain(change.cells())
                        .chain([undone.clone()]),
                );
            }
            if import.changes.is_empty() {
                let head = import.head(&import.at);
                let cells = <[String; 4]>::default();
                table.row(head.into_iter().chain(cells).chain([undone]));
            }
        }
        table
    }
}
