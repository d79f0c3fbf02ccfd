//! The state file in the hands of several lanes at once.

use std::ops::{Deref, DerefMut};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::{self, ThreadId};

use super::State;
use super::together::Together;

/// The state file, one user at a time. Never held over a request: the request itself is counted in it.
#[derive(Debug)]
pub struct SharedState {
    file: Mutex<State>,
    /// Who holds the file, in builds that look out for one who takes hold of it twice.
    holder: Mutex<Option<ThreadId>>,
    /// What several lanes write at the same time.
    pub(super) together: Together,
}

/// A hold of the file, until it is dropped.
#[derive(Debug)]
pub struct Held<'a> {
    file: MutexGuard<'a, State>,
    holder: &'a Mutex<Option<ThreadId>>,
}

impl SharedState {
    /// Shares an open file.
    pub fn new(state: State) -> Self {
        Self {
            file: Mutex::new(state),
            holder: Mutex::default(),
            together: Together::default(),
        }
    }

    /// Takes hold of the file for a few statements. A lane that panicked while holding it left no
    /// transaction open, so that the file is as good as before.
    ///
    /// A hold lasts to the end of the whole expression that takes it, so that two of them in one, such as
    /// the fields of a struct, would wait for each other for ever: a debug build says so at once.
    pub fn hold(&self) -> Held<'_> {
        let me = thread::current().id();
        debug_assert!(
            *holder(&self.holder) != Some(me),
            "a thread that holds the state file takes hold of it again"
        );
        let held = Held {
            file: self.file.lock().unwrap_or_else(PoisonError::into_inner),
            holder: &self.holder,
        };
        *holder(&self.holder) = Some(me);
        held
    }
}

fn holder(of: &Mutex<Option<ThreadId>>) -> MutexGuard<'_, Option<ThreadId>> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Deref for Held<'_> {
    type Target = State;

    fn deref(&self) -> &State {
        &self.file
    }
}

impl DerefMut for Held<'_> {
    fn deref_mut(&mut self) -> &mut State {
        &mut self.file
    }
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        *holder(self.holder) = None;
    }
}

#[cfg(test)]
mod tests {
    use super::SharedState;
    use crate::state::State;

    #[test]
    #[should_panic(expected = "takes hold of it again")]
    fn whoever_holds_the_file_and_asks_for_it_again_is_told_instead_of_waiting_for_ever() {
        let folder = tempfile::tempdir().unwrap();
        let state = State::open(&folder.path().join("state.db")).unwrap();
        let shared = SharedState::new(state);
        let _first = shared.hold();
        let _second = shared.hold();
    }
}
