//! Which punches a work day gives (relay-rules, "Sessions and work days" and "Which punches").
//!
//! The rule above all rules: no wrong punch. Where the logs leave it open, nothing is decided and a
//! finding says what a person can do.

use chrono::Duration;

use super::finding::{Code, Evidence, Finding};
use super::pc_log::{LinkKind, LogId, PcLog};
use super::punch::PunchKind;
use super::rules::{ClockIn, Person, Rules};
use super::session::Session;
use super::sources::Known;
use super::time::{Jst, Minute, WorkDay};
use super::timesheet::Day;
use super::work_day::takes_punches_before;

/// How long a ログオフ from before a newer ログオン is waited for, from when that one was collected:
/// the PC sends the shutdown's ログオフ at its next start.
const WAIT_AFTER_RESTART: Duration = Duration::hours(24);

/// A punch that the rules give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// Which.
    pub kind: PunchKind,
    /// When.
    pub time: Minute,
    /// The log it rests on.
    pub ground: LogId,
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

/// What the rules make of one person's work day.
#[derive(Clone, Debug)]
pub struct Decision {
    /// The first ログオン that counts, by position.
    pub first_logon: Option<usize>,
    /// The last known ログオフ of the day's sessions and of the day, by position.
    pub last_logoff: Option<usize>,
    /// The punches, 出勤 first.
    pub punches: Vec<Decided>,
    /// How far the day is known.
    pub settlement: Settlement,
    /// ログオン in the quiet hours that are not counted, by position.
    pub night_logons: Vec<usize>,
    /// What is not right with the day.
    pub findings: Vec<Finding>,
}

/// Decides one person's work day.
pub fn decide(
    day: &Day,
    work_day: WorkDay,
    person: &Person,
    logs: &[PcLog],
    known: &Known,
    rules: &Rules,
) -> Decision {
    let view = View {
        day,
        work_day,
        person,
        logs,
        rules,
    };
    let settlement = view.settlement(known);
    let settled = settlement == Settlement::Settled;
    let (night, counted): (Vec<_>, Vec<_>) =
        day.logons(logs).partition(|(_, log)| view.is_quiet(log));
    let first = counted.first().copied();
    let night_logons: Vec<usize> = night
        .into_iter()
        .filter(|(_, log)| {
            first.is_none_or(|(_, first)| log.raw.occurred_at < first.raw.occurred_at)
        })
        .map(|(index, _)| index)
        .collect();

    let missing_logon = view.missing_logon_before(first);
    let mut decision = Decision {
        first_logon: first.map(|(index, _)| index),
        last_logoff: view.last_known_logoff(),
        punches: Vec::new(),
        settlement,
        night_logons,
        findings: Vec::new(),
    };
    if let (Some((_, log)), None) = (first, missing_logon)
        && (rules.clock_in == ClockIn::AtOnce || settled)
    {
        view.give(PunchKind::ClockIn, log, &mut decision);
    }
    if settled {
        match view
            .clock_out()
            .filter(|log| view.is_whole(log.kind, known))
        {
            Some(log) => view.give(PunchKind::ClockOut, log, &mut decision),
            None if first.is_some() => decision.findings.push(view.no_logoff(decision.last_logoff)),
            None => {}
        }
    }
    decision
        .findings
        .extend(view.findings(first, missing_logon, &decision));
    decision
}

/// A work day with all that its rules look at.
struct View<'a> {
    day: &'a Day,
    work_day: WorkDay,
    person: &'a Person,
    logs: &'a [PcLog],
    rules: &'a Rules,
}

