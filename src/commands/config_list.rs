//! `pcpunch config list`: all settings.

use crate::cli::ListArgs;
use crate::settings::Settings;

use super::view::config::{List, Row};
use super::{Context, Exit};

/// Prints every setting, with `--origin` also where its value came from.
///
/// # Errors
/// Exit 2 for a value that is not allowed.
pub(super) fn run(args: &ListArgs, context: &mut Context) -> anyhow::Result<Exit> {
    let state = context.open_state()?;
    let settings = Settings::resolve(&context.environment, &state.stored_settings()?)?;
    context.print(&List {
        settings: settings.all().map(Row::of).collect(),
        origin: args.origin,
    })?;
    Ok(Exit::Done)
}
