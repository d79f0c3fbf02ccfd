//! What an error of KING OF TIME means.

use crate::commands::{Exit, Failure};
use crate::kot::{Error, Malformed, Problem};
use crate::locale::Text;

use super::http::{self, words};

const SERVICE: &str = "KING OF TIME";

/// The failure of that error.
pub(super) fn failure(error: &Error) -> Failure {
    match error {
        Error::Closed { opens, configured } => {
            let until = opens.format("%m/%d %H:%M").to_string();
            let remedy = if *configured {
                "kot-closed-remedy"
            } else {
                "kot-closed-elsewhere-remedy"
            };
            Failure::new(
                Exit::Unreachable,
                "kot.closed",
                Text::new("kot-closed").with("until", until.as_str()),
            )
            .remedy(Text::new(remedy).with("until", until.as_str()))
        }
        Error::AccessRefused { status: 407, .. } => Failure::new(
            Exit::Access,
            "http.proxy_refused",
            Text::new("http-proxy-credentials").with("service", SERVICE),
        )
        .remedy(Text::new("http-remedy-proxy-credentials")),
        Error::AccessRefused {
            status,
            code,
            message,
        } => answered(
            Exit::Access,
            "kot.access_refused",
            Text::new("kot-access-refused"),
            (*status, code.as_deref(), message.as_deref()),
            "kot-access-refused-remedy",
        ),
        Error::Throttled { .. } => Failure::new(
            Exit::Unreachable,
            "kot.throttled",
            Text::new("kot-throttled"),
        )
        .remedy(Text::new("kot-throttled-remedy")),
        Error::Unreachable(error) => http::failure(SERVICE, error),
        Error::Busy {
            status,
            code,
            message,
        } => answered(
            Exit::Unreachable,
            "kot.busy",
            Text::new("kot-busy"),
            (*status, code.as_deref(), message.as_deref()),
            "busy-remedy",
        ),
        Error::Malformed(malformed) => Failure::new(
            Exit::Unreachable,
            "kot.malformed",
            Text::new("malformed")
                .with("service", SERVICE)
                .with("place", place(malformed))
                .with("problem", problem(&malformed.problem)),
        )
        .remedy(Text::new("kot-malformed-remedy")),
        Error::Refused {
            status,
            code,
            message,
        } => answered(
            Exit::Failed,
            "kot.refused",
            Text::new("kot-refused"),
            (*status, code.as_deref(), message.as_deref()),
            "kot-refused-remedy",
        ),
        Error::Stopped => Failure::new(Exit::Interrupted, "stopped", Text::new("stopped")),
    }
}

fn answered(
    exit: Exit,
    name: &'static str,
    message: Text,
    (status, code, said): (u16, Option<&str>, Option<&str>),
    remedy: &'static str,
) -> Failure {
    let message = message
        .with("status", status)
        .with("words", words(code, said));
    Failure::new(exit, name, message).remedy(Text::new(remedy))
}

fn place(malformed: &Malformed) -> Text {
    let place = match malformed.index {
        None => Text::new("malformed-whole"),
        Some(index) => Text::new("malformed-record")
            .with("number", index + 1)
            .with("id", malformed.key.as_deref().unwrap_or("-")),
    };
    let place = match &malformed.who {
        Some(who) => Text::new("malformed-person")
            .with("who", who.as_ref())
            .with("record", place),
        None => place,
    };
    Text::new("malformed-place")
        .with("list", malformed.list)
        .with("record", place)
        .with("field", malformed.field.unwrap_or("-"))
}

fn problem(problem: &Problem) -> Text {
    match problem {
        Problem::Shape(detail) => Text::new("problem-shape").with("detail", detail.as_str()),
        Problem::Missing => Text::new("problem-missing"),
        Problem::WrongType => Text::new("problem-wrong-type"),
        Problem::Unreadable(value) => Text::new("problem-unreadable").with("value", value.as_str()),
        Problem::Twice => Text::new("problem-twice"),
        Problem::KeyOf(who) => Text::new("problem-key-of").with("who", who.trim()),
        Problem::NotAsked(value) => Text::new("problem-not-asked").with("value", value.as_str()),
    }
}
