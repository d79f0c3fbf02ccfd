//! The program's own rules, asked about a state of the model: what is checked is the code that ships.

use chrono::Duration;
use pcpunch::domain::delivery::{Gate, Proof, Settled, Shown, gate, holds_later_ones, settle};
use pcpunch::domain::employee::EmployeeKey;
use pcpunch::domain::gate::break_gate;
use pcpunch::domain::pc_log::LogId;
use pcpunch::domain::punch::{Punch, PunchId, PunchState, TimeRecord};
use pcpunch::domain::time::WorkDay;
use pcpunch::domain::unread::{Circumstances, Known, goes_unread, may_go_unread};
use pcpunch::kot::UNEXPECTEDLY_CLOSED;

use super::life::Life;
use super::moment::{at, minute, moment, work_day};
use super::process::{Process, Reading, Shows};
use super::scenario::{Mutant, TICK, UNKNOWN};
use super::world::{Entry, File, Given, Record, Slots, World};

/// `punch.max_age_days`.
pub(super) const MAX_AGE_DAYS: u64 = 3;

impl Life {
    /// Whether a reading may begin: the configured hours with their guard, and what KING OF TIME said.
    pub(super) fn reads_are_open(&self, file: &File, now: u16) -> bool {
        let told = file.told_closed.map(|said| at(said) + UNEXPECTEDLY_CLOSED);
        self.hours.reads_open_at(at(now)).is_none() && told.is_none_or(|until| until <= at(now))
    }

    /// `Delivery::shows_all_at`: whether a reading shows what a file that was put back may have missed.
    pub(super) fn shows_all(&self, file: &File, now: u16) -> bool {
        let waits = !self.scenario.is(Mutant::NoWaitingWhenRestored);
        file.found
            .is_none_or(|found| !waits || now >= found + UNKNOWN)
    }

    /// Those due that may go although the day cannot be read.
    pub(super) fn fit_unread(&self, file: &File, now: u16) -> Slots {
        let circumstances = Circumstances {
            now: at(now),
            finished: file.finished.map(at),
            is_elsewhere: file.elsewhere,
            is_token_known: true,
        };
        let is_closed = self.hours.is_closed(at(now)) && file.told_closed.is_none();
        if !self.scenario.sends_unread || !is_closed || !may_go_unread(&circumstances) {
            return Slots::new();
        }
        let today = WorkDay::new(at(now).date_naive());
        let goes = |slot: &usize| {
            let person = self.scenario.slots[*slot].person;
            let entries = file.punches.iter().zip(self.scenario.slots);
            let mut of_person = entries.filter(|(_, slot)| slot.person == person);
            let known = Known {
                is_attempted: of_person
                    .any(|(entry, _)| entry.as_ref().is_some_and(|entry| entry.attempted)),
                is_shown: file.adopted.contains(&person),
            };
            goes_unread(&self.punch(file, *slot), known, today)
        };
        let mut due = file.in_state(&[PunchState::Decided]);
        due.retain(goes);
        due
    }

    /// `DayReading::judge`: what an answer proves, by what was accepted of those asked for.
    fn proof(&self, world: &World, by: usize, reading: &Reading, people: &[u8]) -> Proof {
        if self.scenario.is(Mutant::EmptyIsAbsence) {
            return Proof::Whole;
        }
        let file = &world.files[by % world.files.len()];
        let accepted = file.in_state(&[PunchState::Accepted]);
        let asked = |slot: &&usize| people.contains(&self.scenario.slots[**slot].person);
        let accepted: Vec<&usize> = accepted.iter().filter(asked).collect();
        let shown = reading.records(world);
        let is_shown = |slot: &&&usize| {
            let ours = file.punches[***slot].as_ref().unwrap().minute;
            let mut shown = shown.iter();
            shown.any(|record| record.slot == ***slot && record.minute.abs_diff(ours) <= 1)
        };
        let count = accepted.iter().filter(is_shown).count();
        Proof::judge(reading.names_day, accepted.len(), count)
    }

    /// Whether a due punch may be sent, by the round's reading and what was taken since.
    pub(super) fn gate(
        &self,
        world: &World,
        by: usize,
        process: &Process,
        slot: usize,
    ) -> (Gate, Proof) {
        let reading = process.reading.unwrap();
        let file = &world.files[by % world.files.len()];
        let entry = file.punches[slot].as_ref().unwrap();
        let punch = self.punch(file, slot);
        let proof = process.proof.unwrap();
        let mut records = self.records_of(world, &reading, slot);
        let taken = process
            .taken
            .iter()
            .filter(|taken| self.is_same_person(**taken, slot));
        let taken = taken.map(|taken| {
            let minute = file.punches[*taken].as_ref().unwrap().minute;
            self.record(*taken, minute)
        });
        records.extend(taken);
        let shown = Shown {
            began: at(reading.began),
            is_timed: true,
            proof,
            absent_before: absent_before(entry, proof, entry.ended.unwrap_or_default()),
            records: &records,
        };
        let gate = if punch.kind.is_break() {
            let mut day = self.punches(file);
            day.retain(|other| other.employee == punch.employee);
            break_gate(&punch, &shown, &day)
        } else {
            gate(&punch, &shown)
        };
        (gate, proof)
    }

