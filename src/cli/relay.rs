//! `pcpunch relay …`

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::domain::time::Jst;

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
}

/// `relay run`
#[derive(Args, Clone, Debug, Default)]
pub struct RunArgs {
    /// One round.
    #[arg(long, required = true)]
    pub once: bool,
    /// Works on a copy in memory: stores, sets and sends nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Takes the logs from a CSV file in place of MaLion's API.
    #[arg(long, value_name = "FILE")]
    pub from: Option<PathBuf>,
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
}

/// `relay unfreeze`
#[derive(Args, Clone, Debug)]
pub struct UnfreezeArgs {
    /// Why, for the record.
    #[arg(long, value_name = "TEXT", required = true)]
    pub reason: String,
}
