//! How far back an import of account links, or its undo, reaches: the rounds decide those days again.

use rusqlite::params;

use crate::domain::time::Jst;

use super::values::moment;
use super::{Error, State};

/// An import with whose links, as they stand, no round has decided yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreached {
    /// Its number.
    import: i64,
    /// Whether it stands; else it was taken back.
    stands: bool,
}

/// The first log, of each name, of a work day on which the name was another's before the import than after it.
const OLDEST: &str = "
    SELECT min((SELECT f.occurred_at FROM fates f
                WHERE f.user_name = e.user_name AND f.kind = e.kind
                    AND f.occurred_at >= unixepoch(e.from_day, '-9 hours')
                ORDER BY f.occurred_at LIMIT 1))
    FROM (SELECT kind, user_name, min(from_day) AS from_day
          FROM (SELECT kind, user_name, from_day FROM import_entries WHERE import_id = ?1
                GROUP BY kind, user_name, from_day, employee_key HAVING count(*) = 1)
          GROUP BY kind, user_name) e";

impl State {
    /// The imports, and the undos, since which nothing was decided.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn unreached_imports(&self) -> Result<Vec<Unreached>, Error> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, undone_at IS NULL FROM imports WHERE reached IS NOT (undone_at IS NULL)",
        )?;
        let imports = statement.query_map([], |row| {
            Ok(Unreached {
                import: row.get(0)?,
                stands: row.get(1)?,
            })
        })?;
        Ok(imports.collect::<Result<_, _>>()?)
    }

    /// Occurrence of the oldest log that became another's, or nobody's, by these imports or their undo.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn oldest_relinked(&self, imports: &[Unreached]) -> Result<Option<Jst>, Error> {
        let mut statement = self.connection.prepare_cached(OLDEST)?;
        let mut oldest = None;
        for Unreached { import, .. } in imports {
            let seconds: Option<i64> = statement.query_row([import], |row| row.get(0))?;
            oldest = oldest.into_iter().chain(seconds).min();
        }
        oldest.map(moment).transpose()
    }

    /// Notes that all work days were decided, and what they tell is stored, with the links of these imports as
    /// they stood then.
    ///
    /// # Errors
    /// [`Error::Sql`]; nothing is noted then.
    pub fn reach_imports(&mut self, imports: &[Unreached]) -> Result<(), Error> {
        if imports.is_empty() {
            return Ok(());
        }
        self.write(|tx| {
            let mut statement =
                tx.prepare_cached("UPDATE imports SET reached = ?2 WHERE id = ?1")?;
            for Unreached { import, stands } in imports {
                statement.execute(params![import, stands])?;
            }
            Ok(())
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::state::fixture::{Fixture, at, logon};

    const IMPORT: &str = "
        INSERT INTO imports (id, at, file, recorded) VALUES (1, 0, 'links.csv', 1);
        INSERT INTO import_links (import_id, after, kind, user_name, from_day, employee_key) VALUES
            (1, 0, 3, 'tarouk', '0001-01-01', 'k-taro'),
            (1, 1, 3, 'tarouk', '0001-01-01', 'k-taro'),
            (1, 1, 3, 'tarouk', '2024-12-10', NULL);";

    /// The same where what the import left follows from its accounts.
    const IN_LESS: &str = "
        INSERT INTO imports (id, at, file, recorded) VALUES (1, 0, 'links.csv', 1);
        INSERT INTO import_accounts (import_id, employee_key, kind, before_name, after_name, after_since,
                                     gives, takes_from) VALUES
            (1, 'k-taro', 3, 'tarouk', 'ktaro', '0001-01-01', 1, '2024-12-10');";

    #[test]
    fn an_import_and_its_undo_each_reach_back_to_the_first_log_that_they_move() {
        for import in [IMPORT, IN_LESS] {
            reaches_back(import);
        }
    }

    fn reaches_back(import: &str) {
        let mut office = Fixture::new();
        office.take(&[
            logon(None, "09 23:59:59"),
            logon(None, "10 00:00:00"),
            logon(None, "16 09:00:00"),
        ]);
        office.sql(import).unwrap();
        for stands in [true, false] {
            let imports = office.state.unreached_imports().unwrap();
            assert_eq!(imports.len(), 1, "{stands}");
            let oldest = office.state.oldest_relinked(&imports).unwrap();
            assert_eq!(oldest, Some(at("10 00:00:00")), "{stands}");
            office.state.reach_imports(&imports).unwrap();
            assert_eq!(office.state.unreached_imports().unwrap(), []);
            office.sql("UPDATE imports SET undone_at = 1").unwrap();
        }
    }

    #[test]
    fn an_undo_that_comes_while_a_round_decides_is_left_for_the_next() {
        let mut office = Fixture::new();
        office.sql(IMPORT).unwrap();
        let imports = office.state.unreached_imports().unwrap();
        office.sql("UPDATE imports SET undone_at = 1").unwrap();
        office.state.reach_imports(&imports).unwrap();
        assert_eq!(office.state.unreached_imports().unwrap().len(), 1);
    }
}
