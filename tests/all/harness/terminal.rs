//! Commands on a terminal, which `script` of util-linux gives them.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use super::child::Running;
use super::office::Office;
use super::ran::Ran;

const PATIENCE: Duration = Duration::from_secs(20);
const SCRIPT: &str = "/usr/bin/script";

/// A command that runs on a terminal.
pub(crate) struct OnTerminal {
    running: Running,
    keys: ChildStdin,
    screen: ChildStdout,
    shown: Vec<u8>,
}

impl Office {
    /// Starts a command on a terminal of that kind; `None` where the machine has no `script`.
    pub(crate) fn on_terminal(&self, term: &str, words: &[&str]) -> Option<OnTerminal> {
        if !Path::new(SCRIPT).exists() {
            return None;
        }
        let plain = self.command(words);
        let typed: Vec<String> = std::iter::once(plain.get_program())
            .chain(plain.get_args())
            .map(|word| format!("'{}'", word.to_str().expect("UTF-8")))
            .collect();
        let mut command = Command::new(SCRIPT);
        command
            .args(["-q", "-e", "-c", &typed.join(" "), "/dev/null"])
            .env_clear()
            .envs(
                plain
                    .get_envs()
                    .filter_map(|(name, value)| Some((name, value?))),
            )
            .env("TERM", term)
            .current_dir(plain.get_current_dir().expect("the office's"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut running = self.starts_as(command, words);
        let keys = running.stdin();
        let (screen, _) = running.pipes();
        Some(OnTerminal {
            running,
            keys,
            screen,
            shown: Vec::new(),
        })
    }
}

impl OnTerminal {
    /// Waits until that was shown.
    #[track_caller]
    pub(crate) fn shows(&mut self, text: &str) {
        let mut some = [0; 4096];
        while !String::from_utf8_lossy(&self.shown).contains(text) {
            let read = self.screen.read(&mut some).expect("a screen");
            assert!(read > 0, "it ended without {text}: {:?}", self.shown());
            self.shown.extend(&some[..read]);
        }
    }

    /// Waits until the terminal shows nothing of what is typed.
    pub(crate) fn hides(&self) {
        let script = self.running.id();
        let began = Instant::now();
        let hides = || {
            let children = format!("/proc/{script}/task/{script}/children");
            let child = fs::read_to_string(children).ok()?;
            let terminal = fs::read_link(format!("/proc/{}/fd/0", child.trim())).ok()?;
            let mut stty = Command::new("stty");
            let said = stty.arg("-F").arg(terminal).arg("-a").output().ok()?;
            let said = String::from_utf8_lossy(&said.stdout).into_owned();
            Some(said.split_whitespace().any(|word| word == "-echo"))
        };
        while hides() != Some(true) {
            assert!(began.elapsed() < PATIENCE, "it shows what is typed");
        }
    }

    /// Somebody types that.
    pub(crate) fn types(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).expect("a keyboard");
    }

    /// Waits until it ends by itself: all that went to the terminal, with its line ends as they were written.
    pub(crate) fn ends(mut self) -> (String, Ran) {
        self.screen.read_to_end(&mut self.shown).expect("a screen");
        let shown = self.shown().replace("\r\n", "\n");
        (shown, self.running.ends_saying(self.shown, Vec::new()))
    }

    fn shown(&self) -> String {
        String::from_utf8_lossy(&self.shown).into_owned()
    }
}
