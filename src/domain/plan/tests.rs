//! Decisions against stored punches, as tables.

use std::collections::{BTreeMap, BTreeSet};

use super::{Change, Hold, Inputs, plan};
use crate::domain::decide::{Decided, Decision, Settlement};
use crate::domain::employee::EmployeeKey;
use crate::domain::pc_log::LogId;
use crate::domain::punch::{Punch, PunchId, PunchKind, PunchState};
use crate::domain::time::{Jst, Minute, WorkDay};

const DAY: &str = "2024-12-17";

fn minute(clock: &str) -> Minute {
    Minute::cut(Jst::parse_from_rfc3339(&format!("{DAY}T{clock}:00+09:00")).unwrap())
}

fn kind(word: &str) -> PunchKind {
    let named = |kind: &PunchKind| kind.label() == word;
    let mut kinds = (1..=4).filter_map(PunchKind::of_code);
    kinds.find(named).unwrap()
}

/// `退勤 18:00 #4`, with the log that it rests on.
fn decided(line: &str, rolling: bool) -> Decided {
    let words: Vec<&str> = line.split(' ').collect();
    let kind = kind(words[0]);
    Decided {
        kind,
        time: minute(words[1]),
        ground: LogId(words[2].trim_start_matches('#').parse().unwrap()),
        rolling: rolling && kind == PunchKind::ClockOut,
    }
}

/// `退勤 18:00 #4 accepted`; what was accepted has left, and what is `decided once-more` had left in vain.
fn stored(line: &str, rolling: bool, id: i64) -> Punch {
    let given = decided(line, rolling);
    let state = PunchState::of_name(line.split(' ').nth(3).unwrap()).unwrap();
    let has_left =
        matches!(state, PunchState::Accepted | PunchState::Unknown) || line.ends_with("once-more");
    Punch {
        id: PunchId(id),
        employee: EmployeeKey::new("k"),
        work_day: WorkDay::parse(DAY).unwrap(),
        kind: given.kind,
        time: given.time,
        rolling: given.rolling,
        state,
        reason: None,
        released: false,
        logs: vec![given.ground],
        attempts: u32::from(has_left),
        may_have_left: has_left,
        last_attempt_ended: None,
        absences: 0,
        kot_code: None,
        kot_message: None,
    }
}

/// What a settled day's decision changes: `+ 退勤 18:00`, `- #id`, `= #id`, and `late 退勤 18:00` for the finding.
/// `taken` are logs on which somebody's 退勤 rests that was sent.
fn changes(given: &[&str], there: &[&str], rolling: bool, taken: &[i64]) -> Vec<String> {
    let decision = Decision {
        first_logon: None,
        last_logoff: None,
        punches: given.iter().map(|line| decided(line, rolling)).collect(),
        settlement: Settlement::Settled,
        night_logons: Vec::new(),
        findings: Vec::new(),
    };
    let lines = there.iter().zip(1..);
    let there: Vec<Punch> = lines.map(|(line, id)| stored(line, rolling, id)).collect();
    let place = (EmployeeKey::new("k"), WorkDay::parse(DAY).unwrap());
    let taken = taken.iter().map(|log| (LogId(*log), PunchKind::ClockOut));
    let plan = plan(&Inputs {
        decisions: &BTreeMap::from([(place, decision)]),
        stored: &there,
        first_day: WorkDay::EARLIEST,
        oldest_day: WorkDay::EARLIEST,
        taken: &taken.map(|ground| (ground, PunchId(99))).collect(),
        moved: &BTreeSet::new(),
        is_excluded: &|_, _| false,
        is_shared: &|_, _| false,
    });
    let told = plan.changes.iter().map(|change| match change {
        Change::Add { kind, time, .. } => format!("+ {} {}", kind.label(), time.clock()),
        Change::Reset { id, .. } => format!("= #{}", id.0),
        Change::Withdraw { id } => format!("- #{}", id.0),
    });
    let late = plan.findings.iter().map(|finding| finding.code.name());
    told.chain(late.map(str::to_owned)).collect()
}

#[test]
fn breaks_go_with_the_clock_out_of_their_day_and_not_without() {
    let whole = [
        "出勤 09:00 #1",
        "休憩開始 12:00 #2",
        "休憩終了 13:00 #3",
        "退勤 18:00 #4",
    ];
    let all = [
        "+ 出勤 09:00",
        "+ 退勤 18:00",
        "+ 休憩開始 12:00",
        "+ 休憩終了 13:00",
    ];
    assert_eq!(changes(&whole, &[], false, &[]), all);
    // The log of the 退勤 is that of somebody else's already: a link came or went.
    assert_eq!(changes(&whole, &[], false, &[4]), ["+ 出勤 09:00"]);
    let there = [
        "休憩開始 12:00 #2 decided",
        "休憩終了 13:00 #3 decided",
        "退勤 18:00 #4 withdrawn",
    ];
    let withdrawn = ["+ 出勤 09:00", "- #1", "- #2"];
    assert_eq!(changes(&whole, &there, false, &[4]), withdrawn);
}

