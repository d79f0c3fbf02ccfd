//! The promises bite: a protocol with one step done wrongly breaks one of them, and the checker finds how.

use super::promises::{
    BY_PROOF, NEVER_BLIND, NONE_LOST, ONE_IN_ALL, ONE_OF_OURS, READ_FIRST, TWICE_ABSENT,
};
use super::scenario::{IN, Mutant, Scenario, Trouble};
use super::told::breaks;

const LOST: Trouble = Trouble {
    ticks: 4,
    lost: 2,
    ..Trouble::NONE
};

const KILLED: Trouble = Trouble {
    kills: 1,
    ..Trouble::NONE
};

fn with(mutant: Mutant, trouble: Trouble) -> Scenario {
    Scenario {
        mutant: Some(mutant),
        ..Scenario::of(&[IN], trouble)
    }
}

#[test]
fn an_attempt_committed_after_sending_doubles() {
    let scenario = with(Mutant::CommitAfterSending, KILLED);
    breaks("committed after sending", ONE_OF_OURS, scenario);
}

#[test]
fn an_unknown_punch_taken_for_a_decided_one_doubles() {
    for promise in [ONE_OF_OURS, NEVER_BLIND] {
        let scenario = with(Mutant::UnknownAsDecided, KILLED);
        breaks("unknown as decided", promise, scenario);
    }
}

#[test]
fn a_sending_without_a_reading_is_seen_and_doubles_what_was_made_by_hand() {
    let scenario = with(Mutant::NoReading, Trouble::NONE);
    breaks("no reading before a send", READ_FIRST, scenario);
    let hand = Trouble {
        hands: 1,
        ..Trouble::NONE
    };
    breaks(
        "no reading before a send",
        ONE_IN_ALL,
        with(Mutant::NoReading, hand),
    );
}

#[test]
fn a_reading_that_lets_punches_go_however_old_it_is_is_seen() {
    let trouble = Trouble {
        ticks: 2,
        ..Trouble::NONE
    };
    breaks(
        "an old reading",
        READ_FIRST,
        with(Mutant::OldReading, trouble),
    );
}

#[test]
fn an_empty_answer_taken_for_absence_doubles() {
    let trouble = Trouble {
        ticks: 5,
        lost: 1,
        empties: 1,
        ..Trouble::NONE
    };
    breaks(
        "empty is absence",
        ONE_OF_OURS,
        with(Mutant::EmptyIsAbsence, trouble),
    );
}

#[test]
fn settling_without_a_complete_reading_doubles() {
    breaks(
        "settled unread",
        ONE_OF_OURS,
        with(Mutant::SettledUnread, LOST),
    );
}

#[test]
fn a_post_that_the_client_repeats_doubles() {
    let trouble = Trouble {
        lost: 1,
        ..Trouble::NONE
    };
    breaks(
        "POST retried",
        ONE_OF_OURS,
        with(Mutant::PostRetried, trouble),
    );
}

#[test]
fn settling_at_once_doubles() {
    let soon = Trouble { ticks: 1, ..LOST };
    for promise in [ONE_OF_OURS, BY_PROOF] {
        breaks("no waiting", promise, with(Mutant::NoWaiting, soon));
    }
}

#[test]
fn a_file_put_back_that_sends_at_once_doubles() {
    let trouble = Trouble {
        lost: 1,
        restores: 1,
        ..Trouble::NONE
    };
    breaks(
        "no waiting when restored",
        ONE_OF_OURS,
        with(Mutant::NoWaitingWhenRestored, trouble),
    );
}

#[test]
fn what_is_absent_twice_and_sent_again_is_seen() {
    let trouble = Trouble {
        ticks: 9,
        lost: 2,
        ..Trouble::NONE
    };
    breaks(
        "absent twice",
        TWICE_ABSENT,
        with(Mutant::NeverAPerson, trouble),
    );
}

#[test]
fn what_is_never_settled_is_lost() {
    let trouble = Trouble {
        lost: 1,
        ..Trouble::NONE
    };
    breaks(
        "never settled",
        NONE_LOST,
        with(Mutant::NeverSettled, trouble),
    );
}

#[test]
fn two_rounds_at_once_double() {
    let trouble = Trouble {
        ticks: 5,
        ..Trouble::NONE
    };
    breaks(
        "two rounds at once",
        ONE_OF_OURS,
        with(Mutant::NoLock, trouble),
    );
}

#[test]
fn what_went_unread_for_good_is_seen() {
    for trouble in [
        Trouble {
            ticks: 3,
            ..Trouble::NONE
        },
        Trouble {
            ticks: 1,
            refusals: 1,
            ..Trouble::NONE
        },
    ] {
        let scenario = Scenario {
            closed: Some((1, 3)),
            sends_unread: true,
            was_at_work: true,
            ..with(Mutant::UnreadForGood, trouble)
        };
        breaks("not looked at again", READ_FIRST, scenario);
    }
}
