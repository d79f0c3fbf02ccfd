//! SIGTERM and SIGINT: the first is obeyed when what is under way is recorded, the second at once.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

use super::Exit;

/// Watches for signals as long as the process lives.
#[derive(Clone, Debug, Default)]
pub(super) struct Signals {
    stop: Arc<AtomicBool>,
    interrupted: Arc<AtomicBool>,
}

impl Signals {
    /// Begins to watch.
    ///
    /// # Errors
    /// Where the system refuses a handler.
    pub(super) fn watch() -> io::Result<Self> {
        let signals = Self::default();
        for signal in [SIGTERM, SIGINT] {
            // Armed by the first signal, this ends the process at the second.
            flag::register_conditional_shutdown(signal, 128 + signal, Arc::clone(&signals.stop))?;
            flag::register(signal, Arc::clone(&signals.stop))?;
        }
        flag::register(SIGINT, Arc::clone(&signals.interrupted))?;
        Ok(signals)
    }

    /// Set once a signal came.
    pub(super) fn stop(&self) -> &AtomicBool {
        &self.stop
    }

    /// The exit code of the signal that came, where one did.
    pub(super) fn exit(&self) -> Option<Exit> {
        let stopped = self.stop.load(Ordering::SeqCst);
        let interrupted = self.interrupted.load(Ordering::SeqCst);
        stopped.then_some(if interrupted {
            Exit::Interrupted
        } else {
            Exit::Terminated
        })
    }
}
