//! Sessions that were left open on a PC that has been started since.

use rusqlite::{OptionalExtension, params};

use crate::domain::pc_log::{LogId, Operation};
use crate::domain::time::{Jst, WorkDay};

use super::{Error, State};

impl State {
    /// The oldest work day, of those that began at or after `since`, on which a session began that is
    /// still open on a PC where one of the logs `new` is a later day's ログオン of the same user. All logs have
    /// been given their fates.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn day_left_open(&self, new: &[LogId], since: Jst) -> Result<Option<WorkDay>, Error> {
        let mut before = self.connection.prepare_cached(
            "SELECT o.operation, coalesce(f.work_day, date(f.occurred_at, 'unixepoch', '+9 hours')) AS day,
                    date(n.occurred_at, 'unixepoch', '+9 hours') AS today
             FROM logs n
             CROSS JOIN fates f
               ON f.user_name = n.user_name AND f.kind = n.kind
              AND f.occurred_at < n.occurred_at AND f.occurred_at >= ?2
             CROSS JOIN logs o
               ON o.id = f.log_id AND o.terminal = n.terminal AND o.operation IN ('ログオン', 'ログオフ')
             WHERE n.id = ?1 AND n.operation = 'ログオン'
             ORDER BY f.occurred_at DESC, f.log_id DESC LIMIT 1",
        )?;
        let mut oldest: Option<WorkDay> = None;
        for id in new {
            let row = before.query_row(params![id, since.timestamp()], |row| {
                let (day, today): (WorkDay, WorkDay) = (row.get(1)?, row.get(2)?);
                Ok((row.get::<_, Operation>(0)?, day, today))
            });
            if let Some((Operation::Logon, day, today)) = row.optional()?
                && day < today
            {
                oldest = oldest.into_iter().chain([day]).min();
            }
        }
        Ok(oldest)
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::pc_log::{Operation, RawLog};
    use crate::domain::time::WorkDay;
    use crate::state::fixture::{Fixture, at, day, logon};

    fn of(user: &str, terminal: &str, log: RawLog) -> RawLog {
        RawLog {
            user: user.to_owned(),
            terminal: terminal.to_owned(),
            ..log
        }
    }

    #[test]
    fn a_new_logon_names_the_day_that_was_left_open_on_its_pc() {
        let logoff = |time: &str| RawLog {
            operation: Operation::Logoff,
            ..logon(None, time)
        };
        for (name, known, new, expected) in [
            (
                "left open",
                vec![logon(None, "16 09:00:00")],
                vec![logon(None, "17 09:00:00")],
                Some(16),
            ),
            (
                "ended",
                vec![logon(None, "16 09:00:00"), logoff("16 18:00:00")],
                vec![logon(None, "17 09:00:00")],
                None,
            ),
            (
                "on the same day",
                vec![logon(None, "17 09:00:00")],
                vec![logon(None, "17 13:00:00")],
                None,
            ),
            (
                "a new end",
                vec![logon(None, "16 09:00:00")],
                vec![logoff("17 09:00:00")],
                None,
            ),
            (
                "too long ago",
                vec![logon(None, "05 09:00:00")],
                vec![logon(None, "17 09:00:00")],
                None,
            ),
            (
                "on another PC",
                vec![of("tarouk", "PC-2", logon(None, "16 09:00:00"))],
                vec![logon(None, "17 09:00:00")],
                None,
            ),
            (
                "by another user",
                vec![of("hanako", "PC-1", logon(None, "16 09:00:00"))],
                vec![logon(None, "17 09:00:00")],
                None,
            ),
            (
                "the oldest of two",
                vec![
                    logon(None, "16 09:00:00"),
                    of("hanako", "PC-2", logon(None, "13 09:00:00")),
                ],
                vec![
                    logon(None, "17 09:00:00"),
                    of("hanako", "PC-2", logon(None, "17 09:01:00")),
                ],
                Some(13),
            ),
        ] {
            let mut office = Fixture::new();
            office.take(&known);
            let new = office.take(&new);
            let found = office.state.day_left_open(&new, at("10 00:00:00")).unwrap();
            assert_eq!(found, expected.map(day), "{name}");
        }
    }

    #[test]
    fn a_day_that_a_log_was_counted_to_is_the_one_that_was_left_open() {
        let mut office = Fixture::new();
        office.take(&[logon(None, "16 02:00:00")]);
        office
            .sql("UPDATE fates SET work_day = '2024-12-15'")
            .unwrap();
        let new = office.take(&[logon(None, "17 09:00:00")]);
        let found = office.state.day_left_open(&new, at("10 00:00:00")).unwrap();
        assert_eq!(found, WorkDay::parse("2024-12-15"));
    }
}
