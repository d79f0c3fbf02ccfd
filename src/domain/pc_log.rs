//! One record of somebody logging on to or off a company PC, and what became of it.

use std::fmt;
use std::sync::Arc;

use serde::Serialize;

use super::employee::{EmployeeKey, as_text};
use super::time::{Jst, WorkDay};

/// The bare PC user name: the part behind the domain, compared to the letter, case and width included.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct PcUserName(#[serde(serialize_with = "as_text")] Arc<str>);

impl PcUserName {
    /// A name as an account file or setting gives it, without a domain.
    pub fn new(name: impl Into<Arc<str>>) -> Self {
        Self(name.into())
    }

    /// The part after the last `\`, `¥` (U+00A5) or `￥` (U+FFE5) of what a log calls its user.
    pub fn of_log(user: &str) -> Self {
        Self::new(Self::bare(user))
    }

    /// That part as it stands in what a log calls its user.
    pub fn bare(user: &str) -> &str {
        let mut parts = user.rsplit(['\\', '\u{a5}', '\u{ffe5}']);
        parts.next().unwrap_or_default()
    }

    /// The name's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PcUserName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Which product gathered a log; accounts are linked kind by kind (種別コード).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LinkKind {
    /// SmartOn ID連携, 1.
    SmartOn,
    /// LanScope連携, 2.
    LanScope,
    /// MaLion連携, 3.
    MaLion,
}

impl LinkKind {
    /// All kinds, by 種別コード.
    pub const ALL: [Self; 3] = [Self::SmartOn, Self::LanScope, Self::MaLion];

    /// 種別コード.
    pub fn code(self) -> i64 {
        match self {
            Self::SmartOn => 1,
            Self::LanScope => 2,
            Self::MaLion => 3,
        }
    }

    /// 種別コード as files write it.
    pub fn code_text(self) -> &'static str {
        match self {
            Self::SmartOn => "1",
            Self::LanScope => "2",
            Self::MaLion => "3",
        }
    }

    /// The kind with that 種別コード.
    pub fn of_code(code: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Its name on the command line and in the state file.
    pub fn name(self) -> &'static str {
        match self {
            Self::SmartOn => "smarton",
            Self::LanScope => "lanscope",
            Self::MaLion => "malion",
        }
    }

    /// The kind of that name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// 連携種別, as the relay's own page and files write it.
    pub fn label(self) -> &'static str {
        match self {
            Self::SmartOn => "SmartOn ID連携",
            Self::LanScope => "LanScope連携",
            Self::MaLion => "MaLion連携",
        }
    }
}

/// What was done at the PC.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Operation {
    /// ログオン.
    Logon,
    /// ログオフ.
    Logoff,
    /// Anything else, in the source's own word.
    Other(String),
}

impl Operation {
    /// The word of the product's own screens.
    pub fn label(&self) -> &str {
        match self {
            Self::Logon => "ログオン",
            Self::Logoff => "ログオフ",
            Self::Other(word) => word,
        }
    }
}

/// A record as a source bears it, not yet stored. Times are JST, to the second.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawLog {
    /// The source's id of the record, where it has one.
    pub log_id: Option<String>,
    /// 発生日時.
    pub occurred_at: Jst,
    /// 収集日時: when the source's server had it. For a source that does not say, when it occurred.
    pub collected_at: Jst,
    /// 操作.
    pub operation: Operation,
    /// 端末名.
    pub terminal: String,
    /// ドメイン名, empty where unknown.
    pub domain: String,
    /// ユーザー名 as the source writes it, perhaps with a domain in front; empty where unknown.
    pub user: String,
    /// 出退勤システム連携コード: `None` where the source does not bear the field at all, empty where this PC has none.
    pub link_code: Option<String>,
}

/// The row number of a stored log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct LogId(pub i64);

/// A stored log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PcLog {
    /// Its row.
    pub id: LogId,
    /// Which product gathered it.
    pub kind: LinkKind,
    /// What the source said.
    pub raw: RawLog,
    /// The bare user name.
    pub user_name: PcUserName,
}

/// What became of a log. Recomputed each round until the log is the ground of a punch that was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    /// The ground of a 出勤 or 退勤.
    Punched,
    /// Belongs to a work day, between its first and last.
    Within,
    /// Belongs to a work day that is not settled: may still become a punch.
    Open,
    /// Belongs to a work day that stays without the punch it could have made (`no-logoff`, `no-logon`).
    HalfDay,
    /// A ログオフ without a session to end.
    Unpaired,
    /// The second record of an end that stands within ten minutes before.
    SecondRecord,
    /// A ログオン in the quiet hours before the day's first counted one.
    NightLogon,
    /// Would change a punch already sent.
    LateChange,
    /// The same record was taken before.
    Duplicate,
    /// Neither ログオン nor ログオフ.
    OtherOperation,
    /// The PC has no 出退勤システム連携コード.
    NoLinkCode,
    /// Nobody: the system, a service, or the moment just after boot.
    SystemUser,
    /// Matches `logs.ignore_users`.
    IgnoredUser,
    /// No account bears the user name on that work day; released when one does.
    Unlinked,
    /// Outside 入社日 and 退職日.
    NotEmployed,
    /// The person is set aside on that day.
    Excluded,
    /// Occurred after it was collected, or after now.
    ClockWrong,
    /// Before `punch.since`.
    BeforeStart,
}

impl Fate {
    /// All fates, in the order in which they are told.
    pub const ALL: [Self; 18] = [
        Self::Punched,
        Self::Within,
        Self::Open,
        Self::HalfDay,
        Self::Unpaired,
        Self::SecondRecord,
        Self::NightLogon,
        Self::LateChange,
        Self::Duplicate,
        Self::OtherOperation,
        Self::NoLinkCode,
        Self::SystemUser,
        Self::IgnoredUser,
        Self::Unlinked,
        Self::NotEmployed,
        Self::Excluded,
        Self::ClockWrong,
        Self::BeforeStart,
    ];

    /// Its name in JSON, in the state file and in `logs list`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Punched => "punched",
            Self::Within => "within",
            Self::Open => "open",
            Self::HalfDay => "half-day",
            Self::Unpaired => "unpaired",
            Self::SecondRecord => "second-record",
            Self::NightLogon => "night-logon",
            Self::LateChange => "late-change",
            Self::Duplicate => "duplicate",
            Self::OtherOperation => "other-operation",
            Self::NoLinkCode => "no-link-code",
            Self::SystemUser => "system-user",
            Self::IgnoredUser => "ignored-user",
            Self::Unlinked => "unlinked",
            Self::NotEmployed => "not-employed",
            Self::Excluded => "excluded",
            Self::ClockWrong => "clock-wrong",
            Self::BeforeStart => "before-start",
        }
    }

    /// The fate of that name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fate| fate.name() == name)
    }
}

/// A log's fate with the person and work day it belongs to, where it belongs to one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict<'a> {
    /// Which log.
    pub log: &'a PcLog,
    /// What became of it.
    pub fate: Fate,
    /// Whose it is.
    pub employee: Option<EmployeeKey>,
    /// The work day it belongs to.
    pub work_day: Option<WorkDay>,
}
