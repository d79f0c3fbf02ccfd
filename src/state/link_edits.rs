//! Edits of user names' histories: those of a sync, and those of an import, which keeps what it overwrites.

use rusqlite::{Transaction, params};

use crate::domain::reassignment::LinkEdit;

use super::Error;

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

/// Edits the names' histories, and keeps what the edits take and what they leave. The statements take the whole
/// import back where one of them fails, so that SQLite need not be ready to take back a single one of them.
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
/// too. So the entries themselves are what the edits leave.
fn add_entries(tx: &Transaction<'_>, import: i64, edits: &[&LinkEdit]) -> Result<(), Error> {
    let mut leave = tx.prepare_cached(
        "INSERT INTO import_links (import_id, after, kind, user_name, from_day, employee_key)
         VALUES (?1, 1, ?2, ?3, ?4, ?5)",
    )?;
    for link in edits.iter().filter_map(|edit| edit.entry.as_ref()) {
        leave.execute(params![
            import,
            link.kind,
            link.user_name,
            link.from,
            link.employee
        ])?;
    }
    for statement in [
        "INSERT OR ROLLBACK INTO import_links (import_id, after, kind, user_name, from_day, employee_key)
         SELECT ?1, 0, l.kind, l.user_name, l.from_day, l.employee_key FROM import_links e
         CROSS JOIN links l ON l.kind = e.kind AND l.user_name = e.user_name
             AND l.from_day >= e.from_day
         WHERE e.import_id = ?1 AND e.after = 1",
        "DELETE FROM links WHERE (kind, user_name, from_day) IN
             (SELECT kind, user_name, from_day FROM import_links WHERE import_id = ?1 AND after = 0)",
        "INSERT OR ROLLBACK INTO links (kind, user_name, from_day, employee_key)
         SELECT kind, user_name, from_day, employee_key FROM import_links
         WHERE import_id = ?1 AND after = 1",
    ] {
        tx.execute(statement, [import])?;
    }
    Ok(())
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
    let mut edits: Vec<&LinkEdit> = edits.iter().collect();
    edits.sort_unstable_by_key(|edit| (edit.kind, &edit.user_name));
    edits
}
