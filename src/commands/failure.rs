//! The one place that knows what an error means for the person at the keyboard and for the script.

use std::fmt;

use serde::Serialize;

use crate::cli::Unusable;
use crate::kot::BadHours;
use crate::locale::Text;
use crate::output::{Format, Output};

use super::Exit;

mod http;
mod kot;
mod log_file;
mod malion;
mod profile;
mod relay;
mod settings;
mod state;

pub(super) use http::failure as of_no_answer;
pub(super) use profile::{bad as bad_profile, unreadable as unreadable_profile};
pub(super) use settings::allowed;

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
        } else if let Some(error) = error.downcast_ref() {
            state::failure(error)
        } else if let Some(error) = error.downcast_ref() {
            settings::failure(error)
        } else if let Some(error) = error.downcast_ref() {
            kot::failure(error)
        } else if let Some(error) = error.downcast_ref() {
            malion::failure(error)
        } else if let Some(error) = error.downcast_ref() {
            relay::failure(error)
        } else if let Some(error) = error.downcast_ref() {
            log_file::failure(error)
        } else if let Some(error) = error.downcast_ref::<BadHours>() {
            let message = Text::new("closed-hours-never-open").showing("detail", error);
            Self::new(Exit::Usage, "settings.closed_hours", message)
        } else {
            let message = Text::new("failed").with("detail", format!("{error:#}"));
            Self::new(Exit::Failed, "failed", message)
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

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::Failure;
    use crate::commands::Exit;
    use crate::http::{Failure as NoAnswer, Reason};
    use crate::locale::{Lang, Locale, Text};
    use crate::settings::Key;
    use crate::{kot, malion, relay, settings, state};

    fn kot_refuses(status: u16, code: &str) -> kot::Error {
        kot::Error::AccessRefused {
            status,
            code: Some(code.to_owned()),
            message: None,
        }
    }

    fn no_answer(reason: Reason) -> NoAnswer {
        NoAnswer::NotConnected {
            reason,
            host: None,
            detail: "detail".to_owned(),
        }
    }

    #[test]
    fn every_kind_of_error_has_its_exit_code_and_name_and_says_what_to_do() {
        let table: [(anyhow::Error, Exit, &str); 16] = [
            (
                state::Error::Locked(PathBuf::from("a")).into(),
                Exit::Busy,
                "state.locked",
            ),
            (
                state::Error::NotAFile(PathBuf::from("a")).into(),
                Exit::State,
                "state.not_a_file",
            ),
            (
                settings::Error::Missing(Key::KotToken).into(),
                Exit::Usage,
                "settings.missing",
            ),
            (
                Key::of_name("kot.tokne").unwrap_err().into(),
                Exit::Usage,
                "settings.unknown_key",
            ),
            (
                Key::KotLanes.check("0").unwrap_err().into(),
                Exit::Usage,
                "settings.bad_value",
            ),
            (
                kot_refuses(403, "100").into(),
                Exit::Access,
                "kot.access_refused",
            ),
            (
                kot_refuses(407, "").into(),
                Exit::Access,
                "http.proxy_refused",
            ),
            (
                kot::Error::Throttled { retry_after: None }.into(),
                Exit::Unreachable,
                "kot.throttled",
            ),
            (
                kot::Error::from(no_answer(Reason::Name)).into(),
                Exit::Unreachable,
                "http.name",
            ),
            (
                kot::Error::from(no_answer(Reason::CaFile)).into(),
                Exit::Usage,
                "http.ca_file",
            ),
            (
                malion::Error::from(no_answer(Reason::Timeout)).into(),
                Exit::Unreachable,
                "http.timeout",
            ),
            (
                malion::Error::NoSuchPath { message: None }.into(),
                Exit::Unreachable,
                "malion.no_such_path",
            ),
            (
                relay::Error::from(kot_refuses(401, "100")).into(),
                Exit::Access,
                "kot.access_refused",
            ),
            (
                relay::Error::OtherCompany.into(),
                Exit::Limit,
                "kot.other_company",
            ),
            (
                Failure::new(Exit::Limit, "own", Text::new("stopped"))
                    .remedy(Text::new("plain").with("text", "x"))
                    .into(),
                Exit::Limit,
                "own",
            ),
            (
                anyhow::Error::from(state::Error::Locked(PathBuf::from("a"))).context("a round"),
                Exit::Busy,
                "state.locked",
            ),
        ];
        for (error, exit, code) in table {
            let failure = Failure::of(&error);
            assert_eq!((failure.exit, failure.code), (exit, code), "{error:?}");
            let remedy = failure.remedy.unwrap();
            for lang in Lang::ALL {
                let locale = Locale::new(lang);
                for text in [&failure.message, &remedy] {
                    let said = locale.say(text);
                    assert!(
                        !said.contains('{') && said != text.key() || code == "own",
                        "{said}"
                    );
                }
            }
        }
    }
}
