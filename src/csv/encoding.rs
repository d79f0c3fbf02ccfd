//! Which encoding a file is in, read and written exactly: never a replacement character.

use encoding_rs::{DecoderResult, SHIFT_JIS};
use thiserror::Error;

const UTF_8_BOM: &[u8] = &[0xef, 0xbb, 0xbf];
const UTF_16LE_BOM: &[u8] = &[0xff, 0xfe];
const UTF_16BE_BOM: &[u8] = &[0xfe, 0xff];

/// The encodings that Japanese spreadsheets and consoles write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8 without a byte order mark.
    Utf8,
    /// UTF-8 behind a byte order mark, which is what makes a spreadsheet read it as UTF-8.
    Utf8Bom,
    /// CP932, also called Windows-31J; "Shift_JIS" on most screens.
    Cp932,
    /// UTF-16, low byte first; written with a byte order mark.
    Utf16Le,
    /// UTF-16, high byte first; read only.
    Utf16Be,
}

impl Encoding {
    /// Those that `--encoding` takes.
    pub const CHOICES: [Self; 4] = [Self::Utf8, Self::Utf8Bom, Self::Cp932, Self::Utf16Le];

    /// Its name on the command line and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf8Bom => "utf-8-bom",
            Self::Cp932 => "cp932",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
        }
    }

    /// The choice of that name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::CHOICES
            .into_iter()
            .find(|encoding| encoding.name() == name)
    }
}

/// A file's text and the encoding it was taken for. The text bears no byte order mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// What the file says.
    pub text: String,
    /// How it said it.
    pub encoding: Encoding,
}

/// Bytes that are no text of any encoding that was tried.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("the byte at offset {offset} is no {}", .wanted.map_or("UTF-8, UTF-16 or CP932", Encoding::name))]
pub struct Undecodable {
    /// The first byte that fits none, counted from 0 at the beginning of the file.
    pub offset: usize,
    /// The encoding that was demanded, if one was.
    pub wanted: Option<Encoding>,
}

/// A character that an encoding cannot hold exactly.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{character:?} cannot be written in {}", .encoding.name())]
pub struct Unencodable {
    /// The first such character.
    pub character: char,
    /// The encoding.
    pub encoding: Encoding,
}

/// Reads a file's bytes, by `wanted` or else by what they look like: a byte order mark first, then
/// UTF-8, then CP932. A demanded UTF-8 or UTF-16 may have its mark or not.
///
/// # Errors
/// [`Undecodable`] at the first byte that fits none. A NUL fits none: it is the mark of UTF-16 taken
/// for something else.
pub fn decode(bytes: &[u8], wanted: Option<Encoding>) -> Result<Decoded, Undecodable> {
    let refuse = |offset| Undecodable { offset, wanted };
    match wanted {
        Some(encoding) => as_encoding(bytes, encoding).map_err(refuse),
        None => match marked(bytes) {
            Some(encoding) => as_encoding(bytes, encoding).map_err(refuse),
            None => as_encoding(bytes, Encoding::Utf8).or_else(|utf_8| {
                as_encoding(bytes, Encoding::Cp932).map_err(|cp932| refuse(utf_8.max(cp932)))
            }),
        },
    }
}

/// The bytes of a file in `encoding`, with the mark that belongs to it.
///
/// # Errors
/// [`Unencodable`] names the first character that would not come back as itself.
pub fn encode(text: &str, encoding: Encoding) -> Result<Vec<u8>, Unencodable> {
    let utf_16 = |mark: &[u8], to_bytes: fn(u16) -> [u8; 2]| {
        let units = text.encode_utf16().flat_map(to_bytes);
        mark.iter().copied().chain(units).collect()
    };
    match encoding {
        Encoding::Utf8 => Ok(text.as_bytes().to_vec()),
        Encoding::Utf8Bom => Ok([UTF_8_BOM, text.as_bytes()].concat()),
        Encoding::Utf16Le => Ok(utf_16(UTF_16LE_BOM, u16::to_le_bytes)),
        Encoding::Utf16Be => Ok(utf_16(UTF_16BE_BOM, u16::to_be_bytes)),
        Encoding::Cp932 => cp932_of(text).ok_or_else(|| Unencodable {
            character: text
                .chars()
                .find(|c| cp932_of(c.encode_utf8(&mut [0; 4])).is_none())
                .unwrap_or(char::REPLACEMENT_CHARACTER),
            encoding,
        }),
    }
}