    /// What became of an unknown punch, by a reading.
    pub(super) fn settle(
        &self,
        world: &World,
        by: usize,
        process: &Process,
        slot: usize,
    ) -> (Settled, Proof) {
        let reading = process.reading.unwrap();
        let file = &world.files[by % world.files.len()];
        let entry = file.punches[slot].as_ref().unwrap();
        let proof = process.proof.unwrap();
        let waits = if self.scenario.is(Mutant::NoWaiting) {
            0
        } else {
            UNKNOWN
        };
        let records = self.records_of(world, &reading, slot);
        let since = entry.ended.unwrap_or(world.now) + waits;
        let shown = Shown {
            began: at(reading.began),
            is_timed: true,
            proof,
            absent_before: if self.scenario.is(Mutant::EmptyIsAbsence) {
                Some(at(since))
            } else {
                absent_before(entry, proof, since)
            },
            records: &records,
        };
        let mut punch = self.punch(file, slot);
        if self.scenario.is(Mutant::NeverAPerson) {
            punch.absences = 0;
        }
        let unknown_for = Duration::minutes(i64::from(waits * TICK));
        (settle(&punch, &shown, unknown_for), proof)
    }

    /// A whole reading with what it proves for those it was asked for.
    pub(super) fn read(&self, world: &mut World, by: usize, reading: Reading, asked: &[u8]) {
        let proof = self.proof(world, by, &reading, asked);
        let process = world.running[by].as_mut().unwrap();
        process.reading = Some(reading);
        process.proof = Some(proof);
    }

    /// Whether an unknown or refused punch keeps this later one of its day back.
    pub(super) fn is_held_back(&self, file: &File, holding: &[usize], slot: usize) -> bool {
        let own = file.punches[slot].as_ref().unwrap().minute;
        holding.iter().any(|other| {
            let held = file.punches[*other].as_ref().unwrap();
            self.is_same_person(*other, slot) && held.minute < own
        })
    }

    /// Punches that keep later ones back.
    pub(super) fn holding(file: &File) -> Slots {
        let holds: Vec<PunchState> = [PunchState::Unknown, PunchState::Refused]
            .into_iter()
            .filter(|state| holds_later_ones(*state))
            .collect();
        file.in_state(&holds)
    }

    /// Whether the work day is too old to be sent without a person, as `begin_attempt` asks once more.
    pub(super) fn is_too_old(now: u16) -> bool {
        work_day() < WorkDay::new(at(now).date_naive()).back(MAX_AGE_DAYS)
    }

    pub(super) fn is_same_person(&self, one: usize, other: usize) -> bool {
        self.scenario.slots[one].person == self.scenario.slots[other].person
    }

    pub(super) fn employee(&self, slot: usize) -> EmployeeKey {
        EmployeeKey::new(["taro", "hanako"][usize::from(self.scenario.slots[slot].person)])
    }

    pub(super) fn punches(&self, file: &File) -> Vec<Punch> {
        let stored = (0..file.punches.len()).filter(|slot| file.punches[*slot].is_some());
        stored.map(|slot| self.punch(file, slot)).collect()
    }

    fn punch(&self, file: &File, slot: usize) -> Punch {
        let entry = file.punches[slot].as_ref().unwrap();
        Punch {
            id: PunchId(slot.try_into().unwrap()),
            employee: self.employee(slot),
            work_day: work_day(),
            kind: self.scenario.slots[slot].kind,
            time: minute(entry.minute),
            rolling: false,
            state: entry.state,
            reason: entry.reason.map(str::to_owned),
            released: entry.released,
            logs: vec![ground(slot, entry.ground)],
            attempts: entry.attempted.into(),
            may_have_left: entry.may_have_left || entry.state == PunchState::Sending,
            last_attempt_ended: entry.ended.map(at),
            absences: entry.absences.into(),
            kot_code: None,
            kot_message: None,
        }
    }

    fn record(&self, slot: usize, minute: u16) -> TimeRecord {
        TimeRecord {
            code: self.scenario.slots[slot].kind.code(),
            time: moment(minute),
            how: None,
        }
    }

    fn records_of(&self, world: &World, reading: &Reading, slot: usize) -> Vec<TimeRecord> {
        let shown = reading.records(world).into_iter();
        let of_person = shown.filter(|record| self.is_same_person(record.slot, slot));
        of_person
            .map(|record| self.record(record.slot, record.minute))
            .collect()
    }
}

impl Reading {
    /// What it shows.
    pub(super) fn records(&self, world: &World) -> Vec<Record> {
        match self.shows {
            Shows::Nothing => Vec::new(),
            Shows::First(first) => world.kot[..first].to_vec(),
            Shows::Without { first, lacks } => {
                let mut shown = world.kot[..first].to_vec();
                shown.remove(lacks);
                shown
            }
        }
    }
}

/// `DayReading::shown`: an absence that was seen before counts, unless the answer proves nothing.
fn absent_before(entry: &Entry, proof: Proof, since: u16) -> Option<pcpunch::domain::time::Jst> {
    match proof {
        Proof::Incomplete => None,
        Proof::Whole | Proof::Unvouched | Proof::DayMissing => entry.absent_before(since).map(at),
    }
}

/// The log on which a punch rests.
pub(super) fn ground(slot: usize, given: Given) -> LogId {
    let slot: i64 = slot.try_into().unwrap();
    LogId(slot * 10 + i64::from(given == Given::Earlier))
}
