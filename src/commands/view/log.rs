//! How one log is shown, in every document and table that has logs.

use serde::Serialize;

use crate::domain::employee::EmployeeCode;
use crate::domain::pc_log::{Fate, LogId};
use crate::domain::punch::PunchId;
use crate::domain::time::WorkDay;
use crate::locale::{Locale, Text};
use crate::output::{Column, Tone};
use crate::state::ToldLog;

use super::finding::rfc3339;
use super::names::Names;

/// A moment as people read it.
const SECONDS: &str = "%Y-%m-%d %H:%M:%S";

/// The columns of a table of logs, for people.
pub(in crate::commands) const COLUMNS: [Column; 8] = [
    Column::new("id", "logs-id"),
    Column::new("occurred_at", "logs-occurred-at"),
    Column::new("operation", "logs-operation"),
    Column::new("terminal", "logs-terminal"),
    Column::new("user", "logs-user"),
    Column::new("name", "logs-name"),
    Column::new("source", "logs-source"),
    Column::new("fate", "logs-fate"),
];

/// The columns of the CSV format.
pub(in crate::commands) const CSV_COLUMNS: [Column; 15] = [
    Column::new("id", "logs-id"),
    Column::new("log_id", "logs-log-id"),
    Column::new("occurred_at", "logs-occurred-at"),
    Column::new("collected_at", "logs-collected-at"),
    Column::new("operation", "logs-operation"),
    Column::new("terminal", "logs-terminal"),
    Column::new("domain", "logs-domain"),
    Column::new("user", "logs-user"),
    Column::new("link_code", "logs-link-code"),
    Column::new("source", "logs-source"),
    Column::new("fate", "logs-fate"),
    Column::new("employee_code", "logs-employee-code"),
    Column::new("work_day", "logs-work-day"),
    Column::new("punches", "logs-punches"),
    Column::new("link", "logs-link"),
];

/// The object `log` of the JSON documents.
#[derive(Debug, Serialize)]
pub(in crate::commands) struct LogView {
    id: LogId,
    #[serde(skip_serializing_if = "Option::is_none")]
    log_id: Option<String>,
    occurred_at: String,
    collected_at: String,
    operation: String,
    terminal: String,
    domain: String,
    user: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    link_code: Option<String>,
    link: &'static str,
    source: String,
    fate: Fate,
    #[serde(skip_serializing_if = "Option::is_none")]
    employee_code: Option<EmployeeCode>,
    #[serde(skip_serializing_if = "Option::is_none")]
    work_day: Option<WorkDay>,
    punches: Vec<PunchId>,
    #[serde(skip)]
    name: String,
    #[serde(skip)]
    occurred: String,
    #[serde(skip)]
    collected: String,
}

impl LogView {
    /// A log with the names of its person.
    pub(in crate::commands) fn of(told: &ToldLog, names: &Names) -> Self {
        let raw = &told.log.raw;
        let employee = told.employee.as_ref();
        Self {
            id: told.log.id,
            log_id: raw.log_id.clone(),
            occurred_at: rfc3339(raw.occurred_at),
            collected_at: rfc3339(raw.collected_at),
            operation: raw.operation.label().to_owned(),
            terminal: raw.terminal.clone(),
            domain: raw.domain.clone(),
            user: raw.user.clone(),
            link_code: raw.link_code.clone(),
            link: told.log.kind.name(),
            source: told.source.clone(),
            fate: told.fate,
            employee_code: employee.and_then(|key| names.code(key).cloned()),
            work_day: told.work_day,
            punches: told.punches.clone(),
            name: employee.map(|key| names.shown(key)).unwrap_or_default(),
            occurred: raw.occurred_at.format(SECONDS).to_string(),
            collected: raw.collected_at.format(SECONDS).to_string(),
        }
    }

    fn code(&self) -> String {
        let code = self.employee_code.as_ref();
        code.map_or_else(String::new, ToString::to_string)
    }

    fn day(&self) -> String {
        self.work_day
            .map_or_else(String::new, |day| day.to_string())
    }

    fn punch_ids(&self) -> String {
        let ids: Vec<String> = self.punches.iter().map(|id| id.0.to_string()).collect();
        ids.join(" ")
    }

    /// How good its fate is.
    pub(in crate::commands) fn tone(&self) -> Tone {
        match self.fate {
            Fate::Punched => Tone::Good,
            Fate::Unlinked
            | Fate::LateChange
            | Fate::HalfDay
            | Fate::NotEmployed
            | Fate::ClockWrong => Tone::Bad,
            Fate::Unpaired | Fate::NightLogon | Fate::Open => Tone::Note,
            _ => Tone::Plain,
        }
    }

    /// Its row under [`COLUMNS`].
    pub(in crate::commands) fn row(&self, locale: &Locale) -> [String; 8] {
        [
            self.id.0.to_string(),
            self.occurred.clone(),
            self.operation.clone(),
            self.terminal.clone(),
            self.user.clone(),
            self.name.clone(),
            format!("{} {}", self.link, self.source),
            locale.say(&self.fate_text()),
        ]
    }

    /// Its row under [`CSV_COLUMNS`], as the JSON document has it.
    pub(in crate::commands) fn csv_row(&self) -> [String; 15] {
        [
            self.id.0.to_string(),
            self.log_id.clone().unwrap_or_default(),
            self.occurred_at.clone(),
            self.collected_at.clone(),
            self.operation.clone(),
            self.terminal.clone(),
            self.domain.clone(),
            self.user.clone(),
            self.link_code.clone().unwrap_or_default(),
            self.source.clone(),
            self.fate.name().to_owned(),
            self.code(),
            self.day(),
            self.punch_ids(),
            self.link.to_owned(),
        ]
    }

    /// Where it stands in one line: what was done at which PC by whom, from where, and what became of it.
    pub(in crate::commands) fn line(&self) -> Text {
        let user = match self.domain.as_str() {
            "" => self.user.clone(),
            domain => format!("{domain}\\{}", self.user),
        };
        Text::new("log-line")
            .showing("id", self.id.0)
            .with("operation", self.operation.as_str())
            .with("terminal", self.terminal.as_str())
            .with("user", user)
            .with("source", format!("{} {}", self.link, self.source))
            .with("collected", self.collected.as_str())
            .with("fate", self.fate_text())
    }

    /// When it occurred, as people read it.
    pub(in crate::commands) fn occurred(&self) -> &str {
        &self.occurred
    }

    fn fate_text(&self) -> Text {
        Text::family("fate", self.fate.name())
    }
}
