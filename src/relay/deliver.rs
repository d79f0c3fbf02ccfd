//! Third step of a round: what was decided is sent, each punch once, to days that were just read.

use std::collections::{BTreeMap, BTreeSet};

use crate::clock::Clock;
use crate::domain::delivery::Breaker;
use crate::domain::employee::EmployeeKey;
use crate::domain::finding::Finding;
use crate::domain::freeze::FrozenFile;
use crate::domain::headway::{Headway, Step};
use crate::domain::punch::{Punch, PunchId, PunchState};
use crate::domain::time::{Jst, WorkDay};
use crate::kot::{self, Kot};
use crate::state::{self, SharedState, State};

use super::patience::{keep_away_until, leave_alone, unasked_until};
use super::reading::{DayReading, read_day};
use super::settle::settle_unknown;
use super::{Choices, Error};

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
    /// Where it is noted how far the delivery has come.
    pub headway: &'a Headway,
    /// Only these, where a person named some.
    pub only: Option<&'a [PunchId]>,
    /// Punches that the rules do not give as they were sent: none of them is sent once more as it is.
    pub superseded: &'a BTreeSet<PunchId>,
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
    /// The last reading of each of these days.
    pub(super) readings: Vec<DayReading>,
    /// What ended or hindered the sending.
    pub error: Option<Error>,
    /// What the circuit breaker has counted so far.
    pub(super) breaker: Breaker,
    /// Whether the circuit breaker ended the sending.
    pub breaker_opened: bool,
    /// Whether KING OF TIME's clock and ours differ too much.
    pub clock_is_off: bool,
    /// How many of those sent went without a reading before them.
    pub sent_unread: usize,
    /// Why nothing is sent any more, where the file is frozen.
    pub frozen: Option<FrozenFile>,
}

/// Work days to read, and for whom.
pub(super) type PeopleByDay = BTreeMap<WorkDay, BTreeSet<EmployeeKey>>;

/// Whether the company was compared since the token last changed.
pub(super) fn is_token_known(state: &State, kot: &Kot<'_>) -> Result<bool, state::Error> {
    let mark = kot.token_mark().to_string();
    Ok(state.meta(TOKEN_CHECKED)? == Some(mark))
}

/// What a round has to look at.
pub(super) struct Waiting {
    /// Decided punches.
    pub(super) due: Vec<Punch>,
    /// Punches held for a closed month.
    pub(super) held: Vec<Punch>,
    /// Punches whose answer was lost.
    pub(super) unknown: Vec<Punch>,
    /// Days to look at again, whatever is due there.
    pub(super) watched: PeopleByDay,
}

impl Waiting {
    /// Whether no punch waits for a reading.
    fn is_empty(&self) -> bool {
        self.due.is_empty() && self.held.is_empty() && self.unknown.is_empty()
    }
}

