//! Saying a text in a language. A catalogue is read when the first thing is said, so that a command
//! that says nothing does not pay for it.

use std::fmt;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use super::text::{Text, Value};
use super::{Lang, catalogue};

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
                Value::Word(word) => FluentValue::from(visible(word)),
                Value::Number(number) => FluentValue::from(*number),
                Value::Text(inner) => FluentValue::from(self.say(inner)),
            };
            args.set(*name, value);
        }
        args
    }
}

/// Makes characters visible that would move the cursor, colour the terminal or turn the reading
/// direction: `\u{1b}` in place of an escape. Everything else stays as it is.
pub fn visible(text: &str) -> String {
    let mut seen = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_control() || turns_direction(character) {
            seen.extend(character.escape_default());
        } else {
            seen.push(character);
        }
    }
    seen
}

/// The Unicode characters that reorder or hide what follows them.
fn turns_direction(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn what_could_take_over_the_terminal_is_made_visible() {
        for (text, seen) in [
            ("勤怠 太郎", "勤怠 太郎"),
            ("\u{1b}[31mred", "\\u{1b}[31mred"),
            ("a\nb\tc\rd", "a\\nb\\tc\\rd"),
            ("\u{9b}2J", "\\u{9b}2J"),
            ("abc\u{202e}fed", "abc\\u{202e}fed"),
        ] {
            assert_eq!(visible(text), seen);
        }
    }
}