impl<'a> View<'a> {
    fn log(&self, index: usize) -> Option<&'a PcLog> {
        self.logs.get(index)
    }

    fn at(&self, index: usize) -> Option<Jst> {
        self.log(index).map(|log| log.raw.occurred_at)
    }

    fn is_quiet(&self, log: &PcLog) -> bool {
        !self.person.works_nights()
            && self
                .rules
                .quiet
                .is_some_and(|quiet| quiet.contains(log.raw.occurred_at))
    }

    /// Settled are days whose end has passed, that were read whole after that, and on which no
    /// session is waited for. All waiting is counted to what has been read, not to the clock: a
    /// ログオフ that nobody could read has not failed to come.
    fn settlement(&self, known: &Known) -> Settlement {
        let ready = self.ready();
        if known.until().is_none_or(|read| read < ready) {
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

    /// Whether everything that a product logged of the day is known. A product whose link was turned
    /// off holds nothing back, and what it last said is no end of the day.
    fn is_whole(&self, kind: LinkKind, known: &Known) -> bool {
        known.of(kind).is_some_and(|read| self.ready() <= read)
    }

    /// The earliest moment at which a reading can settle the day.
    fn ready(&self) -> Jst {
        let mut ready = self.person.borders.end(self.work_day) + self.rules.settle;
        let first_logon = self
            .day
            .logons(self.logs)
            .next()
            .map(|(_, log)| log.raw.occurred_at);
        if let Some(first) = first_logon.filter(|_| self.person.works_nights()) {
            ready = ready.max(first + self.person.night_shift);
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

    /// A ログオフ before the first counted ログオン whose own ログオン is missing: work began earlier
    /// than the logs know.
    fn missing_logon_before(&self, first: Option<(usize, &PcLog)>) -> Option<&'a PcLog> {
        let (_, first) = first?;
        self.day
            .unpaired
            .iter()
            .filter(|unpaired| !unpaired.second_record)
            .filter_map(|unpaired| self.log(unpaired.logoff))
            .filter(|log| log.raw.occurred_at < first.raw.occurred_at)
            .min_by_key(|log| log.raw.occurred_at)
    }

    /// The end of the day's last session, if it is the person's last sign on that day: no ログオン and
    /// no ログオフ but second records follow it, and no session that began on the day is running then.
    fn clock_out(&self) -> Option<&'a PcLog> {
        let ends_today =
            |session: &Session| session.logoff.filter(|end| self.day.logs.contains(end));
        let last = self
            .day
            .sessions
            .iter()
            .filter_map(ends_today)
            .filter_map(|end| self.log(end))
            .max_by_key(|log| log.raw.occurred_at)?;
        let end = last.raw.occurred_at;
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
            .any(|session| ends_today(session).is_none());
        (!followed && !running).then_some(last)
    }

    /// What a person may enter by hand: the last ログオフ that is known of the day or its sessions.
    fn last_known_logoff(&self) -> Option<usize> {
        let of_sessions = self
            .day
            .sessions
            .iter()
            .filter_map(|session| session.logoff);
        let of_day = self.day.logoffs(self.logs).map(|(index, _)| index);
        of_sessions
            .chain(of_day)
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
        });
    }

    fn no_logoff(&self, last_logoff: Option<usize>) -> Finding {
        let last = last_logoff.and_then(|index| self.log(index));
        self.finding(Code::NoLogoff, last.map(evidence_of).unwrap_or_default())
    }

    fn findings(
        &self,
        first: Option<(usize, &PcLog)>,
        missing_logon: Option<&PcLog>,
        decision: &Decision,
    ) -> Vec<Finding> {
        let mut findings = Vec::new();
        if let (Some(unpaired), Some((_, first))) = (missing_logon, first) {
            let evidence = evidence_of(unpaired)
                .log(first.id)
                .time(first.raw.occurred_at);
            findings.push(self.finding(Code::NoLogon, evidence.terminal(&first.raw.terminal)));
        }
        let night_logon = decision
            .night_logons
            .first()
            .and_then(|&index| self.log(index));
        if let Some(log) = night_logon {
            findings.push(self.finding(Code::NightLogon, evidence_of(log)));
        }
        let any_logon = first.is_some() || night_logon.is_some();
        if decision.settlement == Settlement::Settled && !any_logon {
            let last = decision.last_logoff.and_then(|index| self.log(index));
            findings.push(self.finding(Code::NoLogon, last.map(evidence_of).unwrap_or_default()));
        }
        if let Settlement::WaitingLogoff { until } = decision.settlement {
            let evidence = first.map(|(_, log)| evidence_of(log)).unwrap_or_default();
            let evidence = evidence.fact("until", until.to_rfc3339());
            findings.push(self.finding(Code::WaitingLogoff, evidence));
        }
        findings
    }

    fn finding(&self, code: Code, evidence: Evidence) -> Finding {
        Finding::of_day(code, &self.person.key, self.work_day, evidence)
    }
}

fn evidence_of(log: &PcLog) -> Evidence {
    Evidence::default()
        .log(log.id)
        .time(log.raw.occurred_at)
        .terminal(&log.raw.terminal)
}

#[cfg(test)]
mod tests;
