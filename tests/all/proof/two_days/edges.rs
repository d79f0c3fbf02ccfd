//! Rounds that begin just before and after the closed hours, and rounds that run into them: KING OF TIME is asked
//! nothing that it would refuse, whichever way its clock is wrong.

use std::time::Duration;

use chrono::TimeDelta;
use pcpunch::sandbox::{Boundary, Fault, Hold, On, Request};

use super::{SKEWS, is_let_in};
use crate::harness::{Office, moment, pc_log};

const PERSON: (&str, &str, &str, &str) = ("1000", "勤怠", "太郎", "tarouk");
/// The first second in which no reading begins before the closed hours, and the first in which one does after them.
const EDGES: [(&str, &str); 2] = [("08:29:00", "10:01:00"), ("17:29:00", "18:31:00")];
/// How many seconds before and after an edge rounds begin, and how far from each other.
const AROUND: i64 = 100;
const STEP: usize = 10;
/// When a round begins that is slow, and when it goes on: by a clock that is half a minute ahead, KING OF TIME has
/// closed by then.
const BEGINS: &str = "08:28:50";
const GOES_ON: &str = "08:29:40";
const PATIENCE: Duration = Duration::from_secs(60);

/// An office of one person, whose services' clocks are wrong by so many seconds.
fn office(skew: i64, logs: &[&str]) -> Office {
    let office = Office::of(&[PERSON]);
    office.setting("punch.since", "2024-12-16");
    office.malion_has(logs.iter().map(|line| {
        let (time, operation) = line.rsplit_once(' ').expect("a time and an operation");
        pc_log(&format!("{time} PC-1 tarouk {operation}"))
    }));
    let kot = &office.sandbox.kot;
    kot.skew_clock(TimeDelta::seconds(skew));
    office.sandbox.malion.skew_clock(TimeDelta::seconds(skew));
    kot.clear_requests();
    office
}

/// What KING OF TIME was asked, all of which it did.
#[track_caller]
fn asked(office: &Office) -> Vec<Request> {
    let requests = office.sandbox.kot.requests();
    assert!(requests.iter().all(is_let_in), "{requests:#?}");
    office.sandbox.kot.clear_requests();
    requests
}

/// A 退勤 that waits for its 出勤 has its day read in every round in which that can be.
#[test]
fn a_day_is_read_up_to_the_guard_of_the_closed_hours_and_from_its_end_on() {
    let edges = EDGES
        .iter()
        .flat_map(|(closes, opens)| [(closes, false), (opens, true)]);
    for skew in SKEWS {
        // The first ログオン was lost when the PC started.
        let logs = ["12:00 ログオフ", "13:00 ログオン", "18:00 ログオフ"];
        let logs = logs.map(|log| format!("2024-12-16 {log}"));
        let office = office(skew, &logs.each_ref().map(String::as_str));
        for (edge, opens) in edges.clone() {
            for seconds in (-AROUND..=AROUND).step_by(STEP) {
                let edge = moment(&format!("2024-12-17 {edge}"));
                office.is_at(edge + TimeDelta::seconds(seconds));
                let ran = office.relay().exits(0);
                let is_read = !asked(&office).is_empty();
                assert_eq!(
                    is_read,
                    (seconds >= 0) == opens,
                    "{skew:+} s\n{}",
                    ran.told()
                );
            }
        }
        office.kot_has(&[]);
    }
}

/// A round that begins just before the guard of the closed hours and is in them after the first thing that is slow.
struct Slow {
    what: &'static str,
    logs: &'static [&'static str],
    /// The day of the round.
    day: &'static str,
    waits: fn(&Office, Fault),
    /// The questions of the round, of which the first is which company the token is of, and its punches.
    reads: usize,
    posts: usize,
    /// What is there when the hours are over.
    punches: &'static [&'static str],
}

const CAME: &[&str] = &["2024-12-17 08:10 ログオン"];
const CAME_THERE: &[&str] = &["1000 2024-12-17 出勤 08:10"];

const SLOW_ROUNDS: [Slow; 5] = [
    Slow {
        what: "the logs",
        logs: CAME,
        day: "2024-12-17",
        waits: |office, fault| office.sandbox.malion.fault(fault, On::logs()),
        reads: 0,
        posts: 0,
        punches: CAME_THERE,
    },
    Slow {
        what: "the first question of the daily sync",
        logs: CAME,
        day: "2024-12-17",
        waits: |office, fault| {
            office.setting("link.employees", "on");
            office.sandbox.kot.fault(fault, On::get("/v1.0/"));
        },
        reads: 1,
        posts: 0,
        punches: CAME_THERE,
    },
    Slow {
        what: "whether a month is closed",
        logs: CAME,
        day: "2024-12-22",
        waits: |office, fault| {
            let question = On::get("/v1.0/daily-workings");
            office.sandbox.kot.fault(fault, question);
        },
        reads: 2,
        posts: 0,
        punches: CAME_THERE,
    },
    Slow {
        what: "the first of three days",
        logs: &[
            "2024-12-16 09:00 ログオン",
            "2024-12-16 18:00 ログオフ",
            "2024-12-17 09:00 ログオン",
            "2024-12-17 18:00 ログオフ",
            "2024-12-18 08:10 ログオン",
        ],
        day: "2024-12-18",
        waits: |office, fault| office.sandbox.kot.fault(fault, On::reading()),
        reads: 2,
        posts: 2,
        punches: &[
            "1000 2024-12-16 出勤 09:00",
            "1000 2024-12-16 退勤 18:00",
            "1000 2024-12-17 出勤 09:00",
            "1000 2024-12-17 退勤 18:00",
            "1000 2024-12-18 出勤 08:10",
        ],
    },
    Slow {
        what: "a punch",
        logs: CAME,
        day: "2024-12-17",
        waits: |office, fault| office.sandbox.kot.fault(fault, On::punch()),
        reads: 2,
        posts: 1,
        punches: CAME_THERE,
    },
];

/// The round asked no more than it might, and what it left is there when the hours are over.
#[track_caller]
fn waits_for_the_end(office: &Office, slow: &Slow) {
    let requests = office.sandbox.kot.requests();
    let is_read = |request: &&Request| request.method == "GET";
    let reads = requests.iter().filter(is_read).count();
    let (found, may) = ((reads, requests.len() - reads), (slow.reads, slow.posts));
    assert_eq!(found, may, "{}: {requests:#?}", slow.what);
    office.sandbox.kot.clear_requests();
    let (_, opens) = EDGES[0];
    office.at(&format!("{} {opens}", slow.day)).relay().exits(0);
    assert!(!asked(office).is_empty(), "{}", slow.what);
    office.kot_has(slow.punches);
}

#[test]
fn a_round_that_runs_into_the_closed_hours_asks_nothing_more() {
    for slow in SLOW_ROUNDS {
        let office = office(SKEWS[1], slow.logs);
        let hold = Hold::at(Boundary::BeforeAnswering);
        (slow.waits)(&office, Fault::Hold(hold.clone()));
        let round = office
            .at(&format!("{} {BEGINS}", slow.day))
            .starts_a_round();
        assert!(hold.wait_until_held(PATIENCE), "{}", slow.what);
        office.sleeps_until(&format!("{} {GOES_ON}", slow.day));
        hold.go_on();
        round.ends().exits(0);
        waits_for_the_end(&office, &slow);
    }
}
