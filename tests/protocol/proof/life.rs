//! The state machine as the checker sees it: what may happen next, and the promises that hold throughout.

use pcpunch::domain::punch::PunchState;
use pcpunch::kot::ClosedHours;
use stateright::{Model, Property};

use super::calm::{FOUR_DAYS, LAST};
use super::kot::{Fate, answers};
use super::moment::at;
use super::process::{Class, Job, Lane, Stage};
use super::promises::promises;
use super::round::Choice;
use super::scenario::{Beyond, Scenario};
use super::world::{File, Given, Record, World};

/// A punch in the state that is sought.
pub(super) const SOUGHT: &str = "sought";

/// The life of some punches under some trouble.
pub(super) struct Life {
    pub(super) scenario: Scenario,
    pub(super) hours: ClosedHours,
    pub(super) answers: Vec<(Class, Fate)>,
    /// Instead of the promises: a way to a punch in that state.
    sought: Option<PunchState>,
}

/// One thing that happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Happens {
    /// Ten minutes pass.
    Tick,
    /// Four days pass.
    Outage,
    /// A process takes the lock.
    Starts(usize, Job),
    /// A process does its next step, in one lane.
    Steps(usize, usize, Choice),
    /// A process is killed; of the requests that its lanes had committed, these have left.
    Killed(usize, u8),
    /// KING OF TIME applies a request for which nobody waits any more.
    Applied(usize),
    /// A person punches by hand or by card, in the same minute as ours or not.
    ByHand(usize, bool),
    /// The rules give something else of the first punch.
    LogsSay(Given),
    /// `punches drop`.
    Dropped(usize),
    /// A copy of the state file from before the first round is put back.
    Restored,
    /// Nothing goes wrong any more; a round every ten minutes.
    Calm,
    /// The next of these rounds; the last one days later.
    CalmRound,
}

impl Life {
    pub(super) fn of(scenario: Scenario) -> Self {
        let clock = |tick| at(tick).format("%H:%M").to_string();
        let closed = |(from, until)| format!("{}-{}", clock(from), clock(until));
        let hours = scenario.closed.map_or("none".to_owned(), closed);
        Self {
            hours: ClosedHours::parse(&hours, 60).unwrap(),
            answers: answers(),
            scenario,
            sought: None,
        }
    }

    /// The same, to find a way to a punch in that state.
    pub(super) fn seeking(state: PunchState, scenario: Scenario) -> Self {
        Self {
            sought: Some(state),
            ..Self::of(scenario)
        }
    }

    fn processes(&self, world: &World, happens: &mut Vec<Happens>) {
        for (by, process) in world.running.iter().enumerate() {
            let Some(process) = process else {
                happens.push(Happens::Starts(by, Job::Round));
                self.orders(world, by, happens);
                continue;
            };
            let choices = self.choices(world, by).into_iter();
            happens.extend(choices.map(|(lane, choice)| Happens::Steps(by, lane, choice)));
            if world.left.kills > 0 {
                let committed = sending(&process.stage);
                let subsets = (0..8_u8).filter(|left| left & !committed == 0);
                happens.extend(subsets.map(|left| Happens::Killed(by, left)));
            }
        }
    }

    /// What a person may tell an idle file.
    fn orders(&self, world: &World, by: usize, happens: &mut Vec<Happens>) {
        if world.left.orders == 0 || by >= world.files.len() {
            return;
        }
        for (slot, entry) in world.files[by].punches.iter().enumerate() {
            let state = entry.as_ref().map(|entry| entry.state);
            let is_open = matches!(
                state,
                Some(PunchState::Held | PunchState::Refused | PunchState::Person)
            );
            if is_open {
                happens.push(Happens::Starts(by, Job::Order(slot)));
            }
            if is_open || state == Some(PunchState::Decided) {
                happens.push(Happens::Dropped(slot));
            }
        }
    }

    fn people(&self, world: &World, happens: &mut Vec<Happens>) {
        let is_between =
            world.running.iter().flatten().any(|process| {
                !matches!(process.stage, Stage::Begun | Stage::Decided | Stage::Asking)
            });
        let is_free = !is_between && world.flying.is_empty();
        if world.left.hands > 0 && (is_free || self.scenario.lacks(Beyond::HandMeanwhile)) {
            for slot in 0..self.scenario.slots.len() {
                if !world.kot.iter().any(|record| record.slot == slot) {
                    happens.extend([true, false].map(|same| Happens::ByHand(slot, same)));
                }
            }
        }
        if world.left.edits > 0 {
            let other = [Given::First, Given::Earlier, Given::Nothing];
            let other = other.into_iter().filter(|given| *given != world.given[0]);
            happens.extend(other.map(Happens::LogsSay));
        }
        if world.left.restores > 0 && world.running[0].is_none() {
            happens.push(Happens::Restored);
        }
    }
}

