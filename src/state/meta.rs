//! Single facts about the file as a whole, such as the company it belongs to.

use rusqlite::{OptionalExtension, params};

use super::{Error, State};

/// The name of the fact that says whose file this is: `key` of KING OF TIME's `/company`, from the first sync on.
pub const COMPANY_KEY: &str = "company.key";

impl State {
    /// A fact by its name.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn meta(&self, name: &str) -> Result<Option<String>, Error> {
        Ok(self
            .connection
            .prepare_cached("SELECT value FROM meta WHERE name = ?1")?
            .query_row([name], |row| row.get(0))
            .optional()?)
    }

    /// Sets a fact.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn set_meta(&mut self, name: &str, value: &str) -> Result<(), Error> {
        self.write(|tx| {
            tx.execute(
                "INSERT INTO meta (name, value) VALUES (?1, ?2)
                 ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                params![name, value],
            )?;
            Ok(())
        })
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
