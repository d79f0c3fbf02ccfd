//! KOT's errors, in its two shapes.

use serde_json::json;

use super::switches::{ClosedHours, UnknownKey};
use crate::sandbox::answer::Answer;

/// Why a request is refused.
#[derive(Debug)]
pub(super) enum Refusal {
    /// Wrong token, caller not on its list, or a missing permission.
    Access,
    /// All but token calls and the punch, at this time of day.
    Closed(Vec<ClosedHours>),
    /// More than the budget, with a `Retry-After` or none.
    TooMany(Option<u32>),
    /// No such path, method or record.
    NotFound,
    /// A punch for a key that is not known.
    UnknownKey(UnknownKey),
    /// A date in another form than `YYYY-MM-DD`.
    DateFormat(&'static str),
    /// A punch's time in another form than `YYYY-MM-DDTHH:MM:SS+09:00`.
    TimeFormat,
    /// Anything else about a parameter or a property.
    Invalid(&'static str),
}

impl Refusal {
    pub(super) fn into_answer(self) -> Answer {
        match self {
            Self::Access => errors(403, 100, "認証に失敗しました"),
            Self::Closed(hours) => errors(403, 104, &closed_message(&hours)),
            Self::TooMany(retry_after) => {
                let answer =
                    Answer::json(429, json!({"code": "303", "message": "Too Many Requests"}));
                match retry_after {
                    Some(seconds) => answer.with_header("retry-after", seconds.to_string()),
                    None => answer,
                }
            }
            Self::NotFound => errors(404, 404, "Not Found"),
            Self::UnknownKey(switch) => {
                let status = match switch {
                    UnknownKey::NotFound => 404,
                    UnknownKey::BadRequest => 400,
                    UnknownKey::Forbidden => 403,
                };
                errors(status, 526, "Employee key is not found.")
            }
            Self::DateFormat(name) => errors(400, 2, &format!("{name} has a wrong date format.")),
            Self::TimeFormat => errors(400, 280, "time has a wrong timestamp format."),
            Self::Invalid(message) => errors(400, 1, message),
        }
    }
}

fn errors(status: u16, code: i64, message: &str) -> Answer {
    Answer::json(
        status,
        json!({"errors": [{"message": message, "code": code}]}),
    )
}

fn closed_message(hours: &[ClosedHours]) -> String {
    let spans: Vec<String> = hours
        .iter()
        .map(|span| {
            format!(
                "{} ～ {}",
                span.from.format("%H:%M"),
                span.to.format("%H:%M")
            )
        })
        .collect();
    format!(
        "次の時間帯（JST）はAPIへのアクセスが禁止されています [{}]",
        spans.join(", ")
    )
}
