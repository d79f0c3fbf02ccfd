//! `pcpunch logs check --ack`: a person sets a finding aside, with the reason for the record.

use serde::Serialize;

use crate::commands::view::finding::{COLUMNS, FindingView, to_the_minute};
use crate::commands::view::names::Names;
use crate::commands::{Context, Exit, Failure};
use crate::locale::{Locale, Text};
use crate::output::{Table, View};
use crate::state::{Acknowledged, Acknowledging, OpenFinding};

/// Sets a finding aside: it is told as such, and makes no exit 6, while it stands for the same.
///
/// # Errors
/// Exit 2 for an ID that is not known, exit 1 for a finding that is closed or was set aside before.
pub(super) fn run(id: i64, reason: &str, context: &mut Context) -> anyhow::Result<Exit> {
    let mut state = context.open_state()?;
    let finding = match state.acknowledge(id, reason, context.now())? {
        Acknowledging::Done(finding) => finding,
        Acknowledging::Before(finding) => return Err(set_aside_before(&finding).into()),
        Acknowledging::Closed(at) => {
            let message = Text::new("ack-closed")
                .with("id", id)
                .showing("at", at.format("%Y-%m-%d %H:%M"));
            let failure = Failure::new(Exit::Failed, "finding.closed", message);
            return Err(failure.remedy(Text::new("ack-closed-remedy")).into());
        }
        Acknowledging::NotKnown => {
            let message = Text::new("ack-not-known").with("id", id);
            let failure = Failure::new(Exit::Usage, "finding.not_known", message);
            return Err(failure.remedy(Text::new("ack-not-known-remedy")).into());
        }
    };
    let settings = context.settings(&state)?;
    let names = Names::new(&state.employees()?).with_support_id(settings.malion_support_id());
    let finding = FindingView::of_open(&finding, &names, context.output.locale());
    context.print(&AckView { finding })?;
    Ok(Exit::Done)
}

fn set_aside_before(finding: &OpenFinding) -> Failure {
    let known = finding.acknowledged.as_ref();
    let reason = known.map_or("", |known: &Acknowledged| known.reason.as_str());
    let at = known.and_then(|known| known.at);
    let message = Text::new("ack-before")
        .with("id", finding.id)
        .with("at", at.map(to_the_minute).unwrap_or_default())
        .with("reason", reason);
    Failure::new(Exit::Failed, "finding.set_aside", message).remedy(Text::new("ack-before-remedy"))
}

/// `pcpunch.logs-ack.v1`
#[derive(Debug, Serialize)]
struct AckView {
    finding: FindingView,
}

impl View for AckView {
    const SCHEMA: &'static str = "pcpunch.logs-ack.v1";

    fn table<'a>(&'a self, _: &'a Locale) -> Table<'a> {
        Table::new([])
    }

    fn csv<'a>(&'a self, locale: &'a Locale) -> Table<'a> {
        let mut table = Table::new(COLUMNS);
        table.row(self.finding.csv_row(locale));
        table
    }

    fn after(&self) -> Vec<Text> {
        self.finding.lines()
    }
}
