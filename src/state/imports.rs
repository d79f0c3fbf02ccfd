//! Imports of account links: carried out with all that is needed to take them back, and their history.

use rusqlite::types::Null;
use rusqlite::{Row, Transaction, params};

use crate::domain::employee::{EmployeeCode, EmployeeKey};
use crate::domain::import::ImportPlan;
use crate::domain::pc_log::{LinkKind, PcUserName};
use crate::domain::time::Jst;

use super::link_edits::edit_and_keep;
use super::values::moment;
use super::{Error, State};

/// Where an import comes from.
#[derive(Clone, Copy, Debug)]
pub struct Origin<'a> {
    /// The file, as it was named.
    pub file: &'a str,
    /// Who ran it.
    pub by: &'a str,
}

/// An import as the history keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastImport {
    /// Its number, counted from 1.
    pub id: i64,
    /// When.
    pub at: Jst,
    /// The file, as it was named.
    pub file: String,
    /// Who ran it; `None` for imports from before this was kept.
    pub by: Option<String>,
    /// The rows that changed something, in order of the file.
    pub changes: Vec<PastChange>,
    /// How many people it confirmed whose code had moved.
    pub confirmed: u32,
    /// Whether what it overwrote was kept; imports of the first versions did not.
    pub recorded: bool,
    /// When and by whom it was taken back.
    pub undone: Option<Undone>,
}

/// That an import was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undone {
    /// When.
    pub at: Jst,
    /// By whom.
    pub by: String,
}

/// A row of an import that changed something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastChange {
    /// Its line in the file.
    pub line: u64,
    /// Whose account.
    pub employee: EmployeeKey,
    /// 従業員コード at that time; `None` for imports from before this was kept.
    pub code: Option<EmployeeCode>,
    /// 姓 and 名 at that time; `None` for imports from before this was kept.
    pub name: Option<String>,
    /// Of which product.
    pub kind: LinkKind,
    /// The user name until then; empty for none.
    pub before: PcUserName,
    /// The user name from then on; empty for none.
    pub after: PcUserName,
}

const PAST: &str = "
    SELECT i.id, i.at, i.file, i.run_by, i.recorded, i.undone_at, i.undone_by,
           (SELECT count(*) FROM import_code_moves m WHERE m.import_id = i.id)
    FROM imports i";

impl State {
    /// Carries an import out, with its line in the history and all that it overwrites.
    ///
    /// # Errors
    /// [`Error::Sql`]; nothing is changed then.
    pub fn apply_import(
        &mut self,
        plan: &ImportPlan,
        origin: Origin<'_>,
        now: Jst,
    ) -> Result<(), Error> {
        self.write_in_bulk(|tx| {
            tx.execute(
                "INSERT INTO imports (at, file, run_by, recorded) VALUES (?1, ?2, ?3, 1)",
                params![now.timestamp(), origin.file, origin.by],
            )?;
            let import = tx.last_insert_rowid();
            put_accounts(tx, import, plan)?;
            edit_and_keep(tx, import, &plan.links)?;
            confirm(tx, import, &plan.confirmed)
        })
    }

