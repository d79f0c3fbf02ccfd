//! Days are read, then what is due there is sent. Where a slow pace or a sleep of the machine lets a reading grow old
//! in the middle of it, the day is read anew.

use std::collections::BTreeMap;

use crate::domain::employee::EmployeeKey;
use crate::domain::punch::{Punch, PunchKind, PunchState};
use crate::domain::rules::is_clock_off;
use crate::domain::time::WorkDay;

use super::deliver::Waiting;
use super::look::Doubles;
use super::reading::DayReading;
use super::{Delivered, Delivery, Error};

/// Set while this machine's clock is off.
const CLOCK_WAS_OFF: &str = "clock.was_off";

impl Delivery<'_> {
    /// Reads the days of what waits, settles what was lost, sends what may go, and looks once more.
    ///
    /// # Errors
    /// What the state file refuses.
    pub(super) fn read_and_send(
        &self,
        waiting: Waiting,
        delivered: &mut Delivered,
    ) -> Result<(), Error> {
        let Waiting {
            mut due,
            held,
            unknown,
            watched,
        } = waiting;
        self.hold_closed(&mut due, held, delivered)?;
        let mut asked = self.people_by_day(due.iter().chain(&unknown).map(day_of), &unknown)?;
        for (day, people) in watched {
            asked.entry(day).or_default().extend(people);
        }
        let mut readings = self.read_days(asked, delivered)?;
        self.judge_clock()?;
        let unknown = self.state.hold().punches_in(&[PunchState::Unknown])?;
        for reading in readings.values() {
            let again = self.settle(reading, &unknown)?;
            let stands = |punch: &Punch| !self.superseded.contains(&punch.id);
            due.extend(
                again
                    .into_iter()
                    .filter(|punch| self.is_wanted(punch) && stands(punch)),
            );
        }
        let mut doubles = self.look_at_all(&readings)?;
        delivered.clock_is_off = is_clock_off(self.kot.clock_skew());
        if self.choices.sends {
            self.send_read(due, &mut readings, &mut doubles, delivered)?;
        }
        self.look_again(readings, doubles, delivered)
    }

    /// Sends what is due to days that were read. Those whose reading grew too old before all was sent are read
    /// anew, as long as that lets something go.
    fn send_read(
        &self,
        mut due: Vec<Punch>,
        readings: &mut BTreeMap<WorkDay, DayReading>,
        doubles: &mut Doubles,
        delivered: &mut Delivered,
    ) -> Result<(), Error> {
        let mut is_first = true;
        while self.freeze_file()?.is_none() {
            self.keep_what_needs_the_clock(&mut due, delivered);
            let holding = self
                .state
                .hold()
                .punches_in(&[PunchState::Unknown, PunchState::Refused])?;
            let sent_before = delivered.sent.len();
            let outdated = self.send(due, &holding, Some(readings), delivered)?;
            let lets_go = is_first || sent_before < delivered.sent.len();
            if outdated.is_empty() || !lets_go {
                break;
            }
            is_first = false;
            due = self.due()?;
            due.retain(|punch| outdated.contains(&punch.work_day));
            let anew =
                self.read_days(self.people_by_day(due.iter().map(day_of), &[])?, delivered)?;
            doubles.extend(self.look_at_all(&anew)?);
            readings.extend(anew);
        }
        Ok(())
    }

    /// Remembers that this machine's clock is off. What was lost under such a clock is waited for anew once the
    /// clock is right: how long ago it was, only that clock has said.
    fn judge_clock(&self) -> Result<(), Error> {
        let mut state = self.state.hold();
        let was_off = state.meta(CLOCK_WAS_OFF)?.is_some();
        match self.kot.clock_skew() {
            None => {}
            skew if is_clock_off(skew) => state.set_meta(CLOCK_WAS_OFF, "1")?,
            _ if was_off => {
                state.restart_waits(self.clock.now())?;
                state.clear_meta(CLOCK_WAS_OFF)?;
            }
            _ => {}
        }
        Ok(())
    }

    /// No day is settled by a clock that is off: what rests on a day being over waits.
    fn keep_what_needs_the_clock(&self, due: &mut Vec<Punch>, delivered: &mut Delivered) {
        delivered.clock_is_off |= is_clock_off(self.kot.clock_skew());
        if delivered.clock_is_off {
            due.retain(|punch| punch.kind == PunchKind::ClockIn || punch.rolling);
        }
    }
}

/// Which person's day a punch is of.
fn day_of(punch: &Punch) -> (WorkDay, EmployeeKey) {
    (punch.work_day, punch.employee.clone())
}
