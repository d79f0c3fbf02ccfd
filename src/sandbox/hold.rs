//! Parks a request at a boundary until a test says go on or drop.

use std::fmt;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
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
    held: Mutex<usize>,
    arrived: Condvar,
    verdict: watch::Sender<Option<Verdict>>,
}

impl Hold {
    /// A hold at that boundary, to be armed as [`Fault::Hold`](super::Fault::Hold).
    pub fn at(boundary: Boundary) -> Self {
        Self {
            boundary,
            shared: Arc::new(Shared {
                held: Mutex::new(0),
                arrived: Condvar::new(),
                verdict: watch::Sender::new(None),
            }),
        }
    }

    /// Waits until a request is parked here or was; whether one came within `timeout`.
    pub fn wait_until_held(&self, timeout: Duration) -> bool {
        let held = self
            .shared
            .held
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let (held, _) = self
            .shared
            .arrived
            .wait_timeout_while(held, timeout, |held| *held == 0)
            .unwrap_or_else(PoisonError::into_inner);
        *held > 0
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
        *self
            .shared
            .held
            .lock()
            .unwrap_or_else(PoisonError::into_inner) += 1;
        self.shared.arrived.notify_all();
        match verdict.wait_for(Option::is_some).await {
            Ok(said) => said.unwrap_or(Verdict::GoOn),
            Err(_) => Verdict::Drop,
        }
    }
}

impl fmt::Debug for Hold {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hold({:?})", self.boundary)
    }
}

#[cfg(test)]
mod tests;
