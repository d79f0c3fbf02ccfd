//! How a round is shown: `pcpunch.relay-run.v1`.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::punch::PunchState;
use crate::domain::sync;
use crate::domain::time::Jst;
use crate::kot::Kot;
use crate::locale::{Locale, Text};
use crate::malion::Malion;
use crate::output::{Table, View};
use crate::relay::Report;
use crate::state::State;

use super::finding::{FindingView, rfc3339};
use super::names::Names;
use super::punch::{self, PunchView};
use crate::commands::Exit;
use crate::commands::employees_sync::counted;

/// A round, told.
#[derive(Debug, Serialize)]
pub(in crate::commands) struct RelayView {
    run: i64,
    dry_run: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    sync: Option<SyncView>,
    collected: CollectedView,
    punches: Counts,
    sent: Vec<PunchView>,
    requests: Requests,
    findings: Vec<FindingView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_read_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    malion_opens_at: Option<String>,
    exit: u8,
    /// When it ended, where it is told in one line.
    #[serde(skip)]
    short_at: Option<Jst>,
}

/// The day's sync, in the round that tried it.
#[derive(Debug, Serialize)]
struct SyncView {
    applied: bool,
    counts: sync::Counts,
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<sync::Limit>,
    #[serde(skip)]
    nothing_new: bool,
}

#[derive(Debug, Serialize)]
struct CollectedView {
    read: usize,
    new: usize,
    by_fate: BTreeMap<&'static str, usize>,
}

/// How many punches stand where after the round; `accepted`, `refused` and `unknown` of those that were
/// sent in it.
#[derive(Debug, Serialize)]
struct Counts {
    decided: usize,
    accepted: usize,
    already_there: usize,
    refused: usize,
    unknown: usize,
    held: usize,
    waiting: usize,
    withdrawn: usize,
}

/// How much was asked.
#[derive(Debug, Serialize)]
pub(in crate::commands) struct Requests {
    malion: u64,
    kot_reads: u64,
    kot_punches: u64,
}

impl Requests {
    /// Of the clients that a round had.
    pub(in crate::commands) fn of(malion: Option<&Malion<'_>>, kot: Option<&Kot<'_>>) -> Self {
        let asked = kot.map(Kot::requests).unwrap_or_default();
        Self {
            malion: malion.map(Malion::requests).unwrap_or_default(),
            kot_reads: asked.reads,
            kot_punches: asked.punches,
        }
    }
}

impl RelayView {
    /// Puts a round into words and numbers.
    ///
    /// # Errors
    /// What the state file refuses.
    pub(in crate::commands) fn new(
        state: &State,
        report: &Report,
        requests: Requests,
        dry_run: bool,
        exit: Exit,
        support_id: Option<&str>,
        locale: &Locale,
    ) -> anyhow::Result<Self> {
        let names = Names::new(&state.employees()?).with_support_id(support_id);
        let open = state.open_findings()?;
        Ok(Self {
            run: report.run,
            dry_run,
            sync: report.sync.as_ref().map(SyncView::of),
            collected: CollectedView {
                read: report.read,
                new: report.new,
                by_fate: report
                    .by_fate
                    .iter()
                    .map(|(fate, count)| (fate.name(), *count))
                    .collect(),
            },
            punches: Counts::of(report, dry_run),
            sent: report
                .sent
                .iter()
                .map(|punch| PunchView::of(punch, &names))
                .collect(),
            requests,
            findings: open
                .iter()
                .filter(|open| open.acknowledged.is_none())
                .map(|open| FindingView::of_open(open, &names, locale))
                .collect(),
            next_read_at: report.next_read_at.map(rfc3339),
            malion_opens_at: report.malion_opens_at.map(rfc3339),
            exit: exit.code(),
            short_at: None,
        })
    }

    /// Tells people the round, which ended then, in one line: it is one of many.
    pub(in crate::commands) fn shorten(&mut self, ended: Jst) {
        self.short_at = Some(ended);
    }

