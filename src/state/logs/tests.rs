//! Taking logs: each record once, and the cursor in the same step.

use super::super::fixture::{Fixture, at, logon};
use super::super::{Progress, Reading};
use crate::domain::pc_log::{LinkKind, Operation, RawLog};

#[test]
fn the_same_record_is_taken_once_by_its_id_or_else_by_what_it_says() {
    let other_user = RawLog {
        user: "hanako".to_owned(),
        ..logon(None, "17 09:00:00")
    };
    let other_word = RawLog {
        operation: Operation::Other("ロック".to_owned()),
        ..logon(None, "17 09:00:00")
    };
    for (name, first, second, new) in [
        (
            "one id",
            logon(Some("L1"), "17 09:00:00"),
            logon(Some("L1"), "17 09:00:00"),
            0,
        ),
        (
            "one id, told anew",
            logon(Some("L1"), "17 09:00:00"),
            logon(Some("L1"), "17 09:00:01"),
            0,
        ),
        (
            "two ids",
            logon(Some("L1"), "17 09:00:00"),
            logon(Some("L2"), "17 09:00:00"),
            1,
        ),
        (
            "no id, one second",
            logon(None, "17 09:00:00"),
            logon(None, "17 09:00:00"),
            0,
        ),
        (
            "no id, another second",
            logon(None, "17 09:00:00"),
            logon(None, "17 09:00:01"),
            1,
        ),
        (
            "no id, another user",
            logon(None, "17 09:00:00"),
            other_user,
            1,
        ),
        (
            "no id, another operation",
            logon(None, "17 09:00:00"),
            other_word,
            1,
        ),
        (
            "first without, then with",
            logon(None, "17 09:00:00"),
            logon(Some("L1"), "17 09:00:00"),
            0,
        ),
        (
            "first with, then without",
            logon(Some("L1"), "17 09:00:00"),
            logon(None, "17 09:00:00"),
            0,
        ),
    ] {
        let mut office = Fixture::new();
        assert_eq!(office.take(&[first]).len(), 1, "{name}");
        assert_eq!(office.take(&[second]).len(), new, "{name}");
    }
}

#[test]
fn the_file_itself_refuses_a_log_that_it_has() {
    for id in [Some("L1"), None] {
        let mut office = Fixture::new();
        office.take(&[logon(id, "17 09:00:00")]);
        let again = office.sql(
            "INSERT INTO logs (kind, log_id, occurred_at, collected_at, operation, terminal, domain, user,
                               user_name, link_code, source, taken_at)
             SELECT kind, log_id, occurred_at, collected_at, operation, terminal, domain, user, user_name,
                    link_code, source, taken_at FROM logs",
        );
        assert!(again.is_err(), "{id:?}");
    }
}

#[test]
fn where_one_log_cannot_be_stored_none_is_and_the_cursor_stays() {
    let mut office = Fixture::new();
    office
        .sql(
            "CREATE TRIGGER full BEFORE INSERT ON logs WHEN new.terminal = 'PC-2'
             BEGIN SELECT RAISE(ABORT, 'the disk is full'); END",
        )
        .unwrap();
    let reading = Reading {
        kind: LinkKind::MaLion,
        source: "test",
        taken_at: at("17 10:00:00"),
    };
    let span = Progress::Collected(at("17 09:00:00"), at("17 10:00:00"));
    let first = logon(None, "17 09:00:00");
    let second = RawLog {
        terminal: "PC-2".to_owned(),
        ..logon(None, "17 09:05:00")
    };
    let logs = [first.clone(), second];
    assert!(office.state.take_logs(reading, &logs, span).is_err());
    assert_eq!(office.state.cursor(LinkKind::MaLion).unwrap(), None);
    assert_eq!(office.take(&[first]).len(), 1, "it was not kept");
}

#[test]
fn the_cursor_moves_with_the_logs_and_a_file_leaves_it() {
    let mut office = Fixture::new();
    let reading = Reading {
        kind: LinkKind::MaLion,
        source: "test",
        taken_at: at("17 10:00:00"),
    };
    let (from, until) = (at("16 10:00:00"), at("17 10:00:00"));
    let log = [logon(None, "17 09:00:00")];
    office
        .state
        .take_logs(reading, &log, Progress::File(from, until))
        .unwrap();
    assert_eq!(office.state.cursor(LinkKind::MaLion).unwrap(), None);
    office
        .state
        .take_logs(reading, &[], Progress::Collected(until, at("17 11:00:00")))
        .unwrap();
    assert_eq!(
        office.state.cursor(LinkKind::MaLion).unwrap(),
        Some(at("17 11:00:00"))
    );
    let spans = office.state.spans(LinkKind::MaLion).unwrap();
    assert_eq!(spans.as_slice(), [(from, at("17 11:00:00"))]);
}

#[test]
fn readings_by_occurrence_each_count_for_themselves_and_the_whole_one_is_remembered() {
    let mut office = Fixture::new();
    let reading = Reading {
        kind: LinkKind::MaLion,
        source: "test",
        taken_at: at("17 10:00:00"),
    };
    let occurred = |from, began, reread| Progress::Occurred {
        from: at(from),
        began: at(began),
        reread,
    };
    let steps = [
        (
            Progress::Onwards(at("16 10:00:00")),
            "16 10:00:00",
            None,
            vec![],
        ),
        (
            occurred("03 10:00:00", "17 10:00:00", true),
            "17 10:00:00",
            Some("17 10:00:00"),
            vec![("03 10:00:00", "17 10:00:00")],
        ),
        (
            occurred("17 09:00:00", "17 11:00:00", false),
            "17 11:00:00",
            Some("17 10:00:00"),
            vec![
                ("03 10:00:00", "17 10:00:00"),
                ("17 09:00:00", "17 11:00:00"),
            ],
        ),
        (
            occurred("03 10:00:00", "17 16:00:00", true),
            "17 16:00:00",
            Some("17 16:00:00"),
            vec![("03 10:00:00", "17 16:00:00")],
        ),
    ];
    for (progress, cursor, reread, spans) in steps {
        office.state.take_logs(reading, &[], progress).unwrap();
        let state = &office.state;
        let kind = LinkKind::MaLion;
        assert_eq!(state.cursor(kind).unwrap(), Some(at(cursor)));
        assert_eq!(state.last_reread(kind).unwrap(), reread.map(at));
        let expected: Vec<_> = spans.into_iter().map(|(a, b)| (at(a), at(b))).collect();
        assert_eq!(state.spans(kind).unwrap().as_slice(), expected);
    }
}
