//! One round at a time: a lock beside the state file, released by the operating system with its process.

use std::fs::{File, OpenOptions, TryLockError};
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;

use super::{Error, State};

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
        let mut name = self.path.as_os_str().to_owned();
        name.push(".lock");
        let path = PathBuf::from(name);
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
            Ok(()) => Ok(RoundLock { _file: file }),
            Err(TryLockError::WouldBlock) => Err(Error::Locked(self.path.clone())),
            Err(TryLockError::Error(source)) => Err(io(source)),
        }
    }
}
