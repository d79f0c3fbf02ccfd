//! What sending without a reading rests on, and what is to be read because something was sent.

use rusqlite::{Transaction, params};

use crate::domain::employee::EmployeeKey;
use crate::domain::punch::{PunchId, PunchKind};
use crate::domain::time::{Jst, WorkDay};
use crate::domain::unread::Known;

use super::{Error, State};

impl State {
    /// What the file knows of a person's work day.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn known_of(&self, employee: &EmployeeKey, day: WorkDay) -> Result<Known, Error> {
        let known = self
            .connection
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM attempts a JOIN punches p ON p.id = a.punch_id
                                WHERE p.employee_key = ?1 AND p.work_day = ?2),
                        EXISTS (SELECT 1 FROM adopted
                                WHERE employee_key = ?1 AND work_day = ?2)",
            )?
            .query_row(params![employee, day], |row| {
                Ok(Known {
                    is_attempted: row.get(0)?,
                    is_shown: row.get(1)?,
                })
            })?;
        Ok(known)
    }

    /// Takes down what KING OF TIME showed of days that a moved or restored file may not know of, and what it
    /// showed twice.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn adopt(&mut self, shown: &[(EmployeeKey, WorkDay, PunchKind)]) -> Result<(), Error> {
        self.write(|tx| {
            let mut insert = tx.prepare_cached(
                "INSERT INTO adopted (employee_key, work_day, kind) VALUES (?1, ?2, ?3)
                 ON CONFLICT DO NOTHING",
            )?;
            for (employee, day, kind) in shown {
                insert.execute(params![employee, day, kind])?;
            }
            Ok(())
        })
    }

    /// The days to which something was sent and that were not read since, with their people.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn unseen(&self) -> Result<Vec<(WorkDay, EmployeeKey)>, Error> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT work_day, employee_key FROM unseen")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Of the people asked for (`None`: all), a reading that began then has shown what was sent before.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn see<'p>(
        &mut self,
        day: WorkDay,
        people: impl Iterator<Item = &'p EmployeeKey>,
        began: Jst,
    ) -> Result<(), Error> {
        let mut seen = people.peekable();
        if seen.peek().is_none() {
            return Ok(());
        }
        self.write(|tx| {
            let mut delete = tx.prepare_cached(
                "DELETE FROM unseen WHERE work_day = ?1 AND employee_key = ?2 AND sent_at <= ?3",
            )?;
            for employee in seen {
                delete.execute(params![day, employee, began.timestamp()])?;
            }
            Ok(())
        })
    }
}

/// Something is being sent to the punch's day: it is to be looked at afterwards.
pub(super) fn is_to_be_seen(tx: &Transaction<'_>, punch: PunchId, now: Jst) -> Result<(), Error> {
    tx.prepare_cached(
        "INSERT INTO unseen (employee_key, work_day, sent_at)
         SELECT employee_key, work_day, ?2 FROM punches WHERE id = ?1
         ON CONFLICT DO UPDATE SET sent_at = excluded.sent_at",
    )?
    .execute(params![punch, now.timestamp()])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{Fixture, at, day, taro};
    use super::Known;
    use crate::domain::punch::PunchKind;

    fn known(is_attempted: bool, is_shown: bool) -> Known {
        Known {
            is_attempted,
            is_shown,
        }
    }

    #[test]
    fn whatever_was_tried_or_shown_on_a_day_is_known_of_it_and_of_no_other() {
        for kind in [PunchKind::ClockIn, PunchKind::ClockOut] {
            let mut office = Fixture::new();
            let punch = office.decided().id;
            let of_day = |office: &Fixture, number| {
                let day = day(number);
                office.state.known_of(&taro(), day).unwrap()
            };
            assert_eq!(of_day(&office, 17), known(false, false));
            office.state.begin_run(at("17 10:00:00")).unwrap();
            let attempt = format!(
                "UPDATE punches SET kind = {};
                 INSERT INTO attempts (punch_id, run, started_at) VALUES ({}, 1, 0)",
                kind.code(),
                punch.0
            );
            office.sql(&attempt).unwrap();
            assert_eq!(of_day(&office, 17), known(true, false), "{kind:?}");

            office.state.adopt(&[(taro(), day(18), kind)]).unwrap();
            assert_eq!(of_day(&office, 18), known(false, true), "{kind:?}");
            assert_eq!(of_day(&office, 16), known(false, false), "{kind:?}");
        }
    }
}
