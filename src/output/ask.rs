//! Questions at the keyboard. Whoever asks has made sure that somebody sits there; the answers go to stderr.

use std::io;

use dialoguer::{Confirm, Input, Password};

use super::Output;
use crate::locale::Text;

impl Output {
    /// Yes or no; no where only the return key is pressed.
    ///
    /// # Errors
    /// Where the terminal goes away.
    pub fn confirm(&self, question: &Text) -> io::Result<bool> {
        let _away = self.progress_away();
        let answer = Confirm::new()
            .with_prompt(self.locale().say(question))
            .default(false)
            .interact();
        answer.map_err(io_error)
    }

    /// A line of text.
    ///
    /// # Errors
    /// Where the terminal goes away.
    pub fn ask(&self, question: &Text) -> io::Result<String> {
        let _away = self.progress_away();
        let answer = Input::new()
            .with_prompt(self.locale().say(question))
            .allow_empty(true)
            .interact_text();
        answer.map_err(io_error)
    }

    /// A line that is not shown while it is typed.
    ///
    /// # Errors
    /// Where the terminal goes away.
    pub fn ask_hidden(&self, question: &Text) -> io::Result<String> {
        let _away = self.progress_away();
        let answer = Password::new()
            .with_prompt(self.locale().say(question))
            .allow_empty_password(true)
            .interact();
        answer.map_err(io_error)
    }
}

fn io_error(error: dialoguer::Error) -> io::Error {
    let dialoguer::Error::IO(error) = error;
    error
}
