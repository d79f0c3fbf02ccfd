//! Parks a request at a boundary until a test says go on or drop.

use std::fmt;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::watch;

/// Where a request is parked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Boundary {
    /// It was read to its last byte; nothing was done yet.
    BeforeApplying,
    /// It was done; nothing was answered yet.
    BeforeAnswering,
}

/// What becomes of a parked request.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    GoOn,
    Drop,
}

/// The test's end of a parked request. Clones are the same hold.
///
/// Parked requests stay so until [`Hold::go_on`] or [`Hold::drop_connection`], also when their client has died:
/// going on then applies them, as a server does that has read a request. Requests that come after the verdict
/// follow it at once.
#[derive(Clone)]
pub struct Hold {
    boundary: Boundary,
    shared: Arc<Shared>,
}

struct Shared {
    parked: Mutex<Parked>,
    changed: Condvar,
    verdict: watch::Sender<Option<Verdict>>,
}

/// How many requests were parked and how many of these were seen off.
#[derive(Default)]
struct Parked {
    came: usize,
    left: usize,
}

impl Hold {
    /// A hold at that boundary, to be armed as [`Fault::Hold`](super::Fault::Hold).
    pub fn at(boundary: Boundary) -> Self {
        Self {
            boundary,
            shared: Arc::new(Shared {
                parked: Mutex::default(),
                changed: Condvar::new(),
                verdict: watch::Sender::new(None),
            }),
        }
    }

    /// Waits until a request is parked here or was; whether one came within `timeout`.
    pub fn wait_until_held(&self, timeout: Duration) -> bool {
        self.wait(timeout, |parked| parked.came > 0)
    }

    /// Waits until all that was parked here has been done or dropped; whether it was within `timeout`.
    pub fn wait_until_left(&self, timeout: Duration) -> bool {
        self.wait(timeout, |parked| parked.left == parked.came)
    }

    fn wait(&self, timeout: Duration, is_so: impl Fn(&Parked) -> bool) -> bool {
        let parked = self.parked();
        let waited = self
            .shared
            .changed
            .wait_timeout_while(parked, timeout, |parked| !is_so(parked));
        let (parked, _) = waited.unwrap_or_else(PoisonError::into_inner);
        is_so(&parked)
    }

    fn parked(&self) -> MutexGuard<'_, Parked> {
        let parked = self.shared.parked.lock();
        parked.unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets what is parked go on: it is applied and answered.
    pub fn go_on(&self) {
        self.shared.verdict.send_replace(Some(Verdict::GoOn));
    }

    /// Closes the connection of what is parked. At [`Boundary::BeforeApplying`] it is never applied.
    pub fn drop_connection(&self) {
        self.shared.verdict.send_replace(Some(Verdict::Drop));
    }

    pub(super) fn boundary(&self) -> Boundary {
        self.boundary
    }

    pub(super) async fn park(&self) -> Verdict {
        let mut verdict = self.shared.verdict.subscribe();
        self.parked().came += 1;
        self.shared.changed.notify_all();
        match verdict.wait_for(Option::is_some).await {
            Ok(said) => said.unwrap_or(Verdict::GoOn),
            Err(_) => Verdict::Drop,
        }
    }

    /// What was parked has been done or dropped.
    pub(super) fn leave(&self) {
        self.parked().left += 1;
        self.shared.changed.notify_all();
    }
}

impl fmt::Debug for Hold {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hold({:?})", self.boundary)
    }
}

#[cfg(test)]
mod tests;
