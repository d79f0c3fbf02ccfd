//! JSON documents: `schema`, `now`, then the fields of the result.

use std::io::{self, Write};

use serde::Serialize;

use crate::domain::time::Jst;
use crate::locale::disturbs;

#[derive(Serialize)]
struct Document<'a, T: Serialize> {
    schema: &'a str,
    now: String,
    #[serde(flatten)]
    body: &'a T,
}

/// Writes the document in one line, piece by piece: a big company's month is not held as text too.
pub(super) fn write<T: Serialize>(
    to: &mut impl Write,
    schema: &str,
    now: Jst,
    body: &T,
) -> io::Result<()> {
    let now = now.to_rfc3339_opts(chrono::SecondsFormat::Secs, false);
    serde_json::to_writer(WithoutControl { to }, &Document { schema, now, body })?;
    Ok(())
}

/// Writes text on without its control characters. serde_json never cuts a character in two.
struct WithoutControl<'a, W: Write> {
    to: &'a mut W,
}

impl<W: Write> Write for WithoutControl<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match std::str::from_utf8(bytes) {
            Ok(text) if text.is_ascii() && !text.contains('\u{7f}') => self.to.write_all(bytes)?,
            Ok(text) => self.to.write_all(without_control(text).as_bytes())?,
            Err(error) => return Err(io::Error::new(io::ErrorKind::InvalidData, error)),
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// A value in one line, as it is.
pub(super) fn line<T: Serialize>(value: &T) -> serde_json::Result<String> {
    serde_json::to_string(value).map(|text| without_control(&text))
}

/// JSON escapes the control characters below U+0020 itself; the others can reach a terminal too.
fn without_control(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        if disturbs(character) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                safe.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            safe.push(character);
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::{disturbs, line, write};
    use crate::domain::time::from_epoch;

    #[test]
    fn no_control_character_leaves_as_it_is_and_each_is_read_back() {
        let value = "a\u{1b}b\u{9b}c\u{202e}d\u{61c}e\u{e0041}f勤";
        let text = line(&value).unwrap();
        assert!(!text.contains(disturbs), "{text}");
        assert_eq!(serde_json::from_str::<String>(&text).unwrap(), value);
    }

    #[test]
    fn a_document_written_piece_by_piece_bears_no_control_character_either() {
        let body = std::collections::BTreeMap::from([("name", "a\u{1b}b\u{9b}\u{7f}c\u{202e}d勤")]);
        let mut written = Vec::new();
        let now = from_epoch(1_734_393_839).unwrap();
        write(&mut written, "pcpunch.test.v1", now, &body).unwrap();
        let text = String::from_utf8(written).unwrap();
        assert!(
            !text.contains(['\u{1b}', '\u{7f}', '\u{9b}', '\u{202e}']),
            "{text}"
        );
        let read: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(read["name"], body["name"]);
        assert_eq!(read["schema"], "pcpunch.test.v1");
    }
}
