//! A file's text as a heading and rows that know their physical line.

use std::io::{Chain, Read};

use csv::{ReaderBuilder, StringRecord};

/// A record that no file bears: where it does not come back whole at the end, a quote was never closed.
const SENTINEL: &str = "\0";

/// What is read behind a text.
const END: &str = "\n\0\n";

/// A row and the physical line on which it begins; the heading of a file stands on line 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// Physical line, from 1.
    pub(super) line: u64,
    cells: StringRecord,
}

impl Row {
    /// The cell of a column; empty where the row ends before it.
    pub(super) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).unwrap_or_default()
    }

    /// All cells, in their order.
    pub(super) fn cells(&self) -> impl Iterator<Item = &str> {
        self.cells.iter()
    }

    /// The first filled cell that stands under no heading.
    pub(super) fn beyond(&self, columns: usize) -> Option<&str> {
        self.cells
            .iter()
            .skip(columns)
            .find(|cell| !cell.is_empty())
    }

    /// The row for itself. A copy of the record that it was read into would bear the room of the longest row so far,
    /// and a file of few bytes with one long row would fill the memory.
    fn kept(&self) -> Self {
        let room = self.cells.as_slice().len();
        let mut cells = StringRecord::with_capacity(room, self.cells.len());
        cells.extend(&self.cells);
        Self {
            line: self.line,
            cells,
        }
    }

    fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// A quote that is opened in the row beginning on this line, and never closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct OpenQuote {
    /// Physical line, from 1.
    pub(super) line: u64,
}

/// The rows of a text, blank ones left out, one after the other. A heading with tabs and no comma makes tabs the
/// separator, which is what a spreadsheet calls "Unicode text".
pub(super) struct Rows<'a> {
    reader: csv::Reader<Chain<&'a [u8], &'a [u8]>>,
    lines: Lines<'a>,
    row: Row,
    /// Where the last row that is not blank begins.
    last: u64,
    ended: bool,
}

impl<'a> Rows<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let heading = text.lines().next().unwrap_or_default();
        let tabs = heading.contains('\t') && !heading.contains(',');
        Self {
            reader: ReaderBuilder::new()
                .has_headers(false)
                .flexible(true)
                .delimiter(if tabs { b'\t' } else { b',' })
                .from_reader(text.as_bytes().chain(END.as_bytes())),
            lines: Lines::new(text),
            row: Row {
                line: 1,
                cells: StringRecord::new(),
            },
            last: 1,
            ended: false,
        }
    }

    /// The next row, where it was read: to have each for itself takes longer than to read it.
    ///
    /// # Errors
    /// [`OpenQuote`], behind the last row: all that follows the quote is one cell.
    pub(super) fn next_row(&mut self) -> Option<Result<&Row, OpenQuote>> {
        let found = self.advance()?;
        Some(found.map(|()| &self.row))
    }

    fn advance(&mut self) -> Option<Result<(), OpenQuote>> {
        while !self.ended {
            let cells = &mut self.row.cells;
            // The text is UTF-8 and rows may have any length, so that reading cannot fail.
            if !self.reader.read_record(cells).unwrap_or(false) {
                self.ended = true;
                return Some(Err(OpenQuote { line: self.last }));
            }
            let begins = cells.position().map_or(0, csv::Position::byte);
            self.row.line = self.lines.at(usize::try_from(begins).unwrap_or(usize::MAX));
            if self.row.cells == [SENTINEL][..] {
                self.ended = true;
            } else if !self.row.is_blank() {
                self.last = self.row.line;
                return Some(Ok(()));
            }
        }
        None
    }
}

impl Iterator for Rows<'_> {
    type Item = Result<Row, OpenQuote>;

    fn next(&mut self) -> Option<Self::Item> {
        Some(self.next_row()?.map(Row::kept))
    }
}

/// Counts physical lines up to offsets that only grow.
struct Lines<'a> {
    text: &'a [u8],
    offset: usize,
    line: u64,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text: text.as_bytes(),
            offset: 0,
            line: 1,
        }
    }

    /// The line of the first byte at or behind `offset` that ends no line: a reader leaves blank lines,
    /// and the second half of CR LF, to the record behind them.
    fn at(&mut self, offset: usize) -> u64 {
        loop {
            let rest = self.text.get(self.offset..).unwrap_or_default();
            let (step, ends_line) = match rest {
                [b'\r', b'\n', ..] => (2, true),
                [b'\r' | b'\n', ..] => (1, true),
                [_, ..] => (1, false),
                [] => return self.line,
            };
            if self.offset >= offset && !ends_line {
                return self.line;
            }
            self.offset += step;
            self.line += u64::from(ends_line);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{OpenQuote, Rows};

    fn read(text: &str) -> Vec<(u64, Vec<String>)> {
        Rows::of(text)
            .map(Result::unwrap)
            .map(|row| (row.line, row.cells().map(str::to_owned).collect()))
            .collect()
    }

    #[test]
    fn rows_know_their_physical_line() {
        for newline in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "1,2", "", ",", "\"x", "y\",3", "", "4,5", ""].join(newline);
            let lines: Vec<u64> = read(&text).into_iter().map(|(line, _)| line).collect();
            assert_eq!(lines, [1, 2, 5, 8], "{newline:?}");
        }
    }

    #[test]
    fn quotes_and_tabs_are_understood() {
        assert_eq!(
            read("a,b\n\"1,\"\"2\",=\"0123\"\n"),
            [
                (1, vec!["a".into(), "b".into()]),
                (2, vec!["1,\"2".into(), "=\"0123\"".into()]),
            ]
        );
        assert_eq!(read("a\tb\n1,2\t3")[1].1, ["1,2", "3"]);
    }

    #[test]
    fn a_quote_that_is_never_closed_is_told_where_it_opens() {
        let last = Rows::of("a,b\n1,2\n\n\"3,4\n5,6\n").last();
        assert_eq!(last, Some(Err(OpenQuote { line: 4 })));
    }

    #[test]
    fn a_short_row_has_empty_cells_and_a_long_one_says_so() {
        let rows = Rows::of("a,b\n1\n1,2,,3\n1,2,,\n");
        let rows: Vec<_> = rows.map(Result::unwrap).collect();
        assert_eq!((rows[1].cell(1), rows[1].beyond(2)), ("", None));
        assert_eq!(rows[2].beyond(2), Some("3"));
        assert_eq!(rows[3].beyond(2), None);
    }
}
