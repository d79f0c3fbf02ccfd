//! What the relay must have sent, written from the page of its rules alone. It knows nothing of the program:
//! whole numbers for times, its own words, and everything worked out anew at each round.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::Range;

use super::script::{DAY, Division, Event, HOUR, Log, Month};
use super::sheet::{
    ALWAYS, End, FOREVER, Placed, Session, Sheet, Sheets, clock_out, counting, is_two_peoples,
    paired,
};

/// Person, work day, kind 1 to 4, minute since the first midnight.
pub(super) type Punched = (usize, i64, u8, i64);

/// The settings that are not the defaults.
pub(super) struct Choices {
    pub(super) since: i64,
    pub(super) breaks: bool,
    /// User names that begin so are nobody's.
    pub(super) ignored: &'static str,
}

const SETTLE: i64 = 6 * HOUR;
const LOOKBACK: i64 = 14 * DAY;
const MAX_AGE_DAYS: i64 = 14;
const BREAK_MINUTES: i64 = 60;
const NIGHT: i64 = 12 * HOUR;
const QUIET: Range<i64> = 0..5 * HOUR;
/// With the guard of a minute on either side.
const CLOSED: [Range<i64>; 2] = [
    8 * HOUR + 29 * 60..10 * HOUR + 60,
    17 * HOUR + 29 * 60..18 * HOUR + 31 * 60,
];

/// The punches of ours that KING OF TIME has at the end of the month.
pub(super) fn punches(month: &Month, choices: &Choices) -> BTreeSet<Punched> {
    let is_there = |one: &usize| month.people[*one].is_there;
    let mut relay = Relay {
        month,
        choices,
        logs: counting(&month.logs, choices.ignored),
        codes: month.people.iter().map(|one| one.code.clone()).collect(),
        listed: (0..month.people.len()).filter(is_there).collect(),
        last_days: BTreeMap::new(),
        known: BTreeMap::new(),
        links: Vec::new(),
        stopped: BTreeSet::new(),
        read_until: 0,
        malion_is_up: true,
        shown: BTreeMap::new(),
        grounds: HashSet::new(),
        sent: BTreeSet::new(),
    };
    for (now, event) in &month.events {
        relay.happens(*now, event);
    }
    relay.sent
}

struct Relay<'m> {
    month: &'m Month,
    choices: &'m Choices,
    logs: BTreeMap<&'m str, Vec<&'m Log>>,
    /// KING OF TIME's side: everybody's code, who is listed, and known last days.
    codes: Vec<String>,
    listed: BTreeSet<usize>,
    last_days: BTreeMap<usize, i64>,
    /// The relay's side: code and last day as last synced, and links.
    known: BTreeMap<usize, (String, i64)>,
    links: Vec<Link>,
    /// Whose codes moved under their user names.
    stopped: BTreeSet<usize>,
    read_until: i64,
    malion_is_up: bool,
    /// Minutes that KING OF TIME shows by person, work day and kind, ours and others'.
    shown: BTreeMap<(usize, i64, u8), Vec<i64>>,
    /// Logs that are the ground of a punch of that kind.
    grounds: HashSet<(*const Log, u8)>,
    sent: BTreeSet<Punched>,
}

struct Link {
    name: String,
    person: usize,
    days: Range<i64>,
}

impl<'m> Relay<'m> {
    fn happens(&mut self, now: i64, event: &Event) {
        match event {
            Event::Round => self.round(now),
            Event::Sync => self.sync(),
            Event::Import(rows) => self.import(rows, now / DAY),
            Event::Hired(person) => _ = self.listed.insert(*person),
            Event::Resigned(person, last) => _ = self.last_days.insert(*person, *last),
            Event::CodesSwapped(one, other) => self.codes.swap(*one, *other),
            Event::Entered(person, day, kind, at) => {
                self.shown
                    .entry((*person, *day, *kind))
                    .or_default()
                    .push(at / 60);
            }
            Event::MalionDown => self.malion_is_up = false,
            Event::MalionUp => self.malion_is_up = true,
        }
    }

    /// Somebody new is linked by the code. Where codes are the user names and moved to somebody else, it is
    /// not known whose logs those now are.
    fn sync(&mut self) {
        for person in self.listed.clone() {
            let code = self.codes[person].clone();
            let last = self.last_days.get(&person).copied().unwrap_or(FOREVER);
            match self.known.insert(person, (code.clone(), last)) {
                None => self.links.push(Link {
                    name: code,
                    person,
                    days: ALWAYS..FOREVER,
                }),
                Some((old, _)) if old != code && self.name_of(person).as_ref() == Some(&old) => {
                    self.stopped.insert(person);
                }
                Some(_) => {}
            }
        }
    }

