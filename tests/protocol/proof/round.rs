//! A process at work, step by step: each step is one thing that a kill may come before or after, and each
//! names the function that it stands for.

use pcpunch::domain::punch::PunchState;

use super::kot::{Came, Fate};
use super::life::Life;
use super::process::{Class, Job, Lane, Process, Stage};
use super::scenario::Mutant;
use super::world::{Slots, World};

/// What the world does in a step of a process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// Nothing: the step is the process's own.
    Own,
    /// A reading comes back.
    Came(Came),
    /// A POST is answered.
    Answered(Class, Fate),
}

impl Life {
    /// `State::lock_round` and `State::begin_run`; for `punches send`, `State::release_punch` before it.
    pub(super) fn start(&self, world: &mut World, by: usize, job: Job) {
        if let Job::Order(slot) = job {
            let entry = world.entry(by, slot);
            entry.state = PunchState::Decided;
            (entry.reason, entry.released, entry.absences) = (None, true, 0);
        }
        let now = world.now;
        world.file(by).begin_run(now);
        world.running[by] = Some(Process {
            job,
            stage: match job {
                Job::Round => Stage::Begun,
                Job::Order(_) => Stage::Decided,
            },
            reading: None,
            proof: None,
            due: Slots::new(),
            taken: Slots::new(),
            sent: Slots::new(),
            halted: false,
            outdated: false,
            looked: 0,
            sent_before: None,
            told_closed: false,
            adopts: false,
        });
    }

    /// What the world may do in the next step of a process: for which lane, and what; a fair world first.
    pub(super) fn choices(&self, world: &World, by: usize) -> Vec<(usize, Choice)> {
        let process = world.running[by].as_ref().unwrap();
        let comes = |had| {
            let comes = self.comes(world, process, had).into_iter();
            comes.map(|came| (0, Choice::Came(came))).collect()
        };
        match &process.stage {
            Stage::Reading { began, had }
            | Stage::ReadingAnew { began, had }
            | Stage::ReadingAgain { began, had } => {
                let file = &world.files[by % world.files.len()];
                if self.reads_are_open(file, *began) {
                    comes(*had)
                } else {
                    vec![(0, Choice::Came(Came::Nothing))]
                }
            }
            Stage::Adopting if world.calm.is_none() => {
                let whole = (0, Choice::Own);
                vec![whole, (0, Choice::Came(Came::Nothing))]
            }
            Stage::Sending(lanes) => {
                let mut choices = Vec::new();
                for (person, lane) in lanes.iter().enumerate() {
                    match lane {
                        Lane::Done => {}
                        Lane::Sending { at, .. } => {
                            let slot = process.due[*at];
                            let file = &world.files[by % world.files.len()];
                            let minute = file.punches[slot].as_ref().unwrap().minute;
                            let answers = self.answers(world, slot, minute).into_iter();
                            let answered = |(class, fate)| (person, Choice::Answered(class, fate));
                            choices.extend(answers.map(answered));
                        }
                        _ => choices.push((person, Choice::Own)),
                    }
                }
                choices
            }
            _ => vec![(0, Choice::Own)],
        }
    }

    /// One step of a process.
    pub(super) fn step(&self, world: &mut World, by: usize, lane: usize, choice: Choice) {
        let stage = world.running[by].as_ref().unwrap().stage.clone();
        let next = match (stage, choice) {
            (Stage::Begun, _) => {
                self.decide(world, by);
                Stage::Decided
            }
            (Stage::Decided, _) => self.recover(world, by),
            (Stage::Adopting, Choice::Came(_)) => Stage::Ending,
            (Stage::Adopting, _) => self.adopt(world, by),
            (Stage::Asking, _) => Stage::Reading {
                began: world.now,
                had: world.kot.len(),
            },
            (Stage::Reading { began, had }, Choice::Came(came)) => {
                self.first_reading(world, by, came, began, had)
            }
            (Stage::Settling(left), _) => {
                let left = self.settle_first(world, by, left, true);
                self.settled_or(left, Stage::Settling, || self.lanes())
            }
            (Stage::Sending(lanes), choice) => self.send(world, by, lanes, lane, choice),
            (Stage::ReadingAnew { began, had }, Choice::Came(came)) => {
                self.reading_anew(world, by, came, began, had)
            }
            (Stage::LookingAgain, _) => Stage::ReadingAgain {
                began: world.now,
                had: world.kot.len(),
            },
            (Stage::ReadingAgain { began, had }, Choice::Came(came)) => {
                self.second_reading(world, by, came, began, had)
            }
            (Stage::SettlingAgain(left), _) => {
                let left = self.settle_first(world, by, left, false);
                self.settled_or(left, Stage::SettlingAgain, || Stage::Ending)
            }
            (Stage::Ending, _) => return self.end(world, by),
            (stage, _) => stage,
        };
        if let Some(process) = world.running[by].as_mut() {
            process.stage = next;
        }
    }

