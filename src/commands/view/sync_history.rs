//! How the history of syncs is shown, beside the people: `pcpunch.employees-list.v1`.

use serde::{Deserialize, Serialize};

use crate::commands::employees_list::Row;
use crate::locale::{Locale, Text};
use crate::output::{Column, Table, View};
use crate::state::PastSync;

use super::finding::rfc3339;
use super::sync_line::SyncLine;

/// The people and the syncs, newest first.
#[derive(Serialize)]
pub(in crate::commands) struct History {
    employees: Vec<Row>,
    history: Vec<Past>,
}

#[derive(Serialize)]
struct Past {
    at: String,
    counts: serde_json::Value,
    plan: serde_json::Value,
    #[serde(skip)]
    shown_at: String,
    #[serde(skip)]
    lines: Vec<SyncLine>,
}

/// The counts that head columns of the CSV format.
const COUNTS: [&str; 7] = [
    "joined",
    "changed",
    "resigned",
    "gone",
    "restored",
    "code_moved",
    "current",
];

impl History {
    /// The document of these syncs.
    pub(in crate::commands) fn new(employees: Vec<Row>, syncs: Vec<PastSync>) -> Self {
        let history = syncs.into_iter().map(Past::of).collect();
        Self { employees, history }
    }
}

impl Past {
    fn of(sync: PastSync) -> Self {
        Self {
            at: rfc3339(sync.at),
            shown_at: sync.at.format("%Y-%m-%d %H:%M").to_string(),
            lines: Vec::deserialize(&sync.plan).unwrap_or_default(),
            counts: sync.counts,
            plan: sync.plan,
        }
    }

    fn count(&self, name: &str) -> String {
        let count = self.counts.get(name);
        count.map_or(String::new(), ToString::to_string)
    }

    /// The counts in a sentence.
    fn told(&self, locale: &Locale) -> String {
        let number = |name: &str| self.counts.get(name).and_then(serde_json::Value::as_u64);
        let number = |name: &str| number(name).unwrap_or_default();
        let counts = Text::new("sync-counts")
            .with("joined", number("joined"))
            .with("changed", number("changed"))
            .with("resigned", number("resigned"))
            .with("gone", number("gone"))
            .with("restored", number("restored"))
            .with("code_moved", number("code_moved"));
        let text = if self.lines.is_empty() {
            Text::new("sync-nothing-new")
        } else {
            counts
        };
        locale.say(&text)
    }
}

impl View for History {
    const SCHEMA: &'static str = "pcpunch.employees-list.v1";

    /// A row a sync with its counts, and below it a row for each line of its plan.
    fn table<'a>(&'a self, locale: &'a Locale) -> Table<'a> {
        let mut table = Table::new([
            Column::new("at", "sync-at"),
            Column::new("change", "sync-change"),
            Column::new("employee_code", "people-code"),
            Column::new("name", "people-name"),
            Column::new("facts", "sync-facts"),
        ]);
        let none = String::new;
        for past in &self.history {
            table.row([
                past.shown_at.clone(),
                none(),
                none(),
                none(),
                past.told(locale),
            ]);
            for line in &past.lines {
                let [change, code, name] = line.who(locale);
                table.row([none(), change, code, name, line.differences(locale)]);
            }
        }
        table
    }

    /// A row for each line of a plan; a sync that changed nothing has one without a person.
    fn csv<'a>(&'a self, locale: &'a Locale) -> Table<'a> {
        let mut table = Table::new([
            Column::new("at", "sync-at"),
            Column::new("joined", "sync-is-joined"),
            Column::new("changed", "sync-is-changed"),
            Column::new("resigned", "sync-is-resigned"),
            Column::new("gone", "sync-is-gone"),
            Column::new("restored", "sync-is-restored"),
            Column::new("code_moved", "sync-is-code-moved"),
            Column::new("current", "sync-current"),
            Column::new("change", "sync-change"),
            Column::new("employee_code", "people-code"),
            Column::new("name", "people-name"),
            Column::new("before", "sync-before"),
            Column::new("after", "sync-after"),
        ]);
        for past in &self.history {
            let head = || {
                let counts = COUNTS.iter().map(|name| past.count(name));
                std::iter::once(past.at.clone()).chain(counts)
            };
            for line in &past.lines {
                let cells = line.who(locale).into_iter().chain(line.sides(locale));
                table.row(head().chain(cells));
            }
            if past.lines.is_empty() {
                table.row(head().chain(<[String; 5]>::default()));
            }
        }
        table
    }
}
