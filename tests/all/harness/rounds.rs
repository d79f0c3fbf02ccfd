//! Rounds that are watched, and what the relay itself says of its punches.

use pcpunch::domain::time::from_epoch;
use pcpunch::sandbox::Request;
use rusqlite::{Connection, OpenFlags};
use serde_json::Value;

use super::moment::written;
use super::office::Office;

const PUNCHES: &str = "/v1.0/daily-workings/timerecord/";
const READINGS: &str = "/v1.0/daily-workings/timerecord";

const PUNCHES_NOTED: &str = "
    SELECT p.id, e.code, p.work_day, p.kind, p.minute, p.state, p.reason,
           (SELECT count(*) FROM attempts a WHERE a.punch_id = p.id),
           (SELECT a.kot_code || ' ' || a.kot_message FROM attempts a
            WHERE a.punch_id = p.id ORDER BY a.id DESC LIMIT 1)
    FROM punches p JOIN employees e ON e.key = p.employee_key";

/// A punch as the state file has it.
pub(crate) struct Noted {
    pub(crate) id: i64,
    code: String,
    work_day: String,
    pub(crate) kind: i64,
    minute: i64,
    pub(crate) state: String,
    pub(crate) reason: Option<String>,
    pub(crate) attempts: i64,
    /// KING OF TIME's code and words of the last attempt.
    pub(crate) words: Option<String>,
}

impl Office {
    /// One round that ends with that code, and its document. Every punch that it posts, it posts to a day that
    /// it has read of that person before.
    #[track_caller]
    pub(crate) fn round(&self, exit: i32) -> Value {
        let before = self.sandbox.kot.requests().len();
        let ran = self.relay().exits(exit);
        self.keeps_secrets(&ran);
        reads_before_it_posts(&self.sandbox.kot.requests()[before..]);
        ran.document("pcpunch.relay-run.v1")
    }

    /// One round that ends as what it met lets it. Every punch that it posts, it posts to a day that it has read.
    #[track_caller]
    pub(crate) fn round_of_any_end(&self) {
        let before = self.sandbox.kot.requests().len();
        let ran = self.relay();
        ran.ends_like_a_round();
        self.keeps_secrets(&ran);
        reads_before_it_posts(&self.sandbox.kot.requests()[before..]);
    }

    /// Rounds at these times, each ending with 0.
    #[track_caller]
    pub(crate) fn rounds_at(&self, times: &[&str]) -> &Self {
        for time in times {
            self.at(time).round(0);
        }
        self
    }

    /// One round that ends with that code and posts so many times.
    #[track_caller]
    pub(crate) fn round_posts(&self, posts: usize, exit: i32) -> Value {
        let before = self.posts();
        let document = self.round(exit);
        assert_eq!(self.posts() - before, posts, "{document:#}");
        document
    }

    /// The state file says exactly this of the punches, `1000 2024-12-17 出勤 09:03 accepted`, sorted.
    #[track_caller]
    pub(crate) fn book_says(&self, expected: &[&str]) -> &Self {
        let found: Vec<String> = self.book().iter().map(Noted::line).collect();
        assert_eq!(found, expected, "the book at {}", self.told_time());
        self
    }

    /// The punches of the state file, in order of their lines. Read beside a round that may be running.
    pub(crate) fn book(&self) -> Vec<Noted> {
        let file = self.state_file();
        let connection = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY);
        let connection = connection.expect("a state file");
        let mut statement = connection.prepare(PUNCHES_NOTED).expect("the tables");
        let noted = statement
            .query_map([], |row| {
                Ok(Noted {
                    id: row.get(0)?,
                    code: row.get(1)?,
                    work_day: row.get(2)?,
                    kind: row.get(3)?,
                    minute: row.get(4)?,
                    state: row.get(5)?,
                    reason: row.get(6)?,
                    attempts: row.get(7)?,
                    words: row.get(8)?,
                })
            })
            .expect("the columns");
        let mut noted: Vec<Noted> = noted.map(|row| row.expect("a row")).collect();
        noted.sort_by_key(Noted::line);
        noted
    }

    /// The id of the first punch of a kind in the state file, as commands take it.
    pub(crate) fn punch_id(&self, kind: i64) -> String {
        let book = self.book();
        let punch = book.iter().find(|punch| punch.kind == kind);
        punch.expect("a punch of that kind").id.to_string()
    }

    /// The codes of the open findings after the last round, sorted.
    pub(crate) fn findings_of(round: &Value) -> Vec<&str> {
        let findings = round["findings"].as_array().expect("findings").iter();
        let mut codes: Vec<&str> = findings.filter_map(|one| one["code"].as_str()).collect();
        codes.sort_unstable();
        codes
    }
}

impl Noted {
    /// Whether it is of that one's person and work day.
    pub(crate) fn is_of_the_day_of(&self, other: &Self) -> bool {
        (&self.code, &self.work_day) == (&other.code, &other.work_day)
    }

    /// Its line, and how often it was sent, for the message of a failed test.
    pub(crate) fn told(&self) -> String {
        let Self {
            attempts, reason, ..
        } = self;
        format!("{}, {attempts} attempts, {reason:?}", self.line())
    }

    pub(crate) fn line(&self) -> String {
        let kind = match self.kind {
            1 => "出勤",
            2 => "退勤",
            3 => "休憩開始",
            4 => "休憩終了",
            other => panic!("kind {other}"),
        };
        let (code, day, state) = (&self.code, &self.work_day, &self.state);
        let time = written(from_epoch(self.minute).expect("a time"));
        let time = time.strip_prefix(&format!("{day} ")).unwrap_or(&time);
        format!("{code} {day} {kind} {time} {state}")
    }
}

/// "No POST without a reading" (delivery.md), by the order in which the requests arrived.
#[track_caller]
fn reads_before_it_posts(requests: &[Request]) {
    for (place, post) in requests.iter().enumerate() {
        let Some(key) = post
            .path
            .strip_prefix(PUNCHES)
            .filter(|_| post.method == "POST")
        else {
            continue;
        };
        let body: Value = serde_json::from_str(&post.body).expect("a punch is JSON");
        let day = body["date"].as_str().expect("a punch has its work day");
        let shows = |get: &Request| {
            let keys = get
                .query
                .split('&')
                .find_map(|pair| pair.strip_prefix("employeeKeys="));
            get.method == "GET"
                && get.path == READINGS
                && get.status == Some(200)
                && get.query.contains(&format!("start={day}&end={day}"))
                && keys.is_none_or(|keys| keys.contains(key))
        };
        assert!(
            requests[..place].iter().any(shows),
            "{day} of {key} was not read before {} was posted: {requests:#?}",
            post.body
        );
    }
}
