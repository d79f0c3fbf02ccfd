//! What a reading says about a punch, as tables.

use chrono::Duration;

use super::{Breaker, Gate, Proof, Settled, Shown, gate, holds_later_ones, settle};
use crate::domain::employee::EmployeeKey;
use crate::domain::punch::{Punch, PunchId, PunchKind, PunchState, TimeRecord};
use crate::domain::time::{Jst, Minute, WorkDay};

/// `18:22` of 2024-12-17 in Japan.
fn at(clock: &str) -> Jst {
    chrono::DateTime::parse_from_rfc3339(&format!("2024-12-17T{clock}:00+09:00")).unwrap()
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

fn punch(kind: PunchKind, clock: &str) -> Punch {
    Punch {
        id: PunchId(1),
        employee: EmployeeKey::new("k"),
        work_day: WorkDay::new(at(clock).date_naive()),
        kind,
        time: minute(clock),
        state: PunchState::Decided,
        reason: None,
        rolling: false,
        released: false,
        logs: Vec::new(),
        attempts: 0,
        may_have_left: false,
        last_attempt_ended: None,
        absences: 0,
        kot_code: None,
        kot_message: None,
    }
}

#[test]
fn a_punch_is_sent_only_to_a_day_that_lacks_it_and_is_fit_for_it() {
    let clock_in = || punch(PunchKind::ClockIn, "09:03");
    let clock_out = || punch(PunchKind::ClockOut, "18:22");
    let attempted = || Punch {
        may_have_left: true,
        ..clock_in()
    };
    for (name, punch, shown, expected) in [
        ("an empty day", clock_in(), vec![], Gate::Send),
        ("breaks only", clock_in(), vec!["3 12:00"], Gate::Send),
        (
            "an IC card earlier",
            clock_in(),
            vec!["1 08:55"],
            Gate::AlreadyThere(minute("08:55")),
        ),
        (
            "an IC card in that minute",
            clock_in(),
            vec!["1 09:03"],
            Gate::AlreadyThere(minute("09:03")),
        ),
        (
            "ours, a minute off",
            attempted(),
            vec!["1 09:04"],
            Gate::Ours,
        ),
        (
            "another, two minutes off",
            attempted(),
            vec!["1 09:05"],
            Gate::AlreadyThere(minute("09:05")),
        ),
        (
            "two 出勤",
            clock_in(),
            vec!["1 09:03", "1 09:10"],
            Gate::Doubled(PunchKind::ClockIn),
        ),
        (
            "two 退勤",
            clock_in(),
            vec!["2 17:00", "2 18:00"],
            Gate::Doubled(PunchKind::ClockOut),
        ),
        (
            "a 退勤 without 出勤",
            clock_out(),
            vec![],
            Gate::NoClockInYet,
        ),
        (
            "a 退勤 after its 出勤",
            clock_out(),
            vec!["1 09:00"],
            Gate::Send,
        ),
        (
            "a 退勤 in its 出勤's minute",
            clock_out(),
            vec!["1 18:22"],
            Gate::NotLater(minute("18:22")),
        ),
        (
            "a 退勤 before its 出勤",
            clock_out(),
            vec!["1 19:00"],
            Gate::NotLater(minute("19:00")),
        ),
        (
            "a 退勤 by hand",
            clock_out(),
            vec!["1 09:00", "2 18:30"],
            Gate::AlreadyThere(minute("18:30")),
        ),
    ] {
        let records = records(&shown);
        let shown = Shown {
            began: at("19:00"),
            is_timed: true,
            proof: Proof::Unvouched,
            absent_before: None,
            records: &records,
        };
        assert_eq!(gate(&punch, &shown), expected, "{name}");
    }
}

#[test]
fn nothing_is_sent_on_an_answer_that_may_lack_punches() {
    let punch = punch(PunchKind::ClockIn, "09:03");
    for (proof, absent_before, expected) in [
        (Proof::Whole, None, Gate::Send),
        (Proof::Unvouched, None, Gate::Send),
        (
            Proof::Incomplete,
            Some("10:00"),
            Gate::Unproven(Proof::Incomplete),
        ),
        (Proof::DayMissing, None, Gate::Unproven(Proof::DayMissing)),
        (
            Proof::DayMissing,
            Some("10:51"),
            Gate::Unproven(Proof::DayMissing),
        ),
        (Proof::DayMissing, Some("10:50"), Gate::Send),
    ] {
        let shown = Shown {
            began: at("11:00"),
            is_timed: true,
            proof,
            absent_before: absent_before.map(at),
            records: &[],
        };
        assert_eq!(
            gate(&punch, &shown),
            expected,
            "{proof:?} {absent_before:?}"
        );
    }
}

#[test]
fn an_answer_proves_as_much_as_it_shows_of_what_was_accepted() {
    for (day_named, accepted, shown, expected) in [
        (true, 0, 0, Proof::Unvouched),
        (false, 0, 0, Proof::DayMissing),
        (true, 4, 2, Proof::Whole),
        (true, 4, 1, Proof::Incomplete),
        (true, 1, 0, Proof::Incomplete),
        (false, 1, 0, Proof::Incomplete),
    ] {
        assert_eq!(
            Proof::judge(day_named, accepted, shown),
            expected,
            "{day_named} {accepted} {shown}"
        );
    }
}

#[test]
fn an_unknown_punch_is_settled_by_proof_and_never_by_hope() {
    let unknown = Punch {
        state: PunchState::Unknown,
        attempts: 1,
        may_have_left: true,
        last_attempt_ended: Some(at("10:10")),
        ..punch(PunchKind::ClockIn, "09:03")
    };
    let twice = Punch {
        absences: 1,
        ..unknown.clone()
    };
    let whole = (Proof::Whole, None);
    for (name, punch, shown, began, (proof, absent_before), expected) in [
        (
            "found",
            &unknown,
            vec!["1 09:03"],
            "10:11",
            whole,
            Settled::Accepted,
        ),
        (
            "found a minute off",
            &unknown,
            vec!["1 09:02"],
            "10:11",
            whole,
            Settled::Accepted,
        ),
        (
            "another recorder's",
            &unknown,
            vec!["1 08:55"],
            "10:11",
            whole,
            Settled::AlreadyThere(minute("08:55")),
        ),
        (
            "absent from one answer, however complete",
            &unknown,
            vec![],
            "11:30",
            whole,
            Settled::NotYet,
        ),
        (
            "absent from two",
            &unknown,
            vec![],
            "10:50",
            (Proof::Whole, Some("10:40")),
            Settled::Again,
        ),
        (
            "absent again",
            &twice,
            vec![],
            "10:50",
            (Proof::Whole, Some("10:40")),
            Settled::Person,
        ),
        (
            "an incomplete answer",
            &unknown,
            vec![],
            "11:30",
            (Proof::Incomplete, None),
            Settled::NotYet,
        ),
        (
            "nothing to vouch for one",
            &unknown,
            vec![],
            "11:30",
            (Proof::Unvouched, None),
            Settled::NotYet,
        ),
        (
            "an earlier reading from before the proof's time",
            &unknown,
            vec![],
            "11:30",
            (Proof::Unvouched, Some("10:39")),
            Settled::NotYet,
        ),
        (
            "two readings too close",
            &unknown,
            vec![],
            "11:30",
            (Proof::Unvouched, Some("11:21")),
            Settled::NotYet,
        ),
        (
            "two readings that agree",
            &unknown,
            vec![],
            "11:30",
            (Proof::DayMissing, Some("11:20")),
            Settled::Again,
        ),
    ] {
        let records = records(&shown);
        let shown = Shown {
            began: at(began),
            is_timed: true,
            proof,
            absent_before: absent_before.map(at),
            records: &records,
        };
        assert_eq!(
            settle(punch, &shown, Duration::minutes(30)),
            expected,
            "{name}"
        );
    }
}

#[test]
fn an_unknown_punch_of_three_days_is_a_persons() {
    let unknown = Punch {
        last_attempt_ended: Some(at("10:10")),
        ..punch(PunchKind::ClockIn, "09:03")
    };
    for (later, expected) in [
        (Duration::days(3), Settled::Again),
        (Duration::days(4), Settled::Person),
    ] {
        let shown = Shown {
            began: at("10:10") + later,
            is_timed: true,
            proof: Proof::Whole,
            absent_before: Some(at("10:40")),
            records: &[],
        };
        assert_eq!(
            settle(&unknown, &shown, Duration::minutes(30)),
            expected,
            "{later}"
        );
    }
}

#[test]
fn the_breaker_opens_on_three_lost_answers_in_a_row_or_five_like_refusals() {
    for (answers, opens) in [
        ("??", false),
        ("???", true),
        ("??+?", false),
        ("??a?", false),
        ("aaaa", false),
        ("aaaaa", true),
        ("aaaab", false),
        ("abababab", false),
        ("ababababa", true),
        ("aaaa+a", false),
        ("aa?a?aa", true),
    ] {
        let mut breaker = Breaker::default();
        for answer in answers.chars() {
            match answer {
                '+' => breaker.accepted(),
                '?' => breaker.unknown(),
                code => breaker.refused(Some(&code.to_string())),
            }
        }
        assert_eq!(breaker.is_open(), opens, "{answers}");
    }
}

#[test]
fn what_is_not_known_or_was_refused_holds_the_later_ones_of_the_day() {
    let holding = PunchState::ALL
        .into_iter()
        .filter(|state| holds_later_ones(*state));
    let expected = [
        PunchState::Sending,
        PunchState::Refused,
        PunchState::Unknown,
    ];
    assert_eq!(holding.collect::<Vec<_>>(), expected);
}
