//! Attempts: committed before the first byte leaves, closed when the answer is there.

use rusqlite::{OptionalExtension, Transaction, params};

use crate::domain::employee::EmployeeKey;
use crate::domain::pc_log::{LinkKind, LogId, PcUserName};
use crate::domain::punch::{PunchId, PunchKind, PunchState};
use crate::domain::time::{Jst, Minute, WorkDay};

use super::{Error, State};

/// The row of one attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AttemptId(i64);

/// What the last look before sending holds a punch to.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// `punch.since`.
    pub since: Option<WorkDay>,
    /// Work days before it are too old, unless a person released the punch.
    pub oldest_day: WorkDay,
}

/// How an attempt ended, in the words of the state file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// The punch's next state.
    pub state: PunchState,
    /// `accepted`, `refused`, `not-applied` or `unknown`.
    pub outcome: &'static str,
    /// HTTP status, where one came.
    pub status: Option<u16>,
    /// KING OF TIME's code, where it gave one.
    pub kot_code: Option<String>,
    /// KING OF TIME's words, where it gave some.
    pub kot_message: Option<String>,
}

/// A punch that KING OF TIME accepted from us.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AcceptedPunch {
    /// Whose.
    pub employee: EmployeeKey,
    /// Which.
    pub kind: PunchKind,
    /// When.
    pub time: Minute,
}

