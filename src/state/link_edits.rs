//! Edits of user names' histories, carried out by statements that each edit many names.

use rusqlite::{Transaction, params};

use crate::domain::reassignment::LinkEdit;

use super::Error;

/// So many names are edited by a statement: enough to spare what each statement costs by itself, few enough
/// that they never leave the memory.
const AT_ONCE: usize = 1_000;

/// Calls `each` for one part of the edits after the other, which then stands in the table `edits`. A name is
/// edited once; the names come in the order of `links`, so that those of a big company do not scatter over its
/// pages.
pub(super) fn in_parts(
    tx: &Transaction<'_>,
    edits: &[LinkEdit],
    each: impl Fn() -> Result<(), Error>,
) -> Result<(), Error> {
    tx.execute_batch(
        "CREATE TEMP TABLE IF NOT EXISTS edits (
             kind         INTEGER NOT NULL,
             user_name    TEXT NOT NULL,
             from_day     TEXT NOT NULL,
             has_entry    INTEGER NOT NULL,
             employee_key TEXT,
             PRIMARY KEY (kind, user_name)
         ) STRICT, WITHOUT ROWID",
    )?;
    let mut edits: Vec<&LinkEdit> = edits.iter().collect();
    edits.sort_unstable_by_key(|edit| (edit.kind, &edit.user_name));
    for part in edits.chunks(AT_ONCE) {
        lay_down(tx, part)?;
        each()?;
        tx.prepare_cached("DELETE FROM edits")?.execute([])?;
    }
    Ok(())
}

fn lay_down(tx: &Transaction<'_>, edits: &[&LinkEdit]) -> Result<(), Error> {
    let mut statement = tx.prepare_cached(
        "INSERT INTO edits (kind, user_name, from_day, has_entry, employee_key)
         VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for edit in edits {
        let entry = edit.entry.as_ref();
        statement.execute(params![
            edit.kind,
            edit.user_name,
            edit.from,
            entry.is_some(),
            entry.and_then(|link| link.employee.as_ref()),
        ])?;
    }
    Ok(())
}

/// Edits the histories of the names that stand in `edits`.
pub(super) fn edit_links(tx: &Transaction<'_>) -> Result<(), Error> {
    tx.prepare_cached(
        "DELETE FROM links WHERE (kind, user_name, from_day) IN
             (SELECT l.kind, l.user_name, l.from_day FROM edits e
              CROSS JOIN links l ON l.kind = e.kind AND l.user_name = e.user_name
                  AND l.from_day >= e.from_day)",
    )?
    .execute([])?;
    tx.prepare_cached(
        "INSERT INTO links (kind, user_name, from_day, employee_key)
         SELECT kind, user_name, from_day, employee_key FROM edits WHERE has_entry",
    )?
    .execute([])?;
    Ok(())
}
