//! Sessions: from a ログオン to the next ログオフ of the same user on the same PC, by time of occurrence.

use chrono::Duration;

use super::pc_log::Operation;
use super::time::{Jst, WorkDay};

/// How long after an end a further ログオフ is a second record of it (a power cut at logoff writes two).
const SECOND_RECORD: Duration = Duration::minutes(10);

/// A ログオン or ログオフ of one user on one PC, as far as sessions care.
#[derive(Clone, Debug)]
pub struct Event {
    /// The caller's index of the log.
    pub index: usize,
    /// When it occurred.
    pub at: Jst,
    /// ログオン or ログオフ; others are passed over.
    pub operation: Operation,
    /// The work day it belongs to.
    pub day: WorkDay,
}

/// A session of one user on one PC. Indices are those of the events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its ログオン.
    pub logon: usize,
    /// Its ログオフ, where one is known.
    pub logoff: Option<usize>,
    /// The ログオン of a later work day that took its place, where no ログオフ came before that.
    pub replaced_by: Option<usize>,
}

/// A ログオフ without a session to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unpaired {
    /// The log.
    pub logoff: usize,
    /// True where it is the second record of an end that stands within ten minutes before; false
    /// where its ログオン is missing.
    pub second_record: bool,
}

/// Pairs the events of one user on one PC.
pub fn pair(mut events: Vec<Event>) -> (Vec<Session>, Vec<Unpaired>) {
    events.retain(|event| !matches!(event.operation, Operation::Other(_)));
    events.sort_by_key(|event| (event.at, event.index));
    let mut pairing = Pairing::default();
    for same_second in events.chunk_by(|a, b| a.at == b.at) {
        let (logoffs, logons): (Vec<_>, Vec<_>) = same_second
            .iter()
            .partition(|event| event.operation == Operation::Logoff);
        // Within a second the order is not known: a session that is open ends before the next begins.
        let ordered = if pairing.open.is_some() {
            [logoffs, logons]
        } else {
            [logons, logoffs]
        };
        for event in ordered.into_iter().flatten() {
            pairing.take(event);
        }
    }
    pairing.finish()
}

#[derive(Default)]
struct Pairing {
    open: Option<(Session, WorkDay)>,
    last_end: Option<Jst>,
    sessions: Vec<Session>,
    unpaired: Vec<Unpaired>,
}

impl Pairing {
    fn take(&mut self, event: &Event) {
        match (&event.operation, self.open.take()) {
            (Operation::Logon, None) => self.begin(event),
            (Operation::Logon, Some((session, day))) if event.day <= day => {
                // A further ログオン of the same work day changes nothing.
                self.open = Some((session, day));
            }
            (Operation::Logon, Some((mut session, _))) => {
                session.replaced_by = Some(event.index);
                self.sessions.push(session);
                self.begin(event);
            }
            (_, Some((mut session, _))) => {
                session.logoff = Some(event.index);
                self.sessions.push(session);
                self.last_end = Some(event.at);
            }
            (_, None) => self.unpaired.push(Unpaired {
                logoff: event.index,
                second_record: self
                    .last_end
                    .is_some_and(|end| event.at - end <= SECOND_RECORD),
            }),
        }
    }

    fn begin(&mut self, event: &Event) {
        let session = Session {
            logon: event.index,
            logoff: None,
            replaced_by: None,
        };
        self.open = Some((session, event.day));
    }

    fn finish(mut self) -> (Vec<Session>, Vec<Unpaired>) {
        self.sessions.extend(self.open.map(|(session, _)| session));
        (self.sessions, self.unpaired)
    }
}

#[cfg(test)]
mod tests {
    use super::{Event, Session, Unpaired, pair};
    use crate::domain::pc_log::Operation;
    use crate::domain::time::WorkDay;

    /// `17 09:00:00 on`, one a word pair, as events of 2024-12.
    fn events(lines: &[&str]) -> Vec<Event> {
        let event = |(index, line): (usize, &&str)| {
            let parts: Vec<&str> = line.split(' ').collect();
            let at = chrono::DateTime::parse_from_rfc3339(&format!(
                "2024-12-{}T{}+09:00",
                parts[0], parts[1]
            ))
            .unwrap();
            let operation = match parts[2] {
                "on" => Operation::Logon,
                "off" => Operation::Logoff,
                other => Operation::Other(other.to_owned()),
            };
            Event {
                index,
                at,
                operation,
                day: WorkDay::new(at.date_naive()),
            }
        };
        lines.iter().enumerate().map(event).collect()
    }

    fn ended(logon: usize, logoff: usize) -> Session {
        Session {
            logon,
            logoff: Some(logoff),
            replaced_by: None,
        }
    }

    fn open(logon: usize) -> Session {
        Session {
            logon,
            logoff: None,
            replaced_by: None,
        }
    }

    fn replaced(logon: usize, by: usize) -> Session {
        Session {
            logon,
            logoff: None,
            replaced_by: Some(by),
        }
    }

    #[test]
    fn a_logoff_ends_the_session_that_is_open_on_its_pc() {
        let second = Unpaired {
            logoff: 2,
            second_record: true,
        };
        let missing = |logoff| Unpaired {
            logoff,
            second_record: false,
        };
        for (lines, sessions, unpaired) in [
            (
                vec!["17 09:00:00 on", "17 18:00:00 off"],
                vec![ended(0, 1)],
                vec![],
            ),
            (
                vec!["17 18:00:00 off", "17 09:00:00 on"],
                vec![ended(1, 0)],
                vec![],
            ),
            (
                vec!["17 09:00:00 on", "17 10:00:00 on", "17 18:00:00 off"],
                vec![ended(0, 2)],
                vec![],
            ),
            (
                vec!["17 09:00:00 on", "17 12:00:00 ロック"],
                vec![open(0)],
                vec![],
            ),
            (
                vec!["17 09:00:00 on", "18 09:10:00 on"],
                vec![replaced(0, 1), open(1)],
                vec![],
            ),
            (
                vec!["17 09:00:00 on", "18 09:10:00 on", "17 19:40:00 off"],
                vec![ended(0, 2), open(1)],
                vec![],
            ),
            (
                vec!["17 09:00:00 on", "17 18:00:00 off", "17 18:00:40 off"],
                vec![ended(0, 1)],
                vec![second],
            ),
            (
                vec!["17 09:00:00 on", "17 18:00:00 off", "17 18:10:01 off"],
                vec![ended(0, 1)],
                vec![missing(2)],
            ),
            (
                vec!["17 12:00:00 off", "17 13:00:00 on"],
                vec![open(1)],
                vec![missing(0)],
            ),
        ] {
            assert_eq!(pair(events(&lines)), (sessions, unpaired), "{lines:?}");
        }
    }

    #[test]
    fn in_one_second_an_open_session_ends_before_the_next_begins() {
        let lines = [
            "17 09:00:00 on",
            "17 12:00:00 on",
            "17 12:00:00 off",
            "17 18:00:00 off",
        ];
        assert_eq!(pair(events(&lines)).0, [ended(0, 2), ended(1, 3)]);
        let alone = ["17 12:00:00 off", "17 12:00:00 on"];
        assert_eq!(pair(events(&alone)), (vec![ended(1, 0)], vec![]));
    }
}
