//! What a reading says about a 休憩 and about a 退勤 of policy `rolling`, as tables.

use super::break_gate;
use crate::domain::delivery::{Gate, Proof, Settled, Shown, gate, settle};
use crate::domain::employee::EmployeeKey;
use crate::domain::punch::{Punch, PunchId, PunchKind, PunchState, TimeRecord};
use crate::domain::time::{Jst, Minute, WorkDay};

/// `18:22` of 2024-12-17 in Japan.
fn at(clock: &str) -> Jst {
    Jst::parse_from_rfc3339(&format!("2024-12-17T{clock}:00+09:00")).unwrap()
}

fn minute(clock: &str) -> Minute {
    Minute::cut(at(clock))
}

/// `1 09:03`: the code and the time.
fn records(shown: &[&str]) -> Vec<TimeRecord> {
    let record = |text: &&str| {
        let (code, clock) = text.split_once(' ').unwrap();
        TimeRecord {
            code: code.parse().unwrap(),
            time: at(clock),
            how: None,
        }
    };
    shown.iter().map(record).collect()
}

fn shown(records: &[TimeRecord]) -> Shown<'_> {
    Shown {
        began: at("23:00"),
        is_timed: true,
        proof: Proof::Unvouched,
        absent_before: None,
        records,
    }
}

/// `3 12:00 accepted`: what is stored, attempted where it is accepted or unknown.
fn punch(text: &str) -> Punch {
    let words: Vec<&str> = text.split(' ').collect();
    let state = PunchState::of_name(words[2]).unwrap();
    Punch {
        id: PunchId(1),
        employee: EmployeeKey::new("k"),
        work_day: WorkDay::new(at("00:00").date_naive()),
        kind: PunchKind::of_code(words[0].parse().unwrap()).unwrap(),
        time: minute(words[1]),
        rolling: false,
        state,
        reason: None,
        released: false,
        logs: Vec::new(),
        attempts: 0,
        may_have_left: matches!(state, PunchState::Accepted | PunchState::Unknown),
        last_attempt_ended: None,
        absences: 0,
        kot_code: None,
        kot_message: None,
    }
}

#[test]
fn a_break_goes_only_in_its_pair_within_the_day_that_is_shown() {
    let (start, end) = ("3 12:00 decided", "4 13:00 decided");
    let (started, there) = ("3 12:00 accepted", Gate::AlreadyThere);
    for (name, sent, other, kot, expected) in [
        ("a begin", start, end, vec!["1 09:00"], Gate::Send),
        ("no 出勤", start, end, vec![], Gate::NoClockInYet),
        (
            "a 出勤 in it",
            start,
            end,
            vec!["1 12:30"],
            there(minute("12:30")),
        ),
        (
            "a 退勤 in it",
            start,
            end,
            vec!["1 09:00", "2 12:30"],
            there(minute("12:30")),
        ),
        (
            "a 退勤 after it",
            start,
            end,
            vec!["1 09:00", "2 18:00"],
            Gate::Send,
        ),
        (
            "a 休憩 by card",
            start,
            end,
            vec!["1 09:00", "3 15:00", "4 15:30"],
            there(minute("15:00")),
        ),
        (
            "the same by card",
            start,
            end,
            vec!["1 09:00", "3 12:00"],
            there(minute("12:00")),
        ),
        (
            "its end is dropped",
            start,
            "4 13:00 dropped",
            vec!["1 09:00"],
            Gate::NoPair,
        ),
        (
            "its end is held",
            start,
            "4 13:00 held",
            vec!["1 09:00"],
            Gate::NoPair,
        ),
        (
            "an end",
            end,
            started,
            vec!["1 09:00", "3 12:00"],
            Gate::Send,
        ),
        (
            "an end without its begin",
            end,
            started,
            vec!["1 09:00"],
            Gate::NoPair,
        ),
        (
            "its begin is dropped",
            end,
            "3 12:00 dropped",
            vec!["1 09:00"],
            Gate::NoPair,
        ),
        (
            "two 出勤",
            start,
            end,
            vec!["1 09:00", "1 09:10"],
            Gate::Doubled(PunchKind::ClockIn),
        ),
        (
            "it is there, and we had sent it",
            started,
            end,
            vec!["1 09:00", "3 12:00"],
            Gate::Ours,
        ),
    ] {
        let (sent, kot) = (punch(sent), records(&kot));
        let day = [sent.clone(), punch(other)];
        assert_eq!(break_gate(&sent, &shown(&kot), &day), expected, "{name}");
    }
}

