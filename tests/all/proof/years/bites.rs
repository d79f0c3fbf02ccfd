//! The model on its own: the pages' sentences.

mod objections;

use super::super::calendar::{DAY, HOUR, MINUTE};
use super::books::{Books, Listed, Moved};
use super::model::{Punched, given};
use super::script::{File, Log, Row};

/// A sync on that day of these people, each with code and last day.
fn syncs(books: &mut Books, day: i64, people: &[(usize, &str, i64)], borne: &[&str]) -> bool {
    let listed: Vec<Listed> = people
        .iter()
        .map(|(person, code, last)| Listed {
            person: *person,
            code: (*code).to_owned(),
            last: *last,
        })
        .collect();
    books.sync(&listed, &borne.iter().copied().collect(), day, None)
}

/// An import on that day by code and user name, which holds from that other day.
fn imports(books: &mut Books, day: i64, rows: &[(&str, &str)], from: Option<i64>) -> bool {
    let row = |(code, user): &(&str, &str)| Row {
        code: (*code).to_owned(),
        person: 0,
        user: (*user).to_owned(),
    };
    let file = File {
        rows: rows.iter().map(row).collect(),
        is_named: false,
        from,
    };
    books.import(&file, day)
}

const NEVER: i64 = i64::MAX;

/// Two people by their codes.
fn two() -> Books {
    let mut books = Books::default();
    assert!(syncs(
        &mut books,
        1,
        &[(0, "A", NEVER), (1, "B", NEVER)],
        &[]
    ));
    books
}

fn names(books: &Books) -> Vec<&str> {
    let people = books.people.values();
    people.map(|known| &*known.account.name).collect()
}

#[test]
fn an_account_follows_its_code_until_a_log_has_borne_it() {
    for (borne, name, moved) in [(&[][..], "C", None), (&["A"][..], "A", Some(Moved::Told))] {
        let mut books = two();
        syncs(&mut books, 5, &[(0, "C", NEVER), (1, "B", NEVER)], borne);
        assert_eq!(names(&books), [name, "B"]);
        assert_eq!(books.people[&0].moved, moved);
    }
}

#[test]
fn both_sides_of_a_moved_code_are_held_until_an_import_confirms_them() {
    let mut books = two();
    syncs(
        &mut books,
        5,
        &[(0, "B", NEVER), (1, "A", NEVER)],
        &["A", "B"],
    );
    assert_eq!([0, 1].map(|person| books.is_held(person)), [true, true]);
    assert!(imports(&mut books, 6, &[("B", "A")], None));
    assert_eq!([0, 1].map(|person| books.is_held(person)), [false, true]);
    assert!(books.undo(6));
    assert_eq!([0, 1].map(|person| books.is_held(person)), [true, true]);
}

#[test]
fn a_name_passes_on_from_its_day_and_comes_back_by_the_undo() {
    let mut books = two();
    let owners = |books: &Books| [3, 4, 6].map(|day| books.owner("A", day));
    for (from, expected) in [
        (None, [Some(0), Some(0), Some(1)]),
        (Some(4), [Some(0), Some(1), Some(1)]),
    ] {
        assert!(imports(&mut books, 6, &[("A", "n"), ("B", "A")], from));
        assert_eq!(owners(&books), expected);
        assert_eq!(books.owner("n", 0), Some(0), "its first link holds always");
        assert!(books.undo(6));
        assert_eq!(owners(&books), [Some(0); 3]);
    }
    assert!(
        !imports(&mut books, 6, &[("B", "A")], None),
        "two current people"
    );
}

#[test]
fn a_joiner_gets_no_name_that_another_account_bears_and_six_do_not_leave_at_once() {
    let mut books = two();
    let gone = [(1, "B", NEVER), (2, "A", NEVER)];
    assert!(syncs(&mut books, 5, &gone, &[]));
    assert_eq!(names(&books), ["A", "B", ""]);
    assert!(imports(&mut books, 6, &[("A", "A")], None));
    assert_eq!(names(&books), ["", "B", "A"]);

    let mut books = Books::default();
    let all: Vec<(usize, &str, i64)> = (0..8)
        .map(|one| (one, &"ABCDEFGH"[one..=one], NEVER))
        .collect();
    assert!(syncs(&mut books, 1, &all, &[]));
    assert!(!syncs(&mut books, 2, &all[6..], &[]));
    assert!(books.people.values().all(|known| known.is_listed));
    assert!(syncs(&mut books, 2, &all[5..], &[]));
}

/// One day's logs of a name, from nine to six.
fn day_of(user: &str, day: i64) -> [Log; 2] {
    [(9, true), (18, false)].map(|(hour, is_on)| {
        let at = day * DAY + hour * HOUR;
        let user = user.to_owned();
        Log {
            at,
            collected: at + 60,
            is_on,
            user,
        }
    })
}

fn punched(person: usize, day: i64, kind: u8) -> Punched {
    let hour = if kind == 1 { 9 } else { 18 };
    (person, day, kind, (day * DAY + hour * HOUR) / MINUTE)
}

#[test]
fn a_day_gives_its_first_log_at_once_and_its_last_when_it_is_settled() {
    let mut logs = Vec::from(day_of("A", 3));
    logs.extend(day_of("A", 4));
    logs.remove(3);
    let mut books = two();
    let kinds = |books: &Books, day: i64, hour: i64| {
        let given = given(&logs, books, day * DAY + hour * HOUR);
        given.punches.into_keys().collect::<Vec<_>>()
    };
    let (begun, ended) = (punched(0, 3, 1), punched(0, 3, 2));
    assert_eq!(kinds(&books, 4, 5), [begun]);
    assert_eq!(kinds(&books, 4, 7), [begun, ended]);
    assert_eq!(kinds(&books, 30, 0), [begun, ended, punched(0, 4, 1)]);
    syncs(&mut books, 5, &[(0, "A", 3), (1, "B", NEVER)], &[]);
    assert_eq!(kinds(&books, 30, 0), [begun, ended], "after the last day");
}
