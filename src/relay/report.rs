//! What a round came to, as values.

use std::collections::BTreeMap;

use crate::domain::delivery::finding_of;
use crate::domain::finding::{Code, Evidence, Finding};
use crate::domain::freeze::FrozenFile;
use crate::domain::pc_log::Fate;
use crate::domain::plan::{CLOSED_MONTH, Hold, NO_PAIR, NOT_LATER};
use crate::domain::punch::{Punch, PunchState};
use crate::domain::sync::SyncPlan;
use crate::domain::time::{Jst, WorkDay};
use crate::state::{self, State};
use crate::{kot, malion};

use super::Error;

/// A round, told.
#[derive(Debug, Default)]
pub struct Report {
    /// The round's number.
    pub run: i64,
    /// What the day's sync found, where this round tried it; applied unless a limit stands in it.
    pub sync: Option<SyncPlan>,
    /// Records read from the source.
    pub read: usize,
    /// Logs that were not known.
    pub new: usize,
    /// What became of what was read; the counts add up to `read`.
    pub by_fate: BTreeMap<Fate, usize>,
    /// Whether the source bears the 出退勤システム連携コード at all.
    pub bears_link_code: bool,
    /// Whether a service's clock and ours differ too much.
    pub clock_is_off: bool,
    /// Punches that were not there before.
    pub decided: usize,
    /// Punches that the rules no longer give.
    pub withdrawn: usize,
    /// The punches that were sent, or would have been.
    pub sent: Vec<Punch>,
    /// How many punches are held after the round.
    pub held: usize,
    /// How many are decided and still to be sent.
    pub waiting: usize,
    /// Punches that another recorder was found to have made.
    pub already_there: usize,
    /// When KING OF TIME can be read, where that is waited for.
    pub next_read_at: Option<Jst>,
    /// When MaLion can be asked, where its closed hours are waited for.
    pub malion_opens_at: Option<Jst>,
    /// Whether the circuit breaker ended the sending.
    pub breaker_opened: bool,
    /// The first work day that is punched, where this round set it.
    pub since_set: Option<WorkDay>,
    /// How many of those sent went without a reading before them.
    pub sent_unread: usize,
    /// Why nothing is sent, where the file is frozen.
    pub frozen: Option<FrozenFile>,
    /// What hindered the round.
    pub errors: Vec<Error>,
}

/// The findings that tell of punches which somebody should know of: all that still wait for something,
/// and those from `from` on that another recorder had made. Of days on which somebody is set aside
/// nothing is told.
///
/// # Errors
/// What the state file refuses.
pub fn punch_findings(state: &State, from: WorkDay) -> Result<Vec<Finding>, state::Error> {
    let mut punches = state.punches_in(&[
        PunchState::Refused,
        PunchState::Unknown,
        PunchState::Sending,
        PunchState::Person,
        PunchState::Held,
    ])?;
    punches.extend(state.punches_in_since(PunchState::AlreadyThere, from)?);
    let set_aside = state.exclusions()?;
    punches.retain(|punch| {
        let mut of_person = set_aside
            .iter()
            .filter(|one| one.employee == punch.employee);
        !of_person.any(|one| one.days.contains(punch.work_day))
    });
    let mut findings = Vec::new();
    for punch in &punches {
        let beside = sent_beside(state, punch)?;
        let finding = finding_of_punch(punch).map(|mut finding| {
            if !beside.is_empty() {
                finding.evidence = finding.evidence.fact("sent", beside.join(","));
            }
            finding
        });
        findings.extend(finding);
    }
    Ok(findings)
}

/// Our other punches of a kind of which a day may have several, as [`Punch::stands_beside`] says.
fn sent_beside(state: &State, punch: &Punch) -> Result<Vec<String>, state::Error> {
    let day = state.punches_of(&punch.employee, punch.work_day)?;
    let beside = day.iter().filter(|other| other.stands_beside(punch));
    Ok(beside.map(|other| other.time.to_string()).collect())
}

/// The findings about the set-up that a round ran into: refused access, and closed hours that are not
/// configured.
pub(super) fn access_findings(errors: &[Error], closed_until: Option<Jst>) -> Vec<Finding> {
    let refused = errors.iter().filter_map(|error| match error {
        Error::MaLion(malion::Error::AccessRefused {
            status,
            code,
            message,
            ..
        }) => Some((Code::MalionAccess, status, code, message)),
        Error::Kot(kot::Error::AccessRefused {
            status,
            code,
            message,
        }) => Some((Code::KotAccess, status, code, message)),
        _ => None,
    });
    let refused = refused.map(|(of, status, code, message)| {
        let mut evidence = Evidence::default().fact("status", status.to_string());
        if let Some(code) = code {
            evidence = evidence.fact("kot_code", code.as_str());
        }
        if let Some(message) = message {
            evidence = evidence.fact("kot_message", message.as_str());
        }
        Finding::of_all(of, evidence)
    });
    let closed = closed_until.map(|until| {
        let evidence = Evidence::default().fact("kot_code", "104");
        Finding::of_all(Code::KotAccess, evidence.fact("until", until.to_rfc3339()))
    });
    refused.chain(closed).collect()
}

fn finding_of_punch(punch: &Punch) -> Option<Finding> {
    let code = match (punch.state, punch.reason.as_deref()) {
        (PunchState::Held, Some(NOT_LATER)) => Code::NoLogoff,
        (PunchState::Held, Some(CLOSED_MONTH)) => Code::ClosedMonth,
        (PunchState::Held, Some(NO_PAIR)) => Code::Person,
        (PunchState::Held, Some(reason)) if reason == Hold::TooOld.name() => Code::TooOld,
        (state, _) => finding_of(state)?,
    };
    let mut evidence = Evidence::default().minute(punch.time);
    evidence.logs.extend(punch.logs.iter().map(|log| log.0));
    evidence = evidence.fact("kind", punch.kind.code().to_string());
    evidence = evidence.fact("punch", punch.id.0.to_string());
    if let Some(code) = &punch.kot_code {
        evidence = evidence.fact("kot_code", code.as_str());
    }
    if let Some(message) = &punch.kot_message {
        evidence = evidence.fact("kot_message", message.as_str());
    }
    if let (PunchState::AlreadyThere, Some(there)) = (punch.state, &punch.reason) {
        evidence.times.push(there.clone());
    }
    Some(Finding::of_day(
        code,
        &punch.employee,
        punch.work_day,
        evidence,
    ))
}
