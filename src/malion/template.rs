//! Texts of a profile with places in braces that a request fills.

/// What can stand in braces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    /// `{from}`: the first moment asked for.
    From,
    /// `{to}`: the first moment no longer asked for.
    To,
    /// `{offset}`: how many records to leave out.
    Offset,
    /// `{page}`: the number of the page.
    Page,
    /// `{cursor}`: what the page before said of the next.
    Cursor,
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
    const ALL: [Self; 9] = [
        Self::From,
        Self::To,
        Self::Offset,
        Self::Page,
        Self::Cursor,
        Self::Limit,
        Self::Category,
        Self::AdminCode,
        Self::SecretCode,
    ];

    /// What stands in braces.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::From => "from",
            Self::To => "to",
            Self::Offset => "offset",
            Self::Page => "page",
            Self::Cursor => "cursor",
            Self::Limit => "limit",
            Self::Category => "category",
            Self::AdminCode => "admin_code",
            Self::SecretCode => "secret_code",
        }
    }

    fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|slot| slot.name() == name)
    }

    /// Whether it stands for one of the codes.
    pub(super) fn is_secret(self) -> bool {
        matches!(self, Self::AdminCode | Self::SecretCode)
    }
}

/// A text whose places in braces are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template(Vec<Part>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    Slot(Slot),
}

/// Why a text is no template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum BadTemplate {
    /// A brace in this text is not closed.
    OpenBrace(String),
    /// Nothing fills a place of this name.
    UnknownPlace(String),
}

impl Template {
    /// Finds the places of a text.
    pub(super) fn new(text: &str) -> Result<Self, BadTemplate> {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some((before, behind)) = rest.split_once('{') {
            let (name, after) = behind
                .split_once('}')
                .ok_or_else(|| BadTemplate::OpenBrace(text.to_owned()))?;
            let slot =
                Slot::of_name(name).ok_or_else(|| BadTemplate::UnknownPlace(name.to_owned()))?;
            parts.push(Part::Text(before.to_owned()));
            parts.push(Part::Slot(slot));
            rest = after;
        }
        parts.push(Part::Text(rest.to_owned()));
        Ok(Self(parts))
    }

    /// The text with every place filled; `None` where one of them has nothing to stand there.
    pub(super) fn fill<'v>(&self, value: impl Fn(Slot) -> Option<&'v str>) -> Option<String> {
        let mut filled = String::new();
        for part in &self.0 {
            filled.push_str(match part {
                Part::Text(text) => text,
                Part::Slot(slot) => value(*slot)?,
            });
        }
        Some(filled)
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
    use super::{BadTemplate, Slot, Template};

    #[test]
    fn places_are_filled_and_the_rest_stays() {
        let template = Template::new("a{from}-{cursor}b").unwrap();
        let slots: Vec<_> = template.slots().collect();
        assert_eq!(slots, [Slot::From, Slot::Cursor]);
        let filled = template.fill(|slot| Some(if slot == Slot::From { "1" } else { "2" }));
        assert_eq!(filled.as_deref(), Some("a1-2b"));
    }

    #[test]
    fn a_text_with_a_place_that_has_nothing_is_left_out() {
        let template = Template::new("next:{cursor}").unwrap();
        assert_eq!(template.fill(|_| None), None);
    }

    #[test]
    fn a_place_that_nothing_fills_is_refused() {
        let unknown = |name: &str| BadTemplate::UnknownPlace(name.to_owned());
        let open = |text: &str| BadTemplate::OpenBrace(text.to_owned());
        for (text, bad) in [
            ("{pages}", unknown("pages")),
            ("{}", unknown("")),
            ("{from", open("{from")),
            ("{from{to}}", unknown("from{to")),
        ] {
            assert_eq!(Template::new(text), Err(bad), "{text}");
        }
    }
}
