//! How 勤怠差異 are shown: `pcpunch.logs-differences.v1`.

use std::collections::BTreeMap;

use chrono::Datelike;
use serde::Serialize;

use crate::check::Scope;
use crate::domain::difference::{Difference, End, Gap};
use crate::domain::employee::{EmployeeCode, EmployeeKey};
use crate::domain::reconcile::Tolerance;
use crate::domain::time::WorkDay;
use crate::locale::{Locale, Text};
use crate::output::{Column, Table, Tone, View};

use super::names::Names;
use super::punch::clock_on;

/// Which rows a table and a CSV file have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::commands) enum Shape {
    /// The work days that differ.
    DifferentDays,
    /// Every work day of which something is known.
    AllDays,
    /// One row a person and month.
    Months,
}

/// `pcpunch.logs-differences.v1`
#[derive(Debug, Serialize)]
pub(in crate::commands) struct DifferencesView {
    from: WorkDay,
    to: WorkDay,
    in_minutes: i64,
    out_minutes: i64,
    days: Vec<DayView>,
    months: Vec<MonthView>,
    #[serde(skip)]
    shape: Shape,
}

#[derive(Debug, Serialize)]
struct DayView {
    #[serde(skip_serializing_if = "Option::is_none")]
    employee_code: Option<EmployeeCode>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    work_day: WorkDay,
    r#in: EndView,
    out: EndView,
    differs: bool,
}

/// One end of a work day. `gap_minutes` are from the PC log to the punch; `result` says how they compare.
#[derive(Debug, Serialize)]
struct EndView {
    #[serde(skip_serializing_if = "Option::is_none")]
    pc: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    operation: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kot: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    how: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    ours: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    gap_minutes: Option<i64>,
    result: &'static str,
    #[serde(skip)]
    clocks: [String; 2],
}

#[derive(Debug, Default, Serialize)]
struct MonthView {
    #[serde(skip_serializing_if = "Option::is_none")]
    employee_code: Option<EmployeeCode>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    month: String,
    days: usize,
    different_days: usize,
    in_differences: usize,
    out_differences: usize,
    no_log: usize,
    no_punch: usize,
    outside_minutes: i64,
}

impl DifferencesView {
    /// Puts compared days into words.
    pub(in crate::commands) fn new(
        scope: &Scope,
        compared: &[Difference],
        tolerance: Tolerance,
        shape: Shape,
        names: &Names,
    ) -> Self {
        let mut sorted: Vec<&Difference> = compared.iter().collect();
        let code = |key: &EmployeeKey| names.code(key).map(ToString::to_string);
        sorted.sort_by_cached_key(|one| (code(&one.employee), one.employee.clone(), one.work_day));
        let told = |one: &&&Difference| shape == Shape::AllDays || one.differs();
        Self {
            from: scope.from,
            to: scope.to,
            in_minutes: tolerance.clock_in.num_minutes(),
            out_minutes: tolerance.clock_out.num_minutes(),
            days: sorted
                .iter()
                .filter(told)
                .map(|one| DayView::of(one, names))
                .collect(),
            months: months(&sorted, names),
            shape,
        }
    }

    fn total(&self, of: impl Fn(&MonthView) -> usize) -> usize {
        self.months.iter().map(of).sum()
    }
}

impl DayView {
    fn of(one: &Difference, names: &Names) -> Self {
        Self {
            employee_code: names.code(&one.employee).cloned(),
            name: names.name(&one.employee).map(str::to_owned),
            work_day: one.work_day,
            r#in: EndView::of(&one.clock_in, one.work_day),
            out: EndView::of(&one.clock_out, one.work_day),
            differs: one.differs(),
        }
    }
}

