//! Night-shift hours of each person, by the first work day on which they hold.

use std::collections::BTreeMap;

use chrono::Duration;
use rusqlite::{Transaction, params};

use crate::domain::employee::EmployeeKey;
use crate::domain::rules::NightShift;
use crate::domain::time::WorkDay;

use super::{Error, State};

impl State {
    /// Takes over the night-shift hours that each person has now: by the setting and the division. Hours
    /// that are new to a person hold from the first work day on which none of the person's logs was placed
    /// yet. Gives how many people it changed.
    ///
    /// # Errors
    /// [`Error::Sql`]; nothing is changed then.
    pub fn adopt_nights(&mut self, chosen: &NightShift) -> Result<usize, Error> {
        let changed = self.changed_nights(chosen)?;
        if changed.is_empty() {
            return Ok(0);
        }
        self.write(|tx| {
            let mut clear =
                tx.prepare_cached("DELETE FROM nights WHERE employee_key = ?1 AND from_day >= ?2")?;
            let mut insert = tx.prepare_cached(
                "INSERT INTO nights (employee_key, from_day, hours) VALUES (?1, ?2, ?3)",
            )?;
            for (employee, hours) in &changed {
                let from = first_unplaced(tx, employee)?;
                clear.execute(params![employee, from])?;
                insert.execute(params![employee, from, hours])?;
            }
            Ok(changed.len())
        })
    }

    fn changed_nights(&self, chosen: &NightShift) -> Result<Vec<(EmployeeKey, i64)>, Error> {
        let mut statement = self.connection.prepare_cached(
            "SELECT e.key, e.division_code,
                    (SELECT n.hours FROM nights n WHERE n.employee_key = e.key
                     ORDER BY n.from_day DESC LIMIT 1)
             FROM employees e",
        )?;
        let mut rows = statement.query([])?;
        let mut changed = Vec::new();
        while let Some(row) = rows.next()? {
            let division: String = row.get(1)?;
            let now = chosen.of(&division).num_hours();
            if row.get::<_, Option<i64>>(2)? != Some(now) {
                changed.push((row.get(0)?, now));
            }
        }
        Ok(changed)
    }

    /// The hours of everybody of whom any were taken over.
    pub(super) fn nights_by_person(
        &self,
    ) -> Result<BTreeMap<EmployeeKey, Vec<(WorkDay, Duration)>>, Error> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT employee_key, from_day, hours FROM nights")?;
        let mut rows = statement.query([])?;
        let mut nights: BTreeMap<EmployeeKey, Vec<(WorkDay, Duration)>> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let hours = Duration::hours(i64::from(row.get::<_, u32>(2)?));
            let of_person = nights.entry(row.get(0)?).or_default();
            of_person.push((row.get(1)?, hours));
        }
        Ok(nights)
    }
}

/// The first work day after all on which a log of the person was placed: what says where a work day begins
/// and ends changes no sooner, so that each keeps what it began with.
pub(super) fn first_unplaced(
    tx: &Transaction<'_>,
    employee: &EmployeeKey,
) -> Result<WorkDay, Error> {
    let last: Option<WorkDay> = tx
        .prepare_cached("SELECT max(work_day) FROM fates WHERE employee_key = ?1")?
        .query_row([employee], |row| row.get(0))?;
    Ok(last.map_or(WorkDay::EARLIEST, WorkDay::next))
}

#[cfg(test)]
mod tests {
    use crate::domain::nights::Nights;
    use crate::domain::rules::NightShift;
    use crate::state::fixture::{Fixture, day, logon, taro};

    #[test]
    fn changed_hours_hold_from_the_first_day_without_a_log() {
        let mut office = Fixture::new();
        let set = |default_hours, of_division: Option<u32>| NightShift {
            default_hours,
            by_division: of_division
                .map(|hours| ("1000".to_owned(), hours))
                .into_iter()
                .collect(),
        };
        let held = |office: &Fixture| {
            let mut nights = office.state.nights_by_person().unwrap();
            let nights = Nights::new(nights.remove(&taro()).unwrap());
            [1, 17, 18, 19].map(|on| nights.of(day(on)).num_hours())
        };
        assert_eq!(office.state.adopt_nights(&set(0, Some(12))).unwrap(), 1);
        assert_eq!(office.state.adopt_nights(&set(0, Some(12))).unwrap(), 0);
        assert_eq!(held(&office), [12; 4]);

        office.take(&[logon(None, "17 22:00:00")]);
        let placed = format!(
            "UPDATE fates SET employee_key = '{}', work_day = '2024-12-17'",
            taro().as_str()
        );
        office.sql(&placed).unwrap();
        assert_eq!(office.state.adopt_nights(&set(8, None)).unwrap(), 1);
        assert_eq!(held(&office), [12, 12, 8, 8]);
        // Taken back before it held for any log, it never held.
        assert_eq!(office.state.adopt_nights(&set(12, None)).unwrap(), 1);
        assert_eq!(held(&office), [12; 4]);
    }
}