impl Delivery<'_> {
    /// Delivers what is due: takes what an earlier process left under way for lost, reads each day,
    /// settles what was unknown, sends, and reads once more.
    ///
    /// # Errors
    /// What the state file refuses. What KING OF TIME does wrong is told in [`Delivered::error`],
    /// beside what was done before.
    pub fn run(&self) -> Result<Delivered, Error> {
        let mut delivered = Delivered::default();
        self.state.hold().recover_attempts(self.clock.now())?;
        delivered.frozen = self.state.hold().frozen_file()?;
        let waiting = self.waiting()?;
        let is_elsewhere = self.state.hold().elsewhere()?.is_some();
        let waits = !waiting.is_empty() || is_elsewhere;
        // What may go unread later needs the company compared while that can be read.
        let prepares = self.choices.sends_unread && self.choices.sends;
        if delivered.frozen.is_some() || !(waits || prepares) && waiting.watched.is_empty() {
            return Ok(delivered);
        }
        if let Some(opens) = self.opens_at()? {
            delivered.next_read_at = waits.then_some(opens);
            self.send_unread(waiting.due, &mut delivered)?;
            return Ok(delivered);
        }
        if let Err(error) = self.compare_company() {
            self.hinder(&mut delivered, error)?;
            return Ok(delivered);
        }
        if self.adopt(&waiting.due, &mut delivered)? {
            self.read_and_send(waiting, &mut delivered)?;
        }
        Ok(delivered)
    }

    /// What is due and what is to be read for other reasons.
    fn waiting(&self) -> Result<Waiting, Error> {
        // The file is let go of before it is asked again.
        let unknown = self.state.hold().punches_in(&[PunchState::Unknown])?;
        Ok(Waiting {
            due: self.due()?,
            held: self.held_for_closed_month()?,
            unknown,
            watched: self.watched()?,
        })
    }

    /// Takes down what hindered the sending. Closed hours only make it wait; those that are not
    /// configured are remembered.
    ///
    /// # Errors
    /// Gives back what the state file refused: no round goes on without it.
    pub(super) fn hinder(&self, delivered: &mut Delivered, error: Error) -> Result<(), Error> {
        match error {
            Error::State(error) => return Err(error.into()),
            Error::Kot(kot::Error::Closed { opens, configured }) => {
                if !configured {
                    keep_away_until(&mut self.state.hold(), opens)?;
                }
                delivered.next_read_at = Some(opens);
            }
            error => {
                leave_alone(&mut self.state.hold(), &error, self.clock.now())?;
                delivered.error.get_or_insert(error);
            }
        }
        Ok(())
    }

    /// Decided punches; none of them while sending is switched off.
    pub(super) fn due(&self) -> Result<Vec<Punch>, Error> {
        if !self.choices.sends {
            return Ok(Vec::new());
        }
        let mut due = self.state.hold().punches_in(&[PunchState::Decided])?;
        due.retain(|punch| self.is_wanted(punch));
        Ok(due)
    }

    pub(super) fn is_wanted(&self, punch: &Punch) -> bool {
        self.only.is_none_or(|only| only.contains(&punch.id))
    }

    /// When KING OF TIME may be read: `None` for now.
    fn opens_at(&self) -> Result<Option<Jst>, Error> {
        let told = unasked_until(&self.state.hold(), self.clock.now())?;
        let shows_all = self.shows_all_at()?;
        Ok(self.kot.reads_open_at().max(told).max(shows_all))
    }

    /// After a changed token the company is compared before the first punch.
    fn compare_company(&self) -> Result<(), Error> {
        let known = {
            let state = self.state.hold();
            if is_token_known(&state, self.kot)? {
                return Ok(());
            }
            state.meta(state::COMPANY_KEY)?
        };
        let company = self.kot.company()?;
        if known.is_some_and(|known| known != company.key) {
            return Err(Error::OtherCompany);
        }
        let mark = self.kot.token_mark().to_string();
        self.state.hold().set_meta(TOKEN_CHECKED, &mark)?;
        Ok(())
    }

    /// Whom each day of these punches is read for. Where an answer was lost, that is everybody whose punch
    /// KING OF TIME accepted too: how many of those it shows says what the reading proves.
    pub(super) fn people_by_day(
        &self,
        asked: impl IntoIterator<Item = (WorkDay, EmployeeKey)>,
        unknown: &[Punch],
    ) -> Result<PeopleByDay, Error> {
        let mut days = PeopleByDay::new();
        for (day, employee) in asked {
            days.entry(day).or_default().insert(employee);
        }
        for (day, people) in &mut days {
            let lost = unknown.iter().filter(|punch| punch.work_day == *day);
            let lost: Vec<EmployeeKey> = lost.map(|punch| punch.employee.clone()).collect();
            if !lost.is_empty() {
                let accepted = self.state.hold().accepted_on(*day)?;
                people.extend(lost);
                people.extend(accepted.into_iter().map(|punch| punch.employee));
            }
        }
        Ok(days)
    }

    /// Reads days. One that cannot be read is left for the next round; the others go on, unless
    /// nothing can be read at all.
    pub(super) fn read_days(
        &self,
        days: PeopleByDay,
        delivered: &mut Delivered,
    ) -> Result<BTreeMap<WorkDay, DayReading>, Error> {
        let mut readings = BTreeMap::new();
        self.headway.begin(Step::Read, days.len());
        for (day, people) in days {
            match read_day(self.state, self.kot, day, people) {
                Ok(reading) => {
                    delivered.read_days.insert(day);
                    delivered.findings.extend(reading.incomplete());
                    readings.insert(day, reading);
                }
                Err(error) => {
                    let day_only = matches!(error, Error::Kot(kot::Error::Malformed(_)));
                    self.hinder(delivered, error)?;
                    if !day_only {
                        break;
                    }
                }
            }
            self.headway.advance();
        }
        Ok(readings)
    }

    pub(super) fn settle(
        &self,
        reading: &DayReading,
        unknown: &[Punch],
    ) -> Result<Vec<Punch>, Error> {
        let unknown_for = self.choices.unknown_for;
        let now = self.clock.now();
        let settled = settle_unknown(self.state, reading, unknown, self.run, unknown_for, now);
        Ok(settled?)
    }
}
