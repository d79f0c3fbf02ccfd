//! Replacing the days on which somebody is set aside, all of them at once.

use rusqlite::params;

use crate::domain::employee::EmployeeKey;
use crate::domain::time::{DaySpan, Jst};

use super::{Error, State};

impl State {
    /// The person is set aside on these days from now on, each said at its moment, and on no others.
    ///
    /// # Errors
    /// [`Error::Sql`]; nothing is changed then.
    pub fn replace_exclusions(
        &mut self,
        employee: &EmployeeKey,
        spans: &[(DaySpan, Jst)],
    ) -> Result<(), Error> {
        self.write(|tx| {
            tx.execute("DELETE FROM exclusions WHERE employee_key = ?1", [employee])?;
            let mut insert = tx.prepare_cached(
                "INSERT INTO exclusions (employee_key, from_day, until_day, set_at)
                 VALUES (?1, ?2, ?3, ?4)",
            )?;
            for (days, set_at) in spans {
                insert.execute(params![employee, days.from, days.until, set_at.timestamp()])?;
            }
            Ok(())
        })
    }
}
