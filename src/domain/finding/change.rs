//! Changes of punches as evidence: from when, to when.

use crate::domain::punch::PunchKind;
use crate::domain::time::{Jst, Minute, jst_offset};

use super::Evidence;

/// Stands for a time that a change does not have.
const NO_TIME: &str = "-";

impl Evidence {
    /// Adds a change of a punch: from when, where it is there, to when, where it is to be there.
    pub fn change(mut self, kind: PunchKind, from: Option<Minute>, to: Option<Minute>) -> Self {
        for minute in [from, to].into_iter().flatten() {
            self = self.minute(minute);
        }
        let told = |minute: Option<Minute>| minute.map_or(NO_TIME.to_owned(), |it| it.to_string());
        self.absorb(Self {
            facts: [
                ("kind", kind.code().to_string()),
                ("from", told(from)),
                ("to", told(to)),
            ]
            .map(|(name, value)| (name.to_owned(), value))
            .into(),
            ..Self::default()
        });
        self
    }

    /// The changes of punches that it tells: kind, from, to.
    pub fn changes(&self) -> Vec<(PunchKind, Option<Minute>, Option<Minute>)> {
        let of = |name: &str| self.facts.get(name).map_or("", String::as_str).split(',');
        let minute = |text: &str| {
            let moment = Jst::parse_from_rfc3339(text).ok()?;
            Some(Minute::cut(moment.with_timezone(&jst_offset())))
        };
        let parts = of("kind").zip(of("from")).zip(of("to"));
        let changes = parts.filter_map(|((kind, from), to)| {
            let kind = PunchKind::of_code(kind.parse().ok()?)?;
            Some((kind, minute(from), minute(to)))
        });
        changes
            .filter(|(_, from, to)| from.is_some() || to.is_some())
            .collect()
    }
}
