//! The tables, as a list of migrations that is only ever added to. `user_version` says how many have run.

use rusqlite::{Connection, TransactionBehavior};

use super::Error;

/// The newest schema this program knows.
#[expect(clippy::cast_possible_wrap, reason = "a list of migrations is short")]
pub(super) const NEWEST: i64 = MIGRATIONS.len() as i64;

const MIGRATIONS: &[&str] = &[
    // Times are epoch seconds, days are YYYY-MM-DD in Japan, minutes are epoch seconds divisible by 60.
    "
    CREATE TABLE meta (
        name  TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT;

    CREATE TABLE settings (
        key    TEXT PRIMARY KEY,
        value  TEXT NOT NULL,
        set_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE divisions (
        code           TEXT PRIMARY KEY,
        name           TEXT NOT NULL,
        border_minutes INTEGER NOT NULL CHECK (border_minutes BETWEEN 0 AND 1439)
    ) STRICT;

    CREATE TABLE employees (
        key           TEXT PRIMARY KEY,
        code          TEXT NOT NULL,
        last_name     TEXT NOT NULL,
        first_name    TEXT NOT NULL,
        division_code TEXT NOT NULL,
        emails        TEXT NOT NULL DEFAULT '[]',
        hired         TEXT,
        resigned      TEXT,
        active        INTEGER NOT NULL CHECK (active IN (0, 1))
    ) STRICT;
    CREATE INDEX employees_by_code ON employees (code);

    -- The border of an employee's work days from a day on; never rewritten, so that a day keeps its border.
    CREATE TABLE borders (
        employee_key TEXT NOT NULL REFERENCES employees,
        from_day     TEXT NOT NULL,
        minutes      INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 1439),
        PRIMARY KEY (employee_key, from_day)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE syncs (
        id     INTEGER PRIMARY KEY,
        at     INTEGER NOT NULL,
        counts TEXT NOT NULL,
        plan   TEXT NOT NULL
    ) STRICT;

    CREATE TABLE accounts (
        employee_key    TEXT NOT NULL REFERENCES employees,
        kind            INTEGER NOT NULL CHECK (kind IN (1, 2, 3)),
        service_account TEXT NOT NULL DEFAULT '',
        set_by_import   INTEGER NOT NULL DEFAULT 0 CHECK (set_by_import IN (0, 1)),
        since           TEXT NOT NULL DEFAULT '0001-01-01',
        PRIMARY KEY (employee_key, kind)
    ) STRICT, WITHOUT ROWID;

    -- Whose a user name is from a work day on; NULL when it was taken off.
    CREATE TABLE links (
        kind         INTEGER NOT NULL CHECK (kind IN (1, 2, 3)),
        user_name    TEXT NOT NULL CHECK (user_name <> ''),
        from_day     TEXT NOT NULL,
        employee_key TEXT REFERENCES employees,
        PRIMARY KEY (kind, user_name, from_day)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE imports (
        id      INTEGER PRIMARY KEY,
        at      INTEGER NOT NULL,
        file    TEXT NOT NULL,
        changes TEXT NOT NULL
    ) STRICT;

    -- Whose code changed while their user name may not have; until an import confirms it.
    CREATE TABLE code_moves (
        employee_key TEXT PRIMARY KEY REFERENCES employees,
        from_code    TEXT,
        to_code      TEXT NOT NULL,
        held         INTEGER NOT NULL CHECK (held IN (0, 1)),
        since        INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE logs (
        id           INTEGER PRIMARY KEY,
        kind         INTEGER NOT NULL CHECK (kind IN (1, 2, 3)),
        log_id       TEXT CHECK (log_id <> ''),
        occurred_at  INTEGER NOT NULL,
        collected_at INTEGER NOT NULL,
        operation    TEXT NOT NULL,
        terminal     TEXT NOT NULL,
        domain       TEXT NOT NULL,
        user         TEXT NOT NULL,
        user_name    TEXT NOT NULL,
        link_code    TEXT,
        source       TEXT NOT NULL,
        taken_at     INTEGER NOT NULL,
        fate         TEXT NOT NULL,
        employee_key TEXT REFERENCES employees,
        work_day     TEXT
    ) STRICT;
    CREATE UNIQUE INDEX logs_with_an_id ON logs (kind, log_id) WHERE log_id IS NOT NULL;
    CREATE UNIQUE INDEX logs_without_an_id
        ON logs (kind, occurred_at, terminal, user, operation, domain) WHERE log_id IS NULL;
    CREATE INDEX logs_by_time ON logs (occurred_at, kind, terminal);
    CREATE INDEX logs_by_person ON logs (employee_key, work_day) WHERE employee_key IS NOT NULL;
    CREATE INDEX logs_by_name ON logs (user_name, occurred_at);
    CREATE INDEX logs_parked ON logs (user_name, occurred_at) WHERE fate = 'unlinked';

    -- Spans of time over which a source has been read whole, merged where they touch.
    CREATE TABLE spans (
        kind     INTEGER NOT NULL CHECK (kind IN (1, 2, 3)),
        from_at  INTEGER NOT NULL,
        until_at INTEGER NOT NULL CHECK (until_at >= from_at),
        PRIMARY KEY (kind, from_at)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE punches (
        id           INTEGER PRIMARY KEY,
        employee_key TEXT NOT NULL REFERENCES employees,
        work_day     TEXT NOT NULL,
        kind         INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 4),
        minute       INTEGER NOT NULL CHECK (minute % 60 = 0),
        rolling      INTEGER NOT NULL DEFAULT 0 CHECK (rolling IN (0, 1)),
        state        TEXT NOT NULL CHECK (state IN ('decided', 'sending', 'accepted', 'refused',
                         'unknown', 'already-there', 'held', 'person', 'withdrawn', 'dropped')),
        reason       TEXT,
        released     INTEGER NOT NULL DEFAULT 0 CHECK (released IN (0, 1)),
        absences     INTEGER NOT NULL DEFAULT 0,
        decided_at   INTEGER NOT NULL,
        changed_at   INTEGER NOT NULL
    ) STRICT;
    -- At most one 出勤 a person and work day, whatever became of it; 退勤 likewise unless rolling.
    CREATE UNIQUE INDEX one_clock_in ON punches (employee_key, work_day) WHERE kind = 1;
    CREATE UNIQUE INDEX one_clock_out ON punches (employee_key, work_day) WHERE kind = 2 AND rolling = 0;
    CREATE UNIQUE INDEX one_rolling_clock_out
        ON punches (employee_key, work_day, minute) WHERE kind = 2 AND rolling = 1;
    CREATE UNIQUE INDEX one_break ON punches (employee_key, work_day, kind, minute) WHERE kind IN (3, 4);
    CREATE INDEX punches_by_state ON punches (state, work_day);
    CREATE INDEX punches_by_day ON punches (work_day, employee_key);

    -- A log is the ground of at most one punch of a kind, for anybody, ever.
    CREATE TABLE grounds (
        log_id   INTEGER NOT NULL REFERENCES logs,
        kind     INTEGER NOT NULL,
        punch_id INTEGER NOT NULL REFERENCES punches,
        PRIMARY KEY (log_id, kind)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX grounds_by_punch ON grounds (punch_id);

    -- One row for each time a punch was about to leave, committed before its first byte.
    CREATE TABLE attempts (
        id          INTEGER PRIMARY KEY,
        punch_id    INTEGER NOT NULL REFERENCES punches,
        run         INTEGER NOT NULL REFERENCES runs,
        started_at  INTEGER NOT NULL,
        ended_at    INTEGER,
        outcome     TEXT,
        status      INTEGER,
        kot_code    TEXT,
        kot_message TEXT
    ) STRICT;
    CREATE INDEX attempts_by_punch ON attempts (punch_id, id);

    CREATE TABLE runs (
        id         INTEGER PRIMARY KEY,
        started_at INTEGER NOT NULL,
        ended_at   INTEGER,
        exit       INTEGER,
        summary    TEXT
    ) STRICT;

    -- What a complete reading showed of an unknown punch, where one reading alone proves nothing.
    CREATE TABLE readings (
        punch_id INTEGER NOT NULL REFERENCES punches,
        run      INTEGER NOT NULL REFERENCES runs,
        began_at INTEGER NOT NULL,
        present  INTEGER NOT NULL CHECK (present IN (0, 1)),
        PRIMARY KEY (punch_id, run)
    ) STRICT, WITHOUT ROWID;

    -- When KING OF TIME was asked for something in the last minutes, by any command, for the common
    -- budget. Punches are counted by their attempts.
    CREATE TABLE requests (at INTEGER NOT NULL) STRICT;
    CREATE INDEX requests_by_time ON requests (at);
    CREATE INDEX attempts_by_time ON attempts (started_at);

    CREATE TABLE findings (
        id           INTEGER PRIMARY KEY,
        code         TEXT NOT NULL,
        severity     TEXT NOT NULL CHECK (severity IN ('act', 'note')),
        employee_key TEXT REFERENCES employees,
        user_name    TEXT,
        work_day     TEXT,
        evidence     TEXT NOT NULL,
        since        INTEGER NOT NULL,
        closed_at    INTEGER,
        ack_reason   TEXT
    ) STRICT;
    CREATE UNIQUE INDEX one_open_finding ON findings
        (code, coalesce(employee_key, ''), coalesce(user_name, ''), coalesce(work_day, ''))
        WHERE closed_at IS NULL;
    ",
    // People whom a person set aside, and user names that a person said are one person's on several PCs.
    "
    CREATE TABLE exclusions (
        id           INTEGER PRIMARY KEY,
        employee_key TEXT NOT NULL REFERENCES employees,
        from_day     TEXT,
        until_day    TEXT,
        set_at       INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX exclusions_by_person ON exclusions (employee_key);

    CREATE TABLE allowed_names (
        user_name TEXT PRIMARY KEY CHECK (user_name <> ''),
        since     INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- Which 退勤 and breaks work days give, by the first day on which each choice holds. No rows: settled,
    -- without breaks.
    CREATE TABLE policies (
        from_day      TEXT PRIMARY KEY,
        policy        TEXT NOT NULL CHECK (policy IN ('settled', 'rolling')),
        break_minutes INTEGER CHECK (break_minutes > 0)
    ) STRICT, WITHOUT ROWID;
    ",
    // What an import overwrote and what it left, so that it can be taken back where nothing changed since.
    "
    ALTER TABLE imports ADD COLUMN run_by TEXT;
    -- 0 for imports from before these tables: they cannot be taken back.
    ALTER TABLE imports ADD COLUMN recorded INTEGER NOT NULL DEFAULT 0 CHECK (recorded IN (0, 1));
    ALTER TABLE imports ADD COLUMN undone_at INTEGER;
    ALTER TABLE imports ADD COLUMN undone_by TEXT;

    -- before_… are NULL where there was no account.
    CREATE TABLE import_accounts (
        import_id    INTEGER NOT NULL REFERENCES imports,
        employee_key TEXT NOT NULL REFERENCES employees,
        kind         INTEGER NOT NULL,
        before_name  TEXT,
        before_set   INTEGER,
        before_since TEXT,
        after_name   TEXT NOT NULL,
        after_set    INTEGER NOT NULL,
        after_since  TEXT NOT NULL,
        PRIMARY KEY (import_id, employee_key, kind)
    ) STRICT, WITHOUT ROWID;

    -- The whole history of each name that the import edited, as it was (after = 0) and as it left it.
    CREATE TABLE import_links (
        import_id    INTEGER NOT NULL REFERENCES imports,
        after        INTEGER NOT NULL CHECK (after IN (0, 1)),
        kind         INTEGER NOT NULL,
        user_name    TEXT NOT NULL,
        from_day     TEXT NOT NULL,
        employee_key TEXT REFERENCES employees,
        PRIMARY KEY (import_id, after, kind, user_name, from_day)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE import_code_moves (
        import_id    INTEGER NOT NULL REFERENCES imports,
        employee_key TEXT NOT NULL REFERENCES employees,
        from_code    TEXT,
        to_code      TEXT NOT NULL,
        held         INTEGER NOT NULL,
        since        INTEGER NOT NULL,
        PRIMARY KEY (import_id, employee_key)
    ) STRICT, WITHOUT ROWID;
    ",
    // When a finding was set aside, and whether it was closed since KING OF TIME answered it.
    "
    ALTER TABLE findings ADD COLUMN ack_at INTEGER;
    ALTER TABLE findings ADD COLUMN answered INTEGER NOT NULL DEFAULT 0 CHECK (answered IN (0, 1));
    CREATE INDEX findings_by_day ON findings (work_day, employee_key, code);
    ",
    // Freezes, what was read of a moved or restored file's days, and what is still to be looked at.
    "
    -- A person's work day, or the whole file where both are NULL, to which nothing is sent. Ended without a
    -- reason where KING OF TIME was seen in order; with one where a person ended it: then it never returns.
    CREATE TABLE freezes (
        id           INTEGER PRIMARY KEY,
        employee_key TEXT REFERENCES employees,
        work_day     TEXT,
        cause        TEXT NOT NULL,
        detail       TEXT NOT NULL,
        since        INTEGER NOT NULL,
        ended_at     INTEGER,
        reason       TEXT,
        CHECK ((employee_key IS NULL) = (work_day IS NULL))
    ) STRICT;
    CREATE INDEX freezes_by_day ON freezes (work_day, employee_key);

    -- What KING OF TIME showed of the days that a moved or restored file may not know of.
    CREATE TABLE adopted (
        employee_key TEXT NOT NULL,
        work_day     TEXT NOT NULL,
        kind         INTEGER NOT NULL,
        PRIMARY KEY (employee_key, work_day, kind)
    ) STRICT, WITHOUT ROWID;

    -- Days to which something was sent and that were not read since.
    CREATE TABLE unseen (
        employee_key TEXT NOT NULL REFERENCES employees,
        work_day     TEXT NOT NULL,
        sent_at      INTEGER NOT NULL,
        PRIMARY KEY (employee_key, work_day)
    ) STRICT, WITHOUT ROWID;
    ",
    // Logs of user names that nobody was ever linked to, by when they came: they are kept for a shorter time.
    "
    CREATE INDEX logs_of_nobody ON logs (taken_at) WHERE employee_key IS NULL;
    ",
    // The night-shift hours of an employee's work days from a day on; a day keeps those it began with.
    "
    CREATE TABLE nights (
        employee_key TEXT NOT NULL REFERENCES employees,
        from_day     TEXT NOT NULL,
        hours        INTEGER NOT NULL CHECK (hours >= 0),
        PRIMARY KEY (employee_key, from_day)
    ) STRICT, WITHOUT ROWID;
    ",
    // User names whose sessions overlapped on several PCs, at least one of a local account. A row holds all days
    // of the link that holds on from_day, until a person allows the name.
    "
    CREATE TABLE held_names (
        kind      INTEGER NOT NULL CHECK (kind IN (1, 2, 3)),
        user_name TEXT NOT NULL CHECK (user_name <> ''),
        from_day  TEXT NOT NULL,
        evidence  TEXT NOT NULL,
        since     INTEGER NOT NULL,
        PRIMARY KEY (kind, user_name, from_day)
    ) STRICT, WITHOUT ROWID;
    ",
    // How far back a round has to decide after an import or its undo. 1 where a round has decided with the links
    // that the import left, 0 with those that its undo put back, NULL where none has decided since.
    "
    ALTER TABLE imports ADD COLUMN reached INTEGER CHECK (reached IN (0, 1));
    UPDATE imports SET reached = undone_at IS NULL;
    CREATE INDEX imports_unreached ON imports (id) WHERE reached IS NOT (undone_at IS NULL);
    ",
    // The rows of an import as columns, and no proof of what links and imports refer to.
    include_str!("schema/import_rows.sql"),
    super::undecided::NOTED,
    // What became of each log, apart from the log.
    include_str!("schema/fates.sql"),
    // Accounts, links and what imports keep of them as tables that a big company's import fills quickly.
    include_str!("schema/import_entries.sql"),
    super::undecided::NOTED_AGAIN,
];

/// Brings the file to the newest schema, one transaction a step.
pub(super) fn migrate(connection: &mut Connection) -> Result<(), Error> {
    loop {
        // A file that is up to date is opened without a place in the queue of those who write.
        let done: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        if done == NEWEST {
            return Ok(());
        }
        let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done: i64 = tx.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        let next = usize::try_from(done)
            .ok()
            .and_then(|done| MIGRATIONS.get(done));
        let Some(migration) = next else { return Ok(()) };
        tx.execute_batch(migration)?;
        tx.pragma_update(None, "user_version", done + 1)?;
        tx.commit()?;
    }
}

#[cfg(test)]
mod tests;
