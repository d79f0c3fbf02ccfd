//! Opening the state file: made with mode 0600, checked before it is used, left untouched when refused.

use std::fs::{self, File, OpenOptions};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::access::refuse_foreign_access;
use super::disk::told_by_disk;
use super::network::refuse_network_file_system;
use super::{error::Error, here::Here, schema};

/// How long another command's transaction is waited for.
pub(super) const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

/// How many KiB of the file are kept at hand. More does not make a big company's import faster.
const CACHE: i64 = 8 * 1024;

/// Files up to so many bytes are checked whole at each start, in milliseconds. In a larger one SQLite
/// notices damage where it reads, and `config check` looks at all of it.
const CHECKED_WHOLE: u64 = 8 << 20;

/// What is put behind a file's name for the files that SQLite lays down beside it. They hold what it holds.
pub(super) const BESIDE: [&str; 3] = ["-journal", "-wal", "-shm"];

/// The open state file.
#[derive(Debug)]
pub struct State {
    pub(super) connection: Connection,
    pub(super) path: PathBuf,
    /// What stands beside a copy in memory; beside a file, the disk says it.
    pub(super) copied: Option<Here>,
}

impl State {
    /// Opens the file, making it (mode 0600) and its folder (mode 0700) where they are not there.
    ///
    /// # Errors
    /// Any of [`Error`] that [`Error::is_unusable`] names, with the file left as it was.
    pub fn open(path: &Path) -> Result<Self, Error> {
        let io = |source| Error::Io {
            path: path.to_owned(),
            source,
        };
        make_folder(path)?;
        refuse_foreign_access(path)?;
        match fs::symlink_metadata(path) {
            Ok(_) => {}
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                OpenOptions::new()
                    .write(true)
                    .create_new(true)
                    .mode(0o600)
                    .open(path)
                    .map_err(io)?;
            }
            Err(error) => return Err(io(error)),
        }
        Self::look_before_use(path)?;
        let connection = Connection::open_with_flags(
            path,
            OpenFlags::SQLITE_OPEN_READ_WRITE
                | OpenFlags::SQLITE_OPEN_NO_MUTEX
                | OpenFlags::SQLITE_OPEN_NOFOLLOW,
        )
        .map_err(|error| refused(path, error))?;
        let mut state = Self {
            connection,
            path: path.to_owned(),
            copied: None,
        };
        state.prepare().map_err(|error| match error {
            Error::Sql(error) => refused(path, error),
            other => other,
        })?;
        Ok(state)
    }

    /// Sees the file as it is now, whatever others write from now on. It is only good for reading then.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn stand_still(&self) -> Result<(), Error> {
        // The file is seen as it is at the first reading.
        let statements = "BEGIN; SELECT count(*) FROM meta;";
        Ok(self.connection.execute_batch(statements)?)
    }

    /// A copy of this file in memory, for a dry run: everything can be written to it and beside it, nothing
    /// stays.
    ///
    /// # Errors
    /// [`Error::Sql`] where the copy fails; [`Error::Io`] where what stands beside the file cannot be read.
    pub fn copy_in_memory(&self) -> Result<Self, Error> {
        // Before the file: a round that begins meanwhile must not make the copy look older than its place.
        let here = self.here()?;
        let mut connection = Connection::open_in_memory()?;
        {
            let backup = rusqlite::backup::Backup::new(&self.connection, &mut connection)?;
            backup.run_to_completion(1024, Duration::ZERO, None)?;
        }
        connection.pragma_update(None, "foreign_keys", true)?;
        connection.pragma_update(None, "temp_store", "MEMORY")?;
        Ok(Self {
            connection,
            path: self.path.clone(),
            copied: Some(here),
        })
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Looks at the file read-only, so that a newer or damaged one is refused before anything is written. But
    /// what a power cut has left half done is taken back first: without that it is not the file yet.
    fn look_before_use(path: &Path) -> Result<(), Error> {
        let size = fs::metadata(path)
            .map_err(|source| Error::Io {
                path: path.to_owned(),
                source,
            })?
            .len();
        if size == 0 {
            return Ok(());
        }
        let refuse = |error| refused(path, error);
        let access = match fs::exists(beside(path, "-journal")) {
            Ok(false) => OpenFlags::SQLITE_OPEN_READ_ONLY,
            _ => OpenFlags::SQLITE_OPEN_READ_WRITE,
        };
        let flags = access | OpenFlags::SQLITE_OPEN_NOFOLLOW;
        let reader = Connection::open_with_flags(path, flags).map_err(refuse)?;
        reader.busy_timeout(BUSY_TIMEOUT)?;
        let number = |sql| {
            reader
                .query_row(sql, [], |row| row.get::<_, i64>(0))
                .map_err(refuse)
        };
        let found = number("PRAGMA user_version")?;
        if found > schema::NEWEST {
            return Err(Error::Newer {
                path: path.to_owned(),
                found,
                known: schema::NEWEST,
            });
        }
        let tables = number("SELECT count(*) FROM sqlite_schema")?;
        let detail = if found == 0 && tables > 0 {
            "it is a database of another program".to_owned()
        } else if size <= CHECKED_WHOLE {
            reader
                .query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0))
                .map_err(refuse)?
        } else {
            return Ok(());
        };
        if detail == "ok" {
            Ok(())
        } else {
            Err(Error::Damaged {
                path: path.to_owned(),
                detail,
            })
        }
    }

    fn prepare(&mut self) -> Result<(), Error> {
        self.connection.busy_timeout(BUSY_TIMEOUT)?;
        self.connection.pragma_update(None, "journal_mode", "WAL")?;
        self.connection.pragma_update(None, "synchronous", "FULL")?;
        self.connection.pragma_update(None, "foreign_keys", true)?;
        self.connection.pragma_update(None, "cache_size", -CACHE)?;
        // What is too big for the cache would go to a file in /tmp, which a service may not be let to write.
        self.connection
            .pragma_update(None, "temp_store", "MEMORY")?;
        // A plan does not depend on the values bound, so that no statement is prepared anew for each of them.
        self.connection
            .set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        schema::migrate(&mut self.connection)
    }
}

