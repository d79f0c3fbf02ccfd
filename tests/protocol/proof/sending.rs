//! The steps of a process between its reading and the recorded outcome: settling, the gate, the attempt.

use pcpunch::domain::delivery::{Gate, Proof, Settled};
use pcpunch::domain::fresh::is_fresh;
use pcpunch::domain::plan::{NO_PAIR, NOT_LATER};
use pcpunch::domain::punch::{PunchKind, PunchState};

use super::life::Life;
use super::moment::at as at_tick;
use super::process::{Class, Job, Lane, Process, Stage};
use super::round::Choice;
use super::scenario::{HOUR, MOMENT, Mutant, UNKNOWN};
use super::world::{Given, Slots, World};

/// How often one punch is tried in a round after 「too many」. The program's own patience is longer.
const PATIENCE: u8 = 2;

impl Life {
    /// One punch of `settle_unknown`; gives those that are left. What is decided again is sent in this
    /// round only after its first reading.
    pub(super) fn settle_first(
        &self,
        world: &mut World,
        by: usize,
        mut left: Slots,
        sends_again: bool,
    ) -> Slots {
        let slot = left.remove(0);
        let process = world.running[by].clone().unwrap();
        let (settled, proof) = self.settle(world, by, &process, slot);
        if self.scenario.is(Mutant::NeverSettled) {
            return left;
        }
        let began = process.reading.unwrap().began;
        let entry = world.entry(by, slot);
        match settled {
            Settled::Accepted => entry.state = PunchState::Accepted,
            Settled::AlreadyThere(_) => entry.state = PunchState::AlreadyThere,
            Settled::Person => entry.state = PunchState::Person,
            Settled::NotYet => entry.remember_absence(proof, began),
            Settled::Again => {
                let is_late = entry.lost.is_none_or(|lost| began >= lost + UNKNOWN);
                entry.state = PunchState::Decided;
                entry.absences += 1;
                if !is_late || proof == Proof::Incomplete {
                    world.broken.unproven = true;
                }
                let process = world.running[by].as_mut().unwrap();
                let is_wanted = match process.job {
                    Job::Round => true,
                    Job::Order(only) => only == slot,
                };
                if sends_again && is_wanted {
                    process.due.push(slot);
                    process.due.sort_unstable();
                }
            }
        }
        left
    }

    /// `Delivery::send`: a lane for each person.
    pub(super) fn lanes(&self) -> Stage {
        let people = self.scenario.slots.iter().map(|slot| slot.person).max();
        let lanes = usize::from(people.unwrap_or_default()) + 1;
        Stage::Sending(vec![Lane::Next { at: 0, tries: 0 }; lanes])
    }

    /// One step of a lane, and the end of sending when all lanes are done.
    pub(super) fn send(
        &self,
        world: &mut World,
        by: usize,
        mut lanes: Vec<Lane>,
        lane: usize,
        choice: Choice,
    ) -> Stage {
        lanes[lane] = match (lanes[lane].clone(), choice) {
            (Lane::Next { at, tries }, _) => self.serve(world, by, lane, at, tries),
            (Lane::Sending { at, tries }, Choice::Answered(class, fate)) => {
                let slot = world.running[by].as_ref().unwrap().due[at];
                let minute = world.entry(by, slot).minute;
                match class {
                    Class::Unknown => world.left.lost -= 1,
                    Class::Accepted => {}
                    _ => world.left.refusals = world.left.refusals.saturating_sub(1),
                }
                self.post(world, slot, minute, fate);
                Lane::Answered { at, tries, class }
            }
            (Lane::Answered { at, tries, class }, _) => {
                self.record_outcome(world, by, at, tries, class)
            }
            (lane, _) => lane,
        };
        if lanes.iter().all(|lane| *lane == Lane::Done) {
            self.conclude(world, by)
        } else {
            Stage::Sending(lanes)
        }
    }

    /// `Lanes::serve_punch` up to the commit of `sending`. What is held back or not of this person leaves
    /// no trace, and is passed over in the same step.
    fn serve(&self, world: &mut World, by: usize, person: usize, from: usize, tries: u8) -> Lane {
        let process = world.running[by].clone().unwrap();
        if process.halted {
            return Lane::Done;
        }
        let holding = if process.reading.is_some() {
            Self::holding(world.file(by))
        } else {
            Slots::new()
        };
        for at in from..process.due.len() {
            let slot = process.due[at];
            let is_theirs = usize::from(self.scenario.slots[slot].person) == person;
            if !is_theirs || self.is_held_back(world.file(by), &holding, slot) {
                continue;
            }
            let goes_on = Lane::Next {
                at: at + 1,
                tries: 0,
            };
            if process.reading.is_none() || tries > 0 {
                return self.attempt(world, by, at, tries);
            }
            let (gate, proof) = self.gate(world, by, &process, slot);
            let entry = world.entry(by, slot);
            match gate {
                Gate::Send => return self.attempt(world, by, at, tries),
                Gate::Ours => entry.state = PunchState::Accepted,
                Gate::AlreadyThere(_) => entry.state = PunchState::AlreadyThere,
                Gate::NotLater(_) => {
                    (entry.state, entry.reason) = (PunchState::Held, Some(NOT_LATER))
                }
                Gate::NoPair => (entry.state, entry.reason) = (PunchState::Held, Some(NO_PAIR)),
                Gate::Unproven(_) => {
                    entry.remember_absence(proof, process.reading.unwrap().began);
                    return Lane::Done;
                }
                Gate::NoClockInYet | Gate::Doubled(_) => return Lane::Done,
            }
            return goes_on;
        }
        Lane::Done
    }

