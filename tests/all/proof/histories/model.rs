//! Which punches the rules give, written from the page of the rules alone. It knows nothing of the program: whole
//! numbers for times, its own words, and everything worked out anew from what was known at a moment.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use super::books::Books;
use super::script::{DAY, HOUR, History, Log, MINUTE};

/// Person, work day, kind 1 to 4, minute since the first midnight.
pub(super) type Punched = (usize, i64, u8, i64);

/// The punches, each with the log it rests on.
pub(super) type Given = BTreeMap<Punched, usize>;

/// `punch.since`.
const SINCE: i64 = 1;
const SETTLE: i64 = 6 * HOUR;
const NIGHT: i64 = 12 * HOUR;
const QUIET: Range<i64> = 0..5 * HOUR;
const BREAK_MINUTES: i64 = 60;
const SECOND_RECORD: i64 = 10 * MINUTE;

/// Whose logs count for nobody, though they begin and end sessions.
const NOBODY: usize = usize::MAX;

/// What the logs say of one person's work day. Logs go by their number.
#[derive(Default)]
struct Sheet {
    logons: Vec<usize>,
    sessions: Vec<Session>,
    /// ログオフ whose ログオン is missing, after the last end on their PC.
    strays: Vec<Range<i64>>,
}

struct Session {
    logon: usize,
    place: Place,
    end: End,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Open,
    /// By that log, which is of that work day.
    At(usize, i64),
    /// Not known: that ログオン of a later work day came on the same PC.
    Replaced(usize),
}

/// A person and a work day.
type Place = (usize, i64);
type Sheets = BTreeMap<Place, Sheet>;

/// The punches that the rules give at a moment at which MaLion was last read whole at `read`.
pub(super) fn given(history: &History, books: &Books, read: i64) -> Given {
    let rules = Rules(history, books, read);
    let sheets = rules.sheets();
    let mut given = Given::new();
    for (place, sheet) in &sheets {
        if place.0 != NOBODY && place.1 >= SINCE && !books.stopped.contains(&place.0) {
            rules.give(*place, sheet, &sheets, &mut given);
        }
    }
    given
}

/// History, books, and when MaLion was last read whole.
struct Rules<'h>(&'h History, &'h Books, i64);