impl State {
    /// Attempts that an earlier process left without an outcome become unknown. That process is dead,
    /// since this one holds the lock: its request ended before now. Gives their number.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn recover_attempts(&mut self, now: Jst) -> Result<usize, Error> {
        let left: i64 = self.connection.query_row(
            "SELECT count(*) FROM punches WHERE state = 'sending'",
            [],
            |row| row.get(0),
        )?;
        if left == 0 {
            return Ok(0);
        }
        self.write(|tx| {
            tx.execute(
                "UPDATE attempts SET ended_at = ?1, outcome = 'unknown'
                 WHERE outcome IS NULL AND punch_id IN (SELECT id FROM punches WHERE state = 'sending')",
                [now.timestamp()],
            )?;
            Ok(tx.execute(
                "UPDATE punches SET state = 'unknown', changed_at = ?1 WHERE state = 'sending'",
                [now.timestamp()],
            )?)
        })
    }

    /// This machine's clock is right again after it was off: when the attempts ended whose outcome is not known was
    /// taken down by a wrong clock. They count as having ended now, where that is later.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn restart_waits(&mut self, now: Jst) -> Result<(), Error> {
        self.write(|tx| {
            tx.execute(
                "UPDATE attempts SET ended_at = max(ended_at, ?1)
                 WHERE outcome = 'unknown'
                   AND punch_id IN (SELECT id FROM punches WHERE state = 'unknown')",
                [now.timestamp()],
            )?;
            Ok(())
        })
    }

    /// What KING OF TIME accepted from us for a work day and still has to show: nothing of people whom it no
    /// longer lists, and nothing that a later 退勤 of policy `rolling` has overwritten there.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn accepted_on(&self, day: WorkDay) -> Result<Vec<AcceptedPunch>, Error> {
        let mut statement = self.connection.prepare_cached(
            "SELECT employee_key, kind, minute FROM punches p
             WHERE work_day = ?1 AND state = 'accepted'
               AND EXISTS (SELECT 1 FROM employees e WHERE e.key = p.employee_key AND e.active = 1)
               AND NOT (rolling = 1 AND EXISTS
                        (SELECT 1 FROM punches later
                         WHERE later.work_day = p.work_day AND later.employee_key = p.employee_key
                           AND later.rolling = 1 AND later.state = 'accepted'
                           AND later.minute > p.minute))",
        )?;
        let rows = statement.query_map([day], |row| {
            Ok(AcceptedPunch {
                employee: row.get(0)?,
                kind: row.get(1)?,
                time: row.get(2)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Remembers that a reading of this round did not show a punch, for a later one to agree with.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn remember_absence(&mut self, punch: PunchId, run: i64, began: Jst) -> Result<(), Error> {
        self.write(|tx| {
            tx.prepare_cached(
                "INSERT INTO readings (punch_id, run, began_at, present) VALUES (?1, ?2, ?3, 0)
                 ON CONFLICT DO NOTHING",
            )?
            .execute(params![punch, run, began.timestamp()])?;
            Ok(())
        })
    }

    /// Begin of the earliest reading of an earlier round that did not show the punch, since its last
    /// attempt ended.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn absent_before(
        &self,
        punch: PunchId,
        run: i64,
        not_before: Jst,
    ) -> Result<Option<Jst>, Error> {
        let seconds: Option<i64> = self
            .connection
            .prepare_cached(
                "SELECT min(began_at) FROM readings
                 WHERE punch_id = ?1 AND run < ?2 AND began_at >= ?3 AND present = 0",
            )?
            .query_row(params![punch, run, not_before.timestamp()], |row| {
                row.get(0)
            })?;
        seconds.map(super::values::moment).transpose()
    }
}

/// Looks once more at link, employment, exclusions, `since`, age and freeze, and writes `sending`. `None`: the punch may
/// not be sent any more.
pub(super) fn begin(
    tx: &Transaction<'_>,
    punch: PunchId,
    run: i64,
    bounds: Bounds,
    now: Jst,
) -> Result<Option<AttemptId>, Error> {
    if !may_be_sent(tx, punch, bounds)? {
        return Ok(None);
    }
    tx.prepare_cached(
        "UPDATE punches SET state = 'sending', reason = NULL, changed_at = ?2 WHERE id = ?1",
    )?
    .execute(params![punch, now.timestamp()])?;
    tx.prepare_cached("INSERT INTO attempts (punch_id, run, started_at) VALUES (?1, ?2, ?3)")?
        .execute(params![punch, run, now.timestamp()])?;
    let attempt = AttemptId(tx.last_insert_rowid());
    super::unread::is_to_be_seen(tx, punch, now)?;
    Ok(Some(attempt))
}

/// Records how an attempt ended.
pub(super) fn end(
    tx: &Transaction<'_>,
    attempt: AttemptId,
    ending: &Ending,
    now: Jst,
) -> Result<(), Error> {
    tx.prepare_cached(
        "UPDATE attempts SET ended_at = ?2, outcome = ?3, status = ?4, kot_code = ?5, kot_message = ?6
         WHERE id = ?1",
    )?
    .execute(params![
        attempt.0,
        now.timestamp(),
        ending.outcome,
        ending.status,
        ending.kot_code,
        ending.kot_message
    ])?;
    tx.prepare_cached(
        "UPDATE punches SET state = ?2, changed_at = ?3
         WHERE id = (SELECT punch_id FROM attempts WHERE id = ?1) AND state = 'sending'",
    )?
    .execute(params![attempt.0, ending.state, now.timestamp()])?;
    Ok(())
}

/// The state and the bounds as they are at this very moment, inside the transaction that writes `sending`.
fn may_be_sent(tx: &Transaction<'_>, punch: PunchId, bounds: Bounds) -> Result<bool, Error> {
    let row = tx
        .prepare_cached(
            "SELECT p.work_day, p.released, p.employee_key, g.log_id
             FROM punches p JOIN employees e ON e.key = p.employee_key
             JOIN grounds g ON g.punch_id = p.id
             WHERE p.id = ?1 AND p.state = 'decided' AND e.active = 1
               AND (e.hired IS NULL OR e.hired <= p.work_day)
               AND (e.resigned IS NULL OR p.work_day <= e.resigned)
               AND NOT EXISTS
                   (SELECT 1 FROM exclusions x WHERE x.employee_key = e.key
                    AND (x.from_day IS NULL OR x.from_day <= p.work_day)
                    AND (x.until_day IS NULL OR p.work_day <= x.until_day))
               AND (p.released = 1 OR NOT EXISTS
                    (SELECT 1 FROM code_moves m WHERE m.employee_key = e.key AND m.held = 1))
               AND NOT EXISTS
                    (SELECT 1 FROM freezes f WHERE f.ended_at IS NULL AND (f.employee_key IS NULL
                     OR (f.employee_key = p.employee_key AND f.work_day = p.work_day)))",
        )?
        .query_row([punch], |row| {
            Ok((
                row.get::<_, WorkDay>(0)?,
                row.get::<_, bool>(1)?,
                row.get::<_, EmployeeKey>(2)?,
                row.get::<_, LogId>(3)?,
            ))
        })
        .optional()?;
    let Some((day, released, employee, log)) = row else {
        return Ok(false);
    };
    let in_time =
        bounds.since.is_some_and(|since| since <= day) && (released || bounds.oldest_day <= day);
    Ok(in_time && is_linked(tx, log, &employee, day)?)
}

fn is_linked(
    tx: &Transaction<'_>,
    log: LogId,
    employee: &EmployeeKey,
    day: WorkDay,
) -> Result<bool, Error> {
    let (kind, name): (LinkKind, PcUserName) = tx
        .prepare_cached("SELECT kind, user_name FROM logs WHERE id = ?1")?
        .query_row([log], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let owner: Option<Option<EmployeeKey>> = tx
        .prepare_cached(
            "SELECT employee_key FROM links WHERE kind = ?1 AND user_name = ?2 AND from_day <= ?3
             ORDER BY from_day DESC LIMIT 1",
        )?
        .query_row(params![kind, name, day], |row| row.get(0))
        .optional()?;
    Ok(owner.flatten().as_ref() == Some(employee))
}

#[cfg(test)]
mod tests;
