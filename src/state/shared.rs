//! The state file in the hands of several lanes at once.

use std::sync::{Mutex, MutexGuard};

use super::State;

/// The state file, one user at a time. Never held over a request: the request itself is counted in it.
#[derive(Debug)]
pub struct SharedState(Mutex<State>);

impl SharedState {
    /// Shares an open file.
    pub fn new(state: State) -> Self {
        Self(Mutex::new(state))
    }

    /// Takes hold of the file for a few statements. A lane that panicked while holding it left no
    /// transaction open, so that the file is as good as before.
    pub fn hold(&self) -> MutexGuard<'_, State> {
        self.0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}
