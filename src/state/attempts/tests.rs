//! The last look before a byte leaves, and what an attempt leaves behind.

use super::super::fixture::{Fixture, at, day, taro};
use super::{Bounds, Ending, begin, end};
use crate::domain::punch::{PunchId, PunchState};

fn bounds() -> Bounds {
    Bounds {
        since: Some(day(1)),
        oldest_day: day(3),
    }
}

impl Fixture {
    fn begins(&mut self, id: PunchId, bounds: Bounds) -> bool {
        let run = self.state.begin_run(at("17 10:00:00")).unwrap();
        self.state
            .write(|tx| begin(tx, id, run, bounds, at("17 10:05:00")))
            .unwrap()
            .is_some()
    }
}

#[test]
fn a_punch_is_looked_at_once_more_in_the_step_that_lets_it_leave() {
    let fine = bounds();
    for (name, change, bounds, begins) in [
        ("nothing changed", "", fine, true),
        (
            "not decided",
            "UPDATE punches SET state = 'held'",
            fine,
            false,
        ),
        (
            "already on its way",
            "UPDATE punches SET state = 'sending'",
            fine,
            false,
        ),
        (
            "day frozen",
            "INSERT INTO freezes (employee_key, work_day, cause, detail, since)
             VALUES ('k-taro', '2024-12-17', 'double', '1', 0)",
            fine,
            false,
        ),
        (
            "another day frozen",
            "INSERT INTO freezes (employee_key, work_day, cause, detail, since)
             VALUES ('k-taro', '2024-12-16', 'double', '1', 0)",
            fine,
            true,
        ),
        (
            "file frozen",
            "INSERT INTO freezes (cause, detail, since) VALUES ('doubles', '1', 0)",
            fine,
            false,
        ),
        (
            "freeze ended",
            "INSERT INTO freezes (cause, detail, since, ended_at) VALUES ('doubles', '1', 0, 1)",
            fine,
            true,
        ),
        (
            "link taken off",
            "UPDATE links SET employee_key = NULL",
            fine,
            false,
        ),
        (
            "link from later on",
            "UPDATE links SET from_day = '2024-12-18'",
            fine,
            false,
        ),
        (
            "link replaced",
            "INSERT INTO links VALUES (3, 'tarouk', '2024-12-17', NULL)",
            fine,
            false,
        ),
        (
            "link replaced later",
            "INSERT INTO links VALUES (3, 'tarouk', '2024-12-18', NULL)",
            fine,
            true,
        ),
        (
            "resigned before",
            "UPDATE employees SET resigned = '2024-12-16'",
            fine,
            false,
        ),
        (
            "the last day",
            "UPDATE employees SET resigned = '2024-12-17'",
            fine,
            true,
        ),
        (
            "hired after",
            "UPDATE employees SET hired = '2024-12-18'",
            fine,
            false,
        ),
        ("gone", "UPDATE employees SET active = 0", fine, false),
        (
            "no first day",
            "",
            Bounds {
                since: None,
                ..fine
            },
            false,
        ),
        (
            "before the first day",
            "",
            Bounds {
                since: Some(day(18)),
                ..fine
            },
            false,
        ),
        (
            "too old",
            "",
            Bounds {
                oldest_day: day(18),
                ..fine
            },
            false,
        ),
        (
            "too old, but released",
            "UPDATE punches SET released = 1",
            Bounds {
                oldest_day: day(18),
                ..fine
            },
            true,
        ),
        (
            "the code moved",
            "INSERT INTO code_moves (employee_key, from_code, to_code, held, since)
             VALUES ('k-taro', '1000', '1001', 1, 0)",
            fine,
            false,
        ),
    ] {
        let mut office = Fixture::new();
        let punch = office.decided();
        office.sql(change).unwrap();
        assert_eq!(office.begins(punch.id, bounds), begins, "{name}");
        let left = office.punch(punch.id).attempts;
        assert_eq!(left, u32::from(begins), "{name}");
    }
}

#[test]
fn an_attempt_without_an_outcome_is_unknown_to_the_next_round() {
    let mut office = Fixture::new();
    let punch = office.decided();
    assert!(office.begins(punch.id, bounds()));
    assert_eq!(office.punch(punch.id).state, PunchState::Sending);
    assert_eq!(office.state.recover_attempts(at("17 11:00:00")).unwrap(), 1);
    let punch = office.punch(punch.id);
    assert_eq!(punch.state, PunchState::Unknown);
    assert!(punch.may_have_left);
    assert_eq!(punch.last_attempt_ended, Some(at("17 11:00:00")));
    assert_eq!(office.state.recover_attempts(at("17 12:00:00")).unwrap(), 0);
}

#[test]
fn an_outcome_says_whether_the_punch_may_have_left() {
    for (outcome, state, may_have_left) in [
        ("accepted", PunchState::Accepted, true),
        ("refused", PunchState::Refused, true),
        ("unknown", PunchState::Unknown, true),
        ("not-applied", PunchState::Decided, false),
    ] {
        let mut office = Fixture::new();
        let punch = office.decided();
        let run = office.state.begin_run(at("17 10:00:00")).unwrap();
        let attempt = office
            .state
            .write(|tx| begin(tx, punch.id, run, bounds(), at("17 10:05:00")))
            .unwrap();
        let ending = Ending {
            state,
            outcome,
            status: Some(201),
            kot_code: Some("1".to_owned()),
            kot_message: None,
        };
        office
            .state
            .write(|tx| end(tx, attempt.unwrap(), &ending, at("17 10:06:00")))
            .unwrap();
        let punch = office.punch(punch.id);
        assert_eq!(
            (punch.state, punch.may_have_left),
            (state, may_have_left),
            "{outcome}"
        );
        assert_eq!(punch.kot_code.as_deref(), Some("1"));
        let accepted = office.state.accepted_on(day(17)).unwrap();
        assert_eq!(
            accepted.iter().any(|punch| punch.employee == taro()),
            outcome == "accepted"
        );
    }
}

#[test]
fn an_absence_counts_only_from_earlier_rounds_and_after_the_attempt() {
    let mut office = Fixture::new();
    let punch = office.decided();
    let runs: Vec<i64> = (0..3)
        .map(|_| office.state.begin_run(at("17 10:00:00")).unwrap())
        .collect();
    office
        .state
        .remember_absence(punch.id, runs[0], at("17 10:30:00"))
        .unwrap();
    office
        .state
        .remember_absence(punch.id, runs[1], at("17 10:40:00"))
        .unwrap();
    for (run, not_before, found) in [
        (runs[0], "17 10:00:00", None),
        (runs[1], "17 10:00:00", Some("17 10:30:00")),
        (runs[2], "17 10:00:00", Some("17 10:30:00")),
        (runs[2], "17 10:35:00", Some("17 10:40:00")),
        (runs[2], "17 10:45:00", None),
    ] {
        let absent = office
            .state
            .absent_before(punch.id, run, at(not_before))
            .unwrap();
        assert_eq!(absent, found.map(at), "{run} {not_before}");
    }
}
