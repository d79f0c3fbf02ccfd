//! A session as people look at it: where, from when, until when.

use super::pc_log::PcLog;
use super::session::Session;
use super::time::Jst;

/// Somebody was logged on to a PC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PcSession {
    /// The PC.
    pub terminal: String,
    /// The ログオン.
    pub from: Jst,
    /// The ログオフ; `None` where none is known.
    pub until: Option<Jst>,
}

impl PcSession {
    /// The session among the logs that its positions mean.
    pub(super) fn of(session: &Session, logs: &[PcLog]) -> Option<Self> {
        let logon = logs.get(session.logon)?;
        let logoff = session.logoff.and_then(|index| logs.get(index));
        Some(Self {
            terminal: logon.raw.terminal.clone(),
            from: logon.raw.occurred_at,
            until: logoff.map(|log| log.raw.occurred_at),
        })
    }
}
