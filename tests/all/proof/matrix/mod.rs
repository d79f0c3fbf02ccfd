//! The crash matrix: a real round is killed at every durable write and at every request, one further each time
//! until it ends by itself, and the services misbehave besides: to the round that is killed, to the rounds after
//! it, or to both. Whatever happened, KING OF TIME's own record ends as the expected punches, each of them once.

mod cell;
mod eve;
mod faults;
mod points;
mod rounds;
mod switches;
mod toll;

use std::panic::{AssertUnwindSafe, catch_unwind};

use cell::{Cell, Meets};
use eve::Eve;
use faults::{Row, faults};
use points::Point;
use rounds::{BREAKS, Doomed, EVENING, MORNING, NEXT_MORNING, ROLLING, UNREAD, WAITING};
use switches::{SWITCHES, Switch};
use toll::Toll;

use super::scale::Scale;
use super::tell;

/// More writes than any round has: a round that never ends would be no proof.
const MOST_WRITES: u32 = 200;

#[test]
fn a_round_with_breaks_that_dies_anywhere_loses_and_doubles_nothing() {
    holds(BREAKS);
}

#[test]
fn a_next_morning_round_that_dies_anywhere_loses_and_doubles_nothing() {
    holds(NEXT_MORNING);
}

#[test]
fn a_rolling_round_that_dies_anywhere_loses_and_doubles_nothing() {
    holds(ROLLING);
}

#[test]
fn a_morning_round_that_dies_anywhere_loses_and_doubles_nothing() {
    holds(MORNING);
}

#[test]
fn a_round_that_dies_just_before_the_closed_hours_loses_and_doubles_nothing() {
    holds(EVENING);
}

#[test]
fn a_round_that_dies_while_it_sends_unread_loses_and_doubles_nothing() {
    holds(UNREAD);
}

#[test]
fn a_round_that_dies_in_the_closed_hours_loses_and_doubles_nothing() {
    holds(WAITING);
}

/// Every cell of one round, or a part of them.
fn holds(doomed: Doomed) {
    let matrix = Matrix::of(doomed);
    let mut toll = Toll::default();
    for (place, point) in matrix.eve.requests().into_iter().enumerate() {
        toll += matrix.at(place, point);
    }
    let mut place = toll.points;
    for write in 1..=MOST_WRITES {
        let mut step = Toll::default();
        for point in matrix.sides(write) {
            step += matrix.at(place, point);
            place += 1;
        }
        toll += step;
        if step.ends_by_itself() {
            tell(&format!("the crash matrix, {}: {toll}", doomed.name));
            let is_proof = toll.killed > 0 && !toll.is_wrong();
            assert!(is_proof, "{}: {toll}", doomed.name);
            return;
        }
    }
    panic!("the round does not end");
}

/// One round, and everything it is crossed with.
struct Matrix {
    eve: Eve,
    faults: Vec<Row>,
    scale: Scale,
}

impl Matrix {
    fn of(doomed: Doomed) -> Self {
        Self {
            eve: doomed.eve(),
            faults: faults(),
            scale: Scale::asked(),
        }
    }

    /// A commit is died at on both its sides, and in a part on either: nothing is stored between the one before
    /// it and itself.
    fn sides(&self, write: u32) -> Vec<Point> {
        let both = [Point::BeforeWrite(write), Point::AfterWrite(write)];
        match self.scale {
            Scale::Whole => both.to_vec(),
            Scale::Part => vec![both[write as usize % 2]],
        }
    }

    /// The cells of one point: that of every fault, or of one.
    fn at(&self, place: usize, point: Point) -> Toll {
        let faults = match self.scale {
            Scale::Whole => 0..self.faults.len(),
            Scale::Part if !place.is_multiple_of(self.eve.doomed.every) => return Toll::default(),
            Scale::Part => {
                let one = fault_of_a_part(self.eve.doomed, place, self.faults.len());
                one..one + 1
            }
        };
        let cells = faults.map(|fault| {
            let (switch, meets) = turns(place, fault);
            self.one(Cell {
                point,
                fault: &self.faults[fault],
                switch,
                meets,
            })
        });
        let mut toll: Toll = cells.sum();
        toll.points = 1;
        toll
    }

    /// One cell. What fails in it is told at once, and the others are played all the same.
    fn one(&self, cell: Cell<'_>) -> Toll {
        let played = catch_unwind(AssertUnwindSafe(|| cell.play(&self.eve)));
        played.unwrap_or_else(|_| {
            tell(&format!("failed: {}: {cell}", self.eve.doomed.name));
            Toll::failure()
        })
    }
}

/// The switch and the round that meets the fault take turns, so that each of them comes beside each point and
/// each fault, and each switch with each of the rounds beside each fault.
fn turns(place: usize, fault: usize) -> (&'static Switch, Meets) {
    let turn = place + fault;
    let meets = Meets::ALL[turn / SWITCHES.len() % Meets::ALL.len()];
    (&SWITCHES[turn % SWITCHES.len()], meets)
}

/// Which one fault a point of this round has in a part of the matrix.
fn fault_of_a_part(doomed: Doomed, place: usize, faults: usize) -> usize {
    (2 * place + doomed.offset) % faults
}

#[test]
fn a_part_of_the_matrix_has_every_fault_and_every_switch() {
    let faults = faults();
    let mut seen = (vec![false; faults.len()], vec![false; SWITCHES.len()]);
    for doomed in [MORNING, EVENING, NEXT_MORNING, BREAKS, ROLLING] {
        // Fewer points than any of these has.
        for place in (0..30).step_by(doomed.every) {
            let fault = fault_of_a_part(doomed, place, faults.len());
            let (switch, _) = turns(place, fault);
            let switch = SWITCHES.iter().position(|one| one.name == switch.name);
            seen.0[fault] = true;
            seen.1[switch.expect("one of the switches")] = true;
        }
    }
    assert!(seen.0.into_iter().chain(seen.1).all(|is_seen| is_seen));
}
