//! A part of a profile as its keys are asked for: each value with its line, and what nobody asked for is unknown.

use std::cell::RefCell;
use std::collections::BTreeSet;

use toml::de::{DeTable, DeValue};

use super::error::{ProfileError, ProfileProblem};
use crate::domain::spelling;

/// A table of the file.
pub(super) struct Part<'t> {
    source: &'t str,
    /// Its name with a dot behind; empty for the whole file.
    prefix: String,
    line: usize,
    table: &'t DeTable<'t>,
    asked: RefCell<BTreeSet<&'static str>>,
}

/// A key and its value.
pub(super) struct Entry<'t> {
    source: &'t str,
    /// The key with its part.
    pub(super) key: String,
    /// Where it stands in the file, in bytes. Its line is counted only where it is told: a file may have many keys.
    at: usize,
    value: &'t DeValue<'t>,
}

impl<'t> Part<'t> {
    /// The whole file.
    pub(super) fn whole(source: &'t str, table: &'t DeTable<'t>) -> Self {
        Self {
            source,
            prefix: String::new(),
            line: 1,
            table,
            asked: RefCell::default(),
        }
    }

    /// The entry of that key, where it is there.
    pub(super) fn find(&self, name: &'static str) -> Option<Entry<'t>> {
        self.asked.borrow_mut().insert(name);
        self.entries()
            .find(|(found, _)| *found == name)
            .map(|(_, entry)| entry)
    }

    /// The entry of that key.
    pub(super) fn get(&self, name: &'static str) -> Result<Entry<'t>, ProfileError> {
        self.find(name)
            .ok_or_else(|| self.fails(name, ProfileProblem::Missing))
    }

    /// All entries of a part whose keys are the company's own.
    pub(super) fn entries(&self) -> impl Iterator<Item = (&'t str, Entry<'t>)> {
        let (source, prefix) = (self.source, self.prefix.clone());
        self.table.iter().map(move |(name, value)| {
            let entry = Entry {
                source,
                key: format!("{prefix}{}", name.get_ref()),
                at: name.span().start,
                value: value.get_ref(),
            };
            (name.get_ref().as_ref(), entry)
        })
    }

    /// A key of this part that cannot stand there, since another choice was made.
    pub(super) fn only_with(
        &self,
        name: &'static str,
        key: &'static str,
        value: &'static str,
    ) -> Result<(), ProfileError> {
        self.find(name).map_or(Ok(()), |entry| {
            let place = None;
            Err(entry.fails(ProfileProblem::OnlyWith { place, key, value }))
        })
    }

    /// Proves that no key is left which nobody asked for.
    pub(super) fn end(&self) -> Result<(), ProfileError> {
        let asked = self.asked.borrow();
        let unknown = self.entries().find(|(name, _)| !asked.contains(name));
        unknown.map_or(Ok(()), |(name, entry)| {
            let nearest = nearest(name, asked.iter().copied());
            Err(entry.fails(ProfileProblem::UnknownKey { nearest }))
        })
    }

    /// An error of a key that is not there.
    pub(super) fn fails(&self, name: &str, problem: ProfileProblem) -> ProfileError {
        ProfileError {
            line: self.line,
            key: format!("{}{name}", self.prefix),
            problem,
        }
    }
}

impl<'t> Entry<'t> {
    /// Its line in the file, from 1.
    pub(super) fn line(&self) -> usize {
        line_of(self.source, self.at)
    }

    /// What is wrong with this entry.
    pub(super) fn fails(&self, problem: ProfileProblem) -> ProfileError {
        ProfileError {
            line: self.line(),
            key: self.key.clone(),
            problem,
        }
    }

    fn not_a(&self, kind: &'static str) -> ProfileError {
        self.fails(ProfileProblem::NotA(kind))
    }

    /// A text, which may be empty.
    pub(super) fn text(&self) -> Result<&'t str, ProfileError> {
        self.value.as_str().ok_or_else(|| self.not_a("text"))
    }

    /// A text that is not empty.
    pub(super) fn filled(&self) -> Result<&'t str, ProfileError> {
        match self.text()? {
            "" => Err(self.fails(ProfileProblem::Empty)),
            text => Ok(text),
        }
    }

    /// A list of texts, none of them empty.
    pub(super) fn texts(&self) -> Result<Vec<&'t str>, ProfileError> {
        let list = self.value.as_array().ok_or_else(|| self.not_a("list"))?;
        list.iter()
            .map(|item| match item.get_ref().as_str() {
                None => Err(self.not_a("list")),
                Some("") => Err(self.fails(ProfileProblem::Empty)),
                Some(text) => Ok(text),
            })
            .collect()
    }

    /// One of these words.
    pub(super) fn choice<T: Copy>(&self, choices: &[(&str, T)]) -> Result<T, ProfileError> {
        let value = self.text()?;
        let chosen = choices.iter().find(|(name, _)| *name == value);
        chosen.map(|(_, choice)| *choice).ok_or_else(|| {
            let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
            self.fails(ProfileProblem::Choice {
                value: value.to_owned(),
                allowed: names.join(", "),
            })
        })
    }

    /// A whole number within bounds.
    pub(super) fn count(&self, least: u32, most: u32) -> Result<u32, ProfileError> {
        let DeValue::Integer(integer) = self.value else {
            return Err(self.not_a("count"));
        };
        u32::from_str_radix(integer.as_str(), integer.radix())
            .ok()
            .filter(|number| (least..=most).contains(number))
            .ok_or_else(|| self.fails(ProfileProblem::Range { least, most }))
    }

    /// A number above zero, whole or not, up to `most`.
    pub(super) fn number(&self, most: u32) -> Result<f64, ProfileError> {
        let number = match self.value {
            DeValue::Float(float) => float.as_str().parse().unwrap_or_default(),
            DeValue::Integer(_) => f64::from(self.count(1, most)?),
            _ => return Err(self.not_a("number")),
        };
        let within = number > 0.0 && number <= f64::from(most);
        let least = 0;
        within
            .then_some(number)
            .ok_or_else(|| self.fails(ProfileProblem::Range { least, most }))
    }

    /// A part of its own.
    pub(super) fn part(&self) -> Result<Part<'t>, ProfileError> {
        let table = self.value.as_table().ok_or_else(|| self.not_a("table"))?;
        Ok(Part {
            source: self.source,
            prefix: format!("{}.", self.key),
            line: self.line(),
            table,
            asked: RefCell::default(),
        })
    }
}

/// The name that is most like it, where one is like it at all.
pub(super) fn nearest<'n>(name: &str, names: impl Iterator<Item = &'n str>) -> Option<String> {
    spelling::nearest(name, names.map(|known| (known, known))).map(str::to_owned)
}

/// The line of a byte, from 1.
pub(super) fn line_of(source: &str, byte: usize) -> usize {
    let before = source.as_bytes().get(..byte).unwrap_or_default();
    1 + before.iter().filter(|byte| **byte == b'\n').count()
}
