//! How fast KING OF TIME may be asked: a budget over any five minutes (KOT section 5.3).

use std::collections::VecDeque;
use std::time::{Duration, Instant};

/// The time over which KING OF TIME counts.
pub const WINDOW: Duration = Duration::from_secs(300);
/// The pace grows so often in a window: each minute of five.
const GROWTHS: u32 = 5;
/// A request counts for longer than KING OF TIME counts it, by this part of the window: one may be under way for
/// longer than another.
const ALLOWANCE: u32 = 100;
/// Ages are known in whole seconds.
const AGE_TOLERANCE: Duration = Duration::from_secs(1);
const GROWTH: f64 = 1.1;

/// A budget of requests. It is asked and told with moments of the monotonic clock, and never sleeps.
#[derive(Clone, Debug)]
pub struct Pace {
    limit: f64,
    window: Duration,
    /// When each counted request leaves the window; the soonest in front.
    leaving: VecDeque<Instant>,
    last: Option<Instant>,
    slowed: Option<Slowed>,
    not_before: Option<Instant>,
}

/// The pace as the server's last 「too many」 left it.
#[derive(Clone, Copy, Debug)]
struct Slowed {
    at: Instant,
    to: f64,
}

impl Pace {
    /// A pace of `limit` requests in any `window` (at least one), with the ages of requests that this and other
    /// commands made before and that count as well.
    pub fn new(limit: u32, window: Duration, ages: &[Duration], now: Instant) -> Self {
        let counts_for = window + window / ALLOWANCE;
        let mut leaving: Vec<Instant> = ages
            .iter()
            .filter_map(|age| counts_for.checked_sub(age.saturating_sub(AGE_TOLERANCE)))
            .map(|left| now + left)
            .collect();
        leaving.sort_unstable();
        Self {
            limit: f64::from(limit.max(1)),
            window,
            leaving: leaving.into(),
            last: None,
            slowed: None,
            not_before: None,
        }
    }

    /// How long from `now` until one more request is within the budget; zero for at once.
    pub fn wait(&self, now: Instant) -> Duration {
        let allowed = self.allowed(now);
        let counted = self.leaving.len() - self.leaving.partition_point(|leaves| *leaves <= now);
        // The request that has to leave before one more fits. `allowed` is at least one.
        let too_many = (counted + 1).saturating_sub(allowed as usize);
        let first = self.leaving.len() - counted;
        let room = too_many
            .checked_sub(1)
            .and_then(|index| self.leaving.get(first + index).copied());
        // While slowed, requests are spread evenly: a window not yet full would slow nothing.
        let spread = self
            .last
            .filter(|_| allowed < self.limit)
            .map(|last| last + self.window.div_f64(allowed));
        [room, spread, self.not_before]
            .into_iter()
            .flatten()
            .max()
            .map_or(Duration::ZERO, |moment| {
                moment.saturating_duration_since(now)
            })
    }

    /// Counts a request that is made at `now`.
    pub fn record(&mut self, now: Instant) {
        while self.leaving.front().is_some_and(|leaves| *leaves <= now) {
            self.leaving.pop_front();
        }
        let leaves = self.leaves(now);
        let place = self.leaving.partition_point(|other| *other <= leaves);
        self.leaving.insert(place, leaves);
        self.last = self.last.max(Some(now));
    }

    /// Counts a request from `now` on that was counted at `before` and is made only now.
    pub fn postpone(&mut self, before: Instant, now: Instant) {
        if let Ok(place) = self.leaving.binary_search(&self.leaves(before)) {
            self.leaving.remove(place);
        }
        self.record(now);
    }

    fn leaves(&self, made: Instant) -> Instant {
        made + self.window + self.window / ALLOWANCE
    }

    /// Halves the pace: a request begun at `began` was answered 「too many」 at `now`. Requests that
    /// were under way side by side halve it once. `retry_after` is obeyed.
    pub fn throttled(&mut self, began: Instant, now: Instant, retry_after: Option<Duration>) {
        if self.slowed.is_none_or(|slowed| slowed.at < began) {
            let to = (self.allowed(now) / 2.0).max(1.0);
            self.slowed = Some(Slowed { at: now, to });
        }
        let resume = retry_after.and_then(|wait| now.checked_add(wait));
        self.not_before = self.not_before.max(resume);
    }

