//! How a profile writes a moment.

use std::fmt::Write as _;

use chrono::{DateTime, NaiveDateTime};
use serde::Deserialize;

use crate::domain::time::{Jst, at, from_epoch, jst_offset};

/// A format of chrono's `strftime` signs that bears a whole date and time. Without an offset in it,
/// times are JST.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct TimeFormat {
    signs: String,
    zoned: bool,
}

impl TryFrom<String> for TimeFormat {
    type Error = String;

    /// Proves the format by writing a moment and reading it back, so that no later use can fail on it.
    fn try_from(signs: String) -> Result<Self, Self::Error> {
        let probe = from_epoch(1_734_393_780).ok_or_else(|| signs.clone())?;
        [true, false]
            .into_iter()
            .map(|zoned| Self {
                signs: signs.clone(),
                zoned,
            })
            .find(|format| {
                let written = format.write(probe);
                format.read(&written) == Some(probe)
            })
            .ok_or_else(|| format!("`{signs}` does not write a whole date and time"))
    }
}

impl TimeFormat {
    /// Writes a moment, in JST.
    pub fn write(&self, moment: Jst) -> String {
        let mut text = String::new();
        // Only a sign that does not exist can fail, and such a format is never made.
        let _ = write!(text, "{}", moment.format(&self.signs));
        text
    }

    /// Reads a moment, cut to the second.
    pub fn read(&self, text: &str) -> Option<Jst> {
        let moment = if self.zoned {
            let moment = DateTime::parse_from_str(text, &self.signs).ok()?;
            moment.with_timezone(&jst_offset())
        } else {
            at(NaiveDateTime::parse_from_str(text, &self.signs).ok()?)
        };
        from_epoch(moment.timestamp())
    }
}

#[cfg(test)]
mod tests {
    use super::TimeFormat;

    #[test]
    fn times_are_read_with_their_offset_or_as_japanese() {
        let iso = "%Y-%m-%dT%H:%M:%S%:z";
        let rows = [
            (
                iso,
                "2024-12-17T09:03:12+09:00",
                Some("2024-12-17T09:03:12+09:00"),
            ),
            (
                iso,
                "2024-12-17T00:03:12+00:00",
                Some("2024-12-17T09:03:12+09:00"),
            ),
            (iso, "2024-12-17T09:03:12", None),
            (iso, "2024-12-17T24:03:12+09:00", None),
            (iso, "yesterday", None),
            (
                "%Y/%m/%d %H:%M:%S",
                "2024/12/17 09:03:12",
                Some("2024-12-17T09:03:12+09:00"),
            ),
            (
                "%Y/%m/%d %H:%M:%S%.f",
                "2024/12/17 09:03:12.9",
                Some("2024-12-17T09:03:12+09:00"),
            ),
        ];
        for (signs, text, expected) in rows {
            let format = TimeFormat::try_from(signs.to_owned()).unwrap();
            let read = format.read(text).map(|moment| moment.to_rfc3339());
            assert_eq!(read.as_deref(), expected, "{signs} {text}");
        }
    }

    #[test]
    fn a_format_that_bears_no_whole_moment_is_refused() {
        for signs in ["", "%Y-%m-%d", "%H:%M:%S", "%Q", "%", "%Y-%m-%dT%H:%M:%S%"] {
            assert!(TimeFormat::try_from(signs.to_owned()).is_err(), "{signs}");
        }
    }
}
