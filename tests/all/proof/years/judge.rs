//! Holds what the relay does against the model: every punch goes to the key whose it is, and what is not there is
//! told.

use std::collections::{BTreeMap, BTreeSet};

use super::super::calendar::{DAY, MINUTE, told};
use super::books::Books;
use super::model::{Given, Punched, Whose, given};
use super::script::Log;

/// `punch.max_age_days`.
const MAX_AGE: i64 = 14;

/// Work days that are older than that no round looks at again, except where a parked log is linked.
const LOOKED_AT: i64 = MAX_AGE + 3;

/// Logs of names that nobody was ever linked to are kept so long.
const KEPT: i64 = 90;

/// A punch that a round sent.
#[derive(Clone, Copy, Debug)]
pub(super) struct Post {
    pub(super) punched: Punched,
    /// Whether KING OF TIME took it; else it refused it, since it does not know the key any more.
    pub(super) is_taken: bool,
}

/// What stands in the relay's file after a round.
#[derive(Clone, Debug, Default)]
pub(super) struct Noted {
    /// State and reason of each punch.
    pub(super) punches: Vec<(Punched, String, String)>,
    /// What became of each log, by number.
    pub(super) fates: BTreeMap<usize, String>,
    pub(super) findings: BTreeSet<Told>,
}

/// A finding: its code, whom or which name it concerns, its day, and whether it stands open.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Told {
    pub(super) code: String,
    pub(super) person: Option<usize>,
    pub(super) user: Option<String>,
    pub(super) day: Option<i64>,
    pub(super) is_open: bool,
}

/// A round and what there is after it.
pub(super) struct Seen<'s> {
    pub(super) time: i64,
    pub(super) posts: Vec<Post>,
    pub(super) books: &'s Books,
    /// Who is in KING OF TIME's lists now.
    pub(super) listed: BTreeSet<usize>,
    /// KING OF TIME's own record after the round.
    pub(super) there: Vec<Punched>,
    pub(super) noted: Noted,
}

/// All that was sent so far.
pub(super) struct Judge<'y> {
    logs: &'y [Log],
    /// What KING OF TIME took.
    taken: BTreeSet<Punched>,
    refused: BTreeSet<Punched>,
    /// The logs on which either rests, by kind: no other punch may.
    grounds: BTreeSet<(usize, u8)>,
    /// The punches that ever waited for an import to confirm a moved code.
    pub(super) held: BTreeSet<Punched>,
}

impl<'y> Judge<'y> {
    pub(super) fn new(logs: &'y [Log]) -> Self {
        Self {
            logs,
            taken: BTreeSet::new(),
            refused: BTreeSet::new(),
            grounds: BTreeSet::new(),
            held: BTreeSet::new(),
        }
    }

    /// How many punches were taken.
    pub(super) fn sent(&self) -> usize {
        self.taken.len()
    }

    /// What is wrong with a round, where something is.
    pub(super) fn sees(&mut self, seen: &Seen<'_>) -> Result<(), String> {
        let given = given(self.logs, seen.books, seen.time);
        for post in &seen.posts {
            self.may_go(post.punched, &given, seen)
                .map_err(|why| Self::tells(why, post.punched, &given, seen))?;
            let ground = given.punches[&post.punched];
            self.grounds.insert((ground, post.punched.2));
            let sent = match post.is_taken {
                true => &mut self.taken,
                false => &mut self.refused,
            };
            sent.insert(post.punched);
        }
        let there: BTreeSet<Punched> = seen.there.iter().copied().collect();
        if there.len() != seen.there.len() || there != self.taken {
            return Err(format!(
                "KING OF TIME has what was not sent: {:?}",
                seen.there
            ));
        }
        for (punched, ground) in &given.punches {
            if seen.books.is_held(punched.0) && !self.taken.contains(punched) {
                self.held.insert(*punched);
            }
            self.is_there(*punched, *ground, seen)
                .map_err(|why| Self::tells(why, *punched, &given, seen))?;
        }
        self.is_told(&given, seen)
    }

