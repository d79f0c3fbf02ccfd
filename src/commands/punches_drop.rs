//! `pcpunch punches drop`: a person says that punches are not to be sent, all of them or none.

use std::collections::BTreeSet;

use crate::cli::DropArgs;
use crate::domain::punch::{Punch, PunchId, PunchState};
use crate::locale::Text;
use crate::state::State;

use super::view::names::Names;
use super::view::punch::PunchView;
use super::view::punches::PunchesView;
use super::{Context, Exit, Failure};

/// Drops punches after asking. It takes the round's lock, so that none of them leaves meanwhile.
///
/// # Errors
/// Exit 2 for an ID that is not known, exit 1 for a punch that cannot be dropped; then nothing is.
pub(super) fn run(args: &DropArgs, context: &mut Context) -> anyhow::Result<Exit> {
    let mut state = context.open_state()?;
    let lock = state.lock_round()?;
    let ids: BTreeSet<PunchId> = args.ids.iter().copied().map(PunchId).collect();
    let punches = droppable(&state, &ids)?;
    let names = Names::new(&state.employees()?);
    for punch in &punches {
        let line = PunchView::of(punch, &names).line(context.output.locale());
        context
            .output
            .say(&Text::new("plain").with("text", line.as_str()));
    }
    context.confirm(&Text::new("punches-drop-question").with("count", punches.len()))?;

    let now = context.now();
    for id in &ids {
        state.drop_punch(*id, &args.reason, now)?;
    }
    let dropped: Vec<Punch> = ids
        .iter()
        .filter_map(|id| state.punch(*id).transpose())
        .collect::<Result<_, _>>()?;
    drop(lock);
    context.print(&PunchesView::new(&dropped, &names))?;
    context
        .output
        .say(&Text::new("punches-dropped").with("count", dropped.len()));
    Ok(Exit::Done)
}

/// The punches of these IDs, where every one of them can be dropped.
fn droppable(state: &State, ids: &BTreeSet<PunchId>) -> anyhow::Result<Vec<Punch>> {
    let mut punches = Vec::new();
    let mut unknown = Vec::new();
    for id in ids {
        match state.punch(*id)? {
            Some(punch) => punches.push(punch),
            None => unknown.push(id.0.to_string()),
        }
    }
    if !unknown.is_empty() {
        let message = Text::new("punches-not-known").with("ids", unknown.join(", "));
        let failure = Failure::new(Exit::Usage, "punches.not_known", message);
        return Err(failure.remedy(Text::new("punches-not-known-remedy")).into());
    }
    let fixed: Vec<&Punch> = punches
        .iter()
        .filter(|punch| !may_be_dropped(punch.state))
        .collect();
    if fixed.is_empty() {
        return Ok(punches);
    }
    let listed: Vec<String> = fixed.iter().map(|punch| punch.id.0.to_string()).collect();
    let message = Text::new("punches-not-droppable").with("ids", listed.join(", "));
    let mut failure = Failure::new(Exit::Failed, "punches.not_droppable", message);
    failure.errors = fixed
        .iter()
        .map(|punch| {
            let line = Text::new("punches-not-droppable-line")
                .with("id", punch.id.0)
                .with("state", Text::family("punch-state", punch.state.name()));
            let object = serde_json::json!({ "id": punch.id, "state": punch.state });
            (line, object)
        })
        .collect();
    Err(failure
        .remedy(Text::new("punches-not-droppable-remedy"))
        .into())
}

/// What is on its way, in KING OF TIME or given up already cannot be dropped.
fn may_be_dropped(state: PunchState) -> bool {
    matches!(
        state,
        PunchState::Decided | PunchState::Held | PunchState::Refused | PunchState::Person
    )
}
