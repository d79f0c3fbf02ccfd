//! What a person said about people: who is set aside, and which user name is one person's on several PCs.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::params;

use crate::domain::employee::EmployeeKey;
use crate::domain::pc_log::PcUserName;
use crate::domain::time::{DaySpan, Jst};

use super::{Error, State, values::moment};

/// Work days on which somebody is set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exclusion {
    /// Its row.
    pub id: i64,
    /// Who.
    pub employee: EmployeeKey,
    /// On which days.
    pub days: DaySpan,
    /// When it was said.
    pub set_at: Jst,
}

impl State {
    /// Sets somebody aside on some work days; gives the row. A round then punches nothing of them, and
    /// withdraws what was not sent.
    ///
    /// # Errors
    /// [`Error::Sql`], also where there is no such employee.
    pub fn set_exclusion(
        &mut self,
        employee: &EmployeeKey,
        days: DaySpan,
        now: Jst,
    ) -> Result<i64, Error> {
        self.write(|tx| {
            tx.execute(
                "INSERT INTO exclusions (employee_key, from_day, until_day, set_at)
                 VALUES (?1, ?2, ?3, ?4)",
                params![employee, days.from, days.until, now.timestamp()],
            )?;
            Ok(tx.last_insert_rowid())
        })
    }

    /// Takes an exclusion back. Says whether it was there.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn remove_exclusion(&mut self, id: i64) -> Result<bool, Error> {
        self.write(|tx| Ok(tx.execute("DELETE FROM exclusions WHERE id = ?1", [id])? == 1))
    }

    /// Everybody who is or was set aside, in the order in which it was said.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn exclusions(&self) -> Result<Vec<Exclusion>, Error> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, employee_key, from_day, until_day, set_at FROM exclusions ORDER BY id",
        )?;
        let mut rows = statement.query([])?;
        let mut exclusions = Vec::new();
        while let Some(row) = rows.next()? {
            exclusions.push(Exclusion {
                id: row.get(0)?,
                employee: row.get(1)?,
                days: DaySpan {
                    from: row.get(2)?,
                    until: row.get(3)?,
                },
                set_at: moment(row.get(4)?)?,
            });
        }
        Ok(exclusions)
    }

    /// The work days on which people are set aside, by person.
    pub(super) fn exclusions_by_person(
        &self,
    ) -> Result<BTreeMap<EmployeeKey, Vec<DaySpan>>, Error> {
        let mut by_person: BTreeMap<EmployeeKey, Vec<DaySpan>> = BTreeMap::new();
        for exclusion in self.exclusions()? {
            by_person
                .entry(exclusion.employee)
                .or_default()
                .push(exclusion.days);
        }
        Ok(by_person)
    }

    /// Takes down that a user name is one person's, on however many PCs: it is held no longer. Says whether
    /// that is new.
    ///
    /// # Errors
    /// [`Error::Sql`], also for an empty name.
    pub fn allow_name(&mut self, name: &PcUserName, now: Jst) -> Result<bool, Error> {
        self.write(|tx| {
            let added = tx.execute(
                "INSERT INTO allowed_names (user_name, since) VALUES (?1, ?2)
                 ON CONFLICT (user_name) DO NOTHING",
                params![name, now.timestamp()],
            )?;
            tx.execute("DELETE FROM held_names WHERE user_name = ?1", [name])?;
            Ok(added == 1)
        })
    }

    /// Takes that back. Says whether it was there.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn forbid_name(&mut self, name: &PcUserName) -> Result<bool, Error> {
        self.write(|tx| {
            let gone = tx.execute("DELETE FROM allowed_names WHERE user_name = ?1", [name])?;
            Ok(gone == 1)
        })
    }

    /// The user names of which a person said so, and when.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn allowed_names(&self) -> Result<BTreeMap<PcUserName, Jst>, Error> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT user_name, since FROM allowed_names")?;
        let mut rows = statement.query([])?;
        let mut names = BTreeMap::new();
        while let Some(row) = rows.next()? {
            names.insert(row.get(0)?, moment(row.get(1)?)?);
        }
        Ok(names)
    }

    pub(super) fn allowed_shared(&self) -> Result<BTreeSet<PcUserName>, Error> {
        Ok(self.allowed_names()?.into_keys().collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::pc_log::PcUserName;
    use crate::domain::time::DaySpan;
    use crate::state::fixture::{Fixture, at, day, taro};

    #[test]
    fn somebody_is_set_aside_on_days_that_can_be_taken_back() {
        let mut office = Fixture::new();
        let open = DaySpan {
            from: Some(day(17)),
            until: None,
        };
        let id = office
            .state
            .set_exclusion(&taro(), open, at("17 10:00:00"))
            .unwrap();
        let told = office.state.exclusions().unwrap();
        assert_eq!(told.len(), 1);
        assert_eq!((told[0].id, told[0].days), (id, open));
        assert!(office.state.remove_exclusion(id).unwrap());
        assert!(!office.state.remove_exclusion(id).unwrap());
        assert_eq!(office.state.exclusions().unwrap(), []);
    }

    #[test]
    fn a_name_is_allowed_once_and_can_be_forbidden() {
        let mut office = Fixture::new();
        let name = PcUserName::new("user");
        let since = at("17 10:00:00");
        assert!(office.state.allow_name(&name, since).unwrap());
        assert!(!office.state.allow_name(&name, at("18 10:00:00")).unwrap());
        let allowed = office.state.allowed_names().unwrap();
        assert_eq!(
            allowed.into_iter().collect::<Vec<_>>(),
            [(name.clone(), since)]
        );
        assert!(office.state.forbid_name(&name).unwrap());
        assert!(!office.state.forbid_name(&name).unwrap());
    }
}