    /// `SharedState::begin_attempt`: the last look, and `sending` on the disk before the first byte leaves.
    fn attempt(&self, world: &mut World, by: usize, at: usize, tries: u8) -> Lane {
        let process = world.running[by].clone().unwrap();
        let slot = process.due[at];
        let now = world.now;
        let looked = process
            .reading
            .map_or(process.looked, |reading| reading.began);
        if !self.scenario.is(Mutant::OldReading) && !is_fresh(at_tick(looked), at_tick(now)) {
            world.running[by].as_mut().unwrap().outdated = true;
            return Lane::Done;
        }
        let is_linked = world.given[slot] != Given::Nothing;
        if process.reading.is_none()
            && !self.scenario.is(Mutant::NoReading)
            && !self.scenario.is(Mutant::UnreadForGood)
            && !self.fit_unread(world.file(by), now).contains(&slot)
        {
            return Lane::Done;
        }
        let entry = world.entry(by, slot);
        let is_in_time = entry.released || !Self::is_too_old(now);
        if entry.state != PunchState::Decided || !is_in_time || !is_linked {
            return Lane::Done;
        }
        self.watch(world, by, &process, slot);
        if !self.scenario.is(Mutant::CommitAfterSending) {
            let entry = world.entry(by, slot);
            entry.state = PunchState::Sending;
            (entry.attempted, entry.ended) = (true, None);
        }
        Lane::Sending { at, tries }
    }

    /// Holds what is about to be sent against the promises, by nothing that the program says.
    fn watch(&self, world: &mut World, by: usize, process: &Process, slot: usize) {
        let now = world.now;
        let file = world.file(by).clone();
        let entry = file.punches[slot].as_ref().unwrap();
        let Some(reading) = process.reading else {
            let entries = file.punches.iter().zip(self.scenario.slots);
            let person = self.scenario.slots[slot].person;
            let mut of_person = entries.filter(|(_, slot)| slot.person == person);
            let is_untried =
                of_person.all(|(entry, _)| !entry.as_ref().is_some_and(|entry| entry.attempted));
            let is_excused = self.scenario.sends_unread
                && self.scenario.is_closed(now)
                && self.scenario.slots[slot].kind == PunchKind::ClockIn
                && is_untried
                && !file.elsewhere
                && file.finished.is_some_and(|at| now - at <= HOUR);
            world.broken.unread |= !is_excused;
            return;
        };
        world.broken.unread |= now > reading.began + MOMENT;
        let is_late = entry
            .lost
            .is_none_or(|lost| reading.began >= lost + UNKNOWN);
        world.broken.blind |= !is_late;
    }

    /// `SharedState::end_attempt` and `Lanes::judge`.
    fn record_outcome(
        &self,
        world: &mut World,
        by: usize,
        at: usize,
        tries: u8,
        class: Class,
    ) -> Lane {
        let now = world.now;
        let slot = world.running[by].as_ref().unwrap().due[at];
        let as_decided = self.scenario.is(Mutant::UnknownAsDecided);
        let entry = world.entry(by, slot);
        let is_ours_to_set =
            entry.state == PunchState::Sending || self.scenario.is(Mutant::CommitAfterSending);
        (entry.attempted, entry.ended) = (true, Some(now));
        let state = match class {
            Class::Accepted => PunchState::Accepted,
            Class::Refused => PunchState::Refused,
            Class::Unknown if as_decided => PunchState::Decided,
            Class::Unknown => PunchState::Unknown,
            Class::Throttled | Class::Closed | Class::Halted => PunchState::Decided,
        };
        entry.may_have_left |= matches!(class, Class::Accepted | Class::Refused | Class::Unknown);
        if is_ours_to_set {
            entry.state = state;
        }
        if class == Class::Unknown {
            entry.lost = Some(now);
        }
        let process = world.running[by].as_mut().unwrap();
        match class {
            Class::Accepted => {
                process.taken.push(slot);
                process.sent.push(slot);
                Lane::Next {
                    at: at + 1,
                    tries: 0,
                }
            }
            Class::Refused | Class::Unknown => {
                process.sent.push(slot);
                Lane::Done
            }
            Class::Throttled if tries + 1 < PATIENCE => Lane::Next {
                at,
                tries: tries + 1,
            },
            Class::Throttled => Lane::Done,
            Class::Closed | Class::Halted => {
                process.halted = true;
                process.told_closed |= class == Class::Closed;
                Lane::Done
            }
        }
    }

    /// `Delivery::conclude`, and whether what is due is to be read anew and sent.
    fn conclude(&self, world: &mut World, by: usize) -> Stage {
        let now = world.now;
        let process = world.running[by].clone().unwrap();
        if process.told_closed {
            world.file(by).told_closed = Some(now);
        }
        let lets_go = process
            .sent_before
            .is_none_or(|before| before < process.sent.len());
        if process.reading.is_some() && process.outdated && lets_go && !process.halted {
            let mut due = world.file(by).in_state(&[PunchState::Decided]);
            if let Job::Order(only) = process.job {
                due.retain(|slot| *slot == only);
            }
            let process = world.running[by].as_mut().unwrap();
            process.sent_before = Some(process.sent.len());
            (process.outdated, process.due) = (false, due);
            process.taken.clear();
            let had = world.kot.len();
            return Stage::ReadingAnew { began: now, had };
        }
        self.after_sending(world, by)
    }

    /// Whether there is anything to look at once more.
    pub(super) fn after_sending(&self, world: &mut World, by: usize) -> Stage {
        let process = world.running[by].clone().unwrap();
        let is_unknown = !world.file(by).in_state(&[PunchState::Unknown]).is_empty();
        if process.reading.is_some() && (is_unknown || !process.sent.is_empty()) {
            Stage::LookingAgain
        } else {
            Stage::Ending
        }
    }
}
