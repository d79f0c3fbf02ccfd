//! A span of work days, read in parts that an answer can hold.

use std::ops::RangeInclusive;

use crate::domain::time::WorkDay;

/// The longest span of one request (KOT section 2), in days.
const LONGEST: u64 = 62;

/// What is still to be read of a span.
#[derive(Debug)]
pub(super) struct Span {
    /// `None` once all of it is read.
    from: Option<WorkDay>,
    to: WorkDay,
    longest: u64,
}

impl Span {
    /// The work days `from` to `to`, both included; none where `to` is earlier.
    pub(super) fn new(from: WorkDay, to: WorkDay) -> Self {
        Self {
            from: (from <= to).then_some(from),
            to,
            longest: LONGEST,
        }
    }

    /// What is to be asked for next.
    pub(super) fn part(&self) -> Option<RangeInclusive<WorkDay>> {
        let from = self.from?;
        Some(from..=from.ahead(self.longest - 1).min(self.to))
    }

    /// Goes on behind a part that was read.
    pub(super) fn read(&mut self, part: &RangeInclusive<WorkDay>) {
        self.from = (*part.end() < self.to).then(|| part.end().next());
    }

    /// Asks for half as many days from now on, since an answer could not hold `part`. False for a single day,
    /// which cannot be parted.
    pub(super) fn halve(&mut self, part: &RangeInclusive<WorkDay>) -> bool {
        let days = part.end().days_since(*part.start()) + 1;
        self.longest = u64::try_from(days).unwrap_or(1).div_ceil(2);
        days > 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> WorkDay {
        WorkDay::parse(text).unwrap()
    }

    /// The parts asked for where an answer can hold `most` days.
    fn asked(from: &str, to: &str, most: i64) -> Vec<String> {
        let mut span = Span::new(day(from), day(to));
        let mut asked = Vec::new();
        while let Some(part) = span.part() {
            asked.push(format!("{} {}", part.start(), part.end()));
            let days = part.end().days_since(*part.start()) + 1;
            if days <= most {
                span.read(&part);
            } else if !span.halve(&part) {
                break;
            }
        }
        asked
    }

    #[test]
    fn a_long_span_is_read_in_parts_of_62_days() {
        for (to, parts) in [
            ("2024-01-01", vec!["2024-01-01 2024-01-01"]),
            ("2024-03-02", vec!["2024-01-01 2024-03-02"]),
            (
                "2024-03-03",
                vec!["2024-01-01 2024-03-02", "2024-03-03 2024-03-03"],
            ),
            ("2023-12-31", vec![]),
        ] {
            assert_eq!(asked("2024-01-01", to, 62), parts, "{to}");
        }
    }

    #[test]
    fn what_an_answer_cannot_hold_is_asked_for_in_halves_and_no_day_is_left_out() {
        for (most, parts) in [
            (
                16,
                vec![
                    "2024-12-01 2024-12-31",
                    "2024-12-01 2024-12-16",
                    "2024-12-17 2024-12-31",
                ],
            ),
            (
                9,
                vec![
                    "2024-12-01 2024-12-31",
                    "2024-12-01 2024-12-16",
                    "2024-12-01 2024-12-08",
                    "2024-12-09 2024-12-16",
                    "2024-12-17 2024-12-24",
                    "2024-12-25 2024-12-31",
                ],
            ),
        ] {
            assert_eq!(asked("2024-12-01", "2024-12-31", most), parts, "{most}");
        }
    }

    #[test]
    fn a_single_day_that_no_answer_can_hold_is_given_up() {
        assert_eq!(
            asked("2024-12-01", "2024-12-02", 0),
            ["2024-12-01 2024-12-02", "2024-12-01 2024-12-01"]
        );
    }
}
