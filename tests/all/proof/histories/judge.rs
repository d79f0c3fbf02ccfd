//! Holds what the relay does against the model and the delivery page: every punch that it posts is one that it may
//! post then.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::books::Books;
use super::model::{Given, Punched, given};
use super::script::{DAY, HOUR, History, MINUTE, told};

/// With the guard of a minute on either side.
const CLOSED: [Range<i64>; 2] = [
    8 * HOUR + 29 * MINUTE..10 * HOUR + MINUTE,
    17 * HOUR + 29 * MINUTE..18 * HOUR + 31 * MINUTE,
];
/// `kot.unknown_minutes`.
const UNKNOWN: i64 = 30 * MINUTE;

pub(super) fn is_closed(time: i64) -> bool {
    CLOSED
        .iter()
        .any(|hours| hours.contains(&time.rem_euclid(DAY)))
}

/// A punch of KING OF TIME's own record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stored {
    pub(super) punched: Punched,
    pub(super) is_ours: bool,
}

/// One request of a round, as KING OF TIME saw it.
#[derive(Clone, Debug)]
pub(super) enum Asked {
    /// The punches of these days were shown, to the end.
    Reading(Range<i64>),
    Post {
        punched: Punched,
        is_applied: bool,
        answer: Answer,
    },
}

/// What the relay can know of a punch from its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    Accepted,
    Refused,
    /// Surely not applied.
    Free,
    Unknown,
}

/// A round, with what was known and what was there at its beginning.
pub(super) struct Seen<'s> {
    pub(super) time: i64,
    pub(super) asked: Vec<Asked>,
    pub(super) before: Vec<Stored>,
    pub(super) books: &'s Books,
    /// The moments at which MaLion may have been read last.
    pub(super) reads: &'s [i64],
    /// When a round last finished on this file, which is at home.
    pub(super) finished: Option<i64>,
}

/// A punch of the relay's own file.
#[derive(Clone, Debug)]
pub(super) struct Noted {
    pub(super) punched: Punched,
    pub(super) state: String,
    pub(super) reason: String,
}

/// A post of earlier rounds.
#[derive(Clone, Debug)]
pub(super) struct Posted {
    pub(super) time: i64,
    pub(super) punched: Punched,
    pub(super) answer: Answer,
    pub(super) ground: usize,
    /// The punches of the day that the rules gave then.
    pub(super) day: BTreeSet<Punched>,
    /// Whether the file has forgotten it since.
    pub(super) is_forgotten: bool,
}

/// Everything that was posted so far.
#[derive(Clone)]
pub(super) struct Judge<'h> {
    pub(super) history: &'h History,
    pub(super) posted: Vec<Posted>,
    /// Rounds that were killed: each may have left an attempt of which nobody saw a request.
    pub(super) killed: usize,
}

impl<'h> Judge<'h> {
    pub(super) fn new(history: &'h History) -> Self {
        Self {
            history,
            posted: Vec::new(),
            killed: 0,
        }
    }

    /// An older file was put back: what was posted since that moment is not known to it.
    pub(super) fn forgets_since(&mut self, moment: i64) {
        for posted in self.posted.iter_mut().filter(|posted| posted.time > moment) {
            posted.is_forgotten = true;
        }
    }

    pub(super) fn posts(&self) -> usize {
        self.posted.len()
    }

