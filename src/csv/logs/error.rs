//! Why nothing of a file or an answer of logs was taken.

use thiserror::Error;

use crate::csv::encoding::Undecodable;
use crate::domain::log_source::Field;

/// Why nothing of it was taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Error {
    /// It is no text.
    #[error(transparent)]
    Undecodable(#[from] Undecodable),
    /// A quote is opened on this line and never closed.
    #[error("line {line}: a quote is never closed")]
    OpenQuote {
        /// Physical line, from 1.
        line: u64,
    },
    /// The headings are those of no layout.
    #[error("the headings are those of no known layout")]
    UnknownLayout {
        /// What the first row says.
        headings: Vec<String>,
    },
    /// A heading stands twice.
    #[error("line 1: the heading {0:?} stands twice")]
    DoubleHeading(String),
    /// Cells that are not what they must be; all of them, in the file's order.
    #[error("{} cells cannot be read", .0.len())]
    Cells(Vec<CellError>),
}

/// A cell that is not what its column must hold.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("line {line}, {column}: {cell:?}")]
pub struct CellError {
    /// Physical line, from 1; the heading is 1.
    pub line: u64,
    /// The field, where it is about one.
    pub field: Option<Field>,
    /// The column's heading; empty for a cell under no heading.
    pub column: String,
    /// What the cell says.
    pub cell: String,
    /// What it may say.
    pub allowed: Allowed,
}

/// What a column or a row may hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Allowed {
    /// A time like this one.
    Time(String),
    /// Anything but nothing.
    NotEmpty,
    /// Nothing: there is no heading above it.
    Nothing,
    /// So many cells: the row ends before its last column.
    Cells(usize),
}
