//! How far each source has been read: the cursor of its API, and the spans that are known whole.

use rusqlite::{Connection, Transaction, params};

use crate::domain::pc_log::LinkKind;
use crate::domain::rules::Spans;
use crate::domain::time::Jst;

use super::{Error, State, values::moment};

/// What has been read whole once these logs are stored: moves in the same transaction as they.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// More of the same span is to come.
    Partial,
    /// A span of the API has been read whole; the cursor moves to its end.
    Cursor(Jst, Jst),
    /// A file counts as read whole over a span; the API's cursor stays.
    File(Jst, Jst),
}

impl State {
    /// The end of the span of the API that was last read whole; `None` before the first reading.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn cursor(&self, kind: LinkKind) -> Result<Option<Jst>, Error> {
        let Some(text) = self.meta(cursor_name(kind))? else {
            return Ok(None);
        };
        let seconds = text.parse().map_err(|_| Error::BadValue {
            what: "a cursor",
            value: text.clone(),
        })?;
        moment(seconds).map(Some)
    }

    /// What has been read whole.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn spans(&self, kind: LinkKind) -> Result<Spans, Error> {
        spans_of(&self.connection, kind)
    }
}

/// Moves cursor and spans, in the transaction that stores the logs.
pub(super) fn advance(
    tx: &Transaction<'_>,
    kind: LinkKind,
    progress: Progress,
) -> Result<(), Error> {
    match progress {
        Progress::Partial => Ok(()),
        Progress::File(from, until) => widen(tx, kind, from, until),
        Progress::Cursor(from, until) => {
            widen(tx, kind, from, until)?;
            tx.prepare_cached(
                "INSERT INTO meta (name, value) VALUES (?1, ?2)
                 ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            )?
            .execute(params![cursor_name(kind), until.timestamp().to_string()])?;
            Ok(())
        }
    }
}

fn cursor_name(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::SmartOn => "cursor.smarton",
        LinkKind::LanScope => "cursor.lanscope",
        LinkKind::MaLion => "cursor.malion",
    }
}

fn widen(tx: &Transaction<'_>, kind: LinkKind, from: Jst, until: Jst) -> Result<(), Error> {
    let mut spans = spans_of(tx, kind)?.as_slice().to_vec();
    spans.push((from, until.max(from)));
    tx.execute("DELETE FROM spans WHERE kind = ?1", [kind])?;
    for (from, until) in Spans::new(spans).as_slice() {
        tx.execute(
            "INSERT INTO spans (kind, from_at, until_at) VALUES (?1, ?2, ?3)",
            params![kind, from.timestamp(), until.timestamp()],
        )?;
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
