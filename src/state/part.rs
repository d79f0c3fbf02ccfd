//! What is decided of one part of a company rests on: its logs, their punches, and how a company falls into parts.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::params;

use crate::domain::employee::EmployeeKey;
use crate::domain::parts::{Part, parts};
use crate::domain::pc_log::{LogId, PcLog, PcUserName};
use crate::domain::punch::{Punch, PunchId, PunchKind};
use crate::domain::time::{Jst, WorkDay};

use super::fates::NAMES;
use super::logs::{COLUMNS, log_of};
use super::{Error, State};

/// The punches that rest on some logs.
#[derive(Clone, Debug, Default)]
pub struct Grounds {
    /// Logs on which punches rest that are not withdrawn, with each of those.
    pub standing: BTreeSet<(LogId, PunchId)>,
    /// Which log is the ground of which punch, of all punches that may have left.
    pub taken: BTreeMap<(LogId, PunchKind), PunchId>,
}

impl State {
    /// The company in as many parts as `count` says for its logs from a moment on.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn parts(&self, from: Jst, count: impl FnOnce(usize) -> usize) -> Result<Vec<Part>, Error> {
        let all: i64 = self
            .connection
            .prepare_cached("SELECT count(*) FROM logs WHERE occurred_at >= ?1")?
            .query_row([from.timestamp()], |row| row.get(0))?;
        let count = count(usize::try_from(all).unwrap_or_default());
        let people = self.listed("SELECT key FROM employees ORDER BY key")?;
        let names = self.listed(&format!(
            "{NAMES} SELECT name FROM names WHERE name IS NOT NULL"
        ))?;
        Ok(parts(people, names, &self.ties()?, count))
    }

    /// Whose each name ever was, and on whose logs punches rest that are still to be delivered.
    fn ties(&self) -> Result<Vec<(EmployeeKey, PcUserName)>, Error> {
        let mut statement = self.connection.prepare_cached(
            "SELECT employee_key, user_name FROM links WHERE employee_key IS NOT NULL
             UNION
             SELECT p.employee_key, l.user_name FROM punches p
             JOIN grounds g ON g.punch_id = p.id JOIN logs l ON l.id = g.log_id
             WHERE p.state IN ('decided', 'held', 'already-there', 'sending', 'unknown', 'refused', 'person')",
        )?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn listed<T: rusqlite::types::FromSql>(&self, sql: &str) -> Result<Vec<T>, Error> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The logs of a part from a moment on, in order of occurrence.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn logs_of_part(&self, part: &Part, from: Jst) -> Result<Vec<PcLog>, Error> {
        let sql = format!(
            "SELECT {COLUMNS} FROM fates f CROSS JOIN logs l ON l.id = f.log_id
             WHERE f.user_name = ?1 AND f.occurred_at >= ?2"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut logs = Vec::new();
        for name in &part.names {
            let mut rows = statement.query(params![name, from.timestamp()])?;
            while let Some(row) = rows.next()? {
                logs.push(log_of(row)?);
            }
        }
        logs.sort_unstable_by_key(|log| (log.raw.occurred_at, log.id));
        Ok(logs)
    }

    /// The punches of a part's people, of a work day and later ones.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn punches_of_part(&self, part: &Part, day: WorkDay) -> Result<Vec<Punch>, Error> {
        let mut punches = Vec::new();
        for person in &part.people {
            punches.extend(self.punches_of_person(person, day)?);
        }
        punches.sort_by_key(|punch| (punch.work_day, punch.time, punch.id));
        Ok(punches)
    }

    /// The punches that rest on a part's logs from a moment on; those stand whose work day is `day` or later.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn grounds_of_part(&self, part: &Part, from: Jst, day: WorkDay) -> Result<Grounds, Error> {
        let mut statement = self.connection.prepare_cached(
            "SELECT g.log_id, g.kind, g.punch_id, p.work_day >= ?3 AND p.state <> 'withdrawn',
                    p.state NOT IN ('decided', 'held', 'withdrawn', 'already-there') OR p.released = 1
                    OR EXISTS (SELECT 1 FROM attempts a WHERE a.punch_id = p.id
                               AND a.outcome IS NOT 'not-applied')
             FROM fates f CROSS JOIN grounds g ON g.log_id = f.log_id
             CROSS JOIN punches p ON p.id = g.punch_id
             WHERE f.user_name = ?1 AND f.occurred_at >= ?2",
        )?;
        let mut grounds = Grounds::default();
        for name in &part.names {
            let mut rows = statement.query(params![name, from.timestamp(), day])?;
            while let Some(row) = rows.next()? {
                let (log, punch) = (row.get(0)?, row.get(2)?);
                if row.get(3)? {
                    grounds.standing.insert((log, punch));
                }
                if row.get(4)? {
                    grounds.taken.insert((log, row.get(1)?), punch);
                }
            }
        }
        Ok(grounds)
    }
}
