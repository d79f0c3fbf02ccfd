//! `pcpunch logs …`

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::domain::pc_log::Fate;
use crate::domain::time::WorkDay;

use super::values;

/// PC logs against punches.
#[derive(Clone, Debug, Subcommand)]
pub enum LogsCommand {
    /// Holds PC logs, punches sent and what KING OF TIME shows against each other.
    Check(CheckArgs),
    /// PC logs against punches, for payroll (勤怠差異).
    Differences(DifferencesArgs),
    /// Shows the collected logs and what became of each.
    List(LogsListArgs),
}

/// Which work days; without any, the command's own default.
#[derive(Args, Clone, Debug, Default)]
pub struct Days {
    /// One work day.
    #[arg(long, value_name = "YYYY-MM-DD", conflicts_with_all = ["from", "to"], value_parser = values::day)]
    pub date: Option<WorkDay>,
    /// The first work day.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = values::day)]
    pub from: Option<WorkDay>,
    /// The last work day.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = values::day)]
    pub to: Option<WorkDay>,
}

/// `logs check`
#[derive(Args, Clone, Debug, Default)]
pub struct CheckArgs {
    /// Which work days; the last seven before today by default.
    #[command(flatten)]
    pub days: Days,
    /// Only this 従業員コード.
    #[arg(long, value_name = "CODE")]
    pub employee: Option<String>,
    /// Asks nobody.
    #[arg(long)]
    pub offline: bool,
    /// Shows the days as bars.
    #[arg(long)]
    pub timeline: bool,
    /// Also writes the check as one page.
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
    /// Sets a finding aside, as `logs check` numbers them.
    #[arg(long, value_name = "ID", requires = "reason",
          conflicts_with_all = ["date", "from", "to", "employee", "offline", "timeline", "html"])]
    pub ack: Option<i64>,
    /// Why, for the record.
    #[arg(long, value_name = "TEXT", requires = "ack", value_parser = values::reason)]
    pub reason: Option<String>,
}

/// `logs differences`
#[derive(Args, Clone, Debug, Default)]
pub struct DifferencesArgs {
    /// Which work days; the last seven before today by default.
    #[command(flatten)]
    pub days: Days,
    /// All work days of a month.
    #[arg(long, value_name = "YYYY-MM", conflicts_with_all = ["date", "from", "to"], value_parser = values::month)]
    pub month: Option<WorkDay>,
    /// Only this 従業員コード.
    #[arg(long, value_name = "CODE")]
    pub employee: Option<String>,
    /// Shows days without a difference too.
    #[arg(long)]
    pub all: bool,
    /// One row a person and month.
    #[arg(long, conflicts_with = "all")]
    pub summary: bool,
}

/// `logs list`
#[derive(Args, Clone, Debug, Default)]
pub struct LogsListArgs {
    /// Which work days; the last seven before today and today by default.
    #[command(flatten)]
    pub days: Days,
    /// Only this 従業員コード.
    #[arg(long, value_name = "CODE")]
    pub employee: Option<String>,
    /// Only this PC user name; `*` and `?` stand for others.
    #[arg(long, value_name = "NAME")]
    pub user: Option<String>,
    /// Only this PC; `*` and `?` stand for others.
    #[arg(long, value_name = "NAME")]
    pub terminal: Option<String>,
    /// Only logs of which this became; may be given several times.
    #[arg(long = "fate", value_name = "FATE", value_parser = values::fate())]
    pub fates: Vec<Fate>,
    /// Only logs that became a punch.
    #[arg(long)]
    pub punched: bool,
}
