//! A machine that sleeps in the middle of what runs on it.

use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;

use super::moment::moment;
use super::office::Office;

impl Office {
    /// The machine slept until then: for what runs on it, and for everybody.
    pub(crate) fn sleeps_until(&self, time: &str) -> &Self {
        let slept = moment(time) - self.told_time();
        fs::write(self.sleep_file(), slept.num_seconds().to_string()).expect("a file");
        self.sandbox.stop_at(moment(time));
        self
    }

    /// What is started from now on has slept not at all.
    pub(super) fn is_awake(&self) {
        match fs::remove_file(self.sleep_file()) {
            Err(error) if error.kind() != ErrorKind::NotFound => panic!("{error}"),
            _ => {}
        }
    }

    /// The file that says for how many seconds the machine slept.
    pub(super) fn sleep_file(&self) -> PathBuf {
        self.path("slept")
    }
}
