//! Which 退勤 and breaks a work day gives (`punch.policy`, `link.breaks`, `punch.break_minutes`).

use super::time::WorkDay;

/// What a work day gives beside its 出勤.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// One 退勤 when the day is settled and, where breaks are punched, every gap of at least so many
    /// minutes.
    Settled {
        /// `punch.break_minutes` while `link.breaks` is on.
        break_minutes: Option<u32>,
    },
    /// A 退勤 at each end of a session, at once. No breaks.
    Rolling,
}

impl Policy {
    /// Whether a 退勤 is sent at each end of a session.
    pub fn is_rolling(self) -> bool {
        self == Self::Rolling
    }

    /// The shortest gap that is a break, minutes; `None` where no breaks are punched.
    pub fn break_minutes(self) -> Option<u32> {
        match self {
            Self::Settled { break_minutes } => break_minutes,
            Self::Rolling => None,
        }
    }
}

impl Default for Policy {
    fn default() -> Self {
        Self::Settled {
            break_minutes: None,
        }
    }
}

/// The choices by the first work day on which each holds: a changed one holds from the next work day
/// (relay-rules, "Late"), so that no day is begun by one rule and ended by another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policies {
    /// Oldest first.
    entries: Vec<(WorkDay, Policy)>,
}

impl Policies {
    /// Takes entries in any order.
    pub fn new(mut entries: Vec<(WorkDay, Policy)>) -> Self {
        entries.sort_by_key(|(from, _)| *from);
        Self { entries }
    }

    /// The choice that holds on a work day; before the first of all, settled without breaks.
    pub fn of(&self, day: WorkDay) -> Policy {
        let mut known = self.entries.iter().rev();
        let holding = known.find(|(from, _)| *from <= day);
        holding.map(|(_, policy)| *policy).unwrap_or_default()
    }

    /// The choice that came last, whether its first day has come or not.
    pub fn newest(&self) -> Policy {
        let newest = self.entries.last();
        newest.map(|(_, policy)| *policy).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::{Policies, Policy};
    use crate::domain::time::WorkDay;

    #[test]
    fn a_day_keeps_the_policy_that_held_when_it_began() {
        let day = |day: u32| WorkDay::parse(&format!("2024-12-{day:02}")).unwrap();
        let breaks = Policy::Settled {
            break_minutes: Some(60),
        };
        let policies = Policies::new(vec![(day(20), Policy::Rolling), (day(10), breaks)]);
        for (number, expected) in [
            (9, Policy::default()),
            (10, breaks),
            (19, breaks),
            (20, Policy::Rolling),
            (31, Policy::Rolling),
        ] {
            assert_eq!(policies.of(day(number)), expected, "{number}");
        }
        assert_eq!(policies.newest(), Policy::Rolling);
        assert_eq!(Policies::default().of(day(1)), Policy::default());
    }
}
