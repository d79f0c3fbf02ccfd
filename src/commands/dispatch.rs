//! Which file does which verb.

use crate::cli::{Command, ConfigCommand};
use crate::locale::Text;

use super::{
    Context, Exit, Failure, completions, config_check, config_get, config_list, config_set,
    config_unset, man,
};

/// Runs a command.
///
/// # Errors
/// What stopped it; [`Failure::of`] says what that means.
pub fn run(command: &Command, context: &mut Context) -> anyhow::Result<Exit> {
    match command {
        Command::Config(ConfigCommand::Set(args)) => config_set::run(args, context),
        Command::Config(ConfigCommand::Get(args)) => config_get::run(args, context),
        Command::Config(ConfigCommand::List(args)) => config_list::run(args, context),
        Command::Config(ConfigCommand::Unset(args)) => config_unset::run(args, context),
        Command::Config(ConfigCommand::Check) => config_check::run(context),
        Command::Completions(args) => completions::run(args, context),
        Command::Man(args) => man::run(args, context),
        _ => Err(Failure::new(
            Exit::Failed,
            "not_built",
            Text::new("failed").with("detail", "not built yet"),
        )
        .into()),
    }
}
