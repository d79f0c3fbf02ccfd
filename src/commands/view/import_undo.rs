//! How an import that is taken back is shown: `pcpunch.accounts-undo.v1`.

use serde::Serialize;
use serde_json::json;

use crate::domain::punch::Punch;
use crate::locale::{Locale, Text};
use crate::output::{Column, Table, View};
use crate::state::{Obstacle, PastImport};

use super::finding::rfc3339;
use super::import_history::ChangeView;
use super::names::Names;
use super::punch::PunchView;

/// What was taken back; empty where no import stood.
#[derive(Debug, Default, Serialize)]
pub(in crate::commands) struct UndoView {
    #[serde(skip_serializing_if = "Option::is_none")]
    import: Option<Import>,
    restored: usize,
    confirmed: u32,
    changes: Vec<ChangeView>,
    sent: Vec<PunchView>,
}

#[derive(Debug, Serialize)]
struct Import {
    id: i64,
    at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    user: Option<String>,
    file: String,
}

impl UndoView {
    /// An import with the punches that were sent since because of it.
    pub(in crate::commands) fn of(import: &PastImport, sent: &[Punch], names: &Names) -> Self {
        let changes = import.changes.iter();
        Self {
            import: Some(Import {
                id: import.id,
                at: rfc3339(import.at),
                user: import.by.clone(),
                file: import.file.clone(),
            }),
            restored: import.changes.len(),
            confirmed: import.confirmed,
            changes: changes
                .map(|change| ChangeView::of(change, names).reversed())
                .collect(),
            sent: sent
                .iter()
                .map(|punch| PunchView::of(punch, names))
                .collect(),
        }
    }

    /// What changes back, a line each, the first `most` of them.
    pub(in crate::commands) fn lines(&self, most: usize) -> Vec<Text> {
        let line = |change: &ChangeView| {
            let [code, name, before, after] = change.cells();
            Text::new("undo-change")
                .with("code", code)
                .with("name", name)
                .with("before", before)
                .with("after", after)
        };
        let hidden = self.changes.len().saturating_sub(most);
        let more = (hidden > 0).then(|| Text::new("import-more").with("count", hidden));
        let shown = self.changes.iter().take(most).map(line);
        shown.chain(more).collect()
    }
}

impl View for UndoView {
    const SCHEMA: &'static str = "pcpunch.accounts-undo.v1";

    fn table<'a>(&'a self, _: &'a Locale) -> Table<'a> {
        let mut table = Table::new([
            Column::new("employee_code", "account-code"),
            Column::new("name", "account-name"),
            Column::new("before", "account-before"),
            Column::new("after", "account-after"),
        ]);
        for change in &self.changes {
            table.row(change.cells());
        }
        table
    }

    fn after(&self) -> Vec<Text> {
        if self.import.is_none() {
            return Vec::new();
        }
        let mut lines = Vec::new();
        if self.confirmed > 0 {
            lines.push(Text::new("undo-unconfirmed").with("count", self.confirmed));
        }
        lines.push(Text::new("undo-done").with("count", self.restored.to_string()));
        lines
    }
}

/// The question before an import is taken back.
pub(in crate::commands) fn question(import: &PastImport) -> Text {
    about("undo-question", import).with("count", import.changes.len())
}

/// A sentence about an import, by its number, time and file.
pub(in crate::commands) fn about(key: &'static str, import: &PastImport) -> Text {
    Text::new(key)
        .with("id", import.id.to_string())
        .showing("at", import.at.format("%Y-%m-%d %H:%M"))
        .with("file", import.file.as_str())
}

/// What keeps an import from being taken back: a line for people, an object for scripts.
pub(in crate::commands) fn obstacle(
    obstacle: &Obstacle,
    names: &Names,
) -> (Text, serde_json::Value) {
    let who = |key| (names.code(key), names.with_code(key));
    match obstacle {
        Obstacle::NotTheLast => (
            Text::new("undo-obstacle-not-the-last"),
            json!({ "code": "not-the-last" }),
        ),
        Obstacle::AccountChanged {
            employee,
            left,
            now,
        } => {
            let (code, name) = who(employee);
            let text = Text::new("undo-obstacle-account")
                .with("name", name)
                .showing("left", left)
                .showing("now", now);
            (
                text,
                json!({ "code": "account-changed", "employee_code": code,
                        "left": left.as_str(), "now": now.as_str() }),
            )
        }
        Obstacle::NameChanged { user_name } => (
            Text::new("undo-obstacle-name").showing("user", user_name),
            json!({ "code": "name-changed", "user": user_name.as_str() }),
        ),
        Obstacle::NameTaken { user_name, by } => {
            let (code, name) = who(by);
            let text = Text::new("undo-obstacle-taken")
                .showing("user", user_name)
                .with("name", name);
            (
                text,
                json!({ "code": "name-taken", "user": user_name.as_str(), "employee_code": code }),
            )
        }
        Obstacle::CodeMoved { employee } => {
            let (code, name) = who(employee);
            (
                Text::new("undo-obstacle-code").with("name", name),
                json!({ "code": "code-moved", "employee_code": code }),
            )
        }
    }
}
