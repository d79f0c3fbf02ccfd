//! The one place that knows what an error means for the person at the keyboard and for the script.

use std::fmt;

use serde::Serialize;

use crate::cli::Unusable;
use crate::locale::Text;
use crate::output::{Format, Output};

use super::Exit;

mod settings;
mod state;

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
        } else if let Some(error) = error.downcast_ref::<crate::state::Error>() {
            state::failure(error)
        } else if let Some(error) = error.downcast_ref::<crate::settings::Error>() {
            settings::failure(error)
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
