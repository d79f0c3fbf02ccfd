//! One reading of KING OF TIME for commands that came to look.

use crate::check::{self, Scope};
use crate::clock::Clock;
use crate::domain::reconcile::KotSide;
use crate::kot::{self, Kot};
use crate::settings::Settings;
use crate::state::SharedState;

use super::services;
use super::signals::Signals;

/// Reads KING OF TIME once for the whole range.
///
/// # Errors
/// A setting that is missing; what came of the reading is the value.
pub(super) fn read(
    settings: &Settings,
    scope: &Scope,
    signals: &Signals,
    state: &SharedState,
    clock: &Clock,
) -> anyhow::Result<Result<KotSide, kot::Error>> {
    let config = services::kot(settings, &state.hold(), clock.now())?;
    let counted = services::counted(state, clock);
    let surroundings = kot::Surroundings {
        clock,
        stop: signals.stop(),
        on_request: &counted,
    };
    Ok(check::read(&Kot::new(config, surroundings), scope))
}
