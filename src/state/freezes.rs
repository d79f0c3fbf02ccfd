//! Freezes: days to which nothing is sent, and the whole file.

use rusqlite::{OptionalExtension, Row, params};

use crate::domain::employee::EmployeeKey;
use crate::domain::freeze::{Cause, FrozenDay, FrozenFile};
use crate::domain::pc_log::LinkKind;
use crate::domain::punch::PunchKind;
use crate::domain::time::{Jst, WorkDay};

use super::progress::is_ahead;
use super::{Error, State, values::moment};

/// Days so far back are looked at: older ones cannot do harm any more.
const LOOKED_AT: u64 = 62;

/// What a sound file has none of from a work day on, each with the rows that are wrong.
const DISAGREEMENTS: [(Cause, &str); 3] = [
    (
        Cause::NeverSent,
        "SELECT group_concat(p.id) FROM punches p WHERE p.state = 'accepted'
             AND p.work_day >= ?1 AND NOT EXISTS
             (SELECT 1 FROM attempts a
              WHERE a.punch_id = p.id AND a.outcome IS NOT 'not-applied')",
    ),
    (
        Cause::NoAttempt,
        "SELECT group_concat(p.id) FROM punches p WHERE p.state IN ('sending', 'unknown')
             AND p.work_day >= ?1 AND NOT EXISTS (SELECT 1 FROM attempts a WHERE a.punch_id = p.id
                             AND (a.outcome IS NULL OR a.outcome = 'unknown'))",
    ),
    (
        Cause::TwoOfAKind,
        "SELECT group_concat(ids) FROM
             (SELECT group_concat(id) AS ids FROM punches
              WHERE work_day >= ?1 AND kind IN (1, 2) AND rolling = 0 AND state NOT IN ('withdrawn', 'dropped')
              GROUP BY employee_key, work_day, kind HAVING count(*) > 1)",
    ),
];

impl State {
    /// Freezes a person's work day. One that a person has unfrozen stays as it is: it is counted once.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn freeze_day(
        &mut self,
        employee: &EmployeeKey,
        day: WorkDay,
        kind: PunchKind,
        now: Jst,
    ) -> Result<(), Error> {
        let known: bool = self
            .connection
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM freezes WHERE employee_key = ?1 AND work_day = ?2
                                AND (ended_at IS NULL OR reason IS NOT NULL))",
            )?
            .query_row(params![employee, day], |row| row.get(0))?;
        if known {
            return Ok(());
        }
        self.write(|tx| {
            tx.execute(
                "INSERT INTO freezes (employee_key, work_day, cause, detail, since)
                 VALUES (?1, ?2, 'double', ?3, ?4)",
                params![employee, day, kind.code().to_string(), now.timestamp()],
            )?;
            Ok(())
        })
    }

    /// KING OF TIME shows a frozen day in order again.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn thaw_day(&mut self, frozen: &FrozenDay, now: Jst) -> Result<(), Error> {
        self.write(|tx| {
            tx.execute(
                "UPDATE freezes SET ended_at = ?2 WHERE id = ?1 AND ended_at IS NULL",
                params![frozen.id, now.timestamp()],
            )?;
            Ok(())
        })
    }

    /// Freezes the file. What a person has unfrozen it from does not freeze it again.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn freeze_file(&mut self, cause: Cause, detail: &str, now: Jst) -> Result<(), Error> {
        let known: bool = self
            .connection
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM freezes WHERE employee_key IS NULL
                                AND (ended_at IS NULL OR (cause = ?1 AND detail = ?2)))",
            )?
            .query_row(params![cause.name(), detail], |row| row.get(0))?;
        if known {
            return Ok(());
        }
        self.write(|tx| {
            tx.execute(
                "INSERT INTO freezes (cause, detail, since) VALUES (?1, ?2, ?3)",
                params![cause.name(), detail, now.timestamp()],
            )?;
            Ok(())
        })
    }

    /// Looks whether the punches that the file bears disagree with each other, and freezes it where they do.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn freeze_where_it_disagrees(&mut self, now: Jst) -> Result<(), Error> {
        let from = WorkDay::new(now.date_naive()).back(LOOKED_AT);
        for (cause, sql) in DISAGREEMENTS {
            let rows: Option<String> = self.connection.query_row(sql, [from], |row| row.get(0))?;
            if let Some(rows) = rows {
                self.freeze_file(cause, &rows, now)?;
            }
        }
        Ok(())
    }

    /// Looks whether a source was read until later than now, and freezes the file where one was.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn freeze_where_a_cursor_is_ahead(&mut self, now: Jst) -> Result<(), Error> {
        for kind in [LinkKind::MaLion, LinkKind::SmartOn, LinkKind::LanScope] {
            if let Some(cursor) = self.cursor(kind)?
                && is_ahead(cursor, now)
            {
                self.freeze_file(Cause::CursorAhead, &cursor.to_rfc3339(), now)?;
            }
        }
        Ok(())
    }

    /// The frozen days, oldest freeze first.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn frozen_days(&self) -> Result<Vec<FrozenDay>, Error> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, employee_key, work_day, detail, since FROM freezes
             WHERE ended_at IS NULL AND employee_key IS NOT NULL ORDER BY id",
        )?;
        let mut rows = statement.query([])?;
        let mut days = Vec::new();
        while let Some(row) = rows.next()? {
            days.push(day_of(row)?);
        }
        Ok(days)
    }

    /// Why the file is frozen, where it is.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn frozen_file(&self) -> Result<Option<FrozenFile>, Error> {
        let row: Option<(String, String, i64)> = self
            .connection
            .prepare_cached(
                "SELECT cause, detail, since FROM freezes
                 WHERE ended_at IS NULL AND employee_key IS NULL ORDER BY id LIMIT 1",
            )?
            .query_row([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()?;
        row.map(|(name, detail, since)| {
            let cause = Cause::of_name(&name).ok_or(Error::BadValue {
                what: "the cause of a freeze",
                value: name,
            })?;
            Ok(FrozenFile {
                cause,
                detail,
                since: moment(since)?,
            })
        })
        .transpose()
    }

    /// A person ends every freeze, and says why.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn unfreeze(&mut self, reason: &str, now: Jst) -> Result<(), Error> {
        self.write(|tx| {
            tx.execute(
                "UPDATE freezes SET ended_at = ?1, reason = ?2 WHERE ended_at IS NULL",
                params![now.timestamp(), reason],
            )?;
            Ok(())
        })
    }
}

