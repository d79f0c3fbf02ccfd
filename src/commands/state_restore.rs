//! `pcpunch state restore`: a backup takes the place of the state file, and reads before it sends.

use anyhow::Context as _;

use crate::cli::RestoreArgs;
use crate::locale::Text;
use crate::settings::Key;
use crate::state::{self, Kept, Restoring, RoundLock, State};

use super::state_backup::{is_same, is_the_state_file, secrets};
use super::view::finding::to_the_minute;
use super::{Context, Exit, Failure};

/// Checks the backup whole, asks, and puts it in the place of the state file, which is kept beside it.
///
/// # Errors
/// Exit 9 for a file that is no whole state file, exit 8 while a round or another command runs, exit 2
/// where nobody can be asked, exit 1 where the answer is no.
pub(super) fn run(args: &RestoreArgs, context: &mut Context) -> anyhow::Result<Exit> {
    let path = context.state_path()?;
    if is_same(&args.file, &path) {
        return Err(is_the_state_file().into());
    }
    let present = present(context)?;
    let restoring = Restoring::of(&args.file, &path).map_err(no_backup)?;
    let _lock = RoundLock::of(&path)?;
    let last = restoring.last_run()?;
    let last = last.map(|run| to_the_minute(run.started));
    let question = match &last {
        Some(last) => Text::new("restore-question").with("last", last.as_str()),
        None => Text::new("restore-question-unused"),
    };
    context.confirm(&question.showing("path", args.file.display()))?;
    let kept = match &present {
        Some(present) => kept(present)?,
        None => Vec::new(),
    };
    let kept = restoring.put(present, &kept, context.now())?;
    context
        .output
        .say(&Text::new("restore-done").showing("path", args.file.display()));
    if let Some(kept) = kept {
        context
            .output
            .say(&Text::new("restore-kept").showing("path", kept.display()));
    }
    context.output.say(&Text::new("restore-reads-first"));
    Ok(Exit::Done)
}

/// The settings that stay as they are where the backup lacks them, each with what would take its place there:
/// secrets, and commands that print one.
fn kept(present: &State) -> anyhow::Result<Vec<Kept>> {
    let secrets = secrets(present)?;
    let commands = Key::ALL.iter().filter_map(|key| key.command());
    let keys = secrets.into_iter().chain(commands);
    let kept = keys.map(|key| Kept {
        key: key.name(),
        instead: key.other_way().map(Key::name),
    });
    Ok(kept.collect())
}

/// A damaged backup is not the state file, which the general remedy is about.
fn no_backup(error: state::Error) -> anyhow::Error {
    let is_damaged = matches!(
        error,
        state::Error::Damaged { .. } | state::Error::BadValue { .. }
    );
    let error = error.into();
    if is_damaged {
        let remedy = Text::new("restore-damaged-remedy");
        return Failure::of(&error).remedy(remedy).into();
    }
    error
}

/// The state file that is there, where it can be opened: a damaged one is what a restore is for.
fn present(context: &mut Context) -> anyhow::Result<Option<State>> {
    if !context
        .state_path()?
        .try_exists()
        .context("the state file")?
    {
        return Ok(None);
    }
    match context.open_state() {
        Ok(state) => Ok(Some(state)),
        Err(error) => match error.downcast_ref() {
            Some(state::Error::Damaged { .. } | state::Error::BadValue { .. }) => {
                Failure::of(&error).print(&context.output);
                Ok(None)
            }
            _ => Err(error),
        },
    }
}
