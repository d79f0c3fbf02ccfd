//! How long a command took and how much memory it had at most, as the machine's own books have it.

use std::fs::{self, File};
use std::io::Read;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use super::office::Office;
use super::ran::Ran;

/// So often the books are read: what a command takes in its very last moments may stay unseen.
const SLICE: Duration = Duration::from_millis(2);

/// A command that has ended, and what it took.
pub(crate) struct Measured {
    pub(crate) ran: Ran,
    /// From its start to its end.
    pub(crate) wall: Duration,
    /// Its own work, without what it waited for.
    pub(crate) work: Duration,
    /// The most memory that it ever held, in MB.
    pub(crate) peak: u64,
}

impl Measured {
    /// What it took, for people.
    pub(crate) fn told(&self) -> String {
        format!(
            "{:.2} s of work in {:.2} s, {} MB",
            self.work.as_secs_f64(),
            self.wall.as_secs_f64(),
            self.peak
        )
    }
}

impl Office {
    /// Runs a command and reads from `/proc` what it takes.
    pub(crate) fn measures(&self, arguments: &[&str]) -> Measured {
        let said = [self.path("measured.out"), self.path("measured.err")];
        let file = |index: usize| Stdio::from(File::create(&said[index]).expect("a file"));
        let mut command = self.command(arguments);
        let began = Instant::now();
        let mut child = command
            .stdout(file(0))
            .stderr(file(1))
            .spawn()
            .expect("the program starts");
        let (mut work, mut peak) = (Duration::ZERO, 0);
        let status = loop {
            work = work.max(work_of(child.id()).unwrap_or_default());
            peak = peak.max(peak_of(child.id()).unwrap_or_default());
            match child.try_wait().expect("it ends") {
                Some(status) => break status,
                None => thread::sleep(SLICE),
            }
        };
        let wall = began.elapsed();
        let read = |index: usize| {
            let mut bytes = Vec::new();
            let mut file = File::open(&said[index]).expect("a file");
            file.read_to_end(&mut bytes).expect("what it said");
            bytes
        };
        let output = std::process::Output {
            status,
            stdout: read(0),
            stderr: read(1),
        };
        Measured {
            ran: Ran::new(self.typed(arguments), output),
            wall,
            work,
            peak,
        }
    }
}

/// `VmHWM` of a process, in MB.
fn peak_of(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kilobytes / 1024)
}

/// User and system time of a process. Linux counts them in hundredths of a second for everybody.
fn work_of(process: u32) -> Option<Duration> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let after_name = stat.rsplit_once(')')?.1;
    let ticks = |field: usize| {
        after_name
            .split_whitespace()
            .nth(field)?
            .parse::<u64>()
            .ok()
    };
    Some(Duration::from_millis((ticks(11)? + ticks(12)?) * 10))
}
