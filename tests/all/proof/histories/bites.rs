//! The model and the judge on their own: worked days of the page of the rules, and records that are wrong.

use super::books::Books;
use super::judge::{Answer, Asked, Judge, Noted, Seen, Stored};
use super::model::{Punched, given};
use super::script::{Choices, DAY, Division, HOUR, History, Log, MINUTE, Person};

/// One person, and logs as `1 09:00 on`, collected at once; with a further time, then.
fn history(division: Division, breaks: bool, lines: &[&str]) -> History {
    let log = |line: &&str| {
        let words: Vec<&str> = line.split(' ').collect();
        let at = moment(words[0], words[1]);
        Log {
            id: None,
            at,
            collected: words.get(4).map_or(at, |clock| moment(words[3], clock)),
            is_on: words[2] == "on",
            pc: "PC-0".to_owned(),
            user: "0000".to_owned(),
        }
    };
    let person = Person {
        code: "0000".to_owned(),
        division,
        hired: None,
        is_there: true,
    };
    History {
        seed: 0,
        choices: Choices {
            breaks,
            rolling: false,
            unread: false,
            at_once: true,
            lookback: 14,
            max_age: 14,
        },
        people: vec![person],
        logs: lines.iter().map(log).collect(),
        steps: Vec::new(),
        calm: 2,
    }
}

fn moment(day: &str, clock: &str) -> i64 {
    let (hour, rest) = clock.split_once(':').expect("a time");
    let (minute, second) = rest.split_once(':').unwrap_or((rest, "0"));
    let number = |text: &str| text.parse::<i64>().expect("a number");
    number(day) * DAY + number(hour) * HOUR + number(minute) * MINUTE + number(second)
}

fn books() -> Books {
    let mut books = Books::default();
    books.sync([(0, "0000".to_owned(), i64::MAX)].into_iter());
    books
}

/// `1 出勤 1 09:00`: work day, kind, time.
fn told(punched: &Punched) -> String {
    let (_, day, kind, minute) = punched;
    let kind = ["出勤", "退勤", "休憩開始", "休憩終了"][usize::from(kind - 1)];
    let (on, rest) = (minute / 1440, minute % 1440);
    format!("{day} {kind} {on} {:02}:{:02}", rest / 60, rest % 60)
}

#[test]
fn the_worked_days_of_the_page_come_out_of_the_model() {
    use Division::{Lab, Office, Plant};
    let lunch = |back| ["1 09:00 on", "1 12:00:30 off", back, "1 18:22 off"];
    let cases: [(Division, &[&str], &[&str]); 9] = [
        (
            Office,
            &["1 09:03 on", "1 18:22 off 2 08:40"],
            &["1 出勤 1 09:03", "1 退勤 1 18:22"],
        ),
        (
            Office,
            &lunch("1 13:00 on"),
            &[
                "1 出勤 1 09:00",
                "1 退勤 1 18:22",
                "1 休憩開始 1 12:00",
                "1 休憩終了 1 13:00",
            ],
        ),
        (
            Office,
            &lunch("1 12:59:59 on"),
            &["1 出勤 1 09:00", "1 退勤 1 18:22"],
        ),
        (
            Lab,
            &["1 22:00 on", "2 03:30 off"],
            &["1 出勤 1 22:00", "1 退勤 2 03:30"],
        ),
        (
            Plant,
            &[
                "1 22:00 on",
                "2 02:00 off",
                "2 02:30 on",
                "2 06:00 off",
                "2 22:00 on",
                "3 06:00 off",
            ],
            &[
                "1 出勤 1 22:00",
                "1 退勤 2 06:00",
                "2 出勤 2 22:00",
                "2 退勤 3 06:00",
            ],
        ),
        (
            Office,
            &["1 22:00 on", "2 06:00 off", "2 22:00 on", "3 06:00 off"],
            &["1 出勤 1 22:00", "2 出勤 2 22:00"],
        ),
        (
            Office,
            &[
                "1 09:00 on",
                "2 09:10 on",
                "1 19:40 off 2 09:12",
                "2 18:00 off",
            ],
            &[
                "1 出勤 1 09:00",
                "1 退勤 1 19:40",
                "2 出勤 2 09:10",
                "2 退勤 2 18:00",
            ],
        ),
        (
            Office,
            &["1 12:00 off", "1 13:00 on", "1 18:00 off", "1 18:00:40 off"],
            &["1 退勤 1 18:00"],
        ),
        (
            Office,
            &["1 03:00 on", "1 03:10 off", "1 09:00 on", "1 18:00 off"],
            &["1 出勤 1 09:00", "1 退勤 1 18:00"],
        ),
    ];
    for (division, lines, expected) in cases {
        let history = history(division, true, lines);
        let found: Vec<String> = given(&history, &books(), moment("4", "12:00"))
            .keys()
            .map(told)
            .collect();
        assert_eq!(found, expected, "{lines:?}");
    }
}

