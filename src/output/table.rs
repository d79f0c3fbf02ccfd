//! Tables and CSV out of rows. Pure: values to text.

use comfy_table::presets::NOTHING;
use comfy_table::{Cell, ColumnConstraint, ContentArrangement, LineStyle, TableStyle, Width};

use super::widths::widths;
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

/// The table for people, ending in a line break; empty where it has no rows.
pub(super) fn for_people(table: &Table, locale: &Locale, style: Style) -> String {
    if table.rows.is_empty() {
        return String::new();
    }
    let mut drawn = comfy_table::Table::new();
    drawn.force_no_tty();
    let is_list = table.columns.is_empty();
    match style.width {
        Some(width) => drawn
            .load_style(if is_list { NOTHING } else { UNDER_A_LINE })
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(width),
        None => drawn.load_style(NOTHING),
    };
    if style.coloured {
        drawn.enforce_styling();
    }
    if !is_list {
        let headings = table.columns.iter();
        drawn.set_header(headings.map(|column| Cell::new(locale.say(&Text::new(column.heading)))));
    }
    for (cells, tone) in &table.rows {
        let bears_tone = if is_list {
            0
        } else {
            cells.len().saturating_sub(1)
        };
        drawn.add_row(cells.iter().enumerate().map(|(index, cell)| {
            let cell = Cell::new(visible(cell));
            if index == bears_tone {
                toned(cell, *tone)
            } else {
                cell
            }
        }));
    }
    // The line below the headings brings one blank between columns along.
    let gap = if style.width.is_some() && !is_list {
        1
    } else {
        2
    };
    for column in drawn.column_iter_mut() {
        column.set_padding((0, gap));
    }
    if let Some(width) = style.width.filter(|_| !is_list) {
        let between = table.columns.len() * usize::from(gap + 1);
        let room = usize::from(width).saturating_sub(between);
        let widths = widths(&contents(table, locale), room).unwrap_or_default();
        for (column, width) in drawn.column_iter_mut().zip(widths) {
            let width = u16::try_from(width).unwrap_or(u16::MAX).saturating_add(gap);
            column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width)));
        }
    }
    let mut text = String::new();
    for line in drawn.lines() {
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// Each column's heading and cells, as they are shown.
fn contents(table: &Table, locale: &Locale) -> Vec<(String, Vec<String>)> {
    let columns = table.columns.iter().enumerate();
    let contents = columns.map(|(place, column)| {
        let cells = table.rows.iter().filter_map(|(cells, _)| cells.get(place));
        let cells = cells.map(|cell| visible(cell)).collect();
        (locale.say(&Text::new(column.heading)), cells)
    });
    contents.collect()
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

/// The table as CSV under the names of the JSON fields.
pub(super) fn csv(table: &Table) -> std::io::Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(table.columns.iter().map(|column| column.name))?;
    for (cells, _) in &table.rows {
        writer.write_record(cells.iter().map(|cell| visible(cell)))?;
    }
    writer.into_inner().map_err(|error| error.into_error())
}

#[cfg(test)]
mod tests {
    use super::{Style, csv, for_people};
    use crate::locale::{Lang, Locale};
    use crate::output::{Column, Table, Tone};

    fn table() -> Table {
        let mut table = Table::new([
            Column::new("key", "word-setting"),
            Column::new("value", "word-value"),
        ]);
        table.row(["勤怠 太郎".to_owned(), "\u{1b}[31mred".to_owned()]);
        table.toned_row(Tone::Good, ["a".to_owned(), "長い".repeat(60)]);
        table
    }

    fn drawn(width: Option<u16>, coloured: bool) -> String {
        let locale = Locale::new(Lang::Ja);
        for_people(&table(), &locale, Style { width, coloured })
    }

    /// Columns on a terminal: the characters used here are one or two wide.
    fn columns(line: &str) -> usize {
        let wide = |c: char| usize::from(('\u{3000}'..'\u{a000}').contains(&c));
        line.chars().map(|c| 1 + wide(c)).sum()
    }

    #[test]
    fn a_row_is_a_line_without_colour_where_there_is_no_terminal() {
        let text = drawn(None, false);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 3);
        let value = |line: &str, cell: &str| columns(line.split(cell).next().unwrap());
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
            assert!(columns(line) <= 80, "{line}");
        }
    }

    #[test]
    fn a_list_has_no_heading_and_hangs_its_lines_below_their_beginning() {
        let mut list = Table::default();
        list.toned_row(Tone::Good, ["ok".to_owned(), "長い".repeat(60)]);
        let locale = Locale::new(Lang::En);
        let style = Style {
            width: Some(80),
            coloured: false,
        };
        let text = for_people(&list, &locale, style);
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
            assert!(columns(line) <= 80, "{line}");
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
        let text = String::from_utf8(csv(&table()).unwrap()).unwrap();
        assert!(
            text.starts_with("key,value\n勤怠 太郎,\\u{1b}[31mred\n"),
            "{text}"
        );
    }

    #[test]
    fn a_table_without_rows_is_nothing() {
        let locale = Locale::new(Lang::En);
        let style = Style {
            width: None,
            coloured: false,
        };
        assert_eq!(for_people(&Table::new([]), &locale, style), "");
    }
}