    /// `Delivery::read_days`, before anything is sent. Without a reading nothing is.
    fn first_reading(
        &self,
        world: &mut World,
        by: usize,
        came: Came,
        began: u16,
        had: usize,
    ) -> Stage {
        let unknown = world.file(by).in_state(&[PunchState::Unknown]);
        let due = world.running[by].as_ref().unwrap().due.clone();
        let asked = self.asked(world, by, due, &unknown);
        let Some(reading) = self.reading(world, came, began, had) else {
            return Stage::Ending;
        };
        self.read(world, by, reading, &asked);
        self.settled_or(unknown, Stage::Settling, || self.lanes())
    }

    /// `Delivery::send_read`: those whose reading grew too old are sent on the word of a new one.
    fn reading_anew(
        &self,
        world: &mut World,
        by: usize,
        came: Came,
        began: u16,
        had: usize,
    ) -> Stage {
        let Some(reading) = self.reading(world, came, began, had) else {
            return self.after_sending(world, by);
        };
        let due = world.running[by].as_ref().unwrap().due.clone();
        let asked = self.asked(world, by, due, &[]);
        self.read(world, by, reading, &asked);
        self.lanes()
    }

    /// `Delivery::look_again`, after it.
    fn second_reading(
        &self,
        world: &mut World,
        by: usize,
        came: Came,
        began: u16,
        had: usize,
    ) -> Stage {
        let unknown = world.file(by).in_state(&[PunchState::Unknown]);
        let sent = world.running[by].as_ref().unwrap().sent.clone();
        let asked = self.asked(world, by, sent, &unknown);
        let Some(reading) = self.reading(world, came, began, had) else {
            return Stage::Ending;
        };
        self.read(world, by, reading, &asked);
        self.settled_or(unknown, Stage::SettlingAgain, || Stage::Ending)
    }

    fn settled_or(
        &self,
        left: Slots,
        settling: impl FnOnce(Slots) -> Stage,
        then: impl FnOnce() -> Stage,
    ) -> Stage {
        if left.is_empty() {
            then()
        } else {
            settling(left)
        }
    }

    /// `State::recover_attempts`, then `Delivery::waiting` and what `Delivery::run` makes of it.
    fn recover(&self, world: &mut World, by: usize) -> Stage {
        let now = world.now;
        let as_decided = self.scenario.is(Mutant::UnknownAsDecided);
        let file = world.file(by);
        for entry in file.punches.iter_mut().flatten() {
            if entry.state == PunchState::Sending {
                entry.state = if as_decided {
                    PunchState::Decided
                } else {
                    PunchState::Unknown
                };
                (entry.ended, entry.lost) = (Some(now), Some(now));
                entry.may_have_left = true;
            }
        }
        if file.told_closed.is_some() && self.reads_are_open(file, now) {
            file.told_closed = None;
        }
        let mut due = file.in_state(&[PunchState::Decided]);
        let unread = self.fit_unread(file, now);
        let nothing_waits =
            due.is_empty() && file.in_state(&[PunchState::Unknown]).is_empty() && !file.elsewhere;
        let is_open = self.reads_are_open(file, now) && self.shows_all(file, now);
        let elsewhere = file.elsewhere;
        let process = world.running[by].as_mut().unwrap();
        if let Job::Order(only) = process.job {
            due.retain(|slot| *slot == only);
        }
        if nothing_waits {
            Stage::Ending
        } else if !is_open {
            // `Delivery::send_unread`; nothing else is sent while the day cannot be read.
            process.looked = if unread.is_empty() { 0 } else { now };
            process.due = if process.job == Job::Round {
                unread
            } else {
                Slots::new()
            };
            self.lanes()
        } else if elsewhere {
            process.due = due;
            Stage::Adopting
        } else {
            process.due = due;
            if self.scenario.is(Mutant::NoReading) {
                self.lanes()
            } else {
                Stage::Asking
            }
        }
    }

    /// `Delivery::adopt`.
    fn adopt(&self, world: &mut World, by: usize) -> Stage {
        let mut people: Vec<u8> = world
            .kot
            .iter()
            .map(|record| self.scenario.slots[record.slot].person)
            .collect();
        people.sort_unstable();
        people.dedup();
        world.file(by).adopted = if self.scenario.sends_unread {
            people
        } else {
            Vec::new()
        };
        let process = world.running[by].as_mut().unwrap();
        process.adopts = process.job == Job::Round;
        Stage::Asking
    }

    /// `Delivery::people_by_day`: those of whom it is asked or something is unknown and, where an answer was lost,
    /// those of whom something was accepted.
    fn asked(&self, world: &mut World, by: usize, mut slots: Slots, unknown: &[usize]) -> Vec<u8> {
        slots.extend(unknown);
        if !unknown.is_empty() {
            slots.extend(world.file(by).in_state(&[PunchState::Accepted]));
        }
        slots
            .iter()
            .map(|slot| self.scenario.slots[*slot].person)
            .collect()
    }

    /// `State::end_run`, and the lock is let go of.
    fn end(&self, world: &mut World, by: usize) {
        let now = world.now;
        let process = world.running[by].take().unwrap();
        let remembers = self.scenario.sends_unread && process.job == Job::Round;
        let file = world.file(by);
        if process.adopts {
            (file.elsewhere, file.found) = (false, None);
        }
        if remembers {
            file.finished = Some(now);
        }
    }
}
