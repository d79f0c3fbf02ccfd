//! Whether decisions still hold: the file itself notes, by triggers, what changes of all that they rest on.

use rusqlite::Transaction;

use crate::domain::time::Jst;

use super::meta::{fact, set_fact};
use super::{Error, State, values::moment};

/// The triggers that note a change of a table's rows in `undecided`.
macro_rules! noted {
    ($table:literal: $($change:literal),+) => {
        concat!($(
            "CREATE TRIGGER ", $table, "_", $change, " AFTER ", $change, " ON ", $table, "
                WHEN NOT EXISTS (SELECT 1 FROM undecided WHERE changed = '", $table, "')
                BEGIN INSERT INTO undecided VALUES ('", $table, "'); END;",
        )+)
    };
}

/// The migration by which the file notes what changed since decisions were last made, of all that they rest on. What
/// the rules only write, such as a log's fate, is no change.
pub(super) const NOTED: &str = concat!(
    "CREATE INDEX punches_by_person ON punches (employee_key, work_day);
     CREATE TABLE undecided (changed TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;",
    noted!("logs": "insert"),
    noted!("attempts": "delete"),
    noted!("punches": "insert", "update", "delete"),
    noted!("links": "insert", "update", "delete"),
    noted!("accounts": "insert", "update", "delete"),
    noted!("employees": "insert", "update", "delete"),
    noted!("divisions": "insert", "update", "delete"),
    noted!("code_moves": "insert", "update", "delete"),
    noted!("borders": "insert", "update", "delete"),
    noted!("nights": "insert", "update", "delete"),
    noted!("policies": "insert", "update", "delete"),
    noted!("exclusions": "insert", "update", "delete"),
    noted!("allowed_names": "insert", "update", "delete"),
    noted!("held_names": "insert", "update", "delete"),
);

/// The migration that notes the changes of two tables which were made anew.
pub(super) const NOTED_AGAIN: &str = concat!(
    noted!("links": "insert", "update", "delete"),
    noted!("accounts": "insert", "update", "delete"),
);

/// The fact that says until when the decisions hold that were made last, and by which choices.
const HOLD: &str = "decisions.hold";

impl State {
    /// Whether the decisions that were last made by these choices still hold at `now`.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn decisions_hold(&self, choices: u64, now: Jst) -> Result<bool, Error> {
        let Some((until, by)) = self.held_decisions()? else {
            return Ok(false);
        };
        let changed: bool = self.connection.query_row(
            "SELECT EXISTS (SELECT 1 FROM undecided)
                 OR EXISTS (SELECT 1 FROM punches WHERE state IN ('sending', 'unknown'))",
            [],
            |row| row.get(0),
        )?;
        Ok(by == choices && now < until && !changed)
    }

    /// Begins to decide. What changes from now on is not forgotten by [`State::decisions_made`], and a process
    /// that dies in between has decided nothing.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn begin_deciding(&mut self) -> Result<(), Error> {
        self.write(|tx| {
            tx.execute("DELETE FROM meta WHERE name = ?1", [HOLD])?;
            tx.execute("DELETE FROM undecided", [])?;
            Ok(())
        })
    }

    /// Notes until when the decisions just made hold, if nothing changes.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn decisions_made(&mut self, choices: u64, until: Jst) -> Result<(), Error> {
        let fact = format!("{} {choices:016x}", until.timestamp());
        self.write(|tx| set_fact(tx, HOLD, &fact))
    }

    fn held_decisions(&self) -> Result<Option<(Jst, u64)>, Error> {
        let Some(text) = fact(&self.connection, HOLD)? else {
            return Ok(None);
        };
        let parts = text.split_once(' ').and_then(|(until, by)| {
            let by = u64::from_str_radix(by, 16).ok()?;
            Some((until.parse().ok()?, by))
        });
        let Some((until, by)) = parts else {
            return Err(Error::BadValue {
                what: "how long decisions hold",
                value: text,
            });
        };
        Ok(Some((moment(until)?, by)))
    }
}

/// Takes down that what is read of a source changed in another way than by going on.
pub(super) fn are_undecided(tx: &Transaction<'_>) -> Result<(), Error> {
    tx.execute("INSERT OR IGNORE INTO undecided VALUES ('spans')", [])?;
    Ok(())
}

/// Takes down that links, accounts and moved codes changed, where no trigger does.
pub(super) fn links_are_undecided(tx: &Transaction<'_>) -> Result<(), Error> {
    tx.execute(
        "INSERT OR IGNORE INTO undecided VALUES ('accounts'), ('code_moves'), ('links')",
        [],
    )?;
    Ok(())
}
