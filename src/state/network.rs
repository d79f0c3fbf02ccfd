//! Network file systems, on which neither locks nor fsync can be relied on.

use std::path::Path;

use super::Error;

/// File systems that live on other machines, by the `f_type` of statfs(2). Those of FUSE (sshfs and others) cannot be
/// told apart from local ones.
const NETWORK_FILE_SYSTEMS: [(u64, &str); 16] = [
    (0x6969, "NFS"),
    (0x517b, "SMB"),
    (0xff53_4d42, "CIFS"),
    (0xfe53_4d42, "SMB2"),
    (0x564c, "NCP"),
    (0x5346_414f, "AFS"),
    (0x6b41_4653, "kAFS"),
    (0x00c3_6400, "Ceph"),
    (0x7375_7245, "Coda"),
    (0x0102_1997, "9P"),
    (0x0bd0_0bd0, "Lustre"),
    (0x4750_4653, "GPFS"),
    (0x1983_0326, "BeeGFS"),
    (0x0116_1970, "GFS2"),
    (0x7461_636f, "OCFS2"),
    (0x786f_4256, "VirtualBox"),
];

/// Refuses a folder whose locks and writes another machine answers for.
pub(super) fn refuse_network_file_system(folder: &Path, path: &Path) -> Result<(), Error> {
    let Ok(found) = rustix::fs::statfs(folder) else {
        return Ok(());
    };
    #[allow(
        clippy::cast_sign_loss,
        reason = "f_type is a magic number whose sign and width differ by platform"
    )]
    let kind = (found.f_type as u64) & 0xffff_ffff;
    if is_on_a_network(kind) {
        return Err(Error::NetworkFileSystem(path.to_owned()));
    }
    Ok(())
}

fn is_on_a_network(kind: u64) -> bool {
    NETWORK_FILE_SYSTEMS.iter().any(|(known, _)| *known == kind)
}

#[cfg(test)]
mod tests {
    use super::is_on_a_network;

    #[test]
    fn the_file_systems_of_this_machine_are_told_from_those_of_others() {
        let (nfs, cifs, smb2, ceph) = (0x6969, 0xff53_4d42, 0xfe53_4d42, 0x00c3_6400);
        for kind in [nfs, cifs, smb2, ceph, 0x0102_1997] {
            assert!(is_on_a_network(kind), "{kind:x}");
        }
        let (ext4, xfs, btrfs, tmpfs, zfs) =
            (0xef53, 0x5846_5342, 0x9123_683e, 0x0102_1994, 0x2fc1_2fc1);
        for kind in [ext4, xfs, btrfs, tmpfs, zfs] {
            assert!(!is_on_a_network(kind), "{kind:x}");
        }
    }
}
