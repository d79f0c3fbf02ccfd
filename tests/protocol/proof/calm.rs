//! The end of all trouble: rounds that nothing hinders, every ten minutes, and one some days later.

use super::life::Life;
use super::process::Job;
use super::scenario::{TICK, Trouble};
use super::world::World;

/// So many calm rounds after which everything has settled that can.
pub(super) const SETTLED: u8 = 8;
/// One more, four days later.
pub(super) const LAST: u8 = SETTLED + 1;

/// Days enough for what is too old and what was unknown too long, in ticks.
pub(super) const FOUR_DAYS: u16 = 4 * 24 * 60 / TICK;

impl World {
    /// Nothing goes wrong any more; what is under way and was not applied never is.
    pub(super) fn turn_calm(&mut self) {
        self.left = Trouble {
            empties: self.left.empties,
            ..Trouble::NONE
        };
        self.flying.clear();
        self.calm = Some(0);
    }
}

impl Life {
    /// A whole round on each file.
    pub(super) fn calm_round(&self, world: &mut World) {
        let rounds = world.calm.unwrap() + 1;
        world.calm = Some(rounds);
        world.now += if rounds == LAST { FOUR_DAYS } else { 1 };
        for by in 0..world.files.len() {
            self.start(world, by, Job::Round);
            while world.running[by].is_some() {
                let (lane, choice) = self.choices(world, by).into_iter().next().unwrap();
                self.step(world, by, lane, choice);
            }
        }
    }
}
