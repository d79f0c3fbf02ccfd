//! What is not right, for a person to read or act on.

use serde::Serialize;

use super::employee::EmployeeKey;
use super::pc_log::{LinkKind, LogId, PcUserName};
use super::time::{Jst, Minute, WorkDay};

mod change;
mod sorted;

pub use sorted::{Sorted, merged};

/// Whether somebody must do something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Somebody must act; makes `logs check` exit 6.
    Act,
    /// To know, nothing to do.
    Note,
}

impl Severity {
    /// Its name in JSON, in metrics and in the state file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Act => "act",
            Self::Note => "note",
        }
    }
}

/// The findings, by the names of the contract (manual chapters 4 and 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// A PC user name with logs and no account.
    Unlinked,
    /// One user name in overlapping sessions on several PCs.
    SharedUserName,
    /// A linked person without a single log while the others have some.
    NoLogs,
    /// Logs from PCs without a 出退勤システム連携コード.
    NoLinkCode,
    /// A day with operations, none of them ログオン or ログオフ.
    OtherOperation,
    /// The shutdown's ログオフ has not come yet.
    WaitingLogoff,
    /// The day stays without 退勤.
    NoLogoff,
    /// The day stays without 出勤.
    NoLogon,
    /// A ログオン in the quiet hours, not counted as 出勤.
    NightLogon,
    /// A later log changes a punch already sent.
    LateChange,
    /// KING OF TIME refused the punch.
    Refused,
    /// The answer was lost and cannot be looked up yet.
    Unknown,
    /// Accepted, and no longer there.
    MissingInKot,
    /// There at another time or of another kind.
    ChangedInKot,
    /// Two 出勤 or two 退勤 on one day.
    DoubleInKot,
    /// Not sent, since another recorder had punched.
    AlreadyThere,
    /// Logs outside 入社日 and 退職日.
    NotEmployed,
    /// A 従業員コード that belongs to another person than before.
    CodeMoved,
    /// A punch of a work day too long ago.
    TooOld,
    /// A punch of a month that KING OF TIME has closed.
    ClosedMonth,
    /// A punch whose fate a person must decide.
    Person,
    /// A punch that KING OF TIME would not take: later than the end of the day after its work day.
    OutOfDay,
    /// KING OF TIME's reading lacks punches that it had accepted.
    KotIncomplete,
    /// A log from the future, or collected before it occurred.
    ClockWrong,
    /// MaLion refused the codes.
    MalionAccess,
    /// KING OF TIME refused the token, the IP address or the permission, or is closed when it should not be.
    KotAccess,
    /// MaLion, which had logs before, has sent none at all for 72 hours.
    SourceSilent,
    /// A person's day, or the whole file, to which nothing is sent until a person says so.
    Frozen,
    /// The daily sync was stopped by a safety limit.
    SyncStopped,
}

impl Code {
    /// All codes, in the order in which they are told.
    pub const ALL: [Self; 29] = [
        Self::Unlinked,
        Self::SharedUserName,
        Self::NoLogs,
        Self::NoLinkCode,
        Self::OtherOperation,
        Self::WaitingLogoff,
        Self::NoLogoff,
        Self::NoLogon,
        Self::NightLogon,
        Self::LateChange,
        Self::Refused,
        Self::Unknown,
        Self::MissingInKot,
        Self::ChangedInKot,
        Self::DoubleInKot,
        Self::AlreadyThere,
        Self::NotEmployed,
        Self::CodeMoved,
        Self::TooOld,
        Self::ClosedMonth,
        Self::Person,
        Self::OutOfDay,
        Self::KotIncomplete,
        Self::ClockWrong,
        Self::MalionAccess,
        Self::KotAccess,
        Self::SourceSilent,
        Self::Frozen,
        Self::SyncStopped,
    ];

    /// Its name in JSON, tables and catalogues.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unlinked => "unlinked",
            Self::SharedUserName => "shared-user-name",
            Self::NoLogs => "no-logs",
            Self::NoLinkCode => "no-link-code",
            Self::OtherOperation => "other-operation",
            Self::WaitingLogoff => "waiting-logoff",
            Self::NoLogoff => "no-logoff",
            Self::NoLogon => "no-logon",
            Self::NightLogon => "night-logon",
            Self::LateChange => "late-change",
            Self::Refused => "refused",
            Self::Unknown => "unknown",
            Self::MissingInKot => "missing-in-kot",
            Self::ChangedInKot => "changed-in-kot",
            Self::DoubleInKot => "double-in-kot",
            Self::AlreadyThere => "already-there",
            Self::NotEmployed => "not-employed",
            Self::CodeMoved => "code-moved",
            Self::TooOld => "too-old",
            Self::ClosedMonth => "closed-month",
            Self::Person => "person",
            Self::OutOfDay => "out-of-day",
            Self::KotIncomplete => "kot-incomplete",
            Self::ClockWrong => "clock-wrong",
            Self::MalionAccess => "malion-access",
            Self::KotAccess => "kot-access",
            Self::SourceSilent => "source-silent",
            Self::Frozen => "frozen",
            Self::SyncStopped => "sync-stopped",
        }
    }

    /// The code of that name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|code| code.name() == name)
    }

    /// Whether somebody must act on it. A shared name is only a note where nothing is held for it;
    /// [`Finding::severity`] has the last word.
    pub fn severity(self) -> Severity {
        match self {
            Self::NoLinkCode
            | Self::OtherOperation
            | Self::WaitingLogoff
            | Self::Unknown
            | Self::ChangedInKot
            | Self::AlreadyThere
            | Self::KotIncomplete => Severity::Note,
            _ => Severity::Act,
        }
    }
}

