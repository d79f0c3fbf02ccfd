//! What `config set` stored. Which keys and values there are is the business of the settings room.

use std::collections::BTreeMap;

use rusqlite::{OptionalExtension, params};

use super::{Error, State};
use crate::domain::time::Jst;

impl State {
    /// Every stored setting, by key.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn stored_settings(&self) -> Result<BTreeMap<String, String>, Error> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT key, value FROM settings")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// One stored setting.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn stored_setting(&self, key: &str) -> Result<Option<String>, Error> {
        Ok(self
            .connection
            .prepare_cached("SELECT value FROM settings WHERE key = ?1")?
            .query_row([key], |row| row.get(0))
            .optional()?)
    }

    /// Sets and takes back settings (`None`), all of them or none.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn change_settings(
        &mut self,
        changes: &[(&str, Option<&str>)],
        now: Jst,
    ) -> Result<(), Error> {
        self.write(|tx| {
            for (key, value) in changes {
                match value {
                    Some(value) => tx.execute(
                        "INSERT INTO settings (key, value, set_at) VALUES (?1, ?2, ?3)
                         ON CONFLICT (key) DO UPDATE SET value = excluded.value, set_at = excluded.set_at",
                        params![key, value, now.timestamp()],
                    )?,
                    None => tx.execute("DELETE FROM settings WHERE key = ?1", [key])?,
                };
            }
            Ok(())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::State;
    use crate::domain::time::from_epoch;

    #[test]
    fn settings_are_set_replaced_and_taken_back() {
        let folder = tempfile::tempdir().unwrap();
        let mut state = State::open(&folder.path().join("state.db")).unwrap();
        let now = from_epoch(1_734_393_839).unwrap();
        assert_eq!(state.stored_setting("kot.lanes").unwrap(), None);
        state
            .change_settings(&[("kot.lanes", Some("2")), ("company.id", Some("a"))], now)
            .unwrap();
        state
            .change_settings(&[("kot.lanes", Some("8")), ("company.id", None)], now)
            .unwrap();
        assert_eq!(
            state.stored_setting("kot.lanes").unwrap().as_deref(),
            Some("8")
        );
        let all = state.stored_settings().unwrap();
        assert_eq!(
            all.into_iter().collect::<Vec<_>>(),
            [("kot.lanes".to_owned(), "8".to_owned())]
        );
    }
}
