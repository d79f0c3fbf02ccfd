//! Time as the random proofs count it: whole numbers from a first midnight on, so that their models share no word
//! with the program.

use chrono::{NaiveDate, TimeDelta};
use pcpunch::domain::time::{Jst, WorkDay};

use crate::harness::moment;

/// Seconds of a minute, an hour and a day. Times are seconds since the first midnight, days count from there.
pub(super) const MINUTE: i64 = 60;
pub(super) const HOUR: i64 = 3600;
pub(super) const DAY: i64 = 24 * HOUR;

const FIRST_MIDNIGHT: &str = "2024-12-16 00:00";

/// `3 09:05:34`: day and time.
pub(super) fn told(time: i64) -> String {
    let (day, rest) = (time.div_euclid(DAY), time.rem_euclid(DAY));
    format!(
        "{day} {:02}:{:02}:{:02}",
        rest / HOUR,
        rest % HOUR / 60,
        rest % 60
    )
}

/// The first midnight.
pub(super) fn first_midnight() -> Jst {
    moment(FIRST_MIDNIGHT)
}

/// Seconds since the first midnight as a time in Japan.
pub(super) fn moment_of(time: i64) -> Jst {
    first_midnight() + TimeDelta::seconds(time)
}

/// A day as a work day.
pub(super) fn work_day(day: i64) -> WorkDay {
    WorkDay::new((first_midnight() + TimeDelta::days(day)).date_naive())
}

/// The day of `2024-12-17`.
pub(super) fn day_of(text: &str) -> i64 {
    let date: NaiveDate = text.parse().expect("a date");
    (date - first_midnight().date_naive()).num_days()
}

/// The minute of a time in Japan.
pub(super) fn minute_of(time: Jst) -> i64 {
    (time - first_midnight()).num_minutes()
}
