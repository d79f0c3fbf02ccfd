//! First step of a round: logs are taken from MaLion or from a file, each one once.

mod api;
mod by_occurrence;
mod file;
mod pages;

pub use by_occurrence::Reread;
pub use file::File;

use chrono::Duration;

use crate::domain::headway::{Headway, Step};
use crate::domain::pc_log::LogId;
use crate::domain::time::Jst;
use crate::malion::Malion;
use crate::state::{SharedState, Taken};

use super::Error;

use api::Api;

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
        /// How often all of that is read again, where the API is asked by occurrence.
        reread: Reread,
    },
    /// A CSV file.
    File(File),
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
    headway: &Headway,
) -> Result<Collected, Error> {
    headway.begin(Step::Collect, 0);
    let mut collected = Collected {
        bears_link_code: true,
        ..Collected::default()
    };
    let read = match source {
        Source::Nowhere => Ok(()),
        Source::MaLion {
            client,
            lookback,
            reread,
        } => Api {
            state,
            client,
            lookback: *lookback,
            reread: *reread,
            now,
            headway,
        }
        .take(&mut collected),
        Source::File(file) => file::take(state, file, now, &mut collected),
    };
    match read {
        Err(Error::State(error)) => return Err(error.into()),
        read => collected.error = read.err(),
    }
    collected.is_whole = collected.error.is_none();
    Ok(collected)
}

impl Collected {
    fn add(&mut self, read: usize, taken: Taken) {
        self.read += read;
        self.new.extend(taken.new);
        self.duplicates += taken.duplicates;
    }
}
