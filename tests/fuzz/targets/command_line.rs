//! The words of a command line, one in each line.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;

use pcpunch::cli::{Parsed, parse};
use pcpunch::locale::Lang;

use super::shown;

/// Any words make a command, an answer or a sentence that can be read.
pub(super) fn read(bytes: &[u8]) {
    let words = bytes
        .split(|byte| *byte == b'\n')
        .map(|word| OsString::from_vec(word.to_vec()));
    let words: Vec<OsString> = std::iter::once("pcpunch".into()).chain(words).collect();
    match parse(&words, |_| Lang::En) {
        Parsed::Run(_) => {}
        Parsed::Answer(text) => assert!(!text.is_empty()),
        Parsed::Unusable(unusable) => {
            shown::said(&unusable.message);
            shown::said(&unusable.remedy);
        }
    }
}
