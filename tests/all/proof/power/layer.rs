//! The layer: compiled once, and put under the program of an office.

use std::env;
use std::fs;
use std::io::{self, Write};
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::process::{self, Command};
use std::sync::OnceLock;

use super::image::STATE;
use super::journal::{Step, parse};
use crate::harness::Office;

const SOURCE: &str = "tests/all/proof/power/disk.rs";

/// A cut at none of the steps.
pub(super) const NEVER: usize = 0;

static COMPILED: OnceLock<Result<PathBuf, String>> = OnceLock::new();

/// The library that stands between the program and its files.
#[derive(Clone, Copy)]
pub(super) struct Layer(&'static Path);

impl Layer {
    /// The layer; `None`, said on stderr, where there can be none.
    pub(super) fn new() -> Option<Self> {
        match COMPILED.get_or_init(compiled) {
            Ok(library) => Some(Self(library)),
            Err(why) => {
                let told = writeln!(io::stderr(), "power cut: not run: {why}");
                told.expect("stderr");
                None
            }
        }
    }

    /// From now on the disk of the office's commands fails at these steps of each.
    pub(super) fn failing(
        self,
        office: &Office,
        fault: Fault,
        steps: RangeInclusive<usize>,
    ) -> Journal<'_> {
        office.environment("POWER_FAULT", Path::new(fault.name()));
        office.environment("POWER_UNTIL", Path::new(&steps.end().to_string()));
        self.under(office, *steps.start())
    }

    /// From now on the office's commands run on it, and end before that step.
    pub(super) fn under(self, office: &Office, cut: usize) -> Journal<'_> {
        let journal = office.path("journal");
        office.environment("LD_PRELOAD", self.0);
        office.environment("POWER_FOLDER", &folder(office));
        office.environment("POWER_JOURNAL", &journal);
        office.environment("POWER_CUT", Path::new(&cut.to_string()));
        Journal { office }
    }
}

/// How a disk fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It has no room; the first write is done by half.
    Full,
    /// It is mounted read-only, as a kernel does on its own when a disk breaks.
    ReadOnly,
    /// What is written or synced does not come to it.
    Broken,
}

impl Fault {
    fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::ReadOnly => "read-only",
            Self::Broken => "broken",
        }
    }
}

/// What the last command did.
pub(super) struct Journal<'a> {
    office: &'a Office,
}

impl Journal<'_> {
    pub(super) fn steps(&self) -> Vec<Step> {
        let journal = fs::read(self.office.path("journal"));
        parse(&journal.expect("the layer is under the program"))
    }

    /// Whether the command came to the step from which on the disk fails, and whether it refused anything then.
    pub(super) fn failed(&self) -> (bool, bool) {
        let steps = self.steps();
        let has = |is: fn(&Step) -> bool| steps.iter().any(is);
        let was_reached = has(|step| matches!(step, Step::Reached));
        (was_reached, has(|step| matches!(step, Step::Refused)))
    }

    /// The folder whose steps these are.
    pub(super) fn folder(&self) -> String {
        folder(self.office)
            .into_os_string()
            .into_string()
            .expect("UTF-8")
    }
}

fn folder(office: &Office) -> PathBuf {
    office.path(STATE).parent().expect("a folder").to_owned()
}

fn compiled() -> Result<PathBuf, String> {
    if !cfg!(all(target_os = "linux", target_env = "gnu")) || cfg!(target_feature = "crt-static") {
        return Err("it needs a dynamic glibc".to_owned());
    }
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    // Other test processes may be compiling it too.
    let draft = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("disk-{}.so", process::id()));
    let ran = Command::new(&rustc)
        .args(["--edition", "2024", "-O", "--crate-type", "cdylib", "-o"])
        .arg(&draft)
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join(SOURCE))
        .output()
        .map_err(|error| format!("{}: {error}", rustc.display()))?;
    let said = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success(), "{SOURCE} does not compile: {said}");
    let library = draft.with_file_name("disk.so");
    fs::rename(draft, &library).expect("a library");
    Ok(library)
}