    fn tells(why: &str, punched: Punched, given: &Given, seen: &Seen<'_>) -> String {
        let of_day = |one: &Punched| (one.0, one.1) == (punched.0, punched.1);
        let given = given.punches.keys().filter(|one| of_day(one));
        let there = seen.there.iter().filter(|one| of_day(one));
        let noted = seen.noted.punches.iter().filter(|(one, ..)| of_day(one));
        let found = seen.noted.findings.iter().filter(|one| {
            let is_about = one.person.is_none_or(|whose| whose == punched.0);
            one.is_open && is_about && one.day.is_none_or(|day| day == punched.1)
        });
        format!(
            "{why}: {punched:?} ({})\ngiven {:?}\nthere {:?}\nnoted {:?}\nfound {:?}\nknown {:?}",
            told(punched.3 * MINUTE),
            given.collect::<Vec<_>>(),
            there.collect::<Vec<_>>(),
            noted.collect::<Vec<_>>(),
            found.collect::<Vec<_>>(),
            seen.books.people.get(&punched.0),
        )
    }

    /// Whether a punch may be sent in this round.
    fn may_go(&self, punched: Punched, given: &Given, seen: &Seen<'_>) -> Result<(), &'static str> {
        let (person, day, kind, minute) = punched;
        let Some(ground) = given.punches.get(&punched) else {
            return Err("the rules do not give");
        };
        if !seen.books.people[&person].is_listed {
            return Err("of somebody who is gone goes");
        }
        if seen.books.is_held(person) {
            return Err("of somebody who is held goes");
        }
        if day < seen.time / DAY - MAX_AGE {
            return Err("too old goes");
        }
        if self.minute_of(person, day, kind).is_some() || self.refused.contains(&punched) {
            return Err("once more goes");
        }
        if self.is_ground(*ground, kind) {
            return Err("on the log of another punch goes");
        }
        let begun = self.minute_of(person, day, 1);
        if kind == 2 && begun.is_none_or(|begun| minute <= begun) {
            return Err("without a 出勤 goes");
        }
        Ok(())
    }

    /// When KING OF TIME has that kind on that day.
    fn minute_of(&self, person: usize, day: i64, kind: u8) -> Option<i64> {
        let from = (person, day, kind, i64::MIN);
        let until = (person, day, kind, i64::MAX);
        self.taken.range(from..until).next().map(|one| one.3)
    }

    fn is_ground(&self, log: usize, kind: u8) -> bool {
        self.grounds.contains(&(log, kind))
    }

    /// Whether a punch that the rules give is there, or is told.
    fn is_there(
        &self,
        punched: Punched,
        ground: usize,
        seen: &Seen<'_>,
    ) -> Result<(), &'static str> {
        let (person, day, kind, minute) = punched;
        let today = seen.time / DAY;
        if let Some(there) = self.minute_of(person, day, kind) {
            let is_same = there == minute || day < today - MAX_AGE;
            let is_told = is_same || seen.noted.tells("late-change", person, Some(day));
            let another = "another time is there, and it is not told";
            return is_told.then_some(()).ok_or(another);
        }
        if day < today - KEPT || (self.is_ground(ground, kind) && !self.is_refused(punched)) {
            return Ok(());
        }
        let mut noted = seen.noted.punches.iter();
        let noted = noted.find(|(one, ..)| (one.0, one.1, one.2) == (person, day, kind));
        let noted = noted.map(|(_, state, reason)| (&**state, &**reason));
        let is_too_old = day < today - MAX_AGE;
        let waits = match noted {
            Some(("refused", _)) => self.is_refused(punched),
            Some(("held", "code-moved")) => seen.books.is_held(person) || is_too_old,
            Some(("held", "too-old")) => is_too_old,
            Some(("held", "not-later")) => kind == 2,
            Some(("decided", _)) => !is_too_old && self.is_waiting(punched, seen),
            // Nothing is looked at so late, but a log that waited is not passed over.
            None => {
                let fate = seen.noted.fates.get(&ground).map_or("", String::as_str);
                day < today - LOOKED_AT && !["", "unlinked"].contains(&fate)
            }
            _ => false,
        };
        waits.then_some(()).ok_or("lost")
    }

