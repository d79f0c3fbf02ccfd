//! 凍結: why nothing more is sent, to one person's work day or at all (delivery.md).

use super::employee::EmployeeKey;
use super::punch::PunchKind;
use super::time::{Jst, WorkDay};

/// So many doubled days are single mishaps; one more, and something is wrong with all of it.
const MOST_DOUBLED_DAYS: usize = 3;

/// Why the whole file is frozen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// More than three days stand frozen.
    Doubles,
    /// An accepted punch has no attempt that could have reached KING OF TIME.
    NeverSent,
    /// An unknown punch, or one that is being sent, has no attempt whose outcome is missing.
    NoAttempt,
    /// Two punches of one kind are there for one person's work day.
    TwoOfAKind,
    /// The logs count as read until a time that has not come yet.
    CursorAhead,
}

impl Cause {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Doubles,
        Self::NeverSent,
        Self::NoAttempt,
        Self::TwoOfAKind,
        Self::CursorAhead,
    ];

    /// Its name in JSON, in the state file and in the catalogues, `freeze-cause-…`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Doubles => "doubles",
            Self::NeverSent => "never-sent",
            Self::NoAttempt => "no-attempt",
            Self::TwoOfAKind => "two-of-a-kind",
            Self::CursorAhead => "cursor-ahead",
        }
    }

    /// The cause of that name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cause| cause.name() == name)
    }
}

/// One person's work day to which nothing is sent: KING OF TIME shows two of a kind there, one of them ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrozenDay {
    /// Its row.
    pub id: i64,
    /// Whose.
    pub employee: EmployeeKey,
    /// Which.
    pub day: WorkDay,
    /// What is there twice.
    pub kind: PunchKind,
    /// Since when.
    pub since: Jst,
}

/// The whole file: nothing is sent at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrozenFile {
    /// Why.
    pub cause: Cause,
    /// The rows or the time that it is about, for the record.
    pub detail: String,
    /// Since when.
    pub since: Jst,
}

/// Whether so many frozen days freeze the file, and which they are, for the record: days that a person has
/// unfrozen are none of them any more.
pub fn too_many(days: &[FrozenDay]) -> Option<String> {
    let ids: Vec<String> = days.iter().map(|day| day.id.to_string()).collect();
    (days.len() > MOST_DOUBLED_DAYS).then(|| ids.join(","))
}

#[cfg(test)]
mod tests {
    use super::{Cause, FrozenDay, too_many};
    use crate::domain::employee::EmployeeKey;
    use crate::domain::punch::PunchKind;
    use crate::domain::time::{WorkDay, from_epoch};

    #[test]
    fn the_fourth_frozen_day_freezes_the_file() {
        let day = |id| FrozenDay {
            id,
            employee: EmployeeKey::new("k"),
            day: WorkDay::EARLIEST,
            kind: PunchKind::ClockIn,
            since: from_epoch(0).unwrap(),
        };
        for (days, frozen) in [(0, None), (3, None), (4, Some("1,2,3,4"))] {
            let days: Vec<FrozenDay> = (1..=days).map(day).collect();
            assert_eq!(too_many(&days).as_deref(), frozen);
        }
    }

    #[test]
    fn a_cause_is_found_by_its_name() {
        for cause in Cause::ALL {
            assert_eq!(Cause::of_name(cause.name()), Some(cause));
        }
    }
}
