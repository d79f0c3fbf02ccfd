//! A result and how it is looked at: a table is a view of a `Serialize` struct.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Timeline, Tone};
use crate::locale::{Locale, Text};

/// A result that can be printed in every format.
pub trait View: Serialize {
    /// The document's name and version, such as `pcpunch.config-list.v1`.
    const SCHEMA: &'static str;

    /// The result as rows. Cells are in the language of `locale`; control characters in them are made visible.
    fn table(&self, locale: &Locale) -> Table;

    /// The rows of the CSV format, where they are others than the table's.
    fn csv(&self, locale: &Locale) -> Table {
        self.table(locale)
    }

    /// The result as bars in place of the table, where that was asked for.
    fn timeline(&self) -> Option<&Timeline> {
        None
    }

    /// A second table below the first, in the table format only: the sums.
    fn sums(&self, _locale: &Locale) -> Option<Table> {
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

/// Rows under headings; without columns a list, whose rows have no heading.
#[derive(Clone, Debug, Default)]
pub struct Table {
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<(Vec<String>, Tone)>,
}

impl Table {
    /// An empty table with these columns. Nothing is printed for it until it has rows.
    pub fn new(columns: impl Into<Vec<Column>>) -> Self {
        Self {
            columns: columns.into(),
            rows: Vec::new(),
        }
    }

    /// Adds a row, cell by cell in the order of the columns.
    pub fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.toned_row(Tone::Plain, cells);
    }

    /// Leaves a column out of several rows that all say the same there: it only takes room.
    pub fn without_if_alike(mut self, name: &str) -> Self {
        let place = self.columns.iter().position(|column| column.name == name);
        let Some(place) = place.filter(|_| self.rows.len() > 1) else {
            return self;
        };
        let said: BTreeSet<&String> = self
            .rows
            .iter()
            .filter_map(|(cells, _)| cells.get(place))
            .collect();
        if said.len() == 1 {
            self.columns.remove(place);
            for (cells, _) in &mut self.rows {
                cells.remove(place);
            }
        }
        self
    }

    /// Adds a row with the tone of its last cell, in a list of its first, which says in words what the
    /// tone says.
    pub fn toned_row(&mut self, tone: Tone, cells: impl IntoIterator<Item = String>) {
        self.rows.push((cells.into_iter().collect(), tone));
    }
}

#[cfg(test)]
mod tests {
    use super::{Column, Table};

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
            assert!(table.rows.iter().all(|(cells, _)| cells.len() == columns));
        }
    }
}
