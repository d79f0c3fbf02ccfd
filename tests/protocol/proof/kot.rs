//! KING OF TIME and the network: what they may do with a request, and what the program makes of the answer.

use std::time::Duration;

use pcpunch::domain::employee::EmployeeKey;
use pcpunch::domain::punch::PunchKind;
use pcpunch::http::{Answer, Failure, Reason};
use pcpunch::kot::{NotApplied, Outcome, PunchRequest, classify};

use super::life::Life;
use super::moment::{minute, work_day};
use super::process::{Class, Process, Reading, Shows};
use super::scenario::{Beyond, Identical, Mutant};
use super::world::{Flight, Record, World};

/// What becomes of a POST, whatever is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fate {
    /// Applied before the answer.
    Applied,
    /// Not applied so far; perhaps when nobody waits any more.
    UnderWay,
    /// Never applied.
    Dropped,
    /// Applied twice.
    Twice,
}

/// What may come back from a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Came {
    /// A whole answer that shows so much.
    Whole(Shows),
    /// The same without the work day in it.
    WithoutTheDay,
    /// No answer, an error, or one that is not well formed.
    Nothing,
}

/// An answer to a POST: its status and body, or how it failed.
type Sample = (Result<(u16, &'static str), bool>, &'static [Fate]);

const KOT_SAYS_NO: &str = r#"{"errors":[{"message":"no","code":280}]}"#;
const CLOSED: &str = r#"{"errors":[{"message":"closed","code":104}]}"#;
const NO_ACCESS: &str = r#"{"errors":[{"message":"who?","code":100}]}"#;
const BUSY: &str = r#"{"errors":[{"message":"Resource Server Error.","code":300}]}"#;
const TOO_MANY: &str = r#"{"code":"303","message":"Too Many Requests"}"#;
const PAGE: &str = "<html>";
const STORED: &str = r#"{"date":"2024-12-16","employeeKey":"taro","timeRecord":
    {"time":"2024-12-16T09:00:00+09:00","code":"1","name":"出勤"}}"#;

const OPEN: &[Fate] = &[Fate::Applied, Fate::UnderWay, Fate::Dropped];

/// Answers of every kind, with what KING OF TIME may have done. What the program takes each for is its
/// own word ([`classify`]).
const SAMPLES: [Sample; 19] = [
    (Ok((201, STORED)), &[Fate::Applied]),
    (Ok((200, STORED)), &[Fate::Applied]),
    (Ok((201, "")), OPEN),
    (Ok((200, PAGE)), OPEN),
    (Ok((200, "{}")), OPEN),
    (Ok((200, TOO_MANY)), OPEN),
    (Ok((302, PAGE)), OPEN),
    (Ok((404, PAGE)), OPEN),
    (Ok((500, BUSY)), OPEN),
    (Ok((503, PAGE)), OPEN),
    (Err(true), OPEN),
    (Ok((400, KOT_SAYS_NO)), &[Fate::Dropped]),
    (Ok((401, PAGE)), &[Fate::Dropped]),
    (Ok((407, PAGE)), &[Fate::Dropped]),
    (Ok((403, NO_ACCESS)), &[Fate::Dropped]),
    (Ok((403, CLOSED)), &[Fate::Dropped]),
    (Ok((429, TOO_MANY)), &[Fate::Dropped]),
    (Ok((400, TOO_MANY)), &[Fate::Dropped]),
    (Err(false), &[Fate::Dropped]),
];

/// Each meaning that an answer may have with each fate that the request may have had.
pub(super) fn answers() -> Vec<(Class, Fate)> {
    let mut answers: Vec<(Class, Fate)> = SAMPLES
        .iter()
        .flat_map(|(came, fates)| {
            let class = class_of(*came);
            fates.iter().map(move |fate| (class, *fate))
        })
        .collect();
    answers.sort();
    answers.dedup();
    answers
}

fn class_of(came: Result<(u16, &str), bool>) -> Class {
    let sent = PunchRequest {
        key: EmployeeKey::new("taro"),
        work_day: work_day(),
        kind: PunchKind::ClockIn,
        time: minute(9 * 60),
    };
    let came = came
        .map(|(status, body)| Answer {
            status,
            date: None,
            retry_after: Some(Duration::from_secs(60)),
            body: body.into(),
        })
        .map_err(|has_left| {
            let (reason, host, detail) = (Reason::Broken, None, String::new());
            if has_left {
                Failure::NoAnswer {
                    reason,
                    host,
                    detail,
                }
            } else {
                Failure::NotConnected {
                    reason,
                    host,
                    detail,
                }
            }
        });
    match classify(&sent, came.as_ref()).outcome {
        Outcome::Accepted => Class::Accepted,
        Outcome::Refused => Class::Refused,
        Outcome::Unknown(_) => Class::Unknown,
        Outcome::NotApplied(NotApplied::Throttled(_)) => Class::Throttled,
        Outcome::NotApplied(NotApplied::Closed) => Class::Closed,
        Outcome::NotApplied(_) => Class::Halted,
    }
}

