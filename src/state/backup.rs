//! A consistent copy of the file, taken while a relay runs.

use std::fs::{self, OpenOptions};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::time::Duration;

use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};

use super::disk::told_by_disk;
use super::file::{folder_of, sync_folder};
use super::{Error, State};

/// How long a page that another command is writing is waited for before it is asked for again.
const PAUSE: Duration = Duration::from_millis(50);

impl State {
    /// Writes a copy of this file to `to`, mode 0600, whole or not at all; a file of that name is replaced.
    /// The settings `left_out` are not in it, nor any byte of them.
    ///
    /// # Errors
    /// [`Error::Io`], [`Error::Sql`]; `to` is as it was then.
    pub fn back_up(&self, to: &Path, left_out: &[&str]) -> Result<(), Error> {
        let io = |source| Error::Io {
            path: to.to_owned(),
            source,
        };
        let folder = folder_of(to);
        // With all that SQLite lays down beside the copy, which may hold what is left out, it is gone again in the end.
        let draft = tempfile::Builder::new()
            .prefix(".pcpunch-backup-")
            .tempdir_in(folder)
            // Its own words name a draft that nobody asked for.
            .map_err(|error| io(error.kind().into()))?;
        let place = draft.path().join("backup.db");
        let mut options = OpenOptions::new();
        let options = options.write(true).create_new(true).mode(0o600);
        let file = options.open(&place).map_err(io)?;
        let copied = self.copy_to(&place, left_out);
        copied.map_err(|error| told_by_disk(to, error))?;
        file.sync_all().map_err(io)?;
        fs::rename(&place, to).map_err(io)?;
        sync_folder(folder).map_err(io)
    }

    fn copy_to(&self, path: &Path, left_out: &[&str]) -> rusqlite::Result<()> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut copy = Connection::open_with_flags(path, flags)?;
        // All pages in one step: between two, another command could change the file and it would begin anew.
        Backup::new(&self.connection, &mut copy)?.run_to_completion(i32::MAX, PAUSE, None)?;
        // One file, and no journal beside it that would hold what is left out.
        copy.pragma_update(None, "journal_mode", "MEMORY")?;
        copy.pragma_update(None, "secure_delete", true)?;
        for key in left_out {
            copy.execute("DELETE FROM settings WHERE key = ?1", [key])?;
        }
        copy.execute_batch("VACUUM")?;
        copy.close().map_err(|(_, error)| error)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::MetadataExt;

    use crate::state::fixture::{Fixture, at};

    #[test]
    fn what_is_left_out_leaves_no_byte_in_the_copy() {
        let mut fixture = Fixture::new();
        let secret = "5ec3e7-".repeat(900);
        let changes = [
            ("kot.token", Some(secret.as_str())),
            ("kot.lanes", Some("2")),
        ];
        fixture
            .state
            .change_settings(&changes, at("17 10:00:00"))
            .unwrap();
        let renewed = [("kot.token", Some("5ec3e7-short"))];
        fixture
            .state
            .change_settings(&renewed, at("17 10:00:00"))
            .unwrap();

        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("backup.db");
        let holds = || {
            let bytes = fs::read(&file).unwrap();
            bytes.windows(6).filter(|bytes| bytes == b"5ec3e7").count()
        };
        fixture.state.back_up(&file, &[]).unwrap();
        assert!(holds() > 0);
        fixture.state.back_up(&file, &["kot.token"]).unwrap();
        assert_eq!(holds(), 0);
        assert_eq!(fs::metadata(&file).unwrap().mode() & 0o777, 0o600);
        let names = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(names, 1, "nothing is left beside it");
    }
}
