//! A sentence as a value: its key in the catalogues and what is put into it.

use std::borrow::Cow;
use std::fmt::Display;

/// Something to say, before it is known in which language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    pub(super) key: Cow<'static, str>,
    pub(super) args: Vec<(&'static str, Value)>,
}

/// What is put into a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A name, a path, a code: outside data, made visible before it is shown.
    Word(String),
    /// A number, by which a language may choose its form.
    Number(i64),
    /// A sentence or word of the same catalogues.
    Text(Text),
}

impl Text {
    /// The sentence of that key.
    pub fn new(key: &'static str) -> Self {
        Self {
            key: Cow::Borrowed(key),
            args: Vec::new(),
        }
    }

    /// One sentence of a family, such as `finding-cause` of `no-logoff`: key `finding-cause-no-logoff`.
    pub fn family(family: &'static str, member: &str) -> Self {
        Self {
            key: Cow::Owned(format!("{family}-{member}")),
            args: Vec::new(),
        }
    }

    /// Puts a value into the sentence's `{ $name }`.
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Puts anything that can be shown into the sentence's `{ $name }`.
    pub fn showing(self, name: &'static str, value: impl Display) -> Self {
        self.with(name, value.to_string())
    }

    /// Its key.
    pub fn key(&self) -> &str {
        &self.key
    }
}

impl From<&str> for Value {
    fn from(word: &str) -> Self {
        Self::Word(word.to_owned())
    }
}

impl From<String> for Value {
    fn from(word: String) -> Self {
        Self::Word(word)
    }
}

impl From<Text> for Value {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}

macro_rules! numbers {
    ($($type:ty),*) => {$(
        impl From<$type> for Value {
            fn from(number: $type) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )*};
}

numbers!(u8, u16, u32, u64, usize, i32, i64);
