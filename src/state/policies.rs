//! Which 退勤 and breaks work days give, by the first day on which each choice holds.

use rusqlite::params;

use crate::domain::policy::{Policies, Policy};
use crate::domain::time::WorkDay;

use super::{Error, State};

impl State {
    /// All choices that were taken over.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn policies(&self) -> Result<Policies, Error> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT from_day, policy, break_minutes FROM policies")?;
        let rows = statement.query_map([], |row| {
            let name: String = row.get(1)?;
            let policy = if name == "rolling" {
                Policy::Rolling
            } else {
                Policy::Settled {
                    break_minutes: row.get(2)?,
                }
            };
            Ok((row.get(0)?, policy))
        })?;
        Ok(Policies::new(rows.collect::<Result<_, _>>()?))
    }

    /// Takes over what the settings choose. A changed choice holds from `next`, the first work day that
    /// nobody can have begun; before the first log was anybody's, from the beginning. Says whether it
    /// changed.
    ///
    /// # Errors
    /// [`Error::Sql`]; nothing is changed then.
    pub fn adopt_policy(&mut self, chosen: Policy, next: WorkDay) -> Result<bool, Error> {
        if self.policies()?.newest() == chosen {
            return Ok(false);
        }
        let name = if chosen.is_rolling() {
            "rolling"
        } else {
            "settled"
        };
        self.write(|tx| {
            let begun: bool = tx.query_row(
                "SELECT EXISTS (SELECT 1 FROM fates WHERE employee_key IS NOT NULL)",
                [],
                |row| row.get(0),
            )?;
            let from = if begun { next } else { WorkDay::EARLIEST };
            tx.execute("DELETE FROM policies WHERE from_day >= ?1", [from])?;
            tx.execute(
                "INSERT INTO policies (from_day, policy, break_minutes) VALUES (?1, ?2, ?3)",
                params![from, name, chosen.break_minutes()],
            )?;
            Ok(true)
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::policy::Policy;
    use crate::state::fixture::{Fixture, day, logon, taro};

    #[test]
    fn a_changed_policy_holds_from_the_next_work_day_and_the_first_from_the_beginning() {
        let breaks = Policy::Settled {
            break_minutes: Some(60),
        };
        let mut office = Fixture::new();
        let held = |office: &Fixture| {
            [1, 17, 18, 19].map(|on| office.state.policies().unwrap().of(day(on)))
        };
        assert!(
            !office
                .state
                .adopt_policy(Policy::default(), day(18))
                .unwrap()
        );
        assert!(office.state.adopt_policy(breaks, day(18)).unwrap());
        assert_eq!(held(&office), [breaks; 4]);

        office.take(&[logon(None, "17 09:00:00")]);
        office
            .sql(&format!(
                "UPDATE fates SET employee_key = '{}'",
                taro().as_str()
            ))
            .unwrap();
        assert!(office.state.adopt_policy(Policy::Rolling, day(18)).unwrap());
        assert!(!office.state.adopt_policy(Policy::Rolling, day(19)).unwrap());
        assert_eq!(
            held(&office),
            [breaks, breaks, Policy::Rolling, Policy::Rolling]
        );
        // Taken back on the same day, it never held.
        assert!(office.state.adopt_policy(breaks, day(18)).unwrap());
        assert_eq!(held(&office), [breaks; 4]);
    }
}
