//! Who joins, leaves and comes back.

use super::super::script::Step;
use super::{Actor, Entered, Staff, Style};

/// Fewer people than that are never left, and no more than that ever work there.
const FEWEST: usize = 5;
const MOST: usize = 10;

impl Staff {
    pub(in super::super) fn joins(&mut self, day: i64) -> Vec<Step> {
        if self.workers(day).len() >= MOST {
            return Vec::new();
        }
        let mut steps = Vec::new();
        let code = self.code_of_a_joiner(day, &mut steps);
        let user = self.user_of_a_joiner(day, &code);
        let comes_late = day > 0 && self.chance.in_thousand(250);
        let entered = match comes_late {
            true => Entered::NotYet,
            false => Entered::Listed,
        };
        let person = self.people.len();
        if entered == Entered::Listed {
            steps.push(Step::Joins(person, code.clone()));
        }
        self.people.push(Actor {
            is_open: user != code || !steps.is_empty(),
            code,
            user,
            since: day,
            last: None,
            entered,
        });
        steps
    }

    /// Those who work already come into KING OF TIME's lists.
    pub(in super::super) fn comes_late(&mut self) -> Vec<Step> {
        let late = self.those(|one| one.entered == Entered::NotYet);
        let mut steps = Vec::new();
        for person in late {
            let code = self.people[person].code.clone();
            let mut others = self
                .people
                .iter()
                .filter(|one| one.entered == Entered::Listed);
            let code = match others.any(|other| other.code == code) {
                true => self.new_code(),
                false => code,
            };
            let actor = &mut self.people[person];
            actor.code.clone_from(&code);
            actor.entered = Entered::Listed;
            steps.push(Step::Joins(person, code));
        }
        steps
    }

    /// A new code, that of somebody who left, or that of somebody who gets another.
    fn code_of_a_joiner(&mut self, day: i64, steps: &mut Vec<Step>) -> String {
        let dice = self.chance.between(0, 10);
        let gone = self.those(|one| one.entered == Entered::Deleted);
        let left = self.those(|one| one.entered == Entered::Listed && !one.works(day));
        let whose = match dice {
            0..5 => None,
            5..7 => self.some::<1>(&gone),
            7 | 8 => self.some::<1>(&left),
            _ => self.some::<1>(&self.workers(day)),
        };
        let Some([whose]) = whose else {
            return self.new_code();
        };
        let code = self.people[whose].code.clone();
        let mut listed = self.people.iter().enumerate();
        let is_borne = listed.any(|(other, one)| {
            other != whose && one.entered != Entered::Deleted && one.code == code
        });
        if is_borne {
            return self.new_code();
        }
        // Who has left may keep the code beside the one who has it now.
        let changes = dice == 7 || dice == 9;
        if changes && self.people[whose].entered == Entered::Listed {
            let new = self.new_code();
            self.people[whose].code.clone_from(&new);
            self.people[whose].is_open = true;
            steps.push(Step::Coded(vec![(whose, new)]));
        }
        code
    }

    /// The code, the account of somebody who left, or one of their own.
    fn user_of_a_joiner(&mut self, day: i64, code: &str) -> String {
        let by_code = match self.style {
            Style::Codes => true,
            Style::Own => false,
            Style::Mixed => self.chance.in_thousand(500),
        };
        let is_used = |user: &str| {
            self.people
                .iter()
                .any(|one| one.works(day) && one.user == user)
        };
        if by_code && !is_used(code) {
            return code.to_owned();
        }
        let free = self.those(|one| !one.works(day) && !is_used(&one.user));
        let heirs = self.chance.in_thousand(400);
        match self.some::<1>(&free).filter(|_| heirs) {
            Some([leaver]) => self.people[leaver].user.clone(),
            None => self.new_user(),
        }
    }

    fn a_leaver(&mut self, day: i64) -> Option<usize> {
        let staying = self.those(|one| one.entered == Entered::Listed && one.last.is_none());
        let [leaver] = self
            .some(&staying)
            .filter(|_| self.workers(day).len() > FEWEST)?;
        Some(leaver)
    }

    pub(super) fn resigns(&mut self, day: i64) -> Vec<Step> {
        let Some(leaver) = self.a_leaver(day) else {
            return Vec::new();
        };
        let last = day + self.chance.one_of(&[-6, -3, -1, 0, 0, 3, 10]);
        self.people[leaver].last = Some(last);
        vec![Step::Resigns(leaver, Some(last))]
    }

    pub(super) fn is_deleted(&mut self, day: i64) -> Vec<Step> {
        let left = self.those(|one| one.entered == Entered::Listed && !one.works(day));
        let left = self
            .some::<1>(&left)
            .filter(|_| self.chance.in_thousand(400));
        match left.map(|[left]| left).or_else(|| self.a_leaver(day)) {
            Some(leaver) => self.deletes(leaver, day),
            None => Vec::new(),
        }
    }

    fn deletes(&mut self, leaver: usize, day: i64) -> Vec<Step> {
        let actor = &mut self.people[leaver];
        actor.entered = Entered::Deleted;
        actor.last.get_or_insert(day - 1);
        vec![Step::Deleted(leaver)]
    }

    pub(super) fn is_restored(&mut self) -> Vec<Step> {
        let gone = self.those(|one| one.entered == Entered::Deleted);
        match self.some::<1>(&gone) {
            Some([back]) => self.restores(back),
            None => Vec::new(),
        }
    }

    /// Somebody comes back with the key, with another code where that is somebody else's now, and with an account
    /// of their own where that is.
    pub(in super::super) fn restores(&mut self, back: usize) -> Vec<Step> {
        let (code, user) = (
            self.people[back].code.clone(),
            self.people[back].user.clone(),
        );
        let mut steps = Vec::new();
        let mut others = self
            .people
            .iter()
            .filter(|one| one.entered != Entered::Deleted);
        let is_code_taken = others.clone().any(|other| other.code == code);
        let is_user_taken = others.any(|other| other.user == user);
        if is_code_taken {
            let new = self.new_code();
            self.people[back].code.clone_from(&new);
            steps.push(Step::Coded(vec![(back, new)]));
        }
        if is_user_taken {
            let new = self.new_user();
            self.people[back].user = new;
        }
        let actor = &mut self.people[back];
        actor.entered = Entered::Listed;
        actor.last = None;
        actor.is_open |= is_code_taken || is_user_taken;
        steps.extend([Step::Resigns(back, None), Step::Restored(back)]);
        steps
    }

    /// Somebody who is leaving, or has just left, stays.
    pub(super) fn stays(&mut self, day: i64) -> Vec<Step> {
        let is_leaving = |one: &Actor| one.last.is_some_and(|last| day <= last + 4);
        let leaving = self.those(|one| one.entered == Entered::Listed && is_leaving(one));
        let Some([back]) = self.some(&leaving) else {
            return Vec::new();
        };
        let user = self.people[back].user.clone();
        let mut others = self
            .people
            .iter()
            .enumerate()
            .filter(|(one, _)| *one != back);
        if others.any(|(_, other)| other.works(day) && other.user == user) {
            self.people[back].user = self.new_user();
            self.people[back].is_open = true;
        }
        self.people[back].last = None;
        vec![Step::Resigns(back, None)]
    }

    /// A whole office is deleted at once; who.
    pub(in super::super) fn all_go(&mut self, day: i64, steps: &mut Vec<Step>) -> Vec<usize> {
        let Some(going) = self.some::<6>(&self.workers(day)) else {
            return Vec::new();
        };
        for leaver in going {
            steps.extend(self.deletes(leaver, day));
        }
        going.to_vec()
    }
}