    /// Every import, newest first.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn past_imports(&self) -> Result<Vec<PastImport>, Error> {
        self.imports("ORDER BY i.id DESC")
    }

    /// The newest import that stands: the one that is taken back next.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn last_import(&self) -> Result<Option<PastImport>, Error> {
        let standing = "WHERE i.undone_at IS NULL ORDER BY i.id DESC LIMIT 1";
        Ok(self.imports(standing)?.pop())
    }

    fn imports(&self, which: &str) -> Result<Vec<PastImport>, Error> {
        let mut statement = self.connection.prepare_cached(&format!("{PAST} {which}"))?;
        let mut rows = statement.query([])?;
        let mut imports = Vec::new();
        while let Some(row) = rows.next()? {
            imports.push(self.past_import(row)?);
        }
        Ok(imports)
    }

    fn past_import(&self, row: &Row<'_>) -> Result<PastImport, Error> {
        let id = row.get(0)?;
        let undone: Option<i64> = row.get(5)?;
        let undone_by: Option<String> = row.get(6)?;
        Ok(PastImport {
            id,
            at: moment(row.get(1)?)?,
            file: row.get(2)?,
            by: row.get(3)?,
            recorded: row.get(4)?,
            changes: self.past_changes(id)?,
            confirmed: row.get(7)?,
            undone: match undone {
                Some(at) => Some(Undone {
                    at: moment(at)?,
                    by: undone_by.unwrap_or_default(),
                }),
                None => None,
            },
        })
    }

    fn past_changes(&self, import: i64) -> Result<Vec<PastChange>, Error> {
        let mut statement = self.connection.prepare_cached(
            "SELECT line, employee_key, code, name, kind, coalesce(before_name, ''), after_name
             FROM import_accounts WHERE import_id = ?1 AND line IS NOT NULL ORDER BY line",
        )?;
        let rows = statement.query_map([import], |row| {
            Ok(PastChange {
                line: row.get::<_, i64>(0)?.cast_unsigned(),
                employee: row.get(1)?,
                code: row.get(2)?,
                name: row.get(3)?,
                kind: row.get(4)?,
                before: row.get(5)?,
                after: row.get(6)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Stores the accounts, and keeps what they overwrite and how they stand then; in the order of the tables, so that
/// those of a big company do not scatter over its pages.
fn put_accounts(tx: &Transaction<'_>, import: i64, plan: &ImportPlan) -> Result<(), Error> {
    let mut keep = tx.prepare_cached(
        "INSERT OR ROLLBACK INTO import_accounts (import_id, employee_key, kind, line, code, name,
             before_name, before_set, before_since, after_name, after_set, after_since, gives, takes_from)
         SELECT ?1, a.employee_key, a.kind, ?4, ?5, ?6,
                a.service_account, a.set_by_import, a.since, ?7, ?8, ?9, ?10, ?11
         FROM accounts a WHERE a.employee_key = ?2 AND a.kind = ?3",
    )?;
    let mut keep_new = tx.prepare_cached(
        "INSERT INTO import_accounts (import_id, employee_key, kind, line, code, name,
             after_name, after_set, after_since, gives, takes_from)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?;
    let changes = plan.changes.iter();
    let mut changes: Vec<_> = changes
        .map(|change| (change.employee.as_str(), change.kind, change))
        .collect();
    changes.sort_unstable_by_key(|(employee, kind, _)| (*employee, *kind));
    for (.., change) in changes {
        let kept = params![
            import,
            change.employee,
            change.kind,
            change.line.cast_signed(),
            change.code,
            change.name,
            change.after,
            true,
            change.since,
            change.gives,
            change.takes_from,
        ];
        if keep.execute(kept)? == 0 {
            keep_new.execute(kept)?;
        }
    }
    for other in &plan.others {
        keep.execute(params![
            import,
            other.employee,
            other.kind,
            Null,
            Null,
            Null,
            other.service_account,
            other.set_by_import,
            other.since,
            false,
            Null,
        ])?;
    }
    tx.execute(
        "INSERT OR ROLLBACK INTO accounts (employee_key, kind, service_account, set_by_import, since)
         SELECT employee_key, kind, after_name, after_set, after_since FROM import_accounts
         WHERE import_id = ?1
         ON CONFLICT (employee_key, kind) DO UPDATE SET
             service_account = excluded.service_account, set_by_import = excluded.set_by_import,
             since = excluded.since",
        [import],
    )?;
    Ok(())
}

/// Takes the people off the list of moved codes, and keeps what stood there.
fn confirm(tx: &Transaction<'_>, import: i64, people: &[EmployeeKey]) -> Result<(), Error> {
    let mut keep = tx.prepare_cached(
        "INSERT INTO import_code_moves (import_id, employee_key, from_code, to_code, held, since)
         SELECT ?1, employee_key, from_code, to_code, held, since FROM code_moves
         WHERE employee_key = ?2",
    )?;
    let mut confirm = tx.prepare_cached("DELETE FROM code_moves WHERE employee_key = ?1")?;
    for employee in people {
        keep.execute(params![import, employee])?;
        confirm.execute([employee])?;
    }
    Ok(())
}
