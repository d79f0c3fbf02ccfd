//! The places on a command line where a word is one of a few that the program knows, and which depend on the
//! words before it. `clap_complete` knows the values of options; these it cannot.

use std::collections::BTreeSet;

use crate::cli::{SHELLS, UNITS};
use crate::commands::{man, relay_rehearse};
use crate::domain::punch::PunchState;
use crate::locale::{Lang, Locale};
use crate::schemas;
use crate::settings::Key;

/// A place and the words that may stand there.
pub(super) struct Place {
    /// What stands before it, without the program and without options that do not lead to it: `config set`,
    /// `config set punch.policy`, `relay rehearse --set`.
    pub(super) behind: String,
    /// The words that may follow.
    pub(super) words: Vec<String>,
}

/// Every such place.
pub(super) fn places() -> Vec<Place> {
    let place = |behind: &str, words: Vec<String>| Place {
        behind: behind.to_owned(),
        words,
    };
    let named = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let keys: Vec<&str> = Key::ALL.iter().map(|key| key.name()).collect();
    let documents = schemas::ALL.map(schemas::Schema::document);
    let mut places = vec![
        place("config get", named(&keys)),
        place("config set", named(&keys)),
        place("config unset", named(&keys)),
        place("relay rehearse --set", rehearsed()),
        place(
            "punches list --state",
            named(&PunchState::ALL.map(PunchState::name)),
        ),
        place("completions", named(&SHELLS)),
        place("man", pages()),
        place("schema", named(&documents)),
        place("units", named(&UNITS)),
    ];
    for key in Key::ALL {
        let values = key.suggested();
        if !values.is_empty() {
            places.push(place(&format!("config set {}", key.name()), named(&values)));
        }
    }
    places
}

/// `KEY=VALUE` of the settings that can be tried.
fn rehearsed() -> Vec<String> {
    let values = |key: Key| {
        let values = key.suggested().into_iter();
        values.map(move |value| format!("{}={value}", key.name()))
    };
    relay_rehearse::RULES.into_iter().flat_map(values).collect()
}

/// The man pages, without `pcpunch-`, which need not be typed.
fn pages() -> Vec<String> {
    let pages = man::pages(&Locale::new(Lang::En));
    let names = pages.iter().map(man::Page::short_name);
    let names: BTreeSet<&str> = names.collect();
    names.into_iter().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::places;

    #[test]
    fn every_word_is_one_that_no_shell_takes_for_something_else() {
        for place in places() {
            assert!(!place.words.is_empty(), "{}", place.behind);
            for word in &place.words {
                let is_plain = |c: char| c.is_ascii_alphanumeric() || "._-=:,/".contains(c);
                assert!(word.chars().all(is_plain), "{}: {word}", place.behind);
            }
        }
    }

    #[test]
    fn no_place_is_told_twice_and_none_offers_a_secret() {
        let mut behind: Vec<String> = places().into_iter().map(|place| place.behind).collect();
        for secret in ["kot.token", "malion.admin_code", "malion.secret_code"] {
            assert!(
                !behind.contains(&format!("config set {secret}")),
                "{secret}"
            );
        }
        let all = behind.len();
        behind.sort();
        behind.dedup();
        assert_eq!(behind.len(), all);
    }
}