fn day_of(row: &Row<'_>) -> Result<FrozenDay, Error> {
    let kind: String = row.get(3)?;
    let known = kind.parse().ok().and_then(PunchKind::of_code);
    Ok(FrozenDay {
        id: row.get(0)?,
        employee: row.get(1)?,
        day: row.get(2)?,
        kind: known.ok_or(Error::BadValue {
            what: "a kind of punch",
            value: kind,
        })?,
        since: moment(row.get(4)?)?,
    })
}

#[cfg(test)]
mod tests {
    use crate::domain::freeze::Cause;
    use crate::domain::punch::PunchKind;
    use crate::state::fixture::{Fixture, at, day, taro};

    #[test]
    fn a_day_is_frozen_once_and_again_only_where_nobody_ended_it() {
        let mut fixture = Fixture::new();
        let now = at("17 10:00:00");
        let frozen = |fixture: &Fixture| fixture.state.frozen_days().unwrap();
        let freeze = |fixture: &mut Fixture| {
            let state = &mut fixture.state;
            state
                .freeze_day(&taro(), day(17), PunchKind::ClockIn, now)
                .unwrap();
        };
        freeze(&mut fixture);
        freeze(&mut fixture);
        assert_eq!(frozen(&fixture).len(), 1);
        let first = frozen(&fixture).remove(0);
        fixture.state.thaw_day(&first, now).unwrap();
        assert_eq!(frozen(&fixture), []);
        freeze(&mut fixture);
        assert_eq!(
            frozen(&fixture).len(),
            1,
            "King of Time showed two once more"
        );
        fixture.state.unfreeze("looked at", now).unwrap();
        freeze(&mut fixture);
        assert_eq!(frozen(&fixture), [], "a person ended it");
    }

    #[test]
    fn the_file_is_frozen_for_each_reason_once() {
        let mut fixture = Fixture::new();
        let now = at("17 10:00:00");
        for (detail, again) in [("1,2,3,4", true), ("1,2,3,4", false), ("5,6,7,8", true)] {
            let state = &mut fixture.state;
            state.freeze_file(Cause::Doubles, detail, now).unwrap();
            assert_eq!(state.frozen_file().unwrap().is_some(), again, "{detail}");
            state.unfreeze("looked at", now).unwrap();
            assert_eq!(state.frozen_file().unwrap(), None);
        }
    }

    #[test]
    fn a_sound_file_is_not_frozen() {
        let mut fixture = Fixture::new();
        fixture.decided();
        fixture
            .state
            .freeze_where_it_disagrees(at("17 10:00:00"))
            .unwrap();
        assert_eq!(fixture.state.frozen_file().unwrap(), None);
    }
}
