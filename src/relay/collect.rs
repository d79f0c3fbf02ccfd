//! First step of a round: logs are taken from MaLion or from a file, each one once.

use std::fs;
use std::path::PathBuf;

use chrono::Duration;

use crate::csv;
use crate::domain::pc_log::{LinkKind, LogId, RawLog};
use crate::domain::rules::is_clock_off;
use crate::domain::time::Jst;
use crate::malion::{Category, Malion};
use crate::state::{Progress, Reading, SharedState, Taken};

use super::Error;

/// A round reads again what was collected so shortly before the last one ended.
const OVERLAP: Duration = Duration::minutes(10);
/// The longest span that is asked for at once, and after which the cursor moves.
const WINDOW: Duration = Duration::hours(24);

/// Where the logs of a round come from.
pub enum Source<'a> {
    /// Nowhere: `link.malion` is off.
    Nowhere,
    /// MaLion's API.
    MaLion {
        /// The client.
        client: &'a Malion<'a>,
        /// `malion.lookback_days`: how far back the first reading goes.
        lookback: Duration,
    },
    /// A CSV file.
    File {
        /// The file.
        path: PathBuf,
        /// Until when it is complete, if not until its newest log.
        complete_until: Option<Jst>,
    },
}

/// What collecting came to.
#[derive(Debug, Default)]
pub struct Collected {
    /// Records read.
    pub read: usize,
    /// Logs that were not known.
    pub new: Vec<LogId>,
    /// Records that were known, in this reading or before.
    pub duplicates: usize,
    /// Whether the source bears the 出退勤システム連携コード at all.
    pub bears_link_code: bool,
    /// Whether the two clocks differ so much that the reading settles no day.
    pub clock_is_off: bool,
    /// Whether the source was read to its end.
    pub is_whole: bool,
    /// What ended the reading early. What was taken before it stays.
    pub error: Option<Error>,
}

/// Collects what is new, and remembers how far the source has been read. What the source does wrong is
/// told in [`Collected::error`]; the cursor is then at the end of the last span that was read whole.
///
/// # Errors
/// What the state file refuses.
pub(super) fn collect(
    state: &SharedState,
    source: &Source<'_>,
    now: Jst,
) -> Result<Collected, Error> {
    let mut collected = Collected {
        bears_link_code: true,
        ..Collected::default()
    };
    let read = match source {
        Source::Nowhere => Ok(()),
        Source::MaLion { client, lookback } => {
            from_malion(state, client, *lookback, now, &mut collected)
        }
        Source::File {
            path,
            complete_until,
        } => from_file(state, path, *complete_until, now, &mut collected),
    };
    match read {
        Err(Error::State(error)) => return Err(error.into()),
        read => collected.error = read.err(),
    }
    collected.is_whole = collected.error.is_none();
    Ok(collected)
}

fn from_malion(
    state: &SharedState,
    client: &Malion<'_>,
    lookback: Duration,
    now: Jst,
    collected: &mut Collected,
) -> Result<(), Error> {
    let kind = LinkKind::MaLion;
    let reading = Reading {
        kind,
        source: client.profile_name(),
        taken_at: now,
    };
    let cursor = state.hold().cursor(kind)?;
    let mut from = cursor.map_or(now - lookback, |cursor| (cursor - OVERLAP).min(now));
    collected.bears_link_code = client.bears_link_code();
    while from < now {
        let until = (from + WINDOW).min(now);
        // The last page is stored together with the cursor, in one transaction.
        let mut last_page: Vec<RawLog> = Vec::new();
        client.read(from, until, Category::Logon, |page| {
            let before = std::mem::replace(&mut last_page, page);
            let taken = state
                .hold()
                .take_logs(reading, &before, Progress::Partial)?;
            collected.add(before.len(), taken);
            Ok::<(), Error>(())
        })?;
        collected.clock_is_off = is_clock_off(client.clock_skew());
        let progress = if collected.clock_is_off {
            Progress::Partial
        } else {
            Progress::Cursor(from, until)
        };
        let taken = state.hold().take_logs(reading, &last_page, progress)?;
        collected.add(last_page.len(), taken);
        from = until;
    }
    Ok(())
}

fn from_file(
    state: &SharedState,
    path: &PathBuf,
    complete_until: Option<Jst>,
    now: Jst,
    collected: &mut Collected,
) -> Result<(), Error> {
    let bytes = fs::read(path).map_err(|source| Error::Unreadable {
        path: path.clone(),
        source,
    })?;
    let file = csv::logs::read(&bytes, None)?;
    let times = || file.logs.iter().map(|log| log.occurred_at);
    // A log from the future settles nothing: it says more about a clock than about the file.
    let newest = times().filter(|at| *at <= now).max();
    let progress = match (times().min(), complete_until.or(newest)) {
        (Some(oldest), Some(until)) => Progress::File(oldest, until.min(now)),
        _ => Progress::Partial,
    };
    let reading = Reading {
        kind: LinkKind::MaLion,
        source: file.layout.name(),
        taken_at: now,
    };
    let taken = state.hold().take_logs(reading, &file.logs, progress)?;
    collected.bears_link_code = file.bears_link_code;
    collected.add(file.logs.len(), taken);
    Ok(())
}

impl Collected {
    fn add(&mut self, read: usize, taken: Taken) {
        self.read += read;
        self.new.extend(taken.new);
        self.duplicates += taken.duplicates;
    }
}
