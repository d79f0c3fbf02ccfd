//! Whether a 休憩 or a 退勤 of policy `rolling` may be sent to a day that looks like this (delivery.md,
//! "A punch's life"; relay-rules, "Which punches").

use super::delivery::{Gate, Shown, is_same, nearest};
use super::punch::{Punch, PunchKind, PunchState};
use super::time::Minute;

/// A 退勤 of policy `rolling` is sent if it is later than every one that KING OF TIME shows. `None` where
/// what is shown of its kind does not stand in its way.
pub(super) fn rolling_gate(punch: &Punch, shown: &Shown<'_>) -> Option<Gate> {
    let outs = shown.minutes(PunchKind::ClockOut);
    let latest = *outs.last()?;
    if punch.may_have_left && outs.iter().any(|time| is_same(*time, punch.time)) {
        Some(Gate::Ours)
    } else if punch.time <= latest {
        Some(Gate::AlreadyThere(latest))
    } else {
        None
    }
}

/// Whether a 休憩 may be sent. `day` are the stored punches of its person and work day: it goes only
/// beside its other half, and never to a day that shows a 休憩 from elsewhere.
pub fn break_gate(punch: &Punch, shown: &Shown<'_>, day: &[Punch]) -> Gate {
    if let Some(kind) = shown.doubled() {
        return Gate::Doubled(kind);
    }
    if let Some(there) = nearest(&shown.minutes(punch.kind), punch.time)
        && is_same(there, punch.time)
    {
        return if punch.may_have_left {
            Gate::Ours
        } else {
            Gate::AlreadyThere(there)
        };
    }
    if let Some(there) = from_elsewhere(shown, day) {
        return Gate::AlreadyThere(there);
    }
    if let Some(gate) = shown.unproven() {
        return gate;
    }
    let Some(clock_in) = shown.minutes(PunchKind::ClockIn).first().copied() else {
        return Gate::NoClockInYet;
    };
    let Some((start, end)) = pair_of(punch, day) else {
        return Gate::NoPair;
    };
    if start.time <= clock_in {
        return Gate::AlreadyThere(clock_in);
    }
    let outs = shown.minutes(PunchKind::ClockOut);
    if let Some(out) = outs.into_iter().find(|out| *out <= end.time) {
        return Gate::AlreadyThere(out);
    }
    let started = shown.minutes(PunchKind::BreakStart);
    let is_started = started.iter().any(|time| is_same(*time, start.time));
    let may_go = match punch.kind {
        PunchKind::BreakEnd => is_started,
        _ => matches!(end.state, PunchState::Decided | PunchState::Unknown),
    };
    if may_go { Gate::Send } else { Gate::NoPair }
}

/// A 休憩 that KING OF TIME shows and that we never sent.
fn from_elsewhere(shown: &Shown<'_>, day: &[Punch]) -> Option<Minute> {
    let breaks = [PunchKind::BreakStart, PunchKind::BreakEnd].into_iter();
    let mut all = breaks.flat_map(|kind| shown.minutes(kind).into_iter().map(move |at| (kind, at)));
    let is_ours = |(kind, at): &(PunchKind, Minute)| {
        let ours = day.iter().filter(|ours| ours.may_have_left);
        let mut of_kind = ours.filter(|ours| ours.kind == *kind);
        of_kind.any(|ours| is_same(ours.time, *at))
    };
    all.find(|one| !is_ours(one)).map(|(_, at)| at)
}

/// The 開始 and the 終了 to which a punch belongs: breaks do not overlap, so that the next 終了 after a
/// 開始 is its own.
fn pair_of<'a>(punch: &'a Punch, day: &'a [Punch]) -> Option<(&'a Punch, &'a Punch)> {
    let given = |kind| {
        day.iter().filter(move |other: &&Punch| {
            let gone = matches!(other.state, PunchState::Withdrawn | PunchState::Dropped);
            other.kind == kind && !gone
        })
    };
    let ends = given(PunchKind::BreakEnd).filter(|end| punch.time < end.time);
    let starts = given(PunchKind::BreakStart).filter(|start| start.time < punch.time);
    match punch.kind {
        PunchKind::BreakStart => Some((punch, ends.min_by_key(|end| end.time)?)),
        _ => Some((starts.max_by_key(|start| start.time)?, punch)),
    }
}

#[cfg(test)]
mod tests;
