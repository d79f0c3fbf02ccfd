//! A command whose power is cut, and what its disk may hold then.

use pcpunch::sandbox::StoredPunch;

use super::day::{Doomed, World};
use super::image::Image;
use super::layer::Layer;
use super::platter::{Keeps, Platter, Syncs};
use crate::harness::{Office, Ran};
use crate::proof::scale::Scale;

/// One command, cut before a step.
pub(super) struct Cut {
    pub(super) platter: Platter,
    /// What KING OF TIME has then.
    pub(super) punches: Vec<StoredPunch>,
    /// Whether the command came so far.
    pub(super) was_made: bool,
}

impl Cut {
    /// The round, begun in that world.
    pub(super) fn of_round(doomed: Doomed, eve: &World, layer: Layer, step: usize) -> Self {
        let office = doomed.office();
        eve.put(&office);
        Self::of(&office, layer, step, Office::relay)
    }

    /// The command of an office that does not look back at what it has.
    pub(super) fn of(
        office: &Office,
        layer: Layer,
        step: usize,
        command: impl FnOnce(&Office) -> Ran,
    ) -> Self {
        let before = Image::of(office);
        let journal = layer.under(office, step);
        let ran = command(office);
        let was_made = ran.was_killed();
        if !was_made {
            ran.exits(0);
        }
        let platter =
            Platter::of(&journal.folder(), &before, Syncs::Honoured).runs(journal.steps());
        // Without a power cut, what the process leaves is what the model says, so nothing went by the layer.
        assert!(
            platter.image(Keeps::Everything) == Image::of(office),
            "step {step}"
        );
        Self {
            platter,
            punches: office.sandbox.kot.punches(),
            was_made,
        }
    }
}

/// What the disk may hold: the least, the most, and some between; less of it in a part of the proof.
pub(super) fn images(platter: &Platter, step: usize, scale: Scale) -> Vec<Image> {
    let seed = |one: usize| Keeps::Some(u64::try_from(step * 100 + one).expect("a seed"));
    let keeps = match scale {
        Scale::Part => vec![Keeps::Nothing, seed(0)],
        Scale::Whole => vec![
            Keeps::Nothing,
            Keeps::Everything,
            seed(0),
            seed(1),
            seed(2),
            seed(3),
        ],
    };
    let mut images: Vec<Image> = Vec::new();
    for keeps in keeps {
        let image = platter.image(keeps);
        if !images.contains(&image) {
            images.push(image);
        }
    }
    images
}
