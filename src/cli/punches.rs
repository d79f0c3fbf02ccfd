//! `pcpunch punches …`

use clap::{Args, Subcommand};

use crate::domain::punch::PunchState;

use super::values;

/// What a person decides on single punches.
#[derive(Clone, Debug, Subcommand)]
pub enum PunchesCommand {
    /// Shows punches.
    List(PunchesListArgs),
    /// Shows the way from a punch back to its logs and forward to what KING OF TIME answered.
    Show(ShowArgs),
    /// Sends punches that were held, refused or left to a person.
    Send(SendArgs),
    /// Gives punches up.
    Drop(DropArgs),
}

/// `punches list`
#[derive(Args, Clone, Debug)]
pub struct PunchesListArgs {
    /// Only punches in these states: the values of `--state` that name one; see [`super::parse()`].
    #[arg(skip)]
    pub states: Vec<PunchState>,
}

/// `punches show`
#[derive(Args, Clone, Debug)]
pub struct ShowArgs {
    /// Which, as `punches list` and `logs check` number them.
    #[arg(value_name = "ID")]
    pub id: i64,
    /// Asks nobody.
    #[arg(long)]
    pub offline: bool,
}

/// `punches send`
#[derive(Args, Clone, Debug)]
pub struct SendArgs {
    /// Which, as `punches list` numbers them.
    #[arg(value_name = "ID", required = true)]
    pub ids: Vec<i64>,
}

/// `punches drop`
#[derive(Args, Clone, Debug)]
pub struct DropArgs {
    /// Which, as `punches list` numbers them.
    #[arg(value_name = "ID", required = true)]
    pub ids: Vec<i64>,
    /// Why, for the record.
    #[arg(long, value_name = "TEXT", value_parser = values::reason)]
    pub reason: String,
}
