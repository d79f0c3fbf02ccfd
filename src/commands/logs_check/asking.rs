//! Whom a check asks, and for what.

use std::collections::BTreeSet;

use crate::check::{self, Scope};
use crate::commands::signals::Signals;
use crate::commands::{Context, Failure, kot_reading, services};
use crate::domain::employee::EmployeeKey;
use crate::domain::finding::Finding;
use crate::domain::headway::Step;
use crate::domain::picture::Material;
use crate::domain::reconcile::KotSide;
use crate::kot;
use crate::locale::Text;
use crate::malion::{Category, Malion};
use crate::settings::Settings;
use crate::state::SharedState;

/// What asking needs.
pub(super) struct Asking<'a> {
    pub(super) settings: &'a Settings,
    pub(super) scope: &'a Scope,
    pub(super) signals: &'a Signals,
    pub(super) context: &'a Context,
}

impl Asking<'_> {
    /// Reads KING OF TIME once for the whole range.
    ///
    /// # Errors
    /// A setting that is missing; what came of the reading is the value.
    pub(super) fn kot(&self, state: &SharedState) -> anyhow::Result<Result<KotSide, kot::Error>> {
        let Self {
            settings,
            scope,
            signals,
            context,
        } = self;
        let _showing = context.output.show_step(Step::Read);
        kot_reading::read(settings, scope, signals, state, &context.clock)
    }

    /// The days of these people with operations that are neither ログオン nor ログオフ. `None` where nobody
    /// is to be asked for, where MaLion's API is not in use or tells no others, and where it cannot be
    /// read: that is said, and spoils nothing.
    pub(super) fn operations(
        &self,
        material: &Material,
        people: &BTreeSet<EmployeeKey>,
    ) -> Option<Vec<Finding>> {
        if people.is_empty() || !self.settings.link_malion() {
            return None;
        }
        let config = services::malion(self.settings).ok()?;
        let clock = &self.context.clock;
        let malion = Malion::new(config, clock, self.signals.stop());
        if !malion.answers(Category::All) {
            return None;
        }
        let now = clock.now();
        match check::other_operations(&malion, material, people, self.scope, now) {
            Ok(findings) => Some(findings),
            Err(error) => {
                let failure = Failure::of(&error.into());
                let text = Text::new("check-operations-not-read");
                self.context
                    .output
                    .warn(&text.with("reason", failure.message));
                None
            }
        }
    }
}
