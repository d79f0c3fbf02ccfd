//! Times as the tests write them.

use chrono::NaiveDateTime;
use pcpunch::domain::time::{Jst, at};

/// `2024-12-17 09:03` or `2024-12-17 09:03:12`, in Japan.
pub(crate) fn moment(text: &str) -> Jst {
    let read = |form| NaiveDateTime::parse_from_str(text, form);
    let local = read("%Y-%m-%d %H:%M:%S").or_else(|_| read("%Y-%m-%d %H:%M"));
    at(local.unwrap_or_else(|error| panic!("{text:?} is no time: {error}")))
}

/// A moment as [`moment`] reads it, without seconds where there are none.
pub(crate) fn written(moment: Jst) -> String {
    let text = moment.format("%Y-%m-%d %H:%M:%S").to_string();
    text.strip_suffix(":00").map(str::to_owned).unwrap_or(text)
}

/// The same of an RFC 3339 time of a document.
pub(crate) fn rewritten(time: &str) -> String {
    match chrono::DateTime::parse_from_rfc3339(time) {
        Ok(time) => written(time),
        Err(_) => panic!("{time:?} is no RFC 3339 time"),
    }
}
