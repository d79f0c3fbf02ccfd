//! What an error in a profile means: the file, the line, the key, and what may stand there.

use std::io;
use std::path::Path;

use crate::commands::{Exit, Failure};
use crate::locale::Text;
use crate::malion::{ProfileError, ProfileProblem};

/// The failure of a profile that cannot be read from the disk.
pub(in crate::commands) fn unreadable(path: &Path, error: &io::Error) -> Failure {
    let message = Text::new("profile-unreadable")
        .showing("path", path.display())
        .showing("detail", error);
    Failure::new(Exit::Usage, "profile.unreadable", message)
        .remedy(Text::new("profile-unreadable-remedy"))
}

/// The failure of a profile in which something is wrong.
pub(in crate::commands) fn bad(path: &Path, error: &ProfileError) -> Failure {
    let key = if error.key.is_empty() {
        Text::new("profile-bad-toml")
    } else {
        Text::new("profile-bad").with("key", error.key.as_str())
    };
    let message = key
        .showing("path", path.display())
        .with("line", error.line)
        .with("problem", problem(&error.problem));
    let remedy = match &error.problem {
        ProfileProblem::UnknownKey {
            nearest: Some(nearest),
        } => Text::new("profile-remedy-nearest").with("nearest", nearest.as_str()),
        _ => Text::new("profile-remedy"),
    };
    Failure::new(Exit::Usage, "profile.bad", message).remedy(remedy)
}

fn problem(problem: &ProfileProblem) -> Text {
    let text = Text::family("profile-problem", problem.name());
    let place = |name: &str| format!("{{{name}}}");
    match problem {
        ProfileProblem::Syntax(detail) => text.with("detail", detail.as_str()),
        ProfileProblem::NotA(kind) => text.with("kind", Text::family("profile-kind", kind)),
        ProfileProblem::Choice { value, allowed } => text
            .with("value", value.as_str())
            .with("allowed", allowed.as_str()),
        ProfileProblem::Range { least, most } => text.with("least", *least).with("most", *most),
        ProfileProblem::NotAPointer(value)
        | ProfileProblem::NotAHeading(value)
        | ProfileProblem::NotAPath(value)
        | ProfileProblem::NotAHeader(value)
        | ProfileProblem::OpenBrace(value)
        | ProfileProblem::SharedWord(value)
        | ProfileProblem::Hours(value) => text.with("value", value.as_str()),
        ProfileProblem::UnknownPlace(name) => text.with("place", place(name)),
        ProfileProblem::NoPlace(name) => text.with("place", place(name)),
        ProfileProblem::OnlyWith {
            place: at,
            key,
            value,
        } => {
            let text = text.with("other", *key).with("value", *value);
            match at {
                Some(name) => text.with("place", place(name)),
                None => text,
            }
        }
        ProfileProblem::NotBeside(key) => text.with("other", *key),
        ProfileProblem::CodeHere(auth) => text.with("auth", *auth),
        ProfileProblem::NotBorne(field) => text.with("field", *field),
        ProfileProblem::UnknownKey { .. }
        | ProfileProblem::Missing
        | ProfileProblem::Empty
        | ProfileProblem::Time(_) => text,
    }
}