/// The folder of a state file: made, mode 0700, where it is not there; on a disk of this machine.
pub(super) fn make_folder(path: &Path) -> Result<&Path, Error> {
    let folder = folder_of(path);
    make_durably(folder).map_err(|source| Error::Io {
        path: path.to_owned(),
        source,
    })?;
    refuse_network_file_system(folder, path)?;
    Ok(folder)
}

/// Makes a folder with those that it stands in, so that a power cut does not take what is stored in it
/// along with its name.
fn make_durably(folder: &Path) -> std::io::Result<()> {
    let is_missing = |folder: &&Path| *folder != Path::new("") && !folder.exists();
    let missing: Vec<&Path> = folder.ancestors().take_while(is_missing).collect();
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)?;
    missing
        .into_iter()
        .try_for_each(|made| sync_folder(folder_of(made)))
}

/// Makes durable which names stand in a folder.
pub(super) fn sync_folder(folder: &Path) -> std::io::Result<()> {
    File::open(folder)?.sync_all()
}

/// The folder that a file stands in.
pub(super) fn folder_of(path: &Path) -> &Path {
    let folder = path.parent();
    folder
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// The path of what stands beside a file under its name and `suffix`.
pub(super) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// What SQLite says of a file that it does not open. One that another command writes to, or whose disk fails, is
/// not damaged.
fn refused(path: &Path, error: rusqlite::Error) -> Error {
    use rusqlite::ErrorCode::{DatabaseBusy, DatabaseLocked, OutOfMemory};
    match told_by_disk(path, error) {
        Error::Sql(error) => match error.sqlite_error_code() {
            Some(DatabaseBusy | DatabaseLocked | OutOfMemory) => Error::Sql(error),
            _ => Error::Damaged {
                path: path.to_owned(),
                detail: error.to_string(),
            },
        },
        of_the_disk => of_the_disk,
    }
}

#[cfg(test)]
mod tests;
