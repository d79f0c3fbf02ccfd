//! Third step of a round: what was decided is sent, each punch once, to days that were just read.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Mutex;
use std::thread;

use chrono::Duration;

use crate::clock::Clock;
use crate::domain::employee::EmployeeKey;
use crate::domain::finding::Finding;
use crate::domain::punch::{Punch, PunchId, PunchKind, PunchState};
use crate::domain::time::{Jst, WorkDay, from_epoch};
use crate::kot::{self, Kot};
use crate::state::{Bounds, SharedState};

use super::lane::{Common, Halt, Lanes, holding};
use super::reading::{DayReading, read_day};
use super::settle::{doubles, settle_unknown};
use super::{Choices, Error};

/// After a 403/104 outside the configured hours nothing is sent for so long.
const UNEXPECTED_CLOSURE: Duration = Duration::minutes(15);
/// A clock further off than this from KING OF TIME's settles nothing.
const CLOCK_TOLERANCE: Duration = Duration::minutes(2);

const CLOSED_UNTIL: &str = "kot.closed_until";
const BREAKER_OPENED: &str = "breaker.opened";
const TOKEN_CHECKED: &str = "kot.token.checked";

/// What delivering needs.
pub struct Delivery<'a> {
    /// The state file.
    pub state: &'a SharedState,
    /// KING OF TIME.
    pub kot: &'a Kot<'a>,
    /// The clock.
    pub clock: &'a Clock,
    /// The settings.
    pub choices: &'a Choices,
    /// The round's number.
    pub run: i64,
    /// Everything up to the last step.
    pub dry_run: bool,
    /// Only these, where a person named some.
    pub only: Option<&'a [PunchId]>,
}

/// What delivering came to.
#[derive(Debug, Default)]
pub struct Delivered {
    /// Punches that were sent or, in a dry run, would have been; in order of their ends.
    pub sent: Vec<PunchId>,
    /// When KING OF TIME can be read, where that is waited for.
    pub next_read_at: Option<Jst>,
    /// Findings of the readings.
    pub findings: Vec<Finding>,
    /// Days that were read: findings about doubles there are up to date.
    pub read_days: BTreeSet<WorkDay>,
    /// What ended or hindered the sending.
    pub error: Option<Error>,
    /// Whether the circuit breaker ended the sending.
    pub breaker_opened: bool,
    /// Whether KING OF TIME's clock and ours differ too much.
    pub clock_is_off: bool,
}

impl Delivered {
    /// Takes down what hindered the sending. Closed hours only make it wait.
    ///
    /// # Errors
    /// Gives back what the state file refused: no round goes on without it.
    fn hinder(&mut self, error: Error) -> Result<(), Error> {
        match error {
            Error::State(error) => return Err(error.into()),
            Error::Kot(kot::Error::Closed { opens, .. }) => self.next_read_at = Some(opens),
            error => {
                self.error.get_or_insert(error);
            }
        }
        Ok(())
    }
}

