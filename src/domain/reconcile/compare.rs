//! One of our punches against what KING OF TIME shows of its day.

use crate::domain::delivery::nearest;
use crate::domain::finding::{Code, Evidence, Finding};
use crate::domain::punch::{Punch, PunchKind, PunchState, TimeRecord};
use crate::domain::time::Minute;

use super::sides::{Tolerance, is_same, minute_of, minutes};

/// The fact that a punch from elsewhere is further from the logs than the company tolerates, in minutes.
const GAP: &str = "gap_minutes";

/// Whether a finding leaves its day `ok`: another recorder had punched, near the PC logs.
pub(super) fn is_harmless(finding: &Finding) -> bool {
    finding.code == Code::AlreadyThere && !finding.evidence.facts.contains_key(GAP)
}

/// What a punch came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Comparison {
    /// It is there as it should be, or nothing can be told.
    Agrees,
    /// It was there, and is there no more.
    Missing,
    /// Something to tell.
    Tells(Finding),
}

/// Compares a punch that KING OF TIME has from us, or had from elsewhere. `corrected` are times to which a
/// `late-change` asked a person to move it.
pub(super) fn compare(
    punch: &Punch,
    records: Option<&[TimeRecord]>,
    corrected: &[Minute],
    tolerance: Tolerance,
) -> Comparison {
    match (punch.state, records) {
        (PunchState::Accepted, Some(records)) => accepted(punch, records, corrected),
        (PunchState::AlreadyThere, Some(records)) => {
            let shown = minutes(records, punch.kind);
            match nearest(&shown, punch.time) {
                None => Comparison::Missing,
                Some(there) => elsewhere(punch, there, tolerance),
            }
        }
        (PunchState::AlreadyThere, None) => {
            let there = punch.reason.as_deref().and_then(minute_of);
            there.map_or(Comparison::Agrees, |there| {
                elsewhere(punch, there, tolerance)
            })
        }
        _ => Comparison::Agrees,
    }
}

fn accepted(punch: &Punch, records: &[TimeRecord], corrected: &[Minute]) -> Comparison {
    let shown = minutes(records, punch.kind);
    let meant = |time: &Minute| {
        is_same(*time, punch.time) || corrected.iter().any(|other| is_same(*time, *other))
    };
    if shown.iter().any(meant) {
        return Comparison::Agrees;
    }
    if let Some(there) = nearest(&shown, punch.time) {
        let evidence = evidence_of(punch).minute(punch.time).minute(there);
        return Comparison::Tells(finding(Code::ChangedInKot, punch, evidence));
    }
    let turned = PunchKind::ALL.into_iter().find(|kind| {
        minutes(records, *kind)
            .iter()
            .any(|time| is_same(*time, punch.time))
    });
    match turned {
        None => Comparison::Missing,
        Some(kind) => {
            let evidence = evidence_of(punch)
                .minute(punch.time)
                .fact("shown_kind", kind.code().to_string());
            Comparison::Tells(finding(Code::ChangedInKot, punch, evidence))
        }
    }
}

/// A punch from elsewhere is told in any case; that it is far from the logs too (勤怠差異), by its gap.
fn elsewhere(punch: &Punch, there: Minute, tolerance: Tolerance) -> Comparison {
    let gap = there.minutes_since(punch.time).abs();
    let mut evidence = evidence_of(punch).minute(punch.time).minute(there);
    if gap > tolerance.of(punch.kind).num_minutes() {
        evidence = evidence.fact(GAP, gap.to_string());
    }
    Comparison::Tells(finding(Code::AlreadyThere, punch, evidence))
}

/// What is told of a punch that is no longer there.
pub(super) fn missing(punch: &Punch) -> Finding {
    let evidence = evidence_of(punch).minute(punch.time);
    finding(Code::MissingInKot, punch, evidence)
}

fn finding(code: Code, punch: &Punch, evidence: Evidence) -> Finding {
    Finding::of_day(code, &punch.employee, punch.work_day, evidence)
}

fn evidence_of(punch: &Punch) -> Evidence {
    let mut evidence = Evidence::default()
        .fact("kind", punch.kind.code().to_string())
        .fact("punch", punch.id.0.to_string());
    evidence.logs.extend(punch.logs.iter().map(|log| log.0));
    evidence
}
