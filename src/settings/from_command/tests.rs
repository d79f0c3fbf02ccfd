//! Commands that give a secret, and all the ways in which one does not.

use std::time::{Duration, Instant};

use super::{CommandError, FromCommand, MOST_OUTPUT, Secret};
use crate::settings::Environment;

const LIMIT: Duration = Duration::from_secs(20);

fn environment() -> Environment {
    Environment::of([
        ("PATH", "/usr/bin:/bin"),
        ("VAULT_ADDR", "https://vault.example"),
        ("PCPUNCH_KOT_TOKEN", "hunter2"),
        ("CREDENTIALS_DIRECTORY", "/run/credentials/pcpunch.service"),
    ])
}

fn given(command: &str) -> Result<String, CommandError> {
    let command = FromCommand::new(command, &environment());
    command
        .secret(LIMIT)
        .map(|secret| secret.reveal().to_owned())
}

/// The words of a shell that does that.
fn sh(script: &str) -> String {
    format!("sh -c '{script}'")
}

#[test]
fn what_is_printed_is_the_secret_without_its_line_break() {
    for (command, secret) in [
        ("printf hunter2".to_owned(), "hunter2"),
        ("/usr/bin/printf 'hunter2\\r\\n\\n'".to_owned(), "hunter2"),
        (r#"printf "%s" 'a"b'"#.to_owned(), "a\"b"),
        ("printf %s $HOME|cat".to_owned(), "$HOME|cat"),
        (sh("echo heard >&2; cat; echo hunter2"), "hunter2"),
        (sh("printf %s \"$VAULT_ADDR\""), "https://vault.example"),
        (sh("printf %s \"x$PCPUNCH_KOT_TOKEN\""), "x"),
        (sh("sleep 1 >/dev/null 2>&1 & echo hunter2"), "hunter2"),
    ] {
        assert_eq!(given(&command).as_deref(), Ok(secret), "{command}");
    }
}

#[test]
fn a_command_that_gives_no_secret_is_told_by_what_is_wrong_with_it() {
    for command in [
        "true".to_owned(),
        "printf 'two words'".to_owned(),
        "printf 'two\\nlines'".to_owned(),
        "printf 秘密".to_owned(),
        "printf '\\377'".to_owned(),
        "printf %05000d 7".to_owned(),
    ] {
        assert_eq!(given(&command), Err(CommandError::NoSecret), "{command}");
    }
    let much = format!("printf %0{}d 7", MOST_OUTPUT + 1);
    assert_eq!(given(&much), Err(CommandError::TooMuch));
    assert_eq!(given("yes"), Err(CommandError::TooMuch));
    for command in ["/no/such/program", "pcpunch-no-such-program", "/etc/passwd"] {
        let found = given(command);
        assert!(
            matches!(found, Err(CommandError::NotStarted(_))),
            "{command}: {found:?}"
        );
    }
}

#[test]
fn a_failed_command_is_told_by_its_last_words_and_never_by_what_it_printed() {
    for (script, code, said) in [
        ("exit 3", Some(3), None),
        ("kill -9 $$", None, None),
        (
            "echo first >&2; echo no such item >&2; echo >&2; exit 1",
            Some(1),
            Some("no such item"),
        ),
        (
            "echo hunter2; echo got hunter2 and aHVudGVyMg== >&2; exit 1",
            Some(1),
            Some("got … and …g=="),
        ),
    ] {
        let Err(CommandError::Failed { status, said: told }) = given(&sh(script)) else {
            panic!("{script}");
        };
        assert_eq!((status.code(), told.as_deref()), (code, said), "{script}");
    }
    let long = given(&sh("yes long | head -c 100000 | tr -d \"\\n\" >&2; exit 1"));
    let Err(CommandError::Failed {
        said: Some(said), ..
    }) = long
    else {
        panic!("{long:?}");
    };
    assert_eq!(said.chars().count(), 201);
}

#[test]
fn what_does_not_end_is_killed_with_all_that_it_started() {
    let limit = Duration::from_millis(300);
    let folder = tempfile::tempdir().unwrap();
    let number = folder.path().join("pid");
    for script in [
        "echo hunter2; exec >&-; sleep 60",
        "sleep 60",
        "sleep 60 & echo $! >NUMBER; echo hunter2",
    ] {
        let script = script.replace("NUMBER", number.to_str().unwrap());
        let began = Instant::now();
        let command = FromCommand::new(&sh(&script), &environment());
        assert_eq!(
            command.secret(limit),
            Err(CommandError::TooSlow(limit)),
            "{script}"
        );
        assert!(began.elapsed() < Duration::from_secs(20), "{script}");
    }
    let pid = std::fs::read_to_string(&number).unwrap();
    let sleeps = || {
        let status = std::fs::read_to_string(format!("/proc/{}/stat", pid.trim()));
        status.is_ok_and(|status| !status.contains(") Z "))
    };
    let began = Instant::now();
    while sleeps() {
        assert!(began.elapsed() < LIMIT, "it sleeps on");
        std::thread::yield_now();
    }
}

#[test]
fn a_command_is_run_once_however_often_its_secret_is_needed() {
    let folder = tempfile::tempdir().unwrap();
    let runs = folder.path().join("runs");
    let script = format!("echo ran >>{}; echo hunter2", runs.display());
    let command = FromCommand::new(&sh(&script), &environment());
    assert!(!runs.exists());
    for _ in 0..3 {
        assert_eq!(command.secret(LIMIT), Ok(Secret::new("hunter2")));
    }
    assert_eq!(std::fs::read_to_string(&runs).unwrap(), "ran\n");
    let debug = format!("{command:?}");
    assert!(!debug.contains("hunter2"), "{debug}");
}
