//! Files that are there whole or not at all.

use std::fs::Permissions;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use tempfile::NamedTempFile;

/// Writes beside the file and renames, so that there is the old file or the new one, never half of one.
/// `mode` are the permissions before the umask.
///
/// # Errors
/// What the operating system says; nothing is left beside it then.
pub(super) fn replace(path: &Path, bytes: &[u8], mode: u32) -> std::io::Result<()> {
    put(beside(path, mode)?, path, bytes)
}

/// The same for a file that everybody may read, whatever the umask says.
///
/// # Errors
/// What the operating system says; nothing is left beside it then.
pub(super) fn replace_for_readers(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let beside = beside(path, 0o644)?;
    let mode = Permissions::from_mode(0o644);
    beside.as_file().set_permissions(mode)?;
    put(beside, path, bytes)
}

fn beside(path: &Path, mode: u32) -> std::io::Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| *folder != Path::new(""));
    tempfile::Builder::new()
        .permissions(Permissions::from_mode(mode))
        .tempfile_in(folder.unwrap_or(Path::new(".")))
        // What the file beside is called is nothing that anybody has asked for.
        .map_err(|error| error.kind().into())
}

fn put(mut beside: NamedTempFile, path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    beside.write_all(bytes)?;
    beside.as_file().sync_all()?;
    beside.persist(path)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::replace;

    #[test]
    fn a_file_is_replaced_whole_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("links.csv");
        for bytes in [&b"first, and longer"[..], b"second"] {
            replace(&path, bytes, 0o600).unwrap();
            assert_eq!(std::fs::read(&path).unwrap(), bytes);
            let mode = std::fs::metadata(&path).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
        assert!(replace(&folder.path().join("missing/links.csv"), b"x", 0o600).is_err());
    }
}
