//! A company with its people, a MaLion, a KING OF TIME and the relay between them.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use chrono::NaiveTime;
use pcpunch::clock::Clock;
use pcpunch::domain::time::{Jst, WorkDay};
use pcpunch::sandbox::{Employee, Log, Sandbox, key_of};
use serde_json::Value;
use tempfile::TempDir;

use super::lines;
use super::moment::moment;
use super::ran::Ran;

pub(super) const DIVISION: &str = "1000";

/// 従業員コード, 姓, 名 and PC user name of somebody.
pub(crate) type Somebody<'a> = (&'a str, &'a str, &'a str, &'a str);

/// Each office is on its own: own servers, own folders, own environment, own clock.
pub(crate) struct Office {
    pub(crate) sandbox: Sandbox,
    home: TempDir,
    now: Cell<Jst>,
    /// Whether the program goes by the clock on the wall, and not by `now`.
    by_the_wall: Cell<bool>,
    environment: RefCell<BTreeMap<String, String>>,
}

impl Office {
    /// An office with these people in KING OF TIME, on Monday 2024-12-16 at noon, its relay not set up.
    pub(crate) fn empty(people: &[Somebody<'_>]) -> Self {
        let now = moment("2024-12-16 12:00");
        let office = Self {
            sandbox: Sandbox::start(now).expect("a sandbox"),
            home: folder_in_memory(),
            now: Cell::new(now),
            by_the_wall: Cell::new(false),
            environment: RefCell::default(),
        };
        office.borders_at("00:00");
        for (code, last, first, _) in people {
            let employee = Employee::new(code, last, first, DIVISION);
            office.sandbox.kot.add_employee(employee);
        }
        office
    }

    /// An office whose relay is set up, with these people synced and linked, and which punches from
    /// 2024-12-17 on.
    pub(crate) fn of(people: &[Somebody<'_>]) -> Self {
        let office = Self::empty(people).set_up();
        office.opens(people);
        office
    }

    /// The same with the company's day border there.
    pub(crate) fn with_border(border: &str, people: &[Somebody<'_>]) -> Self {
        let office = Self::empty(people).set_up();
        office.borders_at(border);
        office.opens(people);
        office
    }

    /// The same with its files on a disk, which every write has to reach.
    #[allow(dead_code, reason = "tests need no disk, measurements do")]
    pub(crate) fn on_disk(self) -> Self {
        Self {
            home: TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder"),
            ..self
        }
    }

    /// Tells the relay by its environment where the services are and with which secrets they are asked.
    pub(crate) fn set_up(self) -> Self {
        let (admin, secret) = self.sandbox.malion.codes();
        self.setting("kot.base_url", &self.sandbox.kot.base_url());
        self.setting("kot.token", &self.sandbox.kot.token());
        self.setting("malion.base_url", &self.sandbox.malion.base_url());
        self.setting("malion.admin_code", &admin);
        self.setting("malion.secret_code", &secret);
        self.setting("punch.since", "2024-12-17");
        self.setting("link.employees", "off");
        self
    }

    /// From now on the clock on the wall is the program's and both services'. No other goes with a KING OF TIME that
    /// is not on this machine. It is never one of the closed hours.
    pub(crate) fn by_the_wall(self) -> Self {
        let now = Clock::system().now();
        self.by_the_wall.set(true);
        self.now.set(now);
        self.sandbox.set_now(now);
        self.sandbox.kot.switch(|kot| kot.closed_hours.clear());
        self.setting("kot.closed_hours", "none");
        self
    }

    /// Gives the relay a setting by its environment.
    pub(crate) fn setting(&self, key: &str, value: &str) -> &Self {
        self.variable(&variable(key), value)
    }

    /// Gives the program a variable.
    pub(crate) fn variable(&self, name: &str, value: &str) -> &Self {
        let mut environment = self.environment.borrow_mut();
        environment.insert(name.to_owned(), value.to_owned());
        self
    }

    /// Gives the relay a path by a variable of its environment.
    pub(crate) fn environment(&self, variable: &str, path: &Path) -> &Self {
        let mut environment = self.environment.borrow_mut();
        let path = path.to_str().expect("a path").to_owned();
        environment.insert(variable.to_owned(), path);
        self
    }

    /// Syncs these people and links their PC user names.
    pub(crate) fn opens(&self, people: &[Somebody<'_>]) {
        self.run(&["employees", "sync"]).exits(0);
        let links: Vec<(&str, &str)> = people
            .iter()
            .map(|(code, .., name)| (*code, *name))
            .collect();
        self.links(&links).exits(0);
    }

    fn borders_at(&self, border: &str) {
        let border = NaiveTime::parse_from_str(border, "%H:%M").expect("a border");
        self.sandbox.kot.add_division(DIVISION, "本社", border);
    }

    /// It is then, for the program and for both services; their clocks stand until the next time.
    pub(crate) fn at(&self, time: &str) -> &Self {
        self.is_at(moment(time))
    }

    /// The same of a moment.
    pub(crate) fn is_at(&self, moment: Jst) -> &Self {
        self.now.set(moment);
        self.is_awake();
        self.sandbox.stop_at(moment);
        self
    }

    /// MaLion has these logs.
    pub(crate) fn malion_has(&self, logs: impl IntoIterator<Item = Log>) -> &Self {
        for log in logs {
            self.sandbox.malion.add_log(log);
        }
        self
    }

    /// Somebody enters a punch in KING OF TIME by hand or by card.
    pub(crate) fn enters(&self, code: &str, work_day: &str, kind: u8, time: &str) -> &Self {
        let work_day = WorkDay::parse(work_day).expect("a work day");
        let card = Some((1, "ICカード"));
        self.sandbox
            .kot
            .add_punch(&key_of(code), work_day, moment(time), kind, card);
        self
    }

    /// Runs a command in its closed environment, with nothing on stdin.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, None)
    }

    /// Runs a command with that on stdin.
    pub(crate) fn run_with(&self, arguments: &[&str], stdin: Option<&str>) -> Ran {
        let mut child = self
            .command(arguments)
            .stdin(stdin.map_or_else(Stdio::null, |_| Stdio::piped()))
            .spawn()
            .expect("the program starts");
        if let (Some(text), Some(mut pipe)) = (stdin, child.stdin.take()) {
            pipe.write_all(text.as_bytes()).expect("stdin is read");
        }
        let output = child.wait_with_output().expect("the program ends");
        Ran::new(self.typed(arguments), output)
    }

    /// A command in its closed environment, not started yet.
    pub(super) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_pcpunch"));
        command
            .args(arguments)
            .env_clear()
            .env("HOME", self.home.path())
            .env("XDG_STATE_HOME", self.home.path().join("state"))
            .env("XDG_CONFIG_HOME", self.home.path().join("config"))
            .env("TMPDIR", self.home.path())
            .env("LANG", "ja_JP.UTF-8")
            .envs(self.rehearsed_now())
            .env("PCPUNCH_SLEPT", self.sleep_file())
            .envs(&*self.environment.borrow())
            .current_dir(self.home.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// The variable that sets the program's clock.
    fn rehearsed_now(&self) -> Option<(&'static str, String)> {
        let now = self.now.get().to_rfc3339();
        (!self.by_the_wall.get()).then_some(("PCPUNCH_NOW", now))
    }

    /// A command as it is typed, with the time at which it is.
    pub(super) fn typed(&self, arguments: &[&str]) -> String {
        format!("pcpunch {} # {}", arguments.join(" "), self.now.get())
    }

    /// The office's time, for the message of a failed test.
    pub(super) fn told_time(&self) -> Jst {
        self.now.get()
    }

    /// The settings whose values nobody may see, as this office's relay has them, and the password of its proxy.
    pub(super) fn secrets(&self) -> Vec<String> {
        let secret = ["KOT_TOKEN", "MALION_ADMIN_CODE", "MALION_SECRET_CODE"];
        let environment = self.environment.borrow();
        let known = secret.map(|name| environment.get(&format!("PCPUNCH_{name}")).cloned());
        let passwords = environment.iter().filter_map(|(name, value)| {
            let of_proxy = name.to_uppercase().ends_with("_PROXY");
            let (user, _) = value.split_once('@').filter(|_| of_proxy)?;
            Some(user.rsplit_once(':')?.1.to_owned())
        });
        known.into_iter().flatten().chain(passwords).collect()
    }

    /// Takes a setting out of the relay's environment.
    pub(crate) fn unset(&self, key: &str) -> &Self {
        let mut environment = self.environment.borrow_mut();
        environment.remove(&variable(key));
        self
    }

    /// One round.
    pub(crate) fn relay(&self) -> Ran {
        self.run(&["relay", "run", "--once", "--format", "json"])
    }

    /// Rounds at these times, each ending with 0.
    #[track_caller]
    pub(crate) fn relays_at(&self, times: &[&str]) -> &Self {
        for time in times {
            self.at(time).relay().exits(0);
        }
        self
    }

    /// Imports links by 従業員コード and PC user name.
    pub(crate) fn links(&self, links: &[(&str, &str)]) -> Ran {
        let mut text = "打刻先アカウント,サービスアカウント\n".to_owned();
        for (code, name) in links {
            text.push_str(&format!("{code},{name}\n"));
        }
        let file = self.file("links.csv", &text);
        self.run(&["accounts", "import", file.to_str().expect("a path")])
    }

    /// A file in the office's own folder.
    pub(crate) fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, text).expect("a file");
        path
    }

    /// Where a file of the office's own folder is, in which its commands are typed.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// KING OF TIME's own record of punches is exactly this, in the form of [`lines::punches`].
    #[track_caller]
    pub(crate) fn kot_has(&self, expected: &[&str]) -> &Self {
        let found = lines::punches(self.sandbox.kot.punches());
        assert_eq!(
            found,
            expected,
            "KING OF TIME's record at {}",
            self.now.get()
        );
        self
    }

    /// What `logs check` says over these days.
    pub(crate) fn check(&self, from: &str, to: &str) -> Checked {
        let ran = self.run(&[
            "logs", "check", "--from", from, "--to", to, "--format", "json",
        ]);
        let document = ran.document("pcpunch.logs-check.v1");
        Checked { ran, document }
    }

    /// What `logs list` says over these days: the logs and what became of them, in the form of
    /// [`lines::fates`].
    #[track_caller]
    pub(crate) fn fates(&self, from: &str, to: &str, expected: &[&str]) -> &Self {
        let ran = self
            .run(&[
                "logs", "list", "--from", from, "--to", to, "--format", "json",
            ])
            .exits(0);
        let document = ran.document("pcpunch.logs-list.v1");
        assert_eq!(lines::fates(&document), expected, "{}", ran.told());
        self
    }

    /// How many punches were ever posted.
    pub(crate) fn posts(&self) -> usize {
        self.sandbox
            .kot
            .count("POST", "/v1.0/daily-workings/timerecord/")
    }

    /// A further round ends well and posts nothing.
    #[track_caller]
    pub(crate) fn rests(&self) -> &Self {
        let before = self.posts();
        let ran = self.relay().exits(0);
        assert_eq!(self.posts(), before, "{}", ran.told());
        self
    }
}

/// A folder that is in memory where the machine has a place for such: a killed process loses the same there, and
/// nobody waits for a disk.
fn folder_in_memory() -> TempDir {
    let made = TempDir::new_in("/dev/shm").or_else(|_| TempDir::new());
    made.expect("a folder")
}

/// The environment variable of a setting.
fn variable(key: &str) -> String {
    format!("PCPUNCH_{}", key.to_uppercase().replace('.', "_"))
}

/// What `logs check` said.
pub(crate) struct Checked {
    pub(crate) ran: Ran,
    pub(crate) document: Value,
}

impl Checked {
    /// It ended with that code.
    #[track_caller]
    pub(crate) fn exits(self, code: i32) -> Self {
        Self {
            ran: self.ran.exits(code),
            document: self.document,
        }
    }

    /// Its findings are exactly these, in the form of [`lines::findings`].
    #[track_caller]
    pub(crate) fn finds(self, expected: &[&str]) -> Self {
        assert_eq!(
            lines::findings(&self.document),
            expected,
            "{}",
            self.ran.told()
        );
        self
    }

    /// Its days are exactly these, in the form of [`lines::statuses`].
    #[track_caller]
    pub(crate) fn days(self, expected: &[&str]) -> Self {
        assert_eq!(
            lines::statuses(&self.document),
            expected,
            "{}",
            self.ran.told()
        );
        self
    }
}
