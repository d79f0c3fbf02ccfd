//! Which findings KING OF TIME has answered meanwhile: somebody entered or corrected what was asked for.

use crate::domain::finding::{Code, Finding};
use crate::domain::punch::{PunchKind, TimeRecord};
use crate::domain::time::Minute;

use super::sides::{Tolerance, is_same, minute_of, minutes, shows_another};

/// Whether KING OF TIME can answer findings of that kind at all.
pub fn can_be_answered(code: Code) -> bool {
    matches!(
        code,
        Code::NoLogoff
            | Code::WaitingLogoff
            | Code::NoLogon
            | Code::OtherOperation
            | Code::Refused
            | Code::Person
            | Code::TooOld
            | Code::ClosedMonth
            | Code::OutOfDay
            | Code::Unknown
            | Code::LateChange
            | Code::NightLogon
    )
}

/// Whether what KING OF TIME shows of the day answers the finding.
pub fn is_answered(finding: &Finding, records: &[TimeRecord], tolerance: Tolerance) -> bool {
    let clock_in = minutes(records, PunchKind::ClockIn).first().copied();
    let clock_out = minutes(records, PunchKind::ClockOut).last().copied();
    let is_whole = clock_in
        .zip(clock_out)
        .is_some_and(|(clock_in, clock_out)| clock_in < clock_out);
    let times = times_of(finding);
    match finding.code {
        // Policy `rolling` sent an end that was not the last: only another one answers it.
        Code::NoLogoff if finding.evidence.facts.contains_key("sent") => {
            let sent = finding.evidence.facts.get("sent");
            let sent = sent.and_then(|sent| minute_of(sent));
            is_whole
                && !clock_out
                    .zip(sent)
                    .is_some_and(|(out, sent)| is_same(out, sent))
        }
        Code::NoLogoff | Code::WaitingLogoff | Code::NoLogon | Code::OtherOperation => is_whole,
        Code::Refused | Code::Person | Code::TooOld | Code::ClosedMonth | Code::OutOfDay => {
            let kinds = kinds_of(finding);
            let sent = sent_beside(finding);
            let shown = |kind: &PunchKind| shows_another(records, *kind, &sent);
            !kinds.is_empty() && kinds.iter().all(shown)
        }
        Code::Unknown => kind_of(finding)
            .zip(times.first())
            .is_some_and(|(kind, time)| shows(records, kind, *time)),
        Code::LateChange => is_corrected(finding, records),
        Code::NightLogon => clock_in
            .zip(times.first())
            .is_some_and(|(clock_in, logon)| {
                clock_in.minutes_since(*logon) <= tolerance.clock_in.num_minutes()
            }),
        _ => false,
    }
}

/// A `late-change` is answered when each punch that it tells of stands at the new time or, where the logs
/// no longer give one, is gone.
fn is_corrected(finding: &Finding, records: &[TimeRecord]) -> bool {
    let changes = finding.evidence.changes();
    let made = |(kind, from, to): &(PunchKind, Option<Minute>, Option<Minute>)| match (from, to) {
        (_, Some(to)) => shows(records, *kind, *to),
        (Some(from), None) => !shows(records, *kind, *from),
        (None, None) => true,
    };
    !changes.is_empty() && changes.iter().all(made)
}

/// The times to which `late-change` findings of a kind ask to move a punch.
pub(super) fn corrections(findings: &[Finding], kind: PunchKind) -> Vec<Minute> {
    let late = findings
        .iter()
        .filter(|finding| finding.code == Code::LateChange);
    let changes = late.flat_map(|finding| finding.evidence.changes());
    let of_kind = changes.filter(|(of, ..)| *of == kind);
    of_kind.filter_map(|(_, _, to)| to).collect()
}

fn shows(records: &[TimeRecord], kind: PunchKind, time: Minute) -> bool {
    minutes(records, kind)
        .iter()
        .any(|shown| is_same(*shown, time))
}

/// The kinds of the punches that a finding tells of, of a day's several.
fn kinds_of(finding: &Finding) -> Vec<PunchKind> {
    let codes = finding.evidence.facts.get("kind");
    let codes = codes.map(String::as_str).unwrap_or_default().split(',');
    codes
        .filter_map(|code| PunchKind::of_code(code.parse().ok()?))
        .collect()
}

/// Our own punches of the kind that stand beside the one of a finding: they answer nothing.
fn sent_beside(finding: &Finding) -> Vec<Minute> {
    let sent = finding.evidence.facts.get("sent");
    let sent = sent.map(String::as_str).unwrap_or_default().split(',');
    sent.filter_map(minute_of).collect()
}

fn kind_of(finding: &Finding) -> Option<PunchKind> {
    PunchKind::of_code(finding.evidence.facts.get("kind")?.parse().ok()?)
}

fn times_of(finding: &Finding) -> Vec<Minute> {
    let times = finding.evidence.times.iter();
    times.filter_map(|time| minute_of(time)).collect()
}
