//! How the counts of a rehearsal are shown: `sums` and `people` of `pcpunch.relay-rehearse.v1`.

use serde::Serialize;

use crate::commands::view::punch::kind_text;
use crate::domain::comparison::{Count, Outcome, Tally};
use crate::domain::employee::EmployeeCode;
use crate::domain::punch::PunchKind;
use crate::locale::{Locale, Text};

/// The punches of one kind, by how they came out.
#[derive(Debug, Serialize)]
pub(super) struct KindView {
    kind: PunchKind,
    same: CountView,
    earlier: CountView,
    later: CountView,
    missing: CountView,
    extra: CountView,
    open: CountView,
}

#[derive(Debug, Serialize)]
struct CountView {
    count: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    median_minutes: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    largest_minutes: Option<i64>,
}

/// One person's counts.
#[derive(Debug, Serialize)]
pub(super) struct PersonView {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) employee_code: Option<EmployeeCode>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<String>,
    /// Work days on which either side has a punch.
    pub(super) work_days: usize,
    pub(super) kinds: Vec<KindView>,
}

impl CountView {
    fn of(count: &Count) -> Self {
        Self {
            count: count.count(),
            median_minutes: count.median(),
            largest_minutes: count.largest(),
        }
    }

    fn csv(&self) -> [String; 3] {
        let minutes = |minutes: Option<i64>| minutes.map(|m| m.to_string()).unwrap_or_default();
        [
            self.count.to_string(),
            minutes(self.median_minutes),
            minutes(self.largest_minutes),
        ]
    }
}

impl KindView {
    /// The kinds that were counted at all.
    pub(super) fn all(tally: &Tally) -> Vec<Self> {
        let counted = |kind: &PunchKind| tally.all(*kind) > 0;
        let kinds = PunchKind::ALL.into_iter().filter(counted);
        let view = |kind| {
            let count = |outcome| CountView::of(&tally.get(kind, outcome));
            Self {
                kind,
                same: count(Outcome::Same),
                earlier: count(Outcome::Earlier),
                later: count(Outcome::Later),
                missing: count(Outcome::Missing),
                extra: count(Outcome::Extra),
                open: count(Outcome::Open),
            }
        };
        kinds.map(view).collect()
    }

    /// Its cells of a CSV row, from `kind` on.
    pub(super) fn csv(&self) -> Vec<String> {
        let mut cells = vec![self.kind.code().to_string()];
        cells.extend(self.same.csv().into_iter().take(1));
        cells.extend(self.earlier.csv());
        cells.extend(self.later.csv());
        for one_sided in [&self.missing, &self.extra, &self.open] {
            cells.extend(one_sided.csv().into_iter().take(1));
        }
        cells
    }
}

/// A row of a table: kind and outcome in words, then the count of each alternative.
pub(super) type Row = Vec<String>;

/// The counts that `is_told` names and that are not nought in all of `tallies`.
pub(super) fn rows(
    tallies: &[&Tally],
    is_told: impl Fn(Outcome) -> bool,
    locale: &Locale,
) -> Vec<Row> {
    let outcomes = Outcome::ALL.into_iter().filter(|outcome| is_told(*outcome));
    let outcomes: Vec<Outcome> = outcomes.collect();
    let places = PunchKind::ALL.into_iter();
    let places = places.flat_map(|kind| outcomes.iter().map(move |outcome| (kind, *outcome)));
    let mut rows = Vec::new();
    for (kind, outcome) in places {
        let counts: Vec<Count> = tallies
            .iter()
            .map(|tally| tally.get(kind, outcome))
            .collect();
        if counts.iter().all(|count| count.count() == 0) {
            continue;
        }
        let words = [
            locale.say(&kind_text(kind)),
            locale.say(&Text::family("rehearse-outcome", outcome.name())),
        ];
        let told = counts.iter().map(|count| told(count, outcome, locale));
        rows.push(words.into_iter().chain(told).collect());
    }
    rows
}

/// A count in words: how many, and where there are gaps their middle and the largest.
fn told(count: &Count, outcome: Outcome, locale: &Locale) -> String {
    let number = Text::new("rehearse-count").with("count", count.count());
    let gaps = count.median().zip(count.largest());
    let text = match gaps.filter(|_| outcome != Outcome::Same) {
        None => number,
        Some((median, largest)) => Text::new("rehearse-count-gaps")
            .with("count", count.count())
            .with("median", median)
            .with("largest", largest),
    };
    locale.say(&text)
}
