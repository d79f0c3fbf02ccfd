//! Commands under another umask than the test's own.

use std::process::{Command, Stdio};

use super::office::Office;
use super::ran::Ran;

impl Office {
    /// Runs a command under that umask.
    pub(crate) fn run_under(&self, umask: &str, words: &[&str]) -> Ran {
        let plain = self.command(words);
        let set = plain.get_envs();
        let mut command = Command::new("/bin/sh");
        command
            .args(["-c", &format!("umask {umask} && exec \"$@\""), "sh"])
            .arg(plain.get_program())
            .args(plain.get_args())
            .env_clear()
            .envs(set.filter_map(|(name, value)| Some((name, value?))))
            .current_dir(plain.get_current_dir().expect("the office's"))
            .stdin(Stdio::null());
        let output = command.output().expect("the program ends");
        Ran::new(self.typed(words), output)
    }
}
