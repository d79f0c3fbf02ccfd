//! A year played through the real binary against a MaLion and a KING OF TIME.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use pcpunch::sandbox::{self, Employee};

use super::super::calendar::{DAY, moment_of, work_day};
use super::books::{Books, Listed};
use super::judge::{Judge, Seen};
use super::script::{File, LAST_NAME, Log, Step, Year, first_name};
use super::shown::{Shown, key};
use crate::harness::{Office, Ran};

/// What years came to.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counts {
    pub(super) years: usize,
    pub(super) people: usize,
    /// Syncs, and how many of them a limit stopped.
    pub(super) syncs: [usize; 2],
    /// Imports, and how many of them were refused.
    pub(super) imports: [usize; 2],
    /// Undos, and how many of them were refused.
    pub(super) undos: [usize; 2],
    pub(super) rounds: usize,
    pub(super) logs: usize,
    pub(super) punches: usize,
    /// Punches that waited at some time for an import to confirm a moved code.
    pub(super) held: usize,
}

/// Where a year differs from its model, and how.
#[derive(Clone, Debug)]
pub(super) struct Difference {
    pub(super) time: i64,
    pub(super) why: String,
}

/// Plays it to its end.
pub(super) fn played(year: &Year) -> Result<Counts, Difference> {
    let office = office(year);
    let mut stage = Stage {
        year,
        office: &office,
        shown: Shown::of(&office, year.people),
        kot: BTreeMap::new(),
        books: Books::default(),
        read: 0,
        judge: Judge::new(&year.logs),
        counts: Counts::default(),
    };
    for (time, step) in &year.steps {
        let time = *time;
        stage
            .happens(time, step)
            .map_err(|why| Difference { time, why })?;
    }
    Ok(Counts {
        years: 1,
        people: year.people,
        logs: year.logs.len(),
        punches: stage.judge.sent(),
        held: stage.judge.held.len(),
        ..stage.counts
    })
}

fn office(year: &Year) -> Office {
    let office = Office::empty(&[]).set_up();
    for (key, value) in [
        // The relay's pace goes by the monotonic clock, and days pass in a second here.
        ("kot.punches_per_5min", "100000"),
        ("kot.requests_per_5min", "100000"),
        // One after the other, so that a seed tells all.
        ("kot.lanes", "1"),
    ] {
        office.setting(key, value);
    }
    let logs = year.logs.iter().enumerate();
    office.malion_has(logs.map(|(number, one)| log(number, one)));
    office
}

fn log(number: usize, log: &Log) -> sandbox::Log {
    let operation = if log.is_on {
        "ログオン"
    } else {
        "ログオフ"
    };
    let terminal = format!("PC-{}", log.user);
    let mut written = sandbox::Log::new(operation, &terminal, &log.user, moment_of(log.at));
    written.collected_at = moment_of(log.collected);
    written.log_id = Some(number.to_string());
    written.domain = Some("EXAMPLE".to_owned());
    written.link_code = Some("A01".to_owned());
    written
}

/// Somebody in KING OF TIME.
struct Entered {
    code: String,
    last: i64,
    is_deleted: bool,
}

struct Stage<'a> {
    year: &'a Year,
    office: &'a Office,
    shown: Shown<'a>,
    kot: BTreeMap<usize, Entered>,
    books: Books,
    /// When MaLion was last read.
    read: i64,
    judge: Judge<'a>,
    counts: Counts,
}

