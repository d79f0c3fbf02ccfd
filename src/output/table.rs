//! Tables and CSV out of rows. Pure: values to text.

use std::io::{self, Write};
use std::mem;

use comfy_table::presets::NOTHING;
use comfy_table::{Cell, ColumnConstraint, ContentArrangement, LineStyle, TableStyle, Width};

use super::sentence::sentence;
use super::view::Row;
use super::widths::{Wants, widths};
use super::{Table, Tone};
use crate::locale::{Locale, Text, visible};

/// Rows under a line below the headings: nothing else stands between the words.
const UNDER_A_LINE: TableStyle =
    TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─'));

/// How a terminal, or something else, wants its tables.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    /// The width of the terminal in columns; `None` where it is none, and lines may be as long as they are.
    pub(super) width: Option<u16>,
    /// Whether colours are used.
    pub(super) coloured: bool,
}

/// So many rows are drawn at once: memory is bounded by them, not by the table.
const AT_ONCE: usize = 500;

/// Writes the table for people, ending in a line break; nothing where it has no rows. Gives whether it has some. The
/// rows are looked at twice: once for how wide they are.
///
/// # Errors
/// What `out` says.
pub(super) fn for_people(
    table: &Table<'_>,
    locale: &Locale,
    style: Style,
    out: &mut impl Write,
) -> io::Result<bool> {
    let mut drawing = Drawing::of(table, locale, style)?;
    let at_once = match drawing.widths {
        Some(_) => AT_ONCE,
        None => usize::MAX,
    };
    let mut rows = Vec::new();
    let mut is_empty = true;
    table.each(&mut |row| {
        is_empty = false;
        rows.push(row);
        if rows.len() == at_once {
            drawing.draw(&mut rows, out)?;
        }
        Ok(())
    })?;
    if !rows.is_empty() {
        drawing.draw(&mut rows, out)?;
    }
    Ok(!is_empty)
}

/// How a table is drawn, part by part.
struct Drawing {
    style: Style,
    /// What stands above the first part; nothing for a list, and once it is drawn.
    headings: Vec<String>,
    is_list: bool,
    /// How wide its columns are; `None` where the rows of a part decide.
    widths: Option<Vec<usize>>,
}

impl Drawing {
    fn of(table: &Table<'_>, locale: &Locale, style: Style) -> io::Result<Self> {
        let headings = table.columns.iter();
        let headings: Vec<String> = headings
            .map(|column| locale.say(&Text::new(column.heading)))
            .collect();
        let mut drawing = Self {
            style,
            is_list: headings.is_empty(),
            headings,
            widths: None,
        };
        let of_heading = |heading: &String| Wants::of_heading(heading);
        let mut wants: Vec<Wants> = drawing.headings.iter().map(of_heading).collect();
        table.each(&mut |row| {
            let columns = wants.len().max(row.cells.len());
            wants.resize_with(columns, Wants::default);
            for (wants, cell) in wants.iter_mut().zip(&row.cells) {
                wants.look_at(&visible(cell));
            }
            Ok(())
        })?;
        let between = match drawing.is_list {
            true => wants.len().saturating_sub(1) * usize::from(drawing.gap()),
            false => wants.len() * usize::from(drawing.gap() + 1),
        };
        let room = style
            .width
            .map(|width| usize::from(width).saturating_sub(between));
        drawing.widths = widths(&wants, room);
        Ok(drawing)
    }

    /// Blanks behind a column. The line below the headings brings one more along.
    fn gap(&self) -> u16 {
        match self.style.width.is_some() && !self.is_list {
            true => 1,
            false => 2,
        }
    }

    /// A cell in the lines that its column has room for.
    fn broken(&self, cell: &str, column: usize) -> String {
        let width = self.widths.as_ref().and_then(|widths| widths.get(column));
        let width = width.filter(|_| self.style.width.is_some());
        match width.and_then(|width| u16::try_from(*width).ok()) {
            Some(width) => sentence(cell, Some(width)),
            None => cell.to_owned(),
        }
    }

