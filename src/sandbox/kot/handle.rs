//! What a test holds of this KOT.

use std::io;
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{NaiveTime, TimeDelta};
use tokio::runtime::Handle;

use super::people::{Division, Employee};
use super::punches::store;
use super::switches::{Access, DataKind, Switches};
use super::wire::TIME;
use super::world::{Listed, StoredPunch, World};
use crate::domain::time::{Jst, WorkDay};
use crate::sandbox::clock::ServerClock;
use crate::sandbox::desk::Desk;
use crate::sandbox::fault::{Fault, On};
use crate::sandbox::record::Request;
use crate::sandbox::server::Server;

/// A running KING OF TIME of one company. Without divisions and people until a test adds them.
pub struct Kot {
    server: Server<Mutex<World>>,
}

impl Kot {
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

    /// `http://127.0.0.1:PORT/v1.0`.
    pub fn base_url(&self) -> String {
        format!("http://{}/v1.0", self.server.address())
    }

    /// The token it accepts.
    pub fn token(&self) -> String {
        self.world().token.clone()
    }

    /// Accepts that token from now on, and no other.
    pub fn set_token(&self, token: &str) {
        self.world().token = token.to_owned();
    }

    /// The key that `/company` gives.
    pub fn company_key(&self) -> String {
        self.world().company_key.clone()
    }

    /// Becomes another company.
    pub fn set_company_key(&self, key: &str) {
        self.world().company_key = key.to_owned();
    }

    /// Takes the caller off the token's 許可IPアドレス, or puts it back.
    pub fn refuse_caller(&self, refused: bool) {
        self.world().caller_refused = refused;
    }

    /// Takes a permission away from the token; it has all at first.
    pub fn deny(&self, kind: DataKind, access: Access) {
        self.world().denied.insert((kind, access));
    }

    /// Gives a permission back.
    pub fn allow(&self, kind: DataKind, access: Access) {
        self.world().denied.remove(&(kind, access));
    }

    /// Turns the switches of section 11 and the numbers.
    pub fn switch(&self, turn: impl FnOnce(&mut Switches)) {
        turn(&mut self.world().switches);
    }

    /// Adds a 所属, or gives the one of that code another name and border.
    pub fn add_division(&self, code: &str, name: &str, border: NaiveTime) {
        let mut world = self.world();
        world.divisions.retain(|division| division.code != code);
        world.divisions.push(Division {
            code: code.to_owned(),
            name: name.to_owned(),
            border,
        });
    }

    /// Adds a person; answers the key.
    pub fn add_employee(&self, employee: Employee) -> String {
        let key = employee.key.clone();
        self.world().people.push(Listed {
            employee,
            deleted: false,
        });
        key
    }

    /// Changes the record of the person of that key; whether there is one. The key itself stays.
    pub fn change_employee(&self, key: &str, change: impl FnOnce(&mut Employee)) -> bool {
        let mut world = self.world();
        let found = world
            .people
            .iter_mut()
            .find(|listed| listed.employee.key == key);
        let Some(listed) = found else { return false };
        change(&mut listed.employee);
        key.clone_into(&mut listed.employee.key);
        true
    }

    /// Gives the person another 従業員コード.
    pub fn change_code(&self, key: &str, code: &str) -> bool {
        self.change_employee(key, |employee| code.clone_into(&mut employee.code))
    }

    /// Enters a 退職日, or takes it out.
    pub fn resign(&self, key: &str, last_day: Option<WorkDay>) -> bool {
        self.change_employee(key, |employee| employee.resigned = last_day)
    }

    /// 削除: the person is listed nowhere and cannot punch; the punches are kept.
    pub fn delete(&self, key: &str) -> bool {
        self.set_deleted(key, true)
    }

    /// Takes a 削除 back.
    pub fn restore(&self, key: &str) -> bool {
        self.set_deleted(key, false)
    }

    fn set_deleted(&self, key: &str, deleted: bool) -> bool {
        let mut world = self.world();
        let found = world
            .people
            .iter_mut()
            .find(|listed| listed.employee.key == key);
        found.map(|listed| listed.deleted = deleted).is_some()
    }

    /// Puts a punch there that came by other means: an IC card, or by hand where there is no credential.
    pub fn add_punch(
        &self,
        key: &str,
        work_day: WorkDay,
        time: Jst,
        code: u8,
        credential: Option<(i64, &str)>,
    ) {
        let arrived_at = self.server.desk.clock.now();
        let mut world = self.world();
        let employee = world
            .people
            .iter()
            .map(|listed| &listed.employee)
            .find(|employee| employee.key == key);
        let (employee_code, division) = employee
            .map(|employee| (employee.code.clone(), employee.division.clone()))
            .unwrap_or_default();
        let punch = StoredPunch {
            key: key.to_owned(),
            employee_code,
            work_day,
            time,
            time_text: time.format(TIME).to_string(),
            code,
            division,
            place: (None, None),
            credential: credential.map(|(code, name)| (code, name.to_owned())),
            arrived_at,
            by_api: false,
        };
        store(&mut world, punch);
    }

    /// Takes punches out as a person would in the console; answers how many.
    pub fn remove_punches(&self, which: impl Fn(&StoredPunch) -> bool) -> usize {
        let mut world = self.world();
        let before = world.punches.len();
        world.punches.retain(|punch| !which(punch));
        before - world.punches.len()
    }

    /// 締め: `isClosing` of that day is true for all.
    pub fn close_day(&self, day: WorkDay) {
        self.world().closed_days.insert((day, None));
    }

    /// 締め of these days, the last included, for the person of that key.
    pub fn close_days_of(&self, key: &str, from: WorkDay, to: WorkDay) {
        let days = std::iter::successors(Some(from), |day| Some(day.next()));
        let days = days.take_while(|day| *day <= to);
        let closed = days.map(|day| (day, Some(key.to_owned())));
        self.world().closed_days.extend(closed);
    }

    /// Opens every closed day again, for all.
    pub fn open_days(&self) {
        self.world().closed_days.clear();
    }

    /// Every punch there is, in order of arrival, those of deleted people too.
    pub fn punches(&self) -> Vec<StoredPunch> {
        self.world().punches.clone()
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

    /// Disarms every fault. What is parked or put off stays so.
    pub fn clear_faults(&self) {
        self.server.desk.faults.clear();
    }

    /// Puts this server's clock (closed hours, `Date`, budget) off the sandbox's by that much.
    pub fn skew_clock(&self, by: TimeDelta) {
        self.server.desk.clock.skew(by);
    }

    /// Closes the port until [`Kot::come_up`]: connecting is refused.
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
