//! The log of each product that was collected last, whatever was pruned or came late since.

use rusqlite::Transaction;

use crate::domain::pc_log::{LinkKind, LogId, PcLog};

use super::meta::{fact, set_fact};
use super::{Error, State};

impl State {
    /// The log of one product that was collected last; where that is gone, or was never noted, the one that
    /// occurred last.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn newest_log(&self, kind: LinkKind) -> Result<Option<PcLog>, Error> {
        let noted = fact(&self.connection, &name(kind))?;
        if let Some((_, id)) = noted.as_deref().and_then(parse)
            && let Some(told) = self.told_log(id)?
        {
            return Ok(Some(told.log));
        }
        self.last_log(kind)
    }
}

/// Takes down a log that was just stored, where none was collected later.
pub(super) fn note_newest(
    tx: &Transaction<'_>,
    kind: LinkKind,
    collected_at: i64,
    id: LogId,
) -> Result<(), Error> {
    let name = name(kind);
    let known = fact(tx, &name)?;
    if let Some((known, _)) = known.as_deref().and_then(parse)
        && collected_at <= known
    {
        return Ok(());
    }
    set_fact(tx, &name, &format!("{collected_at} {}", id.0))
}

fn name(kind: LinkKind) -> String {
    format!("newest.{}", kind.name())
}

/// When it was collected, in epoch seconds, and its row.
fn parse(noted: &str) -> Option<(i64, LogId)> {
    let (collected_at, id) = noted.split_once(' ')?;
    Some((collected_at.parse().ok()?, LogId(id.parse().ok()?)))
}
