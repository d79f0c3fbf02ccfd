//! Taking an import of account links back: exactly what it overwrote, or nothing.

use rusqlite::{Connection, Row, ToSql, params};

use crate::domain::employee::EmployeeKey;
use crate::domain::pc_log::PcUserName;
use crate::domain::punch::PunchId;
use crate::domain::time::{Jst, WorkDay};

use super::{Error, State};

/// Why an import cannot be taken back: what stands now is not what it left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// It is not the newest that stands; another import came, or it is taken back already.
    NotTheLast,
    /// The account was changed since.
    AccountChanged {
        /// Whose.
        employee: EmployeeKey,
        /// What the import left.
        left: PcUserName,
        /// What stands now; empty for none.
        now: PcUserName,
    },
    /// The name passed to somebody or was taken off since, or from another day on.
    NameChanged {
        /// The name.
        user_name: PcUserName,
    },
    /// A name that would be given back is borne by another current employee now.
    NameTaken {
        /// The name.
        user_name: PcUserName,
        /// By whom.
        by: EmployeeKey,
    },
    /// The code of a person whom the import confirmed changed once more.
    CodeMoved {
        /// Whose.
        employee: EmployeeKey,
    },
}

const ACCOUNTS_CHANGED: &str = "
    SELECT i.employee_key, i.after_name, coalesce(a.service_account, '') FROM import_accounts i
    LEFT JOIN accounts a ON a.employee_key = i.employee_key AND a.kind = i.kind
    WHERE i.import_id = ?1 AND (a.service_account IS NOT i.after_name
        OR a.set_by_import IS NOT i.after_set OR a.since IS NOT i.after_since)";

/// In the order of the links, so that those of a big company are gone through once.
const NAMES_CHANGED: &str = "
    WITH kept AS MATERIALIZED (SELECT kind, user_name, from_day, employee_key FROM import_entries
                               WHERE import_id = ?1 AND after = 1 ORDER BY kind, user_name, from_day)
    SELECT DISTINCT k.user_name FROM kept k
    LEFT JOIN links n ON n.kind = k.kind AND n.user_name = k.user_name AND n.from_day = k.from_day
    LEFT JOIN links later ON later.kind = k.kind AND later.user_name = k.user_name
        AND later.from_day > k.from_day AND (later.kind, later.user_name, later.from_day) NOT IN
            (SELECT kind, user_name, from_day FROM kept)
    WHERE n.from_day IS NULL OR n.employee_key IS NOT k.employee_key OR later.from_day IS NOT NULL
    ORDER BY k.user_name";

const NAMES_TAKEN: &str = "
    SELECT i.before_name, a.employee_key FROM import_accounts i
    JOIN accounts a ON a.kind = i.kind AND a.service_account = i.before_name
    JOIN employees e ON e.key = a.employee_key
    WHERE i.import_id = ?1 AND i.before_name <> ''
        AND e.active = 1 AND (e.resigned IS NULL OR e.resigned >= ?2)
        AND (a.employee_key, a.kind) NOT IN
            (SELECT employee_key, kind FROM import_accounts WHERE import_id = ?1)";

const CODES_MOVED: &str = "
    SELECT i.employee_key FROM import_code_moves i
    JOIN code_moves m ON m.employee_key = i.employee_key WHERE i.import_id = ?1";

/// Punches that may be in KING OF TIME, were sent since, and rest on a log of the name that the import gave.
const SENT_SINCE: &str = "
    SELECT DISTINCT p.id FROM import_accounts i
    JOIN punches p ON p.employee_key = i.employee_key
        AND p.state IN ('sending', 'accepted', 'unknown', 'person')
    JOIN grounds g ON g.punch_id = p.id
    JOIN logs l ON l.id = g.log_id AND l.kind = i.kind AND l.user_name = i.after_name
    WHERE i.import_id = ?1 AND EXISTS (SELECT 1 FROM attempts a JOIN imports x ON x.id = ?1
        WHERE a.punch_id = p.id AND a.started_at >= x.at)
    ORDER BY p.work_day, p.employee_key, p.minute";

