//! The punches: what the rules decided, and what a person did with them.

use rusqlite::{Row, Transaction, params};

use crate::domain::plan::Change;
use crate::domain::punch::{Punch, PunchId, PunchKind, PunchState};
use crate::domain::time::{Jst, Minute, WorkDay};
use crate::domain::{employee::EmployeeKey, pc_log::LogId};

use super::{Error, State, values::moment};

const SELECT: &str = "
    SELECT p.id, p.employee_key, p.work_day, p.kind, p.minute, p.state, p.reason, p.released, p.absences,
           (SELECT group_concat(g.log_id) FROM grounds g WHERE g.punch_id = p.id),
           (SELECT count(*) FROM attempts a WHERE a.punch_id = p.id),
           (SELECT count(*) FROM attempts a WHERE a.punch_id = p.id AND a.outcome IS NOT 'not-applied'),
           last.ended_at, last.kot_code, last.kot_message, p.rolling
    FROM punches p
    LEFT JOIN attempts last
        ON last.id = (SELECT max(a.id) FROM attempts a WHERE a.punch_id = p.id)";

impl State {
    /// The punches that are in one of these states, oldest work day first.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn punches_in(&self, states: &[PunchState]) -> Result<Vec<Punch>, Error> {
        let mut punches = Vec::new();
        for state in states {
            punches.extend(self.punches_where("p.state = ?1", params![state])?);
        }
        punches.sort_by_key(|punch| (punch.work_day, punch.time, punch.id));
        Ok(punches)
    }

    /// The punches of a work day and later ones that are in that state, oldest first.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn punches_in_since(&self, state: PunchState, day: WorkDay) -> Result<Vec<Punch>, Error> {
        self.punches_where("p.state = ?1 AND p.work_day >= ?2", params![state, day])
    }

    /// The punches of one person's work day.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn punches_of(&self, employee: &EmployeeKey, day: WorkDay) -> Result<Vec<Punch>, Error> {
        self.punches_where(
            "p.work_day = ?1 AND p.employee_key = ?2",
            params![day, employee],
        )
    }

    /// The punches of one person, of a work day and later ones.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn punches_of_person(
        &self,
        employee: &EmployeeKey,
        day: WorkDay,
    ) -> Result<Vec<Punch>, Error> {
        let mut punches = self.punches_where(
            "p.employee_key = ?1 AND p.work_day >= ?2",
            params![employee, day],
        )?;
        // One text for all of them.
        for punch in &mut punches {
            punch.employee = employee.clone();
        }
        Ok(punches)
    }

    /// One punch by its ID.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn punch(&self, id: PunchId) -> Result<Option<Punch>, Error> {
        Ok(self.punches_where("p.id = ?1", params![id])?.pop())
    }

    fn punches_where(
        &self,
        condition: &str,
        values: &[&dyn rusqlite::ToSql],
    ) -> Result<Vec<Punch>, Error> {
        let sql = format!("{SELECT} WHERE {condition} ORDER BY p.work_day, p.minute, p.id");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(values)?;
        let mut punches = Vec::new();
        while let Some(row) = rows.next()? {
            punches.push(punch_of(row)?);
        }
        Ok(punches)
    }

    /// The oldest work day of a punch that is to be sent.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn oldest_decided(&self) -> Result<Option<WorkDay>, Error> {
        Ok(self
            .connection
            .prepare_cached("SELECT min(work_day) FROM punches WHERE state = 'decided'")?
            .query_row([], |row| row.get(0))?)
    }

    /// The oldest punch that KING OF TIME is still to take, or perhaps has not taken: decided, being sent, unknown.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn oldest_waiting(&self) -> Result<Option<Minute>, Error> {
        Ok(self
            .connection
            .prepare_cached(
                "SELECT min(minute) FROM punches WHERE state IN ('decided', 'sending', 'unknown')",
            )?
            .query_row([], |row| row.get(0))?)
    }

    /// Stores what the rules changed, in one transaction.
    ///
    /// # Errors
    /// [`Error::Sql`], also where a constraint of the file is broken; nothing is stored then.
    pub fn apply_changes(&mut self, changes: &[Change], now: Jst) -> Result<(), Error> {
        if changes.is_empty() {
            return Ok(());
        }
        self.write(|tx| {
            // Grounds are let go of before others take them.
            for change in changes {
                if let Change::Reset { id, .. } | Change::Withdraw { id } = change {
                    tx.execute("DELETE FROM grounds WHERE punch_id = ?1", [id])?;
                }
            }
            for change in changes {
                apply(tx, change, now)?;
            }
            Ok(())
        })
    }

    /// A person says that a punch is to be sent: reasons to hold it no longer count. Says whether it
    /// could be: only what is held, refused or a person's to decide can.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn release_punch(&mut self, id: PunchId, now: Jst) -> Result<bool, Error> {
        self.write(|tx| {
            let changed = tx.execute(
                "UPDATE punches SET state = 'decided', reason = NULL, released = 1, absences = 0,
                                    changed_at = ?2
                 WHERE id = ?1 AND state IN ('held', 'refused', 'person')",
                params![id, now.timestamp()],
            )?;
            Ok(changed == 1)
        })
    }

    /// A person says that a punch is not to be sent. Says whether it could be: what is on its way or
    /// there already can not.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn drop_punch(&mut self, id: PunchId, reason: &str, now: Jst) -> Result<bool, Error> {
        self.write(|tx| {
            let changed = tx.execute(
                "UPDATE punches SET state = 'dropped', reason = ?2, changed_at = ?3
                 WHERE id = ?1 AND state IN ('decided', 'held', 'refused', 'person')",
                params![id, reason, now.timestamp()],
            )?;
            Ok(changed == 1)
        })
    }

    /// Sets where a punch stands after a reading. One that a person has moved on meanwhile stays as it is.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn set_punch_state(
        &mut self,
        id: PunchId,
        from: PunchState,
        to: PunchState,
        reason: Option<&str>,
        now: Jst,
    ) -> Result<(), Error> {
        self.write(|tx| {
            tx.execute(
                "UPDATE punches SET state = ?3, reason = ?4, changed_at = ?5
                 WHERE id = ?1 AND state = ?2",
                params![id, from, to, reason, now.timestamp()],
            )?;
            Ok(())
        })
    }

    /// An unknown punch was proven absent: it may be sent once more.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn decide_once_more(&mut self, id: PunchId, now: Jst) -> Result<(), Error> {
        self.write(|tx| {
            tx.execute(
                "UPDATE punches SET state = 'decided', reason = NULL, absences = absences + 1,
                                    changed_at = ?2
                 WHERE id = ?1 AND state = 'unknown'",
                params![id, now.timestamp()],
            )?;
            Ok(())
        })
    }

    /// How many punches of a work day and later ones are in that state.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn count_in_since(&self, state: PunchState, day: WorkDay) -> Result<usize, Error> {
        let count: i64 = self
            .connection
            .prepare_cached("SELECT count(*) FROM punches WHERE state = ?1 AND work_day >= ?2")?
            .query_row(params![state, day], |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or_default())
    }

    /// How many punches are in which state.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn backlog(&self) -> Result<Vec<(PunchState, u32)>, Error> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT state, count(*) FROM punches GROUP BY state")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn apply(tx: &Transaction<'_>, change: &Change, now: Jst) -> Result<(), Error> {
    let state_of = |hold: &Option<_>| {
        if hold.is_some() {
            PunchState::Held
        } else {
            PunchState::Decided
        }
    };
    match change {
        Change::Add {
            employee,
            work_day,
            kind,
            time,
            rolling,
            ground,
            hold,
        } => {
            tx.prepare_cached(
                "INSERT INTO punches (employee_key, work_day, kind, minute, rolling, state, reason,
                                      decided_at, changed_at)
                 VALUES (?1, ?2, ?3, ?4, ?8, ?5, ?6, ?7, ?7)",
            )?
            .execute(params![
                employee,
                work_day,
                kind,
                time,
                state_of(hold),
                hold.map(|hold| hold.name()),
                now.timestamp(),
                rolling
            ])?;
            rest_on(tx, PunchId(tx.last_insert_rowid()), *ground)
        }
        Change::Reset {
            id,
            time,
            ground,
            hold,
        } => {
            tx.prepare_cached(
                "UPDATE punches SET minute = ?2, state = ?3, reason = ?4, changed_at = ?5
                 WHERE id = ?1 AND state IN ('decided', 'held', 'withdrawn')",
            )?
            .execute(params![
                id,
                time,
                state_of(hold),
                hold.map(|hold| hold.name()),
                now.timestamp()
            ])?;
            rest_on(tx, *id, *ground)
        }
        Change::Withdraw { id } => {
            tx.prepare_cached(
                "UPDATE punches SET state = 'withdrawn', reason = NULL, released = 0, changed_at = ?2
                 WHERE id = ?1 AND state IN ('decided', 'held')",
            )?
            .execute(params![id, now.timestamp()])?;
            Ok(())
        }
    }
}

