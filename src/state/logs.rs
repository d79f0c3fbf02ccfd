//! The collected logs, and how far the sources have been read.

use rusqlite::{OptionalExtension, Row, Transaction, params};

use crate::domain::employee::EmployeeKey;
use crate::domain::pc_log::{Fate, LinkKind, LogId, PcLog, PcUserName, RawLog};
use crate::domain::punch::PunchId;
use crate::domain::time::{Jst, WorkDay};

use super::newest_log::note_newest;
use super::progress::{Progress, advance};
use super::{Error, State, values::moment};

/// What storing some logs came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Rows of the logs that were not known before.
    pub new: Vec<LogId>,
    /// How many were known already.
    pub duplicates: usize,
}

/// A log with what became of it.
#[derive(Clone, Debug)]
pub struct ToldLog {
    /// The log.
    pub log: PcLog,
    /// Where it came from: the profile's or file layout's name.
    pub source: String,
    /// What became of it.
    pub fate: Fate,
    /// Whose it is.
    pub employee: Option<EmployeeKey>,
    /// The work day it belongs to.
    pub work_day: Option<WorkDay>,
    /// The punches that rest on it.
    pub punches: Vec<PunchId>,
}

/// Where logs come from and how far they reach.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// Of which product.
    pub kind: LinkKind,
    /// The profile's or layout's name.
    pub source: &'a str,
    /// When they were taken.
    pub taken_at: Jst,
}

pub(super) const COLUMNS: &str = "l.id, l.kind, l.log_id, l.occurred_at, l.collected_at, l.operation, l.terminal, \
                       l.domain, l.user, l.link_code, l.user_name";

impl State {
    /// Stores logs that are not known yet, and how far the source has been read, in one transaction.
    ///
    /// # Errors
    /// [`Error::Sql`]; nothing is stored then.
    pub fn take_logs(
        &mut self,
        reading: Reading<'_>,
        logs: &[RawLog],
        progress: Progress,
    ) -> Result<Taken, Error> {
        if logs.is_empty() && progress == Progress::Partial {
            return Ok(Taken::default());
        }
        self.write(|tx| {
            let mut taken = Taken::default();
            let mut newest = None;
            for log in logs {
                match store(tx, reading, log)? {
                    Some(id) => {
                        taken.new.push(id);
                        newest = newest.max(Some((log.collected_at.timestamp(), id)));
                    }
                    None => taken.duplicates += 1,
                }
            }
            if let Some((collected_at, id)) = newest {
                note_newest(tx, reading.kind, collected_at, id)?;
            }
            advance(tx, reading.kind, progress)?;
            Ok(taken)
        })
    }

    /// The logs of all products from a moment on, in order of occurrence.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn logs_since(&self, from: Jst) -> Result<Vec<PcLog>, Error> {
        let sql = format!(
            "SELECT {COLUMNS} FROM logs l WHERE l.occurred_at >= ?1 ORDER BY l.occurred_at, l.id"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([from.timestamp()])?;
        let mut logs = Vec::new();
        while let Some(row) = rows.next()? {
            logs.push(log_of(row)?);
        }
        Ok(logs)
    }

    /// The log of one product that occurred last.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn last_log(&self, kind: LinkKind) -> Result<Option<PcLog>, Error> {
        let sql = format!(
            "SELECT {COLUMNS} FROM logs l WHERE l.kind = ?1 ORDER BY l.occurred_at DESC LIMIT 1"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([kind])?;
        rows.next()?.map(log_of).transpose()
    }

