//! `pcpunch logs check --html FILE`: the check as one page that can be sent, printed and kept.

use std::path::Path;

use crate::locale::Text;
use crate::output::{Timeline, html};

use super::view::check::CheckView;
use super::{Context, Exit, Failure, whole_file};

/// Only its owner may read the page: it holds working times.
const MODE: u32 = 0o600;

/// Writes the page in the language of the output, in place of a file of that name.
///
/// # Errors
/// Exit 1 where the file cannot be written.
pub(super) fn write(
    path: &Path,
    view: &CheckView<'_>,
    bars: &Timeline,
    context: &Context,
) -> anyhow::Result<()> {
    let locale = context.output.locale();
    let page = html(&view.page(bars, locale), context.now(), locale);
    whole_file::replace(path, page.as_bytes(), MODE).map_err(|error| not_written(path, &error))?;
    context
        .output
        .say(&Text::new("page-written").showing("path", path.display()));
    Ok(())
}

fn not_written(path: &Path, error: &std::io::Error) -> Failure {
    let message = Text::new("export-not-written")
        .showing("path", path.display())
        .showing("detail", error);
    Failure::new(Exit::Failed, "check.file", message).remedy(Text::new("export-not-written-remedy"))
}
