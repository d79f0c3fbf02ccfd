//! `pcpunch config …`

use clap::{Args, Subcommand};

use crate::domain::time::WorkDay;

use super::values;

/// Settings: set, shown, taken back, proven.
#[derive(Clone, Debug, Subcommand)]
pub enum ConfigCommand {
    /// Stores a setting.
    Set(SetArgs),
    /// Shows one setting.
    Get(GetArgs),
    /// Shows all settings.
    List(ListArgs),
    /// Goes back to a setting's default.
    Unset(UnsetArgs),
    /// Proves the set-up end to end.
    Check,
}

/// `config set`
#[derive(Args, Clone, Debug)]
pub struct SetArgs {
    /// Which setting.
    #[arg(value_name = "KEY")]
    pub key: String,
    /// Its new value; asked for where it is missing.
    #[arg(value_name = "VALUE", allow_hyphen_values = true)]
    pub value: Option<String>,
    /// Takes the value from one line of standard input.
    #[arg(long, conflicts_with = "value")]
    pub stdin: bool,
    /// With `link.punches on`: the first work day that is punched.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = values::day)]
    pub since: Option<WorkDay>,
}

/// `config get`
#[derive(Args, Clone, Debug)]
pub struct GetArgs {
    /// Which setting.
    #[arg(value_name = "KEY")]
    pub key: String,
}

/// `config list`
#[derive(Args, Clone, Debug)]
pub struct ListArgs {
    /// Also where each value came from.
    #[arg(long)]
    pub origin: bool,
}

/// `config unset`
#[derive(Args, Clone, Debug)]
pub struct UnsetArgs {
    /// Which setting.
    #[arg(value_name = "KEY")]
    pub key: String,
}
