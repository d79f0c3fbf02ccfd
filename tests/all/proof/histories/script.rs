//! A history as plain numbers: who works there, every log that MaLion ever gets, and what happens when.

use std::fmt;

pub(super) use super::super::calendar::{DAY, HOUR, MINUTE, told};

/// A history, which follows its seed.
#[derive(Clone, Debug)]
pub(super) struct History {
    pub(super) seed: u64,
    pub(super) choices: Choices,
    pub(super) people: Vec<Person>,
    pub(super) logs: Vec<Log>,
    /// What happens before the calm, with the time of each, in order.
    pub(super) steps: Vec<(i64, Step)>,
    /// The first day of the calm.
    pub(super) calm: i64,
}

/// The settings that differ from history to history.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choices {
    pub(super) breaks: bool,
    pub(super) rolling: bool,
    /// `punch.in_closed_hours send`.
    pub(super) unread: bool,
    /// `punch.clock_in at_once`.
    pub(super) at_once: bool,
    /// `malion.lookback_days`.
    pub(super) lookback: i64,
    /// `punch.max_age_days`.
    pub(super) max_age: i64,
}

#[derive(Clone, Debug)]
pub(super) struct Person {
    /// The code at first; later ones come by [`Step::CodesSwapped`].
    pub(super) code: String,
    pub(super) division: Division,
    /// 入社日.
    pub(super) hired: Option<i64>,
    /// Whether the person is in KING OF TIME from the beginning; else by [`Step::Hired`].
    pub(super) is_there: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Division {
    /// Its day begins at 00:00.
    Office,
    /// Its day begins at 05:00.
    Lab,
    /// It works at night: twelve hours from the first ログオン belong together.
    Plant,
}

/// One record of MaLion, which can be read from `collected` on.
#[derive(Clone, Debug)]
pub(super) struct Log {
    /// Records with one number are one record that came twice.
    pub(super) id: Option<usize>,
    pub(super) at: i64,
    pub(super) collected: i64,
    pub(super) is_on: bool,
    pub(super) pc: String,
    pub(super) user: String,
}

#[derive(Clone, Debug)]
pub(super) enum Step {
    /// `relay run --once`, and what goes wrong meanwhile.
    Round(Vec<Trouble>),
    /// Two at once.
    TwoRounds,
    /// A round that dies at that durable write, where it comes so far.
    Dies { after: bool, write: u32 },
    /// A round that is killed while that request is under way; what becomes of the request.
    Killed { at: Request, fate: Fate },
    /// `employees sync`.
    Sync,
    /// `accounts import`: PC user names by the 従業員コード of that moment.
    Import(Vec<(String, String)>),
    /// Somebody is entered in KING OF TIME.
    Hired(usize),
    /// A 退職日 is entered there.
    Resigned(usize, i64),
    /// Two people's codes are exchanged there.
    CodesSwapped(usize, usize),
    /// Somebody punches by card or by hand: person, work day, kind, time.
    Entered(usize, i64, u8, i64),
    /// `state backup`.
    Backup,
    /// The backup is put back.
    PutBack(Way),
}

/// What becomes of a request whose client was killed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    DoneBefore,
    DoneAfter,
    Never,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// By `state restore`.
    Restored,
    /// By copying it over the state file; what stands beside that stays.
    Copied,
    /// With what stood beside it then, as a folder is put back.
    Folder,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Request {
    Logs,
    Reading,
    /// The punch after so many others.
    Punch(u32),
}

/// What goes wrong, once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Trouble {
    pub(super) on: Request,
    pub(super) what: What,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    DroppedBefore,
    DroppedAfter,
    /// No answer; done so many minutes later.
    DoneLater(i64),
    Reset,
    KeptClosed,
    Truncated,
    Html,
    ForeignJson,
    /// That status, before or after it was done.
    Broken(u16, bool),
    /// 400 in KING OF TIME's shape.
    Refused,
    /// 429.
    TooMany,
    /// 403/104 although the hours are open.
    Closed,
    /// 403/100.
    Access,
    Unauthorized,
    Redirected,
    /// A list in which nobody is.
    Empty,
    /// People without their punches.
    Hidden,
    /// Every row twice.
    Doubled,
    /// The last row without its time.
    FieldMissing,
}

impl History {
    pub(super) fn border(&self, person: usize) -> i64 {
        match self.people[person].division {
            Division::Lab => 5 * HOUR,
            _ => 0,
        }
    }

    pub(super) fn works_at_night(&self, person: usize) -> bool {
        self.people
            .get(person)
            .is_some_and(|one| one.division == Division::Plant)
    }

    /// The rounds after which nothing more may be open: every wait of the rules is over by then.
    pub(super) fn calm_rounds(&self) -> Vec<i64> {
        let at = |day: i64, hour: i64, minute: i64| {
            (self.calm + day) * DAY + hour * HOUR + minute * MINUTE + 34
        };
        let first = [at(0, 12, 5), at(0, 12, 50), at(0, 13, 35)];
        let later = (1..4).map(|day| at(day, 12, 5));
        first.into_iter().chain(later).collect()
    }
}

impl fmt::Display for History {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "seed {}; day 0 is 2024-12-16; {:?}",
            self.seed, self.choices
        )?;
        for (number, person) in self.people.iter().enumerate() {
            writeln!(f, "person {number}: {person:?}")?;
        }
        let logs = self.logs.iter().map(|log| {
            let Log {
                id,
                at,
                collected,
                is_on,
                pc,
                user,
            } = log;
            let operation = if *is_on {
                "ログオン"
            } else {
                "ログオフ"
            };
            (
                *collected,
                format!("collected, {} {pc} {user} {operation} {id:?}", told(*at)),
            )
        });
        let steps = self
            .steps
            .iter()
            .map(|(time, step)| (*time, format!("{step:?}")));
        let mut lines: Vec<(i64, String)> = logs.chain(steps).collect();
        lines.sort_by_key(|(time, _)| *time);
        for (time, line) in lines {
            writeln!(f, "{} {line}", told(time))?;
        }
        writeln!(f, "calm from day {}", self.calm)
    }
}
