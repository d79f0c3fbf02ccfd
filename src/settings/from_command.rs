//! A secret that a command prints, such as one that asks a password store. It is no shell that runs it, and it
//! sees nothing of our own secrets.

use std::ffi::OsString;
use std::fmt;
use std::io::Read;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::OnceLock;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process_group};
use thiserror::Error;

use super::{Environment, parse};
use crate::domain::secret::Secret;
use crate::domain::veil::Veil;

/// Nobody's secret is longer, in bytes.
const MOST_OUTPUT: usize = 8 * 1024;
/// So much of what it says on stderr is looked at, from the end, in bytes.
const MOST_ERRORS: usize = 4 * 1024;
/// So much of that is told, in characters.
const LONGEST_TOLD: usize = 200;
/// What it says on stderr is waited for so long once it has ended: another process may hold that open.
const GRACE: Duration = Duration::from_millis(200);
/// How often it is looked whether it has ended, once it has closed its output.
const LOOK: Duration = Duration::from_millis(5);

/// Why a command gave no secret. Nothing of what it printed stands in it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CommandError {
    /// It cannot be started; the system's words.
    #[error("not started: {0}")]
    NotStarted(String),
    /// It ended with another code than 0, or by a signal, in the system's words; the last line of its stderr.
    #[error("{status}: {said:?}")]
    Failed {
        /// How it ended.
        status: ExitStatus,
        /// Its own words, where it said some.
        said: Option<String>,
    },
    /// It did not end in time and was killed.
    #[error("not ended after {0:?}")]
    TooSlow(Duration),
    /// It printed more than any secret is.
    #[error("too much was printed")]
    TooMuch,
    /// What it printed cannot be a secret.
    #[error("no secret was printed")]
    NoSecret,
}

/// A command with what it gave: it is run when the secret is first needed, and once.
pub(super) struct FromCommand {
    words: Vec<String>,
    environment: Vec<(OsString, OsString)>,
    given: OnceLock<Result<Secret, CommandError>>,
}

/// The environment is not told.
impl fmt::Debug for FromCommand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FromCommand").finish_non_exhaustive()
    }
}

impl FromCommand {
    /// A command that has not been run. It gets the environment without this program's own variables, which may
    /// be secrets.
    pub(super) fn new(command: &str, environment: &Environment) -> Self {
        Self {
            words: parse::command(command).unwrap_or_default(),
            environment: environment.of_others(),
            given: OnceLock::new(),
        }
    }

    /// The secret that it prints.
    ///
    /// # Errors
    /// [`CommandError`], the same each time.
    pub(super) fn secret(&self, limit: Duration) -> Result<Secret, CommandError> {
        self.given.get_or_init(|| self.run(limit)).clone()
    }

    fn run(&self, limit: Duration) -> Result<Secret, CommandError> {
        let not_started = |error: std::io::Error| CommandError::NotStarted(error.to_string());
        let began = Instant::now();
        let (program, rest) = self.words.split_first().ok_or(CommandError::NoSecret)?;
        let mut child = Command::new(program)
            .args(rest)
            .env_clear()
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            // Of its own, so that whatever it starts can be ended with it.
            .process_group(0)
            .spawn()
            .map_err(not_started)?;
        let printed = child.stdout.take().map(|pipe| read(pipe, head));
        let said = child.stderr.take().map(|pipe| read(pipe, tail));
        let mut running = Running(Some(child));
        let printed = printed
            .and_then(|printed| printed.recv_timeout(limit).ok())
            .ok_or(CommandError::TooSlow(limit))?;
        if printed.len() > MOST_OUTPUT {
            return Err(CommandError::TooMuch);
        }
        let left = limit.saturating_sub(began.elapsed());
        let status = running
            .wait(left)
            .map_err(not_started)?
            .ok_or(CommandError::TooSlow(limit))?;
        if status.success() {
            return secret(&printed);
        }
        let said = said.and_then(|said| said.recv_timeout(GRACE).ok());
        Err(CommandError::Failed {
            status,
            said: said.and_then(|said| told(&said, &printed)),
        })
    }
}

/// A command that runs; it is killed with all that it started, unless it has ended.
struct Running(Option<Child>);

impl Running {
    /// Waits until it ends; `None` where it does not.
    fn wait(&mut self, limit: Duration) -> std::io::Result<Option<ExitStatus>> {
        let began = Instant::now();
        while let Some(child) = &mut self.0 {
            if let Some(status) = child.try_wait()? {
                self.0 = None;
                return Ok(Some(status));
            }
            if began.elapsed() >= limit {
                return Ok(None);
            }
            thread::sleep(LOOK);
        }
        Ok(None)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if let Some(child) = &mut self.0 {
            // It fails only where nothing is left to be killed.
            let _ = kill_process_group(Pid::from_child(child), Signal::KILL);
            let _ = child.wait();
        }
    }
}

/// What a pipe brought when it was closed. It is read on its own, so that no command waits for its reader.
fn read<P: Read + Send + 'static>(
    pipe: P,
    bytes: impl FnOnce(P) -> Vec<u8> + Send + 'static,
) -> Receiver<Vec<u8>> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        // Nobody listens any more where it took too long.
        let _ = sender.send(bytes(pipe));
    });
    receiver
}

/// The beginning, a byte more than may be.
fn head(pipe: impl Read) -> Vec<u8> {
    let mut bytes = Vec::new();
    let most = u64::try_from(MOST_OUTPUT).unwrap_or(u64::MAX);
    // What cannot be read is not there: it is no secret then.
    let _ = pipe.take(most + 1).read_to_end(&mut bytes);
    bytes
}

/// The end.
fn tail(mut pipe: impl Read) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut piece = [0; MOST_ERRORS];
    while let Ok(count @ 1..) = pipe.read(&mut piece) {
        bytes.extend_from_slice(piece.get(..count).unwrap_or_default());
        bytes.drain(..bytes.len().saturating_sub(MOST_ERRORS));
    }
    bytes
}

/// What was printed, without the line break at its end.
fn secret(printed: &[u8]) -> Result<Secret, CommandError> {
    let text = std::str::from_utf8(printed).map_err(|_| CommandError::NoSecret)?;
    let text = text.trim_end_matches(['\r', '\n']);
    parse::is_secret(text)
        .then(|| Secret::new(text))
        .ok_or(CommandError::NoSecret)
}

/// The last line that says something, shortened, and without what was printed beside it.
fn told(said: &[u8], printed: &[u8]) -> Option<String> {
    let said = String::from_utf8_lossy(said);
    let last = said
        .lines()
        .rev()
        .map(str::trim)
        .find(|line| !line.is_empty())?;
    let printed = String::from_utf8_lossy(printed);
    let secrets: Vec<Secret> = printed.lines().map(str::trim).map(Secret::new).collect();
    let last = Veil::over(&secrets).hidden(last);
    let mut letters = last.chars();
    let mut told: String = letters.by_ref().take(LONGEST_TOLD).collect();
    if letters.next().is_some() {
        told.push('…');
    }
    Some(told)
}

#[cfg(test)]
mod tests;
