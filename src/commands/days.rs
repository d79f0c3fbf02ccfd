//! Which work days a command looks at.

use crate::cli::Days;
use crate::domain::time::WorkDay;
use crate::locale::Text;

use super::{Exit, Failure};

/// The first and the last work day of a range, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Range {
    /// The first.
    pub(super) from: WorkDay,
    /// The last.
    pub(super) to: WorkDay,
}

/// How many work days are looked at where a range is not said, or only its end.
const USUAL_DAYS: u64 = 7;

/// The range that was asked for; without any, the seven work days up to `last`.
///
/// # Errors
/// Exit 2 where the range ends before it begins.
pub(super) fn range(days: &Days, last: WorkDay) -> anyhow::Result<Range> {
    let (from, to) = match (days.date, days.from, days.to) {
        (Some(date), _, _) => (date, date),
        (None, Some(from), to) => (from, to.unwrap_or(last.max(from))),
        (None, None, to) => {
            let to = to.unwrap_or(last);
            (to.back(USUAL_DAYS - 1), to)
        }
    };
    if from <= to {
        return Ok(Range { from, to });
    }
    let message = Text::new("days-reversed")
        .showing("from", from)
        .showing("to", to);
    let failure = Failure::new(Exit::Usage, "usage.days", message);
    Err(failure.remedy(Text::new("days-reversed-remedy")).into())
}

#[cfg(test)]
mod tests {
    use super::{Range, range};
    use crate::cli::Days;
    use crate::domain::time::WorkDay;

    #[test]
    fn a_range_is_what_was_said_or_the_seven_days_up_to_the_last() {
        let day = |day: u32| WorkDay::parse(&format!("2024-12-{day:02}")).unwrap();
        for (date, from, to, expected) in [
            (None, None, None, Some((11, 17))),
            (Some(3), None, None, Some((3, 3))),
            (None, Some(1), None, Some((1, 17))),
            (None, Some(20), None, Some((20, 20))),
            (None, None, Some(9), Some((3, 9))),
            (None, Some(1), Some(31), Some((1, 31))),
            (None, Some(2), Some(1), None),
        ] {
            let days = Days {
                date: date.map(day),
                from: from.map(day),
                to: to.map(day),
            };
            let expected = expected.map(|(from, to)| Range {
                from: day(from),
                to: day(to),
            });
            assert_eq!(range(&days, day(17)).ok(), expected, "{days:?}");
        }
    }
}
