//! One round at a time: a lock beside the state file, released by the operating system with its process.

use std::fs::{File, OpenOptions, TryLockError};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use super::access::own_file;
use super::{Error, State, file::beside};

/// What is put behind the file's name for the lock beside it.
pub(super) const LOCK: &str = ".lock";

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

    /// Whether a round is running now. The lock is looked at only where the last round has not ended, so
    /// that looking never keeps a round from beginning.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn is_round_running(&self) -> Result<bool, Error> {
        let last = self.last_runs(1)?;
        let may_run = last.first().is_some_and(|run| run.ended.is_none());
        let Ok(lock) = File::open(beside(&self.path, LOCK)) else {
            return Ok(false);
        };
        let is_held = || matches!(lock.try_lock_shared(), Err(TryLockError::WouldBlock));
        Ok(may_run && is_held())
    }
}

impl RoundLock {
    /// Takes the lock of the rounds on a state file, which need not be one that can be opened.
    ///
    /// # Errors
    /// [`Error::Locked`] where another process holds it.
    pub fn of(state: &Path) -> Result<Self, Error> {
        let path = beside(state, LOCK);
        let io = |source| Error::Io {
            path: path.clone(),
            source,
        };
        // To open a pipe would wait for somebody at its other end.
        own_file(&path)?;
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

#[cfg(test)]
mod tests {
    use super::State;
    use crate::domain::time::from_epoch;

    #[test]
    fn a_round_runs_while_it_holds_the_lock_and_has_not_ended() {
        let folder = tempfile::tempdir().unwrap();
        let mut state = State::open(&folder.path().join("state.db")).unwrap();
        let now = from_epoch(1_734_500_000).unwrap();
        assert!(!state.is_round_running().unwrap());
        let lock = state.lock_round().unwrap();
        let run = state.begin_run(now).unwrap();
        assert!(state.is_round_running().unwrap());
        state.end_run(run, 0, "{}", now).unwrap();
        assert!(!state.is_round_running().unwrap());
        state.begin_run(now).unwrap();
        drop(lock);
        assert!(!state.is_round_running().unwrap(), "a killed round");
    }
}
