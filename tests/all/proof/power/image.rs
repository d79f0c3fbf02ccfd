//! The state folder as bytes: taken from an office, and put into one.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;

use crate::harness::Office;

/// Where all state stands, below the folder of an office.
pub(super) const STATE: &str = "state";

/// The state file below there.
pub(super) const FILE: &str = "state/pcpunch/state.db";

/// Files by their paths below the folder of an office, and the folders that they stand in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Image {
    pub(super) folders: BTreeSet<String>,
    pub(super) files: BTreeMap<String, Vec<u8>>,
}

impl Image {
    /// What is there now. What processes share in memory is none of it.
    pub(super) fn of(office: &Office) -> Self {
        let mut image = Self::default();
        image.take(office, STATE);
        image
    }

    fn take(&mut self, office: &Office, folder: &str) {
        let Ok(entries) = fs::read_dir(office.path(folder)) else {
            return;
        };
        self.folders.insert(folder.to_owned());
        for entry in entries {
            let entry = entry.expect("an entry");
            let name = entry.file_name().into_string().expect("UTF-8");
            let path = format!("{folder}/{name}");
            if entry.path().is_dir() {
                self.take(office, &path);
            } else if !name.ends_with("-shm") {
                let bytes = fs::read(entry.path()).expect("a file");
                self.files.insert(path, bytes);
            }
        }
    }

    /// Puts this in the place of what is there.
    pub(super) fn put(&self, office: &Office) {
        let there = office.path(STATE);
        if there.exists() {
            fs::remove_dir_all(&there).expect("it can be emptied");
        }
        // Outer folders come before inner ones.
        for folder in &self.folders {
            let mut private = fs::DirBuilder::new();
            private
                .mode(0o700)
                .create(office.path(folder))
                .expect("a folder");
        }
        for (path, bytes) in &self.files {
            write(&office.path(path), bytes);
        }
    }

    /// One of its files.
    pub(super) fn file(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// The same with that in the place of one of its files; without it for `None`.
    pub(super) fn with(&self, path: &str, bytes: Option<&[u8]>) -> Self {
        let mut image = self.clone();
        match bytes {
            Some(bytes) => image.files.insert(path.to_owned(), bytes.to_owned()),
            None => image.files.remove(path),
        };
        image
    }
}

fn write(path: &Path, bytes: &[u8]) {
    let mut options = fs::OpenOptions::new();
    let file = options.write(true).create_new(true).mode(0o600).open(path);
    file.and_then(|mut file| file.write_all(bytes))
        .expect("a file");
}
