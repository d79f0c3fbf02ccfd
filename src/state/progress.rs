//! How far each source has been read: the cursor of its API, and the spans that are known whole.

use chrono::Duration;
use rusqlite::{Connection, Transaction, params};

use crate::domain::pc_log::LinkKind;
use crate::domain::spans::Spans;
use crate::domain::time::{Jst, from_epoch};

use super::undecided::are_undecided;
use super::{Error, State, values::moment};

/// What has been read whole once these logs are stored: moves in the same transaction as they.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// More of the same span is to come.
    Partial,
    /// What was collected in a span has been read whole; the cursor moves to its end.
    Collected(Jst, Jst),
    /// What occurred until then has been read, and what occurred after it is still to come: the cursor
    /// moves, and nothing is known whole yet.
    Onwards(Jst),
    /// All that occurred from a moment on, until the reading began.
    Occurred {
        /// The first moment.
        from: Jst,
        /// When the reading began; the cursor moves there.
        began: Jst,
        /// Whether it reached over the whole look-back.
        reread: bool,
    },
    /// A file counts as read whole over a span; the API's cursor stays.
    File(Jst, Jst),
}

/// A cursor may be so far ahead of a clock that was put right since: rounds read more than that again.
const AHEAD: Duration = Duration::minutes(5);

/// Whether only a clock that was wrong can have left a cursor there.
pub(super) fn is_ahead(cursor: Jst, now: Jst) -> bool {
    now + AHEAD < cursor
}

impl State {
    /// The end of the span of the API that was last read whole; `None` before the first reading.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn cursor(&self, kind: LinkKind) -> Result<Option<Jst>, Error> {
        self.moment_noted(&cursor_name(kind), "a cursor")
    }

    /// When the whole look-back was last read of an API that is asked by occurrence.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn last_reread(&self, kind: LinkKind) -> Result<Option<Jst>, Error> {
        self.moment_noted(&reread_name(kind), "a cursor")
    }

    /// What has been read whole.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn spans(&self, kind: LinkKind) -> Result<Spans, Error> {
        spans_of(&self.connection, kind)
    }

    /// Forgets what counts as read from a moment on, where the cursor is ahead of `now`: a clock that was wrong has
    /// left it there, and nobody knows how far the source was really read. All of it is to be read again.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn forget_what_is_ahead(
        &mut self,
        kind: LinkKind,
        from: Jst,
        now: Jst,
    ) -> Result<(), Error> {
        if !self
            .cursor(kind)?
            .is_some_and(|cursor| is_ahead(cursor, now))
        {
            return Ok(());
        }
        self.write(|tx| {
            change_spans(tx, kind, |spans| spans.before(from))?;
            for name in [cursor_name(kind), reread_name(kind)] {
                tx.execute("DELETE FROM meta WHERE name = ?1", [name])?;
            }
            Ok(())
        })
    }
}

/// Moves cursor and spans, in the transaction that stores the logs.
pub(super) fn advance(
    tx: &Transaction<'_>,
    kind: LinkKind,
    progress: Progress,
) -> Result<(), Error> {
    // Sources are asked by the second.
    let cut = |moment: Jst| from_epoch(moment.timestamp()).unwrap_or(moment);
    match progress {
        Progress::Partial => Ok(()),
        Progress::File(from, until) => {
            change_spans(tx, kind, |spans| spans.with(cut(from), cut(until)))
        }
        Progress::Collected(from, until) => {
            change_spans(tx, kind, |spans| {
                spans.with_collected(cut(from), cut(until))
            })?;
            note(tx, &cursor_name(kind), until)
        }
        Progress::Onwards(until) => note(tx, &cursor_name(kind), until),
        Progress::Occurred {
            from,
            began,
            reread,
        } => {
            change_spans(tx, kind, |spans| spans.with(cut(from), cut(began)))?;
            if reread {
                note(tx, &reread_name(kind), began)?;
            }
            note(tx, &cursor_name(kind), began)
        }
    }
}

fn cursor_name(kind: LinkKind) -> String {
    format!("cursor.{}", kind.name())
}

fn reread_name(kind: LinkKind) -> String {
    format!("reread.{}", kind.name())
}

fn note(tx: &Transaction<'_>, name: &str, moment: Jst) -> Result<(), Error> {
    tx.prepare_cached(
        "INSERT INTO meta (name, value) VALUES (?1, ?2)
         ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    )?
    .execute(params![name, moment.timestamp().to_string()])?;
    Ok(())
}

/// Stores the spans as they are after a reading, the changed ones only: a source that is asked by
/// occurrence leaves a span a round.
fn change_spans(
    tx: &Transaction<'_>,
    kind: LinkKind,
    change: impl FnOnce(Spans) -> Spans,
) -> Result<(), Error> {
    let before = spans_of(tx, kind)?;
    let after = change(before.clone());
    let mut forget = tx.prepare_cached("DELETE FROM spans WHERE kind = ?1 AND from_at = ?2")?;
    let mut insert = tx.prepare_cached(
        "INSERT INTO spans (kind, from_at, until_at) VALUES (?1, ?2, ?3)
         ON CONFLICT (kind, from_at) DO UPDATE SET until_at = excluded.until_at",
    )?;
    for (from, _) in before.but_for(&after) {
        forget.execute(params![kind, from.timestamp()])?;
    }
    if !after.goes_on_from(&before) {
        are_undecided(tx)?;
    }
    for (from, until) in after.but_for(&before) {
        insert.execute(params![kind, from.timestamp(), until.timestamp()])?;
    }
    Ok(())
}

fn spans_of(connection: &Connection, kind: LinkKind) -> Result<Spans, Error> {
    let mut statement =
        connection.prepare_cached("SELECT from_at, until_at FROM spans WHERE kind = ?1")?;
    let mut rows = statement.query([kind])?;
    let mut spans = Vec::new();
    while let Some(row) = rows.next()? {
        spans.push((moment(row.get(0)?)?, moment(row.get(1)?)?));
    }
    Ok(Spans::new(spans))
}
