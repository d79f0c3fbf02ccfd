//! `pcpunch config get`: one setting's value.

use crate::cli::GetArgs;
use crate::locale::Text;
use crate::settings::{Key, Settings};

use super::view::config::One;
use super::{Context, Exit};

/// Prints the value on stdout; where there is none, nothing, and a word on stderr.
///
/// # Errors
/// Exit 2 for an unknown key or a value that is not allowed.
pub(super) fn run(args: &GetArgs, context: &mut Context) -> anyhow::Result<Exit> {
    let key = Key::of_name(&args.key)?;
    let state = context.open_state()?;
    let settings = Settings::resolve(&context.environment, &state.stored_settings()?)?;
    if let Some(found) = settings.get(key) {
        context.print(&One::of(found))?;
        if found.shown().is_none() {
            let text = Text::new("config-has-no-value").with("key", key.name());
            context.output.say(&text);
        }
    }
    Ok(Exit::Done)
}
