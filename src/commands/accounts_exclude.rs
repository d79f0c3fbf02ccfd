//! `pcpunch accounts exclude`: sets a person aside on some work days, or takes that back.

use serde::Serialize;

use crate::cli::ExcludeArgs;
use crate::domain::employee::{Employee, EmployeeCode};
use crate::domain::set_aside::{has_days, is_covered, without};
use crate::domain::time::{DaySpan, Jst, WorkDay};
use crate::locale::{Locale, Text};
use crate::output::{Column, Table, View};
use crate::relay::today;
use crate::state::{Exclusion, State};

use super::view::finding::{rfc3339, to_the_minute};
use super::view::names::Names;
use super::{Context, Exit, Failure, employee_option};

/// Sets somebody aside, takes it back, or only shows who is set aside; prints who is then.
///
/// # Errors
/// Exit 2 for a code that nobody has, with the nearest, and for days that end before they begin.
pub(super) fn run(args: &ExcludeArgs, context: &mut Context) -> anyhow::Result<Exit> {
    let mut state = context.open_state()?;
    let employees = state.employees()?;
    let mut changed = false;
    if let Some(code) = &args.code {
        let employee = employee_option::find(code, &employees)?;
        let days = days(args, today(context.now()))?;
        let told = if args.remove {
            take_back(&mut state, employee, days)?
        } else {
            set_aside(&mut state, employee, days, context.now())?
        };
        changed = told.changed;
        context.output.say(&told.text);
    }
    let rows = state.exclusions()?;
    let names = Names::new(&employees);
    context.print(&Excluded {
        changed,
        exclusions: rows.iter().map(|one| Row::of(one, &names)).collect(),
    })?;
    Ok(Exit::Done)
}

/// The days that are meant: from today on, or all when something is taken back, unless said.
fn days(args: &ExcludeArgs, today: WorkDay) -> anyhow::Result<DaySpan> {
    let open = args.from.is_none() && args.to.is_none();
    let days = DaySpan {
        from: if open && !args.remove {
            Some(today)
        } else {
            args.from
        },
        until: args.to,
    };
    if has_days(days) {
        return Ok(days);
    }
    let day = |day: Option<WorkDay>| day.map_or(String::new(), |day| day.to_string());
    let message = Text::new("days-reversed")
        .with("from", day(days.from))
        .with("to", day(days.until));
    let failure = Failure::new(Exit::Usage, "usage.days", message);
    Err(failure.remedy(Text::new("days-reversed-remedy")).into())
}

/// What was done, in a sentence.
struct Told {
    changed: bool,
    text: Text,
}

fn set_aside(
    state: &mut State,
    employee: &Employee,
    days: DaySpan,
    now: Jst,
) -> anyhow::Result<Told> {
    let known: Vec<DaySpan> = of(employee, state)?.iter().map(|one| one.days).collect();
    let changed = !is_covered(days, &known);
    if changed {
        state.set_exclusion(&employee.key, days, now)?;
    }
    let key = if changed {
        "exclude-done"
    } else {
        "exclude-already"
    };
    Ok(Told {
        changed,
        text: about(key, employee, days),
    })
}

fn take_back(state: &mut State, employee: &Employee, days: DaySpan) -> anyhow::Result<Told> {
    let known = of(employee, state)?;
    let left: Vec<(DaySpan, Jst)> = known
        .iter()
        .flat_map(|one| {
            let parts = without(one.days, days).into_iter();
            parts.map(|part| (part, one.set_at))
        })
        .collect();
    let stood = known.iter().map(|one| (one.days, one.set_at));
    let changed = !stood.eq(left.iter().copied());
    if changed {
        state.replace_exclusions(&employee.key, &left)?;
    }
    let key = match (changed, left.is_empty()) {
        (false, _) if days.from.is_none() && days.until.is_none() => "exclude-was-not",
        (false, _) => "exclude-was-not-days",
        (true, true) => "exclude-removed",
        (true, false) => "exclude-removed-days",
    };
    Ok(Told {
        changed,
        text: about(key, employee, days),
    })
}

fn of(employee: &Employee, state: &State) -> anyhow::Result<Vec<Exclusion>> {
    let mut exclusions = state.exclusions()?;
    exclusions.retain(|one| one.employee == employee.key);
    Ok(exclusions)
}

fn about(key: &'static str, employee: &Employee, days: DaySpan) -> Text {
    Text::new(key)
        .showing("code", &employee.code)
        .with("name", employee.full_name())
        .with("days", span(days))
}

/// `2024-12-17–2024-12-20`, open at either end.
fn span(days: DaySpan) -> String {
    let day = |day: Option<WorkDay>| day.map_or(String::new(), |day| day.to_string());
    format!("{}–{}", day(days.from), day(days.until))
}

#[derive(Serialize)]
struct Row {
    #[serde(skip_serializing_if = "Option::is_none")]
    employee_code: Option<EmployeeCode>,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<WorkDay>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<WorkDay>,
    set_at: String,
    #[serde(skip)]
    shown_set_at: String,
}

impl Row {
    fn of(exclusion: &Exclusion, names: &Names) -> Self {
        Self {
            employee_code: names.code(&exclusion.employee).cloned(),
            name: names.shown(&exclusion.employee),
            from: exclusion.days.from,
            to: exclusion.days.until,
            set_at: rfc3339(exclusion.set_at),
            shown_set_at: to_the_minute(exclusion.set_at),
        }
    }
}

/// `pcpunch.accounts-exclude.v1`
#[derive(Serialize)]
struct Excluded {
    changed: bool,
    exclusions: Vec<Row>,
}

impl View for Excluded {
    const SCHEMA: &'static str = "pcpunch.accounts-exclude.v1";

    fn table<'a>(&'a self, _: &'a Locale) -> Table<'a> {
        self.rows(|row| &row.shown_set_at)
    }

    fn after(&self) -> Vec<Text> {
        let nobody = self.exclusions.is_empty();
        nobody
            .then(|| Text::new("exclude-none"))
            .into_iter()
            .collect()
    }

    fn csv<'a>(&'a self, _: &'a Locale) -> Table<'a> {
        self.rows(|row| &row.set_at)
    }
}

impl Excluded {
    fn rows(&self, set_at: fn(&Row) -> &String) -> Table<'static> {
        let mut table = Table::new([
            Column::new("employee_code", "people-code"),
            Column::new("name", "people-name"),
            Column::new("from", "exclude-from"),
            Column::new("to", "exclude-to"),
            Column::new("set_at", "exclude-set-at"),
        ]);
        let day = |day: Option<WorkDay>| day.map_or(String::new(), |day| day.to_string());
        for row in &self.exclusions {
            let code = row.employee_code.as_ref();
            table.row([
                code.map_or(String::new(), ToString::to_string),
                row.name.clone(),
                day(row.from),
                day(row.to),
                set_at(row).clone(),
            ]);
        }
        table
    }
}