impl Delivery<'_> {
    /// Delivers what is due: reads each day, settles what was unknown, sends, and reads once more.
    ///
    /// # Errors
    /// What the state file refuses. What KING OF TIME does wrong is told in [`Delivered::error`],
    /// beside what was done before.
    pub fn run(&self) -> Result<Delivered, Error> {
        let mut delivered = Delivered::default();
        let mut unknown = self.state.hold().punches_in(&[PunchState::Unknown])?;
        let mut due = self.due()?;
        if due.is_empty() && unknown.is_empty() {
            return Ok(delivered);
        }
        delivered.next_read_at = self.opens_at()?;
        if delivered.next_read_at.is_some() {
            return Ok(delivered);
        }
        if let Err(error) = self.compare_company() {
            delivered.hinder(error)?;
            return Ok(delivered);
        }
        let readings = self.read_days(due.iter().chain(&unknown), &mut delivered)?;
        for reading in readings.values() {
            let of_day: Vec<&Punch> = unknown
                .iter()
                .filter(|punch| punch.work_day == reading.day)
                .collect();
            let now = self.clock.now();
            let again = settle_unknown(
                self.state,
                reading,
                &of_day,
                self.run,
                self.choices.unknown_for,
                now,
            )?;
            due.extend(again);
        }
        unknown = self
            .state
            .hold()
            .punches_in(&[PunchState::Unknown, PunchState::Refused])?;
        if self.clock_is_off() {
            delivered.clock_is_off = true;
            due.retain(|punch| punch.kind == PunchKind::ClockIn);
        }
        if self.choices.sends {
            self.send(due, &unknown, &readings, &mut delivered)?;
        }
        self.look_again(&readings, &mut delivered)?;
        Ok(delivered)
    }

    /// Decided punches; none of them while sending is switched off.
    fn due(&self) -> Result<Vec<Punch>, Error> {
        if !self.choices.sends {
            return Ok(Vec::new());
        }
        let mut due = self.state.hold().punches_in(&[PunchState::Decided])?;
        if let Some(only) = self.only {
            due.retain(|punch| only.contains(&punch.id));
        }
        Ok(due)
    }

    /// When KING OF TIME may be read: `None` for now.
    fn opens_at(&self) -> Result<Option<Jst>, Error> {
        let told: Option<Jst> = self
            .state
            .hold()
            .meta(CLOSED_UNTIL)?
            .and_then(|seconds| seconds.parse().ok())
            .and_then(from_epoch)
            .filter(|until| *until > self.clock.now());
        Ok(self.kot.reads_open_at().max(told))
    }

    /// After a changed token the company is compared before the first punch.
    fn compare_company(&self) -> Result<(), Error> {
        let mark = self.kot.token_mark().to_string();
        let (checked, known) = {
            let state = self.state.hold();
            (
                state.meta(TOKEN_CHECKED)?,
                state.meta(crate::state::COMPANY_KEY)?,
            )
        };
        if checked.as_ref() == Some(&mark) {
            return Ok(());
        }
        let company = self.kot.company()?;
        if known.is_some_and(|known| known != company.key) {
            return Err(Error::OtherCompany);
        }
        self.state.hold().set_meta(TOKEN_CHECKED, &mark)?;
        Ok(())
    }

    /// Reads the work days of these punches. A day that cannot be read is left for the next round; the
    /// others go on, unless nothing can be read at all.
    fn read_days<'p>(
        &self,
        punches: impl Iterator<Item = &'p Punch>,
        delivered: &mut Delivered,
    ) -> Result<BTreeMap<WorkDay, DayReading>, Error> {
        let mut people: BTreeMap<WorkDay, BTreeSet<EmployeeKey>> = BTreeMap::new();
        for punch in punches {
            people
                .entry(punch.work_day)
                .or_default()
                .insert(punch.employee.clone());
        }
        let mut readings = BTreeMap::new();
        for (day, people) in people {
            match read_day(self.state, self.kot, day, &people) {
                Ok(reading) => {
                    delivered.read_days.insert(day);
                    delivered.findings.extend(reading.incomplete());
                    readings.insert(day, reading);
                }
                Err(error) => {
                    let day_only = matches!(error, Error::Kot(kot::Error::Malformed(_)));
                    delivered.hinder(error)?;
                    if !day_only {
                        break;
                    }
                }
            }
        }
        Ok(readings)
    }

    /// A clock that is off by more than two minutes settles no day (relay-rules): what rests on a day
    /// being over waits.
    fn clock_is_off(&self) -> bool {
        self.kot
            .clock_skew()
            .is_some_and(|skew| skew.abs() > CLOCK_TOLERANCE)
    }

    fn send(
        &self,
        due: Vec<Punch>,
        holding_back: &[Punch],
        readings: &BTreeMap<WorkDay, DayReading>,
        delivered: &mut Delivered,
    ) -> Result<(), Error> {
        let mut queue = queue_by_person(due);
        let people = queue.len();
        let probing = !self.dry_run && self.state.hold().meta(BREAKER_OPENED)?.is_some();
        let rest = if probing {
            take_one_first(&mut queue)
        } else {
            VecDeque::new()
        };
        let lanes = Lanes {
            state: self.state,
            kot: self.kot,
            clock: self.clock,
            readings,
            bounds: Bounds {
                since: self.choices.rules.since,
                oldest_day: self.choices.oldest_day(self.clock.now()),
            },
            run: self.run,
            dry_run: self.dry_run,
            holding: holding(holding_back),
            common: Mutex::new(Common {
                queue,
                ..Common::default()
            }),
        };
        if probing {
            lanes.serve();
            let probe_failed = {
                let mut common = lanes.common();
                let failed = common.sent.iter().any(|id| !self.is_accepted(*id));
                common.queue = rest;
                failed
            };
            if probe_failed {
                lanes.common().halt.get_or_insert(Halt::Breaker);
            }
        }
        thread::scope(|scope| {
            for _ in 0..self.choices.lanes.min(people).max(1) {
                scope.spawn(|| lanes.serve());
            }
        });
        let common = lanes
            .common
            .into_inner()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        self.conclude(common, delivered)
    }

    fn is_accepted(&self, id: PunchId) -> bool {
        let punch = self.state.hold().punch(id);
        punch.is_ok_and(|punch| punch.is_some_and(|punch| punch.state == PunchState::Accepted))
    }

    /// What the lanes came to, and what the next round must know of it.
    fn conclude(&self, common: Common, delivered: &mut Delivered) -> Result<(), Error> {
        delivered.sent = common.sent;
        let mut state = self.state.hold();
        match &common.halt {
            Some(Halt::Breaker) => {
                delivered.breaker_opened = true;
                state.set_meta(BREAKER_OPENED, "1")?;
            }
            Some(Halt::Closed) => {
                let until = self.clock.now() + UNEXPECTED_CLOSURE;
                state.set_meta(CLOSED_UNTIL, &until.timestamp().to_string())?;
                delivered.next_read_at = Some(until);
            }
            Some(Halt::Access(answer) | Halt::NotConnected(answer)) => {
                delivered
                    .error
                    .get_or_insert(Error::Kot(kot::Error::of_punch(answer)));
            }
            None if !self.dry_run && state.meta(BREAKER_OPENED)?.is_some() => {
                state.clear_meta(BREAKER_OPENED)?;
            }
            None => {}
        }
        drop(state);
        common.error.map_or(Ok(()), |error| delivered.hinder(error))
    }

    /// After something was sent the days are read once more: what was unknown may be there, and a
    /// double is seen while it can still be told apart.
    fn look_again(
        &self,
        before: &BTreeMap<WorkDay, DayReading>,
        delivered: &mut Delivered,
    ) -> Result<(), Error> {
        let mut again: BTreeMap<WorkDay, BTreeSet<EmployeeKey>> = BTreeMap::new();
        if !self.dry_run && delivered.error.is_none() && self.kot.reads_open_at().is_none() {
            let state = self.state.hold();
            for id in &delivered.sent {
                if let Some(punch) = state.punch(*id)? {
                    again
                        .entry(punch.work_day)
                        .or_default()
                        .insert(punch.employee);
                }
            }
        }
        let mut latest = BTreeMap::new();
        for (day, people) in again {
            match read_day(self.state, self.kot, day, &people) {
                Ok(reading) => {
                    latest.insert(day, reading);
                }
                // Nothing rests on this look: the next round reads again.
                Err(error) => {
                    delivered.hinder(error)?;
                    break;
                }
            }
        }
        let unknown = self.state.hold().punches_in(&[PunchState::Unknown])?;
        for (day, first) in before {
            let reading = latest.get(day).unwrap_or(first);
            let ours = self.state.hold().punches_on(*day)?;
            delivered.findings.extend(doubles(reading, &ours));
            if latest.contains_key(day) {
                let of_day: Vec<&Punch> = unknown
                    .iter()
                    .filter(|punch| punch.work_day == *day)
                    .collect();
                let now = self.clock.now();
                settle_unknown(
                    self.state,
                    reading,
                    &of_day,
                    self.run,
                    self.choices.unknown_for,
                    now,
                )?;
            }
        }
        Ok(())
    }
}

/// Each person's punches in order of work day and time; people in the order of their first punch.
fn queue_by_person(mut due: Vec<Punch>) -> VecDeque<Vec<Punch>> {
    due.sort_by_key(|punch| (punch.work_day, punch.time, punch.kind));
    let mut queue: VecDeque<Vec<Punch>> = VecDeque::new();
    let mut places: BTreeMap<EmployeeKey, usize> = BTreeMap::new();
    for punch in due {
        let place = *places.entry(punch.employee.clone()).or_insert_with(|| {
            queue.push_back(Vec::new());
            queue.len() - 1
        });
        if let Some(punches) = queue.get_mut(place) {
            punches.push(punch);
        }
    }
    queue
}

/// Leaves one punch in the queue and gives all others back: after the circuit breaker opened, one is
/// sent first.
fn take_one_first(queue: &mut VecDeque<Vec<Punch>>) -> VecDeque<Vec<Punch>> {
    let mut rest = std::mem::take(queue);
    if let Some(mut person) = rest.pop_front() {
        let later = person.split_off(person.len().min(1));
        if !later.is_empty() {
            rest.push_front(later);
        }
        queue.push_back(person);
    }
    rest
}
