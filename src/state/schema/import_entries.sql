-- What an import of a hundred thousand rows stores, in less.
--
-- A list of three values is laid out anew for each row that is held against it, a range is not.

ALTER TABLE accounts RENAME TO accounts_before;
CREATE TABLE accounts (
    employee_key    TEXT NOT NULL REFERENCES employees,
    kind            INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 3),
    service_account TEXT NOT NULL DEFAULT '',
    set_by_import   INTEGER NOT NULL DEFAULT 0 CHECK (set_by_import IN (0, 1)),
    since           TEXT NOT NULL DEFAULT '0001-01-01',
    PRIMARY KEY (employee_key, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO accounts SELECT * FROM accounts_before;
DROP TABLE accounts_before;

ALTER TABLE links RENAME TO links_before;
CREATE TABLE links (
    kind         INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 3),
    user_name    TEXT NOT NULL CHECK (user_name <> ''),
    from_day     TEXT NOT NULL,
    employee_key TEXT,
    PRIMARY KEY (kind, user_name, from_day)
) STRICT, WITHOUT ROWID;
INSERT INTO links SELECT * FROM links_before;
DROP TABLE links_before;

-- Most entries that an import leaves in links follow from its accounts, and need not be stored once more:
-- after_name is the employee's from after_since on where gives is 1, before_name is nobody's from takes_from on.
-- Both are NULL for imports from before, whose entries all stand in import_links.
ALTER TABLE import_accounts ADD COLUMN gives INTEGER;
ALTER TABLE import_accounts ADD COLUMN takes_from TEXT;
CREATE VIEW import_entries AS
    SELECT import_id, after, kind, user_name, from_day, employee_key FROM import_links
    UNION ALL
    SELECT import_id, 1, kind, after_name, after_since, employee_key FROM import_accounts WHERE gives = 1
    UNION ALL
    SELECT import_id, 1, kind, before_name, takes_from, NULL FROM import_accounts
    WHERE takes_from IS NOT NULL;