    /// Whether KING OF TIME refused that kind on that day.
    fn is_refused(&self, (person, day, kind, _): Punched) -> bool {
        let mut refused = self.refused.iter();
        refused.any(|one| (one.0, one.1, one.2) == (person, day, kind))
    }

    /// Whether a punch that is free to go has something to wait for: the key is not listed, an earlier punch of the
    /// day was refused, there is no 出勤 before it, or the reading lacks punches of people who were deleted since the
    /// last sync.
    fn is_waiting(&self, punched: Punched, seen: &Seen<'_>) -> bool {
        let (person, day, kind, minute) = punched;
        let is_gone = !seen.books.people[&person].is_listed || !seen.listed.contains(&person);
        let begun = self.minute_of(person, day, 1);
        let mut known = seen.books.people.iter();
        let is_deleted = known.any(|(one, known)| known.is_listed && !seen.listed.contains(one));
        let mut findings = seen.noted.findings.iter();
        let is_unproven =
            findings.any(|one| one.is_open && one.code == "kot-incomplete" && one.day == Some(day));
        is_gone
            || is_deleted && is_unproven
            || self.is_refused((person, day, 1, minute))
            || kind == 2 && begun.is_none_or(|begun| begun >= minute)
    }

    /// Whether logs that are nobody's, or of somebody who has left, are told, and so who is held, and what was sent
    /// and is no longer given.
    fn is_told(&self, given: &Given, seen: &Seen<'_>) -> Result<(), String> {
        let today = seen.time / DAY;
        let noted = &seen.noted;
        for (number, whose) in &given.logs {
            let log = &self.logs[*number];
            let is_sent = [1, 2].iter().any(|kind| self.is_ground(*number, *kind));
            if is_sent || log.at / DAY < today - MAX_AGE {
                continue;
            }
            let fate = noted.fates.get(number).map_or("", String::as_str);
            let (expected, code) = match whose {
                Whose::Nobody => ("unlinked", "unlinked"),
                Whose::Leavers => ("not-employed", "not-employed"),
                Whose::Of(_) if ["unlinked", "not-employed"].contains(&fate) => ("somebody's", ""),
                Whose::Of(_) => continue,
            };
            let owner = seen.books.owner(&log.user, log.at / DAY);
            let is_about = |one: &&Told| match owner {
                None => one.user.as_ref() == Some(&log.user),
                Some(_) => (one.person, one.day) == (owner, Some(log.at / DAY)),
            };
            let mut findings = noted.findings.iter();
            let is_found = findings.any(|one| one.is_open && one.code == code && is_about(&one));
            if fate != expected || !is_found {
                return Err(format!(
                    "{whose:?}, and not told: {log:?} is {fate:?}, found: {is_found}"
                ));
            }
        }
        for (person, known) in &seen.books.people {
            let is_found = noted.finds("code-moved", *person);
            if is_found != known.moved.is_some() {
                return Err(format!("{person} with {known:?}, found: {is_found}"));
            }
        }
        for punched in self.taken.iter().filter(|one| one.1 >= today - MAX_AGE) {
            let is_given = given.punches.contains_key(punched);
            if !is_given && !noted.tells("late-change", punched.0, Some(punched.1)) {
                let why = "no longer given, and it is not told";
                return Err(Self::tells(why, *punched, given, seen));
            }
        }
        Ok(())
    }
}

impl Noted {
    /// Whether there is, or was, such a finding.
    fn tells(&self, code: &str, person: usize, day: Option<i64>) -> bool {
        let mut findings = self.findings.iter();
        findings.any(|one| one.code == code && one.person == Some(person) && one.day == day)
    }

    /// Whether such a finding of the person stands open.
    fn finds(&self, code: &str, person: usize) -> bool {
        let mut findings = self.findings.iter();
        findings.any(|one| one.is_open && one.code == code && one.person == Some(person))
    }
}