#[test]
fn no_break_is_added_to_a_day_whose_clock_out_was_sent() {
    let given = ["休憩開始 12:00 #2", "休憩終了 13:00 #3", "退勤 18:00 #4"];
    let sent = ["退勤 18:00 #4 accepted"];
    assert_eq!(changes(&given, &sent, false, &[]), ["late-change"; 2]);
    let withdrawn = [
        "休憩開始 12:00 #2 withdrawn",
        "休憩終了 13:00 #3 withdrawn",
        "退勤 18:00 #4 accepted",
    ];
    assert_eq!(changes(&given, &withdrawn, false, &[]), ["late-change"; 2]);
}

#[test]
fn an_end_before_the_last_one_sent_is_not_sent_after_it() {
    for (given, there, expected) in [
        (&["退勤 12:00 #2"][..], &[][..], &["+ 退勤 12:00"][..]),
        (
            &["退勤 18:00 #4"],
            &["退勤 12:00 #2 accepted"],
            &["+ 退勤 18:00"],
        ),
        (
            &["退勤 12:00 #2"],
            &["退勤 18:00 #4 accepted"],
            &["late-change"],
        ),
        (
            &["退勤 12:00 #2"],
            &["退勤 12:00 #2 held", "退勤 18:00 #4 accepted"],
            &["- #1", "late-change"],
        ),
        (&[], &["退勤 12:00 #2 accepted"], &["late-change"]),
        (
            &["退勤 18:00 #4"],
            &["退勤 12:00 #2 decided"],
            &["+ 退勤 18:00", "- #1"],
        ),
    ] {
        assert_eq!(
            changes(given, there, true, &[]),
            expected,
            "{given:?} {there:?}"
        );
    }
}

#[test]
fn what_was_proven_absent_and_not_sent_since_is_held_when_it_is_too_old() {
    let day = WorkDay::parse(DAY).unwrap();
    let place = (EmployeeKey::new("k"), day);
    let decision = Decision {
        first_logon: None,
        last_logoff: None,
        punches: vec![decided("出勤 09:00 #1", false)],
        settlement: Settlement::Settled,
        night_logons: Vec::new(),
        findings: Vec::new(),
    };
    let absent = Punch {
        may_have_left: true,
        ..stored("出勤 09:00 #1 decided", false, 1)
    };
    let released = Punch {
        released: true,
        ..absent.clone()
    };
    let unknown = Punch {
        may_have_left: true,
        ..stored("出勤 09:00 #1 unknown", false, 1)
    };
    let held = Change::Reset {
        id: PunchId(1),
        time: minute("09:00"),
        ground: LogId(1),
        hold: Some(Hold::TooOld),
    };
    for (punch, oldest_day, expected) in [
        (absent.clone(), day, vec![]),
        (absent, day.next(), vec![held]),
        (released, day.next(), vec![]),
        (unknown, day.next(), vec![]),
    ] {
        let plan = plan(&Inputs {
            decisions: &BTreeMap::from([(place.clone(), decision.clone())]),
            stored: std::slice::from_ref(&punch),
            first_day: WorkDay::EARLIEST,
            oldest_day,
            taken: &BTreeMap::new(),
            moved: &BTreeSet::new(),
            is_excluded: &|_, _| false,
            is_shared: &|_, _| false,
        });
        assert_eq!(plan.changes, expected, "{punch:?} {oldest_day}");
    }
}

#[test]
fn what_was_proven_absent_follows_the_rules_again() {
    let given = ["退勤 20:15 #5"];
    for (there, expected) in [
        ("退勤 18:00 #4 decided once-more", &["= #1"][..]),
        ("退勤 20:15 #5 decided once-more", &[]),
        ("退勤 18:00 #4 unknown", &["late-change"]),
        ("退勤 18:00 #4 accepted", &["late-change"]),
    ] {
        assert_eq!(changes(&given, &[there], false, &[]), expected, "{there}");
    }
    let there = ["退勤 18:00 #4 decided once-more"];
    assert_eq!(changes(&[], &there, false, &[]), ["- #1"]);
    assert_eq!(changes(&given, &there, true, &[]), ["+ 退勤 20:15", "- #1"]);
}
