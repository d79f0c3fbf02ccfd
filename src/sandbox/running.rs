//! Both servers on one clock.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use tokio::runtime::{Builder, Runtime};

use super::clock::{Clock, ServerClock};
use super::kot::Kot;
use super::malion::Malion;
use crate::domain::time::Jst;

/// The ports of 127.0.0.1 to serve on; 0 takes a free one.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ports {
    /// KING OF TIME's.
    pub kot: u16,
    /// MaLion's.
    pub malion: u16,
}

/// A running MaLion and a running KING OF TIME, both empty at first. Both stop when it is dropped.
pub struct Sandbox {
    /// KING OF TIME.
    pub kot: Kot,
    /// MaLion.
    pub malion: Malion,
    clock: Arc<Clock>,
    runtime: Option<Runtime>,
}

impl Sandbox {
    /// Starts both on free ports, their clock at `now` and running on from there.
    ///
    /// # Errors
    /// Where no thread or no socket is to be had.
    pub fn start(now: Jst) -> io::Result<Self> {
        Self::start_on(Ports::default(), now)
    }

    /// Starts both on those ports.
    ///
    /// # Errors
    /// As [`Sandbox::start`], and where a port is taken.
    pub fn start_on(ports: Ports, now: Jst) -> io::Result<Self> {
        let runtime = Builder::new_multi_thread()
            .worker_threads(2)
            .thread_name("sandbox")
            .enable_all()
            .build()?;
        let clock = Arc::new(Clock::new(now));
        let seen = || ServerClock::new(Arc::clone(&clock));
        let kot = Kot::start(runtime.handle(), ports.kot, seen())?;
        let malion = Malion::start(runtime.handle(), ports.malion, seen())?;
        Ok(Self {
            kot,
            malion,
            clock,
            runtime: Some(runtime),
        })
    }

    /// Sets the clock of both, which runs on from there; also backwards.
    pub fn set_now(&self, now: Jst) {
        self.clock.set(now, true);
    }

    /// Sets the clock of both and stops it there, until it is set again.
    pub fn stop_at(&self, now: Jst) {
        self.clock.set(now, false);
    }

    /// The clock's time, without the skew of either server.
    pub fn now(&self) -> Jst {
        self.clock.now()
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_timeout(Duration::from_secs(1));
        }
    }
}
