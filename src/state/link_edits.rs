//! Edits of user names' histories: those of a sync, and those of an import, which keeps what it overwrites.

use rusqlite::{Transaction, params};

use crate::domain::account::Link;
use crate::domain::pc_log::LinkKind;
use crate::domain::reassignment::LinkEdit;

use super::Error;
use super::values::text;

/// Edits the names' histories.
pub(super) fn edit_links(tx: &Transaction<'_>, edits: &[LinkEdit]) -> Result<(), Error> {
    let mut drop = tx.prepare_cached(
        "DELETE FROM links WHERE kind = ?1 AND user_name = ?2 AND from_day >= ?3",
    )?;
    let mut add = tx.prepare_cached(
        "INSERT INTO links (kind, user_name, from_day, employee_key) VALUES (?1, ?2, ?3, ?4)",
    )?;
    for edit in by_name(edits) {
        drop.execute(params![edit.kind, edit.user_name, edit.from])?;
        if let Some(link) = &edit.entry {
            add.execute(params![link.kind, link.user_name, link.from, link.employee])?;
        }
    }
    Ok(())
}

/// Edits the names' histories, and keeps what the edits take and, unless it follows from the import's accounts, what
/// they leave.
pub(super) fn edit_and_keep(
    tx: &Transaction<'_>,
    import: i64,
    edits: &[LinkEdit],
) -> Result<(), Error> {
    let (adding, dropping): (Vec<_>, Vec<_>) = by_name(edits)
        .into_iter()
        .partition(|edit| edit.entry.is_some());
    add_entries(tx, import, &adding)?;
    drop_entries(tx, import, &dropping)
}

/// Where an edit adds an entry, what stands before it need not be kept: whoever changes that later drops the entry
/// too.
fn add_entries(tx: &Transaction<'_>, import: i64, edits: &[&LinkEdit]) -> Result<(), Error> {
    let mut keep = tx.prepare_cached(
        "INSERT INTO import_links (import_id, after, kind, user_name, from_day, employee_key)
         VALUES (?1, 0, ?2, ?3, ?4, ?5)",
    )?;
    let mut drop = tx
        .prepare_cached("DELETE FROM links WHERE kind = ?1 AND user_name = ?2 AND from_day = ?3")?;
    for old in overwritten(tx, edits)? {
        keep.execute(params![
            import,
            old.kind,
            old.user_name,
            old.from,
            old.employee
        ])?;
        drop.execute(params![old.kind, old.user_name, old.from])?;
    }
    let mut add = tx.prepare_cached(
        "INSERT INTO links (kind, user_name, from_day, employee_key) VALUES (?1, ?2, ?3, ?4)",
    )?;
    for link in edits.iter().filter_map(|edit| edit.entry.as_ref()) {
        add.execute(params![link.kind, link.user_name, link.from, link.employee])?;
    }
    Ok(())
}

/// What stands where the edits, in the order of the table, add their entries. To go through all links once takes a
/// big company's import a fraction of the time that it takes to look each name up.
fn overwritten(tx: &Transaction<'_>, edits: &[&LinkEdit]) -> Result<Vec<Link>, Error> {
    let mut statement = tx.prepare_cached(
        "SELECT kind, user_name, from_day, employee_key FROM links ORDER BY kind, user_name, from_day",
    )?;
    let mut rows = statement.query([])?;
    let mut edits = edits.iter().peekable();
    let mut links = Vec::new();
    while let Some(row) = rows.next()? {
        let name: (LinkKind, &str) = (row.get(0)?, text(row, 1)?);
        let before = |edit: &&&LinkEdit| (edit.kind, edit.user_name.as_str()) < name;
        while edits.next_if(before).is_some() {}
        let edit = edits
            .peek()
            .filter(|edit| (edit.kind, edit.user_name.as_str()) == name);
        if let Some(edit) = edit
            && edit.from <= row.get(2)?
        {
            links.push(Link {
                kind: edit.kind,
                user_name: edit.user_name.clone(),
                from: row.get(2)?,
                employee: row.get(3)?,
            });
        }
    }
    Ok(links)
}

/// Where an edit only drops entries, and what stands before them goes on, all of the history is kept.
fn drop_entries(tx: &Transaction<'_>, import: i64, edits: &[&LinkEdit]) -> Result<(), Error> {
    tx.execute_batch(
        "CREATE TEMP TABLE IF NOT EXISTS dropping (
             kind      INTEGER NOT NULL,
             user_name TEXT NOT NULL,
             from_day  TEXT NOT NULL,
             PRIMARY KEY (kind, user_name)
         ) STRICT, WITHOUT ROWID",
    )?;
    let mut drop =
        tx.prepare_cached("INSERT INTO dropping (kind, user_name, from_day) VALUES (?1, ?2, ?3)")?;
    for edit in edits {
        drop.execute(params![edit.kind, edit.user_name, edit.from])?;
    }
    let keep = |after: bool| {
        tx.execute(
            "INSERT OR ROLLBACK INTO import_links (import_id, after, kind, user_name, from_day, employee_key)
             SELECT ?1, ?2, l.kind, l.user_name, l.from_day, l.employee_key FROM dropping d
             CROSS JOIN links l ON l.kind = d.kind AND l.user_name = d.user_name",
            params![import, after],
        )
    };
    keep(false)?;
    tx.execute(
        "DELETE FROM links WHERE (kind, user_name, from_day) IN
             (SELECT l.kind, l.user_name, l.from_day FROM dropping d
              CROSS JOIN links l ON l.kind = d.kind AND l.user_name = d.user_name
                  AND l.from_day >= d.from_day)",
        [],
    )?;
    keep(true)?;
    tx.execute("DELETE FROM dropping", [])?;
    Ok(())
}

/// The edits in the order of the table, so that those of a big company do not scatter over its pages.
fn by_name(edits: &[LinkEdit]) -> Vec<&LinkEdit> {
    let edits = edits.iter();
    let mut named: Vec<_> = edits
        .map(|edit| (edit.kind, edit.user_name.as_str(), edit))
        .collect();
    named.sort_unstable_by_key(|(kind, name, _)| (*kind, *name));
    named.into_iter().map(|(.., edit)| edit).collect()
}
