//! Night-shift hours of one person, by the work day from which they hold.

use chrono::Duration;

use super::time::WorkDay;

/// `punch.night_shift_hours` of the person's division, each holding from a work day on. They say where a
/// work day ends, as its border does: a day keeps those it began with, so that no night that was punched
/// is parted or put together again by a setting or a move to another division.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Nights {
    /// Oldest first; the first holds for all days before it too.
    entries: Vec<(WorkDay, Duration)>,
}

impl Nights {
    /// The same hours for all days; zero is no night shift.
    pub fn always(hours: Duration) -> Self {
        Self::new(vec![(WorkDay::EARLIEST, hours)])
    }

    /// Hours by the work day from which each holds, in any order. No entries: no night shift.
    pub fn new(mut entries: Vec<(WorkDay, Duration)>) -> Self {
        entries.sort_unstable();
        Self { entries }
    }

    /// The hours of a work day; zero is no night shift.
    pub fn of(&self, day: WorkDay) -> Duration {
        let holding = self.entries.iter().rev().find(|(from, _)| *from <= day);
        let holding = holding.or(self.entries.first());
        holding.map_or(Duration::zero(), |(_, hours)| *hours)
    }
}

#[cfg(test)]
mod tests {
    use chrono::Duration;

    use super::Nights;
    use crate::domain::time::WorkDay;

    #[test]
    fn a_day_keeps_the_hours_that_held_when_it_began() {
        let day = |day: u32| WorkDay::parse(&format!("2024-12-{day:02}")).unwrap();
        let entries = vec![(day(20), Duration::zero()), (day(10), Duration::hours(12))];
        let nights = Nights::new(entries);
        for (number, hours) in [(1, 12), (10, 12), (19, 12), (20, 0), (31, 0)] {
            assert_eq!(nights.of(day(number)), Duration::hours(hours), "{number}");
        }
        assert_eq!(Nights::default().of(day(1)), Duration::zero());
    }
}