    /// A tenth more after each minute without a 「too many」, never above the setting.
    fn allowed(&self, now: Instant) -> f64 {
        let Some(slowed) = self.slowed else {
            return self.limit;
        };
        let clean_minute = (self.window / GROWTHS).as_secs_f64();
        let clean = now.saturating_duration_since(slowed.at).as_secs_f64() / clean_minute;
        let grown = slowed.to * GROWTH.powf(clean.floor());
        grown.min(self.limit)
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::{Pace, WINDOW};

    const fn seconds(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    fn pace(limit: u32, ages: &[Duration], now: Instant) -> Pace {
        Pace::new(limit, WINDOW, ages, now)
    }

    #[test]
    fn a_budget_holds_over_any_five_minutes() {
        let start = Instant::now();
        let mut pace = pace(3, &[], start);
        for at in [0, 10, 20] {
            assert_eq!(pace.wait(start + seconds(at)), Duration::ZERO);
            pace.record(start + seconds(at));
        }
        let rows = [(20, 283), (299, 4), (303, 0), (305, 0)];
        for (at, wait) in rows {
            assert_eq!(pace.wait(start + seconds(at)), seconds(wait), "at {at}");
        }
        pace.record(start + seconds(305));
        assert_eq!(pace.wait(start + seconds(305)), seconds(8));
    }

    #[test]
    fn a_request_that_waited_counts_from_when_it_is_made() {
        let start = Instant::now();
        let mut pace = pace(2, &[], start);
        pace.record(start);
        pace.record(start + seconds(1));
        pace.postpone(start, start + seconds(20));
        assert_eq!(pace.wait(start + seconds(20)), seconds(284));
        pace.postpone(start + seconds(1), start + seconds(30));
        assert_eq!(pace.wait(start + seconds(30)), seconds(293));
    }

    #[test]
    fn a_shorter_window_is_kept_likewise() {
        let start = Instant::now();
        let mut pace = Pace::new(1, seconds(30), &[], start);
        pace.record(start);
        assert_eq!(pace.wait(start), Duration::from_millis(30_300));
    }

    #[test]
    fn requests_of_earlier_rounds_and_other_commands_count() {
        let start = Instant::now();
        let rows: [(u32, &[u64], u64); 6] = [
            (2, &[], 0),
            (2, &[10], 0),
            (2, &[10, 100], 204),
            (2, &[100, 10], 204),
            (2, &[305, 304, 10], 0),
            (2, &[10, 20, 30, 40], 284),
        ];
        for (limit, ages, wait) in rows {
            let ages: Vec<_> = ages.iter().copied().map(seconds).collect();
            let pace = pace(limit, &ages, start);
            assert_eq!(pace.wait(start), seconds(wait), "{ages:?}");
        }
    }

    #[test]
    fn each_too_many_halves_the_pace_and_spreads_the_requests() {
        let start = Instant::now();
        let mut pace = pace(300, &[], start);
        let mut now = start;
        for wait in [2, 4, 8, 16] {
            pace.record(now);
            pace.throttled(now, now + seconds(0), None);
            assert_eq!(pace.wait(now), seconds(wait));
            now += seconds(wait);
        }
    }

    #[test]
    fn requests_side_by_side_halve_the_pace_once() {
        let start = Instant::now();
        let mut pace = pace(300, &[], start);
        for _ in 0..4 {
            pace.record(start);
        }
        for _ in 0..4 {
            pace.throttled(start, start + seconds(1), None);
        }
        assert_eq!(pace.wait(start), seconds(2));
    }

    #[test]
    fn the_pace_grows_by_a_tenth_a_minute_and_never_above_the_setting() {
        let start = Instant::now();
        let mut pace = pace(100, &[], start);
        pace.throttled(start, start, None);
        let rows = [
            (0, 50.0),
            (59, 50.0),
            (60, 55.0),
            (120, 60.5),
            (3600, 100.0),
        ];
        for (at, allowed) in rows {
            let now = pace.allowed(start + seconds(at));
            assert!((now - allowed).abs() < 1e-9, "at {at}: {now}");
        }
    }

    #[test]
    fn retry_after_is_obeyed_and_never_shortened() {
        let start = Instant::now();
        let mut pace = pace(300, &[], start);
        pace.throttled(start, start, Some(seconds(90)));
        pace.throttled(start, start, Some(seconds(5)));
        pace.throttled(start, start, None);
        assert_eq!(pace.wait(start), seconds(90));
        assert_eq!(pace.wait(start + seconds(90)), Duration::ZERO);
    }

    #[test]
    fn the_slowest_pace_still_lets_one_request_through() {
        let start = Instant::now();
        let mut pace = pace(0, &[], start);
        for _ in 0..20 {
            pace.throttled(start, start, None);
        }
        assert_eq!(pace.wait(start), Duration::ZERO);
        pace.record(start);
        assert_eq!(pace.wait(start), seconds(303));
    }
}
