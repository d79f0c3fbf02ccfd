//! Exit codes: what cron and scripts go by.

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Exit {
    /// Done, or nothing to do, or only waiting.
    Done,
    /// Failed.
    Failed,
    /// Wrong usage or settings.
    Usage,
    /// Done, and KING OF TIME refused punches that need a person.
    Refused,
    /// MaLion or KING OF TIME refused the credentials, the permission or the IP address.
    Access,
    /// MaLion or KING OF TIME could not be reached, read or was busy.
    Unreachable,
    /// `logs check` has findings that somebody must act on.
    Findings,
    /// Stopped by a safety limit, or frozen.
    Limit,
    /// Another round holds the lock.
    Busy,
    /// The state file cannot be used.
    State,
    /// Stopped by SIGINT.
    Interrupted,
    /// Stopped by SIGTERM.
    Terminated,
}

impl Exit {
    /// All of them, the one that wins over those behind it first.
    pub const BY_RANK: [Self; 12] = [
        Self::Interrupted,
        Self::Terminated,
        Self::State,
        Self::Busy,
        Self::Usage,
        Self::Limit,
        Self::Access,
        Self::Unreachable,
        Self::Failed,
        Self::Refused,
        Self::Findings,
        Self::Done,
    ];

    /// The number that the process ends with.
    pub fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Failed => 1,
            Self::Usage => 2,
            Self::Refused => 3,
            Self::Access => 4,
            Self::Unreachable => 5,
            Self::Findings => 6,
            Self::Limit => 7,
            Self::Busy => 8,
            Self::State => 9,
            Self::Interrupted => 130,
            Self::Terminated => 143,
        }
    }

    /// The one of two that a run ends with where both apply.
    pub fn or(self, other: Self) -> Self {
        Self::BY_RANK
            .into_iter()
            .find(|exit| *exit == self || *exit == other)
            .unwrap_or(self)
    }
}

impl From<Exit> for std::process::ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}

#[cfg(test)]
mod tests {
    use super::Exit;

    #[test]
    fn one_code_a_run_by_the_order_of_the_contract() {
        let order = [130, 143, 9, 8, 2, 7, 4, 5, 1, 3, 6, 0];
        assert_eq!(Exit::BY_RANK.map(Exit::code), order);
        for (rank, winner) in Exit::BY_RANK.into_iter().enumerate() {
            for loser in Exit::BY_RANK.into_iter().skip(rank) {
                assert_eq!(winner.or(loser), winner);
                assert_eq!(loser.or(winner), winner);
            }
        }
    }
}
