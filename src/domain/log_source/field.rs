//! The fields of a record.

/// A field of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The source's id of the record.
    LogId,
    /// 発生日時.
    OccurredAt,
    /// 収集日時.
    CollectedAt,
    /// 操作.
    Operation,
    /// What tells operations of one word apart, as the logon type does for Windows' event 4624.
    OperationDetail,
    /// 端末名.
    Terminal,
    /// ドメイン名.
    Domain,
    /// ユーザー名.
    User,
    /// 出退勤システム連携コード.
    LinkCode,
}

impl Field {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 9] = [
        Self::LogId,
        Self::OccurredAt,
        Self::CollectedAt,
        Self::Operation,
        Self::OperationDetail,
        Self::Terminal,
        Self::Domain,
        Self::User,
        Self::LinkCode,
    ];

    /// Those without which a record says nothing.
    pub const NEEDED: [Self; 3] = [Self::OccurredAt, Self::Operation, Self::Terminal];

    /// Its name in profiles, errors and JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::LogId => "log_id",
            Self::OccurredAt => "occurred_at",
            Self::CollectedAt => "collected_at",
            Self::Operation => "operation",
            Self::OperationDetail => "operation_detail",
            Self::Terminal => "terminal",
            Self::Domain => "domain",
            Self::User => "user",
            Self::LinkCode => "link_code",
        }
    }

    /// The field of that name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }
}
