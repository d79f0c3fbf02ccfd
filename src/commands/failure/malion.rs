//! What an error of MaLion means.

use crate::commands::{Exit, Failure};
use crate::locale::Text;
use crate::malion::{Error, Malformed, Place, Problem, Refusal};

use super::http::{self, words};

const SERVICE: &str = "MaLion";

/// The failure of that error.
pub(super) fn failure(error: &Error) -> Failure {
    match error {
        Error::AccessRefused {
            refusal,
            code,
            message,
            ..
        } => access(*refusal, words(code.as_deref(), message.as_deref())),
        Error::NoSuchPath { .. } => {
            unreachable("malion.no_such_path", Text::new("malion-no-such-path"))
                .remedy(Text::new("malion-no-such-path-remedy"))
        }
        Error::Busy {
            status, message, ..
        } => unreachable(
            "malion.busy",
            Text::new("malion-busy")
                .with("status", *status)
                .with("words", words(None, message.as_deref())),
        )
        .remedy(Text::new("busy-remedy")),
        Error::Unreachable(error) => http::failure(SERVICE, error),
        Error::Refused {
            status,
            code,
            message,
        } => unreachable(
            "malion.refused",
            Text::new("malion-refused")
                .with("status", *status)
                .with("words", words(code.as_deref(), message.as_deref())),
        )
        .remedy(Text::new("malion-shape-remedy")),
        Error::Malformed(malformed) => unreachable(
            "malion.malformed",
            Text::new("malformed")
                .with("service", SERVICE)
                .with("place", place(malformed))
                .with("problem", problem(&malformed.problem)),
        )
        .remedy(Text::new("malion-shape-remedy")),
        Error::Endless { offset } => unreachable(
            "malion.endless",
            Text::new("malion-endless").showing("offset", offset),
        )
        .remedy(Text::new("malion-shape-remedy")),
        Error::Closed { until } => {
            let until = until.format("%H:%M").to_string();
            unreachable(
                "malion.closed",
                Text::new("malion-closed").with("until", until.as_str()),
            )
            .remedy(Text::new("malion-closed-remedy").with("until", until))
        }
        Error::NoCategory => Failure::new(
            Exit::Usage,
            "malion.no_category",
            Text::new("malion-no-category"),
        )
        .remedy(Text::new("malion-no-category-remedy")),
        Error::Stopped => Failure::new(Exit::Interrupted, "stopped", Text::new("stopped")),
    }
}

fn unreachable(code: &'static str, message: Text) -> Failure {
    Failure::new(Exit::Unreachable, code, message)
}

fn access(refusal: Refusal, words: Text) -> Failure {
    let (code, message, remedy) = match refusal {
        Refusal::Codes => (
            "malion.codes_refused",
            Text::new("malion-codes-refused").with("words", words),
            Text::new("malion-codes-refused-remedy"),
        ),
        Refusal::LinkOff => (
            "malion.link_off",
            Text::new("malion-link-off").with("words", words),
            Text::new("malion-link-off-remedy"),
        ),
        Refusal::Proxy => (
            "http.proxy_refused",
            Text::new("http-proxy-credentials").with("service", SERVICE),
            Text::new("http-remedy-proxy-credentials"),
        ),
    };
    Failure::new(Exit::Access, code, message).remedy(remedy)
}

fn place(malformed: &Malformed) -> Text {
    let id = malformed.id.as_deref().unwrap_or("-");
    let record = match malformed.place {
        Place::Whole => Text::new("malformed-whole"),
        Place::Record(number) => Text::new("malformed-record")
            .with("number", number)
            .with("id", id),
        Place::Line(line) => Text::new("malformed-line")
            .with("line", line)
            .with("id", id),
    };
    Text::new("malformed-place")
        .with("list", "logs")
        .with("record", record)
        .with("field", malformed.field.map_or("-", |field| field.name()))
}

fn problem(problem: &Problem) -> Text {
    match problem {
        Problem::NotJson(detail) => Text::new("problem-shape").with("detail", detail.as_str()),
        Problem::NotText(detail) => Text::new("problem-not-text").with("detail", detail.as_str()),
        Problem::OtherHeadings(headings) => {
            Text::new("problem-headings").with("headings", headings.as_str())
        }
        Problem::Ragged => Text::new("problem-ragged"),
        Problem::TooMany => Text::new("problem-too-many"),
        Problem::NoRecords => Text::new("problem-no-records"),
        Problem::NoMore => Text::new("problem-no-more"),
        Problem::Missing => Text::new("problem-missing"),
        Problem::WrongType => Text::new("problem-wrong-type"),
        Problem::Unreadable(value) => Text::new("problem-unreadable").with("value", value.as_str()),
    }
}