impl EndView {
    fn of(end: &End, day: WorkDay) -> Self {
        let gap_minutes = match end.gap {
            Gap::Minutes(minutes) => Some(minutes),
            _ => None,
        };
        let result = match end.gap {
            Gap::Minutes(_) if end.differs => "difference",
            Gap::Minutes(_) => "ok",
            Gap::NoPunch => "no-punch",
            Gap::NoLog => "no-log",
            Gap::Waiting => "waiting",
            Gap::Nothing => "nothing",
        };
        let (pc, punch) = (end.pc.as_ref(), end.punch.as_ref());
        let clock = |time: Option<_>| time.map(|time| clock_on(time, day)).unwrap_or_default();
        Self {
            pc: pc.map(|mark| mark.time.to_string()),
            operation: pc.map(|mark| mark.operation.label().to_owned()),
            kot: punch.map(|mark| mark.time.to_string()),
            how: punch
                .and_then(|mark| mark.how.as_deref())
                .map(str::to_owned),
            ours: punch.is_some_and(|mark| mark.is_ours),
            gap_minutes,
            result,
            clocks: [
                clock(pc.map(|mark| mark.time)),
                clock(punch.map(|mark| mark.time)),
            ],
        }
    }

    /// The punch with how it was made.
    fn punched(&self, locale: &Locale) -> String {
        let [_, clock] = &self.clocks;
        match &self.how {
            Some(how) => format!("{clock} ({how})"),
            None if self.ours => {
                format!("{clock} ({})", locale.say(&Text::new("difference-ours")))
            }
            None => clock.clone(),
        }
    }

    /// `+12`, with a star where it is a difference; or which side is missing.
    fn gap(&self, locale: &Locale) -> String {
        let star = if self.result == "difference" {
            " *"
        } else {
            ""
        };
        match self.gap_minutes {
            Some(minutes) => format!("{minutes:+}{star}"),
            None => locale.say(&Text::family("difference-is", self.result)),
        }
    }

    fn csv(&self) -> [String; 5] {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let gap = self.gap_minutes.map(|minutes| minutes.to_string());
        let how = match &self.how {
            None if self.ours => "pcpunch".to_owned(),
            how => text(how),
        };
        [
            text(&self.pc),
            text(&self.kot),
            how,
            gap.unwrap_or_default(),
            self.result.to_owned(),
        ]
    }
}

/// The days of each person and month, added up; in the order of the days.
fn months(sorted: &[&Difference], names: &Names) -> Vec<MonthView> {
    let mut months: Vec<MonthView> = Vec::new();
    let mut places: BTreeMap<(&EmployeeKey, String), usize> = BTreeMap::new();
    for one in sorted {
        let date = one.work_day.date();
        let month = format!("{:04}-{:02}", date.year(), date.month());
        let place = places.entry((&one.employee, month.clone()));
        let index = *place.or_insert_with(|| {
            months.push(MonthView {
                employee_code: names.code(&one.employee).cloned(),
                name: names.name(&one.employee).map(str::to_owned),
                month,
                ..MonthView::default()
            });
            months.len() - 1
        });
        if let Some(month) = months.get_mut(index) {
            month.add(one);
        }
    }
    months
}

impl MonthView {
    fn add(&mut self, one: &Difference) {
        let ends = [&one.clock_in, &one.clock_out];
        let lacks = |gap: Gap| ends.iter().filter(|end| end.gap == gap).count();
        let is_over = |end: &End| usize::from(end.differs && matches!(end.gap, Gap::Minutes(_)));
        self.days += 1;
        self.different_days += usize::from(one.differs());
        self.in_differences += is_over(&one.clock_in);
        self.out_differences += is_over(&one.clock_out);
        self.no_log += lacks(Gap::NoLog);
        self.no_punch += lacks(Gap::NoPunch);
        self.outside_minutes += one.outside_minutes();
    }

    fn row(&self) -> [String; 10] {
        let code = self.employee_code.as_ref();
        [
            code.map_or_else(String::new, ToString::to_string),
            self.name.clone().unwrap_or_default(),
            self.month.clone(),
            self.days.to_string(),
            self.different_days.to_string(),
            self.in_differences.to_string(),
            self.out_differences.to_string(),
            self.no_log.to_string(),
            self.no_punch.to_string(),
            self.outside_minutes.to_string(),
        ]
    }
}

