//! Which file does which verb.

use super::{
    Context, Exit, accounts_allow_shared, accounts_exclude, accounts_export, accounts_history,
    accounts_import, accounts_list, accounts_undo, completions, config_check, config_get,
    config_list, config_set, config_unset, employees_list, employees_sync, logs_check,
    logs_differences, logs_list, man, punches_drop, punches_list, punches_send, punches_show,
    relay_rehearse, relay_run, relay_status, relay_unfreeze, schema, state_backup, state_restore,
    units,
};
#[cfg(feature = "sandbox")]
use super::{demo, sandbox};
use crate::cli::{
    AccountsCommand, Command, ConfigCommand, EmployeesCommand, LogsCommand, PunchesCommand,
    RelayCommand, StateCommand,
};

/// Runs a command.
///
/// # Errors
/// What stopped it; [`super::Failure::of`] says what that means.
pub fn run(command: &Command, context: &mut Context) -> anyhow::Result<Exit> {
    match command {
        Command::Config(ConfigCommand::Set(args)) => config_set::run(args, context),
        Command::Config(ConfigCommand::Get(args)) => config_get::run(args, context),
        Command::Config(ConfigCommand::List(args)) => config_list::run(args, context),
        Command::Config(ConfigCommand::Unset(args)) => config_unset::run(args, context),
        Command::Config(ConfigCommand::Check) => config_check::run(context),
        Command::Employees(EmployeesCommand::Sync(args)) => employees_sync::run(args, context),
        Command::Employees(EmployeesCommand::List(args)) => employees_list::run(args, context),
        Command::Accounts(AccountsCommand::Export(args)) => accounts_export::run(args, context),
        Command::Accounts(AccountsCommand::Import(args)) => accounts_import::run(args, context),
        Command::Accounts(AccountsCommand::List) => accounts_list::run(context),
        Command::Accounts(AccountsCommand::History) => accounts_history::run(context),
        Command::Accounts(AccountsCommand::Undo) => accounts_undo::run(context),
        Command::Accounts(AccountsCommand::Exclude(args)) => accounts_exclude::run(args, context),
        Command::Accounts(AccountsCommand::AllowShared(args)) => {
            accounts_allow_shared::run(args, context)
        }
        Command::Relay(RelayCommand::Run(args)) => relay_run::run(args, context),
        Command::Relay(RelayCommand::Status(args)) => relay_status::run(args, context),
        Command::Relay(RelayCommand::Unfreeze(args)) => relay_unfreeze::run(args, context),
        Command::Relay(RelayCommand::Rehearse(args)) => relay_rehearse::run(args, context),
        Command::Punches(PunchesCommand::List(args)) => punches_list::run(args, context),
        Command::Punches(PunchesCommand::Show(args)) => punches_show::run(args, context),
        Command::Punches(PunchesCommand::Send(args)) => punches_send::run(args, context),
        Command::Punches(PunchesCommand::Drop(args)) => punches_drop::run(args, context),
        Command::Logs(LogsCommand::Check(args)) => logs_check::run(args, context),
        Command::Logs(LogsCommand::Differences(args)) => logs_differences::run(args, context),
        Command::Logs(LogsCommand::List(args)) => logs_list::run(args, context),
        Command::State(StateCommand::Backup(args)) => state_backup::run(args, context),
        Command::State(StateCommand::Restore(args)) => state_restore::run(args, context),
        #[cfg(feature = "sandbox")]
        Command::Demo => demo::run(context),
        #[cfg(feature = "sandbox")]
        Command::Sandbox => sandbox::run(context),
        Command::Completions(args) => completions::run(args, context),
        Command::Man(args) => man::run(args, context),
        Command::Units(args) => units::run(args, context),
        Command::Schema(args) => schema::run(args, context),
    }
}
