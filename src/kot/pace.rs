//! How fast KING OF TIME may be asked: a budget over any five minutes (KOT section 5.3).

use std::collections::VecDeque;
use std::time::{Duration, Instant};

const WINDOW: Duration = Duration::from_secs(300);
const CLEAN_MINUTE: Duration = Duration::from_secs(60);
const GROWTH: f64 = 1.1;

/// A budget of requests. It is asked and told with moments of the monotonic clock, and never sleeps.
#[derive(Clone, Debug)]
pub struct Pace {
    limit: f64,
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
    /// A pace of `limit` requests in any five minutes (at least one), with the ages of requests that
    /// this and other commands made before and that count as well.
    pub fn new(limit: u32, ages: &[Duration], now: Instant) -> Self {
        let mut leaving: Vec<Instant> = ages
            .iter()
            .filter_map(|age| WINDOW.checked_sub(*age))
            .map(|left| now + left)
            .collect();
        leaving.sort_unstable();
        Self {
            limit: f64::from(limit.max(1)),
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
            .map(|last| last + WINDOW.div_f64(allowed));
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
        let leaves = now + WINDOW;
        let place = self.leaving.partition_point(|other| *other <= leaves);
        self.leaving.insert(place, leaves);
        self.last = self.last.max(Some(now));
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
        let clean = now.saturating_duration_since(slowed.at).as_secs() / CLEAN_MINUTE.as_secs();
        let grown = slowed.to * GROWTH.powf(clean as f64);
        grown.min(self.limit)
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::Pace;

    const fn seconds(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn a_budget_holds_over_any_five_minutes() {
        let start = Instant::now();
        let mut pace = Pace::new(3, &[], start);
        for at in [0, 10, 20] {
            assert_eq!(pace.wait(start + seconds(at)), Duration::ZERO);
            pace.record(start + seconds(at));
        }
        let rows = [(20, 280), (299, 1), (300, 0), (305, 0)];
        for (at, wait) in rows {
            assert_eq!(pace.wait(start + seconds(at)), seconds(wait), "at {at}");
        }
        pace.record(start + seconds(305));
        assert_eq!(pace.wait(start + seconds(305)), seconds(5));
    }

    #[test]
    fn requests_of_earlier_rounds_and_other_commands_count() {
        let start = Instant::now();
        let rows: [(u32, &[u64], u64); 6] = [
            (2, &[], 0),
            (2, &[10], 0),
            (2, &[10, 100], 200),
            (2, &[100, 10], 200),
            (2, &[301, 300, 10], 0),
            (2, &[10, 20, 30, 40], 280),
        ];
        for (limit, ages, wait) in rows {
            let ages: Vec<_> = ages.iter().copied().map(seconds).collect();
            let pace = Pace::new(limit, &ages, start);
            assert_eq!(pace.wait(start), seconds(wait), "{ages:?}");
        }
    }

    #[test]
    fn each_too_many_halves_the_pace_and_spreads_the_requests() {
        let start = Instant::now();
        let mut pace = Pace::new(300, &[], start);
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
        let mut pace = Pace::new(300, &[], start);
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
        let mut pace = Pace::new(100, &[], start);
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
        let mut pace = Pace::new(300, &[], start);
        pace.throttled(start, start, Some(seconds(90)));
        pace.throttled(start, start, Some(seconds(5)));
        pace.throttled(start, start, None);
        assert_eq!(pace.wait(start), seconds(90));
        assert_eq!(pace.wait(start + seconds(90)), Duration::ZERO);
    }

    #[test]
    fn the_slowest_pace_still_lets_one_request_through() {
        let start = Instant::now();
        let mut pace = Pace::new(0, &[], start);
        for _ in 0..20 {
            pace.throttled(start, start, None);
        }
        assert_eq!(pace.wait(start), Duration::ZERO);
        pace.record(start);
        assert_eq!(pace.wait(start), seconds(300));
    }
}
