//! The rules applied to one part of a company after another.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::employee::EmployeeKey;
use crate::domain::held_name::HeldName;
use crate::domain::ownership::Links;
use crate::domain::parts::Part;
use crate::domain::pc_log::{LogId, PcLog, PcUserName};
use crate::domain::picture::{Material, Picture, picture};
use crate::domain::plan::{Change, Inputs, Plan, plan};
use crate::domain::reassignment::{LinkEdit, edited};
use crate::domain::time::{Jst, WorkDay};
use crate::state::{self, Grounds, State};

use super::Choices;
use super::decide::looked_from;

/// Into how many parts a company falls that has so many logs: about so many are looked at at once. Builds that look for
/// mistakes look at so few that hardly a company is decided in one part.
pub(super) fn parts_for(logs: usize) -> usize {
    if cfg!(debug_assertions) {
        logs.div_ceil(8).min(4)
    } else {
        logs.div_ceil(2_500)
    }
}

/// What decisions of any part rest on, and the logs of the part that is its turn.
pub(super) struct Company {
    pub(super) material: Material,
    /// Held names whose part has not had its turn.
    held_names: Vec<HeldName>,
    moved: BTreeSet<EmployeeKey>,
    first_day: WorkDay,
}

/// What the rules make of a part beside the punches that are stored.
pub(super) struct Judged {
    pub(super) picture: Picture,
    pub(super) plan: Plan,
}

impl Company {
    pub(super) fn read(
        state: &State,
        choices: &Choices,
        first_day: WorkDay,
    ) -> Result<Self, state::Error> {
        let mut material = state.material_without_logs(&choices.links, &choices.nights)?;
        let held = state.code_moves()?.into_iter().filter(|one| one.held);
        Ok(Self {
            held_names: std::mem::take(&mut material.held_names),
            material,
            moved: held.map(|one| one.employee).collect(),
            first_day,
        })
    }

    pub(super) fn turn_to(
        &mut self,
        state: &State,
        part: &Part,
        from: Jst,
    ) -> Result<(), state::Error> {
        // What is not needed any more goes before its like comes.
        self.material.logs = Vec::new();
        self.material.logs = state.logs_of_part(part, from)?;
        let names: BTreeSet<&PcUserName> = part.names.iter().collect();
        let held = std::mem::take(&mut self.held_names).into_iter();
        (self.material.held_names, self.held_names) =
            held.partition(|held| names.contains(&held.name));
        Ok(())
    }

    /// The held names of which no log is left in any part: they stay held unless somebody allowed them.
    pub(super) fn left_over(&mut self) -> Vec<HeldName> {
        let mut left = std::mem::take(&mut self.held_names);
        left.retain(|held| !self.material.allowed_shared.contains(&held.name));
        left
    }

    pub(super) fn judge(
        &self,
        state: &State,
        choices: &Choices,
        part: &Part,
        grounds: &Grounds,
        now: Jst,
    ) -> Result<Judged, state::Error> {
        let material = &self.material;
        let picture = picture(material, &choices.rules, self.first_day, now);
        let stored = state.punches_of_part(part, self.first_day)?;
        let by_id: BTreeMap<LogId, &PcLog> =
            material.logs.iter().map(|log| (log.id, log)).collect();
        let is_shared = |id: LogId, day| {
            let log = by_id.get(&id);
            log.is_some_and(|log| picture.is_shared(log, day))
        };
        let is_excluded = |employee: &EmployeeKey, day| {
            let person = material.people.get(employee);
            person.is_some_and(|person| person.is_excluded_on(day))
        };
        let plan = plan(&Inputs {
            decisions: &picture.decisions,
            stored: &stored,
            first_day: self.first_day,
            oldest_day: choices.oldest_day(now),
            taken: &grounds.taken,
            moved: &self.moved,
            is_excluded: &is_excluded,
            is_shared: &is_shared,
        });
        Ok(Judged { picture, plan })
    }
}

/// Shows `look` a company part by part, each with the logs that work days from `first_day` on rest on. Gives what is the
/// same for all parts, without logs.
///
/// # Errors
/// What the state file refuses.
pub fn part_by_part(
    state: &State,
    choices: &Choices,
    first_day: WorkDay,
    mut look: impl FnMut(&Part, &Material) -> Result<(), state::Error>,
) -> Result<Material, state::Error> {
    let from = looked_from(choices, first_day);
    let mut company = Company::read(state, choices, first_day)?;
    for part in state.parts(from, parts_for)? {
        company.turn_to(state, &part, from)?;
        look(&part, &company.material)?;
    }
    Ok(Material {
        logs: Vec::new(),
        ..company.material
    })
}

/// How many more punches the rules give once `edits` of links are made, of those that need no person.
/// `oldest` is the first day with a log that the edits release. Nothing is stored.
///
/// # Errors
/// What the state file refuses.
pub fn punches_released(
    state: &State,
    choices: &Choices,
    edits: &[LinkEdit],
    oldest: WorkDay,
    now: Jst,
) -> Result<usize, state::Error> {
    let first_day = oldest.back(1);
    let from = looked_from(choices, first_day);
    let mut company = Company::read(state, choices, first_day)?;
    let edited_links = Links::new(edited(state.link_history()?, edits));
    let mut released = 0;
    // Edits tie people to names who were not before: everybody at once.
    for part in state.parts(from, |_| 1)? {
        company.turn_to(state, &part, from)?;
        let grounds = state.grounds_of_part(&part, from, first_day)?;
        let given = |company: &Company| -> Result<usize, state::Error> {
            let plan = company.judge(state, choices, &part, &grounds, now)?.plan;
            let free = |change: &&Change| matches!(change, Change::Add { hold: None, .. });
            Ok(plan.changes.iter().filter(free).count())
        };
        let before = given(&company)?;
        company.material.links = edited_links.clone();
        released += given(&company)?.saturating_sub(before);
    }
    Ok(released)
}
