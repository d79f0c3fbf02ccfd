//! What ends a round early.

use thiserror::Error;

use crate::domain::time::Jst;
use crate::{csv, kot, malion, state};

/// Why a round did not come to its end. What was stored until then stays, and the next round goes on from it.
#[derive(Debug, Error)]
pub enum Error {
    /// MaLion could not be read.
    #[error(transparent)]
    MaLion(#[from] malion::Error),
    /// KING OF TIME could not be asked, or refused us.
    #[error(transparent)]
    Kot(#[from] kot::Error),
    /// The file of logs cannot be taken.
    #[error(transparent)]
    LogFile(#[from] csv::logs::Error),
    /// The state file refused something.
    #[error(transparent)]
    State(#[from] state::Error),
    /// A file could not be read from the disk.
    #[error("{path}: {source}")]
    Unreadable {
        /// The file.
        path: std::path::PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The token opens another company than the one whose people are in the state file.
    #[error("the token opens the data of another company")]
    OtherCompany,
    /// A signal ended the round; what was under way was recorded.
    #[error("stopped by a signal")]
    Stopped,
}

impl Error {
    /// Until when MaLion's closed hours, and nothing worse, kept the round from asking it.
    pub fn waits_until(&self) -> Option<Jst> {
        match self {
            Self::MaLion(malion::Error::Closed { until }) => Some(*until),
            _ => None,
        }
    }

    /// Whether only a signal was the reason.
    pub fn is_stopped(&self) -> bool {
        matches!(
            self,
            Self::Stopped | Self::Kot(kot::Error::Stopped) | Self::MaLion(malion::Error::Stopped)
        )
    }
}
