//! Killed while a request is under way, which KING OF TIME then takes at once, later, or never.

use std::time::Duration;

use pcpunch::sandbox::{Boundary, Fault, Hold, On};

use super::{BREAKS, Doomed, Eve, MORNING, NEXT_MORNING, Toll, UNREAD};
use crate::harness::Office;

const PATIENCE: Duration = Duration::from_secs(20);

/// What becomes of the request after the kill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Then {
    AppliedAtOnce,
    AppliedAfterTheNextRound,
    Dropped,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Which {
    Logs,
    Reading,
    Punch(u32),
}

/// The requests of a round before its first punch.
const READ: [Which; 2] = [Which::Logs, Which::Reading];

#[test]
fn a_morning_round_that_dies_at_any_request_loses_and_doubles_nothing() {
    at_every_request(MORNING, &READ, 3);
}

#[test]
fn a_next_morning_round_that_dies_at_any_request_loses_and_doubles_nothing() {
    at_every_request(NEXT_MORNING, &READ, 6);
}

#[test]
fn a_next_morning_round_with_breaks_that_dies_at_any_request_loses_and_doubles_nothing() {
    at_every_request(BREAKS, &READ, 8);
}

#[test]
fn a_round_that_dies_while_it_sends_unread_loses_and_doubles_nothing() {
    at_every_request(UNREAD, &[Which::Logs], 3);
}

fn at_every_request(doomed: Doomed, first: &[Which], punches: u32) {
    let eve = doomed.eve();
    let mut tolls = Vec::new();
    let which = first.iter().copied();
    for which in which.chain((0..punches).map(Which::Punch)) {
        for boundary in [Boundary::BeforeApplying, Boundary::BeforeAnswering] {
            for then in [
                Then::AppliedAtOnce,
                Then::AppliedAfterTheNextRound,
                Then::Dropped,
            ] {
                let is_same_as_another = then == Then::AppliedAfterTheNextRound
                    && (boundary == Boundary::BeforeAnswering || !matches!(which, Which::Punch(_)));
                if !is_same_as_another {
                    tolls.push(killed_at(&eve, which, boundary, then));
                }
            }
        }
    }
    let toll: Toll = tolls.into_iter().sum();
    toll.tell(&format!("at each request of {}", doomed.told()));
}

fn killed_at(eve: &Eve, which: Which, boundary: Boundary, then: Then) -> Toll {
    let office = eve.office();
    let hold = Hold::at(boundary);
    let held = Fault::Hold(hold.clone());
    let sandbox = &office.sandbox;
    match which {
        Which::Logs => sandbox.malion.fault(held, On::logs()),
        Which::Reading => sandbox.kot.fault(held, On::reading()),
        Which::Punch(skip) => sandbox.kot.fault(held, On::punch().skip(skip)),
    }
    let round = office.starts_a_round();
    assert!(hold.wait_until_held(PATIENCE), "{which:?}");
    round.kill();
    let apply = || {
        hold.go_on();
        if matches!(which, Which::Punch(_)) {
            waits_until_applied(&office);
        }
    };
    match then {
        Then::AppliedAtOnce => apply(),
        Then::AppliedAfterTheNextRound => {}
        Then::Dropped => hold.drop_connection(),
    }
    let meanwhile = || {
        if then == Then::AppliedAfterTheNextRound {
            apply();
        }
    };
    eve.recovers(
        &office,
        meanwhile,
        &format!("{which:?} {boundary:?} {then:?}"),
    )
}

/// Until the punch that was parked is there.
fn waits_until_applied(office: &Office) {
    let parked = || {
        let requests = office.sandbox.kot.requests();
        let mut posts = requests
            .into_iter()
            .filter(|request| request.method == "POST");
        posts.find(|post| post.faulty)
    };
    while parked().is_some_and(|post| !post.applied) {
        std::thread::yield_now();
    }
}
