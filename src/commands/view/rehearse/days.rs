//! How a work day that differs is shown in a rehearsal: `days` of `pcpunch.relay-rehearse.v1`.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::commands::view::names::Names;
use crate::commands::view::punch::{clock_on, kind_text};
use crate::domain::comparison::{Outcome, Pair};
use crate::domain::employee::EmployeeCode;
use crate::domain::punch::PunchKind;
use crate::domain::replay::Why;
use crate::domain::time::WorkDay;
use crate::locale::{Locale, Text};

/// An entry of `days`.
#[derive(Debug, Serialize)]
pub(super) struct DayView {
    #[serde(skip_serializing_if = "Option::is_none")]
    employee_code: Option<EmployeeCode>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    work_day: WorkDay,
    kind: PunchKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    ours: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kot: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minutes: Option<i64>,
    outcome: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

impl DayView {
    /// A pair with the names of its person.
    pub(super) fn of(pair: &Pair, names: &Names) -> Self {
        Self {
            employee_code: names.code(&pair.employee).cloned(),
            name: names.name(&pair.employee).map(str::to_owned),
            work_day: pair.work_day,
            kind: pair.kind,
            ours: pair.ours.map(|time| time.to_string()),
            kot: pair.kot.map(|time| time.to_string()),
            minutes: pair.gap(),
            outcome: pair.outcome.name(),
            reason: pair.why.map(Why::name),
        }
    }

    /// Its cells of a CSV row; `settings` says under which.
    pub(super) fn csv(&self, settings: &str) -> Vec<String> {
        let code = self.employee_code.as_ref().map(EmployeeCode::as_str);
        let minutes = self.minutes.map(|minutes| minutes.to_string());
        vec![
            code.unwrap_or_default().to_owned(),
            self.name.clone().unwrap_or_default(),
            self.work_day.to_string(),
            settings.to_owned(),
            self.kind.code().to_string(),
            self.ours.clone().unwrap_or_default(),
            self.kot.clone().unwrap_or_default(),
            minutes.unwrap_or_default(),
            self.outcome.to_owned(),
            self.reason.unwrap_or_default().to_owned(),
        ]
    }
}

/// What the rules give of a pair, in a cell: the time, how it differs, and why.
fn told(pair: &Pair, locale: &Locale) -> String {
    let minutes = pair.gap().unwrap_or_default().abs();
    let text = Text::family("rehearse-day", pair.outcome.name()).with("minutes", minutes);
    let text = match pair.ours {
        Some(ours) => text.with("time", clock_on(ours, pair.work_day)),
        None => text,
    };
    let text = match pair.why {
        None => text,
        Some(why) => Text::new("rehearse-because")
            .with("what", text)
            .with("why", word(why)),
    };
    locale.say(&text)
}

fn word(why: Why) -> Text {
    match why {
        Why::Found(code) => Text::family("finding", code.name()),
        Why::Logs(fate) => Text::family("fate", fate.name()),
        Why::NoLogs | Why::NotRead | Why::NotSettled => Text::family("rehearse-why", why.name()),
    }
}

/// Where a pair stands: beside that of the other settings.
type Place<'a> = (&'a str, WorkDay, PunchKind, Option<String>);

/// The place of a pair. Of breaks a day may have several, each told by its own time.
fn place<'a>(pair: &'a Pair, names: &'a Names) -> Place<'a> {
    let code = names.code(&pair.employee).map(EmployeeCode::as_str);
    let time = pair.kot.or(pair.ours).filter(|_| pair.kind.is_break());
    let who = code.unwrap_or(pair.employee.as_str());
    let time = time.map(|time| time.to_string());
    (who, pair.work_day, pair.kind, time)
}

/// A row for each punch that differs in one of the alternatives: who, when, which, what KING OF TIME shows,
/// and what each alternative gives.
pub(super) fn rows(alternatives: &[&[Pair]], names: &Names, locale: &Locale) -> Vec<Vec<String>> {
    let mut places: BTreeMap<Place<'_>, Vec<Option<&Pair>>> = BTreeMap::new();
    for (column, pairs) in alternatives.iter().enumerate() {
        for pair in *pairs {
            let row = places.entry(place(pair, names)).or_default();
            row.resize(alternatives.len(), None);
            if let Some(cell) = row.get_mut(column) {
                *cell = Some(pair);
            }
        }
    }
    let mut rows = Vec::new();
    for row in places.into_values() {
        let is_told = row.iter().flatten().any(|pair| differs(pair));
        let Some(first) = row.iter().flatten().next().filter(|_| is_told) else {
            continue;
        };
        let shown = first.kot.map(|time| clock_on(time, first.work_day));
        let before = [
            names.shown(&first.employee),
            first.work_day.to_string(),
            locale.say(&kind_text(first.kind)),
            shown.unwrap_or_default(),
        ];
        let told = row.iter().map(|pair| pair.map(|pair| told(pair, locale)));
        let told = told.map(Option::unwrap_or_default);
        rows.push(before.into_iter().chain(told).collect());
    }
    rows
}

/// Whether a pair is worth a row.
pub(super) fn differs(pair: &Pair) -> bool {
    pair.outcome != Outcome::Same
}
