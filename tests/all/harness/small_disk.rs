//! A command whose state file is on a real file system of a few KiB.

use std::fs;
use std::process::{Command, Stdio};

use super::office::Office;
use super::ran::Ran;

/// Mounts a file system in memory in its own namespace, brings the state there, runs the command and brings the state
/// back.
const SCRIPT: &str = r#"
room=$1 kept=$2 size=$3
shift 3
mount -t tmpfs -o "mode=700,size=${size}k" tmpfs "$room"
cp -a "$kept/." "$room/"
code=0
"$@" || code=$?
rm -f "$kept"/*
cp -a "$room/." "$kept/"
exit "$code"
"#;

/// What a file on it takes at least.
const PAGE: u64 = 4096;

impl Office {
    /// Runs the command where the files of the state have room for so many KiB more; `None`, which is said, where the
    /// machine lets no user mount such a place.
    #[allow(clippy::print_stdout, reason = "what was not tried is said")]
    pub(crate) fn run_with_room_for(&self, kib: u64, words: &[&str]) -> Option<Ran> {
        let kept = self.state_file().parent().expect("a folder").to_owned();
        let room = self.path("room");
        fs::create_dir_all(&room).expect("a folder");
        let pages = |entry: std::io::Result<fs::DirEntry>| {
            let found = entry.and_then(|entry| entry.metadata());
            found.expect("a file").len().div_ceil(PAGE)
        };
        let taken: u64 = fs::read_dir(&kept).expect("a folder").map(pages).sum();
        let around = |size: u64| {
            let mut command = Command::new("unshare");
            let namespaces = ["--user", "--map-root-user", "--mount"];
            command
                .args(namespaces)
                .args(["sh", "-euc", SCRIPT, "sh"])
                .arg(&room)
                .arg(&kept)
                .arg(size.to_string());
            command
        };
        let tried = around(taken * PAGE / 1024 + 64).arg("true").output();
        if !tried.is_ok_and(|tried| tried.status.success()) {
            println!(
                "not tried: no file system can be mounted in a user namespace on this machine"
            );
            return None;
        }
        let inner = self.command(words);
        let mut command = around(taken * PAGE / 1024 + kib);
        command
            .arg(inner.get_program())
            .args(inner.get_args())
            .env_clear();
        let set = inner.get_envs();
        let output = command
            .envs(set.filter_map(|(name, value)| Some((name, value?))))
            .env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin")
            .env("PCPUNCH_STATE", room.join("state.db"))
            .current_dir(self.path("."))
            .stdin(Stdio::null())
            .output();
        Some(Ran::new(self.typed(words), output.expect("it ends")))
    }
}
