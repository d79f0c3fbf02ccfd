//! `pcpunch config check`: proves the set-up end to end, without punching.

use std::sync::atomic::AtomicBool;

use crate::clock::Clock;
use crate::locale::Text;
use crate::settings::Settings;
use crate::state::{SharedState, State};

use super::view::config::Row;
use super::{Context, Exit, Failure};

mod clocks;
mod fields;
mod kot;
mod line;
mod malion;
mod report;
mod secrets;

use line::Line;

/// Tries what can be tried, line by line, from this machine outwards.
///
/// # Errors
/// Where the state file cannot be opened; everything else is a line.
pub(super) fn run(context: &mut Context) -> anyhow::Result<Exit> {
    let state = context.open_state()?;
    let file = state_file(&state);
    // What is asked from here on is counted in the file: a damaged one is left as it is.
    let state = match file.exit {
        Exit::State => state.copy_in_memory()?,
        _ => state,
    };
    let mut lines = vec![file];
    let mut shown = Vec::new();
    match context.settings(&state) {
        Ok(settings) => {
            shown.extend(settings.all().map(Row::of));
            lines.push(Line::ok("settings", "check-settings"));
            lines.extend(services(
                &settings,
                &SharedState::new(state),
                &context.clock,
            )?);
        }
        Err(error) => lines.push(Line::failed("settings", Failure::of(&error))),
    }
    let exit = line::exit(&lines);
    let report = report::Report::new(&lines, shown, exit, context.output.locale());
    context.print(&report)?;
    Ok(exit)
}

fn state_file(state: &State) -> Line {
    match state.prove_whole() {
        Ok(()) => Line::said(
            "state-file",
            Text::new("check-state-file").showing("path", state.path().display()),
        ),
        Err(error) => Line::failed("state-file", Failure::of(&error.into())),
    }
}

/// Both services, then what their clocks say.
fn services(settings: &Settings, state: &SharedState, clock: &Clock) -> anyhow::Result<Vec<Line>> {
    let stop = AtomicBool::new(false);
    let (mut lines, malion_skew) = malion::lines(settings, clock, &stop);
    let (kot_lines, kot_skew) = kot::lines(settings, state, clock, &stop)?;
    lines.extend(kot_lines);
    lines.push(clocks::line("malion-clock", "MaLion", malion_skew));
    lines.push(clocks::line("kot-clock", "KING OF TIME", kot_skew));
    Ok(lines)
}

#[cfg(test)]
#[cfg(feature = "sandbox")]
mod tests;
