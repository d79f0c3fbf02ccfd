//! Who can get at the state file: a plain file of the user that runs the program, which nobody else can read, write
//! or exchange.

use std::fs::{self, Metadata};
use std::io::ErrorKind;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use super::Error;
use super::file::{BESIDE, beside, folder_of};
use super::here::{NEW_NUMBER, NUMBER};
use super::lock::LOCK;
use super::restore::KEPT;

/// Permissions of group and others: any at all, and those to write.
const ANY: u32 = 0o077;
const TO_WRITE: u32 = 0o022;
/// In such a folder only its owner and theirs can exchange files.
const STICKY: u32 = 0o1000;

/// Refuses the file, its folder and what stands beside it, where somebody else has a hand in them.
///
/// # Errors
/// [`Error::NotAFile`], [`Error::OtherOwner`], [`Error::OpenToOthers`], [`Error::FolderOpen`], [`Error::TwoNames`];
/// [`Error::Io`].
pub(super) fn refuse_foreign_access(path: &Path) -> Result<(), Error> {
    refuse_folder_of_others(path)?;
    for suffix in [""].into_iter().chain(BESIDE) {
        let path = &beside(path, suffix);
        if let Some(found) = own_file(path)? {
            refuse_permissions(path, &found, ANY)?;
        }
    }
    // They hold no secret, but who writes them holds up rounds.
    for suffix in [LOCK, NUMBER, NEW_NUMBER] {
        let path = &beside(path, suffix);
        if let Some(found) = own_file(path)? {
            refuse_permissions(path, &found, TO_WRITE)?;
        }
    }
    refuse_second_name(path)
}

/// What stands there, where it is a plain file of this user; nothing where nothing does.
///
/// # Errors
/// [`Error::NotAFile`], [`Error::OtherOwner`], [`Error::Io`].
pub(super) fn own_file(path: &Path) -> Result<Option<Metadata>, Error> {
    let found = match fs::symlink_metadata(path) {
        Ok(found) => found,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(io(path, error)),
    };
    if !found.is_file() {
        return Err(Error::NotAFile(path.to_owned()));
    }
    // Also for root: what it lays down beside the file of a service, the service cannot read.
    if found.uid() != me() {
        return Err(Error::OtherOwner {
            path: path.to_owned(),
            owner: found.uid(),
            me: me(),
        });
    }
    Ok(Some(found))
}

fn refuse_permissions(path: &Path, found: &Metadata, permissions: u32) -> Result<(), Error> {
    let mode = found.mode() & 0o777;
    if mode & permissions == 0 {
        return Ok(());
    }
    Err(Error::OpenToOthers {
        path: path.to_owned(),
        mode,
    })
}

/// Whoever can write to the folder can put another file in the place of this one.
fn refuse_folder_of_others(path: &Path) -> Result<(), Error> {
    let folder = folder_of(path);
    let found = fs::metadata(folder).map_err(|error| io(path, error))?;
    let mode = found.mode() & 0o7777;
    let is_open = mode & TO_WRITE != 0 && mode & STICKY == 0;
    if is_open || ![me(), 0].contains(&found.uid()) {
        return Err(Error::FolderOpen {
            folder: folder.to_owned(),
            mode,
            owner: found.uid(),
        });
    }
    Ok(())
}

/// Under two names it would have two locks and two logs, and two relays that know nothing of each other. The name
/// that a restore has just given it is none: a power cut can leave both.
fn refuse_second_name(path: &Path) -> Result<(), Error> {
    let Some(found) = own_file(path)? else {
        return Ok(());
    };
    if found.nlink() < 2 {
        return Ok(());
    }
    let entries = fs::read_dir(folder_of(path)).map_err(|error| io(path, error))?;
    let kept = beside(path, KEPT);
    let kept = kept
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let is_kept = |entry: &fs::DirEntry| {
        let is_called_so = entry.file_name().to_string_lossy().starts_with(&kept);
        is_called_so
            && entry
                .metadata()
                .is_ok_and(|other| other.ino() == found.ino())
    };
    let known = 1 + entries.flatten().filter(is_kept).count();
    if usize::try_from(found.nlink()).is_ok_and(|names| names <= known) {
        return Ok(());
    }
    Err(Error::TwoNames(path.to_owned()))
}

fn me() -> u32 {
    rustix::process::geteuid().as_raw()
}

fn io(path: &Path, source: std::io::Error) -> Error {
    Error::Io {
        path: path.to_owned(),
        source,
    }
}
