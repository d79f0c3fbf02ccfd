//! Rounds whose power is cut before every step that they do to their files.

use super::cut::{Cut, images};
use super::day::{Doomed, MORNING, NEXT_MORNING, Toll, World};
use super::layer::Layer;
use crate::proof::scale::Scale;

/// More steps than any round has: a round that never ends would be no proof.
const MOST: usize = 5000;

#[test]
fn a_morning_round_whose_power_is_cut_loses_doubles_and_forgets_nothing() {
    at_every_step(MORNING, 13);
}

#[test]
fn a_next_morning_round_whose_power_is_cut_loses_doubles_and_forgets_nothing() {
    at_every_step(NEXT_MORNING, 23);
}

/// At every step or, in a part of the proof, at each that is so many further.
fn at_every_step(doomed: Doomed, part: usize) {
    let Some(layer) = Layer::new() else {
        return;
    };
    let scale = Scale::asked();
    let eve = doomed.eve();
    let after = doomed.office();
    let mut tolls = Vec::new();
    let mut cuts = 0;
    for step in (1..MOST).step_by(scale.bound(part, 1)) {
        let cut = Cut::of_round(doomed, &eve, layer, step);
        for image in images(&cut.platter, step, scale) {
            let punches = cut.punches.clone();
            World { image, punches }.put(&after);
            let toll = doomed.recovers(&after, || ());
            assert!(toll.is_none(), "cut at {step}: {toll}");
            tolls.push(toll);
        }
        if !cut.was_made {
            let toll: Toll = tolls.into_iter().sum();
            toll.tell(&format!("the round at {}, cut at {cuts} steps", doomed.at));
            assert!(cuts > 5, "{cuts} cuts");
            return;
        }
        cuts += 1;
    }
    panic!("the round does not end");
}