    /// Each post of a round is one that may be made then.
    pub(super) fn sees(&mut self, seen: &Seen<'_>) -> Result<(), String> {
        let mut there = seen.before.clone();
        let givens: Vec<Given> = seen
            .reads
            .iter()
            .map(|read| given(self.history, seen.books, *read))
            .collect();
        for (place, asked) in seen.asked.iter().enumerate() {
            let Asked::Post {
                punched,
                is_applied,
                answer,
            } = asked
            else {
                continue;
            };
            let wrong = |why: &str| {
                let of_day = |one: &Punched| (one.0, one.1) == (punched.0, punched.1);
                let expected: BTreeSet<Punched> = givens
                    .iter()
                    .flat_map(BTreeMap::keys)
                    .filter(|one| of_day(one))
                    .copied()
                    .collect();
                let there: Vec<&Stored> = there
                    .iter()
                    .filter(|stored| of_day(&stored.punched))
                    .collect();
                let posted: Vec<&Posted> = self
                    .posted
                    .iter()
                    .filter(|posted| of_day(&posted.punched))
                    .collect();
                let moment = told(punched.3 * MINUTE);
                Err(format!(
                    "{}: {why} {punched:?} ({moment})\nexpected: {expected:?}\nthere: {there:?}\nposted before: {posted:?}\nasked: {:?}",
                    told(seen.time),
                    seen.asked
                ))
            };
            let mut giving = givens.iter().filter(|given| given.contains_key(punched));
            let Some(given) = giving.next() else {
                return wrong("the rules do not give");
            };
            let whole_day = given
                .keys()
                .filter(|one| (one.0, one.1) == (punched.0, punched.1))
                .copied();
            let day = giving.fold(whole_day.collect(), |day: BTreeSet<Punched>, other| {
                day.into_iter()
                    .filter(|one| other.contains_key(one))
                    .collect()
            });
            if punched.1 < seen.time / DAY - self.history.choices.max_age {
                return wrong("too old is");
            }
            let is_read = seen.asked[..place]
                .iter()
                .any(|asked| matches!(asked, Asked::Reading(days) if days.contains(&punched.1)));
            if let Err(why) = self.may_go(*punched, seen, is_read, &there) {
                return wrong(why);
            }
            self.posted.push(Posted {
                time: seen.time,
                punched: *punched,
                answer: *answer,
                ground: given[punched],
                day,
                is_forgotten: false,
            });
            if *is_applied {
                if self.history.choices.rolling && punched.2 == 2 {
                    let (person, day, ..) = *punched;
                    there.retain(|stored| {
                        (stored.punched.0, stored.punched.1, stored.punched.2) != (person, day, 2)
                    });
                }
                there.push(Stored {
                    punched: *punched,
                    is_ours: true,
                });
            }
        }
        Ok(())
    }

    /// What the delivery page asks of a post.
    fn may_go(
        &self,
        punched: Punched,
        seen: &Seen<'_>,
        is_read: bool,
        there: &[Stored],
    ) -> Result<(), &'static str> {
        let (person, day, kind, minute) = punched;
        let of_day = |posted: &&Posted| (posted.punched.0, posted.punched.1) == (person, day);
        if is_closed(seen.time) {
            let is_fresh = seen
                .finished
                .is_some_and(|finished| seen.time - finished <= HOUR);
            let untouched = !self
                .posted
                .iter()
                .filter(|posted| !posted.is_forgotten)
                .any(|posted| of_day(&posted));
            if !(self.history.choices.unread && kind == 1 && is_fresh && untouched) {
                return Err("in the closed hours goes");
            }
        } else if !is_read {
            return Err("without a reading goes");
        }
        let shown = |kind: u8| {
            let of_kind = there
                .iter()
                .map(|stored| stored.punched)
                .filter(move |(whose, on, which, _)| (*whose, *on, *which) == (person, day, kind));
            of_kind.map(|punched| punched.3).collect::<Vec<i64>>()
        };
        let is_in_the_way = match kind {
            2 if self.history.choices.rolling => shown(2).iter().any(|at| *at >= minute),
            1 | 2 => !shown(kind).is_empty(),
            _ => {
                shown(kind).iter().any(|at| (at - minute).abs() <= 1)
                    || self.has_others_breaks(person, day, there)
            }
        };
        if is_in_the_way {
            return Err("one is there beside");
        }
        if shown(1).len() > 1 || shown(2).len() > 1 {
            return Err("to a doubled day goes");
        }
        if kind != 1 && shown(1).iter().all(|begun| *begun >= minute) {
            return Err("without a 出勤 goes");
        }
        let earlier = self
            .posted
            .iter()
            .filter(|posted| posted.punched == punched && !posted.is_forgotten);
        let mut lost = 0;
        for posted in earlier {
            match posted.answer {
                Answer::Accepted => return Err("once more goes the accepted"),
                Answer::Refused => return Err("once more goes the refused"),
                Answer::Free => {}
                Answer::Unknown if seen.time < posted.time + UNKNOWN => {
                    return Err("too soon goes once more");
                }
                Answer::Unknown => lost += 1,
            }
        }
        if lost > 1 {
            return Err("a third time goes");
        }
        let is_held_back = |posted: &Posted| match posted.answer {
            Answer::Refused => true,
            Answer::Unknown => {
                seen.time < posted.time + UNKNOWN
                    && !shown(posted.punched.2).contains(&posted.punched.3)
            }
            _ => false,
        };
        let mut earlier = self
            .posted
            .iter()
            .filter(|posted| of_day(posted) && posted.punched.3 < minute && !posted.is_forgotten);
        if earlier.any(is_held_back) {
            return Err("past an earlier one goes");
        }
        Ok(())
    }

    fn has_others_breaks(&self, person: usize, day: i64, there: &[Stored]) -> bool {
        there.iter().any(|stored| {
            let (whose, on, kind, _) = stored.punched;
            (whose, on) == (person, day) && kind > 2 && !stored.is_ours
        })
    }
}
