//! What a test holds of this MaLion.

use std::io;
use std::net::SocketAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::TimeDelta;
use tokio::runtime::Handle;

use super::shapes::Shape;
use super::world::{Log, World};
use crate::sandbox::clock::ServerClock;
use crate::sandbox::desk::Desk;
use crate::sandbox::fault::{Fault, On};
use crate::sandbox::record::Request;
use crate::sandbox::server::Server;

/// A running MaLion, without logs until a test adds them.
pub struct Malion {
    server: Server<Mutex<World>>,
}

impl Malion {
    pub(in crate::sandbox) fn start(
        runtime: &Handle,
        port: u16,
        clock: ServerClock,
    ) -> io::Result<Self> {
        let desk = Desk::new(clock, Mutex::new(World::new()));
        let server = Server::start(runtime, port, desk)?;
        Ok(Self { server })
    }

    fn world(&self) -> MutexGuard<'_, World> {
        self.server
            .desk
            .service()
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// `http://127.0.0.1:PORT`.
    pub fn base_url(&self) -> String {
        format!("http://{}", self.server.address())
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.server.address()
    }

    /// 管理者コード and シークレットコード.
    pub fn codes(&self) -> (String, String) {
        let world = self.world();
        (world.admin_code.clone(), world.secret_code.clone())
    }

    /// Accepts these codes from now on, and no others.
    pub fn set_codes(&self, admin: &str, secret: &str) {
        let mut world = self.world();
        admin.clone_into(&mut world.admin_code);
        secret.clone_into(&mut world.secret_code);
    }

    /// Ticks 「API 連携を有効にする」, or unticks it: then every call is 403.
    pub fn set_api_on(&self, on: bool) {
        self.world().api_on = on;
    }

    /// Answers as another MaLion from now on, in that shape only.
    pub fn serve_as(&self, shape: Shape) {
        self.world().shape = shape;
    }

    /// Adds a log, which is visible from its `collected_at` on.
    pub fn add_log(&self, log: Log) {
        self.world().logs.push(log);
    }

    /// Takes every log out.
    pub fn clear_logs(&self) {
        self.world().logs.clear();
    }

    /// Every request so far, in order of arrival.
    pub fn requests(&self) -> Vec<Request> {
        self.server.desk.catch_up();
        self.server.desk.record.all()
    }

    /// How many requests there were of that method whose whole path begins so.
    pub fn count(&self, method: &str, path: &str) -> usize {
        let met = |request: &Request| request.method == method && request.path.starts_with(path);
        self.requests().iter().filter(|&r| met(r)).count()
    }

    /// Forgets the requests so far.
    pub fn clear_requests(&self) {
        self.server.desk.record.clear();
    }

    /// Arms a fault; several may be armed.
    pub fn fault(&self, fault: Fault, on: On) {
        self.server.desk.faults.arm(fault, on);
    }

    /// Disarms every fault. What is parked stays so.
    pub fn clear_faults(&self) {
        self.server.desk.faults.clear();
    }

    /// Puts this server's clock (`Date`, what is collected) off the sandbox's by that much.
    pub fn skew_clock(&self, by: TimeDelta) {
        self.server.desk.clock.skew(by);
    }

    /// Closes the port until [`Malion::come_up`]: connecting is refused.
    pub fn go_down(&self) {
        self.server.go_down();
    }

    /// Opens the same port again, with everything it knew.
    ///
    /// # Errors
    /// Where no socket is to be had.
    pub fn come_up(&self) -> io::Result<()> {
        self.server.come_up()
    }
}
