//! The whole command line as plain data, and its help in both languages.

mod accounts;
mod config;
mod employees;
mod generated;
mod global;
mod help;
mod logs;
mod parse;
mod punches;
mod relay;
mod root;
mod state;
mod units;
mod values;

pub use accounts::{AccountsCommand, AllowSharedArgs, ExcludeArgs, ExportArgs, ImportArgs};
pub use config::{ConfigCommand, GetArgs, ListArgs, SetArgs, UnsetArgs};
pub use employees::{EmployeesCommand, EmployeesListArgs, SyncArgs};
pub use generated::{CompletionsArgs, ManArgs, SchemaArgs};
pub use global::Global;
pub use help::{command, localised};
pub use logs::{CheckArgs, Days, DifferencesArgs, LogsCommand, LogsListArgs};
pub use parse::{Parsed, Unusable, parse};
pub use punches::{DropArgs, PunchesCommand, PunchesListArgs, SendArgs, ShowArgs};
pub use relay::{RehearseArgs, RelayCommand, RunArgs, StatusArgs, UnfreezeArgs};
pub use root::{Cli, Command};
pub use state::{BackupArgs, RestoreArgs, StateCommand};
pub use units::UnitsArgs;
pub use values::{ENCODINGS, SHELLS, UNITS};
