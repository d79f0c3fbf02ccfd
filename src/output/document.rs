//! JSON documents: `schema`, `now`, then the fields of the result.

use serde::Serialize;

use crate::domain::time::Jst;

#[derive(Serialize)]
struct Document<'a, T: Serialize> {
    schema: &'a str,
    now: String,
    #[serde(flatten)]
    body: &'a T,
}

/// The document in one line.
pub(super) fn json<T: Serialize>(schema: &str, now: Jst, body: &T) -> serde_json::Result<String> {
    let now = now.to_rfc3339_opts(chrono::SecondsFormat::Secs, false);
    serde_json::to_string(&Document { schema, now, body }).map(|text| without_control(&text))
}

/// A value in one line, as it is.
pub(super) fn line<T: Serialize>(value: &T) -> serde_json::Result<String> {
    serde_json::to_string(value).map(|text| without_control(&text))
}

/// JSON escapes the control characters below U+0020 itself; the others can reach a terminal too.
fn without_control(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '\u{7f}'..='\u{9f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        {
            safe.push_str(&format!("\\u{:04x}", u32::from(character)));
        } else {
            safe.push(character);
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn no_control_character_leaves_as_it_is_and_each_is_read_back() {
        let value = "a\u{1b}b\u{9b}c\u{202e}d勤";
        let text = line(&value).unwrap();
        assert!(!text.contains(['\u{1b}', '\u{9b}', '\u{202e}']), "{text}");
        assert_eq!(serde_json::from_str::<String>(&text).unwrap(), value);
    }
}
