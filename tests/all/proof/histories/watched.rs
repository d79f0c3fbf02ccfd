//! What the services and the relay's own file show, in the words of the judge.

use pcpunch::sandbox::{Request, key_of};
use rusqlite::{Connection, OpenFlags};
use serde_json::Value;

use super::super::calendar::{day_of, first_midnight, minute_of};
use super::judge::{Answer, Asked, Noted, Stored};
use super::script::History;
use crate::harness::Office;

const PUNCHES: &str = "/v1.0/daily-workings/timerecord/";
const READINGS: &str = "/v1.0/daily-workings/timerecord";
/// Where the relay's file is.
pub(super) const FILE: &str = "state/pcpunch/state.db";

/// What a history's office shows.
pub(super) struct Watched<'a> {
    pub(super) history: &'a History,
    pub(super) office: &'a Office,
}

impl Watched<'_> {
    /// The requests of the round that matter, in order.
    pub(super) fn asked(&self) -> Vec<Asked> {
        let requests = self.office.sandbox.kot.requests();
        requests
            .iter()
            .filter_map(|request| self.matters(request))
            .collect()
    }

    /// The ends of the spans that MaLion was asked for and gave: as far as it may have been read before the round
    /// was hindered.
    pub(super) fn spans_read(&self) -> Vec<i64> {
        let requests = self.office.sandbox.malion.requests();
        let well = requests
            .iter()
            .filter(|request| request.status == Some(200) && !request.faulty);
        let ends = well.filter_map(|request| {
            let mut pairs = request.query.split('&');
            let end = pairs.find_map(|pair| pair.strip_prefix("to="))?;
            let end = end.replace("%3A", ":").replace("%2B", "+");
            let end = chrono::DateTime::parse_from_rfc3339(&end).expect("a time");
            Some((end - first_midnight()).num_seconds())
        });
        ends.collect()
    }

    fn matters(&self, request: &Request) -> Option<Asked> {
        if request.method == "GET" {
            let field = |name: &str| {
                request
                    .query
                    .split('&')
                    .find_map(|pair| pair.strip_prefix(name))
                    .map(day_of)
            };
            let is_shown = request.path == READINGS && request.status == Some(200);
            return is_shown.then_some(Asked::Reading(field("start=")?..field("end=")? + 1));
        }
        let key = request.path.strip_prefix(PUNCHES)?;
        let body: Value = serde_json::from_str(&request.body).expect("a punch");
        let text = |name: &str| body[name].as_str().expect("text");
        let time = chrono::DateTime::parse_from_rfc3339(text("time")).expect("a time");
        let minute = (time - first_midnight().fixed_offset()).num_minutes();
        let kind = text("code").parse().expect("a kind");
        Some(Asked::Post {
            punched: (self.person(key), day_of(text("date")), kind, minute),
            is_applied: request.applied,
            answer: match (request.status, request.faulty) {
                (Some(201), false) => Answer::Accepted,
                (Some(400), _) => Answer::Refused,
                (Some(401 | 403 | 429), _) => Answer::Free,
                _ => Answer::Unknown,
            },
        })
    }

    fn person(&self, key: &str) -> usize {
        let mut people = self.history.people.iter();
        people
            .position(|person| key_of(&person.code) == key)
            .expect("somebody")
    }

    /// KING OF TIME's own record.
    pub(super) fn there(&self) -> Vec<Stored> {
        let punches = self.office.sandbox.kot.punches();
        let stored = punches.iter().map(|punch| Stored {
            punched: (
                self.person(&punch.key),
                day_of(&punch.work_day.to_string()),
                punch.code,
                minute_of(punch.time),
            ),
            is_ours: punch.by_api,
        });
        stored.collect()
    }

    /// The relay's own punches.
    pub(super) fn book(&self) -> Vec<Noted> {
        let file =
            Connection::open_with_flags(self.office.path(FILE), OpenFlags::SQLITE_OPEN_READ_ONLY);
        let file = file.expect("a state file");
        let sql = "SELECT employee_key, work_day, kind, minute, state, coalesce(reason, '') FROM punches ORDER BY minute";
        let mut statement = file.prepare(sql).expect("the table");
        let noted = statement.query_map([], |row| {
            let (key, day): (String, String) = (row.get(0)?, row.get(1)?);
            let minute: i64 = row.get(3)?;
            Ok(Noted {
                punched: (
                    self.person(&key),
                    day_of(&day),
                    row.get(2)?,
                    (minute - first_midnight().timestamp()) / 60,
                ),
                state: row.get(4)?,
                reason: row.get(5)?,
            })
        });
        noted
            .expect("the columns")
            .map(|row| row.expect("a row"))
            .collect()
    }
}
