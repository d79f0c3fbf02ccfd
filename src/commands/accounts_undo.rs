//! `pcpunch accounts undo`: takes the last import of account links back. Links, not punches.

use crate::domain::punch::Punch;
use crate::locale::Text;
use crate::output::Format;
use crate::relay::today;
use crate::state::{Obstacle, PastImport, State};

use super::view::import_undo::{self, UndoView};
use super::view::names::Names;
use super::view::punch::PunchView;
use super::{Context, Exit, Failure, operator};

/// So many changes are told before the question.
const TOLD: usize = 20;

/// Takes the newest import that stands back, after asking; all of it or none.
///
/// # Errors
/// Exit 2 where nobody can be asked; exit 1 where what the import left no longer stands, or where it came
/// before such things were kept.
pub(super) fn run(context: &mut Context) -> anyhow::Result<Exit> {
    let mut state = context.open_state()?;
    let names = Names::new(&state.employees()?);
    let Some(import) = state.last_import()? else {
        context.output.say(&Text::new("undo-none"));
        context.print(&UndoView::default())?;
        return Ok(Exit::Done);
    };
    if !import.recorded {
        return Err(unrecorded(&import).into());
    }
    refuse(
        &import,
        &state.undo_obstacles(import.id, today(context.now()))?,
        &names,
    )?;

    let sent = sent_meanwhile(&state, &import)?;
    let view = UndoView::of(&import, &sent, &names);
    tell(&view, &sent, &names, context);
    context.confirm(&import_undo::question(&import))?;
    let obstacles = state.undo_import(import.id, &operator::name(context), context.now())?;
    refuse(&import, &obstacles, &names)?;
    context.print(&view)?;
    Ok(Exit::Done)
}

/// The punches that were sent since because of the import, by work day.
fn sent_meanwhile(state: &State, import: &PastImport) -> anyhow::Result<Vec<Punch>> {
    let ids = state.sent_since_import(import.id)?;
    let punches = ids.into_iter().filter_map(|id| state.punch(id).transpose());
    Ok(punches.collect::<Result<_, _>>()?)
}

/// What a person must know before answering, and which punches the undo leaves in KING OF TIME.
fn tell(view: &UndoView, sent: &[Punch], names: &Names, context: &Context) {
    let output = &context.output;
    if !context.global.yes && context.is_interactive() {
        for line in view.lines(TOLD) {
            output.say(&line);
        }
    }
    if sent.is_empty() || output.format() == Format::Json {
        return;
    }
    output.warn(&Text::new("undo-sent").with("count", sent.len()));
    for punch in sent {
        let line = PunchView::of(punch, names).line(output.locale());
        output.advise(&Text::new("plain").with("text", line.as_str()));
    }
}

/// An import is taken back only where everything stands as it left it.
fn refuse(import: &PastImport, obstacles: &[Obstacle], names: &Names) -> anyhow::Result<()> {
    if obstacles.is_empty() {
        return Ok(());
    }
    let message = import_undo::about("undo-unsafe", import);
    let mut failure = Failure::new(Exit::Failed, "accounts.undo_unsafe", message)
        .remedy(Text::new("undo-unsafe-remedy"));
    failure.errors = obstacles
        .iter()
        .map(|obstacle| import_undo::obstacle(obstacle, names))
        .collect();
    Err(failure.into())
}

fn unrecorded(import: &PastImport) -> Failure {
    let message = import_undo::about("undo-unrecorded", import);
    Failure::new(Exit::Failed, "accounts.undo_unrecorded", message)
        .remedy(Text::new("undo-unrecorded-remedy"))
}
