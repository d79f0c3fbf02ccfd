//! What a real answer holds, field by field, held against the profile.

use std::collections::BTreeMap;

use super::error::Malformed;
use super::page::Page;
use super::profile::Api;
use crate::domain::log_source::{Field, Problem, Record};
use crate::domain::pc_log::Operation;

/// What was found in a span: in all of it, and in its last page that is not empty.
#[derive(Clone, Debug, Default)]
pub struct Inspection {
    /// Records of the whole span.
    pub records: usize,
    /// Records of its last page.
    pub on_last_page: usize,
    /// Each field that the profile names, in order.
    pub fields: Vec<Found>,
    /// How often each word of an operation stands in the whole span.
    pub words: BTreeMap<String, (Operation, usize)>,
    /// The first record that is no log, where there is one.
    pub malformed: Option<Malformed>,
}

/// What was found of one field on the last page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The field.
    pub field: Field,
    /// Where the profile looks for it: a JSON pointer or a heading.
    pub place: String,
    /// Whether a record needs it.
    pub required: bool,
    /// How many records bear it.
    pub borne: usize,
    /// The first value.
    pub example: Option<String>,
    /// The first value that cannot stand there, and why; empty where it is missing.
    pub wrong: Option<(String, Problem)>,
}

impl Inspection {
    /// Looks at one more page.
    pub fn look_at(&mut self, page: &Page, api: &Api) {
        if page.is_empty() {
            return;
        }
        let reading = api.response.reading();
        self.records += page.records().len();
        self.on_last_page = page.records().len();
        self.fields = Field::ALL
            .into_iter()
            .filter_map(|field| found(field, page, api))
            .collect();
        for record in page.records() {
            let text = |field| record.text(field).unwrap_or_default();
            let (word, detail) = (text(Field::Operation), text(Field::OperationDetail));
            if word.is_empty() {
                continue;
            }
            let operation = reading.words.operation(word, detail);
            let shown = match (&operation, detail) {
                (Operation::Other(_), _) | (_, "") => word.to_owned(),
                _ => format!("{word}/{detail}"),
            };
            self.words.entry(shown).or_insert((operation, 0)).1 += 1;
        }
        if self.malformed.is_none() {
            self.malformed = page.logs(api).err();
        }
    }
}

fn found(field: Field, page: &Page, api: &Api) -> Option<Found> {
    let reading = api.response.reading();
    let place = api.response.place(field)?.to_owned();
    let filled = |record: &&Record| record.text(field).is_some_and(|text| !text.is_empty());
    let first = page
        .records()
        .find(filled)
        .and_then(|record| record.text(field));
    let faults = page.records().flat_map(|record| reading.faults(record));
    let wrong = faults.into_iter().find(|fault| fault.field == field);
    Some(Found {
        field,
        place,
        required: reading.required.contains(&field),
        borne: page.records().filter(filled).count(),
        example: first.map(str::to_owned),
        wrong: wrong.map(|fault| (fault.value, fault.problem)),
    })
}
