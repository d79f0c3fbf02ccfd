//! 打刻: the words for one punch and its life.

use std::sync::Arc;

use serde::{Serialize, Serializer};

use super::employee::EmployeeKey;
use super::pc_log::LogId;
use super::time::{Jst, Minute, WorkDay};

/// What a punch says, by KING OF TIME's code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PunchKind {
    /// 出勤, 1.
    ClockIn,
    /// 退勤, 2.
    ClockOut,
    /// 休憩開始, 3.
    BreakStart,
    /// 休憩終了, 4.
    BreakEnd,
}

impl PunchKind {
    /// The kinds that are punched, by code.
    pub const ALL: [Self; 4] = [
        Self::ClockIn,
        Self::ClockOut,
        Self::BreakStart,
        Self::BreakEnd,
    ];

    /// KING OF TIME's code, 1 to 4.
    pub fn code(self) -> i64 {
        match self {
            Self::ClockIn => 1,
            Self::ClockOut => 2,
            Self::BreakStart => 3,
            Self::BreakEnd => 4,
        }
    }

    /// The kind of that code; 7 and 8 (外出, 戻り) and others are none that is punched here.
    pub fn of_code(code: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether it is one of a pair of 休憩.
    pub fn is_break(self) -> bool {
        matches!(self, Self::BreakStart | Self::BreakEnd)
    }

    /// The word of KING OF TIME's own screens.
    pub fn label(self) -> &'static str {
        match self {
            Self::ClockIn => "出勤",
            Self::ClockOut => "退勤",
            Self::BreakStart => "休憩開始",
            Self::BreakEnd => "休憩終了",
        }
    }
}

impl Serialize for PunchKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(self.code())
    }
}

/// Where a punch stands in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PunchState {
    /// The rules give it; computed anew each round until it is being sent.
    Decided,
    /// The attempt is committed; bytes may leave.
    Sending,
    /// KING OF TIME has it from us.
    Accepted,
    /// KING OF TIME refused it; a person must decide.
    Refused,
    /// Whether KING OF TIME took it is not known yet.
    Unknown,
    /// KING OF TIME shows one of that kind from elsewhere; ours is not needed.
    AlreadyThere,
    /// Not sent until the reason for holding it is gone or a person decides.
    Held,
    /// Could not be settled; a person must decide.
    Person,
    /// The rules no longer give it; never sent.
    Withdrawn,
    /// A person decided that it is not to be sent.
    Dropped,
}

impl PunchState {
    /// All states.
    pub const ALL: [Self; 10] = [
        Self::Decided,
        Self::Sending,
        Self::Accepted,
        Self::Refused,
        Self::Unknown,
        Self::AlreadyThere,
        Self::Held,
        Self::Person,
        Self::Withdrawn,
        Self::Dropped,
    ];

    /// Its name in JSON, tables and the state file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Decided => "decided",
            Self::Sending => "sending",
            Self::Accepted => "accepted",
            Self::Refused => "refused",
            Self::Unknown => "unknown",
            Self::AlreadyThere => "already-there",
            Self::Held => "held",
            Self::Person => "person",
            Self::Withdrawn => "withdrawn",
            Self::Dropped => "dropped",
        }
    }

    /// The state of that name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }

    /// Whether the rules may still change the punch: nothing was ever sent and no person has decided.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Decided | Self::Held | Self::Withdrawn)
    }
}

/// The row number of a stored punch: the ID of `punches send` and `punches drop`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct PunchId(pub i64);

/// A punch as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Punch {
    /// Its row.
    pub id: PunchId,
    /// Whose.
    pub employee: EmployeeKey,
    /// 勤務日, the `date` that is sent.
    pub work_day: WorkDay,
    /// Which.
    pub kind: PunchKind,
    /// When, by the minute.
    pub time: Minute,
    /// Whether it is a 退勤 of policy `rolling`, which a later one follows.
    pub rolling: bool,
    /// Where it stands.
    pub state: PunchState,
    /// Why it stands there: a finding's code, or a person's words.
    pub reason: Option<String>,
    /// True once a person said `punches send`: reasons to hold it no longer count.
    pub released: bool,
    /// The logs it rests on.
    pub logs: Vec<LogId>,
    /// How often it was sent.
    pub attempts: u32,
    /// Whether an attempt of it may have reached KING OF TIME; then its time never changes again, unless
    /// readings have proven it absent.
    pub may_have_left: bool,
    /// When the last attempt ended, where one was made.
    pub last_attempt_ended: Option<Jst>,
    /// How often a complete reading proved it absent after an attempt.
    pub absences: u32,
    /// KING OF TIME's code of the last answer, where it gave one.
    pub kot_code: Option<String>,
    /// KING OF TIME's words of the last answer, where it gave some.
    pub kot_message: Option<String>,
}

impl Punch {
    /// Whether KING OF TIME has it from us, or may have it. One whose answer was lost is decided again only
    /// when it was proven absent, or when a person said so.
    pub fn may_be_in_kot(&self) -> bool {
        match self.state {
            PunchState::Accepted | PunchState::Unknown | PunchState::Sending => true,
            PunchState::Decided => self.may_have_left && self.released,
            _ => false,
        }
    }

    /// Whether KING OF TIME took it from us beside another of its kind and day, so that it says nothing of that
    /// one: any other 休憩, and a 退勤 that policy `rolling` sent earlier.
    pub fn stands_beside(&self, other: &Self) -> bool {
        self.id != other.id
            && (self.kind, &self.employee, self.work_day)
                == (other.kind, &other.employee, other.work_day)
            && self.state == PunchState::Accepted
            && (self.kind.is_break() || self.time < other.time)
    }

    /// Whether a later 退勤 of policy `rolling` that KING OF TIME took has overwritten it.
    pub fn is_overwritten(&self, others: &[Self]) -> bool {
        let overwrites = |other: &Self| {
            other.rolling
                && other.state == PunchState::Accepted
                && (&other.employee, other.work_day) == (&self.employee, self.work_day)
                && self.time < other.time
        };
        self.rolling && self.state == PunchState::Accepted && others.iter().any(overwrites)
    }
}

/// A punch that KING OF TIME shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeRecord {
    /// Its code: 1 to 4, 7, 8, or one not known here.
    pub code: i64,
    /// When.
    pub time: Jst,
    /// How it was punched (`credentialName`), where KING OF TIME says so.
    pub how: Option<Arc<str>>,
}

impl TimeRecord {
    /// The kind, where it is one that is punched here.
    pub fn kind(&self) -> Option<PunchKind> {
        PunchKind::of_code(self.code)
    }

    /// The minute by which it is compared.
    pub fn minute(&self) -> Minute {
        Minute::cut(self.time)
    }
}
