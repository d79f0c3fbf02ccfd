//! One person's punches, one request at a time, in order. Several lanes run side by side.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::clock::Clock;
use crate::domain::delivery::{Breaker, Gate, gate, holds_later_ones};
use crate::domain::employee::EmployeeKey;
use crate::domain::fresh::is_fresh;
use crate::domain::gate::break_gate;
use crate::domain::headway::Headway;
use crate::domain::plan::{NO_PAIR, NOT_LATER};
use crate::domain::punch::{Punch, PunchId, PunchState, TimeRecord};
use crate::domain::time::{Jst, Minute, WorkDay};
use crate::kot::{self, Kot, NotApplied, Outcome, PunchAnswer, PunchRequest, Turn};
use crate::state::{Bounds, Ending, SharedState};

use super::berths::Berths;
use super::queue::Person;
use super::reading::DayReading;
use super::unread::may_go;

/// How often one punch is tried again in one round after 「too many」. The wait is the pace's.
const THROTTLE_PATIENCE: u32 = 5;

/// Everything the lanes share.
pub(super) struct Lanes<'a> {
    pub state: &'a SharedState,
    pub kot: &'a Kot<'a>,
    pub clock: &'a Clock,
    /// `None` in the closed hours, where only what may go unread is sent.
    pub readings: Option<&'a BTreeMap<WorkDay, DayReading>>,
    pub bounds: Bounds,
    /// When it was looked whether anything may be sent.
    pub began: Jst,
    pub run: i64,
    /// A rehearsal of the round: everything up to the last step.
    pub dry_run: bool,
    pub headway: &'a Headway,
    /// Punches of a day that keep later ones of that person and day back.
    pub holding: BTreeSet<(EmployeeKey, WorkDay, Minute)>,
    pub common: Mutex<Common>,
    /// `kot.lanes`: places for requests under way.
    pub berths: Berths,
}

/// What the lanes tell each other.
#[derive(Debug, Default)]
pub(super) struct Common {
    /// Whose punches wait.
    pub queue: VecDeque<Person>,
    /// Opens when something is wrong with all of it.
    pub breaker: Breaker,
    /// Why sending ended for this round.
    pub halt: Option<Halt>,
    /// Punches that were sent, or would have been in a dry run.
    pub sent: Vec<PunchId>,
    /// Days whose reading grew too old before all of their punches were sent.
    pub outdated: BTreeSet<WorkDay>,
    /// What else went wrong in a lane.
    pub error: Option<super::Error>,
}

impl Common {
    fn goes_on(&self) -> bool {
        self.halt.is_none() && self.error.is_none()
    }
}

/// Why sending ends before all is sent.
#[derive(Clone, Debug)]
pub(super) enum Halt {
    /// The circuit breaker.
    Breaker,
    /// KING OF TIME refused the token, the permission or the address.
    Access(PunchAnswer),
    /// No connection.
    NotConnected(PunchAnswer),
    /// 403/104 although the hours are open.
    Closed,
    /// Too many requests, with a `Retry-After` that no round sits out.
    LeftAlone(Duration),
}

/// What follows for the person's later punches of the same work day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Next {
    GoOn,
    HoldTheDay,
    Halt,
}