impl Stage<'_> {
    fn happens(&mut self, time: i64, step: &Step) -> Result<(), String> {
        let office = self.office;
        office.is_at(moment_of(time));
        let kot = &office.sandbox.kot;
        match step {
            Step::Round => return self.round(time),
            Step::Sync(allowed) => return self.sync(time, *allowed),
            Step::Import(file) => return self.import(time, file),
            Step::Undo => {
                let is_taken = self.books.undo(time / DAY);
                count(&mut self.counts.undos, is_taken);
                let ran = office.run(&["accounts", "undo", "--yes"]);
                return ends_in(&ran, if is_taken { 0 } else { 1 });
            }
            Step::Joins(person, code) => {
                let (code, first) = (code.clone(), first_name(*person));
                let mut employee = Employee::new(&code, LAST_NAME, &first, "1000");
                employee.key = key(*person);
                kot.add_employee(employee);
                let (last, is_deleted) = (i64::MAX, false);
                let entered = Entered {
                    code,
                    last,
                    is_deleted,
                };
                self.kot.insert(*person, entered);
            }
            Step::Resigns(person, last) => {
                kot.resign(&key(*person), last.map(work_day));
                self.entered(*person).last = last.unwrap_or(i64::MAX);
            }
            Step::Deleted(person) => {
                kot.delete(&key(*person));
                self.entered(*person).is_deleted = true;
            }
            Step::Restored(person) => {
                kot.restore(&key(*person));
                self.entered(*person).is_deleted = false;
            }
            Step::Coded(codes) => {
                for (person, code) in codes {
                    kot.change_code(&key(*person), code);
                    self.entered(*person).code.clone_from(code);
                }
            }
        }
        Ok(())
    }

    fn entered(&mut self, person: usize) -> &mut Entered {
        self.kot.get_mut(&person).expect("somebody")
    }

    fn sync(&mut self, time: i64, allowed: Option<u32>) -> Result<(), String> {
        let listed = self.kot.iter().filter(|(_, one)| !one.is_deleted);
        let listed: Vec<Listed> = listed
            .map(|(person, one)| Listed {
                person: *person,
                code: one.code.clone(),
                last: one.last,
            })
            .collect();
        let borne = self
            .year
            .logs
            .iter()
            .filter(|log| log.collected < self.read);
        let borne: BTreeSet<&str> = borne.map(|log| &*log.user).collect();
        let is_taken = self.books.sync(&listed, &borne, time / DAY, allowed);
        count(&mut self.counts.syncs, is_taken);
        let number = allowed.map(|allowed| allowed.to_string());
        let mut words = vec!["employees", "sync"];
        words.extend(
            number
                .iter()
                .flat_map(|number| ["--allow-removals", number]),
        );
        ends_in(&self.office.run(&words), if is_taken { 0 } else { 7 })
    }

    fn import(&mut self, time: i64, file: &File) -> Result<(), String> {
        let is_taken = self.books.import(file, time / DAY);
        count(&mut self.counts.imports, is_taken);
        self.office.file("links.csv", &file.text());
        let from = file.from.map(|day| work_day(day).to_string());
        let mut words = vec!["accounts", "import", "links.csv"];
        words.extend(from.iter().flat_map(|from| ["--from", from]));
        ends_in(&self.office.run(&words), if is_taken { 0 } else { 1 })
    }

    fn round(&mut self, time: i64) -> Result<(), String> {
        self.office.sandbox.kot.clear_requests();
        self.counts.rounds += 1;
        let ran = self.office.relay();
        if ![Some(0), Some(3)].contains(&ran.ended_with()) {
            return Err(format!("the round does not end well\n{}", ran.told()));
        }
        self.read = time;
        let listed = self.kot.iter().filter(|(_, one)| !one.is_deleted);
        self.judge.sees(&Seen {
            time,
            posts: self.shown.posts(),
            books: &self.books,
            listed: listed.map(|(person, _)| *person).collect(),
            there: self.shown.there(),
            noted: self.shown.noted(),
        })
    }
}

fn count(counts: &mut [usize; 2], is_taken: bool) {
    counts[0] += 1;
    counts[1] += usize::from(!is_taken);
}

fn ends_in(ran: &Ran, code: i32) -> Result<(), String> {
    match ran.ended_with() {
        Some(ended) if ended == code => Ok(()),
        _ => Err(format!("it does not end with {code}\n{}", ran.told())),
    }
}

impl Counts {
    /// Counts another year.
    pub(super) fn add(&mut self, other: &Self) {
        for (both, one) in [
            (&mut self.years, other.years),
            (&mut self.people, other.people),
            (&mut self.rounds, other.rounds),
            (&mut self.logs, other.logs),
            (&mut self.punches, other.punches),
            (&mut self.held, other.held),
        ] {
            *both += one;
        }
        for (both, one) in [
            (&mut self.syncs, other.syncs),
            (&mut self.imports, other.imports),
            (&mut self.undos, other.undos),
        ] {
            both[0] += one[0];
            both[1] += one[1];
        }
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [syncs, stopped] = self.syncs;
        let [imports, refused] = self.imports;
        let [undos, kept] = self.undos;
        write!(
            f,
            "{} years, {} people, {syncs} syncs ({stopped} stopped), {imports} imports ({refused} refused), \
             {undos} undone ({kept} refused), {} rounds, {} logs, {} punches sent, {} held for a moved code",
            self.years, self.people, self.rounds, self.logs, self.punches, self.held
        )
    }
}
