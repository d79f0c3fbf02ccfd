//! The model's time as the program's: ticks as moments, minutes of the work day as minutes.

use std::sync::LazyLock;

use chrono::{Duration, NaiveTime};
use pcpunch::domain::time::{Jst, Minute, WorkDay};

use super::calm::FOUR_DAYS;
use super::scenario::TICK;

/// The work day of all punches.
static WORK_DAY: LazyLock<WorkDay> = LazyLock::new(|| WorkDay::parse("2024-12-16").unwrap());

/// Its minutes, and those of the next day. The checker asks for them millions of times.
static MINUTES: LazyLock<Vec<Jst>> = LazyLock::new(|| {
    let begin = work_day().begins_at(NaiveTime::MIN);
    let minutes = 0..2 * 24 * 60;
    minutes
        .map(|minute| begin + Duration::minutes(minute))
        .collect()
});

/// The ticks, from 10:00 of the day after the work day.
static TICKS: LazyLock<Vec<Jst>> = LazyLock::new(|| {
    let begin = work_day().next().begins_at(NaiveTime::MIN) + Duration::hours(10);
    let ticks = 0..i64::from(3 * FOUR_DAYS);
    ticks
        .map(|tick| begin + Duration::minutes(tick * i64::from(TICK)))
        .collect()
});

/// The moment of a tick.
pub(super) fn at(tick: u16) -> Jst {
    TICKS[usize::from(tick)]
}

/// The work day of all punches.
pub(super) fn work_day() -> WorkDay {
    *WORK_DAY
}

/// A minute of the work day.
pub(super) fn minute(of_day: u16) -> Minute {
    Minute::cut(moment(of_day))
}

/// The same as a moment.
pub(super) fn moment(of_day: u16) -> Jst {
    MINUTES[usize::from(of_day)]
}

/// The minute of the work day, the other way round.
pub(super) fn minute_of_day(minute: Minute) -> u16 {
    let passed = minute.start() - moment(0);
    u16::try_from(passed.num_minutes()).unwrap()
}
