//! When a round syncs by itself (employees-sync, 勤怠管理連携).

use chrono::Duration;

use crate::domain::time::{Jst, WorkDay};

/// The day of a sync begins at 03:00: people are changed by day, and read before they come to work.
const BEGINS: Duration = Duration::hours(3);
/// A sync that failed is not tried again sooner, so that between two tries rounds deliver.
const PATIENCE: Duration = Duration::minutes(30);

/// The last syncs, by hand or by a round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SyncTries {
    /// When one was last applied.
    pub passed: Option<Jst>,
    /// When a safety limit stopped one that a round tried; `None` since one was applied.
    pub stopped: Option<Jst>,
    /// When one that a round tried could not be read; `None` since one was applied.
    pub failed: Option<Jst>,
}

/// Whether a round is to sync: once a day, and where nobody was ever synced in each round until it is done.
/// A limit stops it for that day. A moment in the future, left by a wrong clock, hinders nothing for long.
pub fn is_sync_due(tries: &SyncTries, now: Jst) -> bool {
    let Some(passed) = tries.passed else {
        return !is_of_today(tries.stopped, now);
    };
    let just_failed = tries
        .failed
        .is_some_and(|failed| failed <= now && now - failed < PATIENCE);
    !is_of_today(Some(passed), now) && !is_of_today(tries.stopped, now) && !just_failed
}

fn is_of_today(moment: Option<Jst>, now: Jst) -> bool {
    let day = |moment: Jst| WorkDay::new((moment - BEGINS).date_naive());
    moment.is_some_and(|moment| day(moment) == day(now))
}

#[cfg(test)]
mod tests {
    use super::{Jst, SyncTries, is_sync_due};

    fn at(text: &str) -> Jst {
        format!("2024-12-{text}:00+09:00").parse().unwrap()
    }

    #[test]
    fn a_sync_is_due_once_a_day_from_three_on() {
        for (passed, now, due) in [
            (None, "17T02:59", true),
            (Some("16T14:00"), "17T02:59", false),
            (Some("16T14:00"), "17T03:00", true),
            (Some("17T02:59"), "17T03:00", true),
            (Some("17T03:00"), "17T23:59", false),
            (Some("17T03:00"), "18T02:59", false),
            (Some("17T03:00"), "18T03:00", true),
            (Some("01T03:00"), "17T10:01", true),
            (Some("30T03:00"), "17T10:01", true),
        ] {
            let tries = SyncTries {
                passed: passed.map(at),
                ..SyncTries::default()
            };
            assert_eq!(is_sync_due(&tries, at(now)), due, "{passed:?} {now}");
        }
    }

    #[test]
    fn a_stopped_sync_waits_for_the_next_day_and_a_failed_one_for_half_an_hour() {
        for (stopped, failed, now, due) in [
            (Some("17T03:00"), None, "17T23:59", false),
            (Some("17T03:00"), None, "18T03:00", true),
            (None, Some("17T03:00"), "17T03:29", false),
            (None, Some("17T03:00"), "17T03:30", true),
            (None, Some("18T03:00"), "17T03:00", true),
            (Some("17T03:30"), Some("17T03:00"), "17T04:00", false),
        ] {
            let tries = SyncTries {
                passed: Some(at("16T03:00")),
                stopped: stopped.map(at),
                failed: failed.map(at),
            };
            assert_eq!(is_sync_due(&tries, at(now)), due, "{tries:?} {now}");
        }
    }

    #[test]
    fn the_first_sync_of_all_is_tried_in_each_round_unless_a_limit_stops_it() {
        let failed = SyncTries {
            failed: Some(at("17T12:00")),
            ..SyncTries::default()
        };
        assert!(is_sync_due(&failed, at("17T12:05")));
        let stopped = SyncTries {
            stopped: Some(at("17T12:00")),
            ..SyncTries::default()
        };
        assert!(!is_sync_due(&stopped, at("17T12:05")));
    }
}
