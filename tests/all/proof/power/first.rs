//! The very first command of a machine, which makes folder and file: cut at any step, it is not in the way.

use rusqlite::Connection;

use super::cut::Cut;
use super::day::{self, MORNING, Toll, World};
use super::image::FILE;
use super::layer::{Layer, NEVER};
use super::platter::Keeps;
use crate::harness::{Office, Ran};
use crate::proof::scale::Scale;

const MOST: usize = 1000;

fn syncs(office: &Office) -> Ran {
    office.run(&["employees", "sync"])
}

#[test]
fn a_first_command_that_has_ended_is_durable_with_the_folders_it_made() {
    let Some(layer) = Layer::new() else {
        return;
    };
    let cut = Cut::of(&MORNING.office(), layer, NEVER, syncs);
    let image = cut.platter.image(Keeps::Nothing);
    assert!(image.file(FILE).is_some(), "{:?}", image.folders);
    let office = MORNING.office();
    image.put(&office);
    let file = Connection::open(office.state_file()).expect("a state file");
    let people = file.query_row("SELECT count(*) FROM employees", [], |row| row.get(0));
    assert_eq!(people, Ok(3));
}

#[test]
fn a_first_command_whose_power_is_cut_is_begun_again() {
    let Some(layer) = Layer::new() else {
        return;
    };
    let scale = Scale::asked();
    let mut tolls = Vec::new();
    for step in (1..MOST).step_by(scale.bound(79, 1)) {
        let cut = Cut::of(&MORNING.office(), layer, step, syncs);
        for image in cut.images(scale) {
            let punches = Vec::new();
            let after = MORNING.office();
            World { image, punches }.put(&after);
            let toll = day::begins_again(&after);
            assert!(toll.is_none(), "cut at {step}: {toll}");
            tolls.push(toll);
        }
        if !cut.was_made {
            let toll: Toll = tolls.into_iter().sum();
            toll.tell(&format!("the first command, cut at {step} steps at most"));
            return;
        }
    }
    panic!("the command does not end");
}
