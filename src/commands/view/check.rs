//! How a check is shown: `pcpunch.logs-check.v1`.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::check::Scope;
use crate::domain::finding::Finding;
use crate::domain::reconcile::{Checked, Status};
use crate::domain::time::WorkDay;
use crate::locale::{Locale, Text};
use crate::output::{Column, Page, Row, Table, Timeline, View};
use crate::state::OpenFinding;

use super::check_day::DayViews;
use super::finding::{COLUMNS, FindingView};
use super::names::Names;
use crate::commands::Exit;

/// A check, told.
#[derive(Debug, Serialize)]
pub(in crate::commands) struct CheckView<'a> {
    from: WorkDay,
    to: WorkDay,
    days: DayViews<'a>,
    findings: Vec<FindingView>,
    counts: BTreeMap<&'static str, usize>,
    exit: u8,
    #[serde(skip)]
    ended: Exit,
    #[serde(skip)]
    timeline: Option<Timeline>,
}

impl<'a> CheckView<'a> {
    /// Puts a check into words. `hindered` is how the command ends for what kept it from reading KING OF
    /// TIME; findings that somebody must act on, and has not set aside, count less than that.
    pub(in crate::commands) fn new(
        scope: &Scope,
        checked: &'a Checked,
        found: &[(&Finding, Option<OpenFinding>)],
        names: &'a Names,
        hindered: Exit,
        locale: &Locale,
    ) -> Self {
        let findings: Vec<FindingView> = found
            .iter()
            .map(|(finding, stored)| match stored {
                None => FindingView::of(finding, names, locale),
                Some(stored) => FindingView::of_open(stored, names, locale),
            })
            .collect();
        let acts = findings.iter().any(FindingView::calls_for_action);
        let ended = if acts { Exit::Findings } else { Exit::Done }.or(hindered);
        Self {
            from: scope.from,
            to: scope.to,
            counts: counts(checked),
            days: DayViews::of(&checked.rows, names),
            findings,
            exit: ended.code(),
            ended,
            timeline: None,
        }
    }

    /// The check as a page, with these bars.
    pub(in crate::commands) fn page<'b>(&self, bars: &'b Timeline, locale: &Locale) -> Page<'b> {
        Page {
            range: Text::new("page-range")
                .showing("from", self.from)
                .showing("to", self.to),
            days: self.days.iter().map(|day| day.on_page(locale)).collect(),
            bars,
            findings: self.findings.iter().map(FindingView::told).collect(),
        }
    }

    fn summary(&self) -> Text {
        let counts = self.counts.iter().map(|(name, count)| {
            Text::new("check-count")
                .with("name", *name)
                .with("count", *count)
        });
        let counts = counts.reduce(|all, count| {
            Text::new("fact-and")
                .with("before", all)
                .with("after", count)
        });
        Text::new("check-summary")
            .showing("from", self.from)
            .showing("to", self.to)
            .with("counts", counts.unwrap_or(Text::new("check-nothing")))
    }

    /// The same as bars, in the table format.
    pub(in crate::commands) fn with_timeline(self, timeline: Timeline) -> Self {
        Self {
            timeline: Some(timeline),
            ..self
        }
    }

    /// How the command ends.
    pub(in crate::commands) fn exit(&self) -> Exit {
        self.ended
    }
}

/// Work days by status, and findings by code.
fn counts(checked: &Checked) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for row in &checked.rows {
        if !matches!(row.status, Status::Findings(_)) {
            *counts.entry(row.status.name()).or_default() += 1;
        }
    }
    for finding in &checked.findings {
        *counts.entry(finding.code.name()).or_default() += 1;
    }
    counts
}

impl View for CheckView<'_> {
    const SCHEMA: &'static str = "pcpunch.logs-check.v1";

    fn table<'a>(&'a self, locale: &'a Locale) -> Table<'a> {
        let columns = [
            Column::new("name", "check-name"),
            Column::new("work_day", "check-work-day"),
            Column::new("pc", "check-pc"),
            Column::new("sent", "check-sent"),
            Column::new("kot", "check-kot"),
            Column::new("status", "check-status"),
        ];
        Table::told(columns, || {
            let days = self.days.iter();
            days.map(|day| Row::toned(day.tone(), day.row(locale)))
        })
    }

    /// One line a person and work day, then one for each finding.
    fn csv<'a>(&'a self, locale: &'a Locale) -> Table<'a> {
        Table::told(COLUMNS, || {
            let of_no_finding = || COLUMNS.iter().skip(10).map(|_| String::new());
            let days = self.days.iter().map(|day| day.csv_row());
            let days = days.map(move |day| Row::new(day.into_iter().chain(of_no_finding())));
            let findings = self.findings.iter();
            days.chain(findings.map(|finding| Row::new(finding.csv_row(locale))))
        })
    }

    fn timeline(&self) -> Option<&Timeline> {
        self.timeline.as_ref()
    }

    fn after(&self) -> Vec<Text> {
        let mut lines = Vec::new();
        if self.timeline.is_some() {
            // The days' own findings stand in the legend; the others have no line to stand on.
            let of_no_day = self
                .findings
                .iter()
                .filter(|finding| !finding.is_of_a_day());
            lines.extend(of_no_day.map(FindingView::title));
        } else {
            for finding in &self.findings {
                lines.push(Text::new("word-nothing"));
                lines.extend(finding.lines());
            }
        }
        lines.push(Text::new("word-nothing"));
        lines.push(self.summary());
        let stands_alone = self.days.is_empty() && self.timeline.is_none();
        lines.into_iter().skip(usize::from(stands_alone)).collect()
    }
}
