//! What new links release: the logs that waited for them.

use std::collections::{BTreeSet, HashMap, HashSet};

use serde::Serialize;

use crate::domain::employee::EmployeeKey;
use crate::domain::pc_log::{LinkKind, PcUserName};
use crate::domain::reassignment::LinkEdit;
use crate::domain::time::{Jst, WorkDay};
use crate::domain::unread::LONGEST_OPEN;
use crate::kot::ClosedDays;
use crate::locale::Text;
use crate::relay::{Choices, punches_released};
use crate::state::{self, Parked, State};

/// How much is released.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Released {
    /// Logs that were nobody's.
    logs: u64,
    /// Days with such logs, one for each user name.
    work_days: usize,
    /// Those of the days that are too old to be punched without a person.
    too_old: usize,
    /// Those of the others that KING OF TIME has closed (締め), where that was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    closed: Option<usize>,
    /// Punches that the rules give by them, where that was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    punches: Option<usize>,
    /// The first of the days.
    #[serde(skip)]
    oldest: Option<WorkDay>,
    /// The days that are not too old, by whose they are now.
    #[serde(skip)]
    days: BTreeSet<(WorkDay, EmployeeKey)>,
}

impl Released {
    /// Counts the parked logs of the names that `edits` give to somebody, from the day of the link on.
    /// Days before `oldest` are too old.
    pub(super) fn by(edits: &[LinkEdit], parked: &[Parked], oldest: WorkDay) -> Self {
        if parked.is_empty() {
            return Self::default();
        }
        let given = edits.iter().filter_map(|edit| {
            let link = edit.entry.as_ref()?;
            let owner = link.employee.as_ref()?;
            Some(((link.kind, &link.user_name), (link.from, owner)))
        });
        let given: HashMap<(LinkKind, &PcUserName), (WorkDay, &EmployeeKey)> = given.collect();
        let mut released = Self::default();
        let mut days = HashSet::new();
        for one in parked {
            let given = given.get(&(one.kind, &one.user_name));
            let Some((_, owner)) = given.filter(|(from, _)| *from <= one.day) else {
                continue;
            };
            released.logs += u64::from(one.logs);
            released.oldest = released.oldest.into_iter().chain([one.day]).min();
            if days.insert((one.kind, &one.user_name, one.day)) {
                released.work_days += 1;
                released.too_old += usize::from(one.day < oldest);
            }
            if oldest <= one.day {
                released.days.insert((one.day, (*owner).clone()));
            }
        }
        released
    }

    /// The first and the last of the days that may be closed: those not too old that are no longer open on `today`
    /// as a matter of course.
    pub(super) fn may_be_closed(&self, today: WorkDay) -> Option<(WorkDay, WorkDay)> {
        let mut days = self.days.iter().map(|(day, _)| *day);
        let from = days.next()?;
        let to = days.next_back().unwrap_or(from);
        let last = today.back(LONGEST_OPEN.unsigned_abs() + 1);
        (from <= last).then(|| (from, to.min(last)))
    }

    /// Takes in which days KING OF TIME has closed.
    pub(super) fn with_closed(mut self, closed: &ClosedDays) -> Self {
        self.closed = Some(self.days.intersection(closed).count());
        self
    }

    /// Asks the rules how many punches the links make, which are not stored yet.
    ///
    /// # Errors
    /// What the state file refuses.
    pub(super) fn with_punches(
        mut self,
        state: &State,
        choices: &Choices,
        edits: &[LinkEdit],
        now: Jst,
    ) -> Result<Self, state::Error> {
        self.punches = Some(match self.oldest {
            Some(oldest) => punches_released(state, choices, edits, oldest, now)?,
            None => 0,
        });
        Ok(self)
    }

    /// What a person reads of it; `None` where nothing is released.
    pub(super) fn told(&self) -> Option<Text> {
        (self.logs > 0).then(|| {
            let released = Text::new("links-released")
                .with("logs", self.logs)
                .with("work_days", self.work_days)
                .with("too_old", self.too_old)
                .with("closed", self.closed.unwrap_or_default());
            match self.punches {
                None => released,
                Some(punches) => Text::new("links-released-punches")
                    .with("released", released)
                    .with("punches", punches),
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{LinkEdit, LinkKind, Parked, PcUserName, Released, WorkDay};
    use crate::domain::account::Link;
    use crate::domain::employee::EmployeeKey;

    fn day(text: &str) -> WorkDay {
        WorkDay::parse(text).unwrap()
    }

    fn edit(name: &str, from: WorkDay, owner: Option<&str>) -> LinkEdit {
        let kind = LinkKind::MaLion;
        let user_name = PcUserName::new(name);
        let entry = Some(Link {
            kind,
            user_name: user_name.clone(),
            employee: owner.map(EmployeeKey::new),
            from,
        });
        LinkEdit {
            kind,
            user_name,
            from,
            entry,
        }
    }

    #[test]
    fn only_logs_of_given_names_from_the_day_of_the_link_are_released() {
        let parked = [
            ("a", "2024-12-01", 2),
            ("a", "2024-12-18", 3),
            ("b", "2024-12-18", 4),
            ("c", "2024-12-18", 1),
        ];
        let parked = parked.map(|(name, on, logs)| Parked {
            kind: LinkKind::MaLion,
            user_name: PcUserName::new(name),
            day: day(on),
            logs,
        });
        let edits = [
            edit("a", WorkDay::EARLIEST, Some("k")),
            edit("b", day("2024-12-19"), Some("k")),
            edit("c", WorkDay::EARLIEST, None),
        ];
        let released = Released::by(&edits, &parked, day("2024-12-05"));
        let expected = Released {
            logs: 5,
            work_days: 2,
            too_old: 1,
            closed: None,
            punches: None,
            oldest: Some(day("2024-12-01")),
            days: [(day("2024-12-18"), EmployeeKey::new("k"))].into(),
        };
        assert_eq!(released, expected);
        assert!(released.told().is_some());
        assert_eq!(Released::by(&[], &parked, day("2024-12-05")).told(), None);
        for (today, asked) in [("2024-12-20", false), ("2025-01-20", true)] {
            let to = released.may_be_closed(day(today));
            let asked = asked.then_some((day("2024-12-18"), day("2024-12-18")));
            assert_eq!(to, asked, "{today}");
        }
        let closed = [
            ("2024-12-18", "k"),
            ("2024-12-18", "j"),
            ("2024-12-01", "k"),
        ];
        let closed = closed.map(|(on, key)| (day(on), EmployeeKey::new(key)));
        assert_eq!(released.with_closed(&closed.into()).closed, Some(1));
    }
}
