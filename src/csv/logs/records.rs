//! Rows of logs as records: what stands under each heading of a layout.

use std::collections::BTreeMap;

use crate::csv::encoding::{Encoding, decode};
use crate::csv::sheet::{OpenQuote, Row, Rows};
use crate::domain::log_source::{Cell, Field, Record};

use super::error::{Allowed, CellError, Error};
use super::layout::Layout;

/// Decoded rows, the first of which is not empty where there are any.
pub(super) struct Text {
    pub(super) encoding: Encoding,
    rows: Vec<Row>,
}

impl Text {
    /// Decodes bytes and finds their rows.
    pub(super) fn of(bytes: &[u8], encoding: Option<Encoding>) -> Result<Self, Error> {
        let decoded = decode(bytes, encoding)?;
        let rows = Rows::of(&decoded.text)
            .collect::<Result<_, _>>()
            .map_err(|OpenQuote { line }| Error::OpenQuote { line })?;
        Ok(Self {
            encoding: decoded.encoding,
            rows,
        })
    }

    /// The cells of the first row.
    pub(super) fn headings(&self) -> Vec<&str> {
        self.rows
            .first()
            .map(|row| row.cells().collect())
            .unwrap_or_default()
    }

    /// The records under the layout's headings, each with its physical line.
    pub(super) fn records(&self, layout: &Layout) -> Result<Vec<(u64, Record)>, Error> {
        let first_row = self.headings();
        let columns = columns(layout, &first_row)?;
        let rows = self.rows.iter().skip(1);
        let errors: Vec<CellError> = rows
            .clone()
            .filter_map(|row| ragged(row, first_row.len(), layout))
            .collect();
        if !errors.is_empty() {
            return Err(Error::Cells(errors));
        }
        Ok(rows.map(|row| (row.line, record(row, &columns))).collect())
    }
}

/// The place of each field's column.
fn columns(layout: &Layout, first_row: &[&str]) -> Result<BTreeMap<Field, usize>, Error> {
    if !layout.missing(first_row).is_empty() {
        return Err(Error::UnknownLayout {
            headings: first_row.iter().map(|&name| name.to_owned()).collect(),
        });
    }
    let mut columns = BTreeMap::new();
    for (field, heading) in &layout.headings {
        let mut places = (0..).zip(first_row).filter(|(_, name)| *name == heading);
        if let Some((place, _)) = places.next() {
            columns.insert(*field, place);
        }
        if places.next().is_some() {
            return Err(Error::DoubleHeading(heading.clone()));
        }
    }
    Ok(columns)
}

/// What is wrong with the number of a row's cells.
fn ragged(row: &Row, columns: usize, layout: &Layout) -> Option<CellError> {
    let cells = row.cells().count();
    let error = |cell: &str, allowed| CellError {
        line: row.line,
        field: None,
        column: String::new(),
        cell: cell.to_owned(),
        allowed,
    };
    if layout.whole_rows && cells < columns {
        let last = row.cells().last().unwrap_or_default();
        return Some(error(last, Allowed::Cells(columns)));
    }
    row.beyond(columns)
        .map(|cell| error(cell, Allowed::Nothing))
}

fn record(row: &Row, columns: &BTreeMap<Field, usize>) -> Record {
    columns
        .iter()
        .fold(Record::default(), |record, (field, place)| {
            record.with(*field, Cell::Text(row.cell(*place).to_owned()))
        })
}
