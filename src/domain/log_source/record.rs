//! One record as a source writes it, and what makes it a log.

use std::collections::{BTreeMap, BTreeSet};

use super::{Field, TimeFormat, Words};
use crate::domain::pc_log::RawLog;
use crate::domain::time::Jst;

/// What stands in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Text; empty where the record leaves the field out or empty.
    Text(String),
    /// Something that no field can be.
    NotText,
}

/// One record: what stands in each of the fields that its source bears.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record(BTreeMap<Field, Cell>);

impl Record {
    /// The record with that in a field.
    #[must_use]
    pub fn with(mut self, field: Field, cell: Cell) -> Self {
        self.0.insert(field, cell);
        self
    }

    /// The field's text; empty where there is none, `None` where the source does not bear the field.
    pub fn text(&self, field: Field) -> Option<&str> {
        self.0.get(&field).map(|cell| match cell {
            Cell::Text(text) => text.as_str(),
            Cell::NotText => "",
        })
    }

    fn is_text(&self, field: Field) -> bool {
        self.0.get(&field) != Some(&Cell::NotText)
    }
}

/// What makes a source's records logs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// A record in which one of these is empty is none.
    pub required: BTreeSet<Field>,
    /// How times are written.
    pub time_format: TimeFormat,
    /// What operations are called.
    pub words: Words,
}

/// What is wrong with a field of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The field.
    pub field: Field,
    /// What stands there.
    pub value: String,
    /// Why it cannot.
    pub problem: Problem,
}

/// Why something cannot stand in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It is required and empty.
    Missing,
    /// It is no text.
    NotText,
    /// It is no time of the source's format.
    NotATime,
}

impl Reading {
    /// The record as a log. Where it does not say when it was collected, `collected_else` does or, failing
    /// that, when it occurred.
    ///
    /// # Errors
    /// Everything that is wrong with it, field by field.
    pub fn log(&self, record: &Record, collected_else: Option<Jst>) -> Result<RawLog, Vec<Fault>> {
        let faults = self.faults(record);
        let text = |field| record.text(field).unwrap_or_default();
        let occurred_at = self.time_format.read(text(Field::OccurredAt));
        let Some(occurred_at) = occurred_at.filter(|_| faults.is_empty()) else {
            return Err(faults);
        };
        let collected_at = self.time_format.read(text(Field::CollectedAt));
        let id = text(Field::LogId);
        Ok(RawLog {
            log_id: (!id.is_empty()).then(|| id.to_owned()),
            occurred_at,
            collected_at: collected_at.or(collected_else).unwrap_or(occurred_at),
            operation: self
                .words
                .operation(text(Field::Operation), text(Field::OperationDetail)),
            terminal: text(Field::Terminal).to_owned(),
            domain: text(Field::Domain).to_owned(),
            user: text(Field::User).to_owned(),
            link_code: record.text(Field::LinkCode).map(str::to_owned),
        })
    }

    /// Everything that is wrong with the record, in the order of the fields.
    pub fn faults(&self, record: &Record) -> Vec<Fault> {
        let faults = Field::ALL.into_iter().filter_map(|field| {
            let value = record.text(field).unwrap_or_default();
            let problem = self.problem(record, field, value)?;
            Some(Fault {
                field,
                value: value.to_owned(),
                problem,
            })
        });
        faults.collect()
    }

    fn problem(&self, record: &Record, field: Field, value: &str) -> Option<Problem> {
        let is_time = matches!(field, Field::OccurredAt | Field::CollectedAt);
        if !record.is_text(field) {
            Some(Problem::NotText)
        } else if value.is_empty() {
            let needed = self.required.contains(&field) || Field::NEEDED.contains(&field);
            needed.then_some(Problem::Missing)
        } else if is_time && self.time_format.read(value).is_none() {
            Some(Problem::NotATime)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, Field, Problem, Reading, Record};
    use crate::domain::log_source::{TimeFormat, Words};
    use crate::domain::pc_log::Operation;
    use crate::domain::time::{Jst, from_epoch};

    fn reading() -> Reading {
        Reading {
            required: [Field::OccurredAt, Field::Operation, Field::Terminal].into(),
            time_format: TimeFormat::japanese(),
            words: Words {
                logon: ["in".to_owned()].into(),
                logoff: ["out".to_owned()].into(),
            },
        }
    }

    fn record(cells: &[(Field, &str)]) -> Record {
        let with = |record: Record, (field, text): &(Field, &str)| {
            record.with(*field, Cell::Text((*text).to_owned()))
        };
        cells.iter().fold(Record::default(), with)
    }

    const WHOLE: [(Field, &str); 3] = [
        (Field::OccurredAt, "2024/12/17 09:03:12"),
        (Field::Operation, "in"),
        (Field::Terminal, "PC-1"),
    ];

    #[test]
    fn a_field_that_is_not_borne_differs_from_an_empty_one() {
        let bare = reading().log(&record(&WHOLE), None).unwrap();
        assert_eq!((bare.operation, bare.link_code), (Operation::Logon, None));
        assert_eq!((bare.log_id, bare.user.as_str()), (None, ""));
        let empty = record(&WHOLE).with(Field::LinkCode, Cell::Text(String::new()));
        let empty = reading().log(&empty, None).unwrap();
        assert_eq!(empty.link_code.as_deref(), Some(""));
    }

    #[test]
    fn when_it_was_collected_is_said_by_the_record_else_by_the_reading_else_by_the_occurrence() {
        let occurred: Jst = "2024-12-17T09:03:12+09:00".parse().unwrap();
        let asked = from_epoch(1_734_400_000);
        let said = (Field::CollectedAt, "2024/12/17 09:04:40");
        let with = record(&[WHOLE[0], WHOLE[1], WHOLE[2], said]);
        let bare = record(&WHOLE);
        let collected = |record, asked| reading().log(record, asked).unwrap().collected_at;
        let expected: Jst = "2024-12-17T09:04:40+09:00".parse().unwrap();
        assert_eq!(collected(&with, asked), expected);
        assert_eq!(collected(&bare, asked), asked.unwrap());
        assert_eq!(collected(&bare, None), occurred);
    }

    #[test]
    fn everything_that_is_wrong_is_told_by_field() {
        let bad = record(&[(Field::OccurredAt, "2024/12/17"), (Field::Operation, "")])
            .with(Field::User, Cell::NotText);
        let told = reading().log(&bad, None).unwrap_err();
        let told: Vec<_> = told.iter().map(|f| (f.field, f.problem)).collect();
        assert_eq!(
            told,
            [
                (Field::OccurredAt, Problem::NotATime),
                (Field::Operation, Problem::Missing),
                (Field::Terminal, Problem::Missing),
                (Field::User, Problem::NotText),
            ]
        );
    }
}
