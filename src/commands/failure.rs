//! The one place that knows what an error means for the person at the keyboard and for the script.

use std::fmt;

use serde::Serialize;

use crate::cli::Unusable;
use crate::locale::Text;
use crate::output::{Format, Output};
use crate::state;

use super::Exit;

/// What went wrong and what to do. Commands return it as an error where no room's error says it.
#[derive(Clone, Debug)]
pub struct Failure {
    /// How the process ends.
    pub exit: Exit,
    /// Its name for scripts, such as `kot.access_refused`.
    pub code: &'static str,
    /// What went wrong.
    pub message: Text,
    /// What to do.
    pub remedy: Option<Text>,
    /// The single errors, where there are several: each a line for people and an object for scripts.
    pub errors: Vec<(Text, serde_json::Value)>,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code)
    }
}

impl std::error::Error for Failure {}

impl From<Unusable> for Failure {
    fn from(unusable: Unusable) -> Self {
        Self::new(Exit::Usage, "usage", unusable.message).remedy(unusable.remedy)
    }
}

/// `pcpunch.error.v1`
#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    exit: u8,
    code: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    remedy: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<&'a serde_json::Value>,
}

impl Failure {
    /// A failure of that kind.
    pub fn new(exit: Exit, code: &'static str, message: Text) -> Self {
        Self {
            exit,
            code,
            message,
            remedy: None,
            errors: Vec::new(),
        }
    }

    /// Says what to do.
    pub fn remedy(mut self, remedy: Text) -> Self {
        self.remedy = Some(remedy);
        self
    }

    /// What an error of any room means.
    pub fn of(error: &anyhow::Error) -> Self {
        if let Some(failure) = error.downcast_ref::<Self>() {
            failure.clone()
        } else if let Some(error) = error.downcast_ref::<state::Error>() {
            of_state(error)
        } else {
            let detail = format!("{error:#}");
            Self::new(
                Exit::Failed,
                "failed",
                Text::new("failed").with("detail", detail),
            )
        }
    }

    /// Prints it on stderr: sentences, or one JSON object as the last line.
    pub fn print(&self, output: &Output) {
        if output.format() == Format::Json {
            let locale = output.locale();
            output.object(&Document {
                schema: "pcpunch.error.v1",
                exit: self.exit.code(),
                code: self.code,
                message: locale.say(&self.message),
                remedy: self.remedy.as_ref().map(|remedy| locale.say(remedy)),
                errors: self.errors.iter().map(|(_, object)| object).collect(),
            });
            return;
        }
        for (line, _) in &self.errors {
            output.advise(line);
        }
        output.fail(&Text::new("error-line").with("message", self.message.clone()));
        if let Some(remedy) = &self.remedy {
            output.advise(&Text::new("remedy-line").with("remedy", remedy.clone()));
        }
    }
}

fn of_state(error: &state::Error) -> Failure {
    use state::Error;
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
