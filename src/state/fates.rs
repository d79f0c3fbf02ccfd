//! What became of each log: a room of its own in the file, in which a person's logs lie together.

use rusqlite::{Transaction, params};

use crate::domain::pc_log::{PcUserName, Verdict};
use crate::domain::time::Jst;

use super::meta::{fact, set_fact};
use super::values::moment;
use super::{Error, State};

/// The fact that says through which log each has its row in `fates`.
const THROUGH: &str = "fates.through";
/// All user names that logs bear, and a last one that is NULL: from each to the next one, since there may be a
/// thousand logs of each.
pub(super) const NAMES: &str = "WITH RECURSIVE names(name) AS (
    SELECT min(user_name) FROM fates
    UNION ALL
    SELECT (SELECT min(user_name) FROM fates WHERE user_name > name) FROM names WHERE name IS NOT NULL)";
/// So many logs are sorted by name at once, in memory.
const AT_ONCE: i64 = 50_000;

impl State {
    /// Gives the logs that came since this was last done their first fate: they wait for a link. Whatever looks for
    /// logs by name finds them from now on.
    ///
    /// # Errors
    /// [`Error::Sql`]; those that are given stay given.
    pub fn give_fates(&mut self) -> Result<(), Error> {
        while self.newest_row()? > through(&self.connection)? {
            self.write(give_some)?;
        }
        Ok(())
    }

    fn newest_row(&self) -> Result<i64, Error> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT coalesce(max(id), 0) FROM logs")?;
        Ok(statement.query_row([], |row| row.get(0))?)
    }

    /// Stores what became of logs, where it changed.
    ///
    /// # Errors
    /// [`Error::Sql`]; nothing is stored then.
    pub fn set_fates(&mut self, verdicts: &[Verdict<'_>]) -> Result<(), Error> {
        if verdicts.is_empty() {
            return Ok(());
        }
        self.write(|tx| {
            let mut statement = tx.prepare_cached(
                "UPDATE fates SET fate = ?4, employee_key = ?5, work_day = ?6
                 WHERE user_name = ?1 AND occurred_at = ?2 AND log_id = ?3
                   AND (fate <> ?4 OR employee_key IS NOT ?5 OR work_day IS NOT ?6)",
            )?;
            for verdict in verdicts {
                statement.execute(params![
                    verdict.log.user_name,
                    verdict.log.raw.occurred_at.timestamp(),
                    verdict.log.id,
                    verdict.fate,
                    verdict.employee,
                    verdict.work_day
                ])?;
            }
            Ok(())
        })
    }

    /// Occurrence of the oldest parked log whose user name is linked now: it may be released.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn oldest_releasable(&self) -> Result<Option<Jst>, Error> {
        let seconds: Option<i64> = self
            .connection
            .prepare_cached(
                "SELECT min(f.occurred_at) FROM fates f
                 WHERE f.fate = 'unlinked'
                   AND (f.kind, f.user_name) IN (SELECT kind, user_name FROM links
                                                 WHERE employee_key IS NOT NULL)
                   AND (SELECT k.employee_key FROM links k
                        WHERE k.kind = f.kind AND k.user_name = f.user_name
                          AND k.from_day <= date(f.occurred_at, 'unixepoch', '+9 hours')
                        ORDER BY k.from_day DESC LIMIT 1) IS NOT NULL",
            )?
            .query_row([], |row| row.get(0))?;
        seconds.map(moment).transpose()
    }

    /// Whether logs of a user name are parked until an account bears it.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn has_parked_logs(&self, name: &PcUserName) -> Result<bool, Error> {
        Ok(self
            .connection
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM fates WHERE fate = 'unlinked' AND user_name = ?1)",
            )?
            .query_row([name], |row| row.get(0))?)
    }
}

/// In the order in which they are kept, so that each page is written once.
fn give_some(tx: &Transaction<'_>) -> Result<(), Error> {
    let through = through(tx)?;
    tx.prepare_cached(
        "INSERT INTO fates (user_name, occurred_at, log_id, kind, fate)
         SELECT user_name, occurred_at, id, kind, 'unlinked' FROM logs WHERE id > ?1 AND id <= ?2
         ORDER BY user_name, occurred_at, id",
    )?
    .execute([through, through + AT_ONCE])?;
    let given: i64 = tx.query_row(
        "SELECT coalesce(max(id), 0) FROM logs WHERE id <= ?1",
        [through + AT_ONCE],
        |row| row.get(0),
    )?;
    set_fact(tx, THROUGH, &given.to_string())
}

