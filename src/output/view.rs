//! A result and how it is looked at: a table is a view of a `Serialize` struct.

use std::io;

use serde::Serialize;

use super::{Timeline, Tone};
use crate::locale::{Locale, Text};

/// A result that can be printed in every format.
pub trait View: Serialize {
    /// The document's name and version, such as `pcpunch.config-list.v1`.
    const SCHEMA: &'static str;

    /// The result as rows. Cells are in the language of `locale`; control characters in them are made visible.
    fn table<'a>(&'a self, locale: &'a Locale) -> Table<'a>;

    /// The rows of the CSV format, where they are others than the table's.
    fn csv<'a>(&'a self, locale: &'a Locale) -> Table<'a> {
        self.table(locale)
    }

    /// The result as bars in place of the table, where that was asked for.
    fn timeline(&self) -> Option<&Timeline> {
        None
    }

    /// A second table below the first, in the table format only: the sums.
    fn sums<'a>(&'a self, _locale: &'a Locale) -> Option<Table<'a>> {
        None
    }

    /// What stands below the tables, in the table format only.
    fn after(&self) -> Vec<Text> {
        Vec::new()
    }
}

/// A column: the name of its JSON field, which heads CSV files in every language, and the heading that people read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    pub(super) name: &'static str,
    pub(super) heading: &'static str,
}

impl Column {
    /// A column of that field name and the catalogue key of its heading.
    pub const fn new(name: &'static str, heading: &'static str) -> Self {
        Self { name, heading }
    }
}

/// A row: its cells in the order of the columns.
#[derive(Clone, Debug, Default)]
pub struct Row {
    pub(super) cells: Vec<String>,
    pub(super) tone: Tone,
}

impl Row {
    /// A row of these cells.
    pub fn new(cells: impl IntoIterator<Item = String>) -> Self {
        Self::toned(Tone::Plain, cells)
    }

    /// A row with the tone of its last cell, in a list of its first, which says in words what the tone says.
    pub fn toned(tone: Tone, cells: impl IntoIterator<Item = String>) -> Self {
        Self {
            cells: cells.into_iter().collect(),
            tone,
        }
    }
}

/// Takes rows one by one.
type Taker<'t> = &'t mut dyn FnMut(Row) -> io::Result<()>;

/// Tells all rows to whom they are told.
type Told<'a> = Box<dyn Fn(Taker<'_>) -> io::Result<()> + 'a>;

/// Rows under headings; without columns a list, whose rows have no heading.
#[derive(Default)]
pub struct Table<'a> {
    pub(super) columns: Vec<Column>,
    told: Option<Told<'a>>,
    rows: Vec<Row>,
    left_out: Option<usize>,
}

impl<'a> Table<'a> {
    /// An empty table with these columns. Nothing is printed for it until it has rows.
    pub fn new(columns: impl Into<Vec<Column>>) -> Self {
        Self {
            columns: columns.into(),
            ..Self::default()
        }
    }

    /// A table whose rows are put into words each time that they are looked at, one by one: there may be many.
    pub fn told<I: Iterator<Item = Row>>(
        columns: impl Into<Vec<Column>>,
        rows: impl Fn() -> I + 'a,
    ) -> Self {
        Self {
            told: Some(Box::new(move |take| rows().try_for_each(take))),
            ..Self::new(columns)
        }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(Row::new(cells));
    }

    /// Adds a row with a tone.
    pub fn toned_row(&mut self, tone: Tone, cells: impl IntoIterator<Item = String>) {
        self.rows.push(Row::toned(tone, cells));
    }

    /// Leaves a column out of several rows that all say the same there: it only takes room.
    pub fn without_if_alike(mut self, name: &str) -> Self {
        let place = self.columns.iter().position(|column| column.name == name);
        let Some(place) = place else { return self };
        let mut rows = 0;
        let mut first = None;
        let mut differ = false;
        let looked = self.each(&mut |row| {
            let cell = row.cells.into_iter().nth(place);
            rows += 1;
            differ |= first.get_or_insert_with(|| cell.clone()) != &cell;
            Ok(())
        });
        if looked.is_ok() && rows > 1 && !differ {
            self.columns.remove(place);
            self.left_out = Some(place);
        }
        self
    }

    /// Looks at each row, in order.
    ///
    /// # Errors
    /// What `take` says; it is given no further row then.
    pub(super) fn each(&self, take: Taker<'_>) -> io::Result<()> {
        let mut take = |mut row: Row| {
            if let Some(place) = self.left_out.filter(|place| *place < row.cells.len()) {
                row.cells.remove(place);
            }
            take(row)
        };
        if let Some(told) = &self.told {
            told(&mut take)?;
        }
        self.rows.iter().cloned().try_for_each(take)
    }
}

#[cfg(test)]
mod tests {
    use super::{Column, Row, Table};

    #[test]
    fn a_column_that_says_the_same_everywhere_is_left_out_of_several_rows() {
        for (sources, columns) in [
            (&["a", "a"][..], 1),
            (&["a", "b"], 2),
            (&["a"], 2),
            (&[], 2),
        ] {
            let mut table = Table::new([Column::new("source", ""), Column::new("fate", "")]);
            for source in sources {
                table.row([(*source).to_owned(), "fate".to_owned()]);
            }
            let table = table.without_if_alike("source");
            assert_eq!(table.columns.len(), columns, "{sources:?}");
            let each = table.each(&mut |row| {
                assert_eq!(row.cells.len(), columns, "{sources:?}");
                Ok(())
            });
            each.unwrap();
        }
    }

    #[test]
    fn rows_that_are_told_are_told_anew_each_time_and_no_further_than_somebody_takes_them() {
        let words = ["a", "b", "c"];
        let columns = [Column::new("word", "")];
        let table = Table::told(columns, || {
            words.iter().map(|word| Row::new([(*word).to_owned()]))
        });
        for most in [1, 2, 3] {
            let mut taken = Vec::new();
            let ended = table.each(&mut |row| {
                taken.extend(row.cells);
                match taken.len() == most {
                    true => Err(std::io::Error::other("enough")),
                    false => Ok(()),
                }
            });
            assert!(ended.is_err());
            assert_eq!(taken, words[..most]);
        }
    }
}
