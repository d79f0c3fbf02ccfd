//! `pcpunch relay unfreeze`: a person goes on after a freeze, and says why.

use serde::Serialize;

use crate::cli::UnfreezeArgs;
use crate::domain::employee::{EmployeeCode, EmployeeKey};
use crate::domain::freeze::{FrozenDay, FrozenFile};
use crate::domain::punch::PunchKind;
use crate::domain::time::WorkDay;
use crate::locale::{Locale, Text};
use crate::output::{Column, Table, View};

use super::view::finding::{rfc3339, to_the_minute};
use super::view::names::Names;
use super::view::punch::kind_text;
use super::{Context, Exit, frozen};

/// Ends every freeze after asking.
///
/// # Errors
/// Exit 2 where nobody can be asked, exit 1 where the answer is no.
pub(super) fn run(args: &UnfreezeArgs, context: &mut Context) -> anyhow::Result<Exit> {
    let mut state = context.open_state()?;
    let names = Names::new(&state.employees()?);
    let view = Unfrozen::of(state.frozen_file()?.as_ref(), &state.frozen_days()?, &names);
    if view.is_empty() {
        context.print(&view)?;
        context.output.say(&Text::new("unfreeze-nothing"));
        return Ok(Exit::Done);
    }
    for line in view.lines() {
        context.output.say(&line);
    }
    context.confirm(&Text::new("unfreeze-question"))?;
    state.unfreeze(&args.reason, context.now())?;
    context.print(&view)?;
    context.output.say(&Text::new("unfreeze-done"));
    Ok(Exit::Done)
}

/// `pcpunch.relay-unfreeze.v1`
#[derive(Debug, Serialize)]
struct Unfrozen {
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<FileView>,
    days: Vec<DayView>,
}

#[derive(Debug, Serialize)]
struct FileView {
    cause: &'static str,
    detail: String,
    since: String,
    #[serde(skip)]
    line: Text,
}

#[derive(Debug, Serialize)]
struct DayView {
    #[serde(skip_serializing_if = "Option::is_none")]
    employee_code: Option<EmployeeCode>,
    employee_key: EmployeeKey,
    work_day: WorkDay,
    kind: PunchKind,
    since: String,
    #[serde(skip)]
    line: Text,
}

impl Unfrozen {
    fn of(file: Option<&FrozenFile>, days: &[FrozenDay], names: &Names) -> Self {
        let file = file.map(|file| FileView {
            cause: file.cause.name(),
            detail: file.detail.clone(),
            since: rfc3339(file.since),
            line: Text::new("frozen")
                .with("since", to_the_minute(file.since))
                .with("cause", frozen::cause(file)),
        });
        let days = days.iter().map(|day| DayView {
            employee_code: names.code(&day.employee).cloned(),
            employee_key: day.employee.clone(),
            work_day: day.day,
            kind: day.kind,
            since: rfc3339(day.since),
            line: Text::new("frozen-day")
                .with("name", names.shown(&day.employee))
                .showing("day", day.day)
                .with("kind", kind_text(day.kind))
                .with("since", to_the_minute(day.since)),
        });
        Self {
            file,
            days: days.collect(),
        }
    }

    fn is_empty(&self) -> bool {
        self.file.is_none() && self.days.is_empty()
    }

    fn lines(&self) -> Vec<Text> {
        let file = self.file.iter().map(|file| file.line.clone());
        file.chain(self.days.iter().map(|day| day.line.clone()))
            .collect()
    }
}

impl View for Unfrozen {
    const SCHEMA: &'static str = "pcpunch.relay-unfreeze.v1";

    fn table<'a>(&'a self, locale: &'a Locale) -> Table<'a> {
        let mut table = Table::new([
            Column::new("work_day", "punch-work-day"),
            Column::new("employee_code", "punch-employee-code"),
            Column::new("kind", "punch-kind"),
            Column::new("since", "unfreeze-since"),
        ]);
        for day in &self.days {
            let code = day.employee_code.as_ref();
            table.row([
                day.work_day.to_string(),
                code.map_or_else(String::new, |code| code.as_str().to_owned()),
                locale.say(&kind_text(day.kind)),
                day.since.clone(),
            ]);
        }
        table
    }
}
