//! Which punches the logs of a year give, whosever they are, written from the page of the rules alone: plain office
//! days from midnight to midnight.

use std::collections::BTreeMap;

use super::super::calendar::{DAY, HOUR, MINUTE};
use super::books::Books;
use super::script::Log;

/// Person, work day, kind 1 or 2, minute since the first midnight.
pub(super) type Punched = (usize, i64, u8, i64);

/// `punch.since`.
const SINCE: i64 = 1;
const SETTLE: i64 = 6 * HOUR;
/// `malion.lookback_days`.
const LOOKBACK: i64 = 14 * DAY;

/// Whose a log is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    Nobody,
    /// Somebody's who was not employed on its day.
    Leavers,
    Of(usize),
}

/// What the rules make of the logs that were read.
#[derive(Clone, Debug, Default)]
pub(super) struct Given {
    /// The punches, each with the log it rests on.
    pub(super) punches: BTreeMap<Punched, usize>,
    /// Whose each log is that was read, by number.
    pub(super) logs: BTreeMap<usize, Whose>,
}

/// A session that began on a day.
#[derive(Clone, Copy)]
struct Session {
    logon: usize,
    end: End,
}

#[derive(Clone, Copy)]
enum End {
    Open,
    At(usize),
    /// By the ログオン of a later day.
    Replaced(usize),
}

/// What the rules give once MaLion was read whole at `read`.
pub(super) fn given(logs: &[Log], books: &Books, read: i64) -> Given {
    let mut given = Given::default();
    let mut days: BTreeMap<(usize, i64), Vec<Session>> = BTreeMap::new();
    let known = known(logs, read);
    for number in &known {
        given.logs.insert(*number, whose(&logs[*number], books));
    }
    for session in sessions(logs, &known) {
        if let Whose::Of(person) = given.logs[&session.logon] {
            let day = logs[session.logon].at / DAY;
            days.entry((person, day)).or_default().push(session);
        }
    }
    for ((person, day), sessions) in days {
        if day < SINCE {
            continue;
        }
        let mut punch = |kind, log: usize| {
            let minute = logs[log].at / MINUTE;
            given.punches.insert((person, day, kind, minute), log);
        };
        let logons = sessions.iter().map(|session| session.logon);
        punch(
            1,
            logons.min_by_key(|log| logs[*log].at).expect("a session"),
        );
        if let Some(out) = clock_out(logs, day, &sessions, read) {
            punch(2, out);
        }
    }
    given
}

fn whose(log: &Log, books: &Books) -> Whose {
    let day = log.at / DAY;
    match books.owner(&log.user, day) {
        None => Whose::Nobody,
        Some(person) if books.people[&person].last < day => Whose::Leavers,
        Some(person) => Whose::Of(person),
    }
}

/// The logs that were read, in order of time.
fn known(logs: &[Log], read: i64) -> Vec<usize> {
    let mut known: Vec<usize> = (0..logs.len()).collect();
    known.retain(|log| logs[*log].collected < read);
    known.sort_by_key(|log| logs[*log].at);
    known
}

/// The sessions of each user name, which has one PC. No ログオフ of the script comes before its ログオン.
fn sessions(logs: &[Log], known: &[usize]) -> Vec<Session> {
    let mut sessions: Vec<Session> = Vec::new();
    let mut open: BTreeMap<&str, usize> = BTreeMap::new();
    for number in known.iter().copied() {
        let log = &logs[number];
        let before = open.get(&*log.user).copied();
        let is_same_day =
            before.is_some_and(|one| logs[sessions[one].logon].at / DAY == log.at / DAY);
        match (log.is_on, before) {
            (false, before) => {
                let before = before.expect("a ログオフ after its ログオン");
                sessions[before].end = End::At(number);
                open.remove(&*log.user);
            }
            (true, _) if is_same_day => {}
            (true, before) => {
                if let Some(before) = before {
                    sessions[before].end = End::Replaced(number);
                }
                open.insert(&log.user, sessions.len());
                let end = End::Open;
                sessions.push(Session { logon: number, end });
            }
        }
    }
    sessions
}

/// The last end of a settled day of which every session ended on it.
fn clock_out(logs: &[Log], day: i64, sessions: &[Session], read: i64) -> Option<usize> {
    let is_waited_for = |session: &Session| match session.end {
        End::At(_) => false,
        End::Open => read < logs[session.logon].at + LOOKBACK,
        End::Replaced(by) => read < logs[by].collected + DAY,
    };
    if read < (day + 1) * DAY + SETTLE || sessions.iter().any(is_waited_for) {
        return None;
    }
    let ends = sessions.iter().map(|session| match session.end {
        End::At(end) if logs[end].at / DAY == day => Some(end),
        _ => None,
    });
    let ends: Option<Vec<usize>> = ends.collect();
    ends?.into_iter().max_by_key(|log| logs[*log].at)
}
