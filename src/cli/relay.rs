//! `pcpunch relay …`

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::domain::pc_log::LinkKind;
use crate::domain::time::{Jst, WorkDay};

use super::values;

/// The main job.
#[derive(Clone, Debug, Subcommand)]
pub enum RelayCommand {
    /// Collect logs, decide punches, deliver them.
    Run(RunArgs),
    /// How the last rounds went and what waits.
    Status(StatusArgs),
    /// Goes on after a freeze.
    Unfreeze(UnfreezeArgs),
    /// What past logs would have made of past days.
    Rehearse(RehearseArgs),
}

/// `relay run`
#[derive(Args, Clone, Debug, Default)]
pub struct RunArgs {
    /// One round in place of round after round.
    #[arg(long)]
    pub once: bool,
    /// From the start of a round to the start of the next: `5m` unless said, `30s` at least.
    #[arg(long, value_name = "5m", conflicts_with = "once", value_parser = values::age)]
    pub interval: Option<chrono::Duration>,
    /// Works on a copy in memory: stores, sets and sends nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Takes the logs from a CSV file in place of MaLion's API.
    #[arg(long, value_name = "FILE")]
    pub from: Option<PathBuf>,
    /// Which product logged what stands in the file: MaLion unless said.
    #[arg(long, value_name = "PRODUCT", requires = "from", hide_possible_values = true,
          value_parser = values::link_kind())]
    pub source: Option<LinkKind>,
    /// A profile (TOML) that says how the file is read; `malion.profile` unless said.
    #[arg(long, value_name = "PROFILE", requires = "from")]
    pub profile: Option<PathBuf>,
    /// Where to write metrics after each round; a dry run is none.
    #[arg(long, value_name = "FILE", conflicts_with = "dry_run")]
    pub metrics: Option<PathBuf>,
    /// Until when the file is complete; by default the time of its newest log.
    #[arg(long, value_name = "YYYY-MM-DDTHH:MM", requires = "from", value_parser = values::moment)]
    pub complete_until: Option<Jst>,
}

/// `relay status`
#[derive(Args, Clone, Debug)]
pub struct StatusArgs {
    /// Exit 1 where no run succeeded since then: `90s`, `30m`, `2h`, `1d`.
    #[arg(long, value_name = "2h", value_parser = values::age)]
    pub max_age: Option<chrono::Duration>,
    /// Where to write metrics.
    #[arg(long, value_name = "FILE")]
    pub metrics: Option<PathBuf>,
}

/// `relay rehearse`
#[derive(Args, Clone, Debug)]
pub struct RehearseArgs {
    /// The first work day.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = values::day)]
    pub from: WorkDay,
    /// The last work day; yesterday unless said.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = values::day)]
    pub to: Option<WorkDay>,
    /// Settings to be tried beside those that are set, all of them together.
    #[arg(long, value_name = "KEY=VALUE", value_parser = values::setting)]
    pub set: Vec<(String, String)>,
    /// One row a person and work day that differs.
    #[arg(long)]
    pub days: bool,
}

/// `relay unfreeze`
#[derive(Args, Clone, Debug)]
pub struct UnfreezeArgs {
    /// Why, for the record.
    #[arg(long, value_name = "TEXT", value_parser = values::reason)]
    pub reason: String,
}
