//! The breaks of a decided work day: where all of its person's sessions are put side by side.

use crate::domain::breaks::{Stay, breaks};
use crate::domain::pc_log::PcLog;
use crate::domain::punch::PunchKind;
use crate::domain::session::{Session, Unpaired};
use crate::domain::time::{Jst, Minute};

use super::{Decided, View};

impl View<'_> {
    /// Breaks between the first ログオン and the 退勤, in pairs, by time.
    pub(super) fn breaks(&self, first: &PcLog, clock_out: &PcLog) -> Vec<Decided> {
        let Some(least) = self.policy.break_minutes() else {
            return Vec::new();
        };
        let (from, until) = (first.raw.occurred_at, clock_out.raw.occurred_at);
        let sessions = self
            .sessions
            .iter()
            .filter_map(|session| self.stay(session));
        let unpaired = self.day.unpaired.iter().filter_map(|one| self.doubt(one));
        let mut stays: Vec<Stay> = sessions.chain(unpaired).collect();
        stays.retain(|stay| from < stay.until && stay.from < until);
        let found = breaks(stays, Minute::cut(from), Minute::cut(until), least);
        let give = |kind, (time, ground)| Decided {
            kind,
            time,
            ground,
            rolling: false,
        };
        let pairs = found.into_iter().map(|(start, end)| {
            [
                give(PunchKind::BreakStart, start),
                give(PunchKind::BreakEnd, end),
            ]
        });
        pairs.flatten().collect()
    }

    /// A session, of this work day or another. One without a ログオフ may have run on until the ログオン
    /// that took its place, or for as long as its ログオフ is waited for: no gap beside it is a break.
    fn stay(&self, session: &Session) -> Option<Stay> {
        let logon = self.log(session.logon)?;
        let from = logon.raw.occurred_at;
        let end = session.logoff.and_then(|index| self.log(index));
        let longest = from + self.rules.lookback;
        let replaced = session.replaced_by.and_then(|index| self.at(index));
        let until = match end {
            Some(end) => end.raw.occurred_at,
            None => replaced.unwrap_or(longest).min(longest),
        };
        Some(Stay {
            from,
            until,
            begins: Some(logon.id),
            ends: end.map(|end| end.id),
        })
    }

    /// A ログオフ whose ログオン is missing ends a session that began nobody knows when: at the earliest
    /// when the one before it on that PC had ended.
    fn doubt(&self, unpaired: &Unpaired) -> Option<Stay> {
        let logoff = self
            .log(unpaired.logoff)
            .filter(|_| !unpaired.second_record)?;
        let at = logoff.raw.occurred_at;
        let of_its_pc = self.sessions.iter().filter_map(|session| {
            let end = self.log(session.logoff?)?;
            let same_pc = end.raw.terminal == logoff.raw.terminal;
            let same_user = (end.kind, &end.user_name) == (logoff.kind, &logoff.user_name);
            (same_pc && same_user).then_some(end.raw.occurred_at)
        });
        let before: Option<Jst> = of_its_pc.filter(|end| *end < at).max();
        let day_begins = self.person.borders.start(self.work_day);
        Some(Stay {
            from: before.map_or(day_begins, |end| end.max(day_begins)),
            until: at,
            begins: None,
            ends: None,
        })
    }
}
