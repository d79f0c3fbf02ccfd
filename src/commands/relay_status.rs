//! `pcpunch relay status`: how the last rounds went, and what waits.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;

use crate::cli::StatusArgs;
use crate::domain::freeze::FrozenFile;
use crate::domain::pc_log::LinkKind;
use crate::domain::punch::PunchState;
use crate::domain::time::{Jst, WorkDay};
use crate::locale::{Locale, Text};
use crate::output::{Column, Table, Tone, View};
use crate::state::{Elsewhere, Run, State};

use super::view::finding::{rfc3339, to_the_minute};
use super::{Context, Exit, Failure, frozen, metrics};

/// How many rounds are shown.
const ROUNDS: u32 = 10;

/// Prints the status; with `--max-age`, says whether the relay does its work.
///
/// # Errors
/// Exit 1 where no round has succeeded for longer than `--max-age`, and where the metrics cannot be written.
pub(super) fn run(args: &StatusArgs, context: &mut Context) -> anyhow::Result<Exit> {
    let state = context.open_state()?;
    let now = context.now();
    let path = context.state_path()?;
    context.print(&Status::of(&state, &path, now)?)?;
    if let Some(file) = &args.metrics {
        metrics::of_now(file, &state, now).map_err(|error| not_written(file, &error))?;
    }
    let Some(max_age) = args.max_age else {
        return Ok(Exit::Done);
    };
    let last_success = state.last_success()?;
    if last_success.is_some_and(|ended| now - ended <= max_age) {
        return Ok(Exit::Done);
    }
    let message = match last_success {
        Some(ended) => Text::new("status-stale").with("ended", to_the_minute(ended)),
        None => Text::new("status-never"),
    };
    Err(Failure::new(Exit::Failed, "relay.stale", message)
        .remedy(Text::new("status-stale-remedy"))
        .into())
}

fn not_written(file: &Path, error: &anyhow::Error) -> Failure {
    Failure::new(
        Exit::Failed,
        "relay.metrics",
        metrics::unwritten(file, error),
    )
    .remedy(Text::new("export-not-written-remedy"))
}

/// `pcpunch.status.v1`
#[derive(Debug, Serialize)]
struct Status {
    running: bool,
    rounds: Vec<Round>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_success: Option<String>,
    backlog: BTreeMap<&'static str, u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    oldest_waiting: Option<WorkDay>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cursor: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lag_minutes: Option<i64>,
    frozen: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    freeze: Option<Freeze>,
    frozen_days: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    state_file: Option<&'static str>,
    state_bytes: u64,
    open_findings: usize,
    #[serde(skip)]
    held: BTreeMap<String, usize>,
}

/// Why the file is frozen.
#[derive(Debug, Serialize)]
struct Freeze {
    since: String,
    reason: &'static str,
    detail: String,
    #[serde(skip)]
    line: Text,
}

#[derive(Debug, Serialize)]
struct Round {
    run: i64,
    started: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    ended: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    exit: Option<i64>,
    #[serde(skip)]
    times: (String, String),
}

impl Status {
    fn of(state: &State, path: &Path, now: Jst) -> anyhow::Result<Self> {
        let cursor = state.cursor(LinkKind::MaLion)?;
        let backlog = state.backlog()?;
        let open = state.open_findings()?;
        let frozen = state.frozen_file()?;
        let mut held = BTreeMap::new();
        for punch in state.punches_in(&[PunchState::Held])? {
            *held.entry(punch.reason.unwrap_or_default()).or_default() += 1;
        }
        Ok(Self {
            running: state.is_round_running()?,
            rounds: state.last_runs(ROUNDS)?.iter().map(Round::of).collect(),
            last_success: state.last_success()?.map(rfc3339),
            backlog: backlog
                .into_iter()
                .map(|(state, count)| (state.name(), count))
                .collect(),
            oldest_waiting: state.oldest_decided()?,
            cursor: cursor.map(rfc3339),
            lag_minutes: cursor.map(|cursor| (now - cursor).num_minutes()),
            frozen: frozen.is_some(),
            freeze: frozen.as_ref().map(Freeze::of),
            frozen_days: state.frozen_days()?.len(),
            state_file: state.elsewhere()?.map(Elsewhere::name),
            state_bytes: bytes_of(path),
            open_findings: open
                .iter()
                .filter(|open| open.acknowledged.is_none())
                .count(),
            held,
        })
    }
}

impl Freeze {
    fn of(frozen: &FrozenFile) -> Self {
        Self {
            since: rfc3339(frozen.since),
            reason: frozen.cause.name(),
            detail: frozen.detail.clone(),
            line: Text::new("frozen")
                .with("since", to_the_minute(frozen.since))
                .with("cause", frozen::cause(frozen)),
        }
    }
}

impl Round {
    fn of(run: &Run) -> Self {
        Self {
            run: run.id,
            started: rfc3339(run.started),
            ended: run.ended.map(rfc3339),
            exit: run.exit,
            times: (
                to_the_minute(run.started),
                run.ended.map(to_the_minute).unwrap_or_default(),
            ),
        }
    }
}

impl View for Status {
    const SCHEMA: &'static str = "pcpunch.status.v1";

    fn table<'a>(&'a self, _: &'a Locale) -> Table<'a> {
        let mut table = Table::new([
            Column::new("run", "status-run"),
            Column::new("started", "status-started"),
            Column::new("ended", "status-ended"),
            Column::new("exit", "status-exit"),
        ]);
        for round in &self.rounds {
            let tone = match round.exit {
                Some(0) => Tone::Good,
                Some(3 | 5) | None => Tone::Note,
                Some(_) => Tone::Bad,
            };
            let (started, ended) = round.times.clone();
            let exit = round.exit.map_or_else(String::new, |exit| exit.to_string());
            table.toned_row(tone, [round.run.to_string(), started, ended, exit]);
        }
        table
    }

    fn after(&self) -> Vec<Text> {
        let mut lines = Vec::new();
        lines.extend(self.freeze.iter().map(|freeze| freeze.line.clone()));
        if self.frozen_days > 0 {
            lines.push(Text::new("status-frozen-days").with("count", self.frozen_days));
        }
        lines.extend(
            self.state_file
                .map(|place| Text::family("status-state-file", place)),
        );
        if self.rounds.is_empty() {
            lines.push(Text::new("status-no-rounds"));
        }
        if self.running {
            lines.push(Text::new("status-running"));
        }
        lines.extend(self.backlog.iter().map(|(state, count)| {
            Text::new("status-backlog")
                .with("state", Text::family("punch-state", state))
                .with("count", *count)
        }));
        lines.extend(self.held.iter().map(|(reason, count)| {
            Text::new("status-held")
                .with("reason", super::view::punch::hold_text(reason))
                .with("count", *count)
        }));
        if let Some(day) = self.oldest_waiting {
            lines.push(Text::new("status-oldest").showing("day", day));
        }
        lines.push(match self.lag_minutes {
            Some(minutes) => Text::new("status-lag").with("minutes", minutes),
            None => Text::new("status-never-read"),
        });
        if self.open_findings > 0 {
            lines.push(Text::new("status-findings").with("count", self.open_findings));
        }
        lines
    }
}

/// The size of the state file with its write-ahead log.
pub(super) fn bytes_of(path: &Path) -> u64 {
    let log = path.with_file_name(match path.file_name() {
        Some(name) => format!("{}-wal", name.to_string_lossy()),
        None => return 0,
    });
    let size = |path: &Path| std::fs::metadata(path).map_or(0, |metadata| metadata.len());
    size(path) + size(&log)
}