    /// Draws these rows, and takes them away.
    fn draw(&mut self, rows: &mut Vec<Row>, out: &mut impl Write) -> io::Result<()> {
        let mut drawn = comfy_table::Table::new();
        drawn.force_no_tty();
        match self.style.width {
            Some(width) => drawn
                .load_style(if self.is_list { NOTHING } else { UNDER_A_LINE })
                .set_content_arrangement(ContentArrangement::Dynamic)
                .set_width(width),
            None => drawn.load_style(NOTHING),
        };
        if self.style.coloured {
            drawn.enforce_styling();
        }
        if !self.headings.is_empty() {
            let headings = mem::take(&mut self.headings).into_iter().enumerate();
            drawn.set_header(headings.map(|(index, heading)| self.broken(&heading, index)));
        }
        for row in rows.drain(..) {
            let bears_tone = match self.is_list {
                true => 0,
                false => row.cells.len().saturating_sub(1),
            };
            let cells = row.cells.iter().enumerate();
            drawn.add_row(cells.map(|(index, cell)| {
                let cell = Cell::new(self.broken(&visible(cell), index));
                match index == bears_tone {
                    true => toned(cell, row.tone),
                    false => cell,
                }
            }));
        }
        let gap = self.gap();
        for column in drawn.column_iter_mut() {
            column.set_padding((0, gap));
        }
        let widths = self.widths.iter().flatten();
        for (column, width) in drawn.column_iter_mut().zip(widths) {
            let width = u16::try_from(*width)
                .unwrap_or(u16::MAX)
                .saturating_add(gap);
            column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width)));
        }
        for line in drawn.lines() {
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

fn toned(cell: Cell, tone: Tone) -> Cell {
    use comfy_table::{Attribute, Color};
    match tone {
        Tone::Plain => cell,
        Tone::Good => cell.fg(Color::Green),
        Tone::Note => cell.fg(Color::Yellow),
        Tone::Bad => cell.fg(Color::Red).add_attribute(Attribute::Bold),
        Tone::Faint => cell.add_attribute(Attribute::Dim),
    }
}

/// Writes the table as CSV under the names of the JSON fields.
///
/// # Errors
/// What `out` says.
pub(super) fn csv(table: &Table<'_>, out: impl Write) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    let names = table.columns.iter().map(|column| column.name);
    writer.write_record(names).map_err(io_error)?;
    table.each(&mut |row| {
        let cells = row.cells.iter().map(|cell| visible(cell));
        writer.write_record(cells).map_err(io_error)
    })?;
    writer.flush()
}

fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{AT_ONCE, Style, csv, for_people};
    use crate::locale::{Lang, Locale};
    use crate::output::{Column, Row, Table, Tone};

    fn table() -> Table<'static> {
        let mut table = Table::new([
            Column::new("key", "word-setting"),
            Column::new("value", "word-value"),
        ]);
        table.row(["勤怠 太郎".to_owned(), "\u{1b}[31mred".to_owned()]);
        table.toned_row(Tone::Good, ["a".to_owned(), "長い".repeat(60)]);
        table
    }

    fn drawn(width: Option<u16>, coloured: bool) -> String {
        text_of(&table(), Style { width, coloured })
    }

    fn text_of(table: &Table<'_>, style: Style) -> String {
        let mut text = Vec::new();
        for_people(table, &Locale::new(Lang::Ja), style, &mut text).unwrap();
        String::from_utf8(text).unwrap()
    }

    /// Columns on a terminal: the characters used here are one or two wide.
    fn columns_of(line: &str) -> usize {
        let wide = |c: char| usize::from(('\u{3000}'..'\u{a000}').contains(&c));
        line.chars().map(|c| 1 + wide(c)).sum()
    }

    #[test]
    fn a_row_is_a_line_without_colour_where_there_is_no_terminal() {
        let text = drawn(None, false);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 3);
        let value = |line: &str, cell: &str| columns_of(line.split(cell).next().unwrap());
        let at = value(lines[0], "値");
        assert_eq!(value(lines[1], "\\u{1b}[31mred"), at, "{text}");
        assert_eq!(value(lines[2], "長い"), at, "{text}");
        assert!(!text.contains('\u{1b}'));
    }

    #[test]
    fn a_terminal_of_eighty_columns_is_not_overrun() {
        let text = drawn(Some(80), false);
        assert!(text.lines().count() > 4, "{text}");
        for line in text.lines() {
            assert!(columns_of(line) <= 80, "{line}");
        }
    }

    #[test]
    fn a_list_has_no_heading_and_hangs_its_lines_below_their_beginning() {
        let mut list = Table::default();
        list.toned_row(Tone::Good, ["ok".to_owned(), "長い".repeat(60)]);
        let style = Style {
            width: Some(80),
            coloured: false,
        };
        let text = text_of(&list, style);
        let mut lines = text.lines();
        assert!(
            lines
                .next()
                .is_some_and(|line| line.starts_with("ok  長い")),
            "{text}"
        );
        for line in lines {
            assert!(
                line.starts_with("    長") || line.starts_with("    い"),
                "{line}"
            );
            assert!(columns_of(line) <= 80, "{line}");
        }
    }

    #[test]
    fn a_tone_colours_only_where_colours_are_wanted() {
        for (coloured, escapes) in [(true, true), (false, false)] {
            assert_eq!(drawn(Some(80), coloured).contains('\u{1b}'), escapes);
        }
    }

    #[test]
    fn csv_is_headed_by_the_names_of_the_json_fields_in_every_language() {
        let mut text = Vec::new();
        csv(&table(), &mut text).unwrap();
        let text = String::from_utf8(text).unwrap();
        assert!(
            text.starts_with("key,value\n勤怠 太郎,\\u{1b}[31mred\n"),
            "{text}"
        );
    }

    #[test]
    fn a_long_table_has_one_heading_and_columns_of_one_width() {
        let columns = [
            Column::new("key", "word-setting"),
            Column::new("value", "word-value"),
        ];
        let rows = 2 * AT_ONCE + 1;
        let widest = "勤怠 太郎".repeat(3);
        let table = Table::told(columns, || {
            (1..=rows).map(|row| {
                let key = if row == rows { &widest } else { "a" };
                Row::new([key.to_owned(), "長い".to_owned()])
            })
        });
        for width in [None, Some(80)] {
            let style = Style {
                width,
                coloured: false,
            };
            let text = text_of(&table, style);
            let value = |line: &&str| line.split("長い").next().map(columns_of);
            let lines: Vec<&str> = text.lines().collect();
            let places: BTreeSet<_> = lines.iter().rev().take(rows).map(value).collect();
            assert_eq!(places.len(), 1, "{places:?}");
            assert_eq!(lines.len(), rows + 1 + usize::from(width.is_some()));
        }
    }

    #[test]
    fn a_table_without_rows_is_nothing() {
        for width in [None, Some(80)] {
            let style = Style {
                width,
                coloured: false,
            };
            assert_eq!(text_of(&Table::new([]), style), "");
            let columns = [Column::new("key", "word-setting")];
            assert_eq!(text_of(&Table::new(columns), style), "");
        }
    }
}
