//! The syncs that rounds tried, beside those that were applied.

use rusqlite::Transaction;

use crate::domain::finding::Code;
use crate::domain::sync::SyncTries;
use crate::domain::time::{Jst, from_epoch};

use super::{Error, State};

const STOPPED: &str = "sync.stopped";
const FAILED: &str = "sync.failed";

impl State {
    /// When a sync was last applied, and what became of those tried since.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn sync_tries(&self) -> Result<SyncTries, Error> {
        Ok(SyncTries {
            passed: self.last_sync()?,
            stopped: self.noted(STOPPED)?,
            failed: self.noted(FAILED)?,
        })
    }

    /// A safety limit stopped a round's sync.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn sync_was_stopped(&mut self, now: Jst) -> Result<(), Error> {
        self.set_meta(STOPPED, &now.timestamp().to_string())
    }

    /// A round's sync could not read what it needs.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn sync_failed(&mut self, now: Jst) -> Result<(), Error> {
        self.set_meta(FAILED, &now.timestamp().to_string())
    }

    fn noted(&self, name: &str) -> Result<Option<Jst>, Error> {
        let seconds = self.meta(name)?.and_then(|text| text.parse().ok());
        Ok(seconds.and_then(from_epoch))
    }
}

/// A sync is applied: what was in the way of earlier ones is history, the finding included.
pub(super) fn forget(tx: &Transaction<'_>, now: Jst) -> Result<(), Error> {
    tx.execute("DELETE FROM meta WHERE name IN (?1, ?2)", [STOPPED, FAILED])?;
    tx.execute(
        "UPDATE findings SET closed_at = ?2 WHERE code = ?1 AND closed_at IS NULL",
        rusqlite::params![Code::SyncStopped, now.timestamp()],
    )?;
    Ok(())
}
