//! `pcpunch accounts export`: CSVデータ保存.

use std::collections::HashMap;
use std::path::Path;

use crate::cli::ExportArgs;
use crate::csv::Encoding;
use crate::csv::accounts::{Line, WriteError, write};
use crate::locale::Text;
use crate::relay::today;
use crate::state::State;

use super::{Context, Exit, Failure, whole_file};

/// Only its owner may read the file, which names people, or change who is linked in it.
const MODE: u32 = 0o600;

/// Writes the links of the current people to a file or stdout.
///
/// # Errors
/// Exit 1 where the encoding cannot hold a name or the file cannot be written; exit 2 where a file would be
/// replaced and nobody can be asked.
pub(super) fn run(args: &ExportArgs, context: &mut Context) -> anyhow::Result<Exit> {
    let state = context.open_state()?;
    let encoding = Encoding::of_name(&args.encoding).unwrap_or(Encoding::Utf8Bom);
    let (bytes, count) = file(&state, encoding, args, context)?;
    let path = args.file.as_deref().filter(|path| *path != Path::new("-"));
    let Some(path) = path else {
        context.output.raw(&bytes)?;
        return Ok(Exit::Done);
    };
    if path.symlink_metadata().is_ok() {
        context.confirm(&Text::new("export-replace").showing("path", path.display()))?;
    }
    whole_file::replace(path, &bytes, MODE).map_err(|error| not_written(path, &error))?;
    context.output.say(
        &Text::new("export-done")
            .with("count", count)
            .showing("path", path.display())
            .with("encoding", encoding.name()),
    );
    Ok(Exit::Done)
}

/// The file's bytes and how many links it holds.
fn file(
    state: &State,
    encoding: Encoding,
    args: &ExportArgs,
    context: &Context,
) -> anyhow::Result<(Vec<u8>, usize)> {
    let today = today(context.now());
    let employees = state.employees()?;
    let accounts = state.accounts_by_code()?;
    let borne = state.borne_names()?;
    let current: HashMap<_, _> = employees
        .iter()
        .filter(|employee| employee.is_current(today))
        .map(|employee| (&employee.key, employee))
        .collect();
    let lines: Vec<Line<'_>> = accounts
        .iter()
        .filter(|account| {
            let name = (account.kind, account.service_account.clone());
            !args.unlinked || !(account.set_by_import || borne.contains(&name))
        })
        .filter_map(|account| {
            let employee = current.get(&account.employee)?;
            Some(Line::of(employee, account))
        })
        .collect();
    let bytes = write(&lines, encoding, args.for_excel).map_err(|error| not_held(&error))?;
    Ok((bytes, lines.len()))
}

fn not_held(error: &WriteError) -> Failure {
    let message = Text::new("export-not-held")
        .with("code", error.employee_code.as_str())
        .with("name", error.name.as_str())
        .with("character", error.source.character.to_string())
        .with("encoding", error.source.encoding.name());
    Failure::new(Exit::Failed, "accounts.encoding", message)
        .remedy(Text::new("export-not-held-remedy"))
}

fn not_written(path: &Path, error: &std::io::Error) -> Failure {
    let message = Text::new("export-not-written")
        .showing("path", path.display())
        .showing("detail", error);
    Failure::new(Exit::Failed, "accounts.file", message)
        .remedy(Text::new("export-not-written-remedy"))
}
