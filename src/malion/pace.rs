//! How fast a MaLion may be asked, by the monotonic clock.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::error::Error;

/// So soon is a signal noticed while a request waits for its turn.
const SLICE: Duration = Duration::from_millis(100);

/// Requests begin at least so far apart.
#[derive(Debug)]
pub(super) struct Pace {
    gap: Duration,
    next: Mutex<Option<Instant>>,
}

impl Pace {
    /// A pace of so many requests a second; `None` is as fast as may be.
    pub(super) fn new(per_second: Option<f64>) -> Self {
        let gap = per_second.and_then(|rate| Duration::try_from_secs_f64(rate.recip()).ok());
        Self {
            gap: gap.unwrap_or_default(),
            next: Mutex::new(None),
        }
    }

    /// Waits until a request may begin.
    ///
    /// # Errors
    /// [`Error::Stopped`] as soon as `stop` is set.
    pub(super) fn take_turn(&self, stop: &AtomicBool) -> Result<(), Error> {
        loop {
            if stop.load(Ordering::SeqCst) {
                return Err(Error::Stopped);
            }
            let wait = self.claim(Instant::now());
            if wait.is_zero() {
                return Ok(());
            }
            thread::sleep(wait.min(SLICE));
        }
    }

    /// How long a request still has to wait; where that is nothing, the turn is taken.
    fn claim(&self, now: Instant) -> Duration {
        let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        let wait = next.map_or(Duration::ZERO, |next| next.saturating_duration_since(now));
        if wait.is_zero() {
            *next = now.checked_add(self.gap);
        }
        wait
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicBool;
    use std::time::{Duration, Instant};

    use super::{Error, Pace};

    #[test]
    fn requests_begin_so_far_apart() {
        let start = Instant::now();
        let pace = Pace::new(Some(4.0));
        for (at, wait) in [(0, 0), (100, 150), (250, 0), (600, 0), (601, 249)] {
            let millis = Duration::from_millis;
            assert_eq!(pace.claim(start + millis(at)), millis(wait), "at {at}");
        }
    }

    #[test]
    fn without_a_limit_nothing_waits_and_a_signal_ends_the_waiting() {
        let now = Instant::now();
        let free = Pace::new(None);
        assert_eq!([free.claim(now), free.claim(now)], [Duration::ZERO; 2]);
        let slow = Pace::new(Some(0.001));
        slow.claim(now);
        let stopped = slow.take_turn(&AtomicBool::new(true));
        assert_eq!(stopped, Err(Error::Stopped));
    }
}
