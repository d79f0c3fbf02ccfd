//! Servers and commands at times repeat what they were given: their words are kept, a secret in them is not.

use base64::Engine;
use base64::prelude::{BASE64_STANDARD_NO_PAD, BASE64_URL_SAFE_NO_PAD};

use super::secret::Secret;

/// What stands in the place of a secret.
const VEILED: &str = "…";

/// The least of a secret's base64 that is looked for: less of it stands in ordinary words too.
const LEAST_OF_BASE64: usize = 6;

/// Takes secrets out of words from outside: as they are, as an address, JSON or HTML bears them, and in base64.
#[derive(Clone, Debug, Default)]
pub struct Veil {
    /// The secrets as they are, the longest first.
    plain: Vec<Secret>,
    /// Each spelling that is looked for, the longest first, without backslashes.
    spellings: Vec<Secret>,
}

impl Veil {
    /// A veil over these secrets.
    pub fn over<'a>(secrets: impl IntoIterator<Item = &'a Secret>) -> Self {
        let plain: Vec<&str> = secrets.into_iter().map(Secret::reveal).collect();
        let spellings = plain
            .iter()
            .flat_map(|secret| [vec![secret.replace('\\', "")], base64(secret)].concat());
        Self {
            spellings: longest_first(spellings),
            plain: longest_first(plain.iter().map(|secret| (*secret).to_owned())),
        }
    }

    /// Takes them out of these words.
    pub fn hide(&self, words: &mut String) {
        for spelling in &self.spellings {
            if let Some(kept) = without(words, spelling.reveal().as_bytes()) {
                *words = kept;
            }
        }
        // A secret may itself look like something encoded, and was passed over then.
        for secret in &self.plain {
            if words.contains(secret.reveal()) {
                *words = words.replace(secret.reveal(), VEILED);
            }
        }
    }

    /// The words without them.
    pub fn hidden(&self, words: impl Into<String>) -> String {
        let mut words = words.into();
        self.hide(&mut words);
        words
    }
}

/// Those that are not empty, so that none hides a part of a longer one.
fn longest_first(secrets: impl Iterator<Item = String>) -> Vec<Secret> {
    let mut secrets: Vec<String> = secrets.filter(|secret| !secret.is_empty()).collect();
    secrets.sort_by_key(|secret| std::cmp::Reverse(secret.len()));
    secrets.into_iter().map(Secret::new).collect()
}

/// The words without the secret; `None` where it is not in them.
fn without(words: &str, secret: &[u8]) -> Option<String> {
    let mut kept = String::new();
    let mut from = 0;
    let mut at = 0;
    while at < words.len() {
        match spelt(words.as_bytes().get(at..)?, secret) {
            // The first and the last byte of a secret are those of a character, as it is or encoded.
            Some(length) => {
                kept.push_str(words.get(from..at)?);
                kept.push_str(VEILED);
                at += length;
                from = at;
            }
            None => at += 1,
        }
    }
    kept.push_str(words.get(from..)?);
    (from > 0).then_some(kept)
}

/// How many bytes one byte takes at the beginning of words, if it stands there.
type Width = fn(&[u8], u8) -> Option<usize>;

/// How many bytes the secret takes where it stands at the beginning of the words, each of its bytes as it is or
/// encoded. Where a `&` or a `%` of its own begins what could be an encoded one, both are tried.
fn spelt(words: &[u8], secret: &[u8]) -> Option<usize> {
    let by = |widths: [Width; 2]| {
        secret.iter().try_fold(0, |length, byte| {
            // However often a text in JSON was put into JSON again, it has more of these and nothing else.
            let mut escapes = 0;
            let backslash = |words: &[u8]| widths.into_iter().find_map(|width| width(words, b'\\'));
            while let Some(width) = backslash(words.get(length + escapes..)?) {
                escapes += width;
            }
            let rest = words.get(length + escapes..)?;
            let digits = rest.strip_prefix(b"u").filter(|_| escapes > 0);
            let width = match digits.and_then(|digits| hex(digits.get(..4)?)) {
                Some(meant) if meant == u32::from(*byte) => Some(5),
                _ => widths.into_iter().find_map(|width| width(rest, *byte)),
            };
            Some(length + escapes + width?)
        })
    };
    by([encoded, as_it_is]).or_else(|| by([as_it_is, encoded]))
}

fn as_it_is(words: &[u8], byte: u8) -> Option<usize> {
    (words.first() == Some(&byte)).then_some(1)
}

/// How many bytes one byte takes there, encoded.
fn encoded(words: &[u8], byte: u8) -> Option<usize> {
    match words {
        [b'%', high, low, ..] if hex(&[*high, *low]) == Some(byte.into()) => Some(3),
        [b'&', entity @ ..] => {
            let end = entity.iter().position(|byte| *byte == b';')?;
            (meant(entity.get(..end)?) == Some(byte.into())).then_some(end + 2)
        }
        _ => None,
    }
}

