//! `pcpunch state backup`: a consistent copy of the state file, while a relay runs.

use std::path::Path;

use crate::cli::BackupArgs;
use crate::locale::Text;
use crate::settings::Key;
use crate::state::State;

use super::{Context, Exit, Failure};

/// Writes the copy. Without `--with-secrets` no secret is in it.
///
/// # Errors
/// Exit 2 where the file is there already and `--yes` was not given, or is the state file itself.
pub(super) fn run(args: &BackupArgs, context: &mut Context) -> anyhow::Result<Exit> {
    let state = context.open_state()?;
    if is_same(&args.file, state.path()) {
        return Err(is_the_state_file().into());
    }
    if args.file.symlink_metadata().is_ok() && !context.global.yes {
        let message = Text::new("backup-exists").showing("path", args.file.display());
        let failure = Failure::new(Exit::Usage, "usage.needs_yes", message);
        return Err(failure.remedy(Text::new("backup-exists-remedy")).into());
    }
    let secrets = if args.with_secrets {
        Vec::new()
    } else {
        secrets(&state)?
    };
    let secrets: Vec<&str> = secrets.into_iter().map(Key::name).collect();
    state.back_up(&args.file, &secrets)?;
    let done = if args.with_secrets {
        "backup-done-with-secrets"
    } else {
        "backup-done"
    };
    context
        .output
        .say(&Text::new(done).showing("path", args.file.display()));
    Ok(Exit::Done)
}

/// The stored settings that are told to nobody: secrets, and addresses that bear one.
pub(super) fn secrets(state: &State) -> anyhow::Result<Vec<Key>> {
    let stored = state.stored_settings()?;
    let is_hidden = |key: &Key| {
        let value = stored.get(key.name());
        value.is_some_and(|value| key.hides(value))
    };
    Ok(Key::ALL.iter().copied().filter(is_hidden).collect())
}

/// Whether two paths are one file.
pub(super) fn is_same(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().ok();
    one == other || real(one).is_some_and(|one| real(other) == Some(one))
}

/// The state file is neither its own backup nor restored from itself.
pub(super) fn is_the_state_file() -> Failure {
    let message = Text::new("backup-is-state-file");
    let failure = Failure::new(Exit::Usage, "state.same_file", message);
    failure.remedy(Text::new("backup-is-state-file-remedy"))
}
