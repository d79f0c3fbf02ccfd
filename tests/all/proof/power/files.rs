//! The state file and its log cut, and put beside ones of other times, after a kill at each durable write.

use std::fs;

use super::day::{self, Doomed, MORNING, NEXT_MORNING, Toll, World};
use super::image::{FILE, Image};
use super::log;
use crate::harness::Office;
use crate::proof::scale::Scale;

const LOG: &str = "state/pcpunch/state.db-wal";

/// More writes than any round has.
const MOST: usize = 200;

/// A round that is killed at each of its writes.
struct Killed {
    doomed: Doomed,
    eve: World,
    /// After a round before it.
    earlier: Image,
    /// After the round, where nothing kills it.
    later: World,
}

/// What became of files that were cut.
#[derive(Default)]
struct Ends {
    tolls: Vec<Toll>,
    refused: usize,
    frozen: usize,
}

impl Killed {
    fn of(doomed: Doomed) -> Self {
        let eve = doomed.eve();
        let office = doomed.office();
        eve.put(&office);
        office.relay().exits(0);
        Self {
            doomed,
            eve,
            earlier: doomed.earlier(),
            later: World::of(&office),
        }
    }

    /// What is left by a kill there; `None` where the round has ended.
    fn at(&self, point: &str) -> Option<World> {
        let office = self.doomed.office();
        self.eve.put(&office);
        let ran = office.dies_at(point);
        ran.was_killed().then(|| World::of(&office))
    }

    /// Begins with that, and does what a person is told to do.
    fn recovers(&self, world: &World, ends: &mut Ends) -> Toll {
        let office = self.doomed.office();
        world.put(&office);
        if world.image.file(FILE).is_none() {
            day::opens(&office);
            return self.doomed.recovers(&office, || ());
        }
        let ran = office.relay();
        match ran.ended_with() {
            Some(9) => {
                ends.refused += 1;
                ran.warns("state.damaged");
                self.is_left_alone(world, &office);
                let backup = self.eve.image.file(FILE).expect("a state file");
                fs::write(office.path("backup.db"), backup).expect("a file");
                let words = ["state", "restore", "backup.db", "--yes"];
                office.run(&words).exits(0);
            }
            Some(7) => {
                ends.frozen += 1;
                let words = ["relay", "unfreeze", "--reason", "looked at"];
                office.run(&words).exits(0);
            }
            _ => {
                ran.exits(0);
            }
        }
        self.doomed.recovers(&office, || ())
    }

    /// What was refused is as it was.
    #[track_caller]
    fn is_left_alone(&self, world: &World, office: &Office) {
        let left = Image::of(office);
        for file in [FILE, LOG] {
            assert!(left.file(file) == world.image.file(file), "{file}");
        }
    }
}

impl Ends {
    fn tell(self, what: &str) {
        let Self {
            tolls,
            refused,
            frozen,
        } = self;
        assert!(!tolls.is_empty(), "{what}");
        let toll: Toll = tolls.into_iter().sum();
        let what = format!("{what}, refused {refused}, frozen {frozen}");
        toll.tell(&what);
    }
}

/// After a kill at each write or, in a part of the proof, at each that is so many further, these worlds.
fn at_every_write(
    doomed: Doomed,
    part: usize,
    worlds: impl Fn(&Killed, &World) -> Vec<World>,
) -> Ends {
    let killed = Killed::of(doomed);
    let scale = Scale::asked();
    let mut ends = Ends::default();
    let sides: &[&str] = match scale {
        Scale::Part => &["after"],
        Scale::Whole => &["before", "after"],
    };
    for side in sides {
        for write in (1..MOST).step_by(scale.bound(part, 1)) {
            let point = format!("{side}:{write}");
            let Some(world) = killed.at(&point) else {
                break;
            };
            for (place, world) in worlds(&killed, &world).iter().enumerate() {
                let toll = killed.recovers(world, &mut ends);
                let told = format!("{point}, {place}: {toll}");
                assert_eq!((toll.lost, toll.doubled), (0, 0), "{told}");
                ends.tolls.push(toll);
            }
        }
    }
    ends
}

/// The log cut: what was committed last is gone, also that a punch was about to be sent which was.
fn with_a_cut_log(world: &World) -> Vec<World> {
    let log = world.image.file(LOG).expect("a log");
    let rests = log::cut(log, Scale::asked()).into_iter();
    let with = |rest| World {
        image: world.image.with(LOG, rest),
        punches: world.punches.clone(),
    };
    rests.map(with).collect()
}

/// The log without its file, beside an older one, and beside a newer one.
fn of_other_times(killed: &Killed, world: &World) -> Vec<World> {
    let log = world.image.file(LOG);
    let older = killed.earlier.file(FILE);
    let with = |image, at: &World| World {
        image,
        punches: at.punches.clone(),
    };
    vec![
        with(world.image.with(FILE, None), world),
        with(world.image.with(FILE, older), world),
        with(killed.later.image.with(LOG, log), &killed.later),
    ]
}

#[test]
fn a_morning_round_whose_log_is_cut_anywhere_loses_and_doubles_nothing() {
    let ends = at_every_write(MORNING, 13, |_, world| with_a_cut_log(world));
    ends.tell("a log cut in the morning");
}

#[test]
fn a_next_morning_round_whose_log_is_cut_anywhere_loses_and_doubles_nothing() {
    let ends = at_every_write(NEXT_MORNING, 23, |_, world| with_a_cut_log(world));
    ends.tell("a log cut in the next morning");
}

#[test]
fn a_morning_rounds_log_with_a_file_of_another_time_loses_and_doubles_nothing() {
    at_every_write(MORNING, 13, of_other_times).tell("a log of the morning with another file");
}

#[test]
fn a_next_morning_rounds_log_with_a_file_of_another_time_loses_and_doubles_nothing() {
    let ends = at_every_write(NEXT_MORNING, 23, of_other_times);
    ends.tell("a log of the next morning with another file");
}
