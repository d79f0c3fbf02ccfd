//! What can be wrong with the state file.

use std::path::PathBuf;

use thiserror::Error;

/// Why the state file cannot be used, or what it refused.
#[derive(Debug, Error)]
pub enum Error {
    /// Group or others have a permission on the file (its mode, octal).
    #[error("{path} is open to others (mode {mode:o})")]
    OpenToOthers {
        /// The file.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// The file belongs to another user than the one that runs the program.
    #[error("{path} belongs to user {owner}, not {me}")]
    OtherOwner {
        /// The file.
        path: PathBuf,
        /// Its user id.
        owner: u32,
        /// The user id that the program runs under.
        me: u32,
    },
    /// Others can exchange the files of the folder.
    #[error("{folder} of user {owner} is open to others (mode {mode:o})")]
    FolderOpen {
        /// The folder.
        folder: PathBuf,
        /// Its permission bits, with those of setuid, setgid and sticky.
        mode: u32,
        /// Its user id.
        owner: u32,
    },
    /// The file has a second name (a hard link), under which another relay could run.
    #[error("{0} has a second name")]
    TwoNames(PathBuf),
    /// The path is a link, a directory or another thing that is no plain file.
    #[error("{0} is not a plain file")]
    NotAFile(PathBuf),
    /// The file is on a network file system, where locks cannot be relied on.
    #[error("{0} is on a network file system")]
    NetworkFileSystem(PathBuf),
    /// A later version of the program wrote the file.
    #[error("{path} has schema {found}, newer than {known}")]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its `user_version`.
        found: i64,
        /// The newest this program knows.
        known: i64,
    },
    /// The file is no database, or it disagrees with itself.
    #[error("{path} is damaged: {detail}")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What SQLite says.
        detail: String,
    },
    /// Another round holds the lock.
    #[error("another round is running on {0}")]
    Locked(PathBuf),
    /// The operating system refused the file.
    #[error("{path}: {source}")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// SQLite refused a statement: a busy file, a constraint.
    #[error("the state file: {0}")]
    Sql(#[from] rusqlite::Error),
    /// A stored value is none that this program writes.
    #[error("the state file holds {value:?} as {what}")]
    BadValue {
        /// What the value stands for.
        what: &'static str,
        /// The value.
        value: String,
    },
}

impl Error {
    /// Whether the file as such cannot be used (exit code 9).
    pub fn is_unusable(&self) -> bool {
        match self {
            Self::Locked(_) | Self::Io { .. } => false,
            Self::Sql(error) => matches!(
                error.sqlite_error_code(),
                Some(rusqlite::ErrorCode::DatabaseCorrupt | rusqlite::ErrorCode::NotADatabase)
            ),
            _ => true,
        }
    }
}
