//! `pcpunch logs list`: 出退勤ログ検索, the collected logs and what became of each.

use std::collections::BTreeMap;

use serde::Serialize;
use wildmatch::WildMatch;

use crate::cli::LogsListArgs;
use crate::domain::employee::EmployeeKey;
use crate::domain::pc_log::{Fate, PcUserName};
use crate::domain::time::WorkDay;
use crate::locale::{Locale, Text};
use crate::output::{Row, Table, View};
use crate::relay;
use crate::state::ToldLog;

use super::days::{self, Range};
use super::view::log::{self, LogView};
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
    let employee = employee_option::key(args.employee.as_deref(), &employees)?;
    let user = args.user.as_deref().map(PcUserName::of_log);
    let wanted = Wanted {
        range,
        employee,
        user: user.as_ref().map(|user| WildMatch::new(user.as_str())),
        terminal: args.terminal.as_deref().map(WildMatch::new),
        fates: &args.fates,
        punched: args.punched,
    };
    // The last logs of a work day may occur until the end of the day after it.
    let until = range.to.next().next().begins_at(chrono::NaiveTime::MIN);
    let from = range.from.begins_at(chrono::NaiveTime::MIN);
    let one_name = user.filter(|user| !user.as_str().contains(['*', '?']));
    let mut logs = state.told_logs(from, until, one_name.as_ref())?;
    logs.retain(|told| wanted.takes(told));
    let names = Names::new(&employees);
    let mut counts = BTreeMap::new();
    for told in &logs {
        *counts.entry(told.fate).or_default() += 1;
    }
    let logs = logs.iter().map(|told| LogView::of(told, &names)).collect();
    context.print(&LogsList { logs, counts })?;
    Ok(Exit::Done)
}

/// Which logs are asked for. In names `*` stands for any characters and `?` for one, as in `logs.ignore_users`.
struct Wanted<'a> {
    range: Range,
    employee: Option<EmployeeKey>,
    user: Option<WildMatch>,
    terminal: Option<WildMatch>,
    fates: &'a [Fate],
    punched: bool,
}

impl Wanted<'_> {
    fn takes(&self, told: &ToldLog) -> bool {
        let calendar_day = || WorkDay::new(told.log.raw.occurred_at.date_naive());
        let day = told.work_day.unwrap_or_else(calendar_day);
        let is_named = |pattern: &Option<WildMatch>, name: &str| {
            pattern.as_ref().is_none_or(|pattern| pattern.matches(name))
        };
        let employee = self.employee.as_ref();
        (self.range.from..=self.range.to).contains(&day)
            && employee.is_none_or(|key| told.employee.as_ref() == Some(key))
            && is_named(&self.user, told.log.user_name.as_str())
            && is_named(&self.terminal, &told.log.raw.terminal)
            && (self.fates.is_empty() || self.fates.contains(&told.fate))
            && (!self.punched || told.fate == Fate::Punched)
    }
}

/// `pcpunch.logs-list.v1`
#[derive(Debug, Serialize)]
struct LogsList {
    logs: Vec<LogView>,
    counts: BTreeMap<Fate, usize>,
}

impl View for LogsList {
    const SCHEMA: &'static str = "pcpunch.logs-list.v1";

    fn table<'a>(&'a self, locale: &'a Locale) -> Table<'a> {
        let rows = || self.logs.iter();
        let rows = move || rows().map(|log| Row::toned(log.tone(), log.row(locale)));
        Table::told(log::COLUMNS, rows).without_if_alike("source")
    }

    fn csv<'a>(&'a self, _: &'a Locale) -> Table<'a> {
        Table::told(log::CSV_COLUMNS, || {
            self.logs.iter().map(|log| Row::new(log.csv_row()))
        })
    }

    /// How many there are and, where they came to several ends, how many to which.
    fn after(&self) -> Vec<Text> {
        if self.logs.is_empty() {
            return vec![Text::new("logs-none")];
        }
        let all = Text::new("logs-count").with("count", self.logs.len());
        let each = self.counts.iter().map(|(fate, count)| {
            Text::new("logs-count-of")
                .with("fate", Text::family("fate", fate.name()))
                .with("count", *count)
        });
        let each = each.reduce(|before, after| {
            Text::new("fact-and")
                .with("before", before)
                .with("after", after)
        });
        vec![match each.filter(|_| self.counts.len() > 1) {
            Some(each) => Text::new("logs-counts").with("all", all).with("each", each),
            None => all,
        }]
    }
}