const MONTHS: [Column; 10] = [
    Column::new("employee_code", "check-employee-code"),
    Column::new("name", "check-name"),
    Column::new("month", "difference-month"),
    Column::new("days", "difference-days"),
    Column::new("different_days", "difference-different-days"),
    Column::new("in_differences", "difference-in-differences"),
    Column::new("out_differences", "difference-out-differences"),
    Column::new("no_log", "difference-no-log"),
    Column::new("no_punch", "difference-no-punch"),
    Column::new("outside_minutes", "difference-outside"),
];

const DAYS: [Column; 9] = [
    Column::new("employee_code", "check-employee-code"),
    Column::new("name", "check-name"),
    Column::new("work_day", "check-work-day"),
    Column::new("pc_in", "difference-pc-in"),
    Column::new("kot_in", "difference-kot-in"),
    Column::new("in_gap_minutes", "difference-in-gap"),
    Column::new("pc_out", "difference-pc-out"),
    Column::new("kot_out", "difference-kot-out"),
    Column::new("out_gap_minutes", "difference-out-gap"),
];

const CSV_DAYS: [Column; 13] = [
    Column::new("employee_code", "check-employee-code"),
    Column::new("name", "check-name"),
    Column::new("work_day", "check-work-day"),
    Column::new("pc_in", "difference-pc-in"),
    Column::new("kot_in", "difference-kot-in"),
    Column::new("how_in", "difference-kot-in"),
    Column::new("in_gap_minutes", "difference-in-gap"),
    Column::new("in_result", "difference-in-gap"),
    Column::new("pc_out", "difference-pc-out"),
    Column::new("kot_out", "difference-kot-out"),
    Column::new("how_out", "difference-kot-out"),
    Column::new("out_gap_minutes", "difference-out-gap"),
    Column::new("out_result", "difference-out-gap"),
];

impl View for DifferencesView {
    const SCHEMA: &'static str = "pcpunch.logs-differences.v1";

    fn table<'a>(&'a self, locale: &'a Locale) -> Table<'a> {
        if self.shape == Shape::Months {
            return self.months_table();
        }
        let mut table = Table::new(DAYS);
        for day in &self.days {
            let code = day.employee_code.as_ref();
            let [pc_in, _] = &day.r#in.clocks;
            let [pc_out, _] = &day.out.clocks;
            let tone = if day.differs { Tone::Bad } else { Tone::Good };
            let cells = [
                code.map_or_else(String::new, ToString::to_string),
                day.name.clone().unwrap_or_default(),
                day.work_day.to_string(),
                pc_in.clone(),
                day.r#in.punched(locale),
                day.r#in.gap(locale),
                pc_out.clone(),
                day.out.punched(locale),
                day.out.gap(locale),
            ];
            table.toned_row(tone, cells);
        }
        table
    }

    fn csv<'a>(&'a self, _: &'a Locale) -> Table<'a> {
        if self.shape == Shape::Months {
            return self.months_table();
        }
        let mut table = Table::new(CSV_DAYS);
        for day in &self.days {
            let code = day.employee_code.as_ref();
            let whose = [
                code.map_or_else(String::new, ToString::to_string),
                day.name.clone().unwrap_or_default(),
                day.work_day.to_string(),
            ];
            table.row(whose.into_iter().chain(day.r#in.csv()).chain(day.out.csv()));
        }
        table
    }

    fn after(&self) -> Vec<Text> {
        let text = Text::new("difference-count")
            .showing("from", self.from)
            .showing("to", self.to)
            .with("days", self.total(|month| month.days))
            .with("different", self.total(|month| month.different_days))
            .showing("in", self.in_minutes)
            .showing("out", self.out_minutes);
        vec![text]
    }
}

impl DifferencesView {
    fn months_table(&self) -> Table<'static> {
        let mut table = Table::new(MONTHS);
        for month in &self.months {
            table.row(month.row());
        }
        table
    }
}