impl Model for Life {
    type State = World;
    type Action = Happens;

    fn init_states(&self) -> Vec<World> {
        let Scenario {
            leaves_out,
            identical,
            ..
        } = self.scenario;
        let worlds = leaves_out.iter().flat_map(|leaves_out| {
            let world = |identical| World::new(&self.scenario, *leaves_out, identical);
            identical.iter().copied().map(world)
        });
        worlds.collect()
    }

    fn actions(&self, world: &World, happens: &mut Vec<Happens>) {
        if let Some(rounds) = world.calm {
            if rounds < LAST {
                happens.push(Happens::CalmRound);
            }
            return;
        }
        self.processes(world, happens);
        self.people(world, happens);
        happens.extend((0..world.flying.len()).map(Happens::Applied));
        if world.left.outages > 0 && world.is_idle() {
            happens.push(Happens::Outage);
        }
        if world.left.ticks > 0 {
            happens.push(Happens::Tick);
        } else if world.is_idle() {
            happens.push(Happens::Calm);
        }
    }

    fn next_state(&self, before: &World, happens: Happens) -> Option<World> {
        let mut world = before.clone();
        match happens {
            Happens::Tick => {
                world.left.ticks -= 1;
                world.now += 1;
                world.land(self.scenario.latest());
            }
            Happens::Outage => {
                world.left.outages -= 1;
                world.now += FOUR_DAYS;
                world.flying.clear();
            }
            Happens::Starts(by, job) => {
                if job != Job::Round {
                    world.left.orders -= 1;
                }
                self.start(&mut world, by, job);
            }
            Happens::Steps(by, lane, choice) => self.step(&mut world, by, lane, choice),
            Happens::Killed(by, left) => self.kill(&mut world, by, left),
            Happens::Applied(flight) => {
                let flight = world.flying.remove(flight);
                world.take(flight.slot, flight.minute);
            }
            Happens::ByHand(slot, is_same) => {
                world.left.hands -= 1;
                let given = self.scenario.slots[slot].minute;
                let minute = if is_same { given } else { given - 30 };
                let ours = false;
                world.kot.push(Record { slot, minute, ours });
            }
            Happens::LogsSay(given) => {
                world.left.edits -= 1;
                world.given[0] = given;
            }
            Happens::Dropped(slot) => {
                world.left.orders -= 1;
                world.entry(0, slot).state = PunchState::Dropped;
            }
            Happens::Restored => {
                world.left.restores -= 1;
                world.files[0] = File {
                    elsewhere: true,
                    ..File::empty(self.scenario.slots.len())
                };
            }
            Happens::Calm => world.turn_calm(),
            Happens::CalmRound => self.calm_round(&mut world),
        }
        (world != *before).then_some(world)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        if self.sought.is_some() {
            return vec![Property::sometimes(SOUGHT, |life, world: &World| {
                let mut stored = world
                    .files
                    .iter()
                    .flat_map(|file| file.punches.iter().flatten());
                stored.any(|entry| Some(entry.state) == life.sought)
            })];
        }
        promises()
    }
}

impl Life {
    /// The process is gone, its lock with it; requests that had left may still be applied.
    fn kill(&self, world: &mut World, by: usize, left: u8) {
        world.left.kills -= 1;
        let process = world.running[by].take().unwrap();
        let Stage::Sending(lanes) = process.stage else {
            return;
        };
        for (person, lane) in lanes.iter().enumerate() {
            if let Lane::Sending { at, .. } = lane
                && left & (1 << person) != 0
            {
                let slot = process.due[*at];
                let minute = world.entry(by, slot).minute;
                world.fly(slot, minute);
            }
        }
    }
}

/// The lanes that have committed an attempt, as bits.
fn sending(stage: &Stage) -> u8 {
    let Stage::Sending(lanes) = stage else {
        return 0;
    };
    let lanes = lanes.iter().enumerate();
    let sending = lanes.filter(|(_, lane)| matches!(lane, Lane::Sending { .. }));
    sending.map(|(person, _)| 1 << person).sum()
}
