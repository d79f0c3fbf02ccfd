//! A rehearsal: past logs under some choices, as a relay that had run all the while would have met them.
//! Nothing is asked, stored or sent.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use chrono::NaiveTime;

use crate::domain::account::Link;
use crate::domain::employee::EmployeeKey;
use crate::domain::nights::Nights;
use crate::domain::pc_log::LinkKind;
use crate::domain::picture::Material;
use crate::domain::policy::Policies;
use crate::domain::replay::{Replayed, Terms, replay};
use crate::domain::rules::{NightShift, Rules};
use crate::domain::time::{Jst, WorkDay};
use crate::domain::work_day::Borders;
use crate::kot::ClosedHours;
use crate::state::{self, State};

use super::Choices;
use super::decide::MARGIN_DAYS;

/// What a state file holds of the past.
#[derive(Debug)]
pub struct Past {
    material: Material,
    history: Vec<Link>,
    divisions: BTreeMap<EmployeeKey, (String, NaiveTime)>,
    moved: BTreeSet<EmployeeKey>,
    days: RangeInclusive<WorkDay>,
}

impl Past {
    /// The past that decisions about `days` rest on, where a ログオフ is waited for no longer than
    /// `lookback` days.
    ///
    /// # Errors
    /// What the state file refuses.
    pub fn of(
        state: &State,
        links: &[LinkKind],
        days: RangeInclusive<WorkDay>,
        lookback: u64,
    ) -> Result<Self, state::Error> {
        let from = days.start().back(lookback + MARGIN_DAYS);
        let from = from.begins_at(NaiveTime::MIN);
        let borders: BTreeMap<String, NaiveTime> = state
            .divisions()?
            .into_iter()
            .map(|division| (division.code, division.day_border))
            .collect();
        let employees = state.employees()?.into_iter().map(|employee| {
            let border = borders.get(&employee.division_code).copied();
            let division = (employee.division_code, border.unwrap_or(NaiveTime::MIN));
            (employee.key, division)
        });
        let held = state.code_moves()?.into_iter().filter(|one| one.held);
        Ok(Self {
            material: state.material(links, from, &NightShift::default())?,
            history: state.link_history()?,
            divisions: employees.collect(),
            moved: held.map(|one| one.employee).collect(),
            days,
        })
    }

    /// Whether anything was logged on the days themselves.
    pub fn has_logs(&self) -> bool {
        let from = self.days.start().begins_at(NaiveTime::MIN);
        let until = self.days.end().next().begins_at(NaiveTime::MIN);
        let mut logs = self.material.logs.iter();
        logs.any(|log| (from..until).contains(&log.raw.occurred_at))
    }

    /// The days as they come out under `choices`, which hold for all of the past: borders, night-shift hours
    /// and policy too, whatever held then.
    pub fn replay(&self, choices: &Choices, closed: &ClosedHours, now: Jst) -> Replayed {
        let mut people = self.material.people.clone();
        for (key, person) in &mut people {
            let Some((division, border)) = self.divisions.get(key) else {
                continue;
            };
            let border = choices.fixed_border.unwrap_or(*border);
            person.borders = Borders::new(vec![(WorkDay::EARLIEST, border)]);
            person.nights = Nights::always(choices.nights.of(division));
        }
        let rules = Rules {
            since: Some(WorkDay::EARLIEST),
            ..choices.rules.clone()
        };
        let terms = Terms {
            rules: &rules,
            people: &people,
            policies: &Policies::new(vec![(WorkDay::EARLIEST, choices.policy)]),
            days: self.days.clone(),
            opens_at: &|moment| closed.reads_open_at(moment),
            sends_unread: choices.sends_unread,
            moved: &self.moved,
            now,
        };
        replay(&self.material, &self.history, &terms)
    }
}
