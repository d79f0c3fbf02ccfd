//! A relay that goes round after round, watched by what it prints.

use std::io::{BufRead, BufReader, Read};
use std::process::{ChildStderr, ChildStdout};

use serde_json::Value;

use super::child::Running;
use super::office::Office;
use super::ran::Ran;
use super::schemas;

/// More rounds than any test needs: a loop that never comes to what is waited for fails by it.
const MOST_ROUNDS: usize = 20;

/// `relay run` with the shortest interval, running.
pub(crate) struct Looping {
    running: Running,
    stdout: BufReader<ChildStdout>,
    stderr: BufReader<ChildStderr>,
    said: String,
}

impl Office {
    /// Starts the loop: a round a second, a document each.
    pub(crate) fn loops(&self) -> Looping {
        self.loops_with(&["--interval", "1s", "--format", "json"])
    }

    /// Starts the loop with these options.
    pub(crate) fn loops_with(&self, options: &[&str]) -> Looping {
        let mut running = self.starts(&[&["relay", "run"], options].concat());
        let (stdout, stderr) = running.pipes();
        Looping {
            running,
            stdout: BufReader::new(stdout),
            stderr: BufReader::new(stderr),
            said: String::new(),
        }
    }
}

impl Looping {
    /// The next line on stdout; waits until a round has ended.
    #[track_caller]
    pub(crate) fn line(&mut self) -> String {
        let mut line = String::new();
        self.stdout.read_line(&mut line).expect("UTF-8");
        if line.is_empty() {
            self.stderr.read_to_string(&mut line).expect("UTF-8");
            panic!("the loop ended: {line}");
        }
        if let Err(objection) = schemas::check_lines(line.lines(), false) {
            panic!("{objection}\n{line}");
        }
        self.said.push_str(&line);
        line
    }

    /// The document of the next round.
    #[track_caller]
    pub(crate) fn round(&mut self) -> Value {
        let line = self.line();
        let document: Value = serde_json::from_str(&line).expect("a document in a line");
        assert_eq!(document["schema"], "pcpunch.relay-run.v1", "{line}");
        document
    }

    /// The document of the next round that is such.
    #[track_caller]
    pub(crate) fn rounds_until(&mut self, is_such: impl Fn(&Value) -> bool) -> Value {
        for _ in 0..MOST_ROUNDS {
            let document = self.round();
            if is_such(&document) {
                return document;
            }
        }
        panic!("no such round\n{}", self.said);
    }

    /// The next line on stderr; waits until there is one.
    #[track_caller]
    pub(crate) fn warning(&mut self) -> String {
        let mut line = String::new();
        self.stderr.read_line(&mut line).expect("UTF-8");
        assert!(!line.is_empty(), "the loop ended");
        line
    }

    /// SIGTERM. Returns once the program has taken it.
    pub(crate) fn terminate(&self) -> &Self {
        self.running.terminate();
        self
    }

    /// SIGINT. Returns once the program has taken it.
    pub(crate) fn interrupt(&self) -> &Self {
        self.running.interrupt();
        self
    }

    /// SIGKILL. Returns when it is gone.
    pub(crate) fn kill(self) {
        self.running.kill();
    }

    /// Waits until it ends by itself; what it said since it was last listened to.
    pub(crate) fn ends(mut self) -> Ran {
        let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
        self.stdout.read_to_end(&mut stdout).expect("stdout");
        self.stderr.read_to_end(&mut stderr).expect("stderr");
        self.running.ends_saying(stdout, stderr)
    }
}
