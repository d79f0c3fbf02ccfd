//! What nobody outside KOT knows, as switches with a default.

use chrono::{NaiveTime, TimeDelta};

/// What a punch for a key that KOT does not know is answered with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnknownKey {
    /// 404.
    NotFound,
    /// 400.
    BadRequest,
    /// 403 with a code that is not of the access group.
    Forbidden,
}

/// What becomes of a punch that is there already: same person, work day, time and code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdenticalPunch {
    /// It is there twice.
    Doubled,
    /// 201, and it is there once.
    Collapsed,
    /// 400.
    Refused,
}

/// What becomes of the seconds of a punch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seconds {
    /// Stored as sent.
    Kept,
    /// Stored as `:00`.
    Cut,
    /// Stored as the nearest minute, 30 seconds up.
    Rounded,
}

/// A span of the day in which all but token calls and the punch are refused: from `from`, to before `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClosedHours {
    /// The first closed moment.
    pub from: NaiveTime,
    /// The first open moment after it.
    pub to: NaiveTime,
}

/// How this KOT behaves where its documents are silent (section 11), and its numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Switches {
    /// Default [`UnknownKey::NotFound`].
    pub unknown_key: UnknownKey,
    /// Default [`IdenticalPunch::Doubled`].
    pub identical_punch: IdenticalPunch,
    /// Default [`Seconds::Kept`].
    pub seconds: Seconds,
    /// 退勤打刻の自動上書き機能: of two 退勤 with no 出勤 between them the later one stays. Default off.
    pub overwrite_out: bool,
    /// Whether readings list people without punches, with an empty list. Default on.
    pub list_people_without_punches: bool,
    /// Whether people are listed before their 入社日. Default off.
    pub list_not_yet_hired: bool,
    /// How much later a request is done all the same, whose connection was closed after it had been read and
    /// before anything was done. Default never.
    pub done_late: Option<TimeDelta>,
    /// The `Retry-After` in seconds of an answer to too many requests. Default none.
    pub retry_after: Option<u32>,
    /// Requests in any five minutes of its clock, punches apart. Default 500.
    pub budget: usize,
    /// Punches in any five minutes of its clock. Default 2000.
    pub punch_budget: usize,
    /// The time over which requests are counted, by its clock. Default five minutes.
    pub budget_span: TimeDelta,
    /// Default 08:30–10:00 and 17:30–18:30.
    pub closed_hours: Vec<ClosedHours>,
}

impl Default for Switches {
    fn default() -> Self {
        let at = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
        Self {
            unknown_key: UnknownKey::NotFound,
            identical_punch: IdenticalPunch::Doubled,
            seconds: Seconds::Kept,
            overwrite_out: false,
            list_people_without_punches: true,
            list_not_yet_hired: false,
            done_late: None,
            retry_after: None,
            budget: 500,
            punch_budget: 2000,
            budget_span: TimeDelta::minutes(5),
            closed_hours: vec![
                ClosedHours {
                    from: at(8, 30),
                    to: at(10, 0),
                },
                ClosedHours {
                    from: at(17, 30),
                    to: at(18, 30),
                },
            ],
        }
    }
}

/// API権限情報: what a token may be allowed, kind by kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DataKind {
    /// 企業.
    Company,
    /// 所属.
    Divisions,
    /// 雇用区分.
    WorkingTypes,
    /// 従業員.
    Employees,
    /// 日別打刻.
    TimeRecords,
    /// 日別勤怠.
    DailyWorkings,
}

/// The two boxes of each kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Access {
    /// 参照.
    Read,
    /// 更新.
    Write,
}
