//! Texts of a profile with places in braces that a request fills.

use serde::Deserialize;

/// What can stand in braces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    /// `{from}`: the first moment asked for.
    From,
    /// `{to}`: the first moment no longer asked for.
    To,
    /// `{offset}`: how many records to leave out.
    Offset,
    /// `{limit}`: the size of a page.
    Limit,
    /// `{category}`: which operations.
    Category,
    /// `{admin_code}`: a secret.
    AdminCode,
    /// `{secret_code}`: a secret.
    SecretCode,
}

impl Slot {
    fn of_name(name: &str) -> Option<Self> {
        Some(match name {
            "from" => Self::From,
            "to" => Self::To,
            "offset" => Self::Offset,
            "limit" => Self::Limit,
            "category" => Self::Category,
            "admin_code" => Self::AdminCode,
            "secret_code" => Self::SecretCode,
            _ => return None,
        })
    }

    /// Whether what it stands for must not appear in a URL.
    pub(super) fn is_secret(self) -> bool {
        matches!(self, Self::AdminCode | Self::SecretCode)
    }
}

/// A text whose places in braces are known.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Template(Vec<Part>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    Slot(Slot),
}

impl TryFrom<String> for Template {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let mut parts = Vec::new();
        let mut rest = text.as_str();
        while let Some((before, behind)) = rest.split_once('{') {
            let (name, after) = behind
                .split_once('}')
                .ok_or_else(|| format!("`{text}` has a brace that is not closed"))?;
            let slot = Slot::of_name(name)
                .ok_or_else(|| format!("`{{{name}}}` is no place that a request can fill"))?;
            parts.push(Part::Text(before.to_owned()));
            parts.push(Part::Slot(slot));
            rest = after;
        }
        parts.push(Part::Text(rest.to_owned()));
        Ok(Self(parts))
    }
}

impl Template {
    /// The text with every place filled.
    pub(super) fn fill<'v>(&self, value: impl Fn(Slot) -> &'v str) -> String {
        self.0
            .iter()
            .map(|part| match part {
                Part::Text(text) => text.as_str(),
                Part::Slot(slot) => value(*slot),
            })
            .collect()
    }

    /// The places, in order.
    pub(super) fn slots(&self) -> impl Iterator<Item = Slot> {
        self.0.iter().filter_map(|part| match part {
            Part::Text(_) => None,
            Part::Slot(slot) => Some(*slot),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Slot, Template};

    #[test]
    fn places_are_filled_and_the_rest_stays() {
        let template = Template::try_from("a{from}-{to}b".to_owned()).unwrap();
        assert_eq!(template.slots().collect::<Vec<_>>(), [Slot::From, Slot::To]);
        let filled = template.fill(|slot| if slot == Slot::From { "1" } else { "2" });
        assert_eq!(filled, "a1-2b");
    }

    #[test]
    fn a_place_that_nothing_fills_is_refused() {
        for text in ["{page}", "{}", "{from", "{from{to}}"] {
            assert!(Template::try_from(text.to_owned()).is_err(), "{text}");
        }
    }
}
