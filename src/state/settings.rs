//! What `config set` stored. Which keys and values there are is the business of the settings room.

use std::collections::BTreeMap;
use std::time::Duration;

use rusqlite::{ErrorCode, OptionalExtension, params};

use super::disk::told_by_disk;
use super::file::BUSY_TIMEOUT;
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

    /// Sets and takes back settings (`None`), all of them or none. Of a value that was there no byte stays in the
    /// file; while another command reads it, only until that has ended.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::Io`].
    pub fn change_settings(
        &mut self,
        changes: &[(&str, Option<&str>)],
        now: Jst,
    ) -> Result<(), Error> {
        self.connection.pragma_update(None, "secure_delete", true)?;
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
        })?;
        self.connection
            .pragma_update(None, "secure_delete", false)?;
        self.empty_the_log()
    }

    /// The log beside the file still holds pages as they were. Whoever reads just now keeps it, and the last to end
    /// takes it away; that is not waited for, and no failure of what is stored already.
    fn empty_the_log(&self) -> Result<(), Error> {
        self.connection.busy_timeout(Duration::ZERO)?;
        let emptied = self
            .connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
        self.connection.busy_timeout(BUSY_TIMEOUT)?;
        match emptied {
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => Ok(()),
            emptied => emptied.map_err(|error| told_by_disk(&self.path, error)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::State;
    use crate::domain::time::from_epoch;
    use crate::state::file::{BESIDE, beside};

    const CANARY: &[u8] = b"5ec3e7";

    /// How often the canary stands in the file and in what lies beside it.
    fn canaries(path: &std::path::Path) -> usize {
        let files = BESIDE.iter().chain([&""]);
        let bytes = files.filter_map(|suffix| std::fs::read(beside(path, suffix)).ok());
        let counts = bytes.map(|bytes| {
            let parts = bytes.windows(CANARY.len());
            parts.filter(|part| *part == CANARY).count()
        });
        counts.sum()
    }

    #[test]
    fn of_a_setting_that_was_taken_back_no_byte_stays_in_the_file_or_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state.db");
        let now = from_epoch(1_734_393_839).unwrap();
        let mut state = State::open(&path).unwrap();
        // Of all lengths, so that pages are filled, parted and joined.
        let named = |number: usize| format!("kot.{}", number % 45);
        for round in 0..24 {
            let lengths = [1, 40, 130, 290, 580].into_iter().enumerate();
            let secrets: Vec<_> = lengths
                .map(|(place, length)| (named(round * 7 + place), "5ec3e7-".repeat(length + round)))
                .collect();
            let changes: Vec<_> = secrets
                .iter()
                .map(|(key, secret)| (key.as_str(), Some(secret.as_str())))
                .collect();
            state.change_settings(&changes, now).unwrap();
        }
        assert!(canaries(&path) > 0);
        let plain = "plain-".repeat(30);
        for part in 0..9 {
            let keys: Vec<String> = (part * 5..part * 5 + 5).map(named).collect();
            let value = (part % 2 == 0).then_some(plain.as_str());
            let changes: Vec<_> = keys.iter().map(|key| (key.as_str(), value)).collect();
            state.change_settings(&changes, now).unwrap();
        }
        assert_eq!(canaries(&path), 0, "while it is open");
        drop(state);
        assert_eq!(canaries(&path), 0);
    }

    #[test]
    fn one_who_reads_meanwhile_keeps_the_log_only_until_it_ends() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state.db");
        let now = from_epoch(1_734_393_839).unwrap();
        let mut state = State::open(&path).unwrap();
        let token = [("kot.token", Some("5ec3e7"))];
        state.change_settings(&token, now).unwrap();
        let reader = State::open(&path).unwrap();
        reader.stand_still().unwrap();
        state.change_settings(&[("kot.token", None)], now).unwrap();
        assert_eq!(state.stored_setting("kot.token").unwrap(), None);
        assert!(canaries(&path) > 0, "the reader sees it");
        drop((reader, state));
        assert_eq!(canaries(&path), 0);
    }

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
