//! Sending what is due: people side by side, one request at a time for each; after the circuit breaker
//! opened, one first.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Mutex;
use std::thread;

use crate::domain::headway::Step;
use crate::domain::punch::{Punch, PunchId, PunchState};
use crate::domain::time::WorkDay;
use crate::kot;
use crate::state::Bounds;

use super::berths::Berths;
use super::lane::{Common, Halt, Lanes, holding};
use super::patience::keep_away_until;
use super::queue::queue_by_person;
use super::reading::DayReading;
use super::{Delivered, Delivery, Error};

const BREAKER_OPENED: &str = "breaker.opened";

/// So many lanes keep so many requests under way: of many, some always wait for the disk. With few, no attempt is
/// begun that has no place yet.
fn lanes_for(requests: usize) -> usize {
    requests + requests / 4
}

impl Delivery<'_> {
    /// Sends what is due, up to the first thing that is wrong with all of it. Without readings only what
    /// [`crate::domain::unread`] lets go is due. Gives the days whose reading grew too old before all of their
    /// punches were sent.
    ///
    /// # Errors
    /// What the state file refuses.
    pub(super) fn send(
        &self,
        due: Vec<Punch>,
        holding_back: &[Punch],
        readings: Option<&BTreeMap<WorkDay, DayReading>>,
        delivered: &mut Delivered,
    ) -> Result<BTreeSet<WorkDay>, Error> {
        self.headway.begin(Step::Send, due.len());
        let mut queue = queue_by_person(due);
        let people = queue.len();
        let probing = !self.dry_run && self.state.hold().meta(BREAKER_OPENED)?.is_some();
        let mut untried = if probing {
            std::mem::take(&mut queue)
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
            began: self.clock.now(),
            run: self.run,
            dry_run: self.dry_run,
            headway: self.headway,
            holding: holding(holding_back),
            berths: Berths::new(self.choices.lanes),
            common: Mutex::new(Common {
                queue,
                breaker: std::mem::take(&mut delivered.breaker),
                ..Common::default()
            }),
        };
        if probing {
            // After the circuit breaker opened, one punch is sent first.
            while lanes.has_sent_nothing()
                && let Some(person) = untried.front_mut()
            {
                lanes.serve_next(person);
                if person.punches.is_empty() {
                    untried.pop_front();
                }
            }
            let is_lost = lanes.common().sent.iter().any(|id| !self.is_accepted(*id));
            let mut common = lanes.common();
            common.queue = untried;
            if is_lost {
                common.halt.get_or_insert(Halt::Breaker);
            }
        }
        thread::scope(|scope| {
            for _ in 0..lanes_for(self.choices.lanes).min(people).max(1) {
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
    fn conclude(
        &self,
        common: Common,
        delivered: &mut Delivered,
    ) -> Result<BTreeSet<WorkDay>, Error> {
        let is_taken = common.sent.iter().any(|id| self.is_accepted(*id));
        delivered.sent.extend(common.sent);
        delivered.breaker = common.breaker;
        match &common.halt {
            Some(Halt::Breaker) => {
                delivered.breaker_opened = true;
                self.state.hold().set_meta(BREAKER_OPENED, "1")?;
            }
            Some(Halt::Closed) => {
                let until = self.clock.now() + kot::UNEXPECTEDLY_CLOSED;
                keep_away_until(&mut self.state.hold(), until)?;
                delivered.next_read_at = Some(until);
            }
            Some(Halt::Access(answer) | Halt::NotConnected(answer)) => {
                delivered
                    .error
                    .get_or_insert(Error::Kot(kot::Error::of_punch(answer)));
            }
            Some(Halt::LeftAlone(wait)) => {
                let retry_after = Some(*wait);
                self.hinder(delivered, kot::Error::Throttled { retry_after }.into())?;
            }
            None if is_taken => self.close_breaker()?,
            None => {}
        }
        if let Some(error) = common.error {
            self.hinder(delivered, error)?;
            return Ok(BTreeSet::new());
        }
        Ok(match common.halt {
            None => common.outdated,
            Some(_) => BTreeSet::new(),
        })
    }

    fn close_breaker(&self) -> Result<(), Error> {
        let mut state = self.state.hold();
        if state.meta(BREAKER_OPENED)?.is_some() {
            state.clear_meta(BREAKER_OPENED)?;
        }
        Ok(())
    }
}
