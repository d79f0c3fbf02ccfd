//! The model's first half: which logs count, the sessions that they make, and the work days of those.

use std::collections::{BTreeMap, HashSet};

use super::script::{DAY, Log};

pub(super) const ALWAYS: i64 = i64::MIN;
pub(super) const FOREVER: i64 = i64::MAX;

/// The logs that may count for somebody, each record once as it first came, by name, in order of time.
pub(super) fn counting<'m>(logs: &'m [Log], ignored: &str) -> BTreeMap<&'m str, Vec<&'m Log>> {
    let mut by_arrival: Vec<&Log> = logs.iter().collect();
    by_arrival.sort_by_key(|log| log.collected);
    let mut seen = HashSet::new();
    let mut counting: BTreeMap<&str, Vec<&Log>> = BTreeMap::new();
    for log in by_arrival {
        let own = format!(
            "{} {} {} {} {}",
            log.pc, log.domain, log.user, log.operation, log.at
        );
        let is_new = seen.insert(log.id.clone().unwrap_or(own));
        let name = log
            .user
            .rsplit(['\\', '¥', '￥'])
            .next()
            .unwrap_or_default();
        let upper = name.to_uppercase();
        let systems = [
            "",
            "SYSTEM",
            "LOCAL SERVICE",
            "NETWORK SERVICE",
            "ANONYMOUS LOGON",
        ];
        let is_nobody = systems.contains(&upper.as_str())
            || upper.starts_with("DWM-")
            || upper.starts_with("UMFD-")
            || name.ends_with('$')
            || name.starts_with(ignored);
        let is_sign = log.operation == "ログオン" || log.operation == "ログオフ";
        if is_new && is_sign && log.is_linked && !is_nobody && log.at <= log.collected + 300 {
            counting.entry(name).or_default().push(log);
        }
    }
    for logs in counting.values_mut() {
        logs.sort_by_key(|log| log.at);
    }
    counting
}

/// What the logs say of one person's work day.
#[derive(Default)]
pub(super) struct Sheet<'m> {
    pub(super) logons: Vec<&'m Log>,
    pub(super) sessions: Vec<Session<'m>>,
    /// ログオフ whose ログオン is missing.
    pub(super) strays: Vec<i64>,
}

pub(super) struct Session<'m> {
    pub(super) logon: &'m Log,
    pub(super) day: i64,
    pub(super) person: usize,
    pub(super) end: End<'m>,
}

#[derive(Clone, Copy)]
pub(super) enum End<'m> {
    Open,
    /// By that log, which is of that work day.
    At(&'m Log, i64),
    /// Not known: that ログオン of a later work day came on the same PC.
    Replaced(&'m Log),
}

pub(super) type Sheets<'m> = BTreeMap<(usize, i64), Sheet<'m>>;

#[derive(Clone, Copy)]
pub(super) struct Placed<'m> {
    pub(super) log: &'m Log,
    pub(super) person: usize,
    pub(super) day: i64,
}

/// The sessions of one name on one PC; a ログオフ that ends none goes to the sheet of its day.
pub(super) fn paired<'m>(logs: Vec<Placed<'m>>, sheets: &mut Sheets<'m>) -> Vec<Session<'m>> {
    let mut sessions: Vec<Session<'_>> = Vec::new();
    let mut last_end = ALWAYS;
    for second in logs.chunk_by(|one, other| one.log.at == other.log.at) {
        let is_open = sessions
            .last()
            .is_some_and(|last| matches!(last.end, End::Open));
        let mut second = second.to_vec();
        second.sort_by_key(|one| (one.log.operation == "ログオン") == is_open);
        for Placed { log, person, day } in second {
            let open = sessions
                .last_mut()
                .filter(|last| matches!(last.end, End::Open));
            match (log.operation, open) {
                ("ログオン", Some(open)) if open.day >= day => {}
                ("ログオン", open) => {
                    if let Some(open) = open {
                        open.end = End::Replaced(log);
                    }
                    sessions.push(Session {
                        logon: log,
                        day,
                        person,
                        end: End::Open,
                    });
                }
                (_, Some(open)) => {
                    open.end = End::At(log, day);
                    last_end = log.at;
                }
                (_, None) if log.at - 600 <= last_end => {}
                (_, None) => sheets.entry((person, day)).or_default().strays.push(log.at),
            }
        }
    }
    sessions
}

/// The end of the last session of a day that is over: of its own day, and nothing of the day after it.
pub(super) fn clock_out<'m>(sheet: &Sheet<'m>, day: i64) -> Option<&'m Log> {
    let mut last: Option<&Log> = None;
    for session in &sheet.sessions {
        let End::At(logoff, ended) = session.end else {
            return None;
        };
        if ended != day {
            return None;
        }
        last = last.filter(|last| last.at >= logoff.at).or(Some(logoff));
    }
    let last = last?;
    let is_last = !sheet.strays.iter().any(|stray| *stray > last.at) && last.at < (day + 2) * DAY;
    is_last.then_some(last)
}

/// Whether sessions of one name overlap on two PCs, one of them a local account's.
pub(super) fn is_two_peoples(sessions: &[Session<'_>]) -> bool {
    // Without a ログオフ it is evident only that the session ran on its own day.
    let until = |session: &Session<'_>| {
        let midnight = (session.logon.at / DAY + 1) * DAY;
        match session.end {
            End::At(log, _) => log.at,
            End::Replaced(log) => log.at.min(midnight),
            End::Open => midnight,
        }
    };
    let is_local = |session: &&Session<'_>| session.logon.domain == session.logon.pc;
    sessions.iter().filter(is_local).any(|one| {
        let overlaps = |other: &Session<'_>| {
            other.logon.pc != one.logon.pc
                && other.logon.at < until(one)
                && one.logon.at < until(other)
        };
        sessions.iter().any(overlaps)
    })
}
