//! Rounds, and the requests that count against the common budget.

use rusqlite::{Row, params};

use crate::domain::time::Jst;

use super::{Error, State, values::moment};

/// A round as it is remembered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Its number.
    pub id: i64,
    /// When it began.
    pub started: Jst,
    /// When it ended; `None` where it was killed.
    pub ended: Option<Jst>,
    /// Its exit code.
    pub exit: Option<i64>,
}

/// What stands in place of a summary where punches were sent by hand.
pub const NO_ROUND: &str = "{}";

/// How far back requests count.
const BUDGET_SECONDS: i64 = 300;

impl State {
    /// Begins a round and gives its number, which is above that of every round that was begun here. From
    /// then on the number stands beside the file too.
    ///
    /// # Errors
    /// [`Error::Sql`]; [`Error::Io`] where the number cannot be written beside the file.
    pub fn begin_run(&mut self, now: Jst) -> Result<i64, Error> {
        let here = self.here()?;
        let run = self.write(|tx| {
            super::place::settle_in(tx, &here, now)?;
            tx.execute(
                "INSERT INTO runs (id, started_at)
                 SELECT max(coalesce(max(id), 0), ?2) + 1, ?1 FROM runs",
                params![now.timestamp(), here.number()],
            )?;
            Ok(tx.last_insert_rowid())
        })?;
        self.leave_number(here, run)?;
        Ok(run)
    }

    /// Ends a round. A moved or restored file is this machine's own again when the round has read what it
    /// may have missed.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn end_run(&mut self, run: i64, exit: i64, summary: &str, now: Jst) -> Result<(), Error> {
        self.write(|tx| {
            super::place::is_home_after(tx, run)?;
            tx.execute(
                "UPDATE runs SET ended_at = ?2, exit = ?3, summary = ?4 WHERE id = ?1",
                params![run, now.timestamp(), exit, summary],
            )?;
            Ok(())
        })
    }

    /// The last rounds, newest first.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn last_runs(&self, most: u32) -> Result<Vec<Run>, Error> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, started_at, ended_at, exit FROM runs ORDER BY id DESC LIMIT ?1",
        )?;
        let mut rows = statement.query([most])?;
        let mut runs = Vec::new();
        while let Some(row) = rows.next()? {
            runs.push(run_of(row)?);
        }
        Ok(runs)
    }

    /// When the last round ended that did its work: with exit code 0, or 3 where KING OF TIME refused
    /// single punches. Punches that a person sends are numbered like rounds, and are none: they tell
    /// [`NO_ROUND`].
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn last_success(&self) -> Result<Option<Jst>, Error> {
        let ended: Option<i64> = self
            .connection
            .prepare_cached(
                "SELECT max(ended_at) FROM runs WHERE exit IN (0, 3) AND summary <> ?1",
            )?
            .query_row([NO_ROUND], |row| row.get(0))?;
        ended.map(moment).transpose()
    }

    /// When the last round ended that was not stopped by a signal. Punches sent by a person are none.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn last_finished(&self) -> Result<Option<Jst>, Error> {
        let ended: Option<i64> = self
            .connection
            .prepare_cached(
                "SELECT max(ended_at) FROM runs WHERE exit NOT IN (130, 143) AND summary <> ?1",
            )?
            .query_row([NO_ROUND], |row| row.get(0))?;
        ended.map(moment).transpose()
    }

    /// The last round that ended, however it did. Punches sent by a person are none.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn last_round(&self) -> Result<Option<Run>, Error> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, started_at, ended_at, exit FROM runs
             WHERE ended_at IS NOT NULL AND summary <> ?1 ORDER BY id DESC LIMIT 1",
        )?;
        let mut rows = statement.query([NO_ROUND])?;
        rows.next()?.map(run_of).transpose()
    }

    /// Counts one question to KING OF TIME against the common budget. Punches count by their attempts.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn count_request(&mut self, now: Jst) -> Result<(), Error> {
        self.write(|tx| {
            tx.execute(
                "DELETE FROM requests WHERE at < ?1",
                [now.timestamp() - BUDGET_SECONDS],
            )?;
            tx.execute("INSERT INTO requests (at) VALUES (?1)", [now.timestamp()])?;
            Ok(())
        })
    }

    /// Seconds since each question of the last five minutes.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn recent_requests(&self, now: Jst) -> Result<Vec<u32>, Error> {
        self.ages(
            "SELECT ?1 - at FROM requests WHERE at BETWEEN ?1 - ?2 AND ?1",
            now,
        )
    }

    /// Seconds since each punch of the last five minutes was sent.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn recent_attempts(&self, now: Jst) -> Result<Vec<u32>, Error> {
        self.ages(
            "SELECT ?1 - started_at FROM attempts WHERE started_at BETWEEN ?1 - ?2 AND ?1",
            now,
        )
    }

    fn ages(&self, sql: &str, now: Jst) -> Result<Vec<u32>, Error> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows =
            statement.query_map(params![now.timestamp(), BUDGET_SECONDS], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn run_of(row: &Row<'_>) -> Result<Run, Error> {
    let ended: Option<i64> = row.get(2)?;
    Ok(Run {
        id: row.get(0)?,
        started: moment(row.get(1)?)?,
        ended: ended.map(moment).transpose()?,
        exit: row.get(3)?,
    })
}

#[cfg(test)]
mod tests {
    use super::{NO_ROUND, State};
    use crate::domain::time::from_epoch;

    #[test]
    fn a_round_succeeded_that_ended_with_nothing_or_with_single_punches_refused() {
        let at = |minute: i64| from_epoch(1_734_500_000 + minute * 60).unwrap();
        let summary = "{\"decided\":0}";
        for (exit, summary, succeeded) in [
            (Some(0), summary, true),
            (Some(3), summary, true),
            (Some(0), NO_ROUND, false),
            (None, summary, false),
            (Some(1), summary, false),
            (Some(4), summary, false),
            (Some(5), summary, false),
            (Some(7), summary, false),
            (Some(143), summary, false),
        ] {
            let folder = tempfile::tempdir().unwrap();
            let mut state = State::open(&folder.path().join("state.db")).unwrap();
            let run = state.begin_run(at(0)).unwrap();
            if let Some(exit) = exit {
                state.end_run(run, exit, summary, at(1)).unwrap();
            }
            let expected = succeeded.then_some(at(1));
            assert_eq!(state.last_success().unwrap(), expected, "{exit:?}");
        }
    }
}
