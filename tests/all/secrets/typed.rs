//! Secrets that a person types, and that others could see on the command line.

use super::planted::{Search, planted};
use crate::harness::Office;

#[test]
fn what_is_typed_at_the_hidden_prompt_is_stored_and_not_shown() {
    let office = Office::empty(&[]);
    let mut search = Search::default();
    for (key, secret) in planted() {
        let words = ["config", "set", key, "--lang", "en"];
        let Some(mut asked) = office.on_terminal("xterm", &words) else {
            return;
        };
        asked.shows(key);
        asked.hides();
        asked.types(&format!("{secret}\r"));
        let (shown, ran) = asked.ends();
        search.said(&ran.exits(0));
        assert!(shown.contains("(set)"), "{shown}");
        let stored = "SELECT value FROM settings WHERE key = ?1";
        let file = rusqlite::Connection::open(office.state_file()).expect("a state file");
        let stored: String = file.query_row(stored, [key], |row| row.get(0)).expect(key);
        assert_eq!(stored, secret);
    }
    search.told("typed at the prompt");
}

#[test]
fn no_secret_is_taken_as_an_argument_nor_repeated() {
    let office = Office::empty(&[]);
    for (key, secret) in planted() {
        for words in [
            &["config", "set", key, &secret][..],
            &[
                "config", "set", key, &secret, "--lang", "en", "--format", "json",
            ],
            &["config", "set", key, "--stdin", &secret, "--lang", "en"],
            &[
                "relay",
                "rehearse",
                "--from",
                "2024-12-17",
                "--set",
                &format!("{key}={secret}"),
            ],
        ] {
            let ran = office.run(words).exits(2);
            let said = ran.told().replacen(&words.join(" "), "", 1);
            assert_eq!(super::planted::marks(said.as_bytes()), 0, "{said}");
        }
    }
    Search::default().files(&office, super::planted::Way::Environment);
}
