//! A history played through the real binary against a MaLion and a KING OF TIME.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::time::Duration;

use chrono::NaiveTime;
use pcpunch::sandbox::{self, Employee, key_of};

use super::super::calendar::{moment_of, work_day};
use super::books::Books;
use super::faults::{arm, fault, park};
use super::judge::{Asked, Judge, Seen};
use super::script::{DAY, Division, Fate, History, Request, Step, Trouble, Way, What};
use super::watched::{FILE, Watched};
use crate::harness::{Office, Ran};

const NUMBER: &str = "state/pcpunch/state.db.round";

/// What one history came to.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counts {
    pub(super) histories: usize,
    pub(super) rounds: usize,
    pub(super) posts: usize,
}

/// Plays it to its end; what is wrong with it, where something is.
pub(super) fn played(history: &History) -> Result<Counts, String> {
    let office = Office::empty(&[]).set_up();
    sets_up(&office, history);
    let is_there = |one: &usize| history.people[*one].is_there;
    let mut stage = Stage {
        history,
        office: &office,
        codes: history
            .people
            .iter()
            .map(|person| person.code.clone())
            .collect(),
        listed: (0..history.people.len()).filter(is_there).collect(),
        last_days: BTreeMap::new(),
        books: Books::default(),
        reads: vec![0],
        finished: None,
        is_home: true,
        backup: None,
        judge: Judge::new(history),
        rounds: 0,
    };
    for (time, step) in &history.steps {
        stage.happens(*time, step)?;
    }
    let calm = history.calm_rounds();
    for time in &calm {
        stage.happens(*time, &Step::Round(Vec::new()))?;
    }
    let last = calm.last().expect("a round");
    let posts = stage.judge.posts();
    stage.happens(last + 300, &Step::Round(Vec::new()))?;
    if stage.judge.posts() > posts {
        return Err("a further round still posts".to_owned());
    }
    let watched = stage.watched();
    let (there, book) = (watched.there(), watched.book());
    stage.judge.rests(&stage.books, last + 300, &there, &book)?;
    Ok(Counts {
        histories: 1,
        rounds: stage.rounds,
        posts,
    })
}

fn sets_up(office: &Office, history: &History) {
    let choices = &history.choices;
    let on = |is_on: bool, yes: &'static str, no: &'static str| if is_on { yes } else { no };
    let lookback = choices.lookback.to_string();
    let max_age = choices.max_age.to_string();
    for (key, value) in [
        ("punch.night_shift_hours", "0,3000=12"),
        // The relay's pace goes by the monotonic clock, and days pass in a second here.
        ("kot.punches_per_5min", "100000"),
        ("kot.requests_per_5min", "100000"),
        // One after the other, so that a seed tells all.
        ("kot.lanes", "1"),
        ("link.breaks", on(choices.breaks, "on", "off")),
        ("punch.policy", on(choices.rolling, "rolling", "settled")),
        ("punch.in_closed_hours", on(choices.unread, "send", "wait")),
        ("punch.clock_in", on(choices.at_once, "at_once", "settled")),
        ("malion.lookback_days", &lookback),
        ("punch.max_age_days", &max_age),
    ] {
        office.setting(key, value);
    }
    let kot = &office.sandbox.kot;
    kot.switch(|switches| {
        switches.punch_budget = 100_000;
        switches.budget = 100_000;
        switches.overwrite_out = choices.rolling;
    });
    for (code, name, border) in [
        ("1000", "本社", 0),
        ("2000", "研究所", 5),
        ("3000", "工場", 0),
    ] {
        let border = NaiveTime::from_hms_opt(border, 0, 0).expect("a border");
        kot.add_division(code, name, border);
    }
    for person in history.people.iter().filter(|person| person.is_there) {
        kot.add_employee(employee(person));
    }
    office.malion_has(history.logs.iter().map(log));
}

fn employee(person: &super::script::Person) -> Employee {
    let division = match person.division {
        Division::Office => "1000",
        Division::Lab => "2000",
        Division::Plant => "3000",
    };
    let mut employee = Employee::new(&person.code, "勤怠", &person.code, division);
    employee.hired = person.hired.map(work_day);
    employee
}

