//! One page of an answer: its records, and how it goes on.

mod rows;

use serde_json::Value;

use super::error::{Malformed, Place, Problem};
use super::profile::{Api, End, Json, Paging, Response, Style};
use crate::csv::encoding::decode;
use crate::domain::log_source::{self, Cell, Fault, Field, Record};
use crate::domain::pc_log::RawLog;
use crate::domain::time::Jst;

/// No page has more records, not even one of a whole day of sixty thousand PCs. A record takes some 400 bytes.
const MOST_RECORDS: usize = 250_000;
/// Nor more values, of which the shortest takes sixteen times its own length.
const MOST_VALUES: usize = 10 * MOST_RECORDS;

/// How far a window has been read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// Records so far: what the next page leaves out.
    pub records: u64,
    /// Pages so far.
    pub pages: u64,
    /// What the page before said of the next.
    pub cursor: Option<String>,
}

/// How a page goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// It was the last.
    End,
    /// Another follows.
    More,
    /// Another follows under this cursor.
    Cursor(String),
}

/// One page of an answer.
#[derive(Clone, Debug)]
pub struct Page {
    offset: u64,
    /// How many records the page behind it leaves out more than itself did.
    step: u64,
    asked_at: Jst,
    records: Vec<(Place, Record)>,
    /// How it goes on.
    pub next: Next,
}

impl Position {
    /// The position behind a page; `None` where that was the last.
    pub fn behind(&self, page: &Page) -> Option<Self> {
        let cursor = match &page.next {
            Next::End => return None,
            Next::More => None,
            Next::Cursor(cursor) => Some(cursor.clone()),
        };
        Some(Self {
            records: self.records + page.step,
            pages: self.pages + 1,
            cursor,
        })
    }
}

impl Page {
    /// The page of an answer's body, asked for at `asked_at`.
    ///
    /// # Errors
    /// [`Malformed`] where it is not what the profile says.
    pub fn of(
        api: &Api,
        body: &[u8],
        position: &Position,
        asked_at: Jst,
    ) -> Result<Self, Malformed> {
        let offset = position.records;
        if holds_too_much(body, &api.response) {
            return Err(whole(offset, Problem::TooMany));
        }
        let page = |records: Vec<_>, next| Self {
            offset,
            step: step(&api.paging, records.len()),
            asked_at,
            records,
            next,
        };
        match &api.response {
            Response::Json(json) => {
                let document = document(json, body).map_err(|problem| whole(offset, problem))?;
                let records = records(json, &document).map_err(|problem| whole(offset, problem))?;
                let next = next(&api.paging, Some(&document), position, records.len())
                    .ok_or_else(|| whole(offset, Problem::NoMore))?;
                Ok(page(records, next))
            }
            Response::Csv(layout) => {
                let records = rows::records(body, layout, offset)?;
                let next = next(&api.paging, None, position, records.len());
                Ok(page(records, next.unwrap_or(Next::End)))
            }
        }
    }

    /// The records as logs: all of them or none. A source that does not say when it had a log had it when
    /// it was asked.
    ///
    /// # Errors
    /// [`Malformed`] names the first record that is no log, and why.
    pub fn logs(&self, api: &Api) -> Result<Vec<RawLog>, Malformed> {
        let reading = api.response.reading();
        self.records
            .iter()
            .map(|(place, record)| {
                let log = reading.log(record, Some(self.asked_at));
                log.map_err(|faults| self.malformed(*place, record, faults))
            })
            .collect()
    }