impl Rules<'_> {
    fn log(&self, number: usize) -> &Log {
        &self.0.logs[number]
    }

    fn at(&self, number: usize) -> i64 {
        self.log(number).at
    }

    /// The logs read so far in order of time, each record once, as it first came.
    fn known(&self) -> Vec<usize> {
        let mut logs: Vec<usize> = (0..self.0.logs.len()).collect();
        logs.retain(|one| self.log(*one).collected < self.2);
        logs.sort_by_key(|one| self.log(*one).collected);
        let mut seen = HashSet::new();
        logs.retain(|one| {
            let log = self.log(*one);
            let own = (log.at, log.is_on, log.pc.as_str(), log.user.as_str());
            seen.insert((log.id, log.id.is_none().then_some(own)))
        });
        logs.sort_by_key(|one| self.at(*one));
        logs
    }

    /// Whose each log is and on which work day: its name's person on that day.
    fn placed(&self) -> Vec<(usize, Place)> {
        let mut nights: BTreeMap<usize, (i64, i64)> = BTreeMap::new();
        let mut placed = Vec::new();
        for number in self.known() {
            let log = self.log(number);
            let of_name = || self.1.links.iter().filter(|link| link.name == log.user);
            let at_night = of_name().find_map(|link| {
                let (day, until) = *nights.get(&link.person)?;
                (log.at <= until && link.days.contains(&day)).then_some((link.person, day))
            });
            let by_border = || {
                let mut places = of_name().map(|link| {
                    let begins = self.0.border(link.person);
                    (link, (link.person, (log.at - begins).div_euclid(DAY)))
                });
                places.find_map(|(link, place)| link.days.contains(&place.1).then_some(place))
            };
            let place = at_night.or_else(by_border);
            let (person, day) = place.unwrap_or((NOBODY, log.at.div_euclid(DAY)));
            let is_begun = nights.get(&person).is_some_and(|night| night.0 >= day);
            if log.is_on && !is_begun && self.0.works_at_night(person) {
                nights.insert(person, (day, log.at + NIGHT));
            }
            let is_employed = place.is_some() && self.is_employed(person, day);
            let person = if is_employed { person } else { NOBODY };
            placed.push((number, (person, day)));
        }
        placed
    }

    fn is_employed(&self, person: usize, day: i64) -> bool {
        let hired = self.0.people[person].hired;
        hired.is_none_or(|hired| hired <= day) && day <= self.1.known[&person].1
    }

    fn sheets(&self) -> Sheets {
        let mut sheets = Sheets::new();
        let mut seats: BTreeMap<(&str, &str), Vec<(usize, Place)>> = BTreeMap::new();
        for (number, place) in self.placed() {
            let log = self.log(number);
            if log.is_on {
                sheets.entry(place).or_default().logons.push(number);
            }
            let seat = seats.entry((&log.user, &log.pc)).or_default();
            seat.push((number, place));
        }
        for logs in seats.into_values() {
            for session in self.paired(logs, &mut sheets) {
                sheets
                    .entry(session.place)
                    .or_default()
                    .sessions
                    .push(session);
            }
        }
        sheets
    }

    /// The sessions of one name on one PC; a ログオフ that ends none goes to the sheet of its day.
    fn paired(&self, logs: Vec<(usize, Place)>, sheets: &mut Sheets) -> Vec<Session> {
        let mut sessions: Vec<Session> = Vec::new();
        let mut last_end = i64::MIN;
        for second in logs.chunk_by(|one, other| self.at(one.0) == self.at(other.0)) {
            let is_open = sessions.last().is_some_and(|last| last.end == End::Open);
            let mut second = second.to_vec();
            second.sort_by_key(|one| self.log(one.0).is_on == is_open);
            for (number, place) in second {
                let log = self.log(number);
                let open = sessions.last_mut().filter(|last| last.end == End::Open);
                match (log.is_on, open) {
                    (true, Some(open)) if open.place.1 >= place.1 => {}
                    (true, open) => {
                        if let Some(open) = open {
                            open.end = End::Replaced(number);
                        }
                        let end = End::Open;
                        sessions.push(Session {
                            logon: number,
                            place,
                            end,
                        });
                    }
                    (false, Some(open)) => {
                        open.end = End::At(number, place.1);
                        last_end = log.at;
                    }
                    (false, None) if log.at - SECOND_RECORD <= last_end => {}
                    (false, None) => {
                        let sheet = sheets.entry(place).or_default();
                        sheet.strays.push(last_end..log.at);
                    }
                }
            }
        }
        sessions
    }

    fn give(&self, place: Place, sheet: &Sheet, sheets: &Sheets, given: &mut Given) {
        let (person, day) = place;
        let choices = &self.0.choices;
        let is_settled = self.is_settled(place, sheet);
        let is_quiet =
            |at: i64| !self.0.works_at_night(person) && QUIET.contains(&at.rem_euclid(DAY));
        let counted = sheet.logons.iter().filter(|one| !is_quiet(self.at(**one)));
        let Some(first) = counted.min_by_key(|one| self.at(**one)).copied() else {
            return;
        };
        let mut punch =
            |kind, at: i64, ground| given.insert((person, day, kind, at / MINUTE), ground);
        let begins = self.at(first);
        if (choices.at_once || is_settled) && sheet.strays.iter().all(|stray| stray.end >= begins) {
            punch(1, begins, first);
        }
        let out = if choices.rolling {
            self.last_end(sheet, day)
                .filter(|out| self.at(*out) / MINUTE > begins / MINUTE)
        } else {
            self.last_sign(sheet, day).filter(|_| is_settled)
        };
        let Some(out) = out.filter(|out| self.at(*out) < (day + 2) * DAY) else {
            return;
        };
        punch(2, self.at(out), out);
        if choices.breaks && !choices.rolling {
            for (from, to) in self.breaks(place, sheets, (begins, self.at(out))) {
                punch(3, self.at(from), from);
                punch(4, self.at(to), to);
            }
        }
    }

    fn is_settled(&self, (person, day): Place, sheet: &Sheet) -> bool {
        let night = sheet.logons.iter().map(|one| self.at(*one) + NIGHT).min();
        let night = night.filter(|_| self.0.works_at_night(person));
        let is_waited_for = |session: &Session| match session.end {
            End::At(..) => false,
            End::Open => self.2 < self.at(session.logon) + self.0.choices.lookback * DAY,
            End::Replaced(by) => self.2 < self.log(by).collected + DAY,
        };
        let over = (day + 1) * DAY + self.0.border(person) + SETTLE;
        self.2 >= over.max(night.unwrap_or(over)) && !sheet.sessions.iter().any(is_waited_for)
    }

    /// The last end of a session of the day that is of the day itself.
    fn last_end(&self, sheet: &Sheet, day: i64) -> Option<usize> {
        let ends = sheet
            .sessions
            .iter()
            .filter_map(|session| match session.end {
                End::At(by, on) if on == day => Some(by),
                _ => None,
            });
        ends.max_by_key(|one| self.at(*one))
    }

    /// The same where all sessions of the day ended on it, and nobody logged on or off after that.
    fn last_sign(&self, sheet: &Sheet, day: i64) -> Option<usize> {
        let ends_today = |session: &Session| matches!(session.end, End::At(_, on) if on == day);
        let last = self
            .last_end(sheet, day)
            .filter(|_| sheet.sessions.iter().all(ends_today))?;
        let is_last = sheet.strays.iter().all(|stray| stray.end <= self.at(last));
        is_last.then_some(last)
    }

    /// The gaps of the day in which no PC of the person has a session, by the logs on either side.
    fn breaks(
        &self,
        place: Place,
        sheets: &Sheets,
        (begins, ends): (i64, i64),
    ) -> Vec<(usize, usize)> {
        let so_far = sheets.range((place.0, i64::MIN)..=place);
        let mut sessions: Vec<(i64, i64, usize, Option<usize>)> = so_far
            .flat_map(|(_, sheet)| &sheet.sessions)
            .map(|session| {
                let from = self.at(session.logon);
                let longest = from + self.0.choices.lookback * DAY;
                match session.end {
                    End::At(by, _) => (from, self.at(by), session.logon, Some(by)),
                    End::Replaced(by) => (from, self.at(by).min(longest), session.logon, None),
                    End::Open => (from, longest, session.logon, None),
                }
            })
            .collect();
        sessions.sort_unstable();
        let (mut until, mut last) = (begins, None);
        let mut breaks = Vec::new();
        for (from, to, logon, end) in sessions {
            let is_long = from / MINUTE - until / MINUTE >= BREAK_MINUTES && from < ends;
            let mut strays = sheets[&place].strays.iter();
            let is_doubtful = strays.any(|stray| stray.start < from && until <= stray.end);
            if let Some(last) = last.filter(|_| is_long && !is_doubtful) {
                breaks.push((last, logon));
            }
            if to > until {
                (until, last) = (to, end);
            }
        }
        breaks
    }
}
