//! Options that may stand anywhere on the command line.

use std::path::PathBuf;

use clap::{ArgAction, Args};

use crate::locale::Lang;
use crate::output::{Colour, Format};

use super::values;

/// The global options.
#[derive(Args, Clone, Debug, Default)]
pub struct Global {
    /// The state file, once. `punches list` has a `--state` of its own, so that a second one is told
    /// apart by its value; see [`super::parse()`].
    #[arg(long, global = true, value_name = "FILE", action = ArgAction::Append)]
    pub state: Vec<PathBuf>,
    /// The shape of what stands on stdout.
    #[arg(long, global = true, value_name = "table|json|csv", default_value = "table",
          hide_possible_values = true, value_parser = values::format())]
    pub format: Format,
    /// The language of messages, help and tables.
    #[arg(long, global = true, value_name = "ja|en", hide_possible_values = true,
          value_parser = values::lang())]
    pub lang: Option<Lang>,
    /// When to use colours.
    #[arg(long, global = true, value_name = "auto|always|never", default_value = "auto",
          hide_possible_values = true, value_parser = values::colour())]
    pub color: Colour,
    /// Less on stderr.
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// More on stderr.
    #[arg(short, long, global = true)]
    pub verbose: bool,
    /// Yes to a confirmation.
    #[arg(short, long, global = true)]
    pub yes: bool,
}
