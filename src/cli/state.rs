//! `pcpunch state …`

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// Copies of the state file.
#[derive(Clone, Debug, Subcommand)]
pub enum StateCommand {
    /// A consistent copy, while a relay runs.
    Backup(BackupArgs),
    /// Puts a copy in the place of the state file.
    Restore(RestoreArgs),
}

/// `state backup`
#[derive(Args, Clone, Debug)]
pub struct BackupArgs {
    /// Where to.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// With the secrets among the settings.
    #[arg(long)]
    pub with_secrets: bool,
}

/// `state restore`
#[derive(Args, Clone, Debug)]
pub struct RestoreArgs {
    /// Which copy.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}
