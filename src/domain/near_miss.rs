//! The account a user name nearly equals. User names are compared to the letter, so that a slip in
//! one of them parks every log; this says which slip it most likely is.

use std::collections::HashMap;

use serde::Serialize;
use unicode_normalization::UnicodeNormalization;

use super::pc_log::PcUserName;

/// How two names differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Difference {
    /// `Tarouk` for `tarouk`.
    Case,
    /// `ｔａｒｏｕｋ` for `tarouk`; perhaps in case too.
    Width,
    /// A blank more or less; perhaps in width and case too.
    Blanks,
    /// A domain in front or, as in `tarouk@example.com`, behind.
    Domain,
    /// One letter more, less or other.
    OneLetter,
}

impl Difference {
    /// Its name in evidence and catalogues.
    pub fn name(self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::Width => "width",
            Self::Blanks => "blanks",
            Self::Domain => "domain",
            Self::OneLetter => "one-letter",
        }
    }
}

/// The names that accounts bear, ready to be asked for the nearest one.
#[derive(Debug, Default)]
pub struct Names<'a> {
    by_case: HashMap<String, &'a PcUserName>,
    by_width: HashMap<String, &'a PcUserName>,
    by_blanks: HashMap<String, &'a PcUserName>,
    by_length: HashMap<usize, Vec<(Vec<char>, &'a PcUserName)>>,
}

impl<'a> Names<'a> {
    /// Takes the names in; empty ones are nobody's.
    pub fn new(names: impl IntoIterator<Item = &'a PcUserName>) -> Self {
        let mut index = Self::default();
        for name in names {
            let text = name.as_str();
            if text.is_empty() {
                continue;
            }
            index.by_case.entry(text.to_lowercase()).or_insert(name);
            index.by_width.entry(folded(text)).or_insert(name);
            index.by_blanks.entry(unblanked(text)).or_insert(name);
            let letters: Vec<char> = text.chars().collect();
            index
                .by_length
                .entry(letters.len())
                .or_default()
                .push((letters, name));
        }
        index
    }

    /// The name that `user` most likely stands for, and how it differs; `None` where none is near.
    /// A name that equals one to the letter is no miss and is not to be asked for.
    pub fn nearest(&self, user: &PcUserName) -> Option<(&'a PcUserName, Difference)> {
        let text = user.as_str();
        let bare = PcUserName::of_log(text);
        let bare = bare.as_str().split('@').next().unwrap_or_default();
        let find = |index: &HashMap<String, &'a PcUserName>, key: String, difference| {
            index.get(&key).map(|name| (*name, difference))
        };
        find(&self.by_case, text.to_lowercase(), Difference::Case)
            .or_else(|| find(&self.by_width, folded(text), Difference::Width))
            .or_else(|| find(&self.by_blanks, unblanked(text), Difference::Blanks))
            .or_else(|| {
                let behind_domain = || find(&self.by_blanks, unblanked(bare), Difference::Domain);
                (bare != text).then(behind_domain).flatten()
            })
            .or_else(|| {
                self.one_letter(text)
                    .map(|name| (name, Difference::OneLetter))
            })
    }

    fn one_letter(&self, text: &str) -> Option<&'a PcUserName> {
        let letters: Vec<char> = text.chars().collect();
        let shortest = letters.len().saturating_sub(1).max(SHORTEST);
        (shortest..=letters.len() + 1)
            .filter_map(|length| self.by_length.get(&length))
            .flatten()
            .find(|(other, _)| is_one_slip(&letters, other))
            .map(|(_, name)| *name)
    }
}

/// In names shorter than this, one letter is too much of the name to be a slip.
const SHORTEST: usize = 3;

fn folded(text: &str) -> String {
    text.nfkc().collect::<String>().to_lowercase()
}

fn unblanked(text: &str) -> String {
    folded(text).split_whitespace().collect()
}

/// Whether one letter makes the one of the other. A digit in place of a digit is another number.
fn is_one_slip(a: &[char], b: &[char]) -> bool {
    let front = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (a.get(front..), b.get(front..));
    let (a, b) = (a.unwrap_or_default(), b.unwrap_or_default());
    let back = a
        .iter()
        .rev()
        .zip(b.iter().rev())
        .take_while(|(x, y)| x == y)
        .count();
    match (
        a.get(..a.len() - back).unwrap_or_default(),
        b.get(..b.len() - back).unwrap_or_default(),
    ) {
        ([x], [y]) => !(x.is_numeric() && y.is_numeric()),
        ([_], []) | ([], [_]) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Difference, Names, PcUserName};

    #[test]
    fn the_nearest_name_is_told_with_its_difference() {
        let accounts = [
            "tarouk",
            "ｈａｎａｋｏ",
            "j smith",
            "0123",
            "1000",
            "ab",
            "",
        ]
        .map(PcUserName::new);
        let names = Names::new(&accounts);
        let table = [
            ("Tarouk", Some(("tarouk", Difference::Case))),
            ("ｔａｒｏｕｋ", Some(("tarouk", Difference::Width))),
            ("ＴＡＲＯＵＫ", Some(("tarouk", Difference::Width))),
            ("hanako", Some(("ｈａｎａｋｏ", Difference::Width))),
            ("tarouk ", Some(("tarouk", Difference::Blanks))),
            ("\u{3000}tarouk", Some(("tarouk", Difference::Blanks))),
            ("jsmith", Some(("j smith", Difference::Blanks))),
            ("EXAMPLE\\tarouk", Some(("tarouk", Difference::Domain))),
            ("EXAMPLE¥Tarouk", Some(("tarouk", Difference::Domain))),
            ("tarouk@example.com", Some(("tarouk", Difference::Domain))),
            ("tarok", Some(("tarouk", Difference::OneLetter))),
            ("taroukk", Some(("tarouk", Difference::OneLetter))),
            ("tarauk", Some(("tarouk", Difference::OneLetter))),
            ("123", Some(("0123", Difference::OneLetter))),
            ("1001", None),
            ("ac", None),
            ("TaroX", None),
            ("", None),
        ];
        for (user, expected) in table {
            let found = names.nearest(&PcUserName::new(user));
            let found = found.map(|(name, difference)| (name.as_str(), difference));
            assert_eq!(found, expected, "{user:?}");
        }
    }
}
