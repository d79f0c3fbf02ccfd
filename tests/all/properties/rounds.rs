//! Logs that arrive round by round, sent to a KING OF TIME of a few lines: whatever comes, its record holds.

use std::collections::BTreeMap;

use pcpunch::domain::delivery::{Gate, Proof, Shown, gate};
use pcpunch::domain::employee::EmployeeKey;
use pcpunch::domain::gate::break_gate;
use pcpunch::domain::picture::picture;
use pcpunch::domain::plan::{Change, NO_PAIR, NOT_LATER};
use pcpunch::domain::punch::{Punch, PunchKind, PunchState, TimeRecord};
use pcpunch::domain::time::{Minute, WorkDay};
use proptest::prelude::*;
use proptest::sample::Index;

use super::histories::{History, first_day, history};
use super::stored::Stored;

/// What KING OF TIME shows, with 退勤打刻の自動上書き機能 on.
type Record = BTreeMap<(EmployeeKey, WorkDay), Vec<TimeRecord>>;

/// Decides what is known of the logs and sends at most so many of the punches. Gives how many were planned.
fn round(
    history: &History,
    known: usize,
    most: usize,
    stored: &mut Stored,
    kot: &mut Record,
) -> usize {
    let material = history.material(&history.company, &history.logs[..known]);
    let picture = picture(&material, &history.rules, first_day(), history.now);
    let changes = stored.plan(&picture, first_day()).changes;
    *stored = stored.changed(&changes);
    let mut due: Vec<Punch> = stored.0.clone();
    due.retain(|punch| punch.state == PunchState::Decided);
    due.sort_by_key(|punch| {
        (
            punch.employee.clone(),
            punch.work_day,
            punch.time,
            punch.kind,
        )
    });
    for punch in due.iter().take(most) {
        send(punch, stored, kot, history);
    }
    changes
        .iter()
        .filter(|change| matches!(change, Change::Add { .. }))
        .count()
}

fn send(punch: &Punch, stored: &mut Stored, kot: &mut Record, history: &History) {
    let records = kot
        .entry((punch.employee.clone(), punch.work_day))
        .or_default();
    let shown = Shown {
        is_timed: true,
        began: history.now,
        proof: Proof::Unvouched,
        absent_before: None,
        records,
    };
    let day = stored
        .0
        .iter()
        .filter(|other| (&other.employee, other.work_day) == (&punch.employee, punch.work_day));
    let day: Vec<Punch> = day.cloned().collect();
    let gate = if punch.kind.is_break() {
        break_gate(punch, &shown, &day)
    } else {
        gate(punch, &shown)
    };
    let (state, reason) = match gate {
        Gate::Send => {
            if punch.rolling {
                records.retain(|record| record.kind() != Some(PunchKind::ClockOut));
            }
            records.push(TimeRecord {
                code: punch.kind.code(),
                time: punch.time.start(),
                how: None,
            });
            (PunchState::Accepted, None)
        }
        Gate::AlreadyThere(_) => (PunchState::AlreadyThere, None),
        Gate::NotLater(_) => (PunchState::Held, Some(NOT_LATER)),
        Gate::NoPair => (PunchState::Held, Some(NO_PAIR)),
        Gate::NoClockInYet => return,
        Gate::Ours | Gate::Doubled(_) | Gate::Unproven(_) => panic!("{gate:?} of {punch:?}"),
    };
    let kept = stored
        .0
        .iter_mut()
        .find(|kept| kept.id == punch.id)
        .unwrap();
    kept.state = state;
    kept.reason = reason.map(str::to_owned);
    kept.may_have_left = state == PunchState::Accepted;
}

/// `1 09:00` in order of time.
fn told(records: &[TimeRecord]) -> Vec<(PunchKind, Minute)> {
    let mut told: Vec<_> = records
        .iter()
        .map(|record| (record.kind().unwrap(), record.minute()))
        .collect();
    told.sort_by_key(|(kind, minute)| (*minute, *kind));
    told
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn round_by_round_no_day_gets_two_of_a_kind_or_a_punch_outside_of_its_work(
        history in history(),
        steps in prop::collection::vec((any::<Index>(), 0..6_usize), 1..6),
    ) {
        let (mut stored, mut kot) = (Stored::default(), Record::new());
        let mut steps: Vec<(usize, usize)> = steps.into_iter()
            .map(|(known, most)| (known.index(history.logs.len() + 1), most)).collect();
        steps.sort_unstable();
        steps.extend([(history.logs.len(), usize::MAX); 2]);
        for (known, most) in steps {
            round(&history, known, most, &mut stored, &mut kot);
            for records in kot.values() {
                let told = told(records);
                let of = |wanted| told.iter().filter(move |(kind, _)| *kind == wanted);
                prop_assert!(of(PunchKind::ClockIn).count() <= 1, "{told:?}");
                prop_assert!(of(PunchKind::ClockOut).count() <= 1, "{told:?}");
                prop_assert!(told.first().is_none_or(|(kind, _)| *kind == PunchKind::ClockIn), "{told:?}");
                let out = told.iter().position(|(kind, _)| *kind == PunchKind::ClockOut);
                prop_assert!(out.is_none_or(|out| out == told.len() - 1), "{told:?}");
                let breaks = told.iter().filter(|(kind, _)| kind.is_break());
                let kinds: Vec<PunchKind> = breaks.map(|(kind, _)| *kind).collect();
                let alternate = kinds.iter().zip([PunchKind::BreakStart, PunchKind::BreakEnd].iter().cycle());
                prop_assert!(alternate.clone().all(|(kind, expected)| kind == expected), "{told:?}");
            }
        }
        prop_assert_eq!(round(&history, history.logs.len(), usize::MAX, &mut stored, &mut kot), 0);
    }

    #[test]
    fn a_day_that_was_sent_at_once_has_its_breaks_in_whole_pairs(history in history()) {
        let (mut stored, mut kot) = (Stored::default(), Record::new());
        round(&history, history.logs.len(), usize::MAX, &mut stored, &mut kot);
        for records in kot.values() {
            let of = |wanted| records.iter().filter(move |record| record.kind() == Some(wanted)).count();
            prop_assert_eq!(of(PunchKind::BreakStart), of(PunchKind::BreakEnd));
        }
    }
}
