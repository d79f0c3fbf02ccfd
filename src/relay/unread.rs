//! `punch.in_closed_hours = send`: a 出勤 that goes although its day cannot be read.

use crate::domain::punch::Punch;
use crate::domain::time::Jst;
use crate::domain::unread::{Circumstances, goes_unread, may_go_unread};
use crate::kot::Kot;
use crate::state::State;

use super::deliver::is_token_known;
use super::patience::told_closed_until;
use super::{Delivered, Delivery, Error, today};

impl Delivery<'_> {
    /// Sends, in the closed hours and where the setting says so, the few that may go unread. The days are
    /// read when that is open again.
    pub(super) fn send_unread(
        &self,
        due: Vec<Punch>,
        delivered: &mut Delivered,
    ) -> Result<(), Error> {
        if !self.choices.sends_unread || self.only.is_some() {
            return Ok(());
        }
        let mut fit = Vec::new();
        for punch in due {
            if may_go(&self.state.hold(), self.kot, &punch, self.clock.now())? {
                fit.push(punch);
            }
        }
        if fit.is_empty() {
            return Ok(());
        }
        let opens = delivered.next_read_at;
        self.send(fit, &[], None, delivered)?;
        delivered.sent_unread = delivered.sent.len();
        delivered.next_read_at = delivered.next_read_at.max(opens);
        Ok(())
    }
}

/// Whether a punch may go unread at this moment. It is asked again when its turn has come: the closed hours
/// may be over by then, and an attempt of this round is an attempt.
pub(super) fn may_go(state: &State, kot: &Kot<'_>, punch: &Punch, now: Jst) -> Result<bool, Error> {
    // Not only their guard, nor because KING OF TIME said so.
    let is_closed_by_the_clock = kot.is_closed() && told_closed_until(state, now)?.is_none();
    if !is_closed_by_the_clock {
        return Ok(false);
    }
    let circumstances = Circumstances {
        now,
        finished: state.last_finished()?,
        is_elsewhere: state.elsewhere()?.is_some(),
        is_token_known: is_token_known(state, kot)?,
    };
    let known = state.known_of(&punch.employee, punch.work_day)?;
    Ok(may_go_unread(&circumstances) && goes_unread(punch, known, today(now)))
}
