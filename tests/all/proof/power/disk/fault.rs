//! How the disk fails under the program, and which steps it refuses then.

use std::ffi::c_int;

const EIO: c_int = 5;
const ENOSPC: c_int = 28;
const EROFS: c_int = 30;

/// What the disk does from the step on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    Full,
    ReadOnly,
    Broken,
}

/// What a step asks of the disk.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Asks {
    /// Room for a name or for bytes.
    Room,
    /// Another name, or less room.
    Change,
    /// That everything has come to it.
    Sync,
}

impl Fault {
    /// The fault of that name.
    pub(super) fn called(name: &str) -> Self {
        match name {
            "full" => Self::Full,
            "read-only" => Self::ReadOnly,
            "broken" => Self::Broken,
            _ => std::process::abort(),
        }
    }

    /// Whether such a disk refuses that.
    pub(super) fn is_of(self, asks: Asks) -> bool {
        match self {
            Self::Full => asks == Asks::Room,
            Self::ReadOnly => asks != Asks::Sync,
            Self::Broken => asks != Asks::Change,
        }
    }

    /// What it says then.
    pub(super) fn errno(self) -> c_int {
        match self {
            Self::Full => ENOSPC,
            Self::ReadOnly => EROFS,
            Self::Broken => EIO,
        }
    }
}
