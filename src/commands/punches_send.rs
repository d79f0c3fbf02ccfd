//! `pcpunch punches send`: what a person decides to send, read first like any other punch.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::cli::SendArgs;
use crate::domain::punch::{Punch, PunchId, PunchState};
use crate::kot::{self, Kot};
use crate::locale::Text;
use crate::relay::{self, Delivery};
use crate::state::{NO_ROUND, SharedState, State};

use super::signals::Signals;
use super::view::names::Names;
use super::view::punches::PunchesView;
use super::{Context, Exit, Failure, frozen, services};

/// Sends held, refused or undecided punches after asking. It takes the round's lock: a round that
/// began meanwhile would take what is under way for left behind.
///
/// # Errors
/// Where one of the IDs cannot be sent, nothing is.
pub(super) fn run(args: &SendArgs, context: &mut Context) -> anyhow::Result<Exit> {
    let signals = Signals::watch()?;
    let mut state = context.open_state()?;
    let lock = state.lock_round()?;
    if let Some(frozen) = state.frozen_file()? {
        return Err(frozen::failure(&frozen).into());
    }
    let settings = context.settings(&state)?;
    let ids: Vec<PunchId> = args.ids.iter().copied().map(PunchId).collect();
    let punches = ids
        .iter()
        .map(|id| sendable(&state, *id))
        .collect::<anyhow::Result<Vec<_>>>()?;
    context.confirm(&Text::new("punches-send-confirm").with("count", punches.len()))?;

    let config = services::kot(&settings, &state, context.now())?;
    let mut choices = services::choices(&settings);
    choices.sends = true;
    let now = context.now();
    for id in &ids {
        state.release_punch(*id, now)?;
    }
    let run = state.begin_run(now)?;
    let state = SharedState::new(state);
    let counted = services::counted(&state, &context.clock);
    let kot = Kot::new(
        config,
        kot::Surroundings {
            clock: &context.clock,
            stop: signals.stop(),
            on_request: &counted,
        },
    );
    let headway = Arc::default();
    let showing = context.output.show(&headway);
    let delivered = Delivery {
        // What a person sends goes as it is, whatever the rules give by now.
        superseded: &BTreeSet::new(),
        state: &state,
        kot: &kot,
        clock: &context.clock,
        choices: &choices,
        run,
        dry_run: false,
        headway: &headway,
        only: Some(&ids),
    }
    .run();
    drop(showing);
    let delivered = delivered?;

    let held = state.hold();
    let now_stands: Vec<Punch> = ids
        .iter()
        .filter_map(|id| held.punch(*id).transpose())
        .collect::<Result<_, _>>()?;
    let refused = now_stands
        .iter()
        .any(|punch| punch.state == PunchState::Refused);
    let names = Names::new(&held.employees()?);
    drop(held);
    context.print(&PunchesView::new(&now_stands, &names))?;
    let mut exit = if refused { Exit::Refused } else { Exit::Done };
    if let Some(at) = delivered.next_read_at {
        let at = at.format("%Y-%m-%d %H:%M").to_string();
        context.output.say(&Text::new("relay-waits").with("at", at));
        exit = exit.or(Exit::Unreachable);
    }
    if let Some(error) = delivered
        .error
        .filter(|error| !relay::Error::is_stopped(error))
    {
        let failure = Failure::of(&error.into());
        failure.print(&context.output);
        exit = exit.or(failure.exit);
    }
    exit = exit.or(signals.exit().unwrap_or(Exit::Done));
    state
        .hold()
        .end_run(run, i64::from(exit.code()), NO_ROUND, context.now())?;
    drop(lock);
    Ok(exit)
}

/// A punch that a person may send: held, refused, or left to a person.
fn sendable(state: &State, id: PunchId) -> anyhow::Result<Punch> {
    let may_be_sent = |punch: &Punch| {
        matches!(
            punch.state,
            PunchState::Held | PunchState::Refused | PunchState::Person
        )
    };
    match state.punch(id)? {
        Some(punch) if may_be_sent(&punch) => Ok(punch),
        Some(punch) => {
            let state = Text::family("punch-state", punch.state.name());
            let message = Text::new("punches-not-sendable")
                .showing("id", id.0)
                .with("state", state);
            Err(Failure::new(Exit::Failed, "punches.not_sendable", message)
                .remedy(Text::new("punches-not-sendable-remedy"))
                .into())
        }
        None => Err(Failure::new(
            Exit::Usage,
            "punches.unknown",
            Text::new("punches-unknown").showing("id", id.0),
        )
        .remedy(Text::new("punches-unknown-remedy"))
        .into()),
    }
}
