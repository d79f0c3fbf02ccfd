//! The hours in which KING OF TIME answers no reading (KOT section 5.4).

use std::str::FromStr;

use chrono::{NaiveTime, TimeDelta, Timelike};
use thiserror::Error;

use crate::domain::time::{Jst, from_epoch};

const DAY: i64 = 24 * 3600;

/// What cannot be the setting `kot.closed_hours`.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BadHours {
    /// A part that is not `HH:MM-HH:MM`.
    #[error("`{0}` is not HH:MM-HH:MM")]
    NotARange(String),
    /// A range that begins when it ends.
    #[error("`{0}` is empty")]
    Empty(String),
    /// Two ranges that share a minute.
    #[error("`{0}` and `{1}` overlap")]
    Overlap(String, String),
    /// Ranges and guard that leave no moment for a reading.
    #[error("no moment is left open")]
    NeverOpen,
}

/// Closed intervals of the day in JST, half-open, and the guard kept on both sides of each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosedHours {
    ranges: Vec<Range>,
    guard: i64,
}

/// Seconds of the day; `end` is behind `start` and beyond [`DAY`] where midnight lies between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Range {
    start: i64,
    end: i64,
}

impl ClosedHours {
    /// Reads `08:30-10:00,17:30-18:30`, or `none`. A range may go over midnight (`22:00-02:00`) and
    /// end at `24:00`. No reading begins within `guard_seconds` before or after a range.
    ///
    /// # Errors
    ///
    /// [`BadHours`] names the part that is wrong.
    pub fn parse(text: &str, guard_seconds: u32) -> Result<Self, BadHours> {
        let mut parts: Vec<(&str, Range)> = Vec::new();
        if text.trim() != "none" {
            for part in text.split(',').map(str::trim) {
                let range: Range = part.parse()?;
                if let Some((other, _)) = parts.iter().find(|(_, known)| known.overlaps(range)) {
                    return Err(BadHours::Overlap((*other).to_owned(), part.to_owned()));
                }
                parts.push((part, range));
            }
        }
        let hours = Self {
            ranges: parts.into_iter().map(|(_, range)| range).collect(),
            guard: i64::from(guard_seconds),
        };
        match hours.seconds_to_open(0) {
            Some(_) => Ok(hours),
            None => Err(BadHours::NeverOpen),
        }
    }

    /// When a reading may begin: `None` for at once.
    pub fn reads_open_at(&self, now: Jst) -> Option<Jst> {
        let seconds = self.seconds_to_open(second_of_day(now)).unwrap_or(DAY);
        let second = from_epoch(now.timestamp()).unwrap_or(now);
        (seconds > 0).then(|| second + TimeDelta::seconds(seconds))
    }

    /// Whether `now` lies within a closed range itself, without the guard.
    pub fn is_closed(&self, now: Jst) -> bool {
        let second = second_of_day(now);
        self.ranges
            .iter()
            .any(|range| range.left_at(second, 0).is_some())
    }

    /// `None` where the whole day is closed, one range leading into the next.
    fn seconds_to_open(&self, second: i64) -> Option<i64> {
        let mut waited = 0;
        while waited <= 2 * DAY {
            let at = (second + waited).rem_euclid(DAY);
            let left = self
                .ranges
                .iter()
                .filter_map(|range| range.left_at(at, self.guard))
                .max();
            match left {
                None => return Some(waited),
                Some(left) => waited += left,
            }
        }
        None
    }
}

fn second_of_day(now: Jst) -> i64 {
    i64::from(now.num_seconds_from_midnight())
}

impl Range {
    /// How many seconds are left of the range, widened by the guard, at that second of the day.
    fn left_at(self, second: i64, guard: i64) -> Option<i64> {
        let (start, end) = (self.start - guard, self.end + guard);
        if end - start >= DAY {
            return Some(DAY);
        }
        [second - DAY, second, second + DAY]
            .into_iter()
            .find(|at| (start..end).contains(at))
            .map(|at| end - at)
    }

    fn overlaps(self, other: Self) -> bool {
        self.left_at(other.start, 0).is_some() || other.left_at(self.start, 0).is_some()
    }
}

impl FromStr for Range {
    type Err = BadHours;