    /// Logs that occurred in a span (half-open), with what became of each, oldest first; of one user
    /// name where that is given.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn told_logs(
        &self,
        from: Jst,
        until: Jst,
        user: Option<&PcUserName>,
    ) -> Result<Vec<ToldLog>, Error> {
        self.told_where(
            "l.occurred_at >= ?1 AND l.occurred_at < ?2 AND (?3 IS NULL OR l.user_name = ?3)",
            params![from.timestamp(), until.timestamp(), user],
        )
    }

    /// One log with what became of it.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn told_log(&self, id: LogId) -> Result<Option<ToldLog>, Error> {
        Ok(self.told_where("l.id = ?1", params![id])?.pop())
    }

    fn told_where(
        &self,
        condition: &str,
        values: &[&dyn rusqlite::ToSql],
    ) -> Result<Vec<ToldLog>, Error> {
        let sql = format!(
            "SELECT {COLUMNS}, l.source, coalesce(f.fate, 'unlinked'), f.employee_key, f.work_day,
                    (SELECT group_concat(g.punch_id) FROM grounds g WHERE g.log_id = l.id)
             FROM logs l LEFT JOIN fates f
                ON f.user_name = l.user_name AND f.occurred_at = l.occurred_at AND f.log_id = l.id
             WHERE {condition} ORDER BY l.occurred_at, l.id"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(values)?;
        let mut told = Vec::new();
        while let Some(row) = rows.next()? {
            let punches: Option<String> = row.get(15)?;
            let punches = punches.unwrap_or_default();
            told.push(ToldLog {
                log: log_of(row)?,
                source: row.get(11)?,
                fate: row.get(12)?,
                employee: row.get(13)?,
                work_day: row.get(14)?,
                punches: punches
                    .split(',')
                    .filter_map(|id| id.parse().ok().map(PunchId))
                    .collect(),
            });
        }
        Ok(told)
    }
}

/// Stores one log; `None` where the same record is there already: by id where both have one, else by
/// PC, domain, user, operation and second (relay-rules, "Which logs count" 5).
fn store(tx: &Transaction<'_>, reading: Reading<'_>, log: &RawLog) -> Result<Option<LogId>, Error> {
    let user_name = PcUserName::of_log(&log.user);
    let log_id = log.log_id.as_deref().filter(|id| !id.is_empty());
    let known: Option<i64> = match log_id {
        Some(id) => tx
            .prepare_cached("SELECT id FROM logs WHERE kind = ?1 AND log_id = ?2")?
            .query_row(params![reading.kind, id], |row| row.get(0))
            .optional()?,
        None => None,
    };
    let twin = "SELECT id FROM logs
                WHERE kind = ?1 AND occurred_at = ?2 AND terminal = ?3 AND domain = ?4 AND user = ?5
                  AND operation = ?6 AND (?7 IS NULL OR log_id IS NULL)
                LIMIT 1";
    let known = match known {
        Some(id) => Some(id),
        None => tx
            .prepare_cached(twin)?
            .query_row(
                params![
                    reading.kind,
                    log.occurred_at.timestamp(),
                    log.terminal,
                    log.domain,
                    log.user,
                    log.operation,
                    log_id
                ],
                |row| row.get(0),
            )
            .optional()?,
    };
    if known.is_some() {
        return Ok(None);
    }
    tx.prepare_cached(
        "INSERT INTO logs (kind, log_id, occurred_at, collected_at, operation, terminal, domain, user,
                           user_name, link_code, source, taken_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    )?
    .execute(params![
        reading.kind,
        log_id,
        log.occurred_at.timestamp(),
        log.collected_at.timestamp(),
        log.operation,
        log.terminal,
        log.domain,
        log.user,
        user_name,
        log.link_code,
        reading.source,
        reading.taken_at.timestamp(),
    ])?;
    Ok(Some(LogId(tx.last_insert_rowid())))
}

pub(super) fn log_of(row: &Row<'_>) -> Result<PcLog, Error> {
    Ok(PcLog {
        id: row.get(0)?,
        kind: row.get(1)?,
        raw: RawLog {
            log_id: row.get(2)?,
            occurred_at: moment(row.get(3)?)?,
            collected_at: moment(row.get(4)?)?,
            operation: row.get(5)?,
            terminal: row.get(6)?,
            domain: row.get(7)?,
            user: row.get(8)?,
            link_code: row.get(9)?,
        },
        user_name: row.get(10)?,
    })
}

#[cfg(test)]
mod tests;
