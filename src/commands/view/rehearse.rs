//! How a rehearsal is shown: `pcpunch.relay-rehearse.v1`.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::domain::comparison::{Outcome, Pair, Tally};
use crate::domain::employee::EmployeeKey;
use crate::domain::reconcile::Tolerance;
use crate::domain::replay::Why;
use crate::domain::time::WorkDay;
use crate::locale::{Locale, Text};
use crate::output::{Column, Table, View};

use super::names::Names;
use counts::{KindView, PersonView};
use days::{DayView, differs};

mod counts;
mod csv;
mod days;

/// The headings of the two columns of results, and their names in JSON and CSV.
const RESULTS: [Column; 2] = [
    Column::new("as-set", "rehearse-as-set"),
    Column::new("tried", "rehearse-tried"),
];
const SETTINGS: [&str; 2] = ["as-set", "tried"];

/// A setting that is tried.
#[derive(Debug, Serialize)]
pub(in crate::commands) struct Change {
    pub(in crate::commands) key: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::commands) as_set: Option<String>,
    pub(in crate::commands) tried: String,
}

/// What came of the range under some settings.
#[derive(Debug)]
pub(in crate::commands) struct Alternative {
    pairs: Vec<Pair>,
    tally: Tally,
    people: BTreeMap<EmployeeKey, Tally>,
}

impl Alternative {
    /// Counts pairs, in all and by person.
    pub(in crate::commands) fn new(pairs: Vec<Pair>) -> Self {
        let mut by_person: BTreeMap<&EmployeeKey, Vec<&Pair>> = BTreeMap::new();
        for pair in &pairs {
            by_person.entry(&pair.employee).or_default().push(pair);
        }
        let people = by_person.into_iter();
        let people = people.map(|(key, pairs)| (key.clone(), Tally::of(pairs)));
        Self {
            people: people.collect(),
            tally: Tally::of(&pairs),
            pairs,
        }
    }

    /// How many punches KING OF TIME shows, and how many of them the rules give too.
    fn shown_and_same(&self) -> (usize, usize) {
        let shown = self.pairs.iter().filter(|pair| pair.kot.is_some());
        let same = shown.clone().filter(|pair| pair.outcome == Outcome::Same);
        (shown.count(), same.count())
    }

    fn days_not_read(&self) -> usize {
        let not_read = self
            .pairs
            .iter()
            .filter(|pair| pair.why == Some(Why::NotRead));
        let days: BTreeSet<WorkDay> = not_read.map(|pair| pair.work_day).collect();
        days.len()
    }
}

/// A rehearsal, told.
#[derive(Debug, Serialize)]
pub(in crate::commands) struct Rehearsed<'a> {
    from: WorkDay,
    to: WorkDay,
    in_minutes: i64,
    out_minutes: i64,
    tried: Vec<Change>,
    results: Vec<ResultView>,
    people_left_out: usize,
    #[serde(skip)]
    alternatives: Vec<Alternative>,
    #[serde(skip)]
    names: &'a Names,
    #[serde(skip)]
    by_days: bool,
}

/// An entry of `results`.
#[derive(Debug, Serialize)]
struct ResultView {
    settings: &'static str,
    sums: Vec<KindView>,
    people: Vec<PersonView>,
    days: Vec<DayView>,
}

impl<'a> Rehearsed<'a> {
    /// Puts a rehearsal into words. The first of the alternatives is what is set, the second what is tried.
    pub(in crate::commands) fn new(
        (from, to): (WorkDay, WorkDay),
        tolerance: Tolerance,
        tried: Vec<Change>,
        alternatives: Vec<Alternative>,
        people_left_out: usize,
        names: &'a Names,
    ) -> Self {
        let results = SETTINGS.into_iter().zip(&alternatives);
        Self {
            from,
            to,
            in_minutes: tolerance.clock_in.num_minutes(),
            out_minutes: tolerance.clock_out.num_minutes(),
            tried,
            results: results
                .map(|(settings, one)| ResultView::of(settings, one, names))
                .collect(),
            people_left_out,
            alternatives,
            names,
            by_days: false,
        }
    }

    /// The same with a row for each work day that differs, in tables and CSV.
    pub(in crate::commands) fn by_days(self, by_days: bool) -> Self {
        Self { by_days, ..self }
    }

