//! Codes and PCs that go from one to another who both stay.

use super::super::script::Step;
use super::Staff;

impl Staff {
    fn recode(&mut self, day: i64, codes: Vec<(usize, String)>) -> Vec<Step> {
        let moves_with_them = self.chance.in_thousand(300);
        let before = self.people.clone();
        for (person, code) in &codes {
            let is_by_code = |one: &usize| before[*one].user == before[*one].code;
            let actor = &mut self.people[*person];
            actor.code.clone_from(code);
            actor.is_open = true;
            if moves_with_them && codes.iter().all(|(one, _)| is_by_code(one)) {
                actor.user.clone_from(code);
                actor.since = day;
            }
        }
        vec![Step::Coded(codes)]
    }

    pub(super) fn swap_codes(&mut self, day: i64) -> Vec<Step> {
        let Some([one, other]) = self.some(&self.workers(day)) else {
            return Vec::new();
        };
        let code = |person: usize| self.people[person].code.clone();
        self.recode(day, vec![(one, code(other)), (other, code(one))])
    }

    /// Each gets the next one's code, the last a new one.
    pub(super) fn hand_codes_on(&mut self, day: i64) -> Vec<Step> {
        let Some([one, two, three]) = self.some(&self.workers(day)) else {
            return Vec::new();
        };
        let new = self.new_code();
        let code = |person: usize| self.people[person].code.clone();
        self.recode(
            day,
            vec![(one, code(two)), (two, code(three)), (three, new)],
        )
    }

    pub(super) fn is_renamed(&mut self, day: i64) -> Vec<Step> {
        let Some([one]) = self.some(&self.workers(day)) else {
            return Vec::new();
        };
        let new = self.new_code();
        self.recode(day, vec![(one, new)])
    }

    /// Two swap their PCs, or one takes over another's who gets a new one.
    pub(super) fn hands_on(&mut self, day: i64) -> Vec<Step> {
        let Some([one, other]) = self.some(&self.workers(day)) else {
            return Vec::new();
        };
        let given = match self.chance.in_thousand(400) {
            true => self.people[one].user.clone(),
            false => self.new_user(),
        };
        let taken = std::mem::replace(&mut self.people[other].user, given);
        self.people[one].user = taken;
        for person in [one, other] {
            self.people[person].since = day;
            self.people[person].is_open = true;
        }
        Vec::new()
    }
}