fn log(log: &super::script::Log) -> sandbox::Log {
    let operation = if log.is_on {
        "ログオン"
    } else {
        "ログオフ"
    };
    let mut written = sandbox::Log::new(operation, &log.pc, &log.user, moment_of(log.at));
    written.collected_at = moment_of(log.collected);
    written.log_id = log.id.map(|id| format!("L{id:05}"));
    written.domain = Some("EXAMPLE".to_owned());
    written.link_code = Some("A01".to_owned());
    written
}

/// What a copy of the state file knows.
struct Backup {
    time: i64,
    books: Books,
    reads: Vec<i64>,
    number: Option<Vec<u8>>,
}

struct Stage<'a> {
    history: &'a History,
    office: &'a Office,
    codes: Vec<String>,
    listed: BTreeSet<usize>,
    last_days: BTreeMap<usize, i64>,
    /// What the relay knows of people and links.
    books: Books,
    /// The moments at which it may have read MaLion last.
    reads: Vec<i64>,
    finished: Option<i64>,
    /// Whether the file was not put back from elsewhere since its last reading.
    is_home: bool,
    backup: Option<Backup>,
    judge: Judge<'a>,
    rounds: usize,
}

impl Stage<'_> {
    fn watched(&self) -> Watched<'_> {
        Watched {
            history: self.history,
            office: self.office,
        }
    }

    fn happens(&mut self, time: i64, step: &Step) -> Result<(), String> {
        let office = self.office;
        office.is_at(moment_of(time));
        let kot = &office.sandbox.kot;
        let key = |person: usize| key_of(&self.history.people[person].code);
        match step {
            Step::Round(_) | Step::TwoRounds | Step::Dies { .. } | Step::Killed { .. } => {
                self.rounds += 1;
                return self.round(time, step);
            }
            Step::Sync => {
                let ran = office.run(&["employees", "sync"]);
                ends_in(&ran, &[0, 5])?;
                if ran.ended_with() == Some(0) {
                    let of = |person: &usize| {
                        let last = self.last_days.get(person).copied().unwrap_or(i64::MAX);
                        (*person, self.codes[*person].clone(), last)
                    };
                    self.books.sync(self.listed.iter().map(of));
                }
            }
            Step::Import(rows) => {
                let links: Vec<(&str, &str)> =
                    rows.iter().map(|(code, name)| (&**code, &**name)).collect();
                let ran = office.links(&links);
                ends_in(&ran, &[0, 1])?;
                if ran.ended_with() == Some(0) {
                    self.books.import(rows, time / DAY);
                }
            }
            Step::Hired(person) => {
                kot.add_employee(employee(&self.history.people[*person]));
                self.listed.insert(*person);
            }
            Step::Resigned(person, last) => {
                kot.resign(&key(*person), Some(work_day(*last)));
                self.last_days.insert(*person, *last);
            }
            Step::CodesSwapped(one, other) => {
                self.codes.swap(*one, *other);
                for person in [*one, *other] {
                    kot.change_code(&key(person), &self.codes[person]);
                }
            }
            Step::Entered(person, day, kind, at) => {
                let card = Some((1, "ICカード"));
                kot.add_punch(&key(*person), work_day(*day), moment_of(*at), *kind, card);
            }
            Step::Backup => {
                let _ = fs::remove_file(office.path("backup.db"));
                ends_in(&office.run(&["state", "backup", "backup.db"]), &[0])?;
                self.backup = Some(Backup {
                    time,
                    books: self.books.clone(),
                    reads: self.reads.clone(),
                    number: fs::read(office.path(NUMBER)).ok(),
                });
            }
            Step::PutBack(way) => return self.puts_back(*way),
        }
        Ok(())
    }

    fn puts_back(&mut self, way: Way) -> Result<(), String> {
        let Some(backup) = self.backup.take() else {
            return Ok(());
        };
        let office = self.office;
        if way == Way::Restored {
            ends_in(
                &office.run(&["state", "restore", "backup.db", "--yes"]),
                &[0],
            )?;
        } else {
            for log in ["-wal", "-shm"] {
                let _ = fs::remove_file(office.path(&format!("{FILE}{log}")));
            }
            fs::copy(office.path("backup.db"), office.path(FILE)).expect("a copy");
        }
        if let (Way::Folder, Some(number)) = (way, backup.number) {
            fs::write(office.path(NUMBER), number).expect("a file");
        }
        self.books = backup.books;
        self.reads = backup.reads;
        self.finished = None;
        self.is_home = way == Way::Folder;
        self.judge.forgets_since(backup.time);
        Ok(())
    }

    /// One round, or two at once, and what it posted.
    fn round(&mut self, time: i64, step: &Step) -> Result<(), String> {
        let sandbox = &self.office.sandbox;
        let before = self.watched().there();
        sandbox.kot.clear_requests();
        sandbox.malion.clear_requests();
        let is_killed = match step {
            Step::Round(troubles) => self.troubled(troubles)?,
            Step::TwoRounds => self.two()?,
            Step::Dies { after, write } => {
                let side = if *after { "after" } else { "before" };
                let ran = self.office.round_dying_at(&format!("{side}:{write}"));
                if ran.ended_with().is_some() {
                    ends_in(&ran, &[0, 3])?;
                }
                ran.ended_with().is_none()
            }
            Step::Killed { at, fate } => self.killed(*at, *fate)?,
            _ => false,
        };
        sandbox.kot.clear_faults();
        sandbox.malion.clear_faults();
        self.judge.killed += usize::from(is_killed);
        let is_malion_well = sandbox
            .malion
            .requests()
            .iter()
            .all(|request| !request.faulty);
        if is_malion_well && !is_killed {
            self.reads.clear();
        } else {
            self.reads.extend(self.watched().spans_read());
        }
        self.reads.push(time);
        let asked = self.watched().asked();
        let is_read = asked.iter().any(|asked| matches!(asked, Asked::Reading(_)));
        self.judge.sees(&Seen {
            time,
            asked,
            before,
            books: &self.books,
            reads: &self.reads,
            finished: self.finished.filter(|_| self.is_home),
        })?;
        if !is_killed {
            self.is_home |= is_read;
            self.finished = self.is_home.then_some(time);
        }
        Ok(())
    }

    fn troubled(&self, troubles: &[Trouble]) -> Result<bool, String> {
        for trouble in troubles {
            arm(self.office, fault(trouble.what), trouble.on);
        }
        let is_shut_out =
            |trouble: &Trouble| matches!(trouble.what, What::Access | What::Unauthorized);
        let codes: &[i32] = if troubles.is_empty() {
            &[0, 3]
        } else if troubles.iter().any(is_shut_out) {
            &[0, 3, 4, 5]
        } else {
            &[0, 3, 5]
        };
        ends_in(&self.office.relay(), codes)?;
        Ok(false)
    }

    fn two(&self) -> Result<bool, String> {
        let rounds = [self.office.starts_a_round(), self.office.starts_a_round()];
        let [one, other] = rounds.map(|round| round.ends());
        ends_in(&one, &[0, 3, 8])?;
        ends_in(&other, &[0, 3, 8])?;
        let both = [&one, &other].map(|ran| ran.ended_with() == Some(8));
        if both == [true, true] {
            return Err("two rounds at once, and both say that another runs".to_owned());
        }
        Ok(false)
    }

    fn killed(&self, at: Request, fate: Fate) -> Result<bool, String> {
        let sandbox = &self.office.sandbox;
        let hold = park(self.office, at, fate);
        let mut round = self.office.starts_a_round();
        while !hold.wait_until_held(Duration::from_millis(5)) {
            if round.has_ended() {
                hold.drop_connection();
                ends_in(&round.ends(), &[0, 3])?;
                return Ok(false);
            }
        }
        round.kill();
        if fate == Fate::Never {
            hold.drop_connection();
            return Ok(true);
        }
        hold.go_on();
        let is_parked = || {
            let requests = sandbox.kot.requests();
            requests
                .iter()
                .any(|request| request.faulty && request.method == "POST" && !request.applied)
        };
        while is_parked() {
            std::thread::yield_now();
        }
        Ok(true)
    }
}

fn ends_in(ran: &Ran, codes: &[i32]) -> Result<(), String> {
    match ran.ended_with() {
        Some(code) if codes.contains(&code) => Ok(()),
        _ => Err(format!(
            "it does not end with one of {codes:?}\n{}",
            ran.told()
        )),
    }
}
