//! The one way to change the file: a transaction that is on the disk when it returns.

use rusqlite::config::DbConfig;
use rusqlite::{Transaction, TransactionBehavior};

use super::disk::told_by_disk;
use super::undecided::links_are_undecided;
use super::{Error, State};

impl State {
    /// Runs `change` in one transaction. Either all of it is durable when this returns, or none of it happened.
    ///
    /// # Errors
    /// What `change` or SQLite refuses; nothing is changed then.
    pub(super) fn write<T>(
        &mut self,
        change: impl FnOnce(&Transaction<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let written = self.in_transaction(change);
        written.map_err(|error| match error {
            Error::Sql(error) => told_by_disk(&self.path, error),
            other => other,
        })
    }

    fn in_transaction<T>(
        &mut self,
        change: impl FnOnce(&Transaction<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let tx = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let value = change(&tx)?;
        #[cfg(feature = "sandbox")]
        super::rehearsal::before_commit();
        tx.commit()?;
        #[cfg(feature = "sandbox")]
        super::rehearsal::after_commit();
        Ok(value)
    }

    /// The same for a change of so many accounts and links that to note it row by row, as the triggers do, takes a
    /// good part of its time: it is noted once, and no trigger runs.
    ///
    /// # Errors
    /// What `change` or SQLite refuses; nothing is changed then.
    pub(super) fn write_in_bulk<T>(
        &mut self,
        change: impl FnOnce(&Transaction<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let triggers = DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER;
        self.connection.set_db_config(triggers, false)?;
        let written = self.write(|tx| {
            links_are_undecided(tx)?;
            change(tx)
        });
        self.connection.set_db_config(triggers, true)?;
        written
    }
}

#[cfg(test)]
mod tests {
    use crate::state::fixture::Fixture;

    fn noted(office: &Fixture) -> Vec<String> {
        let sql = "SELECT changed FROM undecided ORDER BY changed";
        let mut statement = office.state.connection.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| row.get(0)).unwrap();
        rows.map(Result::unwrap).collect()
    }

    #[test]
    fn a_change_in_bulk_is_noted_once_and_the_next_one_by_the_triggers_again() {
        let mut office = Fixture::new();
        let noted_in_bulk = ["accounts", "code_moves", "links"];
        for fails in [false, true] {
            office.state.begin_deciding().unwrap();
            let written = office.state.write_in_bulk(|tx| {
                tx.execute("UPDATE employees SET code = '1001'", [])?;
                match fails {
                    true => Err(rusqlite::Error::InvalidQuery.into()),
                    false => Ok(()),
                }
            });
            assert_eq!(written.is_err(), fails);
            let expected = if fails { &[][..] } else { &noted_in_bulk };
            assert_eq!(noted(&office), expected);
            office.sql("UPDATE employees SET code = '1002'").unwrap();
            assert!(noted(&office).contains(&"employees".to_owned()));
        }
    }
}
