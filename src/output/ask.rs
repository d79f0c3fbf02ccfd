//! Questions at the keyboard. Whoever asks has made sure that somebody sits there; the answers go to stderr.

use std::{fmt, io};

use dialoguer::theme::Theme;
use dialoguer::{Confirm, Input, Password};

use super::Output;
use crate::locale::{Locale, Text};

impl Output {
    /// Yes or no; no where only the return key is pressed, as the question says.
    ///
    /// # Errors
    /// Where the terminal goes away.
    pub fn confirm(&self, question: &Text) -> io::Result<bool> {
        let _away = self.progress_away();
        let answer = Confirm::with_theme(&Words(self.locale()))
            .with_prompt(self.locale().say(question))
            .default(false)
            .interact();
        answer.map_err(io_error)
    }

    /// A line of text. What `check` objects to is asked for again. `default` is shown, and taken where only the return
    /// key is pressed.
    ///
    /// # Errors
    /// Where the terminal goes away.
    pub fn ask(
        &self,
        question: &Text,
        default: Option<&str>,
        check: impl Fn(&str) -> Result<(), Text>,
    ) -> io::Result<String> {
        let _away = self.progress_away();
        let words = Words(self.locale());
        let mut input = Input::<String>::with_theme(&words)
            .with_prompt(self.locale().say(question))
            .allow_empty(true)
            .validate_with(|value: &String| self.said(check(value)));
        if let Some(default) = default {
            input = input.default(default.to_owned());
        }
        input.interact_text().map_err(io_error)
    }

    /// A line that is not shown while it is typed. What `check` objects to is asked for again.
    ///
    /// # Errors
    /// Where the terminal goes away.
    pub fn ask_hidden(
        &self,
        question: &Text,
        check: impl Fn(&str) -> Result<(), Text>,
    ) -> io::Result<String> {
        let _away = self.progress_away();
        let answer = Password::with_theme(&Words(self.locale()))
            .with_prompt(self.locale().say(question))
            .allow_empty_password(true)
            .validate_with(|value: &String| self.said(check(value)))
            .interact();
        answer.map_err(io_error)
    }

    fn said(&self, checked: Result<(), Text>) -> Result<(), String> {
        checked.map_err(|objection| self.locale().say(&objection))
    }
}

fn io_error(error: dialoguer::Error) -> io::Error {
    let dialoguer::Error::IO(error) = error;
    error
}

/// How questions are put in the language of the catalogue.
struct Words<'a>(&'a Locale);

impl Words<'_> {
    fn write(&self, f: &mut dyn fmt::Write, text: &Text) -> fmt::Result {
        f.write_str(&self.0.say(text))
    }
}

impl Theme for Words<'_> {
    fn format_error(&self, f: &mut dyn fmt::Write, error: &str) -> fmt::Result {
        f.write_str(error)
    }

    fn format_confirm_prompt(
        &self,
        f: &mut dyn fmt::Write,
        question: &str,
        _: Option<bool>,
    ) -> fmt::Result {
        self.write(f, &Text::new("ask-confirm").with("question", question))?;
        f.write_str(" ")
    }

    fn format_confirm_prompt_selection(
        &self,
        f: &mut dyn fmt::Write,
        question: &str,
        answer: Option<bool>,
    ) -> fmt::Result {
        let answer = match answer {
            Some(true) => "ask-yes",
            _ => "ask-no",
        };
        let text = Text::new("ask-answered").with("question", question);
        self.write(f, &text.with("answer", Text::new(answer)))
    }

    fn format_password_prompt_selection(
        &self,
        f: &mut dyn fmt::Write,
        question: &str,
    ) -> fmt::Result {
        let text = Text::new("ask-hidden").with("question", question);
        self.write(f, &text)
    }
}
