//! The judge on its own: records that are wrong.

use std::collections::{BTreeMap, BTreeSet};

use super::super::super::calendar::{DAY, HOUR};
use super::super::books::Books;
use super::super::judge::{Judge, Noted, Post, Seen, Told};
use super::super::model::Punched;
use super::{NEVER, day_of, punched, syncs, two};

/// What a round of day 4 sent, and what stands then in the relay's file.
struct Round<'a> {
    posts: &'a [(Punched, bool)],
    noted: &'a [(Punched, &'a str, &'a str)],
    fate: &'a str,
    told: &'a [(&'a str, Option<usize>, Option<&'a str>)],
}

/// The judge's word of a round with A's logs of day 3.
fn judged(books: &Books, round: &Round<'_>) -> Result<(), String> {
    let logs = day_of("A", 3);
    let told = |(code, person, user): &(&str, Option<usize>, Option<&str>)| Told {
        code: (*code).to_owned(),
        person: *person,
        user: user.map(str::to_owned),
        day: person.filter(|_| *code != "code-moved").map(|_| 3),
        is_open: true,
    };
    let post = |(punched, is_taken): &(Punched, bool)| Post {
        punched: *punched,
        is_taken: *is_taken,
    };
    let noted = |(punched, state, reason): &(Punched, &str, &str)| {
        (*punched, (*state).to_owned(), (*reason).to_owned())
    };
    let taken = round.posts.iter().filter(|(_, is_taken)| *is_taken);
    Judge::new(&logs).sees(&Seen {
        time: 4 * DAY + 12 * HOUR,
        posts: round.posts.iter().map(post).collect(),
        books,
        listed: BTreeSet::from([0, 1]),
        there: taken.map(|(punched, _)| *punched).collect(),
        noted: Noted {
            punches: round.noted.iter().map(noted).collect(),
            fates: BTreeMap::from([0, 1].map(|log| (log, round.fate.to_owned()))),
            findings: round.told.iter().map(told).collect(),
        },
    })
}

const QUIET: Round<'_> = Round {
    posts: &[],
    noted: &[],
    fate: "punched",
    told: &[],
};

#[test]
fn a_punch_for_the_wrong_key_twice_or_not_at_all_is_objected_to() {
    let (begun, ended) = (punched(0, 3, 1), punched(0, 3, 2));
    let good = [(begun, true), (ended, true)];
    let sends = |posts| judged(&two(), &Round { posts, ..QUIET });
    assert_eq!(sends(&good), Ok(()));
    for (why, posts) in [
        ("lost", &[][..]),
        ("lost", &good[..1]),
        ("do not give", &[(punched(1, 3, 1), true)]),
        ("do not give", &[((0, 3, 1, begun.3 + 1), true)]),
        ("without a 出勤", &good[1..]),
        ("once more", &[good[0], good[0]]),
        ("once more", &[(begun, false), (begun, true)]),
        ("lost", &[(begun, false)]),
    ] {
        let said = sends(posts).expect_err(why);
        assert!(said.contains(why), "{why}: {said}");
    }
}

#[test]
fn whoever_is_held_gone_or_has_left_is_sent_nothing_and_all_of_it_is_told() {
    let (begun, ended) = (punched(0, 3, 1), punched(0, 3, 2));
    let posts = &[(begun, true)][..];
    let books = |day, people: &[(usize, &str, i64)]| {
        let mut books = two();
        syncs(&mut books, day, people, &["A", "B"]);
        books
    };
    let held = books(3, &[(0, "B", NEVER), (1, "A", NEVER)]);
    let gone = books(3, &[(1, "B", NEVER)]);
    let left = books(3, &[(0, "A", 2), (1, "B", NEVER)]);
    let waiting = &[(begun, "held", "code-moved"), (ended, "held", "code-moved")][..];
    let free = &[(begun, "decided", ""), (ended, "decided", "")][..];
    let moved = &[("code-moved", Some(0), None), ("code-moved", Some(1), None)][..];
    let after = &[("not-employed", Some(0), None)][..];
    let of_leaver = Round {
        fate: "not-employed",
        told: after,
        ..QUIET
    };
    let nobody = Books::default();
    let parked = Round {
        fate: "unlinked",
        told: &[("unlinked", None, Some("A"))],
        ..QUIET
    };
    for (books, round) in [
        (
            &held,
            &Round {
                noted: waiting,
                told: moved,
                ..QUIET
            },
        ),
        (
            &gone,
            &Round {
                noted: free,
                ..QUIET
            },
        ),
        (&left, &of_leaver),
        (&nobody, &parked),
    ] {
        assert_eq!(judged(books, round), Ok(()));
    }
    for (why, books, round) in [
        (
            "who is held",
            &held,
            Round {
                posts,
                noted: waiting,
                told: moved,
                ..QUIET
            },
        ),
        (
            "lost",
            &held,
            Round {
                noted: free,
                told: moved,
                ..QUIET
            },
        ),
        (
            "found: false",
            &held,
            Round {
                noted: waiting,
                ..QUIET
            },
        ),
        (
            "who is gone",
            &gone,
            Round {
                posts,
                noted: free,
                ..QUIET
            },
        ),
        ("lost", &gone, QUIET),
        ("do not give", &left, Round { posts, ..of_leaver }),
        (
            "not told",
            &left,
            Round {
                told: &[],
                ..of_leaver
            },
        ),
        (
            "not told",
            &nobody,
            Round {
                fate: "within",
                ..parked
            },
        ),
        (
            "not told",
            &nobody,
            Round {
                told: &[],
                ..parked
            },
        ),
    ] {
        let said = judged(books, &round).expect_err(why);
        assert!(said.contains(why), "{why}: {said}");
    }
}
