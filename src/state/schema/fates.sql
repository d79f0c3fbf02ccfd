-- What became of each log, apart from what it says, and by name: the rules decide a person's logs together, which
-- lie far apart in the order in which the logs came. Deciding then writes a few whole pages, not one for each log.
-- Logs never change. Those that came since the fact `fates.through` have no row yet and are unlinked.
CREATE TABLE fates (
    user_name    TEXT NOT NULL,
    occurred_at  INTEGER NOT NULL,
    log_id       INTEGER NOT NULL,
    kind         INTEGER NOT NULL,
    fate         TEXT NOT NULL,
    employee_key TEXT,
    work_day     TEXT,
    PRIMARY KEY (user_name, occurred_at, log_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX fates_by_person ON fates (employee_key, work_day) WHERE employee_key IS NOT NULL;
CREATE INDEX fates_parked ON fates (user_name, occurred_at, kind) WHERE fate = 'unlinked';

-- In the order of the index that it reads: nothing has to be sorted.
INSERT INTO fates (user_name, occurred_at, log_id, kind, fate, employee_key, work_day)
    SELECT user_name, occurred_at, id, kind, fate, employee_key, work_day FROM logs
    ORDER BY user_name, occurred_at, id;
INSERT INTO meta (name, value) SELECT 'fates.through', coalesce(max(id), 0) FROM logs;

DROP INDEX logs_by_person;
DROP INDEX logs_by_name;
DROP INDEX logs_parked;
DROP INDEX logs_of_nobody;
ALTER TABLE logs DROP COLUMN fate;
ALTER TABLE logs DROP COLUMN employee_key;
ALTER TABLE logs DROP COLUMN work_day;

CREATE TRIGGER fates_gone AFTER DELETE ON logs
    BEGIN DELETE FROM fates
          WHERE user_name = old.user_name AND occurred_at = old.occurred_at AND log_id = old.id; END;
