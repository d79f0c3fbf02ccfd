//! What became of a punch that was sent: a pure function of the answer.

use std::time::Duration;

use serde_json::json;

use super::reading;
use super::words::Words;
use crate::domain::employee::EmployeeKey;
use crate::domain::punch::PunchKind;
use crate::domain::time::{Minute, WorkDay};
use crate::http::{Answer, Failure};

/// One punch as it is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PunchRequest {
    /// Whose.
    pub key: EmployeeKey,
    /// 勤務日. KING OF TIME does not apply 日付変更時間 to it (KOT section 6.3).
    pub work_day: WorkDay,
    /// Which; always said, since KING OF TIME's own choice is not known (KOT section 6.2).
    pub kind: PunchKind,
    /// When.
    pub time: Minute,
}

impl PunchRequest {
    /// The body of the POST (KOT section 3.3).
    pub(super) fn body(&self) -> serde_json::Value {
        json!({
            "date": self.work_day.to_string(),
            "time": self.time.to_string(),
            "code": self.kind.code().to_string(),
        })
    }
}

/// What an answer, or its absence, says about the punch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// KING OF TIME stored the punch.
    Accepted,
    /// KING OF TIME refuses this punch, in its own words: a person must decide.
    Refused,
    /// Surely not applied: it may be sent again.
    NotApplied(NotApplied),
    /// It may have been applied: only a reading can tell.
    Unknown(Unknown),
}

/// Why a punch was surely not applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotApplied {
    /// No byte reached KING OF TIME.
    NotConnected,
    /// The token, its permission, the IP address or the proxy's credentials were refused.
    AccessRefused,
    /// KING OF TIME said closed hours (403/104).
    Closed,
    /// Too many requests; the server may say for how long it is to be left alone.
    Throttled(Option<Duration>),
}

/// Why nothing is known about a punch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// Bytes may have left, and no whole answer came.
    NoAnswer,
    /// A success that does not show our punch.
    OtherSuccess,
    /// A redirect, which is not followed.
    Redirect,
    /// An error that is not in KING OF TIME's shape: who said it is not known.
    Foreign,
    /// A failure of the server (5xx).
    ServerError,
}

/// An outcome with everything that is recorded beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PunchAnswer {
    /// What became of the punch.
    pub outcome: Outcome,
    /// The HTTP status, where an answer came.
    pub status: Option<u16>,
    /// KING OF TIME's code, where it said one.
    pub kot_code: Option<String>,
    /// KING OF TIME's words, where it said some.
    pub kot_message: Option<String>,
    /// What was in the way, where no answer came.
    pub failure: Option<Failure>,
}

/// Classes what became of `sent`. In doubt it is unknown, never refused and never free to send again.
pub fn classify(sent: &PunchRequest, came: Result<&Answer, &Failure>) -> PunchAnswer {
    let answer = match came {
        Ok(answer) => answer,
        Err(failure) => {
            return PunchAnswer {
                outcome: if failure.is_before_sending() {
                    Outcome::NotApplied(NotApplied::NotConnected)
                } else {
                    Outcome::Unknown(Unknown::NoAnswer)
                },
                status: None,
                kot_code: None,
                kot_message: None,
                failure: Some(failure.clone()),
            };
        }
    };
    let words = Words::of_body(&answer.body);
    PunchAnswer {
        outcome: outcome(sent, answer, words.as_ref()),
        status: Some(answer.status),
        kot_code: words.as_ref().map(|words| words.code.clone()),
        kot_message: words.map(|words| words.message),
        failure: None,
    }
}

fn outcome(sent: &PunchRequest, answer: &Answer, words: Option<&Words>) -> Outcome {
    let throttled = Outcome::NotApplied(NotApplied::Throttled(answer.retry_after));
    match answer.status {
        200..300 if shows(sent, &answer.body) => Outcome::Accepted,
        200..300 => Outcome::Unknown(Unknown::OtherSuccess),
        300..400 => Outcome::Unknown(Unknown::Redirect),
        429 => throttled,
        400.. if words.is_some_and(Words::is_too_many) => throttled,
        403 if words.is_some_and(Words::is_closed_hours) => Outcome::NotApplied(NotApplied::Closed),
        // KING OF TIME's 403 with another code is about this punch: taken for one about the access, it
        // would keep everybody else's from being sent.
        403 if words.is_some_and(|words| !words.is_access()) => Outcome::Refused,
        401 | 403 | 407 => Outcome::NotApplied(NotApplied::AccessRefused),
        400..500 if words.is_some() => Outcome::Refused,
        400..500 => Outcome::Unknown(Unknown::Foreign),
        _ => Outcome::Unknown(Unknown::ServerError),
    }
}

/// Whether a body is the stored punch: person, work day, code, and time by the minute.
fn shows(sent: &PunchRequest, body: &[u8]) -> bool {
    reading::stored(body).is_ok_and(|(key, day, record)| {
        key == sent.key
            && day == sent.work_day
            && record.code == sent.kind.code()
            && record.minute() == sent.time
    })
}

#[cfg(test)]
mod tests;
