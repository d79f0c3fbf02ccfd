//! Commands for which everything but the state folder is read-only, as for a hardened service.

use std::os::unix::fs::DirBuilderExt;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use super::office::Office;
use super::ran::Ran;

/// Makes every mount of its own namespace read-only but the folder, then becomes the command.
const SCRIPT: &str = r#"
state=$1
shift
mount --bind "$state" "$state"
while read -r _ _ _ _ place _; do
    [ "$place" = "$state" ] || mount -o remount,bind,ro "$place" 2>/dev/null || :
done </proc/self/mountinfo
exec "$@"
"#;

/// An office's commands, locked in.
pub(crate) struct Cage<'a> {
    office: &'a Office,
    state: PathBuf,
}

impl Office {
    /// The cage around its state folder; `None` where the machine lets no user make such a place.
    #[allow(clippy::print_stdout, reason = "what was not tried is said")]
    pub(crate) fn cage(&self) -> Option<Cage<'_>> {
        let state = self.state_file();
        let state = state.parent().expect("a folder").to_owned();
        let mut private = std::fs::DirBuilder::new();
        private.recursive(true).mode(0o700);
        private.create(&state).expect("a folder");
        let office = self;
        let cage = Cage { office, state };
        let made = cage.around(&Command::new("true")).output();
        if made.is_ok_and(|made| made.status.success()) {
            return Some(cage);
        }
        println!("not tried: no user namespace with read-only mounts on this machine");
        None
    }
}

impl Cage<'_> {
    /// Runs a command of the office.
    pub(crate) fn run(&self, words: &[&str]) -> Ran {
        let output = self.around(&self.office.command(words)).output();
        Ran::new(self.office.typed(words), output.expect("the program ends"))
    }

    /// Whether a file could be laid down in that folder.
    pub(crate) fn lets_write(&self, folder: &str) -> bool {
        let mut touch = Command::new("touch");
        touch.arg(format!("{folder}/pcpunch-was-here"));
        let output = self.around(&touch).output().expect("touch ends");
        output.status.success()
    }

    fn around(&self, inner: &Command) -> Command {
        let mut command = Command::new("unshare");
        let namespaces = ["--user", "--map-root-user", "--mount"];
        command
            .args(namespaces)
            .args(["sh", "-euc", SCRIPT, "sh"])
            .arg(&self.state)
            .arg(inner.get_program())
            .args(inner.get_args())
            .env_clear()
            .env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        let set = inner.get_envs();
        command.envs(set.filter_map(|(name, value)| Some((name, value?))));
        if let Some(folder) = inner.get_current_dir() {
            command.current_dir(folder);
        }
        command.stdin(Stdio::null());
        command
    }
}