fn rest_on(tx: &Transaction<'_>, punch: PunchId, ground: LogId) -> Result<(), Error> {
    // Where somebody's own punch stood for the log, and it belongs to another day or person now.
    tx.prepare_cached(
        "DELETE FROM grounds WHERE log_id = ?2 AND kind = (SELECT kind FROM punches WHERE id = ?1)
             AND punch_id IN (SELECT p.id FROM punches p WHERE p.state = 'already-there'
                 AND NOT EXISTS (SELECT 1 FROM attempts a WHERE a.punch_id = p.id
                                 AND a.outcome IS NOT 'not-applied'))",
    )?
    .execute(params![punch, ground])?;
    tx.prepare_cached(
        "INSERT INTO grounds (log_id, kind, punch_id) SELECT ?2, kind, id FROM punches WHERE id = ?1",
    )?
    .execute(params![punch, ground])?;
    Ok(())
}

fn punch_of(row: &Row<'_>) -> Result<Punch, Error> {
    let logs: Option<String> = row.get(9)?;
    let uncertain: u32 = row.get(11)?;
    let ended: Option<i64> = row.get(12)?;
    Ok(Punch {
        id: row.get(0)?,
        employee: row.get::<_, EmployeeKey>(1)?,
        work_day: row.get::<_, WorkDay>(2)?,
        kind: row.get::<_, PunchKind>(3)?,
        time: row.get::<_, Minute>(4)?,
        state: row.get(5)?,
        reason: row.get(6)?,
        released: row.get(7)?,
        absences: row.get(8)?,
        logs: logs
            .unwrap_or_default()
            .split(',')
            .filter_map(|id| id.parse().ok().map(LogId))
            .collect(),
        attempts: row.get(10)?,
        may_have_left: uncertain > 0,
        last_attempt_ended: ended.map(moment).transpose()?,
        kot_code: row.get(13)?,
        kot_message: row.get(14)?,
        rolling: row.get(15)?,
    })
}

#[cfg(test)]
mod tests;
