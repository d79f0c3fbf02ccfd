//! `state restore`, cut at any step: the old file or the copy is in its place, and either leads to the same end.

use std::fs;

use super::cut::Cut;
use super::day::{Doomed, MORNING, NEXT_MORNING, Toll, World};
use super::image::{FILE, Image};
use super::layer::{Layer, NEVER};
use super::platter::Keeps;
use crate::harness::{Office, Ran};
use crate::proof::scale::Scale;

const MOST: usize = 1000;

/// A world in which a backup is put in the place of the file.
struct Restored {
    doomed: Doomed,
    /// The backup, as bytes: from before the rounds that the world has seen.
    backup: Vec<u8>,
    world: World,
}

impl Restored {
    /// A killed round has left its file and the log beside it.
    fn after_a_kill(doomed: Doomed) -> Self {
        let eve = doomed.eve();
        let office = doomed.office();
        eve.put(&office);
        assert!(office.dies_at("after:12"));
        Self {
            doomed,
            backup: eve.image.file(FILE).expect("a state file").to_owned(),
            world: World::of(&office),
        }
    }

    /// The same with a file that nothing can be read from.
    fn after_damage(doomed: Doomed) -> Self {
        let mut restored = Self::after_a_kill(doomed);
        let image = &restored.world.image;
        let mut bytes = image.file(FILE).expect("a state file").to_owned();
        bytes[..4096].fill(0x5a);
        restored.world.image = image.with(FILE, Some(&bytes));
        restored
    }

    /// An office in that world, with the backup.
    fn office(&self, world: &World) -> Office {
        let office = self.doomed.office();
        world.put(&office);
        fs::write(office.path("backup.db"), &self.backup).expect("a file");
        office
    }

    fn at_every_step(&self, what: &str, part: usize) {
        let Some(layer) = Layer::new() else {
            return;
        };
        let scale = Scale::asked();
        let mut tolls = Vec::new();
        for step in (1..MOST).step_by(scale.bound(part, 1)) {
            let cut = Cut::of(&self.office(&self.world), layer, step, restore);
            for image in cut.images(scale) {
                tolls.push(self.recovers(image, step));
            }
            if !cut.was_made {
                let toll: Toll = tolls.into_iter().sum();
                toll.tell(&format!(
                    "a restore over {what}, cut at {step} steps at most"
                ));
                return;
            }
        }
        panic!("the command does not end");
    }

    /// A file that is still the damaged one is restored once more.
    fn recovers(&self, image: Image, step: usize) -> Toll {
        let told = format!("cut at {step}: {:?}", image.files.keys());
        let is_replaced = image.file(FILE) != self.world.image.file(FILE);
        let punches = self.world.punches.clone();
        let after = self.office(&World { image, punches });
        let status = after.run(&["relay", "status"]);
        if status.ended_with() == Some(9) && !is_replaced {
            restore(&after).exits(0);
        } else {
            status.exits(0);
        }
        let toll = self.doomed.recovers(&after, || ());
        assert_eq!((toll.lost, toll.doubled), (0, 0), "{told}");
        toll
    }
}

fn restore(office: &Office) -> Ran {
    office.run(&["state", "restore", "backup.db", "--yes"])
}

/// What `relay status` says of where the file comes from.
fn elsewhere(office: &Office) -> Option<String> {
    let words = ["relay", "status", "--format", "json"];
    let status = office.run(&words).exits(0).document("pcpunch.status.v1");
    status["state_file"].as_str().map(str::to_owned)
}

#[test]
fn a_restore_over_a_killed_rounds_file_whose_power_is_cut_loses_and_doubles_nothing() {
    Restored::after_a_kill(NEXT_MORNING).at_every_step("a killed round's file", 37);
}

#[test]
fn a_restore_over_a_damaged_file_whose_power_is_cut_loses_and_doubles_nothing() {
    Restored::after_damage(NEXT_MORNING).at_every_step("a damaged file", 31);
}

/// A file as it was after a write of the round, put back when the round has long ended: what KING OF TIME has of it
/// is found by reading.
#[test]
fn a_file_of_any_moment_of_a_round_restored_after_it_loses_and_doubles_nothing() {
    for (doomed, part) in [(MORNING, 5), (NEXT_MORNING, 7)] {
        let eve = doomed.eve();
        let office = doomed.office();
        eve.put(&office);
        office.relay().exits(0);
        let later = World::of(&office);
        let mut tolls = Vec::new();
        for write in (1..MOST).step_by(Scale::asked().bound(part, 1)) {
            let office = doomed.office();
            eve.put(&office);
            let was_made = office.dies_at(&format!("after:{write}"));
            let moment = Image::of(&office);
            let book = office.book();
            let under_way = book.iter().filter(|punch| punch.state == "sending").count();
            let office = doomed.office();
            later.put(&office);
            for suffix in ["", "-wal"] {
                if let Some(bytes) = moment.file(&format!("{FILE}{suffix}")) {
                    fs::write(office.path(&format!("backup.db{suffix}")), bytes).expect("a file");
                }
            }
            restore(&office).exits(0);
            let toll = doomed.recovers(&office, || ());
            assert_eq!(
                (toll.lost, toll.doubled),
                (0, 0),
                "{write}, {under_way} under way"
            );
            tolls.push(toll);
            if !was_made {
                let toll: Toll = tolls.into_iter().sum();
                toll.tell(&format!(
                    "a file of any moment of the round at {}, restored",
                    doomed.at
                ));
                break;
            }
        }
    }
}

#[test]
fn a_restore_that_has_ended_is_durable() {
    let Some(layer) = Layer::new() else {
        return;
    };
    let restored = Restored::after_a_kill(NEXT_MORNING);
    let office = restored.office(&restored.world);
    let cut = Cut::of(&office, layer, NEVER, restore);
    let after = NEXT_MORNING.office();
    cut.platter.image(Keeps::Nothing).put(&after);
    assert_eq!(elsewhere(&after).as_deref(), Some("restored"));
}
