//! Single facts about the file as a whole, such as the company it belongs to.

use rusqlite::{Connection, OptionalExtension, params};

use super::{Error, State, values::moment};
use crate::domain::time::Jst;

/// The name of the fact that says whose file this is: `key` of KING OF TIME's `/company`, from the first sync on.
pub const COMPANY_KEY: &str = "company.key";

impl State {
    /// A fact by its name.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn meta(&self, name: &str) -> Result<Option<String>, Error> {
        fact(&self.connection, name)
    }

    /// Sets a fact.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn set_meta(&mut self, name: &str, value: &str) -> Result<(), Error> {
        self.write(|tx| set_fact(tx, name, value))
    }

    /// A moment that is stored as a fact, in epoch seconds; `what` names it where it is none.
    pub(super) fn moment_noted(
        &self,
        name: &str,
        what: &'static str,
    ) -> Result<Option<Jst>, Error> {
        let Some(text) = self.meta(name)? else {
            return Ok(None);
        };
        let seconds = text.parse().map_err(|_| Error::BadValue {
            what,
            value: text.clone(),
        })?;
        moment(seconds).map(Some)
    }

    /// Takes a fact back.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn clear_meta(&mut self, name: &str) -> Result<(), Error> {
        self.write(|tx| {
            tx.execute("DELETE FROM meta WHERE name = ?1", [name])?;
            Ok(())
        })
    }
}

/// A fact by its name, inside a transaction.
pub(super) fn fact(tx: &Connection, name: &str) -> Result<Option<String>, Error> {
    Ok(tx
        .prepare_cached("SELECT value FROM meta WHERE name = ?1")?
        .query_row([name], |row| row.get(0))
        .optional()?)
}

/// Sets a fact, inside a transaction.
pub(super) fn set_fact(tx: &Connection, name: &str, value: &str) -> Result<(), Error> {
    tx.prepare_cached(
        "INSERT INTO meta (name, value) VALUES (?1, ?2)
         ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    )?
    .execute(params![name, value])?;
    Ok(())
}