/// What an entity of HTML means, without `&` and `;`.
fn meant(entity: &[u8]) -> Option<u32> {
    match entity {
        b"amp" => Some(b'&'.into()),
        b"lt" => Some(b'<'.into()),
        b"gt" => Some(b'>'.into()),
        b"quot" => Some(b'"'.into()),
        b"apos" => Some(b'\''.into()),
        [b'#', b'x' | b'X', digits @ ..] => hex(digits),
        [b'#', digits @ ..] => std::str::from_utf8(digits).ok()?.parse().ok(),
        _ => None,
    }
}

fn hex(digits: &[u8]) -> Option<u32> {
    let digits = std::str::from_utf8(digits).ok()?;
    u32::from_str_radix(digits, 16).ok()
}

/// What of a secret's base64 is the same whatever stands before and behind it, for each of the three places at
/// which it can begin.
fn base64(secret: &str) -> Vec<String> {
    let cores = (0..3).flat_map(|before: usize| {
        let bytes = [&vec![0; before], secret.as_bytes()].concat();
        let first = (before * 8).div_ceil(6);
        let whole = bytes.len() * 8 / 6;
        [BASE64_STANDARD_NO_PAD, BASE64_URL_SAFE_NO_PAD].map(|engine| {
            let encoded = engine.encode(&bytes);
            encoded.get(first..whole).unwrap_or_default().to_owned()
        })
    });
    let mut cores: Vec<String> = cores.filter(|core| core.len() >= LEAST_OF_BASE64).collect();
    cores.dedup();
    cores
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};

    use super::{Secret, Veil};

    fn hidden(secrets: &[&str], words: &str) -> String {
        let secrets: Vec<Secret> = secrets.iter().copied().map(Secret::new).collect();
        Veil::over(&secrets).hidden(words)
    }

    #[test]
    fn a_secret_is_taken_out_of_words_however_it_is_written_there() {
        for (secret, words, kept) in [
            ("hunter2", "token hunter2 is unknown", "token … is unknown"),
            ("hunter2", "hunter2hunter2, hunter", "……, hunter"),
            ("hunter2", "HUNTER-2 is no hunter", "HUNTER-2 is no hunter"),
            ("a/b+1", "GET /?code=a%2Fb%2B1&x=2", "GET /?code=…&x=2"),
            ("a/b+1", "GET /?code=a%2fb%2b1", "GET /?code=…"),
            (r#"a"b\c"#, r#"{"token":"a\"b\\c"}"#, r#"{"token":"…"}"#),
            (
                r#"a"b\c"#,
                r#"{\"token\":\"a\\\"b\\\\c\"}"#,
                r#"{\"token\":\"…\"}"#,
            ),
            (r#"a"b\c"#, r"\\u0061%22b%5Cc", "…"),
            ("a/b", r"a\/b or \u0061\u002Fb", "… or …"),
            ("a&b<c>", "a&amp;b&lt;c&gt; or a&#38;b&#x3c;c>", "… or …"),
            ("100%", "100% or 100%25", "… or …"),
            ("a%25b", "a%25b or a%2525b", "… or …"),
            ("a%5cb", "a%5cb", "…"),
            ("a&#92;b", "a&#92;b", "…"),
            (r"\", r"\", "…"),
            ("x", "", ""),
            ("x", "暗証 x を", "暗証 … を"),
            ("秘密", "秘密の%E7%A7%98%E5%AF%86", "…の…"),
            (
                "hunter2",
                "%, %4, \\, \\u00, &, &#; &x",
                "%, %4, \\, \\u00, &, &#; &x",
            ),
        ] {
            assert_eq!(hidden(&[secret], words), kept, "{secret} in {words}");
        }
    }

    #[test]
    fn no_place_at_which_base64_can_begin_shows_the_secret() {
        let secret = "s3cr3t~token?of>KOT";
        for before in ["", "u", "us", "use", "user:"] {
            for behind in ["", ":x", "\n"] {
                let text = format!("{before}{secret}{behind}");
                for encoded in [
                    BASE64_STANDARD.encode(&text),
                    BASE64_URL_SAFE_NO_PAD.encode(&text),
                ] {
                    let kept = hidden(&[secret], &format!("Basic {encoded}."));
                    let rest = kept.replace("Basic ", "").replace('…', "");
                    // What is left are the neighbours' own characters and those shared with them.
                    assert!(kept.contains('…'), "{text:?}: {kept}");
                    assert!(
                        rest.len() <= before.len() * 2 + behind.len() * 2 + 6,
                        "{kept}"
                    );
                }
            }
        }
    }

    #[test]
    fn the_longer_of_two_secrets_goes_first_and_no_secret_hides_nothing() {
        assert_eq!(hidden(&["abc", "abcdef"], "abcdef abc"), "… …");
        assert_eq!(hidden(&[], "no"), "no");
        assert_eq!(hidden(&[""], "no"), "no");
        let veil = format!("{:?}", Veil::over([&Secret::new("hunter2")]));
        assert!(!veil.contains("hunter2"), "{veil}");
    }
}
