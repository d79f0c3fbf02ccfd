//! What this MaLion knows.

use super::shapes::Shape;
use crate::domain::time::Jst;

/// One operation log. It is visible once `collected_at` has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Log {
    /// `None` leaves the field out, as for the other optional ones; empty text is sent as it is.
    pub log_id: Option<String>,
    /// When the PC wrote it.
    pub occurred_at: Jst,
    /// When MaLion had it.
    pub collected_at: Jst,
    /// ログオン, ログオフ, or any other operation.
    pub operation: String,
    /// The PC.
    pub terminal: String,
    /// The Windows domain.
    pub domain: Option<String>,
    /// The Windows user name.
    pub user: Option<String>,
    /// 出退勤システム連携コード.
    pub link_code: Option<String>,
}

impl Log {
    /// A log of that user on that PC, collected as it occurred, without id, domain and link code.
    pub fn new(operation: &str, terminal: &str, user: &str, occurred_at: Jst) -> Self {
        Self {
            log_id: None,
            occurred_at,
            collected_at: occurred_at,
            operation: operation.to_owned(),
            terminal: terminal.to_owned(),
            domain: None,
            user: Some(user.to_owned()),
            link_code: None,
        }
    }

    /// The same with that id.
    #[must_use]
    pub fn with_id(mut self, id: &str) -> Self {
        self.log_id = Some(id.to_owned());
        self
    }

    /// The same, collected then.
    #[must_use]
    pub fn collected(mut self, at: Jst) -> Self {
        self.collected_at = at;
        self
    }

    /// The same in that domain.
    #[must_use]
    pub fn in_domain(mut self, domain: &str) -> Self {
        self.domain = Some(domain.to_owned());
        self
    }
}

/// One MaLion.
pub(super) struct World {
    pub(super) admin_code: String,
    pub(super) secret_code: String,
    pub(super) api_on: bool,
    pub(super) shape: Shape,
    pub(super) logs: Vec<Log>,
}

impl World {
    pub(super) fn new() -> Self {
        Self {
            admin_code: "sandbox-admin".to_owned(),
            secret_code: "sandbox-secret".to_owned(),
            api_on: true,
            shape: Shape::Assumed,
            logs: Vec::new(),
        }
    }
}
