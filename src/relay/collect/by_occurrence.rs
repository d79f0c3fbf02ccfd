//! Reading a source that can only be asked by when logs occurred: what a round asks, so that nothing that
//! comes late is missed for good.
//!
//! A log that is collected later than an hour after it occurred is not among what a round reads from the
//! cursor on. So the whole look-back is read again from time to time, and the work day of a session that
//! was left open as soon as its PC shows a new ログオン: the PC sends the shutdown's ログオフ with that start.
//! All readings run on to now. Then what was read from a moment on tells of everything after it.

use chrono::Duration;

use crate::domain::time::Jst;

/// A round reads again what occurred so shortly before the last one ended.
const OVERLAP: Duration = Duration::hours(1);

/// How often and how far back everything is read again.
#[derive(Clone, Copy, Debug)]
pub struct Reread {
    /// `malion.reread_hours`; zero is each round.
    pub every: Duration,
    /// How far back.
    pub depth: Duration,
}

impl Reread {
    /// Every `every`, as far back as a ログオフ is waited for, and always as far as the beginning of a
    /// work day that becomes settled: it takes a reading over the whole day, begun after its end and
    /// `settle`. A day is at most two days long, where its border changes.
    pub fn new(every: Duration, lookback: Duration, settle: Duration) -> Self {
        Self {
            every,
            depth: lookback.max(settle + Duration::days(2)),
        }
    }
}

/// What is known of the readings before this round.
#[derive(Clone, Copy, Debug)]
pub(super) struct Before {
    /// The end of the span last read whole.
    pub(super) cursor: Option<Jst>,
    /// When the look-back was last read whole.
    pub(super) reread: Option<Jst>,
}

/// What a round reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Plan {
    /// From when on it reads first.
    pub(super) fresh: Jst,
    /// From when on everything is to be read again, where that is due.
    pub(super) whole: Option<Jst>,
}

impl Plan {
    /// The plan of a round that begins `now`.
    pub(super) fn new(before: Before, reread: Reread, now: Jst) -> Self {
        // A time that is still to come was taken by a clock that was wrong.
        let [cursor, last] = [before.cursor, before.reread].map(|at| at.map(|at| at.min(now)));
        let due = last.is_none_or(|last| reread.every <= now - last) || last < before.reread;
        // Reaching back from the last reading, not from now: what was within reach then, and no later
        // reading has shown, is within reach of this one, however long the relay stood still.
        let whole = last.unwrap_or(now) - reread.depth;
        Self {
            fresh: cursor.map_or(now - reread.depth, |cursor| cursor - OVERLAP),
            whole: due.then_some(whole),
        }
    }

    /// From when on a second reading is to carry back the first, where it is not far enough already.
    /// `left_open` is the beginning of the oldest work day whose open session calls for it.
    pub(super) fn older(self, left_open: Option<Jst>) -> Option<Jst> {
        let oldest = self.whole.into_iter().chain(left_open).min();
        oldest.filter(|from| *from < self.fresh)
    }
}

#[cfg(test)]
mod tests {
    use chrono::Duration;

    use super::{Before, Plan, Reread};
    use crate::domain::time::Jst;

    /// `17 09:00` of 2024-12 in Japan.
    fn at(text: &str) -> Jst {
        let (day, time) = text.split_once(' ').unwrap();
        chrono::DateTime::parse_from_rfc3339(&format!("2024-12-{day}T{time}:00+09:00")).unwrap()
    }

    fn plan(cursor: Option<&str>, reread: Option<&str>, every: i64, now: &str) -> Plan {
        let (lookback, settle) = (Duration::days(14), Duration::hours(6));
        let reread_as_set = Reread::new(Duration::hours(every), lookback, settle);
        let before = Before {
            cursor: cursor.map(at),
            reread: reread.map(at),
        };
        Plan::new(before, reread_as_set, at(now))
    }

    #[test]
    fn a_round_reads_from_the_cursor_with_an_hour_and_from_time_to_time_everything() {
        for (name, cursor, reread, every, now, fresh, whole) in [
            (
                "first",
                None,
                None,
                6,
                "17 12:00",
                "03 12:00",
                Some("03 12:00"),
            ),
            (
                "idle",
                Some("17 12:00"),
                Some("17 12:00"),
                6,
                "17 12:05",
                "17 11:00",
                None,
            ),
            (
                "just not due",
                Some("17 17:55"),
                Some("17 12:00"),
                6,
                "17 17:59",
                "17 16:55",
                None,
            ),
            (
                "due",
                Some("17 17:55"),
                Some("17 12:00"),
                6,
                "17 18:00",
                "17 16:55",
                Some("03 12:00"),
            ),
            (
                "each round",
                Some("17 12:00"),
                Some("17 12:00"),
                0,
                "17 12:05",
                "17 11:00",
                Some("03 12:00"),
            ),
            (
                "after a long stop",
                Some("17 12:00"),
                Some("17 09:00"),
                6,
                "30 12:00",
                "17 11:00",
                Some("03 09:00"),
            ),
            (
                "the first one was not finished",
                Some("10 12:00"),
                None,
                6,
                "17 12:00",
                "10 11:00",
                Some("03 12:00"),
            ),
            (
                "the clock was ahead",
                Some("18 12:00"),
                Some("18 12:00"),
                6,
                "17 12:00",
                "17 11:00",
                Some("03 12:00"),
            ),
        ] {
            let expected = Plan {
                fresh: at(fresh),
                whole: whole.map(at),
            };
            assert_eq!(plan(cursor, reread, every, now), expected, "{name}");
        }
    }

    #[test]
    fn the_second_reading_goes_as_far_back_as_anything_calls_for() {
        for (name, reread, left_open, expected) in [
            ("nothing calls", "17 12:00", None, None),
            (
                "yesterday's session",
                "17 12:00",
                Some("16 00:00"),
                Some("16 00:00"),
            ),
            (
                "a session within the first reading",
                "17 12:00",
                Some("17 11:30"),
                None,
            ),
            ("everything", "17 06:00", Some("16 00:00"), Some("03 06:00")),
            (
                "an older session",
                "17 06:00",
                Some("02 00:00"),
                Some("02 00:00"),
            ),
        ] {
            let plan = plan(Some("17 12:00"), Some(reread), 6, "17 12:05");
            assert_eq!(plan.older(left_open.map(at)), expected.map(at), "{name}");
        }
    }

    #[test]
    fn a_short_look_back_still_reaches_the_beginning_of_a_day_that_becomes_settled() {
        let settle = Duration::hours(48);
        let reread = Reread::new(Duration::hours(168), Duration::days(1), settle);
        assert_eq!(reread.depth, Duration::days(4));
    }
}
