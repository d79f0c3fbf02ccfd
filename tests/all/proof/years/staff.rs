//! The company of a year as it truly is: who works there, under which code, at which Windows account; and what
//! becomes of them.

mod handed_on;
mod turnover;

use super::script::{Row, Step};
use crate::month::chance::Chance;

/// Whether Windows accounts bear the codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Codes,
    Own,
    Mixed,
}

/// Somebody, now.
#[derive(Clone, Debug)]
struct Actor {
    code: String,
    /// The Windows account.
    user: String,
    /// The first day at it.
    since: i64,
    /// The last day of work, where one is known.
    last: Option<i64>,
    entered: Entered,
    /// Whether an import ought to say whose account it is.
    is_open: bool,
}

/// What KING OF TIME has of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entered {
    NotYet,
    Listed,
    Deleted,
}

impl Actor {
    fn works(&self, day: i64) -> bool {
        self.last.is_none_or(|last| day <= last)
    }
}

/// Everybody there ever was.
pub(super) struct Staff {
    chance: Chance,
    people: Vec<Actor>,
    codes: usize,
    users: usize,
    style: Style,
}

impl Staff {
    pub(super) fn new(mut chance: Chance) -> Self {
        let style = chance.one_of(&[Style::Codes, Style::Own, Style::Mixed]);
        Self {
            chance,
            people: Vec::new(),
            codes: 0,
            users: 0,
            style,
        }
    }

    pub(super) fn count(&self) -> usize {
        self.people.len()
    }

    /// The Windows accounts that are used on a day: of everybody at work, and of some who left not long ago.
    pub(super) fn users_on(&mut self, day: i64) -> Vec<String> {
        let (chance, mut users) = (&mut self.chance, Vec::new());
        let is_at_work = |one: &&Actor| one.works(day) && one.since <= day;
        let left = |one: &&Actor| {
            one.last
                .is_some_and(|last| (last + 1..last + 20).contains(&day))
        };
        let people = self.people.iter();
        for actor in people.clone().filter(is_at_work) {
            if chance.in_thousand(800) {
                users.push(actor.user.clone());
            }
        }
        for actor in people.clone().filter(left) {
            let mut heirs = people.clone().filter(is_at_work);
            if chance.in_thousand(120) && heirs.all(|heir| heir.user != actor.user) {
                users.push(actor.user.clone());
            }
        }
        users.sort();
        users.dedup();
        users
    }

    fn those(&self, which: impl Fn(&Actor) -> bool) -> Vec<usize> {
        let numbered = self.people.iter().enumerate();
        let those = numbered.filter(|(_, actor)| which(actor));
        those.map(|(number, _)| number).collect()
    }

    fn workers(&self, day: i64) -> Vec<usize> {
        self.those(|one| one.entered == Entered::Listed && one.works(day))
    }

    fn some<const N: usize>(&mut self, of: &[usize]) -> Option<[usize; N]> {
        let mut of = of.to_vec();
        let mut some = [0; N];
        for place in &mut some {
            if of.is_empty() {
                return None;
            }
            let number = self.chance.between(0, of.len() as i64);
            *place = of.swap_remove(usize::try_from(number).expect("a place"));
        }
        Some(some)
    }

    fn new_code(&mut self) -> String {
        self.codes += 1;
        format!("{:04}", self.codes)
    }

    fn new_user(&mut self) -> String {
        self.users += 1;
        format!("user{}", self.users)
    }

    /// Something happens to somebody on that day.
    pub(super) fn happens(&mut self, day: i64) -> Vec<Step> {
        match self.chance.between(0, 100) {
            0..24 => self.joins(day),
            24..40 => self.resigns(day),
            40..48 => self.is_deleted(day),
            48..57 => self.is_restored(),
            57..65 => self.swap_codes(day),
            65..72 => self.hand_codes_on(day),
            72..78 => self.is_renamed(day),
            78..92 => self.hands_on(day),
            _ => self.stays(day),
        }
    }

    /// What an import says truly: whose account it is of most of those who wait for that, with the first of their
    /// days.
    pub(super) fn truth(&mut self, day: i64) -> (Vec<Row>, i64) {
        let (mut rows, mut from) = (Vec::new(), day);
        for (person, actor) in self.people.iter_mut().enumerate() {
            let may_stand_there = actor.entered == Entered::Listed && actor.works(day);
            let stands = match actor.is_open {
                true => self.chance.in_thousand(850),
                false => self.chance.in_thousand(60),
            };
            if may_stand_there && stands {
                rows.push(Row {
                    code: actor.code.clone(),
                    person,
                    user: actor.user.clone(),
                });
                if actor.is_open {
                    from = from.min(actor.since);
                }
                actor.is_open = self.chance.in_thousand(200);
            }
        }
        (rows, from)
    }
}
