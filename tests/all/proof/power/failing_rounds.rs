//! Rounds whose disk fails from any step on: the next round with a good disk goes on, and nothing is lost or doubled.

use std::ops::RangeInclusive;

use super::day::{Doomed, MORNING, NEXT_MORNING, Toll, World};
use super::layer::{Fault, Layer, NEVER};
use crate::harness::{Office, Ran};
use crate::proof::scale::Scale;
use crate::proof::tell;

/// More steps than any round has: a round that never ends would be no proof.
pub(super) const MOST: usize = 5000;

/// No step is so late.
pub(super) const FOR_GOOD: usize = usize::MAX >> 1;

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

/// The same without the layer: whether it tells the truth.
#[test]
fn a_file_system_of_a_few_kib_loses_and_doubles_nothing() {
    let eve = NEXT_MORNING.eve();
    let (mut tolls, mut ends) = (Vec::new(), [0, 0]);
    for kib in (0..=720).step_by(Scale::asked().bound(80, 4)) {
        let office = NEXT_MORNING.office();
        eve.put(&office);
        let words = ["relay", "run", "--once", "--format", "json"];
        let Some(ran) = office.run_with_room_for(kib, &words) else {
            return;
        };
        match ran.ended_with() {
            Some(0) => ends[0] += 1,
            Some(1) => {
                ends[1] += 1;
                says_so(&ran, Fault::Full, "/room/state.db");
            }
            _ => panic!("{kib} KiB: {}", ran.told()),
        }
        nothing_was_sent_unnoted(&office, &eve);
        let toll = NEXT_MORNING.recovers(&office, || ());
        assert!(toll.is_none(), "{kib} KiB: {toll}");
        tolls.push(toll);
    }
    let [well, badly] = ends;
    assert!(well > 0 && badly > 1, "{well} well, {badly} badly");
    let toll: Toll = tolls.into_iter().sum();
    tell(&format!(
        "a file system of a few KiB: ended well {well}, badly {badly}; {toll}"
    ));
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
        let was_reached = round_ends(&office, layer, fault, failing, &mut ends);
        nothing_was_sent_unnoted(&office, &eve);
        let toll = doomed.recovers(&office, || ());
        assert!(toll.is_none(), "{fault:?} from {step} on: {toll}");
        if !was_reached {
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

/// The round ends as one does that could not do all, and names disk and file; whether it came to that step.
fn round_ends(
    office: &Office,
    layer: Layer,
    fault: Fault,
    failing: RangeInclusive<usize>,
    ends: &mut [usize; 2],
) -> bool {
    let journal = layer.failing(office, fault, failing.clone());
    let ran = office.relay();
    let (was_reached, was_refused) = journal.failed();
    layer.under(office, NEVER);
    match ran.ended_with() {
        Some(0) => ends[0] += 1,
        Some(1) if was_refused => {
            ends[1] += 1;
            says_so(&ran, fault, "/state/pcpunch/state.db");
        }
        _ => panic!("{failing:?}: {}", ran.told()),
    }
    was_reached
}

/// It names the file and what is wrong with the disk.
#[track_caller]
pub(super) fn says_so(ran: &Ran, fault: Fault, file: &str) {
    let told = ran.told();
    let code = match fault {
        Fault::Full => "state.no_room",
        Fault::ReadOnly => "state.read_only",
        Fault::Broken => "state.io",
    };
    assert!(told.contains(code) && told.contains(file), "{told}");
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
