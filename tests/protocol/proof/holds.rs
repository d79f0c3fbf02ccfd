//! The promises hold in every state: each test goes through one subject's.

use pcpunch::domain::punch::PunchState;

use super::scale::Scale;
use super::scenario::{
    BREAK_END, BREAK_START, HER_IN, IN, Identical, OUT, Scenario, Slot, Trouble,
};
use super::told::{holds, reaches};

const NONE: Trouble = Trouble::NONE;

/// What every run has time for, or all of it.
fn scaled(part: Trouble, whole: Trouble) -> Trouble {
    match Scale::asked() {
        Scale::Part => part,
        Scale::Whole => whole,
    }
}

fn of(slots: &'static [Slot], part: Trouble, whole: Trouble) -> Scenario {
    Scenario::of(slots, scaled(part, whole))
}

#[test]
fn for_one_punch_under_kills_and_lost_answers() {
    let part = Trouble {
        ticks: 5,
        kills: 1,
        lost: 2,
        ..NONE
    };
    let whole = Trouble {
        ticks: 11,
        kills: 2,
        lost: 3,
        refusals: 1,
        ..NONE
    };
    holds("出勤: kills, lost answers", of(&[IN], part, whole));
}

#[test]
fn for_one_punch_whatever_king_of_time_does_with_it() {
    let part = Trouble {
        ticks: 5,
        lost: 1,
        empties: 1,
        refusals: 1,
        ..NONE
    };
    let whole = Trouble {
        ticks: 8,
        kills: 1,
        lost: 2,
        empties: 1,
        refusals: 1,
        ..NONE
    };
    let scenario = Scenario {
        leaves_out: &[false, true],
        identical: match Scale::asked() {
            Scale::Part => &[Identical::Refused],
            Scale::Whole => &[Identical::Doubled, Identical::Collapsed, Identical::Refused],
        },
        ..of(&[IN], part, whole)
    };
    holds("出勤: empty answers, refusals, switches", scenario);
}

#[test]
fn for_one_punch_while_people_change_everything() {
    let part = Trouble {
        ticks: 4,
        lost: 1,
        hands: 1,
        edits: 1,
        ..NONE
    };
    let whole = Trouble {
        ticks: 7,
        kills: 1,
        lost: 1,
        refusals: 1,
        hands: 1,
        edits: 2,
        orders: 1,
        ..NONE
    };
    holds(
        "出勤: by hand, late logs, send, drop",
        of(&[IN], part, whole),
    );
}

#[test]
fn for_one_punch_over_an_outage_of_days() {
    let part = Trouble {
        ticks: 3,
        outages: 1,
        kills: 1,
        refusals: 1,
        orders: 1,
        ..NONE
    };
    let whole = Trouble {
        ticks: 6,
        lost: 2,
        orders: 2,
        ..part
    };
    holds("出勤: days without a round", of(&[IN], part, whole));
}

#[test]
fn for_a_clock_in_and_the_clock_out_after_it() {
    let part = Trouble {
        ticks: 4,
        kills: 1,
        lost: 1,
        ..NONE
    };
    let whole = Trouble {
        ticks: 8,
        lost: 2,
        refusals: 1,
        ..part
    };
    holds("出勤, 退勤", of(&[IN, OUT], part, whole));
}

#[test]
fn for_two_people_side_by_side() {
    let part = Trouble {
        ticks: 4,
        lost: 1,
        ..NONE
    };
    let whole = Trouble {
        ticks: 6,
        kills: 1,
        lost: 2,
        ..NONE
    };
    holds("two people's 出勤", of(&[IN, HER_IN], part, whole));
}

#[test]
fn for_a_day_with_a_break() {
    let part = Trouble {
        ticks: 4,
        lost: 1,
        ..NONE
    };
    let whole = Trouble {
        ticks: 6,
        kills: 1,
        lost: 2,
        refusals: 1,
        ..NONE
    };
    let day = &[IN, BREAK_START, BREAK_END, OUT];
    holds("出勤, 休憩, 退勤", of(day, part, whole));
}

#[test]
fn in_closed_hours_that_are_waited_for() {
    let part = Trouble {
        ticks: 6,
        kills: 1,
        lost: 1,
        ..NONE
    };
    let whole = Trouble {
        ticks: 10,
        lost: 2,
        refusals: 1,
        ..part
    };
    let scenario = Scenario {
        closed: Some((1, 4)),
        ..of(&[IN], part, whole)
    };
    holds("closed hours, wait", scenario);
}

#[test]
fn in_closed_hours_under_send() {
    let part = Trouble {
        ticks: 5,
        kills: 1,
        lost: 1,
        ..NONE
    };
    let whole = Trouble {
        ticks: 10,
        lost: 2,
        refusals: 1,
        ..part
    };
    let scenario = Scenario {
        closed: Some((1, 4)),
        sends_unread: true,
        was_at_work: true,
        ..of(&[IN, OUT], part, whole)
    };
    holds("closed hours, send", scenario);
}

#[test]
fn when_a_state_file_is_put_back() {
    let part = Trouble {
        ticks: 4,
        lost: 1,
        restores: 1,
        ..NONE
    };
    let whole = Trouble {
        ticks: 7,
        kills: 1,
        refusals: 1,
        ..part
    };
    holds("a restored file", of(&[IN, OUT], part, whole));
}

#[test]
fn every_state_of_a_punchs_life_is_gone_through() {
    let some = Trouble {
        ticks: 1,
        kills: 1,
        lost: 1,
        refusals: 1,
        hands: 1,
        ..NONE
    };
    for state in PunchState::ALL {
        let trouble = match state {
            PunchState::Held => Trouble {
                outages: 1,
                refusals: 1,
                ..NONE
            },
            PunchState::Person => Trouble {
                outages: 1,
                lost: 1,
                ..NONE
            },
            PunchState::Withdrawn => Trouble { edits: 1, ..NONE },
            PunchState::Dropped => Trouble { orders: 1, ..NONE },
            _ => some,
        };
        reaches(state, Scenario::of(&[IN], trouble));
    }
}
