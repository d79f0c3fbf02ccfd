//! How punches are listed: `pcpunch.punches-list.v1`.

use serde::Serialize;

use crate::domain::punch::Punch;
use crate::locale::{Locale, Text};
use crate::output::{Table, View};

use super::names::Names;
use super::punch::{self, PunchView};

/// Punches in the order in which they were given.
#[derive(Clone, Debug, Serialize)]
pub(in crate::commands) struct PunchesView {
    punches: Vec<PunchView>,
}

impl PunchesView {
    /// These punches with the names of their people.
    pub(in crate::commands) fn new(punches: &[Punch], names: &Names) -> Self {
        let viewed = punches.iter().map(|punch| PunchView::of(punch, names));
        Self {
            punches: viewed.collect(),
        }
    }
}

impl View for PunchesView {
    const SCHEMA: &'static str = "pcpunch.punches-list.v1";

    fn table<'a>(&'a self, locale: &'a Locale) -> Table<'a> {
        punch::table(&self.punches, locale)
    }

    fn csv<'a>(&'a self, _: &'a Locale) -> Table<'a> {
        punch::csv_table(&self.punches)
    }

    fn after(&self) -> Vec<Text> {
        vec![match self.punches.len() {
            0 => Text::new("punches-none"),
            count => Text::new("punches-count").with("count", count),
        }]
    }
}
