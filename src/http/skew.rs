//! How far this machine's clock stands from the servers'.

use std::sync::Mutex;

use chrono::TimeDelta;

use crate::domain::time::Jst;

/// The largest difference seen between this machine's clock and the `Date` of answers.
#[derive(Debug, Default)]
pub struct Skew(Mutex<Option<TimeDelta>>);

impl Skew {
    /// Notes an answer's `Date`, where it bore one, against the moment at which it was read.
    pub fn note(&self, now: Jst, date: Option<Jst>) {
        let Some(date) = date else { return };
        let seen = now - date;
        let mut largest = self.0.lock().unwrap_or_else(|held| held.into_inner());
        if largest.is_none_or(|known| known.abs() < seen.abs()) {
            *largest = Some(seen);
        }
    }

    /// The largest so far, positive where this machine is ahead; `None` while no server said a `Date`.
    pub fn largest(&self) -> Option<TimeDelta> {
        *self.0.lock().unwrap_or_else(|held| held.into_inner())
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::Skew;
    use crate::domain::time::from_epoch;

    #[test]
    fn the_largest_difference_is_kept_with_its_sign() {
        let skew = Skew::default();
        assert_eq!(skew.largest(), None);
        for (now, date) in [(100, 95), (100, 400), (100, 99)] {
            skew.note(from_epoch(now).unwrap(), from_epoch(date));
        }
        skew.note(from_epoch(100).unwrap(), None);
        assert_eq!(skew.largest(), Some(TimeDelta::seconds(-300)));
    }
}
