//! `pcpunch logs list`: the collected logs and what became of each.

use serde::Serialize;

use crate::cli::LogsListArgs;
use crate::domain::employee::{EmployeeCode, EmployeeKey};
use crate::domain::pc_log::{Fate, LogId, PcUserName};
use crate::domain::punch::PunchId;
use crate::domain::time::WorkDay;
use crate::locale::{Locale, Text};
use crate::output::{Column, Table, Tone, View};
use crate::relay;
use crate::state::ToldLog;

use super::days::{self, Range};
use super::view::finding::rfc3339;
use super::view::names::Names;
use super::{Context, Exit, employee_option};

/// Prints the logs of some work days, oldest first. A log that belongs to no work day counts to the
/// calendar day on which it occurred.
///
/// # Errors
/// Exit 2 for a code that nobody has and for a range that ends before it begins.
pub(super) fn run(args: &LogsListArgs, context: &mut Context) -> anyhow::Result<Exit> {
    let state = context.open_state()?;
    let range = days::range(&args.days, relay::today(context.now()))?;
    let employees = state.employees()?;
    let employee = match &args.employee {
        Some(code) => Some(employee_option::find(code, &employees)?.key.clone()),
        None => None,
    };
    let user = args.user.as_deref().map(PcUserName::of_log);
    // The last logs of a work day may occur until the end of the day after it.
    let until = range.to.next().next().begins_at(chrono::NaiveTime::MIN);
    let from = range.from.begins_at(chrono::NaiveTime::MIN);
    let mut logs = state.told_logs(from, until, user.as_ref())?;
    logs.retain(|told| is_asked_for(told, range, employee.as_ref(), args.punched));
    let names = Names::new(&employees);
    let logs = logs.iter().map(|told| Row::of(told, &names)).collect();
    context.print(&LogsList { logs })?;
    Ok(Exit::Done)
}

fn is_asked_for(
    told: &ToldLog,
    range: Range,
    employee: Option<&EmployeeKey>,
    punched: bool,
) -> bool {
    let calendar_day = || WorkDay::new(told.log.raw.occurred_at.date_naive());
    let day = told.work_day.unwrap_or_else(calendar_day);
    (range.from..=range.to).contains(&day)
        && employee.is_none_or(|key| told.employee.as_ref() == Some(key))
        && (!punched || told.fate == Fate::Punched)
}

/// `pcpunch.logs-list.v1`
#[derive(Debug, Serialize)]
struct LogsList {
    logs: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
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
}

impl Row {
    fn of(told: &ToldLog, names: &Names) -> Self {
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
            occurred: raw.occurred_at.format("%Y-%m-%d %H:%M:%S").to_string(),
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

    fn tone(&self) -> Tone {
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
}

impl View for LogsList {
    const SCHEMA: &'static str = "pcpunch.logs-list.v1";

    fn table(&self, locale: &Locale) -> Table {
        let mut table = Table::new([
            Column::new("id", "logs-id"),
            Column::new("occurred_at", "logs-occurred-at"),
            Column::new("operation", "logs-operation"),
            Column::new("terminal", "logs-terminal"),
            Column::new("user", "logs-user"),
            Column::new("name", "logs-name"),
            Column::new("source", "logs-source"),
            Column::new("fate", "logs-fate"),
        ]);
        for row in &self.logs {
            let cells = [
                row.id.0.to_string(),
                row.occurred.clone(),
                row.operation.clone(),
                row.terminal.clone(),
                row.user.clone(),
                row.name.clone(),
                format!("{} {}", row.link, row.source),
                locale.say(&Text::family("fate", row.fate.name())),
            ];
            table.toned_row(row.tone(), cells);
        }
        table
    }

    fn csv(&self, _: &Locale) -> Table {
        let mut table = Table::new([
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
        ]);
        for row in &self.logs {
            table.row([
                row.id.0.to_string(),
                row.log_id.clone().unwrap_or_default(),
                row.occurred_at.clone(),
                row.collected_at.clone(),
                row.operation.clone(),
                row.terminal.clone(),
                row.domain.clone(),
                row.user.clone(),
                row.link_code.clone().unwrap_or_default(),
                row.source.clone(),
                row.fate.name().to_owned(),
                row.code(),
                row.day(),
                row.punch_ids(),
                row.link.to_owned(),
            ]);
        }
        table
    }

    fn after(&self) -> Vec<Text> {
        vec![match self.logs.len() {
            0 => Text::new("logs-none"),
            count => Text::new("logs-count").with("count", count),
        }]
    }
}
