//! Looking at the whole file, for `config check`: what opening it looks at only where it is small.

use super::{Error, State};

impl State {
    /// Proves that every page, index and reference of the file agrees with the others.
    ///
    /// # Errors
    /// [`Error::Damaged`] with what disagrees.
    pub fn prove_whole(&self) -> Result<(), Error> {
        let damaged = |detail| Error::Damaged {
            path: self.path.clone(),
            detail,
        };
        let found: String = self
            .connection
            .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
        if found != "ok" {
            return Err(damaged(found));
        }
        let mut statement = self.connection.prepare("PRAGMA foreign_key_check")?;
        let mut rows = statement.query([])?;
        match rows.next()? {
            None => Ok(()),
            Some(row) => Err(damaged(format!(
                "a row of {} refers to nothing",
                row.get::<_, String>(0)?
            ))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Error, State};

    #[test]
    fn a_row_that_refers_to_nothing_is_found() {
        let folder = tempfile::tempdir().unwrap();
        let state = State::open(&folder.path().join("state.db")).unwrap();
        assert!(state.prove_whole().is_ok());
        state
            .connection
            .execute_batch(
                "PRAGMA foreign_keys = OFF;
                 INSERT INTO accounts (employee_key, kind) VALUES ('nobody', 3);",
            )
            .unwrap();
        assert!(matches!(state.prove_whole(), Err(Error::Damaged { .. })));
    }
}
