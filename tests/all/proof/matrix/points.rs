//! Where a round is killed.

use std::time::Duration;

use pcpunch::sandbox::{Boundary, Fault, Hold, On};

use crate::harness::Office;

const PATIENCE: Duration = Duration::from_secs(20);
const A_MOMENT: Duration = Duration::from_millis(2);

/// One point of a round at which it dies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Point {
    /// When the nth transaction is about to be committed, counted from 1.
    BeforeWrite(u32),
    /// When it just was.
    AfterWrite(u32),
    /// While MaLion has its nth request, counted from 0.
    Logs(u32, Boundary),
    /// While KING OF TIME has its nth request, counted from 0.
    Kot(u32, Boundary, Then),
}

/// What becomes of the request after the kill. At [`Boundary::BeforeAnswering`] it has been applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Then {
    AppliedAfterTheNextRound,
    Dropped,
}

/// How a round ended.
pub(super) struct Struck {
    /// Whether it died at the point; else it ended before it came so far.
    pub(super) is_killed: bool,
    /// The request that is still to be applied.
    pub(super) pending: Option<Hold>,
}

/// The points of a round's requests, by the methods that KING OF TIME was asked with, in order, and by how often
/// MaLion was. What a reading finds is the same whether or not it was answered.
pub(super) fn of_requests(kot: &[String], malion: u32) -> Vec<Point> {
    const BOTH: [Boundary; 2] = [Boundary::BeforeApplying, Boundary::BeforeAnswering];
    let mut points = Vec::new();
    for request in 0..malion {
        points.extend(BOTH.map(|boundary| Point::Logs(request, boundary)));
    }
    for (request, method) in (0..).zip(kot) {
        if method == "POST" {
            let late = Then::AppliedAfterTheNextRound;
            points.push(Point::Kot(request, Boundary::BeforeApplying, late));
        }
        points.extend(BOTH.map(|boundary| Point::Kot(request, boundary, Then::Dropped)));
    }
    points
}

impl Point {
    /// Plays the round until it dies here.
    pub(super) fn strikes(self, office: &Office) -> Struck {
        match self {
            Self::BeforeWrite(write) => at_write(office, &format!("before:{write}")),
            Self::AfterWrite(write) => at_write(office, &format!("after:{write}")),
            Self::Logs(request, boundary) => {
                let hold = Hold::at(boundary);
                let fault = Fault::Hold(hold.clone());
                office.sandbox.malion.fault(fault, On::any().skip(request));
                at_request(office, hold, Then::Dropped)
            }
            Self::Kot(request, boundary, then) => {
                let hold = Hold::at(boundary);
                let fault = Fault::Hold(hold.clone());
                office.sandbox.kot.fault(fault, On::any().skip(request));
                at_request(office, hold, then)
            }
        }
    }
}

fn at_write(office: &Office, write: &str) -> Struck {
    let ran = office.dies_at(write);
    if !ran.was_killed() {
        ran.ends_like_a_round();
    }
    Struck {
        is_killed: ran.was_killed(),
        pending: None,
    }
}

fn at_request(office: &Office, hold: Hold, then: Then) -> Struck {
    let mut round = office.starts_a_round();
    while !hold.wait_until_held(A_MOMENT) {
        if round.has_ended() {
            round.ends().ends_like_a_round();
            return Struck {
                is_killed: false,
                pending: None,
            };
        }
    }
    round.kill();
    let pending = match then {
        Then::AppliedAfterTheNextRound => Some(hold),
        Then::Dropped => {
            hold.drop_connection();
            assert!(hold.wait_until_left(PATIENCE), "it is dropped");
            None
        }
    };
    Struck {
        is_killed: true,
        pending,
    }
}

/// What is parked is applied.
pub(super) fn go_on(hold: &Hold) {
    hold.go_on();
    assert!(hold.wait_until_left(PATIENCE), "it is applied");
}
