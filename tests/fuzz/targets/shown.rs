//! What people see of words from outside.

use pcpunch::domain::secret::Secret;
use pcpunch::domain::veil::Veil;
use pcpunch::locale::{Lang, Locale, Text, visible};

/// The longest word, in characters, that a sentence repeats from outside.
const LONGEST: usize = 1000;

thread_local! {
    /// Both languages; to read a catalogue takes longer than most inputs.
    static LOCALES: [Locale; 2] = [Lang::Ja, Lang::En].map(Locale::new);
}

/// Words within a sentence and by themselves leave the terminal alone.
pub(super) fn read(bytes: &[u8]) {
    let words = String::from_utf8_lossy(bytes);
    let seen = visible(&words);
    is_harmless(&seen);
    assert!(
        seen.len() <= 10 * words.len(),
        "{} bytes of {}",
        seen.len(),
        words.len()
    );
    let harmless = |letter: char| !disturbs(letter);
    if words.chars().all(harmless) {
        assert_eq!(seen, words);
    }
    let text = Text::new("profile-unreadable")
        .with("path", words.as_ref())
        .with("detail", words.as_ref());
    said(&text);
    let mut hidden = words.clone().into_owned();
    let secret = words.get(..words.len() / 2).unwrap_or_default();
    Veil::over([&Secret::new(secret)]).hide(&mut hidden);
    // Secrets are ASCII.
    let may_stay = secret.is_empty() || secret.contains('…');
    assert!(may_stay || !hidden.contains(secret));
}

/// A sentence in both languages is short enough to be read and leaves the terminal alone.
pub(super) fn said(text: &Text) {
    LOCALES.with(|locales| {
        for locale in locales {
            let sentence = locale.say(text);
            let lines = sentence.replace('\n', " ");
            is_harmless(&lines);
            // Four words from outside at most, each letter shown by ten others at most.
            let letters = sentence.chars().count();
            assert!(letters <= 4 * 10 * LONGEST, "{letters} letters");
        }
    });
}

/// The words of an error once they are shown.
pub(super) fn told(error: impl std::fmt::Display) {
    said(
        &Text::new("profile-unreadable")
            .with("path", "")
            .showing("detail", error),
    );
}

fn is_harmless(seen: &str) {
    let bad = seen.chars().find(|letter| disturbs(*letter));
    assert_eq!(bad, None, "{seen:?}");
}

/// Controls, and what Unicode says to reorder, join or hide: format characters that no name needs.
fn disturbs(letter: char) -> bool {
    let number = u32::from(letter);
    number < 0x20
        || (0x7f..0xa0).contains(&number)
        || [0xad, 0x61c, 0x180e, 0xfeff].contains(&number)
        || (0x200b..=0x200f).contains(&number)
        || (0x2028..=0x202e).contains(&number)
        || (0x2060..=0x206f).contains(&number)
        || (0xfff9..=0xfffb).contains(&number)
        || (0xe0000..=0xe007f).contains(&number)
}
