//! Which punches a work day gives (relay-rules, "Sessions and work days" and "Which punches").
//!
//! The rule above all rules: no wrong punch. Where the logs leave it open, nothing is decided and a
//! finding says what a person can do.

mod rest;
mod settling;
mod told;

use super::finding::{Code, Finding};
use super::pc_log::{LogId, PcLog};
use super::policy::Policy;
use super::punch::PunchKind;
use super::rules::{ClockIn, Person, Rules};
use super::session::Session;
use super::sources::Known;
use super::time::{Jst, Minute, WorkDay};
use super::timesheet::Day;
use super::work_day::takes_punches_before;

use told::evidence_of;

/// A punch that the rules give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// Which.
    pub kind: PunchKind,
    /// When.
    pub time: Minute,
    /// The log it rests on.
    pub ground: LogId,
    /// Whether it is a 退勤 of policy `rolling`, which a later one follows.
    pub rolling: bool,
}

/// Whether everything about a work day is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settlement {
    /// All of it.
    Settled,
    /// Its end and the minutes after it must pass, and the source be read whole after that.
    Running {
        /// The earliest moment at which a reading can settle it.
        until: Jst,
    },
    /// A ログオフ is still waited for.
    WaitingLogoff {
        /// How long, at the most.
        until: Jst,
    },
}

impl Settlement {
    /// Until when it waits, at least.
    pub fn waits_until(self) -> Option<Jst> {
        match self {
            Self::Settled => None,
            Self::Running { until } | Self::WaitingLogoff { until } => Some(until),
        }
    }
}

/// What the rules make of one person's work day.
#[derive(Clone, Debug)]
pub struct Decision {
    /// The first ログオン that counts, by position.
    pub first_logon: Option<usize>,
    /// The last known ログオフ of the day's sessions and of the day, by position. One from before the first ログオン
    /// ended a session of the day before, and nobody could enter it as 退勤 of this day.
    pub last_logoff: Option<usize>,
    /// The punches: 出勤, breaks in pairs, 退勤.
    pub punches: Vec<Decided>,
    /// How far the day is known.
    pub settlement: Settlement,
    /// ログオン in the quiet hours that are not counted, by position.
    pub night_logons: Vec<usize>,
    /// What is not right with the day.
    pub findings: Vec<Finding>,
}

impl Decision {
    /// Whether the day has both its 出勤 and its 退勤.
    pub fn is_whole(&self) -> bool {
        [PunchKind::ClockIn, PunchKind::ClockOut]
            .iter()
            .all(|kind| self.punches.iter().any(|punch| punch.kind == *kind))
    }
}

/// A work day with all that its rules look at.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The day.
    pub day: &'a Day,
    /// Its date.
    pub work_day: WorkDay,
    /// Whose it is.
    pub person: &'a Person,
    /// All sessions of the person, of other work days too.
    pub sessions: &'a [Session],
    /// The logs, by position.
    pub logs: &'a [PcLog],
    /// Which 退勤 and breaks the day gives.
    pub policy: Policy,
    /// The company's choices.
    pub rules: &'a Rules,
}

/// Decides one person's work day.
pub fn decide(view: View<'_>, known: &Known) -> Decision {
    let settlement = view.settlement(known);
    let settled = settlement == Settlement::Settled;
    let (night, counted): (Vec<_>, Vec<_>) = view
        .day
        .logons(view.logs)
        .partition(|(_, log)| view.is_quiet(log));
    let first_logon = counted.first().map(|(index, _)| *index);
    let first = counted.first().map(|(_, log)| *log);
    let before_it =
        |log: &PcLog| first.is_none_or(|first| log.raw.occurred_at < first.raw.occurred_at);
    let night = night.into_iter().filter(|(_, log)| before_it(log));
    let night_logons: Vec<usize> = night.map(|(index, _)| index).collect();

    let from = first_logon.or(night_logons.first().copied());
    let missing_logon = view.missing_logon_before(first);
    let mut decision = Decision {
        first_logon,
        last_logoff: view.last_known_logoff(from),
        punches: Vec::new(),
        settlement,
        night_logons,
        findings: Vec::new(),
    };
    if let (Some(log), None) = (first, missing_logon)
        && (view.rules.clock_in == ClockIn::AtOnce || settled)
    {
        view.give(PunchKind::ClockIn, log, &mut decision);
    }
    view.decide_end(first, known, &mut decision);
    let told = view.findings(first, missing_logon, &decision);
    decision.findings.extend(told);
    decision
}

