//! `pcpunch units`: the files by which systemd or cron runs the relay.

use clap::Args;
use clap::builder::PossibleValuesParser;

use super::values;

/// `units`
#[derive(Args, Clone, Debug)]
pub struct UnitsArgs {
    /// Which file: one of [`values::UNITS`]; all of them without it.
    #[arg(value_name = "NAME", hide_possible_values = true,
          value_parser = PossibleValuesParser::new(values::UNITS))]
    pub name: Option<String>,
}
