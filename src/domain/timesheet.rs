//! Logs in, work days out: every log gets its person and day, every person's day its sessions.

use std::collections::{BTreeMap, HashMap};

use super::employee::EmployeeKey;
use super::ownership::{Links, Placer};
use super::pc_log::{Fate, LinkKind, Operation, PcLog, PcUserName};
use super::rules::{People, Rules};
use super::screening::screen;
use super::session::{self, Event, Session, Unpaired};
use super::time::{Jst, WorkDay};

/// One person's work day, as the logs tell it. Numbers are positions in the slice of logs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Day {
    /// ログオン and ログオフ that belong to the day, by time of occurrence.
    pub logs: Vec<usize>,
    /// Sessions that began on the day.
    pub sessions: Vec<Session>,
    /// ログオフ of the day that ended nothing.
    pub unpaired: Vec<Unpaired>,
}

/// "The same user on the same PC": the logs among which a session begins and ends. What two products
/// logged of one PC is paired apart, since neither knows of the other's ends.
pub type Seat = (LinkKind, PcUserName, String);

/// What became of all logs at this stage.
#[derive(Clone, Debug, Default)]
pub struct Timesheet {
    /// The work days of all people who have logs.
    pub days: BTreeMap<(EmployeeKey, WorkDay), Day>,
    /// Fates that are decided by the log and its owner alone, by position; the others belong to a day.
    pub fates: HashMap<usize, Fate>,
    /// Whose each log is, by position, where it is anybody's.
    pub places: HashMap<usize, (EmployeeKey, WorkDay)>,
    /// All sessions of each person, of days on which they do not count too: they may run on.
    pub sessions_of: BTreeMap<EmployeeKey, Vec<Session>>,
    /// All sessions by product, user name and PC, for those who look for one name on several PCs.
    pub sessions: BTreeMap<Seat, Vec<Session>>,
}

/// Screens, places and pairs logs, which must stand in order of occurrence.
pub fn timesheet(
    logs: &[PcLog],
    people: &People,
    links: &Links,
    rules: &Rules,
    now: Jst,
) -> Timesheet {
    let mut sheet = Timesheet::default();
    let mut events: BTreeMap<Seat, Vec<Event>> = BTreeMap::new();
    let mut placer = Placer::new(people, links);
    for (index, log) in logs.iter().enumerate() {
        if let Some(fate) = screen(&log.raw, &log.user_name, rules, now) {
            sheet.fates.insert(index, fate);
            continue;
        }
        let place = placer.place(log);
        let day = match place {
            Some((_, day)) => day,
            // Nobody's log still begins and ends sessions: it may be somebody's tomorrow.
            None => WorkDay::new(log.raw.occurred_at.date_naive()),
        };
        events
            .entry((log.kind, log.user_name.clone(), log.raw.terminal.clone()))
            .or_default()
            .push(Event {
                index,
                at: log.raw.occurred_at,
                operation: log.raw.operation.clone(),
                day,
            });
        let Some((person, day)) = place else {
            sheet.fates.insert(index, Fate::Unlinked);
            continue;
        };
        sheet.places.insert(index, (person.key.clone(), day));
        if person.is_excluded_on(day) {
            sheet.fates.insert(index, Fate::Excluded);
            continue;
        }
        if !person.is_employed_on(day) {
            sheet.fates.insert(index, Fate::NotEmployed);
            continue;
        }
        if rules.since.is_none_or(|since| day < since) {
            sheet.fates.insert(index, Fate::BeforeStart);
        }
        sheet
            .days
            .entry((person.key.clone(), day))
            .or_default()
            .logs
            .push(index);
    }
    for (seat, events) in events {
        let (sessions, unpaired) = session::pair(events);
        for session in &sessions {
            if let Some((key, _)) = sheet.places.get(&session.logon) {
                let theirs = sheet.sessions_of.entry(key.clone()).or_default();
                theirs.push(session.clone());
            }
            if let Some(day) = sheet.day_with(session.logon) {
                day.sessions.push(session.clone());
            }
        }
        for logoff in unpaired {
            if let Some(day) = sheet.day_with(logoff.logoff) {
                day.unpaired.push(logoff);
            }
        }
        sheet.sessions.insert(seat, sessions);
    }
    sheet
}

impl Timesheet {
    /// The day a log belongs to, unless the person was set aside or not employed on it.
    fn day_with(&mut self, index: usize) -> Option<&mut Day> {
        self.days.get_mut(self.places.get(&index)?)
    }
}

impl Day {
    /// ログオン of the day, by time.
    pub fn logons<'a>(&'a self, logs: &'a [PcLog]) -> impl Iterator<Item = (usize, &'a PcLog)> {
        self.of(logs, &Operation::Logon)
    }

    /// ログオフ of the day, by time.
    pub fn logoffs<'a>(&'a self, logs: &'a [PcLog]) -> impl Iterator<Item = (usize, &'a PcLog)> {
        self.of(logs, &Operation::Logoff)
    }

    fn of<'a>(
        &'a self,
        logs: &'a [PcLog],
        operation: &'a Operation,
    ) -> impl Iterator<Item = (usize, &'a PcLog)> {
        self.logs
            .iter()
            .filter_map(|&index| Some((index, logs.get(index)?)))
            .filter(move |(_, log)| log.raw.operation == *operation)
    }
}
