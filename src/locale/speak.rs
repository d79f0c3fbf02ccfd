//! Saying a text in a language. A catalogue is read when the first thing is said, so that a command
//! that says nothing does not pay for it.

use std::fmt;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use super::text::{Text, Value};
use super::{Lang, catalogue};

/// No sentence repeats more of a word from outside, in characters: a page of HTML in place of a message, a file in one
/// cell.
const LONGEST_WORD: usize = 1000;

/// The catalogue of one language.
pub struct Locale {
    lang: Lang,
    bundle: OnceLock<FluentBundle<FluentResource>>,
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Locale({})", self.lang.name())
    }
}

impl Locale {
    /// That language's catalogue, not yet read.
    pub fn new(lang: Lang) -> Self {
        Self {
            lang,
            bundle: OnceLock::new(),
        }
    }

    /// Which language it speaks.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The text in this language. Outside data in it cannot move the cursor or colour the terminal.
    pub fn say(&self, text: &Text) -> String {
        let said = self.find(text.key(), Some(text));
        // Only where a catalogue lacks what the program says, which a test meets before anybody else does.
        debug_assert!(said.is_some(), "no text under {}", text.key());
        said.unwrap_or_else(|| text.key().to_owned())
    }

    /// What stands under a key, where something does: `help-relay-run`, or its attribute
    /// `help-relay-run.example`.
    pub fn entry(&self, key: &str) -> Option<String> {
        self.find(key, None)
    }

    fn find(&self, key: &str, text: Option<&Text>) -> Option<String> {
        let bundle = self.bundle.get_or_init(|| catalogue::bundle(self.lang));
        let (message, attribute) = match key.split_once('.') {
            Some((message, attribute)) => (message, Some(attribute)),
            None => (key, None),
        };
        let message = bundle.get_message(message)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let args = text.map(|text| self.fluent_args(text));
        let mut errors = Vec::new();
        let said = bundle.format_pattern(pattern, args.as_ref(), &mut errors);
        debug_assert!(text.is_none() || errors.is_empty(), "{key}: {errors:?}");
        Some(said.into_owned())
    }

    fn fluent_args<'a>(&self, text: &Text) -> FluentArgs<'a> {
        let mut args = FluentArgs::with_capacity(text.args.len());
        for (name, value) in &text.args {
            let value = match value {
                Value::Word(word) => FluentValue::from(shortened(word)),
                Value::Number(number) => FluentValue::from(*number),
                Value::Text(inner) => FluentValue::from(self.say(inner)),
            };
            args.set(*name, value);
        }
        args
    }
}

/// A word from outside as a sentence repeats it: visible, and cut where nobody reads on.
fn shortened(word: &str) -> String {
    let end = word.char_indices().nth(LONGEST_WORD);
    match end.and_then(|(end, _)| word.get(..end)) {
        None => visible(word),
        Some(beginning) => visible(beginning) + "…",
    }
}

/// Makes characters visible that would move the cursor, colour the terminal, turn the reading direction or
/// stand there unseen: `\u{1b}` in place of an escape. Everything else stays as it is, the selectors among
/// the forms of a kanji included.
pub fn visible(text: &str) -> String {
    let mut seen = String::with_capacity(text.len());
    for character in text.chars() {
        if disturbs(character) {
            seen.extend(character.escape_default());
        } else {
            seen.push(character);
        }
    }
    seen
}

/// Whether a character does something else to a terminal, or to who reads there, than stand there.
pub fn disturbs(character: char) -> bool {
    character.is_control() || is_unseen(character)
}

/// The Unicode characters without a shape of their own that reorder, join or part others, or say nothing at all:
/// two names that differ in them alone look the same.
fn is_unseen(character: char) -> bool {
    matches!(
        character,
        '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_WORD, shortened, visible};

    #[test]
    fn what_could_take_over_the_terminal_is_made_visible() {
        for (text, seen) in [
            ("勤怠 太郎", "勤怠 太郎"),
            ("\u{1b}[31mred", "\\u{1b}[31mred"),
            ("a\nb\tc\rd", "a\\nb\\tc\\rd"),
            ("\u{9b}2J", "\\u{9b}2J"),
            ("abc\u{202e}fed", "abc\\u{202e}fed"),
            ("tarou\u{2060}k\u{61c}", "tarou\\u{2060}k\\u{61c}"),
            ("k\u{e0041}\u{ad}", "k\\u{e0041}\\u{ad}"),
            ("葛\u{e0100}城", "葛\u{e0100}城"),
        ] {
            assert_eq!(visible(text), seen);
        }
    }

    #[test]
    fn a_word_without_end_is_cut_within_a_sentence() {
        let longest = "髙".repeat(LONGEST_WORD);
        assert_eq!(shortened(&longest), longest);
        assert_eq!(shortened(&format!("{longest}\u{1b}")), longest + "…");
    }
}
