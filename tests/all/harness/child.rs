//! Commands that still run, and the ways in which a test ends them.

use std::fs;
use std::mem;
use std::process::{Child, ChildStderr, ChildStdin, ChildStdout, Command, Output};

use rustix::process::{Pid, Signal, kill_process};

use super::office::Office;
use super::ran::Ran;

/// The variable that ends the program at a durable write, as a power cut would.
const DIE_AT_WRITE: &str = "PCPUNCH_DIE_AT_WRITE";

/// One round, as a timer would type it.
const ROUND: [&str; 5] = ["relay", "run", "--once", "--format", "json"];

/// A command that was started and has not been waited for. It is killed where its test ends before it, so that
/// none asks whoever has its office's ports next.
pub(crate) struct Running {
    /// `None` once it was waited for.
    child: Option<Child>,
    command: String,
}

impl Drop for Running {
    fn drop(&mut self) {
        if let Some(child) = &mut self.child {
            // Either fails only where it has ended by itself.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

impl Running {
    /// SIGTERM. Returns once the program has taken it.
    pub(crate) fn terminate(&self) -> &Self {
        self.signal(Signal::TERM)
    }

    /// SIGINT, as Ctrl-C. Returns once the program has taken it.
    pub(crate) fn interrupt(&self) -> &Self {
        self.signal(Signal::INT)
    }

    fn signal(&self, signal: Signal) -> &Self {
        let child = self.child.as_ref().expect("it runs");
        kill_process(Pid::from_child(child), signal).expect("it runs");
        let status = format!("/proc/{}/status", child.id());
        let waits = |status: &str| {
            let pending = status.lines().find_map(|line| line.strip_prefix("ShdPnd:"));
            pending.is_some_and(|signals| signals.trim().chars().any(|digit| digit != '0'))
        };
        while fs::read_to_string(&status).is_ok_and(|status| waits(&status)) {
            std::thread::yield_now();
        }
        self
    }

    /// SIGKILL: no destructor runs, no buffer is written. Returns when it is gone.
    pub(crate) fn kill(mut self) {
        let mut child = self.take();
        child.kill().expect("it runs");
        child.wait().expect("it is gone");
    }

    /// Whether it has ended by itself.
    pub(crate) fn has_ended(&mut self) -> bool {
        let child = self.child.as_mut().expect("it was not waited for");
        child.try_wait().expect("a child").is_some()
    }

    /// Its number.
    pub(super) fn id(&self) -> u32 {
        self.child.as_ref().expect("it runs").id()
    }

    /// Its stdin, to be written to while it runs.
    pub(super) fn stdin(&mut self) -> ChildStdin {
        let child = self.child.as_mut().expect("it runs");
        child.stdin.take().expect("a pipe")
    }

    /// Its stdout and stderr, to be read while it runs.
    pub(super) fn pipes(&mut self) -> (ChildStdout, ChildStderr) {
        let child = self.child.as_mut().expect("it runs");
        let stdout = child.stdout.take().expect("a pipe");
        let stderr = child.stderr.take().expect("a pipe");
        (stdout, stderr)
    }

    fn take(&mut self) -> Child {
        self.child.take().expect("it runs")
    }

    /// Waits until it ends by itself, which has said that.
    pub(super) fn ends_saying(mut self, stdout: Vec<u8>, stderr: Vec<u8>) -> Ran {
        let status = self.take().wait().expect("it ends");
        let output = Output {
            status,
            stdout,
            stderr,
        };
        Ran::new(mem::take(&mut self.command), output)
    }

    /// Waits until it ends by itself.
    pub(crate) fn ends(mut self) -> Ran {
        let output = self.take().wait_with_output().expect("it ends");
        Ran::new(mem::take(&mut self.command), output)
    }
}

impl Office {
    /// Starts a round and leaves it running.
    pub(crate) fn starts_a_round(&self) -> Running {
        self.starts(&ROUND)
    }

    /// Starts a command and leaves it running.
    pub(crate) fn starts(&self, words: &[&str]) -> Running {
        self.starts_as(self.command(words), words)
    }

    /// Starts those words by a command that was made of them.
    pub(super) fn starts_as(&self, mut command: Command, words: &[&str]) -> Running {
        let child = command.spawn().expect("the program starts");
        Running {
            child: Some(child),
            command: self.typed(words),
        }
    }

    /// A round that dies at that durable write, `before:3` or `after:3`; whether it came so far. Else it ends well.
    #[track_caller]
    pub(crate) fn dies_at(&self, write: &str) -> bool {
        let ran = self.round_dying_at(write);
        if ran.was_killed() {
            return true;
        }
        ran.exits(0);
        false
    }

    /// The same, however it ends.
    pub(crate) fn round_dying_at(&self, write: &str) -> Ran {
        let mut command = self.command(&ROUND);
        let output = command.env(DIE_AT_WRITE, write).output();
        Ran::new(self.typed(&ROUND), output.expect("the program starts"))
    }
}
