//! `pcpunch accounts history`: who changed which links from which file.

use crate::locale::Text;

use super::view::import_history::HistoryView;
use super::view::names::Names;
use super::{Context, Exit};

/// Prints every import, newest first, with what became of it.
///
/// # Errors
/// What the state file refuses.
pub(super) fn run(context: &mut Context) -> anyhow::Result<Exit> {
    let state = context.open_state()?;
    let names = Names::new(&state.employees()?);
    let imports = state.past_imports()?;
    if imports.is_empty() {
        context.output.say(&Text::new("history-none"));
    }
    context.print(&HistoryView::new(&imports, &names))?;
    Ok(Exit::Done)
}