/// CP932's bytes of a text that comes back from them as itself. The standard's encoder also takes
/// `¥` for `\` and `‾` for `~`, which would make another name of a name.
fn cp932_of(text: &str) -> Option<Vec<u8>> {
    let (bytes, _, unmappable) = SHIFT_JIS.encode(text);
    let back = SHIFT_JIS.decode_without_bom_handling_and_without_replacement(&bytes)?;
    (!unmappable && back == text).then(|| bytes.into_owned())
}

fn marked(bytes: &[u8]) -> Option<Encoding> {
    [
        (UTF_8_BOM, Encoding::Utf8Bom),
        (UTF_16LE_BOM, Encoding::Utf16Le),
        (UTF_16BE_BOM, Encoding::Utf16Be),
    ]
    .into_iter()
    .find_map(|(mark, encoding)| bytes.starts_with(mark).then_some(encoding))
}

/// The text, or the offset of the first byte that does not fit.
fn as_encoding(bytes: &[u8], encoding: Encoding) -> Result<Decoded, usize> {
    let behind = |mark: &[u8]| bytes.strip_prefix(mark).map(|rest| (mark.len(), rest));
    let (mark, body) = match encoding {
        Encoding::Utf8 | Encoding::Utf8Bom => behind(UTF_8_BOM),
        Encoding::Utf16Le => behind(UTF_16LE_BOM),
        Encoding::Utf16Be => behind(UTF_16BE_BOM),
        Encoding::Cp932 => None,
    }
    .unwrap_or((0, bytes));
    let text = match encoding {
        Encoding::Utf8 | Encoding::Utf8Bom => utf_8(body),
        Encoding::Utf16Le => utf_16(body, u16::from_le_bytes),
        Encoding::Utf16Be => utf_16(body, u16::from_be_bytes),
        Encoding::Cp932 => cp932(body),
    }
    .map_err(|offset| mark + offset)?;
    let encoding = match (encoding, mark) {
        (Encoding::Utf8 | Encoding::Utf8Bom, 0) => Encoding::Utf8,
        (Encoding::Utf8 | Encoding::Utf8Bom, _) => Encoding::Utf8Bom,
        (other, _) => other,
    };
    Ok(Decoded { text, encoding })
}

fn first_nul(bytes: &[u8]) -> Option<usize> {
    bytes.iter().position(|byte| *byte == 0)
}

