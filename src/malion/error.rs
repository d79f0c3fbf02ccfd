//! Why MaLion could not be read.

use std::time::Duration;

use serde_json::Value;
use thiserror::Error;

use crate::domain::log_source::Field;
use crate::domain::time::Jst;
use crate::domain::veil::Veil;
use crate::http::{Answer, Failure};

/// Why a reading came to nothing. What was handed on before it stays good; the cursor must not move.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Error {
    /// 401, 403 or 407. Exit 4.
    #[error("access refused: {status} {refusal:?} {message:?}")]
    AccessRefused {
        /// The HTTP status.
        status: u16,
        /// What it can be.
        refusal: Refusal,
        /// MaLion's code.
        code: Option<String>,
        /// MaLion's words.
        message: Option<String>,
    },
    /// 404: the profile's path is not this MaLion's. Exit 5.
    #[error("no such path: {message:?}")]
    NoSuchPath {
        /// MaLion's words.
        message: Option<String>,
    },
    /// 429 or a failure of the server (5xx). Exit 5.
    #[error("busy: {status}, asked to wait {retry_after:?}")]
    Busy {
        /// The HTTP status.
        status: u16,
        /// How long the server asks to be left alone.
        retry_after: Option<Duration>,
        /// MaLion's words.
        message: Option<String>,
    },
    /// No whole answer. Exit 5; 2 where the reason is a setting (`CaFile`, `Proxy`, `Request`).
    #[error(transparent)]
    Unreachable(#[from] Failure),
    /// Any other answer: another 4xx, a redirect, an error told with a success. Exit 5.
    #[error("refused: {status} {code:?} {message:?}")]
    Refused {
        /// The HTTP status.
        status: u16,
        /// MaLion's code.
        code: Option<String>,
        /// MaLion's words.
        message: Option<String>,
    },
    /// A success whose body is not what the profile says. Exit 5.
    #[error(transparent)]
    Malformed(#[from] Malformed),
    /// Pages that never end: more is promised and nothing new comes. Exit 5.
    #[error("the pages do not end at offset {offset}")]
    Endless {
        /// How many records of the span had been read.
        offset: u64,
    },
    /// The profile's closed hours: MaLion was not asked. Nothing is wrong; the next round goes on from there.
    /// Exit 0 for a round, 5 for a command that came to read.
    #[error("not asked until {until}")]
    Closed {
        /// When it may be asked again.
        until: Jst,
    },
    /// The profile knows no question for every operation. Exit 2.
    #[error("the profile has no category of all operations")]
    NoCategory,
    /// A signal came between two requests.
    #[error("stopped")]
    Stopped,
}

/// What a refused access can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// 401: 管理者コード or シークレットコード.
    Codes,
    /// 403: 「API 連携を有効にする」 is off.
    LinkOff,
    /// 407: the proxy wants credentials.
    Proxy,
}

/// A success whose body is not what the profile says. Nothing of it is taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("page at offset {offset}, {place:?}, id {id:?}, field {field:?}: {problem}")]
pub struct Malformed {
    /// How many records of the span came before this page.
    pub offset: u64,
    /// Which record, where it is about one.
    pub place: Place,
    /// The record's id, where it has one.
    pub id: Option<String>,
    /// The field, where it is about one.
    pub field: Option<Field>,
    /// What is wrong.
    pub problem: Problem,
}

/// Which record of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// None: the page as a whole.
    Whole,
    /// The record of a list, from 1.
    Record(usize),
    /// The physical line of a CSV, from 1; the heading is 1.
    Line(u64),
}

