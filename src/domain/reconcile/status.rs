//! 状態: how a person's work day stands, in one word.

use std::collections::BTreeMap;

use crate::domain::decide::Settlement;
use crate::domain::finding::{Code, Finding, Severity};
use crate::domain::punch::{PunchKind, PunchState, TimeRecord};
use crate::domain::time::{Jst, Minute};

use super::compare::is_harmless;
use super::sides::{OurDay, minutes, shows_another};

/// How a work day stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// PC logs, our punches and KING OF TIME agree, and the day is whole.
    Ok,
    /// Nothing is wrong; something is still to come.
    Waiting {
        /// For what.
        waiting: WaitingFor,
        /// Until when, at the most, where that is known.
        until: Option<Jst>,
    },
    /// Before `punch.since`: kept and shown, never punched, so that nobody need act.
    BeforeStart,
    /// A person gave up the punch that the day lacks.
    Dropped,
    /// What is not right, the most urgent first; never empty.
    Findings(Vec<Code>),
}

/// What a work day waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaitingFor {
    /// The work day must end, and `punch.settle_minutes` pass.
    Settling,
    /// MaLion must be read after that.
    Reading,
    /// A ログオフ that has not come.
    Logoff,
    /// A round must decide.
    Round,
    /// A decided punch must be sent.
    Delivery,
}

impl WaitingFor {
    /// Its name in JSON and catalogues.
    pub fn name(self) -> &'static str {
        match self {
            Self::Settling => "settling",
            Self::Reading => "reading",
            Self::Logoff => "logoff",
            Self::Round => "round",
            Self::Delivery => "delivery",
        }
    }
}

impl Status {
    /// Its name in JSON: `ok`, `waiting`, `before-start`, `dropped`, or the code of the most urgent finding.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Waiting { .. } => "waiting",
            Self::BeforeStart => "before-start",
            Self::Dropped => "dropped",
            Self::Findings(codes) => codes.first().map_or("ok", |code| code.name()),
        }
    }
}

/// The status of a day with these findings left. What somebody must act on is told before what is waited
/// for, and this before notes; only a lost answer is told even of a day that is waited for.
pub(super) fn status(
    day: &OurDay,
    findings: &[Finding],
    records: Option<&[TimeRecord]>,
    now: Jst,
) -> Option<Status> {
    let codes = codes(day, findings, records);
    let acts = codes
        .iter()
        .any(|(code, severity)| *severity == Severity::Act || *code == Code::Unknown);
    if acts {
        return Some(listed(&codes));
    }
    if let Some(waiting) = waiting(day, now) {
        return Some(waiting);
    }
    if !codes.is_empty() {
        return Some(listed(&codes));
    }
    let lacking: Vec<PunchKind> = [PunchKind::ClockIn, PunchKind::ClockOut]
        .into_iter()
        .filter(|kind| !is_there(day, records, *kind))
        .collect();
    let was_answered = records.is_none() && day.was_answered;
    if lacking.is_empty() || was_answered {
        return Some(Status::Ok);
    }
    let dropped = |kind: &PunchKind| {
        day.punches
            .iter()
            .any(|punch| punch.kind == *kind && punch.state == PunchState::Dropped)
    };
    lacking.iter().all(dropped).then_some(Status::Dropped)
}

/// The findings' codes, and the reasons for which punches of the day are held, as far as KING OF TIME has
/// not got them from elsewhere.
fn codes(
    day: &OurDay,
    findings: &[Finding],
    records: Option<&[TimeRecord]>,
) -> BTreeMap<Code, Severity> {
    let mut codes: BTreeMap<Code, Severity> = findings
        .iter()
        .filter(|finding| !is_harmless(finding))
        .map(|finding| (finding.code, finding.severity))
        .collect();
    for punch in &day.punches {
        let beside = day
            .punches
            .iter()
            .filter(|other| other.stands_beside(punch));
        let beside: Vec<Minute> = beside.map(|other| other.time).collect();
        let shown = records.is_some_and(|records| shows_another(records, punch.kind, &beside));
        let reason = punch.reason.as_deref().and_then(Code::of_name);
        if punch.state == PunchState::Held && !shown {
            codes.extend(reason.map(|code| (code, code.severity())));
        }
    }
    codes
}

fn listed(codes: &BTreeMap<Code, Severity>) -> Status {
    let mut codes: Vec<(Severity, Code)> = codes
        .iter()
        .map(|(code, severity)| (*severity, *code))
        .collect();
    codes.sort_unstable();
    Status::Findings(codes.into_iter().map(|(_, code)| code).collect())
}

fn waiting(day: &OurDay, now: Jst) -> Option<Status> {
    let (waiting, until) = match day.settlement {
        Some(Settlement::WaitingLogoff { until }) if now < until => {
            (WaitingFor::Logoff, Some(until))
        }
        Some(Settlement::Running { until }) if now < until => (WaitingFor::Settling, Some(until)),
        // The time has come, and the logs are not read up to it.
        Some(Settlement::WaitingLogoff { .. } | Settlement::Running { .. }) => {
            (WaitingFor::Reading, None)
        }
        _ if day.has(PunchState::Decided) || day.has(PunchState::Sending) => {
            (WaitingFor::Delivery, None)
        }
        _ if is_undecided(day) => (WaitingFor::Round, None),
        _ => return None,
    };
    Some(Status::Waiting { waiting, until })
}

/// Whether the rules give a punch that no round has stored yet.
fn is_undecided(day: &OurDay) -> bool {
    let stored = |kind: &PunchKind| day.punches.iter().any(|punch| punch.kind == *kind);
    day.decided.iter().any(|kind| !stored(kind))
}

/// Whether a punch of the kind is in KING OF TIME, as far as it was asked.
fn is_there(day: &OurDay, records: Option<&[TimeRecord]>, kind: PunchKind) -> bool {
    match records {
        Some(records) => !minutes(records, kind).is_empty(),
        None => day.punches.iter().any(|punch| {
            let has = matches!(punch.state, PunchState::Accepted | PunchState::AlreadyThere);
            punch.kind == kind && has
        }),
    }
}
