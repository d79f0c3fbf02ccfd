//! Japanese time. All times of the job are JST; KING OF TIME understands the literal `+09:00` only.

use std::fmt;
use std::ops::Range;

use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeZone};
use serde::{Serialize, Serializer};

/// A moment, always held in +09:00.
pub type Jst = DateTime<FixedOffset>;

/// The offset of Japanese time.
pub fn jst_offset() -> FixedOffset {
    FixedOffset::east_opt(9 * 3600).unwrap_or_else(|| chrono::Offset::fix(&chrono::Utc))
}

/// The moment `seconds` after 1970-01-01T00:00:00Z, or `None` outside the calendar.
pub fn from_epoch(seconds: i64) -> Option<Jst> {
    jst_offset().timestamp_opt(seconds, 0).single()
}

/// A date and a wall-clock time in Japan as a moment. Japan has no summer time, so there is just one.
pub fn at(local: NaiveDateTime) -> Jst {
    DateTime::from_naive_utc_and_offset(local - jst_offset(), jst_offset())
}

/// A moment cut to its minute, never rounded: the precision in which punches are sent and compared.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Minute(Jst);

impl Minute {
    /// Cuts the seconds off.
    pub fn cut(moment: Jst) -> Self {
        let seconds = moment.timestamp();
        Self(from_epoch(seconds - seconds.rem_euclid(60)).unwrap_or(moment))
    }

    /// The moment at which the minute begins.
    pub fn start(self) -> Jst {
        self.0
    }

    /// Whole minutes from `earlier` to this one; negative when this one is the earlier.
    pub fn minutes_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).num_minutes()
    }

    /// `HH:MM`, as people read it.
    pub fn clock(self) -> String {
        self.0.format("%H:%M").to_string()
    }
}

impl fmt::Display for Minute {
    /// `YYYY-MM-DDTHH:MM:00+09:00`, the form KING OF TIME takes.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%dT%H:%M:%S%:z"))
    }
}

impl fmt::Debug for Minute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Minute({})", self.0.format("%Y-%m-%d %H:%M"))
    }
}

impl Serialize for Minute {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// 勤務日: the day a person's time is counted to, from one day border to the next.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WorkDay(NaiveDate);

impl WorkDay {
    /// The first day of all: a link or border that holds from the beginning.
    pub const EARLIEST: Self = Self(match NaiveDate::from_ymd_opt(1, 1, 1) {
        Some(date) => date,
        None => NaiveDate::MIN,
    });

    /// The work day of that date.
    pub fn new(date: NaiveDate) -> Self {
        Self(date)
    }

    /// Reads `YYYY-MM-DD`, and nothing looser.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = |range: Range<usize>| -> Option<u32> {
            let part = text.get(range)?;
            part.bytes()
                .all(|byte| byte.is_ascii_digit())
                .then(|| part.parse().ok())?
        };
        let dashes = text.len() == 10 && text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
        let year = i32::try_from(digits(0..4).filter(|_| dashes)?).ok()?;
        NaiveDate::from_ymd_opt(year, digits(5..7)?, digits(8..10)?).map(Self)
    }

    /// Its date.
    pub fn date(self) -> NaiveDate {
        self.0
    }

    /// The work day after this one.
    pub fn next(self) -> Self {
        Self(self.0.checked_add_days(Days::new(1)).unwrap_or(self.0))
    }

    /// The work day `days` earlier.
    pub fn back(self, days: u64) -> Self {
        let date = self
            .0
            .checked_sub_days(Days::new(days))
            .unwrap_or(NaiveDate::MIN);
        Self(date).max(Self::EARLIEST)
    }

    /// The work day `days` later.
    pub fn ahead(self, days: u64) -> Self {
        Self(self.0.checked_add_days(Days::new(days)).unwrap_or(self.0))
    }

    /// Whole days from `earlier` to this one.
    pub fn days_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).num_days()
    }

    /// The moment of this day's date at `border`, the time at which it begins.
    pub fn begins_at(self, border: NaiveTime) -> Jst {
        at(self.0.and_time(border))
    }
}

impl fmt::Display for WorkDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(date) = self;
        fmt::Display::fmt(date, f)
    }
}

impl fmt::Debug for WorkDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "WorkDay({self})")
    }
}

impl Serialize for WorkDay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Work days from one to another, both included; without an end on a side that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DaySpan {
    /// The first day; `None` for all days before the last.
    pub from: Option<WorkDay>,
    /// The last day; `None` for all days after the first.
    pub until: Option<WorkDay>,
}

impl DaySpan {
    /// Whether `day` lies in it.
    pub fn contains(self, day: WorkDay) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

#[cfg(test)]
mod tests {
    use super::{DaySpan, Minute, WorkDay, from_epoch};

    #[test]
    fn a_span_of_days_includes_both_its_ends_and_may_lack_one() {
        let day = |day: u32| WorkDay::parse(&format!("2024-12-{day:02}")).unwrap();
        for (from, until, inside) in [
            (Some(10), Some(12), [false, true, true, false]),
            (None, Some(12), [true, true, true, false]),
            (Some(10), None, [false, true, true, true]),
            (None, None, [true; 4]),
            (Some(12), Some(10), [false; 4]),
        ] {
            let span = DaySpan {
                from: from.map(day),
                until: until.map(day),
            };
            assert_eq!(
                [9, 10, 12, 13].map(|number| span.contains(day(number))),
                inside,
                "{span:?}"
            );
        }
    }

    #[test]
    fn a_minute_is_cut_never_rounded() {
        let moment = from_epoch(1_734_393_839).unwrap();
        assert_eq!(moment.to_rfc3339(), "2024-12-17T09:03:59+09:00");
        assert_eq!(Minute::cut(moment).to_string(), "2024-12-17T09:03:00+09:00");
    }

    #[test]
    fn a_work_day_is_read_in_one_form_only() {
        assert!(WorkDay::parse("2024-12-17").is_some());
        for text in [
            "2024-12-7",
            "2024/12/17",
            "2024-12-17 ",
            "2024-13-01",
            "2023-02-29",
            "+024-12-17",
            "2024-+1-17",
            "２０２４-12-17",
            "",
        ] {
            assert!(WorkDay::parse(text).is_none(), "{text}");
        }
    }
}
