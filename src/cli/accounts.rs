//! `pcpunch accounts …`

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Subcommand};

use crate::domain::time::WorkDay;

use super::values;

/// The account links.
#[derive(Clone, Debug, Subcommand)]
pub enum AccountsCommand {
    /// CSVデータ保存.
    Export(ExportArgs),
    /// CSVデータ入力.
    Import(ImportArgs),
    /// The links on screen.
    List,
    /// Who changed what from which file.
    History,
    /// Takes the last import back.
    Undo,
    /// Sets a person aside on some work days.
    Exclude(ExcludeArgs),
    /// Says that one user name on several PCs is one person.
    AllowShared(AllowSharedArgs),
}

/// `accounts export`
#[derive(Args, Clone, Debug)]
pub struct ExportArgs {
    /// The file; `-` or none is stdout.
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// How the file is encoded: one of [`values::ENCODINGS`].
    #[arg(long, value_name = "utf-8|utf-8-bom|cp932|utf-16le", hide_possible_values = true,
          default_value = "utf-8-bom", value_parser = PossibleValuesParser::new(values::ENCODINGS))]
    pub encoding: String,
    /// Only accounts that no import has set and no log has borne.
    #[arg(long)]
    pub unlinked: bool,
    /// Writes both code columns as `="0123"`, which spreadsheets leave alone.
    #[arg(long)]
    pub for_excel: bool,
}

/// `accounts import`
#[derive(Args, Clone, Debug)]
pub struct ImportArgs {
    /// The file.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Checks and shows, and changes nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// How the file is encoded, in place of recognising it: one of [`values::ENCODINGS`].
    #[arg(long, value_name = "utf-8|utf-8-bom|cp932|utf-16le", hide_possible_values = true,
          value_parser = PossibleValuesParser::new(values::ENCODINGS))]
    pub encoding: Option<String>,
    /// The first work day of links that replace another.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = values::day)]
    pub from: Option<WorkDay>,
    /// Takes rows whose name is not the employee's.
    #[arg(long)]
    pub accept_names: bool,
}

/// `accounts exclude`
#[derive(Args, Clone, Debug)]
pub struct ExcludeArgs {
    /// 従業員コード; without it everybody who is set aside is shown.
    #[arg(value_name = "CODE")]
    pub code: Option<String>,
    /// The first work day; without `to` too, today.
    #[arg(long, value_name = "YYYY-MM-DD", requires = "code", value_parser = values::day)]
    pub from: Option<WorkDay>,
    /// The last work day; open without it.
    #[arg(long, value_name = "YYYY-MM-DD", requires = "code", value_parser = values::day)]
    pub to: Option<WorkDay>,
    /// Takes it back, for those days or, without any, for all.
    #[arg(long, requires = "code")]
    pub remove: bool,
}

/// `accounts allow-shared`
#[derive(Args, Clone, Debug)]
pub struct AllowSharedArgs {
    /// The PC user name; without it the names of which this was said are shown.
    #[arg(value_name = "NAME")]
    pub name: Option<String>,
    /// Takes it back.
    #[arg(long, requires = "name")]
    pub remove: bool,
}
