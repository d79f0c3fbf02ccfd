//! What a state file remembers after a long time.

use rusqlite::Connection;

use crate::harness::Office;

/// Two sessions on each work day.
pub(crate) const LOGS_A_DAY: usize = 4;

/// The state file as it is on 2024-12-17 after so many days, each of which everybody worked on from 09:00 to 18:00
/// and whose punches were all taken.
pub(crate) fn remembers(office: &Office, days: usize) {
    office.setting("punch.since", "2000-01-01");
    let file = Connection::open(office.state_file()).unwrap();
    file.execute_batch("PRAGMA synchronous = OFF; PRAGMA cache_size = -200000;")
        .unwrap();
    file.execute_batch(&format!(
        "BEGIN;
         UPDATE spans SET from_at = 0;
         CREATE TEMP TABLE days AS
             WITH RECURSIVE back(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM back WHERE n < {days})
             SELECT date('2024-12-17', '-' || n || ' days') AS day,
                    unixepoch('2024-12-17', '-' || n || ' days', '-9 hours') AS began
             FROM back WHERE {days} > 0;
         CREATE TEMP TABLE turns (hour INTEGER, operation TEXT, fate TEXT, kind INTEGER);
         INSERT INTO turns VALUES (9, 'ログオン', 'punched', 1), (12, 'ログオフ', 'within', NULL),
                                  (13, 'ログオン', 'within', NULL), (18, 'ログオフ', 'punched', 2);
         INSERT INTO logs (kind, occurred_at, collected_at, operation, terminal, domain, user, user_name,
                           link_code, source, taken_at)
             SELECT 3, began + 3600 * hour, began + 3600 * hour + 60, operation, 'PC-' || service_account, '',
                    service_account, service_account, 'A01', 'history', began + 3600 * hour + 60
             FROM days, turns, accounts WHERE accounts.kind = 3 ORDER BY began, hour, employee_key;
         INSERT INTO fates (user_name, occurred_at, log_id, kind, fate, employee_key, work_day)
             SELECT user_name, occurred_at, logs.id, 3, fate, employee_key, day
             FROM accounts CROSS JOIN turns CROSS JOIN days
             JOIN logs ON logs.kind = 3 AND log_id IS NULL AND occurred_at = began + 3600 * hour
                  AND terminal = 'PC-' || service_account
             WHERE accounts.kind = 3 ORDER BY user_name, occurred_at;
         UPDATE meta SET value = (SELECT max(id) FROM logs) WHERE name = 'fates.through' AND {days} > 0;
         INSERT INTO punches (employee_key, work_day, kind, minute, state, decided_at, changed_at)
             SELECT employee_key, day, turns.kind, began + 3600 * hour, 'accepted', began + 86400, began + 86400
             FROM days, turns, accounts WHERE accounts.kind = 3 AND turns.kind IS NOT NULL
             ORDER BY began, hour, employee_key;
         INSERT INTO attempts (punch_id, run, started_at, ended_at, outcome, status)
             SELECT id, 1, changed_at, changed_at, 'accepted', 201 FROM punches;
         INSERT INTO grounds (log_id, kind, punch_id)
             SELECT f.log_id, p.kind, p.id FROM punches p
             JOIN fates f ON f.employee_key = p.employee_key AND f.work_day = p.work_day
                         AND f.occurred_at = p.minute;
         COMMIT;"
    ))
    .unwrap();
    let of_everybody = i64::try_from(days * LOGS_A_DAY).unwrap();
    let sql = "SELECT count(*) = ?1 * (SELECT count(*) FROM accounts WHERE kind = 3)
               FROM fates WHERE work_day IS NOT NULL";
    let is_there = file.query_row(sql, [of_everybody], |row| row.get(0));
    assert_eq!(is_there, Ok(true));
}