/// The statements that put everything back; each takes the import's number.
const PUT_BACK: [&str; 5] = [
    "DELETE FROM accounts WHERE (employee_key, kind) IN
         (SELECT employee_key, kind FROM import_accounts WHERE import_id = ?1)",
    "INSERT INTO accounts (employee_key, kind, service_account, set_by_import, since)
     SELECT employee_key, kind, before_name, before_set, before_since FROM import_accounts
     WHERE import_id = ?1 AND before_name IS NOT NULL",
    "DELETE FROM links WHERE (kind, user_name, from_day) IN
         (SELECT kind, user_name, from_day FROM import_entries WHERE import_id = ?1 AND after = 1)",
    "INSERT INTO links (kind, user_name, from_day, employee_key)
     SELECT kind, user_name, from_day, employee_key FROM import_links
     WHERE import_id = ?1 AND after = 0",
    "INSERT INTO code_moves (employee_key, from_code, to_code, held, since)
     SELECT employee_key, from_code, to_code, held, since FROM import_code_moves
     WHERE import_id = ?1",
];

impl State {
    /// What keeps an import from being taken back; nothing where it can be.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn undo_obstacles(&self, import: i64, today: WorkDay) -> Result<Vec<Obstacle>, Error> {
        obstacles(&self.connection, import, today)
    }

    /// The punches that were sent since the import because of it, by work day.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn sent_since_import(&self, import: i64) -> Result<Vec<PunchId>, Error> {
        collected(&self.connection, SENT_SINCE, &[&import], |row| row.get(0))
    }

    /// Takes an import back, or gives what keeps it from that; then nothing is changed.
    ///
    /// # Errors
    /// [`Error::Sql`]; nothing is changed then.
    pub fn undo_import(&mut self, import: i64, by: &str, now: Jst) -> Result<Vec<Obstacle>, Error> {
        let today = WorkDay::new(now.date_naive());
        self.write_in_bulk(|tx| {
            let obstacles = obstacles(tx, import, today)?;
            if !obstacles.is_empty() {
                return Ok(obstacles);
            }
            for statement in PUT_BACK {
                tx.execute(statement, [import])?;
            }
            tx.execute(
                "UPDATE imports SET undone_at = ?2, undone_by = ?3 WHERE id = ?1",
                params![import, now.timestamp(), by],
            )?;
            Ok(Vec::new())
        })
    }
}

fn obstacles(connection: &Connection, import: i64, today: WorkDay) -> Result<Vec<Obstacle>, Error> {
    let last: Option<i64> = connection
        .prepare_cached("SELECT max(id) FROM imports WHERE undone_at IS NULL")?
        .query_row([], |row| row.get(0))?;
    if last != Some(import) {
        return Ok(vec![Obstacle::NotTheLast]);
    }
    let mut found = collected(connection, ACCOUNTS_CHANGED, &[&import], |row| {
        Ok(Obstacle::AccountChanged {
            employee: row.get(0)?,
            left: row.get(1)?,
            now: row.get(2)?,
        })
    })?;
    found.extend(collected(connection, NAMES_CHANGED, &[&import], |row| {
        Ok(Obstacle::NameChanged {
            user_name: row.get(0)?,
        })
    })?);
    found.extend(collected(
        connection,
        NAMES_TAKEN,
        &[&import, &today],
        |row| {
            Ok(Obstacle::NameTaken {
                user_name: row.get(0)?,
                by: row.get(1)?,
            })
        },
    )?);
    found.extend(collected(connection, CODES_MOVED, &[&import], |row| {
        Ok(Obstacle::CodeMoved {
            employee: row.get(0)?,
        })
    })?);
    Ok(found)
}

fn collected<T>(
    connection: &Connection,
    sql: &str,
    values: &[&dyn ToSql],
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, Error> {
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map(values, read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}
