//! What goes after its time, and what stays however old it is.

use super::super::fixture::{Fixture, at, day, logon};
use super::{Keep, Pruned};
use crate::domain::punch::PunchState;
use crate::domain::time::WorkDay;

fn keep(from: WorkDay) -> Keep {
    Keep {
        from,
        never_linked_from: from,
    }
}

fn rows(office: &Fixture, table: &str) -> i64 {
    let count = format!("SELECT count(*) FROM {table}");
    let connection = &office.state.connection;
    connection.query_row(&count, [], |row| row.get(0)).unwrap()
}

#[test]
fn only_a_punch_with_nothing_left_to_do_goes_and_takes_its_log_with_it() {
    for state in PunchState::ALL {
        let mut office = Fixture::new();
        office.decided();
        office
            .sql(&format!("UPDATE punches SET state = '{}'", state.name()))
            .unwrap();
        let pruned = office.state.prune(&keep(day(30)), day(31)).unwrap();
        let rests = matches!(
            state,
            PunchState::Accepted
                | PunchState::AlreadyThere
                | PunchState::Withdrawn
                | PunchState::Dropped
        );
        let gone = usize::from(rests);
        let expected = Pruned {
            logs: gone,
            punches: gone,
        };
        assert_eq!(pruned, expected, "{state:?}");
        assert_eq!(rows(&office, "grounds"), i64::from(!rests), "{state:?}");
    }
}

#[test]
fn the_day_that_is_kept_and_what_its_sessions_began_with_stay() {
    let mut office = Fixture::new();
    office.take(&[
        logon(Some("a"), "14 23:59:59"),
        logon(Some("b"), "15 00:00:00"),
    ]);
    office
        .sql("UPDATE fates SET employee_key = 'k-taro'")
        .unwrap();
    let pruned = office.state.prune(&keep(day(17)), day(31)).unwrap();
    assert_eq!(
        (pruned.logs, rows(&office, "logs")),
        (0, 2),
        "they came on the 17th"
    );

    office.sql("UPDATE logs SET taken_at = 0").unwrap();
    assert_eq!(office.state.pruned_before().unwrap(), None);
    let pruned = office.state.prune(&keep(day(17)), day(31)).unwrap();
    assert_eq!((pruned.logs, rows(&office, "logs")), (1, 1));
    assert_eq!(office.state.pruned_before().unwrap(), Some(day(17)));
    assert_eq!(office.state.pruned_on().unwrap(), Some(day(31)));

    office.state.prune(&keep(day(10)), day(31)).unwrap();
    let known = office.state.pruned_before().unwrap();
    assert_eq!(known, Some(day(17)), "what is gone does not come back");
}

#[test]
fn logs_of_a_name_that_was_ever_linked_stay_when_those_of_the_others_go() {
    let mut office = Fixture::new();
    let mut stranger = logon(Some("b"), "17 09:00:00");
    stranger.user = "stranger".to_owned();
    office.take(&[logon(Some("a"), "17 09:00:00"), stranger]);
    let kept = Keep {
        from: day(1),
        never_linked_from: day(18),
    };
    assert_eq!(office.state.prune(&kept, day(31)).unwrap().logs, 1);
    let left = office
        .state
        .connection
        .query_row("SELECT user FROM logs", [], |row| row.get(0));
    let left: String = left.unwrap();
    assert_eq!(left, "tarouk");
}

#[test]
fn rounds_of_which_nothing_is_left_go_but_not_the_newest() {
    let mut office = Fixture::new();
    for _ in 0..3 {
        office.state.begin_run(at("17 10:00:00")).unwrap();
    }
    office.state.prune(&keep(day(30)), day(31)).unwrap();
    assert_eq!(rows(&office, "runs"), 1);
    assert_eq!(office.state.begin_run(at("30 10:00:00")).unwrap(), 4);
}