    fn columns(&self, first: impl IntoIterator<Item = Column>) -> Table<'static> {
        let results = RESULTS.into_iter().take(self.alternatives.len());
        Table::new(first.into_iter().chain(results).collect::<Vec<_>>())
    }

    /// A row for each count of a person that is not the same on both sides.
    fn people_table(&self, locale: &Locale) -> Table<'static> {
        let mut table = self.columns([
            Column::new("name", "check-name"),
            Column::new("kind", "rehearse-kind"),
            Column::new("outcome", "rehearse-outcome"),
        ]);
        let people = self.alternatives.iter().flat_map(|one| one.people.keys());
        let people = people.map(|key| (self.names.code(key), key));
        let nobody = Tally::default();
        for (_, key) in people.collect::<BTreeSet<_>>() {
            let tallies = self.alternatives.iter().map(|one| one.people.get(key));
            let tallies: Vec<&Tally> = tallies.map(|tally| tally.unwrap_or(&nobody)).collect();
            let name = self.names.shown(key);
            for row in counts::rows(&tallies, |outcome| outcome != Outcome::Same, locale) {
                table.row([name.clone()].into_iter().chain(row));
            }
        }
        table
    }

    /// A row for each punch that differs under one of the settings.
    fn days_table(&self, locale: &Locale) -> Table<'static> {
        let mut table = self.columns([
            Column::new("name", "check-name"),
            Column::new("work_day", "check-work-day"),
            Column::new("kind", "rehearse-kind"),
            Column::new("kot", "check-kot"),
        ]);
        let pairs = self.alternatives.iter().map(|one| one.pairs.as_slice());
        for row in days::rows(&pairs.collect::<Vec<_>>(), self.names, locale) {
            table.row(row);
        }
        table
    }

    /// How many of KING OF TIME's punches came out the same.
    fn summary(&self) -> Text {
        let mut sums = self.alternatives.iter().map(Alternative::shown_and_same);
        let (shown, same) = sums.next().unwrap_or_default();
        let text = match sums.next() {
            None => Text::new("rehearse-summary"),
            Some((_, tried)) => Text::new("rehearse-summary-tried").with("tried", tried),
        };
        text.showing("from", self.from)
            .showing("to", self.to)
            .with("shown", shown)
            .with("same", same)
    }
}

impl ResultView {
    fn of(settings: &'static str, one: &Alternative, names: &Names) -> Self {
        let mut people: Vec<PersonView> = one
            .people
            .iter()
            .map(|(key, tally)| PersonView {
                employee_code: names.code(key).cloned(),
                name: names.name(key).map(str::to_owned),
                work_days: tally.work_days(),
                kinds: KindView::all(tally),
            })
            .collect();
        people.sort_by(|a, b| a.employee_code.cmp(&b.employee_code));
        let mut differing: Vec<&Pair> = one.pairs.iter().filter(|pair| differs(pair)).collect();
        differing.sort_by_cached_key(|pair| (names.code(&pair.employee), pair.work_day, pair.kind));
        Self {
            settings,
            sums: KindView::all(&one.tally),
            people,
            days: differing
                .into_iter()
                .map(|pair| DayView::of(pair, names))
                .collect(),
        }
    }
}

impl View for Rehearsed<'_> {
    const SCHEMA: &'static str = "pcpunch.relay-rehearse.v1";

    fn table<'a>(&'a self, locale: &'a Locale) -> Table<'a> {
        match self.by_days {
            true => self.days_table(locale),
            false => self.people_table(locale),
        }
    }

    fn csv<'a>(&'a self, _: &'a Locale) -> Table<'a> {
        match self.by_days {
            true => csv::days(&self.results),
            false => csv::people(&self.results),
        }
    }

    fn sums<'a>(&'a self, locale: &'a Locale) -> Option<Table<'a>> {
        let mut table = self.columns([
            Column::new("kind", "rehearse-sums"),
            Column::new("outcome", "rehearse-outcome"),
        ]);
        let tallies: Vec<&Tally> = self.alternatives.iter().map(|one| &one.tally).collect();
        for row in counts::rows(&tallies, |_| true, locale) {
            table.row(row);
        }
        Some(table)
    }

    fn after(&self) -> Vec<Text> {
        let mut lines = vec![Text::new("word-nothing"), self.summary()];
        for change in &self.tried {
            let line = match change.as_set.as_deref() {
                Some(as_set) => Text::new("rehearse-change").with("from", as_set),
                None => Text::new("rehearse-change-unset"),
            };
            lines.push(
                line.with("key", change.key)
                    .with("to", change.tried.as_str()),
            );
        }
        lines.push(
            Text::new("rehearse-same-is")
                .with("in", self.in_minutes)
                .with("out", self.out_minutes),
        );
        let days = self
            .alternatives
            .iter()
            .map(Alternative::days_not_read)
            .max();
        let notes = [
            ("rehearse-not-read", days.unwrap_or_default()),
            ("rehearse-left-out", self.people_left_out),
        ];
        let notes = notes.into_iter().filter(|(_, count)| *count > 0);
        lines.extend(notes.map(|(key, count)| Text::new(key).with("count", count)));
        lines.push(Text::new("rehearse-nothing-sent"));
        lines
    }
}
