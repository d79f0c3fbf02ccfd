//! Units, man pages and completions before the programs that read them, each where it is there.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::Command;

use pcpunch::cli::UNITS;

/// A program that says what is wrong with files of a kind.
struct Checker {
    program: &'static str,
    arguments: &'static [&'static str],
    files: fn(&Path) -> Vec<PathBuf>,
    /// A file in which it must find something.
    wrong: (&'static str, &'static str),
}

const CHECKERS: &[Checker] = &[
    Checker {
        program: "systemd-analyze",
        // The man pages that the units name are not installed here.
        arguments: &["verify", "--man=no"],
        files: units,
        wrong: ("a.service", "[Service]\nExecStart=/nowhere/pcpunch\n"),
    },
    Checker {
        program: "groff",
        arguments: &["-ww", "-z", "-man", "-Kutf8", "-Tutf8"],
        files: man_pages,
        wrong: ("a.1", ".TH A 1\n.SH NAME\n.nosuchmacro\n"),
    },
    Checker {
        program: "mandoc",
        arguments: &["-Tlint", "-Wwarning"],
        files: man_pages,
        wrong: ("a.1", ".TH A 1\n.SH NAME\n.nosuchmacro\n"),
    },
    Checker {
        program: "bash",
        arguments: &["-n"],
        files: |_| vec![below("completions/pcpunch.bash")],
        wrong: ("a.bash", "if true; then\n"),
    },
    Checker {
        program: "zsh",
        arguments: &["-n"],
        files: |_| vec![below("completions/_pcpunch")],
        wrong: ("_a", "if true; then\n"),
    },
    Checker {
        program: "fish",
        arguments: &["--no-execute"],
        files: |_| vec![below("completions/pcpunch.fish")],
        wrong: ("a.fish", "if true\n"),
    },
];

fn below(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The units as the program prints them, with its own path, which is there.
fn units(folder: &Path) -> Vec<PathBuf> {
    let units = UNITS.iter().filter(|name| !name.ends_with(".cron"));
    let written = units.map(|name| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_pcpunch"));
        let printed = program.args(["units", name]).output().unwrap();
        assert!(printed.status.success(), "{name}");
        let path = folder.join(name);
        fs::write(&path, printed.stdout).unwrap();
        path
    });
    written.collect()
}

fn man_pages(_: &Path) -> Vec<PathBuf> {
    let folders = ["man", "man/ja"].map(|folder| fs::read_dir(below(folder)).unwrap());
    let files = folders
        .into_iter()
        .flatten()
        .map(|file| file.unwrap().path());
    files.filter(|path| path.is_file()).collect()
}

impl Checker {
    /// All that it says against the files; `None` where it is not there.
    #[allow(clippy::print_stdout, reason = "what was not tried is said")]
    fn finds(&self, files: &[PathBuf]) -> Option<String> {
        let mut command = Command::new(self.program);
        match command.args(self.arguments).args(files).output() {
            Ok(output) => {
                let said = [output.stdout, output.stderr].concat();
                let mut said = String::from_utf8_lossy(&said).into_owned();
                if !output.status.success() {
                    said.push_str(&output.status.to_string());
                }
                Some(said)
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {
                println!("not there: {}", self.program);
                None
            }
            Err(error) => panic!("{}: {error}", self.program),
        }
    }
}

#[test]
fn units_man_pages_and_completions_pass_the_checkers_that_are_there() {
    let folder = tempfile::tempdir().unwrap();
    for checker in CHECKERS {
        let files = (checker.files)(folder.path());
        assert!(!files.is_empty(), "{}", checker.program);
        if let Some(said) = checker.finds(&files) {
            assert_eq!(said, "", "{}", checker.program);
        }
    }
}

#[test]
fn each_checker_that_is_there_finds_what_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    for checker in CHECKERS {
        let (name, text) = checker.wrong;
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        if let Some(said) = checker.finds(&[path]) {
            assert_ne!(said, "", "{}", checker.program);
        }
    }
}
