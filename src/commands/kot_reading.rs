//! One reading of KING OF TIME for commands that came to look.

use crate::check::{self, Scope};
use crate::clock::Clock;
use crate::domain::reconcile::KotSide;
use crate::domain::time::WorkDay;
use crate::kot::{self, ClosedDays, Kot};
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
    asking(settings, signals, state, clock, |kot| {
        check::read(kot, scope)
    })
}

/// Asks KING OF TIME which days it has closed, and for whom.
///
/// # Errors
/// A setting that is missing; what came of the reading.
pub(super) fn closed_days(
    settings: &Settings,
    from: WorkDay,
    to: WorkDay,
    signals: &Signals,
    state: &SharedState,
    clock: &Clock,
) -> anyhow::Result<ClosedDays> {
    let asked = asking(settings, signals, state, clock, |kot| {
        kot.closed_days(from, to)
    });
    Ok(asked??)
}

fn asking<T>(
    settings: &Settings,
    signals: &Signals,
    state: &SharedState,
    clock: &Clock,
    ask: impl FnOnce(&Kot<'_>) -> T,
) -> anyhow::Result<T> {
    let config = services::kot(settings, &state.hold(), clock.now())?;
    let counted = services::counted(state, clock);
    let surroundings = kot::Surroundings {
        clock,
        stop: signals.stop(),
        on_request: &counted,
    };
    Ok(ask(&Kot::new(config, surroundings)))
}