    fn from_str(text: &str) -> Result<Self, BadHours> {
        let seconds = |clock: &str| {
            if clock == "24:00" {
                return Some(DAY);
            }
            let time = NaiveTime::parse_from_str(clock, "%H:%M").ok()?;
            (clock.len() == 5).then(|| i64::from(time.num_seconds_from_midnight()))
        };
        let (start, end) = text
            .split_once('-')
            .and_then(|(start, end)| Some((seconds(start)?, seconds(end)?)))
            .filter(|(start, _)| *start < DAY)
            .ok_or_else(|| BadHours::NotARange(text.to_owned()))?;
        if start == end {
            return Err(BadHours::Empty(text.to_owned()));
        }
        let end = if end < start { end + DAY } else { end };
        Ok(Self { start, end })
    }
}

#[cfg(test)]
mod tests {
    use super::{BadHours, ClosedHours};
    use crate::domain::time::Jst;

    fn at(time: &str) -> Jst {
        format!("2024-12-17T{time}+09:00").parse().unwrap()
    }

    #[test]
    fn a_reading_waits_for_the_end_of_the_range_and_its_guard() {
        let usual = "08:30-10:00,17:30-18:30";
        let rows = [
            (usual, 60, "08:28:59", None, false),
            (usual, 60, "08:29:00", Some("10:01:00"), false),
            (usual, 60, "08:30:00", Some("10:01:00"), true),
            (usual, 60, "09:59:59.900", Some("10:01:00"), true),
            (usual, 60, "10:00:00", Some("10:01:00"), false),
            (usual, 60, "10:01:00", None, false),
            (usual, 60, "18:29:00", Some("18:31:00"), true),
            (usual, 0, "10:00:00", None, false),
            ("none", 60, "09:00:00", None, false),
            ("22:00-02:00", 0, "01:59:59", Some("02:00:00"), true),
            ("22:00-02:00", 0, "02:00:00", None, false),
            ("00:00-01:00", 60, "00:00:30", Some("01:01:00"), true),
            (
                "08:00-09:00,09:01-10:00",
                60,
                "08:30:00",
                Some("10:01:00"),
                true,
            ),
            (
                "09:00-10:00,08:00-09:00",
                0,
                "08:30:00",
                Some("10:00:00"),
                true,
            ),
        ];
        for (text, guard, now, opens, closed) in rows {
            let hours = ClosedHours::parse(text, guard).unwrap();
            assert_eq!(hours.reads_open_at(at(now)), opens.map(at), "{text} {now}");
            assert_eq!(hours.is_closed(at(now)), closed, "{text} {now}");
        }
    }

    #[test]
    fn a_range_or_guard_over_midnight_opens_on_the_next_day() {
        let next = |time: &str| Some(format!("2024-12-18T{time}+09:00").parse().unwrap());
        let late = ClosedHours::parse("22:00-02:00", 0).unwrap();
        assert_eq!(late.reads_open_at(at("23:00:00")), next("02:00:00"));
        let evening = ClosedHours::parse("18:00-24:00", 60).unwrap();
        assert_eq!(evening.reads_open_at(at("23:00:00")), next("00:01:00"));
        let night = ClosedHours::parse("00:00-01:00", 60).unwrap();
        assert_eq!(night.reads_open_at(at("23:59:00")), next("01:01:00"));
    }

    #[test]
    fn hours_that_cannot_be_are_refused_by_name() {
        let range = |text: &str| BadHours::NotARange(text.to_owned());
        let overlap = |a: &str, b: &str| BadHours::Overlap(a.to_owned(), b.to_owned());
        let rows = [
            ("", 60, range("")),
            ("8:30-10:00", 60, range("8:30-10:00")),
            ("08:30", 60, range("08:30")),
            ("08:30-25:00", 60, range("08:30-25:00")),
            ("24:00-01:00", 60, range("24:00-01:00")),
            ("08:30-10:00,", 60, range("")),
            ("08:30-08:30", 60, BadHours::Empty("08:30-08:30".to_owned())),
            (
                "08:00-09:00,08:59-10:00",
                0,
                overlap("08:00-09:00", "08:59-10:00"),
            ),
            (
                "22:00-02:00,01:00-03:00",
                0,
                overlap("22:00-02:00", "01:00-03:00"),
            ),
            (
                "08:00-12:00,09:00-10:00",
                0,
                overlap("08:00-12:00", "09:00-10:00"),
            ),
            (
                "09:00-10:00,08:00-12:00",
                0,
                overlap("09:00-10:00", "08:00-12:00"),
            ),
            ("00:00-24:00", 0, BadHours::NeverOpen),
            ("00:00-12:00,12:00-24:00", 0, BadHours::NeverOpen),
            ("00:00-12:00,12:01-23:59", 60, BadHours::NeverOpen),
        ];
        for (text, guard, error) in rows {
            assert_eq!(ClosedHours::parse(text, guard), Err(error), "{text}");
        }
    }
}