/// What is wrong with an answer or a record.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Problem {
    /// The body is no JSON, or cut; the parser's words, with line and column.
    #[error("not JSON: {0}")]
    NotJson(String),
    /// The body is no text of the profile's encoding, or a quote in it is never closed.
    #[error("not text: {0}")]
    NotText(String),
    /// The first row lacks headings, or bears one twice; these are the ones it bears.
    #[error("other headings: {0}")]
    OtherHeadings(String),
    /// A row has fewer or more cells than there are headings.
    #[error("a row of another length")]
    Ragged,
    /// More stands in it than any company has on a page, and more than is kept in memory.
    #[error("too many records or values")]
    TooMany,
    /// No list of records where the profile's `response.records` points.
    #[error("no list of records")]
    NoRecords,
    /// Where the profile's `paging` points, nothing says whether more follows.
    #[error("nothing says whether more follows")]
    NoMore,
    /// A required field is missing, null or empty.
    #[error("missing")]
    Missing,
    /// The field holds something other than text.
    #[error("of another type")]
    WrongType,
    /// A time that is not in the profile's format.
    #[error("unreadable: {0}")]
    Unreadable(String),
}

impl Malformed {
    /// Takes secrets out of what the server said.
    pub(super) fn hide(&mut self, veil: &Veil) {
        if let Some(id) = &mut self.id {
            veil.hide(id);
        }
        match &mut self.problem {
            Problem::NotJson(words)
            | Problem::NotText(words)
            | Problem::OtherHeadings(words)
            | Problem::Unreadable(words) => veil.hide(words),
            Problem::Ragged
            | Problem::NoRecords
            | Problem::NoMore
            | Problem::Missing
            | Problem::TooMany
            | Problem::WrongType => {}
        }
    }
}

impl Error {
    /// What an answer that is no success says, without the secrets that it may repeat.
    pub fn of_answer(answer: &Answer, veil: &Veil) -> Self {
        let body: Value = serde_json::from_slice(&answer.body).unwrap_or_default();
        let (code, message) = words(&body, veil);
        let status = answer.status;
        let refusal = match status {
            401 => Some(Refusal::Codes),
            403 => Some(Refusal::LinkOff),
            407 => Some(Refusal::Proxy),
            _ => None,
        };
        match (status, refusal) {
            (_, Some(refusal)) => Self::AccessRefused {
                status,
                refusal,
                code,
                message,
            },
            (404, _) => Self::NoSuchPath { message },
            (429 | 500.., _) => Self::Busy {
                status,
                retry_after: answer.retry_after,
                message,
            },
            _ => Self::Refused {
                status,
                code,
                message,
            },
        }
    }
}

/// MaLion's code and words, from `{"error":{"code":"…","message":"…"}}` or the same without the outer braces.
pub(super) fn words(body: &Value, veil: &Veil) -> (Option<String>, Option<String>) {
    let text = |pointers: [&str; 2]| {
        let found = pointers
            .into_iter()
            .find_map(|at| body.pointer(at)?.as_str());
        Some(veil.hidden(found?))
    };
    (
        text(["/error/code", "/code"]),
        text(["/error/message", "/message"]),
    )
}

#[cfg(test)]
mod tests {
    use super::{Error, Refusal, Veil};
    use crate::domain::secret::Secret;
    use crate::http::Answer;

    #[test]
    fn every_answer_that_is_no_success_has_its_class() {
        let body = r#"{"error":{"code":"E1","message":"m hunter2 hunter3"}}"#;
        let (code, message) = (Some("E1".to_owned()), Some("m … …".to_owned()));
        let access = |status, refusal| Error::AccessRefused {
            status,
            refusal,
            code: code.clone(),
            message: message.clone(),
        };
        let busy = |status| Error::Busy {
            status,
            retry_after: None,
            message: message.clone(),
        };
        let refused = |status| Error::Refused {
            status,
            code: code.clone(),
            message: message.clone(),
        };
        let path = Error::NoSuchPath {
            message: message.clone(),
        };
        let rows = [
            (401, access(401, Refusal::Codes)),
            (403, access(403, Refusal::LinkOff)),
            (407, access(407, Refusal::Proxy)),
            (404, path),
            (429, busy(429)),
            (500, busy(500)),
            (503, busy(503)),
            (400, refused(400)),
            (302, refused(302)),
        ];
        for (status, expected) in rows {
            let answer = Answer {
                status,
                date: None,
                retry_after: None,
                body: body.into(),
            };
            let secrets = ["hunter2", "hunter3"].map(Secret::new);
            assert_eq!(Error::of_answer(&answer, &Veil::over(&secrets)), expected);
        }
    }
}
