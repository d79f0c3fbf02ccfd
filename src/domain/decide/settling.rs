//! When everything about a work day is known (relay-rules, "Sessions and work days").

use chrono::Duration;

use crate::domain::session::Session;
use crate::domain::sources::Known;
use crate::domain::time::Jst;

use super::{Settlement, View};

/// How long a ログオフ from before a newer ログオン is waited for, from when that one was collected:
/// the PC sends the shutdown's ログオフ at its next start.
const WAIT_AFTER_RESTART: Duration = Duration::hours(24);

impl View<'_> {
    /// Settled are days whose end has passed, that were read whole after that, and on which no
    /// session is waited for. All waiting is counted to what has been read, not to the clock: a
    /// ログオフ that nobody could read has not failed to come.
    pub(super) fn settlement(&self, known: &Known) -> Settlement {
        let ready = self.ready();
        if !self.is_known(known.until()) {
            return Settlement::Running { until: ready };
        }
        let waits = self.day.sessions.iter().filter_map(|session| {
            let kind = self.log(session.logon)?.kind;
            let until = self.waits_until(session)?;
            let is_over = known.of(kind).is_some_and(|read| until <= read);
            (known.waits_for(kind) && !is_over).then_some(until)
        });
        match waits.max() {
            Some(until) => Settlement::WaitingLogoff { until },
            None => Settlement::Settled,
        }
    }

    /// Whether what has been read until then is the whole day. A product whose link was turned off holds
    /// nothing back, and what it last said is no end of the day.
    pub(super) fn is_known(&self, read: Option<Jst>) -> bool {
        read.is_some_and(|read| self.ready() <= read)
    }

    /// The earliest moment at which a reading can settle the day.
    fn ready(&self) -> Jst {
        let mut ready = self.person.borders.end(self.work_day) + self.rules.settle;
        let first_logon = self
            .day
            .logons(self.logs)
            .next()
            .map(|(_, log)| log.raw.occurred_at);
        if let Some(first) = first_logon {
            ready = ready.max(first + self.person.nights.of(self.work_day));
        }
        ready
    }

    /// Until when the ログオフ of a session is waited for; `None` where it is known.
    fn waits_until(&self, session: &Session) -> Option<Jst> {
        match (session.logoff, session.replaced_by) {
            (Some(_), _) => None,
            (None, Some(newer)) => Some(self.log(newer)?.raw.collected_at + WAIT_AFTER_RESTART),
            (None, None) => Some(self.at(session.logon)? + self.rules.lookback),
        }
    }
}
