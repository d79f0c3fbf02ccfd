//! Putting a copy in the place of the file: it is looked at whole before anything is replaced.

use std::fs::{self, File, OpenOptions};
use std::io::ErrorKind;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use tempfile::TempDir;

use super::file::{BESIDE, beside, folder_of, make_folder, sync_folder};
use super::{Error, Run, State};
use crate::domain::time::Jst;

/// What is put behind the name of the file that was there.
pub(super) const KEPT: &str = ".before-restore";

/// A copy that was found to be whole and is not in its place yet.
#[derive(Debug)]
pub struct Restoring {
    copy: State,
    draft: TempDir,
    path: PathBuf,
}

/// A setting that stays as it is where a copy has nothing for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The setting.
    pub key: &'static str,
    /// The one that takes its place, where there is such.
    pub instead: Option<&'static str>,
}

impl Restoring {
    /// Looks at the copy `file` whole, so that it can take the place of the state file at `path`.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Newer`] and [`Error::NotAFile`] about `file`; [`Error::Io`].
    pub fn of(file: &Path, path: &Path) -> Result<Self, Error> {
        let folder = make_folder(path)?;
        let io = |source| Error::Io {
            path: file.to_owned(),
            source,
        };
        if !fs::metadata(file).map_err(io)?.is_file() {
            return Err(Error::NotAFile(file.to_owned()));
        }
        let draft = tempfile::Builder::new()
            .prefix(".pcpunch-restore-")
            // Whatever the umask allows.
            .permissions(fs::Permissions::from_mode(0o700))
            .tempdir_in(folder)
            .map_err(io)?;
        let place = draft.path().join("state.db");
        for suffix in ["", "-journal", "-wal"] {
            copy_file(&beside(file, suffix), &beside(&place, suffix)).map_err(io)?;
        }
        let copy = open_whole(&place).map_err(|error| about(file, error))?;
        Ok(Self {
            copy,
            draft,
            path: path.to_owned(),
        })
    }

    /// The last round that the copy knows of.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn last_run(&self) -> Result<Option<Run>, Error> {
        Ok(self.copy.last_runs(1)?.pop())
    }

    /// Puts the copy in its place, marked as restored. Of the settings `kept`, those for which it has nothing stay
    /// as they are in `present`, where that could be opened. Gives where the file that was there stands now.
    /// The round lock must be held.
    ///
    /// # Errors
    /// [`Error::Locked`] where another command uses the file; [`Error::Io`], [`Error::Sql`]. The file that
    /// was there is in its place then.
    pub fn put(
        mut self,
        present: Option<State>,
        kept: &[Kept],
        now: Jst,
    ) -> Result<Option<PathBuf>, Error> {
        if let Some(present) = &present {
            let stored = self.copy.stored_settings()?;
            let lacks = |kept: &&Kept| {
                let mut keys = [Some(kept.key), kept.instead].into_iter().flatten();
                keys.all(|key| !stored.contains_key(key))
            };
            for kept in kept.iter().filter(lacks) {
                if let Some(value) = present.stored_setting(kept.key)? {
                    self.copy
                        .change_settings(&[(kept.key, Some(value.as_str()))], now)?;
                }
            }
        }
        self.copy.mark_restored(now)?;
        into_one_file(self.copy)?;
        if let Some(present) = present {
            // A log left beside the file would be taken for the new one's.
            into_one_file(present)?;
        }
        let path = &self.path;
        let put = || {
            let kept = keep(path)?;
            // Nothing of the old one may stand beside the new one, whenever the power fails.
            sync_folder(folder_of(path))?;
            fs::rename(self.draft.path().join("state.db"), path)?;
            sync_folder(folder_of(path))?;
            Ok(kept)
        };
        put().map_err(|source| Error::Io {
            path: path.clone(),
            source,
        })
    }
}

/// Opens the copy of a state file, and looks at all of it.
fn open_whole(path: &Path) -> Result<State, Error> {
    let version = Connection::open(path)
        .and_then(|file| file.query_row("PRAGMA user_version", [], |row| row.get::<_, i64>(0)));
    let detail = match version {
        Ok(0) => "it is no state file".to_owned(),
        Ok(_) => {
            let state = State::open(path)?;
            state.prove_whole()?;
            return Ok(state);
        }
        Err(error) => error.to_string(),
    };
    Err(Error::Damaged {
        path: path.to_owned(),
        detail,
    })
}

/// The error as one about the file that the person named.
fn about(file: &Path, error: Error) -> Error {
    let path = file.to_owned();
    match error {
        Error::Damaged { detail, .. } => Error::Damaged { path, detail },
        Error::Newer { found, known, .. } => Error::Newer { path, found, known },
        Error::Io { source, .. } => Error::Io { path, source },
        other => other,
    }
}

/// Closes a file with nothing left beside it. Refused while another command has it open.
fn into_one_file(state: State) -> Result<(), Error> {
    let mode: Result<String, _> =
        state
            .connection
            .query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0));
    let in_use = match mode {
        Ok(mode) => mode != "delete",
        Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy) => true,
        Err(error) => return Err(error.into()),
    };
    if in_use {
        return Err(Error::Locked(state.path));
    }
    state.connection.close().map_err(|(_, error)| error.into())
}