/// What a finding rests on. Everything that is not known is left empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, serde::Deserialize)]
pub struct Evidence {
    /// The logs, by row.
    #[serde(default)]
    pub logs: Vec<i64>,
    /// Times, RFC 3339 in JST, oldest first; for a change: from, to.
    #[serde(default)]
    pub times: Vec<String>,
    /// PCs.
    #[serde(default)]
    pub terminals: Vec<String>,
    /// Facts by name: `nearest`, `difference`, `kot_code`, `kot_message`, `until`, `count`, `kind`, `link`.
    #[serde(default, flatten)]
    pub facts: std::collections::BTreeMap<String, String>,
}

impl Evidence {
    fn absorb(&mut self, more: Self) {
        self.logs.extend(more.logs);
        self.times.extend(more.times);
        for terminal in more.terminals {
            if !self.terminals.contains(&terminal) {
                self.terminals.push(terminal);
            }
        }
        for (name, value) in more.facts {
            self.facts
                .entry(name)
                .and_modify(|known| *known = format!("{known},{value}"))
                .or_insert(value);
        }
    }

    /// Adds a log.
    pub fn log(mut self, id: LogId) -> Self {
        self.logs.push(id.0);
        self
    }

    /// Adds a moment.
    pub fn time(mut self, moment: Jst) -> Self {
        let told = moment.to_rfc3339_opts(chrono::SecondsFormat::Secs, false);
        self.times.push(told);
        self
    }

    /// Adds a minute.
    pub fn minute(self, minute: Minute) -> Self {
        self.time(minute.start())
    }

    /// Adds a PC, once.
    pub fn terminal(mut self, terminal: &str) -> Self {
        if !self.terminals.iter().any(|known| known == terminal) {
            self.terminals.push(terminal.to_owned());
        }
        self
    }

    /// Says whose logs a user name stands in, where that is not MaLion.
    pub fn in_logs_of(self, kind: LinkKind) -> Self {
        match kind {
            LinkKind::MaLion => self,
            kind => self.fact("link", kind.label()),
        }
    }

    /// Adds a fact.
    pub fn fact(mut self, name: &str, value: impl Into<String>) -> Self {
        self.facts.insert(name.to_owned(), value.into());
        self
    }
}

/// A finding, before it is stored or told. Cause and remedy are the catalogue's, by its code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub code: Code,
    /// Whether somebody must act.
    pub severity: Severity,
    /// Whom it concerns.
    pub employee: Option<EmployeeKey>,
    /// Which user name it concerns.
    pub user: Option<PcUserName>,
    /// Which work day it concerns.
    pub work_day: Option<WorkDay>,
    /// What it rests on.
    pub evidence: Evidence,
}

/// What makes two findings one: never what they rest on, which may change from round to round.
pub type Identity<'a> = (
    Code,
    Option<&'a EmployeeKey>,
    Option<&'a PcUserName>,
    Option<WorkDay>,
);

impl Finding {
    /// Whom and what it concerns.
    pub fn identity(&self) -> Identity<'_> {
        (
            self.code,
            self.employee.as_ref(),
            self.user.as_ref(),
            self.work_day,
        )
    }

    /// A finding about a person's work day.
    pub fn of_day(code: Code, employee: &EmployeeKey, day: WorkDay, evidence: Evidence) -> Self {
        Self {
            code,
            severity: code.severity(),
            employee: Some(employee.clone()),
            user: None,
            work_day: Some(day),
            evidence,
        }
    }

    /// A finding about the set-up, whomever it concerns.
    pub fn of_all(code: Code, evidence: Evidence) -> Self {
        Self {
            code,
            severity: code.severity(),
            employee: None,
            user: None,
            work_day: None,
            evidence,
        }
    }

    /// A finding about a user name.
    pub fn of_user(code: Code, user: &PcUserName, evidence: Evidence) -> Self {
        Self {
            code,
            severity: code.severity(),
            employee: None,
            user: Some(user.clone()),
            work_day: None,
            evidence,
        }
    }
}