#[test]
fn nothing_is_given_before_it_is_known_or_to_whom_it_is_not_known() {
    let history = history(
        Division::Office,
        false,
        &["1 09:00 on 1 11:00", "1 18:00 off"],
    );
    let given = |books: &Books, clock| given(&history, books, moment("1", clock)).len();
    assert_eq!(
        ["10:59", "11:01", "29:59", "30:00"].map(|clock| given(&books(), clock)),
        [0, 1, 1, 2]
    );
    assert_eq!(given(&Books::default(), "30:00"), 0);
}

const IN: Punched = (0, 1, 1, 1440 + 9 * 60);
const OUT: Punched = (0, 1, 2, 1440 + 18 * 60);

fn post(punched: Punched, answer: Answer) -> Asked {
    Asked::Post {
        punched,
        is_applied: answer == Answer::Accepted,
        answer,
    }
}

fn stored(punched: Punched, is_ours: bool) -> Stored {
    Stored { punched, is_ours }
}

/// Rounds by day and time of day, with what each asks and what was there before.
type Rounds<'a> = &'a [(&'a str, &'a str, &'a [Asked], &'a [Stored])];

/// A day of one session, whose rounds each see these requests and what was there before.
fn judged(rounds: Rounds<'_>) -> Result<(), String> {
    let history = history(Division::Office, false, &["1 09:00 on", "1 18:00 off"]);
    let mut judge = Judge::new(&history);
    for (day, clock, asked, before) in rounds {
        let time = moment(day, clock);
        judge.sees(&Seen {
            time,
            asked: asked.to_vec(),
            before: before.to_vec(),
            books: &books(),
            reads: &[time],
            finished: None,
        })?;
    }
    Ok(())
}

#[test]
fn a_post_that_may_not_be_made_is_objected_to() {
    let reading = || Asked::Reading(1..2);
    let good = |punched| [reading(), post(punched, Answer::Accepted)];
    let ours = [stored(IN, true)];
    assert_eq!(
        judged(&[
            ("1", "12:00", &good(IN), &[]),
            ("2", "12:00", &good(OUT), &ours)
        ]),
        Ok(())
    );
    let moved = (0, 1, 1, IN.3 + 1);
    let others = [stored(moved, false)];
    let lost = || [reading(), post(IN, Answer::Unknown)];
    let refused = [reading(), post(IN, Answer::Refused)];
    let wrong: [(&str, Rounds<'_>); 11] = [
        (
            "the rules do not give",
            &[("1", "12:00", &good(moved), &[])],
        ),
        (
            "the rules do not give",
            &[("1", "23:00", &good(OUT), &ours)],
        ),
        ("without a reading", &[("1", "12:00", &good(IN)[1..], &[])]),
        ("in the closed hours", &[("1", "09:30", &good(IN), &[])]),
        ("one is there", &[("1", "12:00", &good(IN), &others)]),
        ("without a 出勤", &[("2", "12:00", &good(OUT), &[])]),
        ("too old", &[("16", "12:00", &good(IN), &[])]),
        (
            "once more goes the accepted",
            &[
                ("1", "12:00", &good(IN), &[]),
                ("1", "13:00", &good(IN), &[]),
            ],
        ),
        (
            "too soon",
            &[("1", "12:00", &lost(), &[]), ("1", "12:29", &good(IN), &[])],
        ),
        (
            "a third time",
            &[
                ("1", "12:00", &lost(), &[]),
                ("1", "12:40", &lost(), &[]),
                ("1", "13:20", &lost(), &[]),
            ],
        ),
        (
            "once more goes the refused",
            &[
                ("1", "12:00", &refused, &[]),
                ("1", "13:00", &good(IN), &[]),
            ],
        ),
    ];
    for (why, rounds) in wrong {
        let said = judged(rounds).expect_err(why);
        assert!(said.contains(why), "{why}: {said}");
    }
}

#[test]
fn an_end_that_lacks_something_or_has_it_twice_is_objected_to() {
    let history = history(Division::Office, false, &["1 09:00 on", "1 18:00 off"]);
    let noted = |punched, state: &str| Noted {
        punched,
        state: state.to_owned(),
        reason: String::new(),
    };
    let rests = |there: &[Stored], book: &[Noted]| {
        Judge::new(&history).rests(&books(), moment("4", "12:00"), there, book)
    };
    let (begun, ended) = (stored(IN, true), stored(OUT, true));
    assert_eq!(rests(&[begun, ended], &[]), Ok(()));
    // Whoever never punched in by any means gets no 退勤.
    for (why, there, book) in [
        ("lost", &[][..], noted(IN, "decided")),
        ("lost", &[ended], noted(IN, "decided")),
        ("lost", &[begun], noted(OUT, "decided")),
        ("lost", &[begun], noted(OUT, "withdrawn")),
        ("lost", &[begun], noted(OUT, "person")),
        ("doubled", &[begun, ended, ended], noted(OUT, "accepted")),
        ("not settled", &[begun, ended], noted(OUT, "unknown")),
    ] {
        let said = rests(there, &[book]).expect_err(why);
        assert!(said.contains(why), "{why}: {said}");
    }
}
