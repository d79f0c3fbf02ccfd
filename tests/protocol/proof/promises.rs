//! What is promised of every state: delivery.md, as a sceptic would put it.

use pcpunch::domain::punch::{PunchKind, PunchState};
use stateright::Property;

use super::calm::{LAST, SETTLED};
use super::life::Life;
use super::world::{File, Given, Record, World};

/// 出勤 or 退勤 of ours twice for one person and day, or one 休憩.
pub(super) const ONE_OF_OURS: &str = "one of ours";
/// The same whoever made them, where nobody punched by hand between reading and sending.
pub(super) const ONE_IN_ALL: &str = "one in all";
/// No POST without a reading in the same round, or in the closed hours under their conditions.
pub(super) const READ_FIRST: &str = "read first";
/// No POST after a lost answer but on a reading begun `kot.unknown_minutes` after it or later.
pub(super) const NEVER_BLIND: &str = "never blind";
/// An unknown punch is decided again only by such a reading, and a complete one.
pub(super) const BY_PROOF: &str = "by proof";
/// What was absent twice is a person's.
pub(super) const TWICE_ABSENT: &str = "absent twice, a person's";
/// Soon after the world turned calm every punch is there or stands before a person.
pub(super) const NONE_LOST: &str = "none lost";

/// All of them.
pub(super) fn promises() -> Vec<Property<Life>> {
    vec![
        Property::always(ONE_OF_OURS, |life, world: &World| {
            life.most(world, true) <= 1
        }),
        Property::always(ONE_IN_ALL, |life, world: &World| {
            let is_assumed = world.left.empties == life.scenario.trouble.empties;
            !is_assumed || life.scenario.sends_unread || life.most(world, false) <= 1
        }),
        Property::always(READ_FIRST, |_, world: &World| !world.broken.unread),
        Property::always(NEVER_BLIND, |_, world: &World| !world.broken.blind),
        Property::always(BY_PROOF, |_, world: &World| !world.broken.unproven),
        Property::always(TWICE_ABSENT, |_, world: &World| {
            let mut stored = world
                .files
                .iter()
                .flat_map(|file| file.punches.iter().flatten());
            stored.all(|entry| entry.absences <= 1)
        }),
        Property::always(NONE_LOST, |life, world: &World| match world.calm {
            Some(SETTLED | LAST) => life.all_stand(world),
            _ => true,
        }),
    ]
}

impl Life {
    /// How many punches of one person's kind KING OF TIME has at the most.
    fn most(&self, world: &World, ours_only: bool) -> usize {
        let slots = self.scenario.slots.iter().enumerate();
        let counts = slots.map(|(slot, of)| {
            let is_one = |record: &&Record| {
                let is_counted = record.ours || (!ours_only && !of.kind.is_break());
                record.slot == slot && is_counted
            };
            world.kot.iter().filter(is_one).count()
        });
        counts.max().unwrap_or_default()
    }

    /// Whether every punch is where it ends, or waits for what a person must do first.
    fn all_stand(&self, world: &World) -> bool {
        let slots = 0..self.scenario.slots.len();
        let mut all = world
            .files
            .iter()
            .flat_map(|file| slots.clone().map(move |slot| (file, slot)));
        all.all(|(file, slot)| self.stands(world, file, slot))
    }

    fn stands(&self, world: &World, file: &File, slot: usize) -> bool {
        let is_gone = world.given[slot] == Given::Nothing;
        let Some(entry) = &file.punches[slot] else {
            return is_gone;
        };
        let mut there = world.kot.iter().filter(|record| record.slot == slot);
        match entry.state {
            PunchState::Accepted => there.any(|record| record.minute.abs_diff(entry.minute) <= 1),
            PunchState::AlreadyThere => there.next().is_some(),
            PunchState::Refused | PunchState::Person | PunchState::Held | PunchState::Dropped => {
                true
            }
            PunchState::Withdrawn => is_gone,
            PunchState::Decided => is_gone || self.waits_for_a_person(world, file, slot),
            PunchState::Unknown | PunchState::Sending => false,
        }
    }

    /// A later punch of a day waits for the 出勤, and for any earlier one that a person is asked about.
    fn waits_for_a_person(&self, world: &World, file: &File, slot: usize) -> bool {
        let mut earlier = (0..slot).filter(|earlier| self.is_same_person(*earlier, slot));
        earlier.any(|earlier| {
            let is_clock_in = self.scenario.slots[earlier].kind == PunchKind::ClockIn;
            let is_there = world.kot.iter().any(|record| record.slot == earlier);
            let state = file.punches[earlier].as_ref().map(|entry| entry.state);
            (is_clock_in && !is_there) || state == Some(PunchState::Refused)
        })
    }
}