fn utf_8(bytes: &[u8]) -> Result<String, usize> {
    let text = std::str::from_utf8(bytes).map_err(|error| error.valid_up_to())?;
    match first_nul(bytes) {
        Some(offset) => Err(offset),
        None => Ok(text.to_owned()),
    }
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, usize> {
    let pairs = bytes.chunks_exact(2);
    let half = !pairs.remainder().is_empty();
    let units = pairs.map(|pair| match pair {
        [first, second] => unit([*first, *second]),
        _ => 0,
    });
    let mut text = String::with_capacity(bytes.len());
    let mut offset = 0;
    for decoded in char::decode_utf16(units) {
        match decoded {
            Ok('\0') | Err(_) => return Err(offset),
            Ok(character) => {
                offset += 2 * character.len_utf16();
                text.push(character);
            }
        }
    }
    if half { Err(offset) } else { Ok(text) }
}

fn cp932(bytes: &[u8]) -> Result<String, usize> {
    let mut decoder = SHIFT_JIS.new_decoder_without_bom_handling();
    let room = decoder
        .max_utf8_buffer_length_without_replacement(bytes.len())
        .unwrap_or(usize::MAX / 2);
    let mut text = String::with_capacity(room);
    let (result, read) = decoder.decode_to_string_without_replacement(bytes, &mut text, true);
    match (result, first_nul(bytes)) {
        (DecoderResult::InputEmpty, None) => Ok(text),
        (DecoderResult::InputEmpty, Some(nul)) => Err(nul),
        (DecoderResult::Malformed(bad, behind), nul) => {
            let offset = read.saturating_sub(usize::from(bad) + usize::from(behind));
            Err(nul.map_or(offset, |nul| nul.min(offset)))
        }
        (DecoderResult::OutputFull, _) => Err(read),
    }
}

#[cfg(test)]
mod tests {
    use super::{Encoding, decode, encode};

    const TEXT: &str = "打刻先アカウント,姓・名\r\n1000,髙橋 ①～∥－\r\n";

    #[test]
    fn what_is_written_is_recognised_and_read_back_the_same() {
        for encoding in [
            Encoding::Utf8,
            Encoding::Utf8Bom,
            Encoding::Cp932,
            Encoding::Utf16Le,
            Encoding::Utf16Be,
        ] {
            let bytes = encode(TEXT, encoding).unwrap();
            for wanted in [None, Some(encoding)] {
                let decoded = decode(&bytes, wanted).unwrap();
                assert_eq!((decoded.text.as_str(), decoded.encoding), (TEXT, encoding));
            }
        }
    }

    #[test]
    fn a_mark_is_told_truly_and_is_no_part_of_the_text() {
        let marked = encode("a", Encoding::Utf8Bom).unwrap();
        for wanted in [Encoding::Utf8, Encoding::Utf8Bom] {
            assert_eq!(
                decode(&marked, Some(wanted)).unwrap().encoding,
                Encoding::Utf8Bom
            );
            assert_eq!(decode(b"a", Some(wanted)).unwrap().encoding, Encoding::Utf8);
        }
        let unmarked = [0x31, 0x30];
        let decoded = decode(&unmarked, Some(Encoding::Utf16Le)).unwrap();
        assert_eq!(decoded.text, "\u{3031}");
    }

    #[test]
    fn bytes_that_fit_none_are_refused_at_their_offset() {
        let table: [(&[u8], Option<Encoding>, usize); 9] = [
            (b"abc\xff", None, 3),
            // Valid as CP932 up to 3, as UTF-8 up to 6.
            (b"\xe3\x81\x82\xe3\x81\x84\xff\xff", None, 6),
            (b"a\0b\0", None, 1),
            (b"\xef\xbb\xbfab\xff", None, 5),
            (b"\xff\xfea\0b", None, 4),
            (b"\xff\xfe\x00\xd8a\0", None, 2),
            (b"\xfe\xff\xd8\x00", None, 2),
            (b"ab\x82", Some(Encoding::Cp932), 2),
            (b"\x82\xa0", Some(Encoding::Utf8), 0),
        ];
        for (bytes, wanted, offset) in table {
            let error = decode(bytes, wanted).unwrap_err();
            assert_eq!((error.offset, error.wanted), (offset, wanted), "{bytes:x?}");
        }
    }

    #[test]
    fn a_character_that_cp932_cannot_hold_exactly_is_named() {
        for (text, character) in [
            ("𠮷野", '𠮷'),
            ("a¥b", '¥'),
            ("x‾", '‾'),
            ("1−2", '−'),
            ("〜", '〜'),
        ] {
            let error = encode(text, Encoding::Cp932).unwrap_err();
            assert_eq!(error.character, character);
        }
    }

    #[test]
    fn an_empty_file_is_empty_text() {
        assert_eq!(decode(b"", None).unwrap().text, "");
    }
}
