//! Rounds whose power is cut before every step that they do to their files.

use rusqlite::Connection;

use super::cut::Cut;
use super::day::{Doomed, MORNING, NEXT_MORNING, Toll, World};
use super::image::FILE;
use super::layer::{Layer, NEVER};
use super::platter::Keeps;
use crate::proof::scale::Scale;

/// More steps than any round has: a round that never ends would be no proof.
const MOST: usize = 5000;

#[test]
fn a_morning_round_whose_power_is_cut_loses_doubles_and_forgets_nothing() {
    at_every_step(MORNING, 23);
}

#[test]
fn a_next_morning_round_whose_power_is_cut_loses_doubles_and_forgets_nothing() {
    at_every_step(NEXT_MORNING, 37);
}

#[test]
fn after_a_round_its_number_stands_beside_the_file_whatever_was_not_synced() {
    let Some(layer) = Layer::new() else {
        return;
    };
    let cut = Cut::of_round(MORNING, &MORNING.eve(), layer, NEVER);
    let image = cut.platter.image(Keeps::Nothing);
    let beside = image.file(&format!("{FILE}.round")).expect("a number");
    let after = MORNING.office();
    image.put(&after);
    let file = Connection::open(after.state_file()).expect("a state file");
    let last: i64 = file
        .query_row("SELECT max(id) FROM runs", [], |row| row.get(0))
        .expect("a round");
    let beside = String::from_utf8_lossy(beside);
    assert!(beside.starts_with(&format!("{last} ")), "{last}: {beside}");
}

/// At every step or, in a part of the proof, at each that is so many further.
fn at_every_step(doomed: Doomed, part: usize) {
    let Some(layer) = Layer::new() else {
        return;
    };
    let scale = Scale::asked();
    let eve = doomed.eve();
    let mut tolls = Vec::new();
    for (cuts, step) in (1..MOST).step_by(scale.bound(part, 1)).enumerate() {
        let cut = Cut::of_round(doomed, &eve, layer, step);
        for image in cut.images(scale) {
            let punches = cut.punches.clone();
            let after = doomed.office();
            World { image, punches }.put(&after);
            let toll = doomed.recovers(&after, || ());
            assert!(toll.is_none(), "cut at {step}: {toll}");
            tolls.push(toll);
        }
        if !cut.was_made {
            let toll: Toll = tolls.into_iter().sum();
            toll.tell(&format!("the round at {}, cut at {cuts} steps", doomed.at));
            assert!(cuts > 4, "{cuts} cuts");
            return;
        }
    }
    panic!("the round does not end");
}
