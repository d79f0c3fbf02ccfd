//! Taking logs from a file.

use std::fs;
use std::path::PathBuf;

use chrono::NaiveTime;

use crate::csv::logs::{self, Layout, LogFile};
use crate::domain::pc_log::LinkKind;
use crate::domain::time::{Jst, WorkDay};
use crate::state::{Progress, Reading, SharedState};

use super::{Collected, Error};

/// A CSV file of logs.
#[derive(Clone, Debug)]
pub struct File {
    /// The file.
    pub path: PathBuf,
    /// Which product logged what stands in it.
    pub kind: LinkKind,
    /// How it is read where its headings are those of no built-in layout.
    pub layout: Option<Layout>,
    /// Until when it is complete, if not until its newest log.
    pub complete_until: Option<Jst>,
}

/// Takes all logs of a file, or none.
pub(super) fn take(
    state: &SharedState,
    from: &File,
    now: Jst,
    collected: &mut Collected,
) -> Result<(), Error> {
    let bytes = fs::read(&from.path).map_err(|source| Error::Unreadable {
        path: from.path.clone(),
        source,
    })?;
    let file = logs::read(&bytes, from.layout.as_ref())?;
    let reading = Reading {
        kind: from.kind,
        source: &file.layout.name,
        taken_at: now,
    };
    let progress = progress(&file, from.complete_until, now);
    let taken = state.hold().take_logs(reading, &file.logs, progress)?;
    // Only MaLion has the 出退勤システム連携コード.
    collected.bears_link_code = file.bears_link_code || from.kind != LinkKind::MaLion;
    collected.add(file.logs.len(), taken);
    Ok(())
}

/// A file is whole from the beginning of the day of its oldest log: nobody exports from that log on.
fn progress(file: &LogFile, complete_until: Option<Jst>, now: Jst) -> Progress {
    let times = || file.logs.iter().map(|log| log.occurred_at);
    // A log from the future settles nothing: it says more about a clock than about the file.
    let newest = times().filter(|at| *at <= now).max();
    match (times().min(), complete_until.or(newest)) {
        (Some(oldest), Some(until)) => {
            let first_day = WorkDay::new(oldest.date_naive());
            Progress::File(first_day.begins_at(NaiveTime::MIN), until.min(now))
        }
        _ => Progress::Partial,
    }
}
