//! What can go wrong, on which request, how often.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use chrono::TimeDelta;
use serde_json::json;

use super::answer::{Answer, JSON};
use super::asked::Asked;
use super::hold::Hold;
use super::reshape::Reshape;

/// One way to misbehave.
#[derive(Clone, Debug)]
pub enum Fault {
    /// The request is read, nothing is done, the connection is closed without an answer.
    DropBefore,
    /// Done, then the connection is closed without an answer.
    DropAfter,
    /// The connection is closed without an answer; done when the server's clock has gone on by that much.
    ApplyLater(TimeDelta),
    /// Done at once, answered after that much real time.
    Delay(Duration),
    /// Done, then the connection is reset in the middle of the answer's body.
    ResetInAnswer,
    /// A connection that had carried a request before is closed once the next one was read; nothing is done. First
    /// requests of a connection neither meet it nor are counted by it.
    CloseKept,
    /// Done; the body of the answer ends in its middle, in good HTTP.
    Truncate,
    /// Another answer than the service's own.
    Answer(Canned),
    /// Done, with an answer that shows something else than there is.
    Reshape(Reshape),
    /// Parked until the test says how to go on.
    Hold(Hold),
}

/// An answer made beforehand. Unless [`Canned::after_applying`], the service does not see the request.
#[derive(Clone, Debug)]
pub struct Canned {
    pub(super) answer: Answer,
    pub(super) applied: bool,
}

impl Canned {
    fn new(answer: Answer) -> Self {
        Self {
            answer,
            applied: false,
        }
    }

    /// KOT's first error shape, `{"errors":[{"message","code":300}]}`.
    pub fn errors(status: u16, code: i64, message: &str) -> Self {
        Self::new(Answer::json(
            status,
            json!({"errors": [{"message": message, "code": code}]}),
        ))
    }

    /// KOT's second, flat shape with its code as text, `{"code":"303","message":"Too Many Requests"}`.
    pub fn flat(status: u16, code: &str, message: &str) -> Self {
        Self::new(Answer::json(
            status,
            json!({"code": code, "message": message}),
        ))
    }

    /// MaLion's error shape, `{"error":{"code","message"}}`.
    pub fn malion_error(status: u16, code: &str, message: &str) -> Self {
        Self::new(Answer::json(
            status,
            json!({"error": {"code": code, "message": message}}),
        ))
    }

    /// Good JSON that is nobody's shape, with status 200.
    pub fn foreign_json() -> Self {
        Self::new(Answer::json(
            200,
            json!({"status": "ok", "data": {"items": 0}}),
        ))
    }

    /// A gateway's page, with status 200.
    pub fn html_page() -> Self {
        Self::new(Answer::text(
            200,
            "text/html; charset=utf-8",
            "<!DOCTYPE html><html><body><h1>ただいまメンテナンス中です</h1></body></html>",
        ))
    }

    /// That text under JSON's content type, which it need not be.
    pub fn text(status: u16, text: &str) -> Self {
        Self::new(Answer::text(status, JSON, text))
    }

    /// A redirect (302) to that address.
    pub fn redirect(location: &str) -> Self {
        Self::new(
            Answer::text(302, "text/html; charset=utf-8", "").with_header("location", location),
        )
    }

    /// The same with a `Retry-After` in seconds.
    #[must_use]
    pub fn retry_after(mut self, seconds: u32) -> Self {
        self.answer = self.answer.with_header("retry-after", seconds.to_string());
        self
    }

    /// The same with a header.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: &str) -> Self {
        self.answer = self.answer.with_header(name, value);
        self
    }

    /// The same, given after the service did what was asked.
    #[must_use]
    pub fn after_applying(mut self) -> Self {
        self.applied = true;
        self
    }
}

/// Which requests a fault meets: of that method, under that path, after so many, so often (once, unless said otherwise).
#[derive(Clone, Debug)]
pub struct On {
    method: Option<&'static str>,
    path: String,
    skip: u32,
    left: Option<u32>,
}

impl On {
    fn new(method: Option<&'static str>, path: &str) -> Self {
        Self {
            method,
            path: path.to_owned(),
            skip: 0,
            left: Some(1),
        }
    }

    /// Every request.
    pub fn any() -> Self {
        Self::new(None, "/")
    }

    /// GET requests whose whole path (`/v1.0/employees`) begins so.
    pub fn get(path: &str) -> Self {
        Self::new(Some("GET"), path)
    }

    /// POST requests whose whole path begins so.
    pub fn post(path: &str) -> Self {
        Self::new(Some("POST"), path)
    }

    /// KOT: the punch.
    pub fn punch() -> Self {
        Self::post("/v1.0/daily-workings/timerecord/")
    }

    /// KOT: readings of punches.
    pub fn reading() -> Self {
        Self::get("/v1.0/daily-workings/timerecord")
    }

    /// MaLion: readings of logs.
    pub fn logs() -> Self {
        Self::get("/webapi/v1/operation-logs")
    }

    /// Lets that many matching requests pass first.
    #[must_use]
    pub fn skip(mut self, requests: u32) -> Self {
        self.skip = requests;
        self
    }

    /// Meets that many requests, then no more.
    #[must_use]
    pub fn times(mut self, requests: u32) -> Self {
        self.left = Some(requests);
        self
    }

    /// Meets requests without end.
    #[must_use]
    pub fn always(mut self) -> Self {
        self.left = None;
        self
    }

    fn matches(&self, asked: &Asked) -> bool {
        self.method.is_none_or(|method| method == asked.method)
            && asked.path.starts_with(&self.path)
    }
}

/// The armed faults of one server. Each counts the requests it matches; where two would meet the same one, the one
/// armed first does and the other is not used up.
#[derive(Default)]
pub(super) struct Faults(Mutex<Vec<(Fault, On)>>);

impl Faults {
    pub(super) fn arm(&self, fault: Fault, on: On) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push((fault, on));
    }

    pub(super) fn clear(&self) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
    }

    /// The fault that meets this request. `kept`: its connection had carried one before.
    pub(super) fn take(&self, asked: &Asked, kept: bool) -> Option<Fault> {
        let mut armed = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut met = None;
        for (fault, on) in armed.iter_mut() {
            let counted = on.matches(asked) && (kept || !matches!(fault, Fault::CloseKept));
            if !counted {
                continue;
            }
            if on.skip > 0 {
                on.skip -= 1;
            } else if met.is_none() && on.left != Some(0) {
                on.left = on.left.map(|left| left - 1);
                met = Some(fault.clone());
            }
        }
        armed.retain(|(_, on)| on.left != Some(0));
        met
    }
}
