//! The limits of the promise, each with the way in which it is broken there: what is assumed, and what the
//! settings weaken, is needed.

use super::promises::{ONE_IN_ALL, ONE_OF_OURS};
use super::scenario::{Beyond, IN, Scenario, Trouble};
use super::told::breaks;

fn beyond(beyond: Beyond, trouble: Trouble) -> Scenario {
    Scenario {
        beyond: Some(beyond),
        ..Scenario::of(&[IN], trouble)
    }
}

#[test]
fn a_request_applied_later_than_the_unknown_minutes_may_double() {
    let trouble = Trouble {
        ticks: 4,
        lost: 1,
        ..Trouble::NONE
    };
    breaks(
        "applied late",
        ONE_OF_OURS,
        beyond(Beyond::AppliedLate, trouble),
    );
}

#[test]
fn readings_that_do_not_show_what_was_applied_may_double() {
    let trouble = Trouble {
        ticks: 4,
        lost: 1,
        ..Trouble::NONE
    };
    breaks(
        "blind reading",
        ONE_OF_OURS,
        beyond(Beyond::BlindReading, trouble),
    );
}

#[test]
fn a_proxy_that_repeats_a_post_doubles() {
    let trouble = Trouble {
        lost: 1,
        ..Trouble::NONE
    };
    breaks("a proxy", ONE_OF_OURS, beyond(Beyond::Repeated, trouble));
}

#[test]
fn a_punch_by_hand_between_reading_and_sending_may_double() {
    let trouble = Trouble {
        hands: 1,
        ..Trouble::NONE
    };
    breaks(
        "by hand meanwhile",
        ONE_IN_ALL,
        beyond(Beyond::HandMeanwhile, trouble),
    );
}

#[test]
fn a_second_state_file_of_the_same_company_may_double() {
    let scenario = Scenario {
        files: 2,
        ..Scenario::of(&[IN], Trouble::NONE)
    };
    breaks("a second state file", ONE_OF_OURS, scenario);
}

#[test]
fn a_cloned_state_file_doubles_in_the_closed_hours_under_send() {
    let scenario = Scenario {
        files: 2,
        closed: Some((0, 3)),
        sends_unread: true,
        was_at_work: true,
        ..Scenario::of(&[IN], Trouble::NONE)
    };
    breaks("a cloned state file under send", ONE_OF_OURS, scenario);
}
