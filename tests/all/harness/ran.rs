//! One command that has ended.

use std::process::Output;

use serde_json::Value;

use super::schemas;

/// What a command said and how it ended.
pub(crate) struct Ran {
    command: String,
    stdout: String,
    stderr: String,
    code: Option<i32>,
}

impl Ran {
    /// A command that said that. Each JSON document in it is as its schema says.
    #[track_caller]
    pub(super) fn new(command: String, output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program writes UTF-8");
        let ran = Self {
            command,
            stdout: text(output.stdout),
            stderr: text(output.stderr),
            code: output.status.code(),
        };
        let lines = ran.stdout.lines().chain(ran.stderr.lines());
        if let Err(objection) = schemas::check_lines(lines, ran.was_killed()) {
            panic!("{objection}\n{}", ran.told());
        }
        ran
    }

    /// It ended with that code.
    #[track_caller]
    pub(crate) fn exits(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{}", self.told());
        self
    }

    /// It ended as a round does that did what it could: all of it, or what a service's refusal left of it.
    #[track_caller]
    pub(crate) fn ends_like_a_round(&self) {
        let is_like_one = self
            .code
            .is_some_and(|code| [0, 1, 3, 4, 5].contains(&code));
        assert!(is_like_one, "{}", self.told());
    }

    /// Its stdout contains that.
    #[track_caller]
    pub(crate) fn says(self, text: &str) -> Self {
        assert!(
            self.stdout.contains(text),
            "stdout does not say {text:?}\n{}",
            self.told()
        );
        self
    }

    /// Its stderr contains that.
    #[track_caller]
    pub(crate) fn warns(self, text: &str) -> Self {
        assert!(
            self.stderr.contains(text),
            "stderr does not say {text:?}\n{}",
            self.told()
        );
        self
    }

    /// The last line of its stdout.
    #[track_caller]
    pub(crate) fn ends_saying(self, line: &str) -> Self {
        assert_eq!(self.stdout.lines().last(), Some(line), "{}", self.told());
        self
    }

    /// Its stdout as the one JSON document of that schema.
    #[track_caller]
    pub(crate) fn document(&self, schema: &str) -> Value {
        let document: Value = serde_json::from_str(&self.stdout)
            .unwrap_or_else(|error| panic!("stdout is no JSON document: {error}\n{}", self.told()));
        assert_eq!(document["schema"], schema, "{}", self.told());
        document
    }

    /// Its stdout.
    pub(crate) fn stdout(&self) -> &str {
        &self.stdout
    }

    /// Its stderr.
    pub(crate) fn stderr(&self) -> &str {
        &self.stderr
    }

    /// The code that it ended with; `None` where a signal ended it.
    pub(crate) fn ended_with(&self) -> Option<i32> {
        self.code
    }

    /// Whether a signal ended it.
    pub(crate) fn was_killed(&self) -> bool {
        self.code.is_none()
    }

    /// Command, exit code, stdout and stderr, for the message of a failed test.
    pub(crate) fn told(&self) -> String {
        let Self {
            command,
            stdout,
            stderr,
            code,
        } = self;
        let code = code.map_or("a signal".to_owned(), |code| code.to_string());
        format!("$ {command}\nended with {code}\n--- stdout\n{stdout}--- stderr\n{stderr}---")
    }
}
