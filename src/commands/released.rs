//! What new links release: the logs that waited for them.

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use crate::domain::pc_log::{LinkKind, PcUserName};
use crate::domain::reassignment::LinkEdit;
use crate::domain::time::{Jst, WorkDay};
use crate::locale::Text;
use crate::relay::{Choices, punches_released};
use crate::state::{self, Parked, State};

/// How much is released.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Released {
    /// Logs that were nobody's.
    logs: u64,
    /// Days with such logs, one for each user name.
    work_days: usize,
    /// Those of the days that are too old to be punched without a person.
    too_old: usize,
    /// Punches that the rules give by them, where that was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    punches: Option<usize>,
    /// The first of the days.
    #[serde(skip)]
    oldest: Option<WorkDay>,
}

impl Released {
    /// Counts the parked logs of the names that `edits` give to somebody, from the day of the link on.
    /// Days before `oldest` are too old.
    pub(super) fn by(edits: &[LinkEdit], parked: &[Parked], oldest: WorkDay) -> Self {
        if parked.is_empty() {
            return Self::default();
        }
        let given: HashMap<(LinkKind, &PcUserName), WorkDay> = edits
            .iter()
            .filter_map(|edit| edit.entry.as_ref())
            .filter(|link| link.employee.is_some())
            .map(|link| ((link.kind, &link.user_name), link.from))
            .collect();
        let mut released = Self::default();
        let mut days = HashSet::new();
        for one in parked {
            let from = given.get(&(one.kind, &one.user_name));
            if from.is_none_or(|from| *from > one.day) {
                continue;
            }
            released.logs += u64::from(one.logs);
            released.oldest = released.oldest.into_iter().chain([one.day]).min();
            if days.insert((one.kind, &one.user_name, one.day)) {
                released.work_days += 1;
                released.too_old += usize::from(one.day < oldest);
            }
        }
        released
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
                .with("too_old", self.too_old);
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
            punches: None,
            oldest: Some(day("2024-12-01")),
        };
        assert_eq!(released, expected);
        assert!(released.told().is_some());
        assert_eq!(Released::by(&[], &parked, day("2024-12-05")).told(), None);
    }
}
