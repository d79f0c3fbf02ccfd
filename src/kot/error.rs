//! Why KING OF TIME could not be read.

use std::time::Duration;

use chrono::TimeDelta;
use thiserror::Error;

use super::closed_hours::ClosedHours;
use super::outcome::PunchAnswer;
use super::record::Malformed;
use super::words::Words;
use crate::domain::time::Jst;
use crate::domain::veil::Veil;
use crate::http::{Answer, Failure, Reason};

/// How long to keep away after KING OF TIME said closed hours where none are configured.
pub const UNEXPECTEDLY_CLOSED: TimeDelta = TimeDelta::minutes(15);

/// Why a reading, or a turn for a request, came to nothing.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Error {
    /// The closed hours, with their guard. Exit 5, or 0 for a round.
    #[error("closed until {opens}")]
    Closed {
        /// When a reading may begin again.
        opens: Jst,
        /// False where KING OF TIME said so (403/104) outside the configured hours.
        configured: bool,
    },
    /// 401, 403 or 407, or KING OF TIME's codes 100 and 105. Exit 4. 403/100 is one and the same for a
    /// wrong token, an IP address not on the token's list and a missing permission (KOT section 5.2);
    /// 407 is the proxy.
    #[error("access refused: {status} {code:?} {message:?}")]
    AccessRefused {
        /// The HTTP status.
        status: u16,
        /// KING OF TIME's code.
        code: Option<String>,
        /// KING OF TIME's words.
        message: Option<String>,
    },
    /// Too many requests, again and again. Exit 5.
    #[error("too many requests; asked to wait {retry_after:?}")]
    Throttled {
        /// How long the server asks to be left alone.
        retry_after: Option<Duration>,
    },
    /// No whole answer. Exit 5; 2 where the reason is a setting (`CaFile`, `Proxy`, `Request`).
    #[error(transparent)]
    Unreachable(#[from] Failure),
    /// A failure of the server (5xx), maintenance included. Exit 5.
    #[error("server failure: {status} {code:?} {message:?}")]
    Busy {
        /// The HTTP status.
        status: u16,
        /// KING OF TIME's code.
        code: Option<String>,
        /// KING OF TIME's words.
        message: Option<String>,
    },
    /// A success whose body is not what was asked for. Exit 5.
    #[error(transparent)]
    Malformed(#[from] Malformed),
    /// Any other answer: another 4xx, a redirect, an error told with a success. Exit 1.
    #[error("refused: {status} {code:?} {message:?}")]
    Refused {
        /// The HTTP status.
        status: u16,
        /// KING OF TIME's code.
        code: Option<String>,
        /// KING OF TIME's words.
        message: Option<String>,
    },
    /// A signal came while waiting.
    #[error("stopped")]
    Stopped,
}

impl Error {
    /// What a punch that was surely not applied says about all further requests.
    pub fn of_punch(answer: &PunchAnswer) -> Self {
        let (code, message) = (answer.kot_code.clone(), answer.kot_message.clone());
        match (&answer.failure, answer.status) {
            (Some(failure), _) => Self::Unreachable(failure.clone()),
            (None, Some(status)) => Self::AccessRefused {
                status,
                code,
                message,
            },
            (None, None) => Self::Stopped,
        }
    }

    /// Whether less at a time might have come through.
    pub(super) fn is_too_large(&self) -> bool {
        matches!(self, Self::Unreachable(failure) if failure.reason() == Reason::TooLarge)
    }

    /// The body of a success, or what the answer to a reading at `now` says instead. Older answers
    /// told errors with a success, so status and body both count (KOT section 5.1).
    ///
    /// # Errors
    /// Any that an answer can be: all but `Unreachable`, `Malformed` and `Stopped`.
    pub fn of_answer(answer: Answer, now: Jst, hours: &ClosedHours) -> Result<Vec<u8>, Self> {
        let words = Words::of_body(&answer.body);
        if answer.status == 200 && words.is_none() {
            return Ok(answer.body);
        }
        let status = answer.status;
        let said = |test: fn(&Words) -> bool| words.as_ref().is_some_and(test);
        if status == 429 || said(Words::is_too_many) {
            return Err(Self::Throttled {
                retry_after: answer.retry_after,
            });
        }
        if said(Words::is_closed_hours) {
            let opens = hours.reads_open_at(now);
            return Err(Self::Closed {
                opens: opens.unwrap_or(now + UNEXPECTEDLY_CLOSED),
                configured: opens.is_some(),
            });
        }
        let access = matches!(status, 401 | 403 | 407) || (status < 500 && said(Words::is_access));
        let (code, message) = words.map(|words| (words.code, words.message)).unzip();
        Err(match status {
            _ if access => Self::AccessRefused {
                status,
                code,
                message,
            },
            500.. => Self::Busy {
                status,
                code,
                message,
            },
            _ => Self::Refused {
                status,
                code,
                message,
            },
        })
    }

    /// Takes secrets out of the server's words, should it repeat them.
    pub(super) fn behind(mut self, veil: &Veil) -> Self {
        match &mut self {
            Self::AccessRefused { code, message, .. }
            | Self::Busy { code, message, .. }
            | Self::Refused { code, message, .. } => {
                let words = [code, message].into_iter().flatten();
                words.for_each(|words| veil.hide(words));
            }
            Self::Malformed(malformed) => malformed.hide(veil),
            Self::Closed { .. } | Self::Throttled { .. } | Self::Unreachable(_) | Self::Stopped => {
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::{Error, Veil};
    use crate::domain::secret::Secret;
    use crate::domain::time::Jst;
    use crate::http::Answer;
    use crate::kot::ClosedHours;

    fn of(status: u16, body: &str, now: &str) -> Result<Vec<u8>, Error> {
        let now: Jst = format!("2024-12-17T{now}:00+09:00").parse().unwrap();
        let hours = ClosedHours::parse("08:30-10:00", 60).unwrap();
        let answer = Answer {
            status,
            date: None,
            retry_after: None,
            body: body.as_bytes().to_vec(),
        };
        Error::of_answer(answer, now, &hours)
    }

    fn kind(error: &Error) -> &'static str {
        match error {
            Error::Closed { .. } => "closed",
            Error::AccessRefused { .. } => "access",
            Error::Throttled { .. } => "throttled",
            Error::Busy { .. } => "busy",
            Error::Refused { .. } => "refused",
            _ => "other",
        }
    }

    #[test]
    fn every_answer_that_is_no_success_has_its_class() {
        let coded = |code: u32| format!(r#"{{"errors":[{{"message":"m","code":{code}}}]}}"#);
        let rows = [
            (200, coded(100), "access"),
            (200, coded(104), "closed"),
            (200, coded(303), "throttled"),
            (200, coded(2), "refused"),
            (203, "[]".to_owned(), "refused"),
            (206, "[]".to_owned(), "refused"),
            (302, String::new(), "refused"),
            (400, coded(2), "refused"),
            (404, "<html>".to_owned(), "refused"),
            (401, String::new(), "access"),
            (403, coded(100), "access"),
            (403, coded(105), "access"),
            (403, coded(104), "closed"),
            (403, "<html>".to_owned(), "access"),
            (407, String::new(), "access"),
            (429, String::new(), "throttled"),
            (
                400,
                r#"{"code":"308","message":"m"}"#.to_owned(),
                "throttled",
            ),
            (500, coded(300), "busy"),
            (503, String::new(), "busy"),
        ];
        for (status, body, expected) in rows {
            let error = of(status, &body, "12:00").unwrap_err();
            assert_eq!(kind(&error), expected, "{status} {body}");
        }
        for body in ["[]", "{}", r#"{"key":"k","code":"1"}"#] {
            assert_eq!(of(200, body, "12:00").unwrap(), body.as_bytes());
        }
    }

    #[test]
    fn closed_hours_that_are_not_configured_are_told_apart() {
        let body = r#"{"errors":[{"message":"m","code":104}]}"#;
        let rows = [("09:00", "10:01", true), ("12:00", "12:15", false)];
        for (now, opens, configured) in rows {
            let opens = format!("2024-12-17T{opens}:00+09:00").parse().unwrap();
            assert_eq!(of(403, body, now), Err(Error::Closed { opens, configured }));
        }
    }

    #[test]
    fn a_repeated_token_is_not_told() {
        let body = r#"{"errors":[{"message":"token t0ken-1 is wrong","code":100}]}"#;
        let error = of(403, body, "12:00")
            .unwrap_err()
            .behind(&Veil::over([&Secret::new("t0ken-1")]));
        let told = format!("{error} {error:?}");
        assert!(
            !told.contains("t0ken-1") && told.contains("is wrong"),
            "{told}"
        );
    }
}
