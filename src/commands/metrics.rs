//! `--metrics FILE`: what a monitor alerts on, for node_exporter's textfile collector. Numbers only: no names, no
//! codes of people, no hosts.

mod exposition;

use std::collections::BTreeMap;
use std::path::Path;

use crate::domain::finding::{Code, Severity};
use crate::domain::pc_log::LinkKind;
use crate::domain::punch::PunchState;
use crate::domain::time::Jst;
use crate::locale::Text;
use crate::state::State;

use self::exposition::{Gauge, text, value};
use super::relay_status::bytes_of;
use super::{Exit, whole_file};

const LAST_SUCCESS: &str = "pcpunch_round_last_success_timestamp_seconds";

/// Tells of a round that ended with that code.
///
/// # Errors
/// What the state file refuses; where the metrics cannot be written.
pub(super) fn of_round(file: &Path, state: &State, exit: Exit, now: Jst) -> anyhow::Result<()> {
    let ended = Ended {
        exit: i64::from(exit.code()),
        at: now,
    };
    write(file, of_state(state, Some(ended), now)?)
}

/// Tells of a round that could not begin, beside what the state file says or, where it cannot be used either, only
/// of when the last round succeeded, by what was told before.
///
/// # Errors
/// Where the metrics cannot be written.
pub(super) fn of_no_round(
    file: &Path,
    state: Option<&Path>,
    exit: Exit,
    now: Jst,
) -> anyhow::Result<()> {
    let opened = state.and_then(|path| State::open(path).ok());
    if let Some(state) = opened
        && of_round(file, &state, exit, now).is_ok()
    {
        return Ok(());
    }
    let before = std::fs::read_to_string(file).unwrap_or_default();
    let ended = Ended {
        exit: i64::from(exit.code()),
        at: now,
    };
    let succeeded = value(&before, LAST_SUCCESS).unwrap_or_default();
    write(file, of_rounds(Some(ended), succeeded))
}

/// Tells what the state file knows, of the last round that ended too.
///
/// # Errors
/// What the state file refuses; where the metrics cannot be written.
pub(super) fn of_now(file: &Path, state: &State, now: Jst) -> anyhow::Result<()> {
    let last = state.last_round()?;
    let ended = last.and_then(|run| {
        Some(Ended {
            exit: run.exit?,
            at: run.ended?,
        })
    });
    write(file, of_state(state, ended, now)?)
}

/// What is said where they could not be written.
pub(super) fn unwritten(file: &Path, error: &anyhow::Error) -> Text {
    Text::new("export-not-written")
        .showing("path", file.display())
        .showing("detail", error)
}

/// How and when a round ended.
struct Ended {
    exit: i64,
    at: Jst,
}

fn of_rounds(ended: Option<Ended>, succeeded: i64) -> Vec<Gauge> {
    let ended = ended.as_ref();
    vec![
        Gauge::new(
            "pcpunch_build_info",
            "The version of pcpunch that wrote this.",
        )
        .labelled(&[("version", env!("CARGO_PKG_VERSION"))], 1),
        Gauge::new(
            "pcpunch_round_exit_code",
            "Exit code of the last round; 0 and 3 are a success.",
        )
        .at(ended.map(|ended| ended.exit)),
        Gauge::new(
            "pcpunch_round_last_end_timestamp_seconds",
            "When the last round ended, however it did.",
        )
        .at(ended.map(|ended| ended.at.timestamp())),
        Gauge::new(
            LAST_SUCCESS,
            "When the last round succeeded; 0 where none has.",
        )
        .at(succeeded),
    ]
}

fn of_state(state: &State, ended: Option<Ended>, now: Jst) -> anyhow::Result<Vec<Gauge>> {
    let succeeded = state.last_success()?.map_or(0, |at| at.timestamp());
    let waiting = state.oldest_waiting()?.map(|minute| now - minute.start());
    let read_until = state.cursor(LinkKind::MaLion)?;
    let mut gauges = of_rounds(ended, succeeded);
    gauges.extend([
        punches(state)?,
        Gauge::new(
            "pcpunch_oldest_waiting_seconds",
            "Age of the oldest punch that is decided, being sent or unknown; 0 where none is.",
        )
        .at(waiting.map_or(0, |age| age.num_seconds().max(0))),
        findings(state)?,
        Gauge::new(
            "pcpunch_frozen",
            "Whether the state file is frozen: nothing is sent until a person unfreezes it.",
        )
        .at(i64::from(state.frozen_file()?.is_some())),
        Gauge::new(
            "pcpunch_frozen_days",
            "Work days of single people to which nothing is sent, since KING OF TIME shows a double.",
        )
        .at(count(state.frozen_days()?.len())),
        Gauge::new(
            "pcpunch_logs_read_until_timestamp_seconds",
            "Until when the logs of MaLion are read.",
        )
        .at(read_until.map(|until| until.timestamp())),
        Gauge::new(
            "pcpunch_employees_last_sync_timestamp_seconds",
            "When the employees were last taken over from KING OF TIME.",
        )
        .at(state.last_sync()?.map(|at| at.timestamp())),
        Gauge::new(
            "pcpunch_state_bytes",
            "Size of the state file with its write-ahead log.",
        )
        .at(i64::try_from(bytes_of(state.path())).unwrap_or(i64::MAX)),
    ]);
    Ok(gauges)
}

/// Every state has its sample, also where no punch is in it: what is zero can be alerted on when it rises.
fn punches(state: &State) -> anyhow::Result<Gauge> {
    let backlog: BTreeMap<PunchState, u32> = state.backlog()?.into_iter().collect();
    let gauge = Gauge::new("pcpunch_punches", "Punches in the state file, by state.");
    Ok(PunchState::ALL.into_iter().fold(gauge, |gauge, state| {
        let count = backlog.get(&state).copied().unwrap_or_default();
        gauge.labelled(&[("state", state.name())], i64::from(count))
    }))
}

/// Every finding has its sample in its usual severity.
fn findings(state: &State) -> anyhow::Result<Gauge> {
    let mut counts: BTreeMap<(Code, Severity), usize> = Code::ALL
        .into_iter()
        .map(|code| ((code, code.severity()), 0))
        .collect();
    let open = state.open_findings()?.into_iter();
    for finding in open.filter(|finding| finding.acknowledged.is_none()) {
        let finding = finding.finding;
        *counts.entry((finding.code, finding.severity)).or_default() += 1;
    }
    let gauge = Gauge::new(
        "pcpunch_findings",
        "Open findings that nobody has set aside; somebody must see to those of severity act.",
    );
    Ok(counts
        .into_iter()
        .fold(gauge, |gauge, ((code, severity), found)| {
            let labels = [("code", code.name()), ("severity", severity.name())];
            gauge.labelled(&labels, count(found))
        }))
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// The collector is another user: it may read the file whatever the umask is.
fn write(file: &Path, gauges: Vec<Gauge>) -> anyhow::Result<()> {
    whole_file::replace_for_readers(file, text(&gauges).as_bytes())?;
    Ok(())
}