    fn malformed(&self, place: Place, record: &Record, faults: Vec<Fault>) -> Malformed {
        let id = record.text(Field::LogId).filter(|id| !id.is_empty());
        let first = faults.into_iter().next();
        Malformed {
            place,
            id: id.map(str::to_owned),
            field: first.as_ref().map(|fault| fault.field),
            ..whole(self.offset, first.map_or(Problem::Missing, problem))
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// Whether its records are these.
    pub(super) fn holds(&self, records: &[Record]) -> bool {
        self.records().eq(records)
    }

    /// Its records.
    pub(super) fn records(&self) -> impl ExactSizeIterator<Item = &Record> {
        self.records.iter().map(|(_, record)| record)
    }

    pub(super) fn into_records(self) -> Vec<Record> {
        self.records.into_iter().map(|(_, record)| record).collect()
    }
}

fn problem(fault: Fault) -> Problem {
    match fault.problem {
        log_source::Problem::Missing => Problem::Missing,
        log_source::Problem::NotText => Problem::WrongType,
        log_source::Problem::NotATime => Problem::Unreadable(fault.value),
    }
}

/// What is wrong with a page as a whole.
fn whole(offset: u64, problem: Problem) -> Malformed {
    Malformed {
        offset,
        place: Place::Whole,
        id: None,
        field: None,
        problem,
    }
}

/// Whether it can be seen before it is read that a body holds more than is kept: each value but the first stands
/// behind a comma, and each row behind the end of another.
fn holds_too_much(body: &[u8], response: &Response) -> bool {
    let count = |separator| body.iter().filter(|byte| **byte == separator).count();
    let has_rows = matches!(response, Response::Csv(_));
    count(b',') > MOST_VALUES
        || has_rows && (count(b'\n') > MOST_RECORDS || count(b'\r') > MOST_RECORDS)
}

fn document(json: &Json, body: &[u8]) -> Result<Value, Problem> {
    let decoded = decode(body, Some(json.encoding))
        .map_err(|undecodable| Problem::NotJson(undecodable.to_string()))?;
    serde_json::from_str(&decoded.text).map_err(|error| Problem::NotJson(error.to_string()))
}

fn records(json: &Json, document: &Value) -> Result<Vec<(Place, Record)>, Problem> {
    let list = json.records.of(document).and_then(Value::as_array);
    let list = list.ok_or(Problem::NoRecords)?;
    if list.len() > MOST_RECORDS {
        return Err(Problem::TooMany);
    }
    let record = |(index, value): (usize, &Value)| {
        let fields = json.fields.iter();
        let record = fields.fold(Record::default(), |record, (field, pointer)| {
            record.with(*field, cell(pointer.of(value)))
        });
        (Place::Record(index + 1), record)
    };
    Ok(list.iter().enumerate().map(record).collect())
}

/// Numbers count as text, nothing and null as empty.
fn cell(value: Option<&Value>) -> Cell {
    match value {
        None | Some(Value::Null) => Cell::Text(String::new()),
        Some(Value::String(text)) => Cell::Text(text.clone()),
        Some(Value::Number(number)) => Cell::Text(number.to_string()),
        Some(_) => Cell::NotText,
    }
}

/// How far a page of so many records carries. One that has more than it was asked for has some twice, or more
/// than its place: the next one begins where it was asked to end, so that none is passed over.
fn step(paging: &Paging, records: usize) -> u64 {
    let records = records as u64;
    paging
        .size
        .map_or(records, |size| records.min(u64::from(size)))
}

/// How a page of so many records goes on; `None` where the answer should say and does not.
fn next(
    paging: &Paging,
    document: Option<&Value>,
    position: &Position,
    records: usize,
) -> Option<Next> {
    let more = match &paging.style {
        Style::None => false,
        Style::Cursor(pointer) => {
            return Some(match cell(pointer.of(document?)) {
                Cell::Text(cursor) if cursor.is_empty() => Next::End,
                Cell::Text(cursor) => Next::Cursor(cursor),
                Cell::NotText => return None,
            });
        }
        Style::Offset(end) | Style::Page { end, .. } => match end {
            End::More(pointer) => pointer.of(document?)?.as_bool()?,
            End::Total(pointer) => {
                position.records + step(paging, records) < pointer.of(document?)?.as_u64()?
            }
            End::ShortPage => Some(records) >= paging.size.and_then(|size| size.try_into().ok()),
            End::EmptyPage => records > 0,
        },
    };
    Some(if more { Next::More } else { Next::End })
}

#[cfg(test)]
mod tests;
