//! Imports of account links: carried out with all that is needed to take them back, and their history.

use std::collections::BTreeMap;

use rusqlite::{Row, Transaction, params};
use serde::{Deserialize, Serialize};

use crate::domain::account::Account;
use crate::domain::employee::{EmployeeCode, EmployeeKey};
use crate::domain::import::ImportPlan;
use crate::domain::pc_log::{LinkKind, PcUserName};
use crate::domain::reassignment::LinkEdit;
use crate::domain::time::Jst;

use super::accounts::{put_account, put_link_edit};
use super::values::{into_json, moment};
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

/// The column `changes`. Imports of the first versions have further fields there.
#[derive(Deserialize, Serialize)]
struct Changes {
    changes: Vec<ChangeRow>,
}

#[derive(Deserialize, Serialize)]
struct ChangeRow {
    line: u64,
    employee_key: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    kind: i64,
    before: String,
    after: String,
}

const PAST: &str = "
    SELECT i.id, i.at, i.file, i.changes, i.run_by, i.recorded, i.undone_at, i.undone_by,
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
        let changes = into_json("an import", &Changes::of(plan))?;
        self.write(|tx| {
            tx.execute(
                "INSERT INTO imports (at, file, changes, run_by, recorded) VALUES (?1, ?2, ?3, ?4, 1)",
                params![now.timestamp(), origin.file, changes, origin.by],
            )?;
            let import = tx.last_insert_rowid();
            put_accounts(tx, import, plan)?;
            put_links(tx, import, plan)?;
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
            imports.push(past_import(row)?);
        }
        Ok(imports)
    }
}

fn past_import(row: &Row<'_>) -> Result<PastImport, Error> {
    let changes: String = row.get(3)?;
    let stored: Changes = serde_json::from_str(&changes).map_err(|_| Error::BadValue {
        what: "an import",
        value: changes.clone(),
    })?;
    let undone: Option<i64> = row.get(6)?;
    let undone_by: Option<String> = row.get(7)?;
    Ok(PastImport {
        id: row.get(0)?,
        at: moment(row.get(1)?)?,
        file: row.get(2)?,
        by: row.get(4)?,
        recorded: row.get(5)?,
        changes: stored
            .changes
            .into_iter()
            .map(ChangeRow::past)
            .collect::<Result<_, _>>()?,
        confirmed: row.get(8)?,
        undone: match undone {
            Some(at) => Some(Undone {
                at: moment(at)?,
                by: undone_by.unwrap_or_default(),
            }),
            None => None,
        },
    })
}

impl Changes {
    fn of(plan: &ImportPlan) -> Self {
        let rows = plan.changes.iter().map(|change| ChangeRow {
            line: change.line,
            employee_key: change.employee.as_str().to_owned(),
            code: Some(change.code.to_string()),
            name: Some(change.name.clone()),
            kind: change.kind.code(),
            before: change.before.to_string(),
            after: change.after.to_string(),
        });
        Self {
            changes: rows.collect(),
        }
    }
}

impl ChangeRow {
    fn past(self) -> Result<PastChange, Error> {
        let kind = LinkKind::of_code(self.kind).ok_or_else(|| Error::BadValue {
            what: "a kind of link",
            value: self.kind.to_string(),
        })?;
        Ok(PastChange {
            line: self.line,
            employee: EmployeeKey::new(self.employee_key),
            code: self.code.map(EmployeeCode::new),
            name: self.name,
            kind,
            before: PcUserName::new(self.before),
            after: PcUserName::new(self.after),
        })
    }
}

/// Stores the accounts, and keeps what they overwrite and how they stand then.
fn put_accounts(tx: &Transaction<'_>, import: i64, plan: &ImportPlan) -> Result<(), Error> {
    let mut keep = tx.prepare_cached(
        "INSERT INTO import_accounts (import_id, employee_key, kind, before_name, before_set,
             before_since, after_name, after_set, after_since)
         SELECT ?1, ?2, ?3, a.service_account, a.set_by_import, a.since, ?4, ?5, ?6
         FROM (SELECT 1) LEFT JOIN accounts a ON a.employee_key = ?2 AND a.kind = ?3",
    )?;
    // In the order of the tables, so that a hundred thousand rows do not scatter over their pages.
    let mut accounts: Vec<&Account> = plan.accounts.iter().collect();
    accounts.sort_unstable_by_key(|account| (&account.employee, account.kind));
    for account in accounts {
        keep.execute(params![
            import,
            account.employee,
            account.kind,
            account.service_account,
            account.set_by_import,
            account.since,
        ])?;
        put_account(tx, account)?;
    }
    Ok(())
}

/// Edits the names' histories, and keeps them as they stood and as they stand then.
fn put_links(tx: &Transaction<'_>, import: i64, plan: &ImportPlan) -> Result<(), Error> {
    let mut keep = tx.prepare_cached(
        "INSERT INTO import_links (import_id, after, kind, user_name, from_day, employee_key)
         SELECT ?1, ?2, kind, user_name, from_day, employee_key FROM links
         WHERE kind = ?3 AND user_name = ?4",
    )?;
    let mut edits: BTreeMap<(LinkKind, &PcUserName), Vec<&LinkEdit>> = BTreeMap::new();
    for edit in &plan.links {
        let name = (edit.kind, &edit.user_name);
        edits.entry(name).or_default().push(edit);
    }
    for ((kind, name), edits) in edits {
        keep.execute(params![import, false, kind, name])?;
        for edit in edits {
            put_link_edit(tx, edit)?;
        }
        keep.execute(params![import, true, kind, name])?;
    }
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
