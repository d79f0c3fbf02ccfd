//! Killed at every durable write, one further each time, until a round ends by itself.

use super::{BREAKS, Doomed, MORNING, NEXT_MORNING, Toll, UNREAD};

/// More writes than any round has: a round that never ends would be no proof.
const MOST: u32 = 200;

#[test]
fn a_morning_round_that_dies_before_any_commit_loses_and_doubles_nothing() {
    at_every_write(MORNING, "before");
}

#[test]
fn a_morning_round_that_dies_after_any_commit_loses_and_doubles_nothing() {
    at_every_write(MORNING, "after");
}

#[test]
fn a_next_morning_round_that_dies_before_any_commit_loses_and_doubles_nothing() {
    at_every_write(NEXT_MORNING, "before");
}

#[test]
fn a_next_morning_round_that_dies_after_any_commit_loses_and_doubles_nothing() {
    at_every_write(NEXT_MORNING, "after");
}

#[test]
fn a_next_morning_round_with_breaks_that_dies_before_any_commit_loses_and_doubles_nothing() {
    at_every_write(BREAKS, "before");
}

#[test]
fn a_next_morning_round_with_breaks_that_dies_after_any_commit_loses_and_doubles_nothing() {
    at_every_write(BREAKS, "after");
}

#[test]
fn a_round_that_dies_before_any_commit_of_what_goes_unread_loses_and_doubles_nothing() {
    at_every_write(UNREAD, "before");
}

#[test]
fn a_round_that_dies_after_any_commit_of_what_goes_unread_loses_and_doubles_nothing() {
    at_every_write(UNREAD, "after");
}

fn at_every_write(doomed: Doomed, side: &str) {
    let eve = doomed.eve();
    let mut tolls = Vec::new();
    for write in 1..=MOST {
        let office = eve.office();
        let point = format!("{side}:{write}");
        let died = office.dies_at(&point);
        tolls.push(eve.recovers(&office, || (), &point));
        if !died {
            // The last round was not killed: it is the proof that there is no further write.
            let toll: Toll = tolls.into_iter().skip(1).sum();
            toll.tell(&format!("{side} each commit of {}", doomed.told()));
            assert!(toll.points > 10, "{toll}");
            return;
        }
    }
    panic!("the round does not end");
}
