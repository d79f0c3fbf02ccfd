//! What a server answered.

use std::ops::Range;
use std::time::Duration;

use chrono::DateTime;
use reqwest::header::{DATE, HeaderMap, HeaderName, RETRY_AFTER};

use crate::domain::time::{Jst, from_epoch};

/// A whole answer: nothing of its body is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The server's clock (`Date`), to the second, where it said one.
    pub date: Option<Jst>,
    /// How long the server asks to be left alone (`Retry-After`), where it said so.
    pub retry_after: Option<Duration>,
    /// The body, whatever it is.
    pub body: Vec<u8>,
}

impl Answer {
    /// Puts an answer together from its parts.
    pub fn of(status: u16, headers: &HeaderMap, body: Vec<u8>) -> Self {
        let date = text(headers, DATE).and_then(http_date);
        Self {
            status,
            date,
            retry_after: text(headers, RETRY_AFTER).and_then(|wait| retry_after(wait, date)),
            body,
        }
    }

    /// Whether the status is one of success, 200 to 299.
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok()
}

/// The years 1 to 9999, as seconds: a server's clock beyond them is none, and differences from it would not fit the
/// calendar.
const TIMES: Range<i64> = -62_135_596_800..253_402_300_800;

fn http_date(text: &str) -> Option<Jst> {
    let date = DateTime::parse_from_rfc2822(text.trim()).ok()?;
    let seconds = date.timestamp();
    TIMES.contains(&seconds).then(|| from_epoch(seconds))?
}

/// Reads both forms of `Retry-After`. A date is held against the server's own clock, so that ours
/// being wrong does not matter.
fn retry_after(text: &str, date: Option<Jst>) -> Option<Duration> {
    if let Ok(seconds) = text.trim().parse() {
        return Some(Duration::from_secs(seconds));
    }
    Some((http_date(text)? - date?).to_std().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{http_date, retry_after};

    #[test]
    fn the_servers_clock_is_read_as_japanese_time() {
        let date = http_date("Tue, 17 Dec 2024 00:03:12 GMT").unwrap();
        assert_eq!(date.to_rfc3339(), "2024-12-17T09:03:12+09:00");
        assert_eq!(http_date("yesterday"), None);
        assert_eq!(http_date("Sat, 31 Dec 262142 23:59:59 -2359"), None);
    }

    #[test]
    fn retry_after_is_read_in_both_forms() {
        let date = http_date("Tue, 17 Dec 2024 00:03:12 GMT");
        let rows = [
            ("120", date, Some(120)),
            (" 7 ", None, Some(7)),
            ("Tue, 17 Dec 2024 00:04:12 GMT", date, Some(60)),
            ("Tue, 17 Dec 2024 00:00:00 GMT", date, Some(0)),
            ("Tue, 17 Dec 2024 00:04:12 GMT", None, None),
            ("-3", date, None),
            ("soon", date, None),
        ];
        for (text, date, seconds) in rows {
            let expected = seconds.map(Duration::from_secs);
            assert_eq!(retry_after(text, date), expected, "{text}");
        }
    }
}
