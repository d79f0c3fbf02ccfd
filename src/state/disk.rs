//! What the disk says where SQLite says only that something failed.

use std::io::{self, Write};
use std::path::Path;

use rusqlite::ErrorCode;

use super::Error;
use super::file::folder_of;

/// So many bytes SQLite lays down beside the file to open it: its index of the log, and the head of the log.
const ROOM_TO_OPEN: usize = 40 * 1024;

/// SQLite's error about a file as the disk's own, where the disk is what failed: it is full, read-only, or broken.
/// Nothing is wrong with the file itself then, and the next try may succeed.
pub(super) fn told_by_disk(path: &Path, error: rusqlite::Error) -> Error {
    let source = match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => io::ErrorKind::StorageFull.into(),
        Some(
            ErrorCode::CannotOpen
            | ErrorCode::SystemIoFailure
            | ErrorCode::ReadOnly
            | ErrorCode::PermissionDenied,
        ) => refusal(folder_of(path)).unwrap_or_else(|| io::Error::other(error)),
        _ => return Error::Sql(error),
    };
    Error::Io {
        path: path.to_owned(),
        source,
    }
}

/// Why nothing can be written in that folder, in the words of the system, which SQLite does not hand on.
fn refusal(folder: &Path) -> Option<io::Error> {
    let lay_down = || {
        let mut draft = tempfile::Builder::new()
            .prefix(".pcpunch-room-")
            .tempfile_in(folder)
            // Its own words name a draft that nobody asked for.
            .map_err(|error| io::Error::from(error.kind()))?;
        draft.write_all(&[0; ROOM_TO_OPEN])
    };
    lay_down().err()
}

#[cfg(test)]
mod tests {
    use std::io::ErrorKind;

    use rusqlite::ffi;

    use super::{Error, told_by_disk};

    #[test]
    fn a_disk_that_fails_is_told_with_the_file_and_all_else_as_sqlite_does() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state.db");
        for (code, kind) in [
            (ffi::SQLITE_FULL, Some(ErrorKind::StorageFull)),
            (ffi::SQLITE_IOERR, Some(ErrorKind::Other)),
            (ffi::SQLITE_CANTOPEN, Some(ErrorKind::Other)),
            (ffi::SQLITE_READONLY, Some(ErrorKind::Other)),
            (ffi::SQLITE_BUSY, None),
            (ffi::SQLITE_CORRUPT, None),
            (ffi::SQLITE_CONSTRAINT, None),
        ] {
            let error = rusqlite::Error::SqliteFailure(ffi::Error::new(code), None);
            let found = match told_by_disk(&path, error) {
                Error::Io {
                    path: named,
                    source,
                } => {
                    assert_eq!(named, path);
                    Some(source.kind())
                }
                _ => None,
            };
            assert_eq!(found, kind, "{code}");
        }
        let nowhere = folder.path().join("nowhere/state.db");
        let error = rusqlite::Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_CANTOPEN), None);
        let told = told_by_disk(&nowhere, error);
        assert!(matches!(told, Error::Io { source, .. } if source.kind() == ErrorKind::NotFound));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
