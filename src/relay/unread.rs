//! `punch.in_closed_hours = send`: a 出勤 that goes although its day cannot be read.

use crate::domain::punch::Punch;
use crate::domain::unread::{Circumstances, goes_unread, may_go_unread};

use super::patience::told_closed_until;
use super::{Delivered, Delivery, Error, today};

impl Delivery<'_> {
    /// Sends, in the closed hours and where the setting says so, the few that may go unread. The days are
    /// read when that is open again.
    pub(super) fn send_unread(
        &self,
        mut due: Vec<Punch>,
        delivered: &mut Delivered,
    ) -> Result<(), Error> {
        if !self.choices.sends_unread || self.only.is_some() || !self.is_closed_by_the_clock()? {
            return Ok(());
        }
        let now = self.clock.now();
        {
            let state = self.state.hold();
            let circumstances = Circumstances {
                now,
                finished: state.last_finished()?,
                is_elsewhere: state.elsewhere()?.is_some(),
                is_token_known: self.is_token_known(&state)?,
            };
            if !may_go_unread(&circumstances) {
                return Ok(());
            }
            let mut fit = Vec::new();
            for punch in due.drain(..) {
                let known = state.known_of(&punch.employee, punch.work_day)?;
                if goes_unread(&punch, known, today(now)) {
                    fit.push(punch);
                }
            }
            due = fit;
        }
        if due.is_empty() {
            return Ok(());
        }
        let opens = delivered.next_read_at;
        self.send(due, &[], None, delivered)?;
        delivered.sent_unread = delivered.sent.len();
        delivered.next_read_at = delivered.next_read_at.max(opens);
        Ok(())
    }

    /// Whether the configured hours are closed: not only their guard, nor because KING OF TIME said so.
    fn is_closed_by_the_clock(&self) -> Result<bool, Error> {
        let now = self.clock.now();
        let told = told_closed_until(&self.state.hold(), now)?;
        Ok(told.is_none() && self.kot.is_closed())
    }
}
