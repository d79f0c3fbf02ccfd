//! Removing what has been kept for long enough (`state.keep_days`), never what is not delivered or decided.

use rusqlite::{Transaction, params};

use crate::domain::time::WorkDay;

use super::fates::{NAMES, logs_went};
use super::meta::{fact, set_fact};
use super::{Error, State};

/// The fact that says from which work day on everything is still here.
const BEFORE: &str = "pruned.before";
/// The fact that says on which day this was last looked at.
const ON: &str = "pruned.on";

/// Punches about which nothing is left to do.
const AT_REST: &str = "('accepted', 'already-there', 'withdrawn', 'dropped')";

/// What is to be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keep {
    /// Work days from this one on, and what came on it or later.
    pub from: WorkDay,
    /// Logs of names that nobody was ever linked to, where they came on this day or later.
    pub never_linked_from: WorkDay,
}

/// What was removed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pruned {
    /// Logs.
    pub logs: usize,
    /// Punches, each with its attempts.
    pub punches: usize,
}

impl State {
    /// Removes what is older than `keep` says, in one transaction, and notes from which work day on
    /// everything is still here: an older one is not decided again. A punch that waits for KING OF TIME or
    /// for a person stays with its log, however old.
    ///
    /// # Errors
    /// [`Error::Sql`]; nothing is removed then.
    pub fn prune(&mut self, keep: &Keep, today: WorkDay) -> Result<Pruned, Error> {
        self.write(|tx| {
            let pruned = Pruned {
                punches: prune_punches(tx, keep.from)?,
                logs: prune_logs(tx, keep)?,
            };
            prune_history(tx, keep.from)?;
            if pruned.logs + pruned.punches > 0 {
                let known = day(tx, BEFORE)?.unwrap_or(WorkDay::EARLIEST);
                set_fact(tx, BEFORE, &keep.from.max(known).to_string())?;
            }
            set_fact(tx, ON, &today.to_string())?;
            Ok(pruned)
        })
    }

    /// The work day from which on everything is still here; `None` where nothing was ever removed.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn pruned_before(&self) -> Result<Option<WorkDay>, Error> {
        day(&self.connection, BEFORE)
    }

    /// The day on which was last looked for what may go.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn pruned_on(&self) -> Result<Option<WorkDay>, Error> {
        day(&self.connection, ON)
    }
}

fn day(connection: &rusqlite::Connection, name: &str) -> Result<Option<WorkDay>, Error> {
    let Some(text) = fact(connection, name)? else {
        return Ok(None);
    };
    let day = WorkDay::parse(&text).ok_or_else(|| Error::BadValue {
        what: "a day",
        value: text.clone(),
    })?;
    Ok(Some(day))
}

fn prune_punches(tx: &Transaction<'_>, from: WorkDay) -> Result<usize, Error> {
    let gone = format!("(SELECT id FROM punches WHERE work_day < ?1 AND state IN {AT_REST})");
    for table in ["grounds", "readings", "attempts"] {
        tx.execute(
            &format!("DELETE FROM {table} WHERE punch_id IN {gone}"),
            [from],
        )?;
    }
    let removed = tx.execute(
        &format!("DELETE FROM punches WHERE work_day < ?1 AND state IN {AT_REST}"),
        [from],
    )?;
    Ok(removed)
}

/// A log goes by when it occurred and by when it came, so that an old file can still be looked at. The two
/// days before the first that is kept stay whole: a work day may have begun in them.
fn prune_logs(tx: &Transaction<'_>, keep: &Keep) -> Result<usize, Error> {
    let begins = |day: WorkDay| day.begins_at(chrono::NaiveTime::MIN).timestamp();
    let old = tx.execute(
        "DELETE FROM logs WHERE occurred_at < ?1 AND taken_at < ?2
         AND NOT EXISTS (SELECT 1 FROM grounds g WHERE g.log_id = logs.id)",
        params![begins(keep.from.back(2)), begins(keep.from)],
    )?;
    let never_linked = tx.execute(
        &format!(
            "DELETE FROM logs WHERE taken_at < ?1 AND id IN (
                 {NAMES}
                 SELECT f.log_id FROM names CROSS JOIN fates f ON f.user_name = name
                 WHERE f.employee_key IS NULL
                   AND name NOT IN (SELECT user_name FROM links))
             AND NOT EXISTS (SELECT 1 FROM grounds g WHERE g.log_id = logs.id)"
        ),
        [begins(keep.never_linked_from)],
    )?;
    logs_went(tx)?;
    Ok(old + never_linked)
}

/// What was closed, and rounds of which nothing is left, but never the newest, whose number is not given
/// again.
fn prune_history(tx: &Transaction<'_>, from: WorkDay) -> Result<(), Error> {
    let before = from.begins_at(chrono::NaiveTime::MIN).timestamp();
    tx.execute("DELETE FROM findings WHERE closed_at < ?1", [before])?;
    tx.execute("DELETE FROM adopted WHERE work_day < ?1", [from])?;
    tx.execute(
        "DELETE FROM runs WHERE started_at < ?1 AND id < (SELECT max(id) FROM runs)
         AND NOT EXISTS (SELECT 1 FROM attempts a WHERE a.run = runs.id)
         AND NOT EXISTS (SELECT 1 FROM readings r WHERE r.run = runs.id)",
        [before],
    )?;
    Ok(())
}

#[cfg(test)]
mod tests;