/// Notes that logs went, each with its fate: the numbers of the newest may be given again.
pub(super) fn logs_went(tx: &Transaction<'_>) -> Result<(), Error> {
    tx.execute(
        "UPDATE meta SET value = min(CAST(value AS INTEGER), (SELECT coalesce(max(id), 0) FROM logs))
         WHERE name = ?1",
        [THROUGH],
    )?;
    Ok(())
}

fn through(connection: &rusqlite::Connection) -> Result<i64, Error> {
    let Some(text) = fact(connection, THROUGH)? else {
        return Ok(0);
    };
    text.parse().map_err(|_| Error::BadValue {
        what: "the last log that has a fate",
        value: text,
    })
}

#[cfg(test)]
mod tests {
    use crate::domain::pc_log::{Fate, LinkKind, RawLog, Verdict};
    use crate::domain::time::Jst;
    use crate::state::fixture::{Fixture, at, day, logon};
    use crate::state::{Keep, Progress, Reading};

    fn rows(office: &Fixture) -> Vec<(String, i64, String)> {
        let sql = "SELECT user_name, log_id, fate FROM fates";
        let mut statement = office.state.connection.prepare(sql).unwrap();
        let row = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
        let rows = statement.query_map([], row).unwrap();
        rows.collect::<Result<_, _>>().unwrap()
    }

    fn told(office: &Fixture, time: &str) -> Fate {
        let second = at(time);
        let until: Jst = second + chrono::Duration::seconds(1);
        let told = office.state.told_logs(second, until, None).unwrap();
        told[0].fate
    }

    #[test]
    fn each_log_is_given_its_first_fate_once_and_keeps_it_until_it_changes() {
        let mut office = Fixture::new();
        let hanako = RawLog {
            user: "hanako".to_owned(),
            ..logon(None, "17 09:00:00")
        };
        let reading = Reading {
            kind: LinkKind::MaLion,
            source: "test",
            taken_at: at("17 10:00:00"),
        };
        let logs = [logon(None, "17 09:00:00"), hanako];
        let taken = office.state.take_logs(reading, &logs, Progress::Partial);
        taken.unwrap();
        assert_eq!(rows(&office), []);
        assert_eq!(told(&office, "17 09:00:00"), Fate::Unlinked);
        office.state.give_fates().unwrap();
        office.state.give_fates().unwrap();
        let unlinked = |name: &str, log| (name.to_owned(), log, "unlinked".to_owned());
        assert_eq!(
            rows(&office),
            [unlinked("hanako", 2), unlinked("tarouk", 1)]
        );

        let log = office.state.last_log(LinkKind::MaLion);
        let log = log.unwrap().unwrap();
        let verdict = Verdict {
            log: &log,
            fate: Fate::Within,
            employee: None,
            work_day: None,
        };
        office.state.set_fates(&[verdict]).unwrap();
        office.take(&[logon(None, "17 18:00:00")]);
        office.state.give_fates().unwrap();
        let of_both: Vec<_> = rows(&office).into_iter().map(|(_, _, fate)| fate).collect();
        let within = of_both.iter().filter(|fate| *fate == "within").count();
        assert_eq!((of_both.len(), within), (3, 1));
    }

    #[test]
    fn a_number_that_a_removed_log_had_is_given_a_fate_again() {
        let mut office = Fixture::new();
        office.take(&[logon(None, "01 09:00:00")]);
        office.state.give_fates().unwrap();
        office.sql("UPDATE logs SET taken_at = 0").unwrap();
        let keep = Keep {
            from: day(30),
            never_linked_from: day(30),
        };
        let pruned = office.state.prune(&keep, day(31));
        assert_eq!(pruned.unwrap().logs, 1);
        assert_eq!(rows(&office), []);
        let again = office.take(&[logon(None, "17 09:00:00")]);
        assert_eq!(again[0].0, 1);
        office.state.give_fates().unwrap();
        assert_eq!(rows(&office).len(), 1);
    }

    #[test]
    fn only_logs_that_a_link_reaches_call_for_an_older_look() {
        let mut office = Fixture::new();
        office.take(&[logon(None, "10 09:00:00")]);
        office.state.give_fates().unwrap();
        let oldest = |office: &Fixture| office.state.oldest_releasable().unwrap();
        assert_eq!(oldest(&office), Some(at("10 09:00:00")));
        office
            .sql("UPDATE links SET from_day = '2024-12-11'")
            .unwrap();
        assert_eq!(oldest(&office), None);
        office
            .sql("UPDATE links SET from_day = '2024-12-10', employee_key = NULL")
            .unwrap();
        assert_eq!(oldest(&office), None);
    }
}
