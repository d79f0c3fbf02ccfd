//! What an error of the state file means.

use std::io;
use std::path::Path;

use crate::commands::{Exit, Failure};
use crate::locale::Text;
use crate::state::Error;

/// The failure of that error.
pub(super) fn failure(error: &Error) -> Failure {
    let (exit, code, message) = match error {
        Error::OpenToOthers { path, mode } => (
            Exit::State,
            "state.open_to_others",
            Text::new("state-open-to-others")
                .showing("path", path.display())
                .with("mode", format!("{mode:04o}")),
        ),
        Error::OtherOwner { path, owner, me } => (
            Exit::State,
            "state.other_owner",
            Text::new("state-other-owner")
                .showing("path", path.display())
                .showing("owner", owner)
                .showing("me", me),
        ),
        Error::FolderOpen {
            folder,
            mode,
            owner,
        } => (
            Exit::State,
            "state.folder_open",
            Text::new("state-folder-open")
                .showing("folder", folder.display())
                .with("mode", format!("{mode:04o}"))
                .showing("owner", owner),
        ),
        Error::TwoNames(path) => (
            Exit::State,
            "state.two_names",
            Text::new("state-two-names").showing("path", path.display()),
        ),
        Error::NotAFile(path) => (
            Exit::State,
            "state.not_a_file",
            Text::new("state-not-a-file").showing("path", path.display()),
        ),
        Error::NetworkFileSystem(path) => (
            Exit::State,
            "state.network_file_system",
            Text::new("state-network-file-system").showing("path", path.display()),
        ),
        Error::Newer { path, found, known } => (
            Exit::State,
            "state.newer",
            Text::new("state-newer")
                .showing("path", path.display())
                .with("found", *found)
                .with("known", *known),
        ),
        Error::Damaged { path, detail } => (
            Exit::State,
            "state.damaged",
            Text::new("state-damaged")
                .showing("path", path.display())
                .with("detail", detail.as_str()),
        ),
        Error::Locked(path) => (
            Exit::Busy,
            "state.locked",
            Text::new("state-locked").showing("path", path.display()),
        ),
        Error::Io { path, source } => return of_the_disk(path, source),
        Error::Sql(source) => (
            if error.is_unusable() {
                Exit::State
            } else {
                Exit::Failed
            },
            "state.sql",
            Text::new("state-sql").showing("detail", source),
        ),
        Error::BadValue { what, value } => (
            Exit::State,
            "state.bad_value",
            Text::new("state-bad-value")
                .with("what", *what)
                .with("value", value.as_str()),
        ),
    };
    let remedy = match error {
        Error::OpenToOthers { path, .. } => {
            Text::new("state-open-to-others-remedy").showing("path", path.display())
        }
        Error::OtherOwner { path, owner, me } => Text::new("state-other-owner-remedy")
            .showing("path", path.display())
            .showing("owner", owner)
            .showing("me", me),
        Error::FolderOpen { folder, .. } => {
            Text::new("state-folder-open-remedy").showing("folder", folder.display())
        }
        Error::TwoNames(path) => Text::new("state-two-names-remedy")
            .showing("path", path.display())
            .showing("folder", path.parent().unwrap_or(path).display()),
        Error::NotAFile(_) => Text::new("state-not-a-file-remedy"),
        Error::NetworkFileSystem(_) => Text::new("state-network-file-system-remedy"),
        Error::Newer { .. } => Text::new("state-newer-remedy"),
        Error::Locked(_) => Text::new("state-locked-remedy"),
        Error::Io { .. } | Error::Sql(_) => Text::new("state-sql-remedy"),
        Error::Damaged { .. } | Error::BadValue { .. } => Text::new("state-damaged-remedy"),
    };
    Failure::new(exit, code, message).remedy(remedy)
}

/// What the disk refuses is no fault of the file: the loop goes on, and the first round with room takes up its work.
fn of_the_disk(path: &Path, source: &io::Error) -> Failure {
    use io::ErrorKind::{QuotaExceeded, ReadOnlyFilesystem, StorageFull};
    let (code, message, remedy) = match source.kind() {
        StorageFull | QuotaExceeded => ("state.no_room", "state-no-room", "state-no-room-remedy"),
        ReadOnlyFilesystem => (
            "state.read_only",
            "state-read-only",
            "state-read-only-remedy",
        ),
        _ => ("state.io", "state-io", "state-io-remedy"),
    };
    let folder = path.parent().unwrap_or(path);
    let message = Text::new(message)
        .showing("path", path.display())
        .showing("detail", source);
    let remedy = Text::new(remedy).showing("folder", folder.display());
    Failure::new(Exit::Failed, code, message).remedy(remedy)
}
