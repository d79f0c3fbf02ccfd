//! Rounds whose disk fails from any step on: the next round with a good disk goes on, and nothing is lost or doubled.

use std::ops::RangeInclusive;

use super::day::{Doomed, MORNING, NEXT_MORNING, Toll, World};
use super::layer::{Fault, Layer, NEVER};
use crate::harness::{Office, Ran};
use crate::proof::scale::Scale;
use crate::proof::tell;

/// More steps than any round has: a round that never ends would be no proof.
const MOST: usize = 5000;

/// No step is so late.
const FOR_GOOD: usize = usize::MAX >> 1;

#[test]
fn a_disk_that_is_full_from_any_step_of_a_morning_round_on_loses_and_doubles_nothing() {
    at_every_step(MORNING, Fault::Full, FOR_GOOD, 11);
}

#[test]
fn a_disk_that_is_full_from_any_step_of_a_next_morning_round_on_loses_and_doubles_nothing() {
    at_every_step(NEXT_MORNING, Fault::Full, FOR_GOOD, 13);
}

#[test]
fn a_disk_that_is_full_for_a_moment_loses_and_doubles_nothing() {
    at_every_step(NEXT_MORNING, Fault::Full, 3, 17);
}

#[test]
fn a_disk_that_is_read_only_from_any_step_on_loses_and_doubles_nothing() {
    at_every_step(NEXT_MORNING, Fault::ReadOnly, FOR_GOOD, 19);
}

#[test]
fn a_disk_that_is_broken_from_any_step_on_loses_and_doubles_nothing() {
    at_every_step(NEXT_MORNING, Fault::Broken, FOR_GOOD, 23);
}

#[test]
fn a_disk_that_does_not_take_a_single_sync_or_write_loses_and_doubles_nothing() {
    at_every_step(NEXT_MORNING, Fault::Broken, 0, 29);
}

/// Fails for so many steps, from every step on or, in a part of the proof, from each that is so many further.
fn at_every_step(doomed: Doomed, fault: Fault, lasts: usize, part: usize) {
    let Some(layer) = Layer::new() else {
        return;
    };
    let eve = doomed.eve();
    let (mut tolls, mut ends) = (Vec::new(), [0, 0]);
    for step in (1..MOST).step_by(Scale::asked().bound(part, 1)) {
        let office = doomed.office();
        eve.put(&office);
        let failing = step..=step + lasts;
        let was_refused = round_ends(&office, layer, fault, failing, &mut ends);
        nothing_was_sent_unnoted(&office, &eve);
        let toll = doomed.recovers(&office, || ());
        assert!(toll.is_none(), "{fault:?} from {step} on: {toll}");
        if !was_refused {
            let [well, badly] = ends;
            assert!(badly > 4, "{badly} rounds ended badly");
            let toll: Toll = tolls.into_iter().sum();
            let times = if lasts == FOR_GOOD {
                "for good"
            } else {
                "for a moment"
            };
            let at = doomed.at;
            tell(&format!(
                "disk {fault:?} {times}, the round at {at}: ended well {well}, badly {badly}; {toll}"
            ));
            return;
        }
        tolls.push(toll);
    }
    panic!("the round does not end");
}

/// The round ends as one does that could not do all, and names disk and file; whether the disk refused anything.
fn round_ends(
    office: &Office,
    layer: Layer,
    fault: Fault,
    failing: RangeInclusive<usize>,
    ends: &mut [usize; 2],
) -> bool {
    let journal = layer.failing(office, fault, failing.clone());
    let ran = office.relay();
    let was_refused = journal.refused() > 0;
    layer.under(office, NEVER);
    match ran.ended_with() {
        Some(0) => ends[0] += 1,
        Some(1) if was_refused => {
            ends[1] += 1;
            says_so(&ran, fault);
        }
        _ => panic!("{failing:?}: {}", ran.told()),
    }
    was_refused
}

/// It names the file and what is wrong with the disk.
#[track_caller]
pub(super) fn says_so(ran: &Ran, fault: Fault) {
    let told = ran.told();
    let code = match fault {
        Fault::Full => "state.no_room",
        Fault::ReadOnly => "state.read_only",
        Fault::Broken => "state.io",
    };
    assert!(told.contains(code), "{told}");
    assert!(told.contains("/state/pcpunch/state.db"), "{told}");
}

/// What KING OF TIME has, the file knows to be under way at least: nothing is posted before that is noted.
#[track_caller]
fn nothing_was_sent_unnoted(office: &Office, eve: &World) {
    let posted = office.sandbox.kot.punches().len() - eve.punches.len();
    let book = office.book();
    let noted = book.iter().filter(|punch| punch.attempts > 0).count();
    let before = eve.punches.len();
    assert!(
        posted + before <= noted,
        "{posted} posted, {noted} noted with {before} before"
    );
}