    fn line(&self, ended: Jst) -> Text {
        let line = Text::new("relay-line")
            .with("at", ended.format("%Y-%m-%d %H:%M:%S").to_string())
            .with("run", self.run)
            .with("new", self.collected.new)
            .with("sent", self.sent.len())
            .with("waiting", self.punches.waiting)
            .with("held", self.punches.held)
            .with("findings", self.findings.len())
            .with("exit", self.exit);
        match &self.next_read_at {
            None => line,
            Some(at) => Text::new("relay-line-waits")
                .with("line", line)
                .with("at", minute_of(at)),
        }
    }

    /// The counts as one line of JSON, for the history of rounds.
    pub(in crate::commands) fn summary(&self) -> String {
        serde_json::to_string(&self.punches).unwrap_or_default()
    }
}

impl SyncView {
    fn of(plan: &sync::SyncPlan) -> Self {
        Self {
            applied: plan.limit.is_none(),
            counts: plan.counts,
            limit: plan.limit.clone(),
            nothing_new: plan.is_empty(),
        }
    }

    /// What people read of it; a limit is told as a warning.
    fn line(&self) -> Option<Text> {
        if self.nothing_new {
            return Some(Text::new("relay-synced-nothing"));
        }
        self.applied
            .then(|| Text::new("relay-synced").with("counts", counted(&self.counts)))
    }
}

impl Counts {
    fn of(report: &Report, dry_run: bool) -> Self {
        let sent = |state| {
            report
                .sent
                .iter()
                .filter(|punch| punch.state == state)
                .count()
        };
        let would_send = if dry_run { report.sent.len() } else { 0 };
        Self {
            decided: report.decided,
            accepted: sent(PunchState::Accepted),
            already_there: report.already_there,
            refused: sent(PunchState::Refused),
            unknown: sent(PunchState::Unknown),
            held: report.held,
            waiting: report.waiting.saturating_sub(would_send),
            withdrawn: report.withdrawn,
        }
    }
}

impl View for RelayView {
    const SCHEMA: &'static str = "pcpunch.relay-run.v1";

    fn table<'a>(&'a self, locale: &'a Locale) -> Table<'a> {
        if self.sent.is_empty() || self.short_at.is_some() {
            return Table::default();
        }
        punch::table(&self.sent, locale)
    }

    fn csv<'a>(&'a self, _: &'a Locale) -> Table<'a> {
        punch::csv_table(&self.sent)
    }

    fn after(&self) -> Vec<Text> {
        let mut lines: Vec<Text> = self.sync.iter().filter_map(SyncView::line).collect();
        if let Some(ended) = self.short_at {
            lines.push(self.line(ended));
            return lines;
        }
        let fates = self.collected.by_fate.iter().map(|(fate, count)| {
            Text::new("relay-fate")
                .with("fate", Text::family("fate", fate))
                .with("count", *count)
        });
        lines.push(
            Text::new("relay-collected")
                .with("read", self.collected.read)
                .with("new", self.collected.new),
        );
        lines.extend(fates);
        let sent = if self.dry_run {
            "relay-would-send"
        } else {
            "relay-sent"
        };
        lines.push(
            Text::new(sent)
                .with("sent", self.sent.len())
                .with("accepted", self.punches.accepted)
                .with("refused", self.punches.refused)
                .with("unknown", self.punches.unknown)
                .with("waiting", self.punches.waiting)
                .with("held", self.punches.held),
        );
        if let Some(at) = &self.next_read_at {
            lines.push(Text::new("relay-waits").with("at", minute_of(at)));
        }
        if !self.findings.is_empty() {
            lines.push(Text::new("relay-findings").with("count", self.findings.len()));
        }
        lines
    }
}

impl RelayView {
    /// Whether there is nothing to tell: with `--quiet` such a round prints nothing at all.
    pub(in crate::commands) fn is_idle(&self) -> bool {
        let synced = self.sync.as_ref().is_some_and(|sync| !sync.nothing_new);
        self.sent.is_empty() && self.collected.new == 0 && !synced && self.exit == 0
    }
}

/// A moment of a document as people read it, to the minute.
fn minute_of(rfc3339: &str) -> String {
    rfc3339.get(..16).unwrap_or(rfc3339).replace('T', " ")
}
