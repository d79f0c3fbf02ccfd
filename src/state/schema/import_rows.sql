-- The rows of an import as columns in place of one JSON text, which a big company's import had to hold whole.
-- Links, and what an import keeps, refer to imports and employees without saying so: at a hundred thousand rows
-- the proof of each reference takes a fifth of the import. They hold all the same, since nothing ever deletes an
-- import or an employee, the import is written in the same transaction, and the keys are those of employees who
-- stand in the table when a sync or an import is planned, or are put there by the sync.

ALTER TABLE import_accounts RENAME TO import_accounts_before;
-- line, code and name are NULL for accounts that no row of the file names, code and name also for imports from
-- before they were kept. before_... are NULL where there was no account; of an import from before what it
-- overwrote was kept, only the names are known.
CREATE TABLE import_accounts (
    import_id    INTEGER NOT NULL,
    employee_key TEXT NOT NULL,
    kind         INTEGER NOT NULL,
    line         INTEGER,
    code         TEXT,
    name         TEXT,
    before_name  TEXT,
    before_set   INTEGER,
    before_since TEXT,
    after_name   TEXT NOT NULL,
    after_set    INTEGER,
    after_since  TEXT,
    PRIMARY KEY (import_id, employee_key, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO import_accounts (import_id, employee_key, kind, line, code, name, before_name, after_name)
    SELECT i.id, c.value ->> 'employee_key', c.value ->> 'kind', c.value ->> 'line', c.value ->> 'code',
           c.value ->> 'name', c.value ->> 'before', c.value ->> 'after'
    FROM imports i, json_each(i.changes, '$.changes') c;
INSERT INTO import_accounts (import_id, employee_key, kind, before_name, before_set, before_since,
                             after_name, after_set, after_since)
    SELECT import_id, employee_key, kind, before_name, before_set, before_since,
           after_name, after_set, after_since
    FROM import_accounts_before WHERE true
    ON CONFLICT DO UPDATE SET
        before_name = excluded.before_name, before_set = excluded.before_set,
        before_since = excluded.before_since, after_name = excluded.after_name,
        after_set = excluded.after_set, after_since = excluded.after_since;
DROP TABLE import_accounts_before;
ALTER TABLE imports DROP COLUMN changes;

ALTER TABLE import_links RENAME TO import_links_before;
CREATE TABLE import_links (
    import_id    INTEGER NOT NULL,
    after        INTEGER NOT NULL CHECK (after IN (0, 1)),
    kind         INTEGER NOT NULL,
    user_name    TEXT NOT NULL,
    from_day     TEXT NOT NULL,
    employee_key TEXT,
    PRIMARY KEY (import_id, after, kind, user_name, from_day)
) STRICT, WITHOUT ROWID;
INSERT INTO import_links SELECT * FROM import_links_before;
DROP TABLE import_links_before;

ALTER TABLE links RENAME TO links_before;
CREATE TABLE links (
    kind         INTEGER NOT NULL CHECK (kind IN (1, 2, 3)),
    user_name    TEXT NOT NULL CHECK (user_name <> ''),
    from_day     TEXT NOT NULL,
    employee_key TEXT,
    PRIMARY KEY (kind, user_name, from_day)
) STRICT, WITHOUT ROWID;
INSERT INTO links SELECT * FROM links_before;
DROP TABLE links_before;
