//! Lines that are completed by the shells themselves, each where it is there.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::process::{Command, Stdio};

/// What is typed, and the line as one TAB makes it.
const TABLE: &[(&str, &str)] = &[
    ("rel", "relay"),
    ("config get kot.lan", "config get kot.lanes"),
    ("config unset punch.poli", "config unset punch.policy"),
    ("config set kot.unk", "config set kot.unknown_minutes"),
    ("config set link.breaks of", "config set link.breaks off"),
    (
        "config set punch.policy ro",
        "config set punch.policy rolling",
    ),
    (
        "config set punch.clock_in at",
        "config set punch.clock_in at_once",
    ),
    (
        "config set punch.in_closed_hours se",
        "config set punch.in_closed_hours send",
    ),
    (
        "config set display.language au",
        "config set display.language auto",
    ),
    (
        "config set punch.quiet_hours 00:0",
        "config set punch.quiet_hours 00:00-05:00",
    ),
    (
        "config set kot.closed_hours no",
        "config set kot.closed_hours none",
    ),
    ("config set http.proxy sy", "config set http.proxy system"),
    ("config set kot.lanes ", "config set kot.lanes 4"),
    (
        "--lang ja config set --stdin kot.unk",
        "--lang ja config set --stdin kot.unknown_minutes",
    ),
    ("config set kot.token o", "config set kot.token o"),
    ("config get kot.lanes o", "config get kot.lanes o"),
    ("schema relay-re", "schema relay-rehearse"),
    ("units pcpunch.c", "units pcpunch.cron"),
    ("completions pow", "completions powershell"),
    ("man relay-unf", "man relay-unfreeze"),
    ("man sett", "man settings"),
    ("punches list --state refu", "punches list --state refused"),
    (
        "relay rehearse --from 2024-12-01 --set punch.policy=ro",
        "relay rehearse --from 2024-12-01 --set punch.policy=rolling",
    ),
];

/// What a shell printed for commands that were typed into it; `None` where it, or `script`, is not there.
#[allow(clippy::print_stdout, reason = "what was not tried is said")]
fn typed_into(shell: &str, arguments: &[&str], typed: &str, home: &Path) -> Option<String> {
    let Ok(found) = Command::new(shell).arg("--version").output() else {
        println!("not there: {shell}");
        return None;
    };
    assert!(found.status.success(), "{shell}");
    let line = [&[shell], arguments].concat().join(" ");
    let started = Command::new("script")
        .args(["-q", "-c", &line, "/dev/null"])
        .env_clear()
        .envs(std::env::var_os("PATH").map(|path| ("PATH", path)))
        .envs([("HOME", home), ("ZDOTDIR", home)])
        .envs([("TERM", "dumb"), ("LC_ALL", "C.UTF-8")])
        .current_dir(home)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let mut terminal = match started {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            println!("not there: script");
            return None;
        }
        started => started.unwrap(),
    };
    let mut keyboard = terminal.stdin.take().unwrap();
    keyboard.write_all(typed.as_bytes()).unwrap();
    drop(keyboard);
    let shown = terminal.wait_with_output().unwrap().stdout;
    Some(String::from_utf8_lossy(&shown).replace('\r', ""))
}

/// Types each line with a TAB into a shell whose `pcpunch` prints the words that it was called with.
fn completes_as_in_the_table(shell: &str, arguments: &[&str], start: (&str, &str)) {
    let home = tempfile::tempdir().unwrap();
    let (file, commands) = start;
    let completions = Path::new(env!("CARGO_MANIFEST_DIR")).join("completions");
    let commands = commands.replace("COMPLETIONS", completions.to_str().unwrap());
    let prints = "pcpunch() { printf 'called <%s>\\n' \"$*\"; }\n";
    fs::write(home.path().join(file), commands + prints).unwrap();
    let lines = TABLE
        .iter()
        .map(|(typed, _)| format!("pcpunch {typed}\t\n"));
    let typed: String = lines.chain(["exit\n".to_owned()]).collect();
    let Some(shown) = typed_into(shell, arguments, &typed, home.path()) else {
        return;
    };
    let calls: Vec<&str> = shown
        .lines()
        .filter_map(|line| line.split_once("called <")?.1.strip_suffix('>'))
        .collect();
    let expected: Vec<&str> = TABLE.iter().map(|(_, completed)| *completed).collect();
    assert_eq!(calls, expected, "{shell}\n{shown}");
}

#[test]
fn bash_completes_settings_values_and_names() {
    let arguments = ["--noprofile", "--rcfile", "rc", "-i"];
    let start = ("rc", "source 'COMPLETIONS/pcpunch.bash'\n");
    completes_as_in_the_table("bash", &arguments, start);
}

#[test]
fn zsh_completes_settings_values_and_names() {
    let commands = "fpath=('COMPLETIONS' $fpath)\nautoload -Uz compinit\ncompinit -u -D\n";
    completes_as_in_the_table("zsh", &["-d", "-i"], (".zshrc", commands));
}

#[test]
#[allow(clippy::print_stdout, reason = "what was not tried is said")]
fn fish_completes_settings_values_and_names() {
    let home = tempfile::tempdir().unwrap();
    let completions = Path::new(env!("CARGO_MANIFEST_DIR")).join("completions/pcpunch.fish");
    let asked = TABLE
        .iter()
        .map(|(typed, _)| format!("complete -C 'pcpunch {typed}'\necho '; ;'\n"));
    let asked: String = asked.collect();
    let script = format!("source '{}'\n{asked}", completions.display());
    let fish = Command::new("fish")
        .args(["--no-config", "-c", &script])
        .env("HOME", home.path())
        .current_dir(home.path())
        .output();
    let Ok(answered) = fish else {
        println!("not there: fish");
        return;
    };
    let said = String::from_utf8(answered.stderr).unwrap();
    let answers = String::from_utf8(answered.stdout).unwrap();
    let answers: Vec<&str> = answers.split("; ;\n").collect();
    for ((typed, completed), answer) in TABLE.iter().zip(answers) {
        let word = completed.rsplit(' ').next().unwrap();
        let words: Vec<&str> = answer
            .lines()
            .filter_map(|line| line.split('\t').next())
            .collect();
        let expected = if typed == completed {
            vec![]
        } else {
            vec![word]
        };
        assert_eq!(words, expected, "{typed}\n{said}");
    }
}

/// PowerShell's words stand in its script in plain; it is on few machines that build this.
#[test]
fn powershell_has_the_same_words() {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("completions/pcpunch.ps1");
    let script = fs::read_to_string(script).unwrap();
    for (typed, completed) in TABLE.iter().filter(|(typed, completed)| typed != completed) {
        let word = completed.rsplit(' ').next().unwrap();
        assert!(script.contains(&format!("'{word}'")), "{typed}: {word}");
    }
}