    fn name_of(&self, person: usize) -> Option<String> {
        let mut links = self.links.iter();
        let link = links.find(|link| link.person == person && link.days.end == FOREVER);
        link.map(|link| link.name.clone())
    }

    /// The first link that a name ever had holds always, one that replaces another from this day.
    fn import(&mut self, rows: &[(String, String)], today: i64) {
        let mut changed = Vec::new();
        for (code, name) in rows {
            let of_code = |(_, (known, _)): &(&usize, &(String, i64))| known == code;
            let person = *self.known.iter().find(of_code).expect("a known code").0;
            self.stopped.remove(&person);
            if self.name_of(person).as_ref() != Some(name) {
                let current = |link: &&mut Link| link.person == person && link.days.end == FOREVER;
                self.links
                    .iter_mut()
                    .filter(current)
                    .for_each(|link| link.days.end = today);
                changed.push((person, name.clone()));
            }
        }
        for (person, name) in changed {
            let is_first = self.links.iter().all(|link| link.name != name);
            let from = if is_first { ALWAYS } else { today };
            self.links.push(Link {
                name,
                person,
                days: from..FOREVER,
            });
        }
    }

    fn round(&mut self, now: i64) {
        if self.malion_is_up {
            self.read_until = now;
        }
        if CLOSED.iter().any(|hours| hours.contains(&(now % DAY))) {
            return;
        }
        let (sheets, held) = self.sheets();
        let oldest = self.choices.since.max(now / DAY - MAX_AGE_DAYS);
        for ((person, day), sheet) in &sheets {
            let waits = held.contains(person) || self.stopped.contains(person);
            if *day >= oldest && !waits {
                self.deliver(*person, *day, sheet, &sheets);
            }
        }
    }

    /// Everybody's work days from the logs read so far, and the people whose user name is two people's.
    fn sheets(&self) -> (Sheets<'m>, BTreeSet<usize>) {
        let mut sheets = Sheets::new();
        let mut held = BTreeSet::new();
        for (name, logs) in &self.logs {
            let links: Vec<&Link> = self
                .links
                .iter()
                .filter(|link| link.name == *name)
                .collect();
            let placed = self.placed(&links, logs);
            let mut pcs: Vec<&str> = placed.iter().map(|one| one.log.pc.as_str()).collect();
            pcs.sort_unstable();
            pcs.dedup();
            let mut sessions = Vec::new();
            for pc in pcs {
                let of_pc = placed
                    .iter()
                    .filter(|one| one.log.pc == pc)
                    .copied()
                    .collect();
                sessions.extend(paired(of_pc, &mut sheets));
            }
            if is_two_peoples(&sessions) {
                held.extend(links.iter().map(|link| link.person));
            }
            for one in placed.iter().filter(|one| one.log.operation == "ログオン") {
                sheets
                    .entry((one.person, one.day))
                    .or_default()
                    .logons
                    .push(one.log);
            }
            for session in sessions {
                let sheet = sheets.entry((session.person, session.day)).or_default();
                sheet.sessions.push(session);
            }
        }
        (sheets, held)
    }

