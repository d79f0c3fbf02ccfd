//! Secrets that are recognised wherever they turn up, and the search for them.

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::prelude::BASE64_STANDARD_NO_PAD;

use crate::harness::{Office, Ran};

/// Every planted secret bears it at both ends. No encoding but base64 changes it.
const MARK: &str = "C4n4ry";

/// How a secret comes to the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Environment,
    Credential,
    State,
    Command,
}

impl Way {
    pub(super) const ALL: [Self; 4] = [
        Self::Environment,
        Self::Credential,
        Self::State,
        Self::Command,
    ];
}

/// A secret of that name, with all that has to be encoded in addresses, JSON and HTML.
pub(super) fn secret(name: &str) -> String {
    format!("{MARK}-{name}/+=&<%>\"\\{MARK}")
}

/// The proxy's password, as it is meant; in an address it is encoded.
pub(super) const PASSWORD: &str = "C4n4ry/proxyC4n4ry";

/// The settings that bear a secret, each with its own, as an office has them that is asked for nothing else.
pub(super) fn planted() -> [(&'static str, String); 5] {
    [
        ("kot.token", secret("token")),
        ("malion.admin_code", secret("admin")),
        ("malion.secret_code", secret("code")),
        (
            "http.proxy",
            format!("http://user:{MARK}%2Fproxy{MARK}@127.0.0.1:9"),
        ),
        ("ping.url", format!("http://127.0.0.1:9/{MARK}-ping-{MARK}")),
    ]
}

/// The backup that is asked for with secrets.
pub(super) const WITH_SECRETS: &str = "another.db";

/// Prints the secret of its argument, and lays down what it sees of its surroundings.
const SCRIPT: &str = r#"
umask 077
echo "$@" >>commands.run
env >>commands.seen
tr '\0' '\n' </proc/self/environ >>commands.seen
tr '\0' ' ' </proc/$PPID/cmdline >>commands.seen
ls -l /proc/$$/fd >>commands.seen
cat "planted/$1"
"#;

/// Gives the office's relay all secrets in that way, and both services theirs.
pub(super) fn plant(office: &Office, way: Way) {
    fs::create_dir_all(office.path("planted")).expect("a folder");
    office.file("get.sh", SCRIPT);
    for (key, secret) in planted() {
        office.unset(key);
        match way {
            Way::Environment => {
                office.setting(key, &secret);
            }
            Way::Credential => {
                office.file(&format!("planted/{key}"), &format!("{secret}\n"));
                office.environment("CREDENTIALS_DIRECTORY", &office.path("planted"));
            }
            Way::State => {
                let words = ["config", "set", key, "--stdin"];
                office.run_with(&words, Some(&secret)).exits(0);
            }
            // Of an address no command is asked: it stands where the commands could see it.
            Way::Command if matches!(key, "http.proxy" | "ping.url") => {
                office.setting(key, &secret);
            }
            Way::Command => {
                office.file(&format!("planted/{key}"), &format!("{secret}\n"));
                office.setting(&format!("{key}_command"), &format!("/bin/sh get.sh {key}"));
            }
        }
    }
    office.sandbox.kot.set_token(&secret("token"));
    let malion = &office.sandbox.malion;
    malion.set_codes(&secret("admin"), &secret("code"));
}

/// What was searched.
#[derive(Default)]
pub(super) struct Search {
    runs: usize,
    files: usize,
    cells: usize,
}

impl Search {
    /// Runs a command, and looks through all that it says.
    #[track_caller]
    pub(super) fn run(&mut self, office: &Office, words: &[&str]) -> Ran {
        let ran = office.run(words);
        self.said(&ran);
        ran
    }

    /// Looks through all that a command said.
    #[track_caller]
    pub(super) fn said(&mut self, ran: &Ran) {
        self.runs += 1;
        assert!(!ran.was_killed(), "{}", ran.told());
        assert_unknown(ran.told().as_bytes(), "what is said");
    }

    /// Looks through every file of the office but those in which secrets were planted.
    #[track_caller]
    pub(super) fn files(&mut self, office: &Office, way: Way) {
        for path in files_below(&office.path(".")) {
            let name = path.file_name().expect("a name").to_string_lossy();
            let holds_settings = name.starts_with("state.db") && !name.ends_with(".round");
            let may_know = match way {
                Way::State => holds_settings || name == WITH_SECRETS,
                _ => path.starts_with(office.path("./planted")),
            };
            if !may_know {
                self.files += 1;
                let bytes = fs::read(&path).expect("a file");
                assert_unknown(&bytes, &path.display().to_string());
            }
        }
    }

    /// Looks through every table of the state file but that of settings.
    #[track_caller]
    pub(super) fn tables(&mut self, office: &Office) {
        let file = rusqlite::Connection::open(office.state_file()).expect("a state file");
        let names = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'settings'";
        let mut names = file.prepare(names).expect("SQL");
        let names = names.query_map([], |row| row.get::<_, String>(0));
        let names: Vec<String> = names
            .expect("SQL")
            .map(|name| name.expect("text"))
            .collect();
        for name in names {
            let mut rows = file
                .prepare(&format!("SELECT * FROM \"{name}\""))
                .expect("SQL");
            let columns = rows.column_count();
            let mut rows = rows.query([]).expect("SQL");
            while let Some(row) = rows.next().expect("a row") {
                for column in 0..columns {
                    self.cells += 1;
                    let cell = row.get_ref(column).expect("a cell").as_bytes();
                    assert_unknown(cell.unwrap_or_default(), &name);
                }
            }
        }
    }

    /// What was done, for the record.
    #[allow(clippy::print_stdout, reason = "the figures are asked for")]
    pub(super) fn told(&self, what: &str) {
        let Self { runs, files, cells } = self;
        println!("{what}: {runs} commands run, {files} files and {cells} cells searched");
    }
}

/// How often a secret, or a part of one, stands in the bytes: as it is, or in base64.
pub(super) fn marks(bytes: &[u8]) -> usize {
    let same = |part: &[u8]| part.eq_ignore_ascii_case(MARK.as_bytes());
    let plain = bytes.windows(MARK.len()).filter(|part| same(part)).count();
    let encoded = (0..3).map(|before| {
        let text = [&vec![0; before], MARK.as_bytes()].concat();
        let encoded = BASE64_STANDARD_NO_PAD.encode(&text);
        let core = &encoded.as_bytes()[(before * 8).div_ceil(6)..text.len() * 8 / 6];
        bytes
            .windows(core.len())
            .filter(|part| *part == core)
            .count()
    });
    plain + encoded.sum::<usize>()
}

#[track_caller]
fn assert_unknown(bytes: &[u8], place: &str) {
    let found = marks(bytes);
    let told = String::from_utf8_lossy(bytes);
    assert_eq!(found, 0, "secrets in {place}:\n{told}");
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found
}

#[test]
fn a_secret_is_found_however_it_is_written() {
    let secret = secret("token");
    let escaped = serde_json::to_string(&secret).expect("JSON");
    for before in ["", "B", "Be", "Bearer "] {
        let encoded = BASE64_STANDARD_NO_PAD.encode(format!("{before}{secret}"));
        for text in [&secret, &escaped, &encoded, &secret.to_lowercase()] {
            assert!(marks(format!("x{text}y").as_bytes()) >= 2, "{text}");
        }
    }
    assert_eq!(marks(b"C4n4r, and nothing more"), 0);
}
