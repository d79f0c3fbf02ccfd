//! The commands, by their first word.

use clap::{Parser, Subcommand};

use super::{
    AccountsCommand, CompletionsArgs, ConfigCommand, EmployeesCommand, Global, LogsCommand,
    ManArgs, PunchesCommand, RelayCommand, SchemaArgs, StateCommand, UnitsArgs,
};

/// What was typed.
#[derive(Clone, Debug, Parser)]
#[command(name = "pcpunch", version, disable_help_subcommand = true)]
pub struct Cli {
    /// Options that may stand anywhere.
    #[command(flatten)]
    pub global: Global,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Settings.
    #[command(subcommand)]
    Config(ConfigCommand),
    /// 勤怠管理連携.
    #[command(subcommand)]
    Employees(EmployeesCommand),
    /// Which PC user name is whose.
    #[command(subcommand)]
    Accounts(AccountsCommand),
    /// The main job.
    #[command(subcommand)]
    Relay(RelayCommand),
    /// What a person decides on single punches.
    #[command(subcommand)]
    Punches(PunchesCommand),
    /// PC logs against punches.
    #[command(subcommand)]
    Logs(LogsCommand),
    /// Copies of the state file.
    #[command(subcommand)]
    State(StateCommand),
    /// A MaLion and a KING OF TIME on loopback.
    #[cfg(feature = "sandbox")]
    Sandbox,
    /// The whole job in ten seconds.
    #[cfg(feature = "sandbox")]
    Demo,
    /// The completions of a shell.
    Completions(CompletionsArgs),
    /// The man pages.
    Man(ManArgs),
    /// The files for systemd and cron.
    Units(UnitsArgs),
    /// What the JSON documents hold.
    Schema(SchemaArgs),
}

impl Command {
    /// Whether it was asked to change nothing.
    pub fn is_dry_run(&self) -> bool {
        match self {
            Self::Employees(EmployeesCommand::Sync(args)) => args.dry_run,
            Self::Accounts(AccountsCommand::Import(args)) => args.dry_run,
            Self::Relay(RelayCommand::Run(args)) => args.dry_run,
            Self::Relay(RelayCommand::Rehearse(_)) => true,
            _ => false,
        }
    }
}
