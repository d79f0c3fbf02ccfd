//! `pcpunch completions`, `pcpunch man` and `pcpunch schema`: what the program tells of itself.

use std::path::PathBuf;

use clap::Args;
use clap::builder::PossibleValuesParser;

use super::values;

/// `completions`
#[derive(Args, Clone, Debug)]
pub struct CompletionsArgs {
    /// Which shell: one of [`values::SHELLS`].
    #[arg(value_name = "bash|zsh|fish|powershell", hide_possible_values = true,
          value_parser = PossibleValuesParser::new(values::SHELLS))]
    pub shell: String,
}

/// `man`
#[derive(Args, Clone, Debug)]
pub struct ManArgs {
    /// Which page: a command's words, `relay run` or `relay-run`; the program's own without it.
    #[arg(value_name = "PAGE")]
    pub page: Vec<String>,
    /// Writes every page and completion below this folder, as they stand in the repository.
    #[arg(long, value_name = "DIR", hide = true, conflicts_with = "page")]
    pub all: Option<PathBuf>,
}

/// `schema`
#[derive(Args, Clone, Debug)]
pub struct SchemaArgs {
    /// Which document: `relay-run`, `relay-run.v1` or `pcpunch.relay-run.v1`; lists them without it.
    #[arg(value_name = "NAME")]
    pub name: Option<String>,
}
