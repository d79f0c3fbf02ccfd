//! What KING OF TIME and the relay's own file show of a year, in the words of the judge.

use std::collections::BTreeMap;

use pcpunch::domain::time::from_epoch;
use pcpunch::sandbox::key_of;
use rusqlite::{Connection, OpenFlags, Row};
use serde_json::Value;

use super::super::calendar::{day_of, first_midnight, minute_of};
use super::judge::{Noted, Post, Told};
use super::model::Punched;
use crate::harness::Office;

const PUNCHES: &str = "/v1.0/daily-workings/timerecord/";

/// The key of somebody.
pub(super) fn key(person: usize) -> String {
    key_of(&format!("person {person}"))
}

/// A year's office, and who has which key.
pub(super) struct Shown<'o> {
    office: &'o Office,
    people: BTreeMap<String, usize>,
}

impl<'o> Shown<'o> {
    pub(super) fn of(office: &'o Office, people: usize) -> Self {
        let people = (0..people).map(|person| (key(person), person)).collect();
        Self { office, people }
    }

    /// The punches that were sent since requests were forgotten last.
    pub(super) fn posts(&self) -> Vec<Post> {
        let requests = self.office.sandbox.kot.requests();
        let posts = requests.iter().filter_map(|request| {
            let key = request.path.strip_prefix(PUNCHES)?;
            (request.method == "POST").then_some((key, request))
        });
        let posts = posts.map(|(key, request)| {
            let body: Value = serde_json::from_str(&request.body).expect("a punch");
            let text = |name: &str| body[name].as_str().expect("text");
            let time = text("time").parse().expect("a time");
            let kind = text("code").parse().expect("a kind");
            Post {
                punched: (
                    self.people[key],
                    day_of(text("date")),
                    kind,
                    minute_of(time),
                ),
                is_taken: request.applied,
            }
        });
        posts.collect()
    }

    /// KING OF TIME's own record.
    pub(super) fn there(&self) -> Vec<Punched> {
        let punches = self.office.sandbox.kot.punches();
        let stored = punches.iter().map(|punch| {
            let day = (punch.work_day.date() - first_midnight().date_naive()).num_days();
            (
                self.people[&punch.key],
                day,
                punch.code,
                minute_of(punch.time),
            )
        });
        stored.collect()
    }

    /// The relay's own file.
    pub(super) fn noted(&self) -> Noted {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
        let file = Connection::open_with_flags(self.office.state_file(), flags);
        let file = file.expect("a state file");
        let person = |key: String| self.people[&key];
        let day = |text: String| day_of(&text);
        let number = |id: i64| usize::try_from(id).expect("a number");
        let punch = |row: &Row<'_>| {
            let minute = from_epoch(row.get(3)?).expect("a time");
            let place = (person(row.get(0)?), day(row.get(1)?), row.get(2)?);
            let punched = (place.0, place.1, place.2, minute_of(minute));
            Ok((punched, row.get(4)?, row.get(5)?))
        };
        let finding = |row: &Row<'_>| {
            Ok(Told {
                code: row.get(0)?,
                person: row.get::<_, Option<String>>(1)?.map(person),
                user: row.get(2)?,
                day: row.get::<_, Option<String>>(3)?.map(day),
                is_open: row.get(4)?,
            })
        };
        Noted {
            punches: rows(
                &file,
                "SELECT employee_key, work_day, kind, minute, state, coalesce(reason, '') FROM punches",
                punch,
            ),
            fates: rows(
                &file,
                "SELECT CAST(l.log_id AS INTEGER), f.fate FROM logs l JOIN fates f ON f.log_id = l.id",
                |row| Ok((number(row.get(0)?), row.get(1)?)),
            ),
            findings: rows(
                &file,
                "SELECT code, employee_key, user_name, work_day, closed_at IS NULL FROM findings",
                finding,
            ),
        }
    }
}

fn rows<T, C: FromIterator<T>>(
    file: &Connection,
    sql: &str,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> C {
    let mut statement = file.prepare(sql).expect("the table");
    let rows = statement.query_map([], read).expect("the columns");
    rows.map(|row| row.expect("a row")).collect()
}
