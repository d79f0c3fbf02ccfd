//! 締め: a punch of a day that KING OF TIME has closed waits until it is opened again or a person decides.

use crate::domain::plan::CLOSED_MONTH;
use crate::domain::punch::{Punch, PunchState};
use crate::domain::unread::LONGEST_OPEN;
use crate::kot::{self, ClosedDays};

use super::{Delivered, Delivery, Error, today};

impl Delivery<'_> {
    /// Punches that were held for a closed month: they are asked for again each round that may send.
    pub(super) fn held_for_closed_month(&self) -> Result<Vec<Punch>, Error> {
        if !self.choices.sends || self.only.is_some() {
            return Ok(Vec::new());
        }
        let mut held = self.state.hold().punches_in(&[PunchState::Held])?;
        held.retain(|punch| punch.reason.as_deref() == Some(CLOSED_MONTH));
        Ok(held)
    }

    /// Takes those of closed days out of `due` and holds them, and adds those of `held` whose day is open
    /// again. One request for all the days that are old enough; where the token may not read 日別勤怠,
    /// nothing is held for it.
    pub(super) fn hold_closed(
        &self,
        due: &mut Vec<Punch>,
        held: Vec<Punch>,
        delivered: &mut Delivered,
    ) -> Result<(), Error> {
        let today = today(self.clock.now());
        let is_old =
            |punch: &Punch| !punch.released && today.days_since(punch.work_day) > LONGEST_OPEN;
        let days = due.iter().filter(|punch| is_old(punch)).chain(&held);
        let days = days.map(|punch| punch.work_day);
        let (Some(from), Some(to)) = (days.clone().min(), days.max()) else {
            return Ok(());
        };
        let closed = match self.kot.closed_days(from, to) {
            Ok(closed) => closed,
            Err(kot::Error::AccessRefused { .. }) => return Ok(()),
            Err(error) => {
                due.retain(|punch| !is_old(punch));
                return self.hinder(delivered, error.into());
            }
        };
        self.judge_closed(due, held, &closed, is_old)
    }

    fn judge_closed(
        &self,
        due: &mut Vec<Punch>,
        held: Vec<Punch>,
        closed: &ClosedDays,
        is_old: impl Fn(&Punch) -> bool,
    ) -> Result<(), Error> {
        let now = self.clock.now();
        let is_closed = |punch: &Punch| closed.contains(&(punch.work_day, punch.employee.clone()));
        let mut state = self.state.hold();
        let (closed, open) = due
            .drain(..)
            .partition(|punch| is_old(punch) && is_closed(punch));
        *due = open;
        let closed: Vec<Punch> = closed;
        for punch in closed {
            let (from, to) = (PunchState::Decided, PunchState::Held);
            state.set_punch_state(punch.id, from, to, Some(CLOSED_MONTH), now)?;
        }
        for punch in held.iter().filter(|punch| !is_closed(punch)) {
            let (from, to) = (PunchState::Held, PunchState::Decided);
            state.set_punch_state(punch.id, from, to, None, now)?;
            due.extend(state.punch(punch.id)?);
        }
        Ok(())
    }
}