impl Life {
    /// What may be answered to the POST of a punch now, a fair answer first.
    pub(super) fn answers(&self, world: &World, slot: usize, minute: u16) -> Vec<(Class, Fate)> {
        let is_there = world.has(slot, minute) && world.identical == Identical::Refused;
        let mut answers: Vec<(Class, Fate)> = Vec::new();
        for (class, fate) in &self.answers {
            let is_left = match class {
                Class::Accepted => !is_there,
                Class::Unknown => world.left.lost > 0,
                _ => world.left.refusals > 0 || (is_there && *class == Class::Refused),
            };
            if is_left {
                answers.push((*class, *fate));
            }
        }
        let repeats =
            self.scenario.lacks(Beyond::Repeated) || self.scenario.is(Mutant::PostRetried);
        if repeats && world.left.lost > 0 {
            answers.push((Class::Accepted, Fate::Twice));
        }
        answers
    }

    /// What may come back from a reading that began when KING OF TIME had so much, a fair answer first.
    pub(super) fn comes(&self, world: &World, process: &Process, had: usize) -> Vec<Came> {
        let now = world.kot.len();
        let mut comes = Vec::new();
        if now == 0 && world.leaves_out {
            comes.push(Came::WithoutTheDay);
        } else {
            comes.push(Came::Whole(Shows::First(now)));
        }
        if world.calm.is_some() {
            return comes;
        }
        if had < now {
            // What is applied while the question is under way may be shown or not.
            comes.push(if had == 0 && world.leaves_out {
                Came::WithoutTheDay
            } else {
                Came::Whole(Shows::First(had))
            });
        }
        comes.push(Came::Nothing);
        if world.left.empties > 0 && had > 0 {
            comes.push(Came::Whole(Shows::Nothing));
            comes.push(Came::WithoutTheDay);
        }
        if self.scenario.lacks(Beyond::BlindReading) && process.reading.is_none() {
            let lacking = (0..now).map(|lacks| Shows::Without { first: now, lacks });
            comes.extend(lacking.map(Came::Whole));
        }
        comes
    }

    /// The reading that came, where a whole one did; what a mutant takes for one, too.
    pub(super) fn reading(
        &self,
        world: &mut World,
        came: Came,
        began: u16,
        had: usize,
    ) -> Option<Reading> {
        let (shows, names_day) = match came {
            Came::Whole(shows) => (shows, true),
            Came::WithoutTheDay => (Shows::Nothing, false),
            Came::Nothing if self.scenario.is(Mutant::SettledUnread) => (Shows::Nothing, true),
            Came::Nothing => return None,
        };
        if shows == Shows::Nothing && had > 0 && came != Came::Nothing {
            world.left.empties = world.left.empties.saturating_sub(1);
        }
        Some(Reading {
            began,
            shows,
            names_day,
        })
    }

    /// KING OF TIME gets a request, with this fate.
    pub(super) fn post(&self, world: &mut World, slot: usize, minute: u16, fate: Fate) {
        let times = match fate {
            Fate::Applied => 1,
            Fate::Twice => 2,
            Fate::UnderWay => {
                world.fly(slot, minute);
                0
            }
            Fate::Dropped => 0,
        };
        for _ in 0..times {
            world.take(slot, minute);
        }
    }
}

impl World {
    /// Whether KING OF TIME has that very punch.
    fn has(&self, slot: usize, minute: u16) -> bool {
        let is_it = |record: &Record| (record.slot, record.minute) == (slot, minute);
        self.kot.iter().any(is_it)
    }

    /// KING OF TIME applies a request of ours.
    pub(super) fn take(&mut self, slot: usize, minute: u16) {
        if self.identical == Identical::Doubled || !self.has(slot, minute) {
            let ours = true;
            self.kot.push(Record { slot, minute, ours });
        }
    }

    /// Nobody waits for the answer to a request any more, and it may still be applied.
    pub(super) fn fly(&mut self, slot: usize, minute: u16) {
        let given_up = self.now;
        self.flying.push(Flight {
            slot,
            minute,
            given_up,
        });
        self.flying.sort_unstable();
    }

    /// Requests that were given up so long ago are never applied.
    pub(super) fn land(&mut self, latest: u16) {
        let now = self.now;
        self.flying.retain(|flight| now < flight.given_up + latest);
    }
}