impl<'a> View<'a> {
    fn log(&self, index: usize) -> Option<&'a PcLog> {
        self.logs.get(index)
    }

    fn at(&self, index: usize) -> Option<Jst> {
        self.log(index).map(|log| log.raw.occurred_at)
    }

    fn is_quiet(&self, log: &PcLog) -> bool {
        !self.person.works_nights_on(self.work_day)
            && self
                .rules
                .quiet
                .is_some_and(|quiet| quiet.contains(log.raw.occurred_at))
    }

    /// A ログオフ before the first counted ログオン whose own ログオン is missing: work began earlier
    /// than the logs know.
    fn missing_logon_before(&self, first: Option<&PcLog>) -> Option<&'a PcLog> {
        let first = first?;
        self.day
            .unpaired
            .iter()
            .filter(|unpaired| !unpaired.second_record)
            .filter_map(|unpaired| self.log(unpaired.logoff))
            .filter(|log| log.raw.occurred_at < first.raw.occurred_at)
            .min_by_key(|log| log.raw.occurred_at)
    }

    /// The 退勤 and, with a settled one, the breaks. Of several ends known at once policy `rolling` gives
    /// the last only: the others are known to be over.
    fn decide_end(&self, first: Option<&PcLog>, known: &Known, decision: &mut Decision) {
        let settled = decision.settlement == Settlement::Settled;
        let last = self.last_end();
        // Without a ログオン that counts nothing ends: an update that logs on at night logs off again.
        let whole = last.filter(|end| {
            let is_end = self.is_last_sign(end) && self.is_known(known.of(end.kind));
            first.is_some() && settled && is_end
        });
        let given = if self.policy.is_rolling() {
            last.filter(|end| is_after(first, end))
        } else {
            whole
        };
        if let (Some(first), Some(end)) = (first, whole)
            && end.raw.occurred_at < takes_punches_before(self.work_day)
            && self.is_known(known.of_all_that_logged())
        {
            decision.punches.extend(self.breaks(first, end));
        }
        if let Some(end) = given {
            self.give(PunchKind::ClockOut, end, decision);
        }
        if settled && first.is_some() && (whole.is_none() || given.is_none()) {
            let finding = self.no_logoff(decision.last_logoff, given);
            decision.findings.push(finding);
        }
    }

    /// The ログオフ of a session that began on the day, where it belongs to the day too.
    fn end_today(&self, session: &Session) -> Option<usize> {
        session.logoff.filter(|end| self.day.logs.contains(end))
    }

    /// The last end of a session of the day.
    fn last_end(&self) -> Option<&'a PcLog> {
        let sessions = self.day.sessions.iter();
        let ends = sessions.filter_map(|session| self.log(self.end_today(session)?));
        ends.max_by_key(|log| log.raw.occurred_at)
    }

    /// Whether an end is the person's last sign on that day: no ログオン and no ログオフ but second records
    /// follow it, and no session that began on the day is running then.
    fn is_last_sign(&self, end: &PcLog) -> bool {
        let end = end.raw.occurred_at;
        let second_record = |index| {
            self.day
                .unpaired
                .iter()
                .any(|unpaired| unpaired.second_record && unpaired.logoff == index)
        };
        let followed = self
            .day
            .logs
            .iter()
            .any(|&index| self.at(index).is_some_and(|at| at > end) && !second_record(index));
        let running = self
            .day
            .sessions
            .iter()
            .any(|session| self.end_today(session).is_none());
        !followed && !running
    }

    /// What a person may enter by hand: the last ログオフ that is known of the day or its sessions, after the first
    /// ログオン.
    fn last_known_logoff(&self, first_logon: Option<usize>) -> Option<usize> {
        let from = first_logon.and_then(|index| self.at(index));
        let of_sessions = self
            .day
            .sessions
            .iter()
            .filter_map(|session| session.logoff);
        let of_day = self.day.logoffs(self.logs).map(|(index, _)| index);
        of_sessions
            .chain(of_day)
            .filter(|&index| self.at(index) >= from)
            .max_by_key(|&index| self.at(index))
    }

    fn give(&self, kind: PunchKind, log: &PcLog, decision: &mut Decision) {
        let at = log.raw.occurred_at;
        if at >= takes_punches_before(self.work_day) {
            let evidence = evidence_of(log).fact("kind", kind.code().to_string());
            decision
                .findings
                .push(self.finding(Code::OutOfDay, evidence));
            return;
        }
        decision.punches.push(Decided {
            kind,
            time: Minute::cut(at),
            ground: log.id,
            rolling: kind == PunchKind::ClockOut && self.policy.is_rolling(),
        });
    }
}

/// Whether an end lies after the day's first counted ログオン: an update that logs on at night and off
/// again is not the work that ends.
fn is_after(first: Option<&PcLog>, end: &PcLog) -> bool {
    let minute = |log: &PcLog| Minute::cut(log.raw.occurred_at);
    first.is_some_and(|first| minute(first) < minute(end))
}

#[cfg(test)]
mod tests;
