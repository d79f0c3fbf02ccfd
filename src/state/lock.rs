//! One round at a time: a lock beside the state file, released by the operating system with its process.

use std::fs::{File, OpenOptions, TryLockError};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use super::{Error, State, file::beside};

/// Held for the length of one round. The lock file itself is never removed: removing it would let
/// two rounds hold locks on two files of one name.
#[derive(Debug)]
pub struct RoundLock {
    _file: File,
}

impl State {
    /// Takes the lock of a round, or says that another round has it.
    ///
    /// # Errors
    /// [`Error::Locked`] where another process holds it.
    pub fn lock_round(&self) -> Result<RoundLock, Error> {
        RoundLock::of(&self.path)
    }
}

impl RoundLock {
    /// Takes the lock of the rounds on a state file, which need not be one that can be opened.
    ///
    /// # Errors
    /// [`Error::Locked`] where another process holds it.
    pub fn of(state: &Path) -> Result<Self, Error> {
        let path = beside(state, ".lock");
        let io = |source| Error::Io {
            path: path.clone(),
            source,
        };
        let file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(false)
            .mode(0o600)
            .open(&path)
            .map_err(io)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(Error::Locked(state.to_owned())),
            Err(TryLockError::Error(source)) => Err(io(source)),
        }
    }
}
