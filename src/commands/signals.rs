//! SIGTERM and SIGINT: the first is obeyed when what is under way is recorded, the second at once.

use std::io::{self, ErrorKind, Read};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::{flag, low_level};

use super::Exit;

/// Watches for signals as long as the process lives.
#[derive(Debug)]
pub(super) struct Signals {
    stop: Arc<AtomicBool>,
    interrupted: Arc<AtomicBool>,
    /// Gets a byte with each signal, so that waiting for it ends at once.
    woken: UnixStream,
}

impl Signals {
    /// Begins to watch.
    ///
    /// # Errors
    /// Where the system refuses a handler.
    pub(super) fn watch() -> io::Result<Self> {
        let (woken, wake) = UnixStream::pair()?;
        let signals = Self {
            stop: Arc::default(),
            interrupted: Arc::default(),
            woken,
        };
        for signal in [SIGTERM, SIGINT] {
            // Armed by the first signal, this ends the process at the second.
            flag::register_conditional_shutdown(signal, 128 + signal, Arc::clone(&signals.stop))?;
            flag::register(signal, Arc::clone(&signals.stop))?;
        }
        flag::register(SIGINT, Arc::clone(&signals.interrupted))?;
        for signal in [SIGTERM, SIGINT] {
            low_level::pipe::register(signal, wake.try_clone()?)?;
        }
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

    /// Waits for that moment, or for the signal that comes before it, whose exit code it gives.
    ///
    /// # Errors
    /// Where the system refuses to wait.
    pub(super) fn wait_until(&self, moment: Instant) -> io::Result<Option<Exit>> {
        loop {
            let left = moment.saturating_duration_since(Instant::now());
            if self.exit().is_some() || left.is_zero() {
                return Ok(self.exit());
            }
            self.woken.set_read_timeout(Some(left))?;
            match (&self.woken).read_exact(&mut [0]) {
                Err(error) if error.kind() != ErrorKind::WouldBlock => return Err(error),
                Ok(()) | Err(_) => {}
            }
        }
    }
}
