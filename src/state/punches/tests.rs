//! What the file itself forbids, whatever the code above it does, and what a person may decide.

use super::super::Error;
use super::super::fixture::{Fixture, at, day, logon};
use crate::domain::pc_log::LogId;
use crate::domain::plan::{Change, Hold};
use crate::domain::punch::{PunchKind, PunchState};
use crate::domain::time::Minute;

fn is_constraint(result: &Result<(), Error>) -> bool {
    let code = match result {
        Err(Error::Sql(error)) => error.sqlite_error_code(),
        _ => None,
    };
    code == Some(rusqlite::ErrorCode::ConstraintViolation)
}

#[test]
fn a_person_has_one_clock_in_and_one_clock_out_a_work_day_whatever_became_of_it() {
    for kind in [PunchKind::ClockIn, PunchKind::ClockOut] {
        for state in PunchState::ALL {
            let mut office = Fixture::new();
            let grounds = office.take(&[logon(None, "17 09:00:00"), logon(None, "17 10:00:00")]);
            office
                .add(day(17), kind, "17 09:00:00", grounds[0])
                .unwrap();
            office
                .sql(&format!("UPDATE punches SET state = '{}'", state.name()))
                .unwrap();
            let second = office.add(day(17), kind, "17 10:00:00", grounds[1]);
            assert!(is_constraint(&second), "{kind:?} {state:?} {second:?}");
        }
    }
}

#[test]
fn a_log_is_the_ground_of_one_punch_of_a_kind() {
    let mut office = Fixture::new();
    let ground = office.take(&[logon(None, "17 09:00:00")])[0];
    office
        .add(day(17), PunchKind::ClockIn, "17 09:00:00", ground)
        .unwrap();
    assert!(is_constraint(&office.add(
        day(18),
        PunchKind::ClockIn,
        "17 09:00:00",
        ground
    )));
    assert!(is_constraint(&office.add(
        day(18),
        PunchKind::ClockIn,
        "17 09:00:00",
        LogId(99)
    )));
    assert_eq!(
        office.state.punches_in(&PunchState::ALL).unwrap().len(),
        1,
        "nothing is half applied"
    );
    office
        .add(day(17), PunchKind::ClockOut, "17 09:00:00", ground)
        .unwrap();
}

#[test]
fn a_break_is_there_once_a_minute_and_a_rolling_clock_out_too() {
    let mut office = Fixture::new();
    let insert = |kind: i64, minute: i64, rolling: i64| {
        format!(
            "INSERT INTO punches (employee_key, work_day, kind, minute, rolling, state, decided_at, changed_at)
             VALUES ('k-taro', '2024-12-17', {kind}, {minute}, {rolling}, 'decided', 0, 0)"
        )
    };
    for (kind, rolling) in [(3, 0), (4, 0), (2, 1)] {
        office.sql(&insert(kind, 600, rolling)).unwrap();
        office.sql(&insert(kind, 660, rolling)).unwrap();
        assert!(
            is_constraint(&office.sql(&insert(kind, 600, rolling))),
            "{kind}"
        );
    }
    assert!(is_constraint(&office.sql(&insert(3, 601, 0))), "no seconds");
    assert!(is_constraint(&office.sql(&insert(7, 600, 0))), "no 外出");
}

#[test]
fn a_punch_that_left_is_not_reset_or_withdrawn() {
    let mut office = Fixture::new();
    let punch = office.decided();
    office.sql("UPDATE punches SET state = 'accepted'").unwrap();
    let withdrawn = [Change::Withdraw { id: punch.id }];
    office
        .state
        .apply_changes(&withdrawn, at("17 11:00:00"))
        .unwrap();
    assert_eq!(office.punch(punch.id).state, PunchState::Accepted);
}

#[test]
fn a_person_may_send_what_waits_for_one_and_drop_what_is_not_there() {
    for state in PunchState::ALL {
        let sendable = [PunchState::Held, PunchState::Refused, PunchState::Person].contains(&state);
        let droppable = sendable || state == PunchState::Decided;
        let mut office = Fixture::new();
        let punch = office.decided();
        let set = format!("UPDATE punches SET state = '{}'", state.name());
        office.sql(&set).unwrap();
        let now = at("17 11:00:00");
        assert_eq!(
            office.state.release_punch(punch.id, now).unwrap(),
            sendable,
            "{state:?}"
        );
        assert_eq!(office.punch(punch.id).released, sendable, "{state:?}");
        office.sql(&set).unwrap();
        assert_eq!(
            office.state.drop_punch(punch.id, "by hand", now).unwrap(),
            droppable,
            "{state:?}"
        );
    }
}

#[test]
fn a_hold_is_kept_with_its_reason_and_taken_back() {
    let mut office = Fixture::new();
    let punch = office.decided();
    let ground = punch.logs[0];
    let time = Minute::cut(at("17 09:03:00"));
    for (hold, state) in [
        (Some(Hold::TooOld), PunchState::Held),
        (None, PunchState::Decided),
    ] {
        let change = Change::Reset {
            id: punch.id,
            time,
            ground,
            hold,
        };
        office
            .state
            .apply_changes(&[change], at("17 11:00:00"))
            .unwrap();
        let punch = office.punch(punch.id);
        assert_eq!(
            (punch.state, punch.reason.as_deref()),
            (state, hold.map(Hold::name))
        );
        assert_eq!(punch.logs, [ground]);
    }
}

#[test]
fn a_punch_that_a_person_moved_on_is_not_moved_by_what_was_read_before() {
    for (now_is, from, moves) in [
        (PunchState::Decided, PunchState::Decided, true),
        (PunchState::Dropped, PunchState::Decided, false),
        (PunchState::Dropped, PunchState::Held, false),
        (PunchState::Accepted, PunchState::Unknown, false),
    ] {
        let mut office = Fixture::new();
        let id = office.decided().id;
        let set = format!("UPDATE punches SET state = '{}'", now_is.name());
        office.sql(&set).unwrap();
        let (to, reason, at) = (PunchState::AlreadyThere, Some("08:55"), at("17 11:00:00"));
        office
            .state
            .set_punch_state(id, from, to, reason, at)
            .unwrap();
        let expected = if moves { to } else { now_is };
        assert_eq!(office.punch(id).state, expected, "{from:?}");
    }
}