/// Keeps the file that is there under another name too, never in the place of an earlier one; what stands
/// beside a file that could not be opened goes with it.
fn keep(path: &Path) -> std::io::Result<Option<PathBuf>> {
    if !path.try_exists()? {
        return Ok(None);
    }
    let mut number = 1;
    let kept = loop {
        let suffix = match number {
            1 => KEPT.to_owned(),
            number => format!("{KEPT}-{number}"),
        };
        let kept = beside(path, &suffix);
        match fs::hard_link(path, &kept) {
            Ok(()) => break kept,
            Err(error) if error.kind() == ErrorKind::AlreadyExists => number += 1,
            Err(error) => return Err(error),
        }
    };
    for suffix in BESIDE {
        match fs::rename(beside(path, suffix), beside(&kept, suffix)) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(Some(kept))
}

/// Copies what is there, mode 0600.
fn copy_file(from: &Path, to: &Path) -> std::io::Result<()> {
    let mut from = match File::open(from) {
        Ok(from) => from,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    let mut options = OpenOptions::new();
    let mut to = options.write(true).create_new(true).mode(0o600).open(to)?;
    std::io::copy(&mut from, &mut to)?;
    to.sync_all()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Error, Kept, Restoring};
    use crate::domain::time::from_epoch;
    use crate::state::{Elsewhere, State};

    #[test]
    fn a_copy_takes_the_place_with_the_secrets_that_it_lacks_and_the_old_one_stays_beside() {
        let folder = tempfile::tempdir().unwrap();
        let [path, copy] = ["state.db", "copy.db"].map(|name| folder.path().join(name));
        let now = from_epoch(1_734_393_839).unwrap();
        let mut state = State::open(&path).unwrap();
        let before = [
            ("kot.token", Some("old")),
            ("malion.admin_code", Some("a")),
            ("malion.secret_code_command", Some("pass show malion")),
        ];
        state.change_settings(&before, now).unwrap();
        state.begin_run(now).unwrap();
        state.back_up(&copy, &["kot.token"]).unwrap();
        let after = [
            ("kot.token", Some("new")),
            ("malion.admin_code", Some("b")),
            ("malion.secret_code", Some("c")),
            ("malion.secret_code_command", None),
        ];
        state.change_settings(&after, now).unwrap();
        drop(state);

        for kept in ["state.db.before-restore", "state.db.before-restore-2"] {
            let present = State::open(&path).ok();
            let restoring = Restoring::of(&copy, &path).unwrap();
            assert_eq!(restoring.last_run().unwrap().map(|run| run.id), Some(1));
            let kept_settings = ["kot.token", "malion.admin_code", "malion.secret_code"];
            let kept_settings = kept_settings.map(|key| Kept {
                key,
                instead: (key == "malion.secret_code").then_some("malion.secret_code_command"),
            });
            let old = restoring.put(present, &kept_settings, now).unwrap();
            assert_eq!(old, Some(folder.path().join(kept)));

            let restored = State::open(&path).unwrap();
            assert_eq!(restored.elsewhere().unwrap(), Some(Elsewhere::Restored));
            let setting = |key| restored.stored_setting(key).unwrap();
            assert_eq!(setting("kot.token").as_deref(), Some("new"));
            assert_eq!(setting("malion.admin_code").as_deref(), Some("a"));
            assert_eq!(
                setting("malion.secret_code"),
                None,
                "the copy has a command"
            );
        }
        let old = State::open(&folder.path().join("state.db.before-restore")).unwrap();
        let kept = old.stored_setting("malion.admin_code").unwrap();
        assert_eq!(kept.as_deref(), Some("b"));
    }

    #[test]
    fn a_file_that_is_in_use_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let [path, copy] = ["state.db", "copy.db"].map(|name| folder.path().join(name));
        let state = State::open(&path).unwrap();
        state.back_up(&copy, &[]).unwrap();
        let present = State::open(&path).unwrap();
        present
            .connection
            .busy_timeout(std::time::Duration::ZERO)
            .unwrap();
        let restoring = Restoring::of(&copy, &path).unwrap();
        let now = from_epoch(0).unwrap();
        assert!(matches!(
            restoring.put(Some(present), &[], now),
            Err(Error::Locked(_))
        ));
        assert_eq!(state.elsewhere().unwrap(), None);
    }

    #[test]
    fn what_is_no_state_file_is_refused_and_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state.db");
        let file = folder.path().join("copy.db");
        for bytes in [
            &b""[..],
            b"text, and no database, of more than a hundred bytes"
                .repeat(9)
                .as_slice(),
        ] {
            fs::write(&file, bytes).unwrap();
            match Restoring::of(&file, &path) {
                Err(Error::Damaged { path: named, .. }) => assert_eq!(named, file),
                other => panic!("{other:?}"),
            }
        }
        assert!(!path.exists());
        let names = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(names, 1, "nothing is left beside it");
    }
}
