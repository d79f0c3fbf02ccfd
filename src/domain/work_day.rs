//! When a person's work days begin and end.

use chrono::{Duration, NaiveTime};

use super::time::{Jst, WorkDay};

/// The day borders (日付変更時間) of one person, each holding from a work day on. A work day keeps the
/// border it began with; it ends where the next one begins, so that no moment is in two days or in none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Borders {
    /// Oldest first; the first holds for all days before it too.
    entries: Vec<(WorkDay, NaiveTime)>,
}

impl Borders {
    /// Midnight for all days: KING OF TIME's default (KOT section 6.3).
    pub fn midnight() -> Self {
        Self {
            entries: vec![(WorkDay::EARLIEST, NaiveTime::MIN)],
        }
    }

    /// Borders by the work day from which each holds, in any order. No entries: midnight.
    pub fn new(mut entries: Vec<(WorkDay, NaiveTime)>) -> Self {
        if entries.is_empty() {
            return Self::midnight();
        }
        entries.sort_unstable();
        Self { entries }
    }

    /// The border of a work day.
    pub fn of(&self, day: WorkDay) -> NaiveTime {
        let holding = self.entries.iter().rev().find(|(from, _)| *from <= day);
        holding
            .or(self.entries.first())
            .map_or(NaiveTime::MIN, |(_, border)| *border)
    }

    /// The moment at which a work day begins.
    pub fn start(&self, day: WorkDay) -> Jst {
        day.begins_at(self.of(day))
    }

    /// The moment at which a work day has ended: the next one's beginning.
    pub fn end(&self, day: WorkDay) -> Jst {
        self.start(day.next())
    }

    /// The work day in which a moment lies.
    pub fn day_of(&self, moment: Jst) -> WorkDay {
        let date = WorkDay::new(moment.date_naive());
        if self.start(date) <= moment {
            date
        } else {
            date.back(1)
        }
    }
}

/// The last moment that KING OF TIME takes for a punch of `day`: before midnight of the day after the
/// next begins (KOT section 3.3).
pub fn takes_punches_before(day: WorkDay) -> Jst {
    day.next().begins_at(NaiveTime::MIN) + Duration::days(1)
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveTime, TimeZone};

    use super::Borders;
    use crate::domain::time::{Jst, WorkDay, jst_offset};

    fn at(text: &str) -> Jst {
        let local = chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S").unwrap();
        jst_offset().from_local_datetime(&local).unwrap()
    }

    fn day(text: &str) -> WorkDay {
        WorkDay::parse(text).unwrap()
    }

    fn five() -> NaiveTime {
        NaiveTime::from_hms_opt(5, 0, 0).unwrap()
    }

    #[test]
    fn a_moment_lies_in_the_day_whose_border_it_has_passed() {
        let midnight = Borders::midnight();
        let morning = Borders::new(vec![(WorkDay::EARLIEST, five())]);
        for (borders, moment, expected) in [
            (&midnight, "2024-12-17 00:00:00", "2024-12-17"),
            (&midnight, "2024-12-17 23:59:59", "2024-12-17"),
            (&morning, "2024-12-18 04:59:59", "2024-12-17"),
            (&morning, "2024-12-18 05:00:00", "2024-12-18"),
            (&morning, "2024-12-17 22:00:00", "2024-12-17"),
        ] {
            assert_eq!(borders.day_of(at(moment)), day(expected), "{moment}");
        }
    }

    #[test]
    fn a_new_border_leaves_no_gap_and_no_overlap() {
        let changed = Borders::new(vec![
            (WorkDay::EARLIEST, NaiveTime::MIN),
            (day("2024-12-18"), five()),
        ]);
        assert_eq!(changed.end(day("2024-12-17")), at("2024-12-18 05:00:00"));
        assert_eq!(changed.day_of(at("2024-12-18 04:59:59")), day("2024-12-17"));
        assert_eq!(changed.day_of(at("2024-12-17 00:00:00")), day("2024-12-17"));
        let back = Borders::new(vec![
            (WorkDay::EARLIEST, five()),
            (day("2024-12-18"), NaiveTime::MIN),
        ]);
        assert_eq!(back.end(day("2024-12-17")), at("2024-12-18 00:00:00"));
        assert_eq!(back.day_of(at("2024-12-18 00:00:00")), day("2024-12-18"));
    }
}
