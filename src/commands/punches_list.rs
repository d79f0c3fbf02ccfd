//! `pcpunch punches list`: the punches that wait for something or somebody.

use crate::cli::PunchesListArgs;
use crate::domain::punch::PunchState;

use super::view::names::Names;
use super::view::punches::PunchesView;
use super::{Context, Exit};

/// The states that are listed where none is asked for: those in which a punch waits.
const WAITING: [PunchState; 6] = [
    PunchState::Decided,
    PunchState::Sending,
    PunchState::Held,
    PunchState::Refused,
    PunchState::Unknown,
    PunchState::Person,
];

/// Prints the punches in these states, oldest work day first.
///
/// # Errors
/// What the state file refuses.
pub(super) fn run(args: &PunchesListArgs, context: &mut Context) -> anyhow::Result<Exit> {
    let state = context.open_state()?;
    let states = if args.states.is_empty() {
        &WAITING[..]
    } else {
        &args.states
    };
    let punches = state.punches_in(states)?;
    let names = Names::new(&state.employees()?);
    context.print(&PunchesView::new(&punches, &names))?;
    Ok(Exit::Done)
}
