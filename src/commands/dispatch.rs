//! Which file does which verb.

use crate::cli::Command;
use crate::locale::Text;

use super::{Context, Exit, Failure, completions};

/// Runs a command.
///
/// # Errors
/// What stopped it; [`Failure::of`] says what that means.
pub fn run(command: &Command, context: &mut Context) -> anyhow::Result<Exit> {
    match command {
        Command::Completions(args) => completions::run(args, context),
        _ => Err(Failure::new(
            Exit::Failed,
            "not_built",
            Text::new("failed").with("detail", "not built yet"),
        )
        .into()),
    }
}