impl Lanes<'_> {
    pub(super) fn common(&self) -> MutexGuard<'_, Common> {
        self.common.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether sending may go on and has sent nothing yet.
    pub(super) fn has_sent_nothing(&self) -> bool {
        let common = self.common();
        common.goes_on() && common.sent.is_empty()
    }

    /// Serves people until none is left or sending ends.
    pub(super) fn serve(&self) {
        while let Some(mut person) = self.next_person() {
            while self.common().goes_on() && !person.punches.is_empty() {
                self.serve_next(&mut person);
            }
        }
    }

    fn next_person(&self) -> Option<Person> {
        let mut common = self.common();
        if !common.goes_on() {
            return None;
        }
        common.queue.pop_front()
    }

    /// Serves the next of somebody's punches.
    pub(super) fn serve_next(&self, person: &mut Person) {
        let Some(punch) = person.punches.pop_front() else {
            return;
        };
        let _one = self.headway.one();
        let day = punch.work_day;
        if person.held_days.contains(&day) || self.is_held_back(&punch) {
            return;
        }
        let taken = person.taken.entry(day).or_default();
        match self.serve_punch(&punch, taken) {
            Ok(Next::GoOn | Next::Halt) => {}
            Ok(Next::HoldTheDay) => {
                person.held_days.insert(day);
            }
            Err(error) => {
                self.common().error.get_or_insert(error);
            }
        }
    }

    fn is_held_back(&self, punch: &Punch) -> bool {
        let first = (
            punch.employee.clone(),
            punch.work_day,
            Minute::cut(punch.work_day.begins_at(chrono::NaiveTime::MIN)),
        );
        let own = (punch.employee.clone(), punch.work_day, punch.time);
        self.holding.range(first..own).next().is_some()
    }

    /// Holds one punch against the reading of its day and, where it may be, sends it. `taken` are the
    /// punches of the day that KING OF TIME took in this round, after the reading.
    fn serve_punch(
        &self,
        punch: &Punch,
        taken: &mut Vec<TimeRecord>,
    ) -> Result<Next, super::Error> {
        let Some(readings) = self.readings else {
            return self.send(punch, self.began, taken);
        };
        let Some(reading) = readings.get(&punch.work_day) else {
            return Ok(Next::HoldTheDay);
        };
        let since = punch
            .last_attempt_ended
            .unwrap_or_else(|| punch.work_day.begins_at(chrono::NaiveTime::MIN));
        let mut shown = reading.shown(self.state, punch, self.run, since)?;
        let mut records = shown.records.to_vec();
        records.extend(taken.iter().cloned());
        shown.records = &records;
        let now = self.clock.now();
        let set = |to, reason: Option<&str>| {
            let mut state = self.state.hold();
            state.set_punch_state(punch.id, PunchState::Decided, to, reason, now)
        };
        let gate = if punch.kind.is_break() {
            let day = self.punches_of_day(punch, taken)?;
            break_gate(punch, &shown, &day)
        } else {
            gate(punch, &shown)
        };
        match gate {
            Gate::Send => return self.send(punch, reading.began, taken),
            Gate::Ours => set(PunchState::Accepted, None)?,
            Gate::AlreadyThere(time) => set(PunchState::AlreadyThere, Some(&time.to_string()))?,
            Gate::NotLater(_) => set(PunchState::Held, Some(NOT_LATER))?,
            Gate::NoPair => set(PunchState::Held, Some(NO_PAIR))?,
            Gate::Unproven(_) => {
                reading.remember_absence(self.state, punch, self.run)?;
                return Ok(Next::HoldTheDay);
            }
            Gate::NoClockInYet | Gate::Doubled(_) => return Ok(Next::HoldTheDay),
        }
        Ok(Next::GoOn)
    }

    /// The stored punches of a punch's person and work day. In a rehearsal those that were `taken` are not
    /// stored as such.
    fn punches_of_day(
        &self,
        punch: &Punch,
        taken: &[TimeRecord],
    ) -> Result<Vec<Punch>, super::Error> {
        let state = self.state.hold();
        let mut day = state.punches_of(&punch.employee, punch.work_day)?;
        for ours in &mut day {
            let is_taken = |record: &TimeRecord| {
                record.kind() == Some(ours.kind) && record.minute() == ours.time
            };
            ours.may_have_left |= taken.iter().any(is_taken);
        }
        Ok(day)
    }

    /// Sends a punch on the word of what began to be read then.
    fn send(
        &self,
        punch: &Punch,
        read: Jst,
        taken: &mut Vec<TimeRecord>,
    ) -> Result<Next, super::Error> {
        for _ in 0..THROTTLE_PATIENCE {
            if self.common().halt.is_some() {
                return Ok(Next::Halt);
            }
            if self.dry_run {
                self.accept(punch, taken);
                return Ok(Next::GoOn);
            }
            if !self.may_still_go(punch, read)? {
                return Ok(Next::HoldTheDay);
            }
            // The turn comes first, so that nothing waits between the commit and the first byte.
            let turn = self.kot.punch_turn()?;
            if self.common().halt.is_some() {
                return Ok(Next::Halt);
            }
            if !self.may_still_go(punch, read)? {
                return Ok(Next::HoldTheDay);
            }
            if let Some(next) = self.attempt(punch, turn, read, taken)? {
                return Ok(next);
            }
        }
        Ok(Next::HoldTheDay)
    }

    /// Whether what was looked at then still lets a punch go; without a reading, only what may go without one
    /// at this very moment.
    fn may_still_go(&self, punch: &Punch, looked: Jst) -> Result<bool, super::Error> {
        let now = self.clock.now();
        let may = is_fresh(looked, now)
            && (self.readings.is_some() || may_go(&self.state.hold(), self.kot, punch, now)?);
        if !may {
            self.common().outdated.insert(punch.work_day);
        }
        Ok(may)
    }

    /// The attempt is on the disk before its first byte leaves, and its outcome as soon as it is known. `None`: it
    /// may be tried again.
    fn attempt(
        &self,
        punch: &Punch,
        turn: Turn,
        read: Jst,
        taken: &mut Vec<TimeRecord>,
    ) -> Result<Option<Next>, super::Error> {
        let now = self.clock.now();
        let begun = self
            .state
            .begin_attempt(punch.id, self.run, self.bounds, now)?;
        let Some(attempt) = begun else {
            return Ok(Some(Next::HoldTheDay));
        };
        let berth = self.berths.take();
        // Sending may have ended while the others' requests had all places.
        if self.common().halt.is_some()
            || self.kot.is_stopped()
            || !is_fresh(read, self.clock.now())
        {
            self.state
                .end_attempt(attempt, unsent(), self.clock.now())?;
            return Ok(Some(Next::HoldTheDay));
        }
        let answer = self.kot.punch(
            turn,
            &PunchRequest {
                key: punch.employee.clone(),
                work_day: punch.work_day,
                kind: punch.kind,
                time: punch.time,
            },
        );
        // Whoever has the place next is to know what this answer ends.
        let next = self.judge(punch, &answer, taken);
        drop(berth);
        let ending = ending(&answer);
        self.state.end_attempt(attempt, ending, self.clock.now())?;
        Ok(next)
    }

    /// What an answer means for the person and for everybody; `None`: it may be tried again.
    fn judge(
        &self,
        punch: &Punch,
        answer: &PunchAnswer,
        taken: &mut Vec<TimeRecord>,
    ) -> Option<Next> {
        let mut common = self.common();
        let halt = match &answer.outcome {
            Outcome::Accepted => {
                common.breaker.accepted();
                drop(common);
                self.accept(punch, taken);
                return Some(Next::GoOn);
            }
            Outcome::Refused => {
                common.breaker.refused(answer.kot_code.as_deref());
                common.sent.push(punch.id);
                Halt::Breaker
            }
            Outcome::Unknown(_) => {
                common.breaker.unknown();
                common.sent.push(punch.id);
                Halt::Breaker
            }
            Outcome::NotApplied(NotApplied::Throttled(Some(wait)))
                if *wait > kot::LONGEST_RETRY_AFTER =>
            {
                Halt::LeftAlone(*wait)
            }
            Outcome::NotApplied(NotApplied::Throttled(_)) => return None,
            Outcome::NotApplied(NotApplied::AccessRefused) => Halt::Access(answer.clone()),
            Outcome::NotApplied(NotApplied::NotConnected) => Halt::NotConnected(answer.clone()),
            Outcome::NotApplied(NotApplied::Closed) => Halt::Closed,
        };
        if matches!(halt, Halt::Breaker) && !common.breaker.is_open() {
            return Some(Next::HoldTheDay);
        }
        common.halt.get_or_insert(halt);
        Some(Next::Halt)
    }

    fn accept(&self, punch: &Punch, taken: &mut Vec<TimeRecord>) {
        taken.push(TimeRecord {
            code: punch.kind.code(),
            time: punch.time.start(),
            how: None,
        });
        self.common().sent.push(punch.id);
    }
}

fn ending(answer: &PunchAnswer) -> Ending {
    let (state, outcome) = match &answer.outcome {
        Outcome::Accepted => (PunchState::Accepted, "accepted"),
        Outcome::Refused => (PunchState::Refused, "refused"),
        Outcome::Unknown(_) => (PunchState::Unknown, "unknown"),
        Outcome::NotApplied(_) => (PunchState::Decided, "not-applied"),
    };
    Ending {
        state,
        outcome,
        status: answer.status,
        kot_code: answer.kot_code.clone(),
        kot_message: answer.kot_message.clone(),
    }
}

/// The end of an attempt that never began to leave.
fn unsent() -> Ending {
    Ending {
        state: PunchState::Decided,
        outcome: "not-applied",
        status: None,
        kot_code: None,
        kot_message: None,
    }
}

/// The punches that keep later ones of their person and day back.
pub(super) fn holding(punches: &[Punch]) -> BTreeSet<(EmployeeKey, WorkDay, Minute)> {
    let holds = punches.iter().filter(|punch| holds_later_ones(punch.state));
    holds
        .map(|punch| (punch.employee.clone(), punch.work_day, punch.time))
        .collect()
}
