//! `pcpunch config unset`: goes back to a setting's default.

use crate::cli::UnsetArgs;
use crate::settings::Key;

use super::view::config::{Change, Changes};
use super::{Context, Exit};

/// Takes a setting out of the state file.
///
/// # Errors
/// Exit 2 for an unknown key.
pub(super) fn run(args: &UnsetArgs, context: &mut Context) -> anyhow::Result<Exit> {
    let key = Key::of_name(&args.key)?;
    let mut state = context.open_state()?;
    let before = state.stored_setting(key.name())?;
    if before.is_some() {
        state.change_settings(&[(key.name(), None)], context.now())?;
    }
    context.print(&Changes {
        settings: vec![Change::new(key, before.as_deref(), None)],
    })?;
    Ok(Exit::Done)
}