    /// The logs of one name, with whose they are and on which work day.
    fn placed(&self, links: &[&Link], logs: &[&'m Log]) -> Vec<Placed<'m>> {
        let mut placed = Vec::new();
        let mut night = (ALWAYS, ALWAYS);
        for log in logs.iter().filter(|log| log.collected < self.read_until) {
            let owner = links.iter().find_map(|link| {
                let own = (log.at - self.border(link.person)).div_euclid(DAY);
                let day = if log.at <= night.1 { night.0 } else { own };
                link.days.contains(&day).then_some((link.person, day))
            });
            let Some((person, day)) = owner else { continue };
            let works_at_night = self.month.people[person].division == Division::Plant;
            if works_at_night && log.operation == "ログオン" && day != night.0 {
                night = (day, log.at + NIGHT);
            }
            let hired = self.month.people[person].hired.unwrap_or(ALWAYS);
            let is_employed = hired <= day && day <= self.known[&person].1;
            if !is_employed {
                continue;
            }
            placed.push(Placed { log, person, day });
        }
        placed
    }

    fn border(&self, person: usize) -> i64 {
        let is_lab = self.month.people[person].division == Division::Lab;
        if is_lab { 5 * HOUR } else { 0 }
    }

    fn deliver(&mut self, person: usize, day: i64, sheet: &Sheet<'m>, sheets: &Sheets<'m>) {
        let shows = |kind| {
            self.shown
                .get(&(person, day, kind))
                .map_or(&[][..], Vec::as_slice)
        };
        if shows(1).len() > 1 || shows(2).len() > 1 {
            return;
        }
        let first = self.clock_in(person, sheet);
        if let Some(logon) = first
            && shows(1).is_empty()
        {
            self.send(person, day, 1, logon);
        }
        let is_settled = self.is_settled(person, day, sheet);
        let Some(logoff) = is_settled.then(|| clock_out(sheet, day)).flatten() else {
            return;
        };
        let shows = |kind| {
            self.shown
                .get(&(person, day, kind))
                .map_or(&[][..], Vec::as_slice)
        };
        let goes = shows(2).is_empty()
            && shows(1)
                .first()
                .is_some_and(|began| *began < logoff.at / 60);
        if goes && !self.grounds.contains(&(std::ptr::from_ref(logoff), 2)) {
            if self.choices.breaks
                && let Some(logon) = first
            {
                self.send_breaks(person, day, (logon, logoff), sheets);
            }
            self.send(person, day, 2, logoff);
        }
    }

    /// The first ログオン outside of the quiet hours, unless somebody had logged off before it.
    fn clock_in(&self, person: usize, sheet: &Sheet<'m>) -> Option<&'m Log> {
        let works_at_night = self.month.people[person].division == Division::Plant;
        let is_quiet = |log: &Log| !works_at_night && QUIET.contains(&log.at.rem_euclid(DAY));
        let logons = sheet.logons.iter().filter(|log| !is_quiet(log));
        let first = logons.min_by_key(|log| log.at)?;
        let has_stray = sheet.strays.iter().any(|stray| *stray < first.at);
        (!has_stray).then_some(first)
    }

    fn is_settled(&self, person: usize, day: i64, sheet: &Sheet<'m>) -> bool {
        let read = self.read_until;
        let works_at_night = self.month.people[person].division == Division::Plant;
        let night = sheet.logons.iter().map(|log| log.at + NIGHT).min();
        let is_waited_for = |session: &Session<'_>| match session.end {
            End::At(..) => false,
            End::Open => read < session.logon.at + LOOKBACK,
            End::Replaced(by) => read < by.collected + DAY,
        };
        read >= (day + 1) * DAY + self.border(person) + SETTLE
            && !(works_at_night && night.is_some_and(|night| read < night))
            && !sheet.sessions.iter().any(is_waited_for)
    }

    /// The times of the day at which no PC of the person has a session, as pairs.
    fn send_breaks(
        &mut self,
        person: usize,
        day: i64,
        whole: (&'m Log, &'m Log),
        sheets: &Sheets<'m>,
    ) {
        if [3, 4]
            .iter()
            .any(|kind| self.shown.contains_key(&(person, day, *kind)))
        {
            return;
        }
        let so_far = sheets.range((person, ALWAYS)..=(person, day));
        let mut sessions: Vec<(i64, i64, Option<&Log>)> = so_far
            .flat_map(|(_, sheet)| &sheet.sessions)
            .map(|session| match session.end {
                End::At(by, _) => (session.logon.at, by.at, Some(by)),
                End::Replaced(by) => (session.logon.at, by.at, None),
                End::Open => (session.logon.at, FOREVER, None),
            })
            .collect();
        sessions.sort_unstable_by_key(|session| session.0);
        let strays = &sheets[&(person, day)].strays;
        let (mut until, mut by) = (whole.0.at, None);
        for (from, to, end) in sessions {
            let is_long = from / 60 - until / 60 >= BREAK_MINUTES && from < whole.1.at;
            let is_doubtful = strays.iter().any(|stray| (until..from).contains(stray));
            if is_long && !is_doubtful && by.is_some() {
                self.sent.insert((person, day, 3, until / 60));
                self.sent.insert((person, day, 4, from / 60));
            }
            if to > until {
                (until, by) = (to, end);
            }
        }
    }

    fn send(&mut self, person: usize, day: i64, kind: u8, ground: &'m Log) {
        if self.grounds.insert((std::ptr::from_ref(ground), kind)) {
            self.sent.insert((person, day, kind, ground.at / 60));
            self.shown
                .entry((person, day, kind))
                .or_default()
                .push(ground.at / 60);
        }
    }
}
