//! Texts brought to one form before they are compared.

use unicode_normalization::UnicodeNormalization;

/// A person's name in one form: NFKC, any run of blanks as one.
pub(super) fn one_form(name: &str) -> String {
    let folded: String = name.nfkc().collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// NFKC without the blanks at both ends: narrow digits for full-width ones.
pub(super) fn narrow(text: &str) -> String {
    unblanked(text).nfkc().collect()
}

/// Without the blanks at both ends, also U+3000 and those that cannot be seen.
pub(super) fn unblanked(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}'))
}