#[test]
fn a_second_break_of_ours_is_none_from_elsewhere() {
    let day = [
        "3 12:00 accepted",
        "4 13:00 accepted",
        "3 15:00 decided",
        "4 16:00 decided",
    ];
    let day = day.map(punch);
    let kot = records(&["1 09:00", "3 12:00", "4 13:00"]);
    assert_eq!(break_gate(&day[2], &shown(&kot), &day), Gate::Send);
}

#[test]
fn a_rolling_clock_out_is_sent_if_it_is_later_than_every_one_shown() {
    for (name, state, kot, expected) in [
        ("the first", "decided", vec!["1 09:00"], Gate::Send),
        (
            "a later one",
            "decided",
            vec!["1 09:00", "2 12:00"],
            Gate::Send,
        ),
        (
            "a minute later",
            "decided",
            vec!["1 09:00", "2 18:21"],
            Gate::Send,
        ),
        (
            "the same minute",
            "decided",
            vec!["1 09:00", "2 18:22"],
            Gate::AlreadyThere(minute("18:22")),
        ),
        (
            "an earlier one",
            "decided",
            vec!["1 09:00", "2 19:00"],
            Gate::AlreadyThere(minute("19:00")),
        ),
        ("ours", "unknown", vec!["1 09:00", "2 18:22"], Gate::Ours),
        ("no 出勤", "decided", vec!["2 12:00"], Gate::NoClockInYet),
        (
            "before the 出勤",
            "decided",
            vec!["1 19:00"],
            Gate::NotLater(minute("19:00")),
        ),
        (
            "two shown: it is not overwritten there",
            "decided",
            vec!["1 09:00", "2 12:00", "2 15:00"],
            Gate::Doubled(PunchKind::ClockOut),
        ),
    ] {
        let sent = Punch {
            rolling: true,
            ..punch(&format!("2 18:22 {state}"))
        };
        assert_eq!(gate(&sent, &shown(&records(&kot))), expected, "{name}");
    }
}

#[test]
fn what_we_sent_before_does_not_settle_a_lost_answer() {
    let lost = |text: &str, rolling| Punch {
        rolling,
        last_attempt_ended: Some(at("18:30")),
        ..punch(text)
    };
    for (name, punch, kot, expected) in [
        (
            "a later 退勤",
            lost("2 18:22 unknown", true),
            "2 19:00",
            Settled::AlreadyThere(minute("19:00")),
        ),
        (
            "this 退勤",
            lost("2 18:22 unknown", true),
            "2 18:22",
            Settled::Accepted,
        ),
        (
            "the 退勤 before",
            lost("2 18:22 unknown", true),
            "2 12:00",
            Settled::Again,
        ),
        (
            "another break",
            lost("3 15:00 unknown", false),
            "3 12:00",
            Settled::Again,
        ),
        (
            "this break",
            lost("3 15:00 unknown", false),
            "3 15:00",
            Settled::Accepted,
        ),
        (
            "a settled 退勤",
            lost("2 18:22 unknown", false),
            "2 12:00",
            Settled::AlreadyThere(minute("12:00")),
        ),
    ] {
        let kot = records(&[kot]);
        let shown = Shown {
            proof: Proof::Whole,
            absent_before: Some(at("22:50")),
            ..shown(&kot)
        };
        assert_eq!(
            settle(&punch, &shown, chrono::Duration::minutes(30)),
            expected,
            "{name}"
        );
    }
}
