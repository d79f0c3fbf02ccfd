//! An office's state file as bytes, so that many offices can begin where one has come to.

use std::fs;
use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::PathBuf;

use super::office::Office;

impl Office {
    /// Where the state file is.
    pub(crate) fn state_file(&self) -> PathBuf {
        self.path("state/pcpunch/state.db")
    }

    /// The state file while no command runs.
    pub(crate) fn state(&self) -> Vec<u8> {
        fs::read(self.state_file()).expect("a state file")
    }

    /// Puts those bytes in the place of the state file, as a person would who copies one there.
    pub(crate) fn puts_back(&self, state: &[u8]) -> &Self {
        fs::write(self.state_file(), state).expect("a state file");
        self
    }

    /// Changes the state file behind the relay's back.
    pub(crate) fn sql(&self, statements: &str) -> &Self {
        let connection = rusqlite::Connection::open(self.state_file()).expect("a state file");
        connection.execute_batch(statements).expect("SQL");
        self
    }

    /// Begins with that state file.
    pub(crate) fn begins_with(&self, state: &[u8]) -> &Self {
        let file = self.state_file();
        let folder = file.parent().expect("a folder");
        let mut private = fs::DirBuilder::new();
        private.recursive(true).mode(0o700);
        private.create(folder).expect("a folder");
        let mut options = fs::OpenOptions::new();
        let created = options.write(true).create_new(true).mode(0o600).open(file);
        created
            .expect("a file")
            .write_all(state)
            .expect("a state file");
        self
    }
}
