//! `pcpunch employees …`

use clap::{Args, Subcommand};

/// 勤怠管理連携: the people of KING OF TIME.
#[derive(Clone, Debug, Subcommand)]
pub enum EmployeesCommand {
    /// Takes employees and divisions from KING OF TIME.
    Sync(SyncArgs),
    /// Shows the employees as last synced.
    List(EmployeesListArgs),
}

/// `employees sync`
#[derive(Args, Clone, Debug, Default)]
pub struct SyncArgs {
    /// Shows the plan and applies nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Allows up to so many people to be gone or resigned at once.
    #[arg(long, value_name = "N")]
    pub allow_removals: Option<u32>,
}

/// `employees list`
#[derive(Args, Clone, Debug)]
pub struct EmployeesListArgs {
    /// What each sync changed.
    #[arg(long)]
    pub history: bool,
}
