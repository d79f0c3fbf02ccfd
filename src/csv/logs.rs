//! Logs as rows: what an administrator exported from a console, what an event-log exporter wrote, and what an
//! API that speaks CSV answers.

mod error;
mod layout;
mod records;

pub use error::{Allowed, CellError, Error};
pub use layout::Layout;

use crate::csv::encoding::Encoding;
use crate::domain::log_source::{Fault, Field, Problem, Reading, Record};
use crate::domain::pc_log::RawLog;

use records::Text;

/// A file of logs, read whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogFile {
    /// By which headings it was understood.
    pub layout: Layout,
    /// In which encoding it was taken.
    pub encoding: Encoding,
    /// Whether it says which PCs have a 出退勤システム連携コード.
    pub bears_link_code: bool,
    /// The records, in the file's order.
    pub logs: Vec<RawLog>,
}

/// Reads a file of logs: by a built-in layout where its headings are those of one, else as `described`. Where
/// it has no 収集日時, a log counts as collected when it occurred: a file that is complete until some moment
/// bears every log from before it, however late it was collected.
///
/// # Errors
/// An [`enum@Error`]; nothing of the file is taken then.
pub fn read(bytes: &[u8], described: Option<&Layout>) -> Result<LogFile, Error> {
    let text = Text::of(bytes, None);
    let built_in = text.as_ref().ok().and_then(|text| {
        let headings = text.headings();
        let mut layouts = Layout::built_in().iter();
        layouts.find(|layout| layout.missing(&headings).is_empty())
    });
    match (text, built_in, described) {
        (Ok(text), Some(layout), _) => file(&text, layout),
        (_, _, Some(layout)) => file(&Text::of(bytes, layout.encoding)?, layout),
        (Ok(text), None, None) => Err(Error::UnknownLayout {
            headings: text.headings().into_iter().map(str::to_owned).collect(),
        }),
        (Err(error), _, None) => Err(error),
    }
}

/// The records of a file or an answer in that layout, each with its physical line, from 2.
///
/// # Errors
/// An [`enum@Error`] about the whole or about rows that are cut or too long. What stands in the fields is not
/// looked at.
pub fn records(bytes: &[u8], layout: &Layout) -> Result<Vec<(u64, Record)>, Error> {
    Text::of(bytes, layout.encoding)?.records(layout)
}

fn file(text: &Text, layout: &Layout) -> Result<LogFile, Error> {
    let records = text.records(layout)?;
    let bears = |field| {
        let heading = layout.headings.get(&field);
        heading.is_some_and(|heading| text.headings().contains(&heading.as_str()))
    };
    let mut reading = layout.reading.clone();
    // A column of times with a gap in it is damaged: its other times would say little too.
    if bears(Field::CollectedAt) {
        reading.required.insert(Field::CollectedAt);
    }
    Ok(LogFile {
        layout: layout.clone(),
        encoding: text.encoding,
        bears_link_code: bears(Field::LinkCode),
        logs: logs(&records, layout, &reading)?,
    })
}

fn logs(
    records: &[(u64, Record)],
    layout: &Layout,
    reading: &Reading,
) -> Result<Vec<RawLog>, Error> {
    let mut logs = Vec::with_capacity(records.len());
    let mut errors = Vec::new();
    for (line, record) in records {
        match reading.log(record, None) {
            Ok(log) => logs.push(log),
            Err(faults) => {
                let faults = faults.into_iter();
                errors.extend(faults.map(|fault| cell_error(*line, layout, fault)));
            }
        }
    }
    if errors.is_empty() {
        Ok(logs)
    } else {
        Err(Error::Cells(errors))
    }
}

fn cell_error(line: u64, layout: &Layout, fault: Fault) -> CellError {
    let is_time = matches!(fault.field, Field::OccurredAt | Field::CollectedAt);
    let allowed = match fault.problem {
        Problem::NotATime => Allowed::Time(layout.reading.time_format.example()),
        Problem::Missing if is_time => Allowed::Time(layout.reading.time_format.example()),
        Problem::Missing | Problem::NotText => Allowed::NotEmpty,
    };
    CellError {
        line,
        field: Some(fault.field),
        column: layout
            .headings
            .get(&fault.field)
            .cloned()
            .unwrap_or_default(),
        cell: fault.value,
        allowed,
    }
}

#[cfg(test)]
mod tests;
