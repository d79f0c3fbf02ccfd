//! What an error of the state file means.

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
        Error::Io { path, source } => (
            Exit::Failed,
            "state.io",
            Text::new("state-io")
                .showing("path", path.display())
                .showing("detail", source),
        ),
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
        Error::NotAFile(_) => Text::new("state-not-a-file-remedy"),
        Error::NetworkFileSystem(_) => Text::new("state-network-file-system-remedy"),
        Error::Newer { .. } => Text::new("state-newer-remedy"),
        Error::Locked(_) => Text::new("state-locked-remedy"),
        Error::Io { .. } => Text::new("state-io-remedy"),
        Error::Sql(_) => Text::new("state-sql-remedy"),
        Error::Damaged { .. } | Error::BadValue { .. } => Text::new("state-damaged-remedy"),
    };
    Failure::new(exit, code, message).remedy(remedy)
}
