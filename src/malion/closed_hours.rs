//! The hours in which a MaLion is not asked.

use chrono::{NaiveTime, TimeDelta, Timelike};

use crate::domain::time::{Jst, from_epoch};

const DAY: i64 = 24 * 3600;

/// Intervals of the day in JST, half-open; one may go over midnight.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClosedHours(Vec<(i64, i64)>);

impl ClosedHours {
    /// Reads `02:00-03:30,23:00-00:30`; `None` where it is something else or leaves no moment open.
    pub fn parse(text: &str) -> Option<Self> {
        let hours = text.split(',').map(|part| {
            let (from, to) = part.trim().split_once('-')?;
            let (from, to) = (second(from)?, second(to)?);
            (from != to && from < DAY).then_some((from, to))
        });
        let hours = Self(hours.collect::<Option<_>>()?);
        hours.wait(0).map(|_| hours)
    }

    /// When MaLion may be asked again; `None` for at once.
    pub fn open_at(&self, now: Jst) -> Option<Jst> {
        let second = i64::from(now.num_seconds_from_midnight());
        let wait = self.wait(second).unwrap_or(DAY);
        let now = from_epoch(now.timestamp()).unwrap_or(now);
        (wait > 0).then(|| now + TimeDelta::seconds(wait))
    }

    /// Seconds until none of the intervals holds; `None` where that never comes.
    fn wait(&self, second: i64) -> Option<i64> {
        let mut waited = 0;
        while waited < 2 * DAY {
            let at = (second + waited).rem_euclid(DAY);
            let left = self.0.iter().filter_map(|&hours| left(hours, at)).max();
            match left {
                None => return Some(waited),
                Some(left) => waited += left,
            }
        }
        None
    }
}

/// How many seconds are left of an interval at that second of the day.
fn left((from, to): (i64, i64), at: i64) -> Option<i64> {
    let inside = if from < to {
        (from..to).contains(&at)
    } else {
        at >= from || at < to
    };
    inside.then(|| match (to - at).rem_euclid(DAY) {
        0 => DAY,
        left => left,
    })
}

fn second(clock: &str) -> Option<i64> {
    if clock == "24:00" {
        return Some(DAY);
    }
    let time = NaiveTime::parse_from_str(clock, "%H:%M").ok()?;
    (clock.len() == 5).then(|| i64::from(time.num_seconds_from_midnight()))
}

#[cfg(test)]
mod tests {
    use super::ClosedHours;
    use crate::domain::time::Jst;

    fn at(time: &str) -> Jst {
        format!("2024-12-{time}+09:00").parse().unwrap()
    }

    #[test]
    fn a_closed_hour_is_half_open_and_leads_into_the_next() {
        let rows = [
            ("02:00-03:00", "17T01:59:59.9", None),
            ("02:00-03:00", "17T02:00:00", Some("17T03:00:00")),
            ("02:00-03:00", "17T02:59:59.9", Some("17T03:00:00")),
            ("02:00-03:00", "17T03:00:00", None),
            ("23:00-01:00", "17T23:30:00", Some("18T01:00:00")),
            ("23:00-01:00", "17T00:30:00", Some("17T01:00:00")),
            ("23:00-24:00", "17T23:30:00", Some("18T00:00:00")),
            (
                "22:00-24:00, 00:00-02:00",
                "17T22:30:00",
                Some("18T02:00:00"),
            ),
            (
                "02:00-03:00,02:30-04:00",
                "17T02:00:00",
                Some("17T04:00:00"),
            ),
        ];
        for (text, now, open) in rows {
            let hours = ClosedHours::parse(text).unwrap();
            assert_eq!(hours.open_at(at(now)), open.map(at), "{text} {now}");
        }
        assert_eq!(ClosedHours::default().open_at(at("17T02:00:00")), None);
    }

    #[test]
    fn what_is_no_time_of_day_or_leaves_nothing_open_is_refused() {
        for text in [
            "",
            "none",
            "02:00",
            "2:00-03:00",
            "02:00-25:00",
            "24:00-01:00",
            "02:00-02:00",
            "02:00-03:00,",
            "00:00-24:00",
            "00:00-12:00,12:00-24:00",
        ] {
            assert_eq!(ClosedHours::parse(text), None, "{text}");
        }
    }
}
