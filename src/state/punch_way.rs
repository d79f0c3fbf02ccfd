//! What happened to one punch: when it was decided, each attempt to send it, each reading that lacked it.

use rusqlite::OptionalExtension;

use crate::domain::punch::PunchId;
use crate::domain::time::Jst;

use super::values::moment;
use super::{Error, State};

/// One attempt to send a punch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastAttempt {
    /// The round that made it.
    pub run: i64,
    /// When it was committed, just before its first byte.
    pub began: Jst,
    /// When its answer came, or was given up; `None` while it is under way.
    pub ended: Option<Jst>,
    /// `accepted`, `refused`, `not-applied` or `unknown`.
    pub outcome: Option<String>,
    /// HTTP status, where one came.
    pub status: Option<u16>,
    /// KING OF TIME's code, where it gave one.
    pub kot_code: Option<String>,
    /// KING OF TIME's words, where it gave some.
    pub kot_message: Option<String>,
}

/// A complete reading that did not show a punch whose answer was lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PastReading {
    /// The round that read.
    pub run: i64,
    /// When the reading began.
    pub began: Jst,
}

/// What happened to a punch, each in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PunchWay {
    /// When the rules first gave it.
    pub decided_at: Jst,
    /// When its state last changed.
    pub changed_at: Jst,
    /// The attempts.
    pub attempts: Vec<PastAttempt>,
    /// The readings that lacked it.
    pub readings: Vec<PastReading>,
}

impl State {
    /// What happened to a punch; `None` where there never was one of that ID.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn punch_way(&self, punch: PunchId) -> Result<Option<PunchWay>, Error> {
        let times: Option<(i64, i64)> = self
            .connection
            .prepare_cached("SELECT decided_at, changed_at FROM punches WHERE id = ?1")?
            .query_row([punch], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let Some((decided, changed)) = times else {
            return Ok(None);
        };
        Ok(Some(PunchWay {
            decided_at: moment(decided)?,
            changed_at: moment(changed)?,
            attempts: self.attempts_of(punch)?,
            readings: self.readings_of(punch)?,
        }))
    }

    fn attempts_of(&self, punch: PunchId) -> Result<Vec<PastAttempt>, Error> {
        let mut statement = self.connection.prepare_cached(
            "SELECT run, started_at, ended_at, outcome, status, kot_code, kot_message
             FROM attempts WHERE punch_id = ?1 ORDER BY id",
        )?;
        let mut rows = statement.query([punch])?;
        let mut attempts = Vec::new();
        while let Some(row) = rows.next()? {
            let ended: Option<i64> = row.get(2)?;
            attempts.push(PastAttempt {
                run: row.get(0)?,
                began: moment(row.get(1)?)?,
                ended: ended.map(moment).transpose()?,
                outcome: row.get(3)?,
                status: row.get(4)?,
                kot_code: row.get(5)?,
                kot_message: row.get(6)?,
            });
        }
        Ok(attempts)
    }

    fn readings_of(&self, punch: PunchId) -> Result<Vec<PastReading>, Error> {
        let mut statement = self.connection.prepare_cached(
            "SELECT run, began_at FROM readings WHERE punch_id = ?1 AND present = 0 ORDER BY run",
        )?;
        let mut rows = statement.query([punch])?;
        let mut readings = Vec::new();
        while let Some(row) = rows.next()? {
            readings.push(PastReading {
                run: row.get(0)?,
                began: moment(row.get(1)?)?,
            });
        }
        Ok(readings)
    }
}
