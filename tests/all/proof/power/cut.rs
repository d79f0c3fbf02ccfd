//! A command whose power is cut, and what its disk may hold then.

use pcpunch::sandbox::StoredPunch;

use super::day::{Doomed, World};
use super::image::Image;
use super::journal::Step;
use super::layer::Layer;
use super::platter::{Keeps, Platter, Syncs};
use crate::harness::{Office, Ran};
use crate::proof::scale::Scale;

/// One command, cut before a step.
pub(super) struct Cut {
    pub(super) platter: Platter,
    step: usize,
    /// Whether the step before it synced something.
    has_synced: bool,
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
        let steps = journal.steps();
        let last = steps.iter().rfind(|step| step.changes_something());
        let has_synced = matches!(last, Some(Step::Sync(_)) | None);
        let platter = Platter::of(&journal.folder(), &before, Syncs::Honoured).runs(steps);
        // Without a power cut, what the process leaves is what the model says, so nothing went by the layer.
        assert!(
            platter.image(Keeps::Everything) == Image::of(office),
            "step {step}"
        );
        Self {
            platter,
            step,
            has_synced,
            punches: office.sandbox.kot.punches(),
            was_made,
        }
    }

    /// What the disk may hold: the least, the most, and some between; less of it in a part of the proof.
    pub(super) fn images(&self, scale: Scale) -> Vec<Image> {
        let seeds = [0, 1].map(|one| u64::try_from(self.step * 2 + one).expect("a seed"));
        let [one, other] = seeds.map(Keeps::Some);
        let mut keeps = match scale {
            Scale::Part => vec![Keeps::Nothing, one],
            Scale::Whole => vec![Keeps::Nothing, Keeps::Everything, one, other],
        };
        if scale == Scale::Whole && !self.has_synced {
            // The least is then what it was at the step before.
            keeps.remove(0);
        }
        let mut images: Vec<Image> = Vec::new();
        for keeps in keeps {
            let image = self.platter.image(keeps);
            if !images.contains(&image) {
                images.push(image);
            }
        }
        images
    }
}
