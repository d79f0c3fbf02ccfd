//! Tables and CSV out of rows. Pure: values to text.

use comfy_table::presets::{NOTHING, UTF8_HORIZONTAL_ONLY};
use comfy_table::{Cell, ContentArrangement};

use super::{Table, Tone};
use crate::locale::{Locale, Text, visible};

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
    match style.width {
        Some(width) => drawn
            .load_style(UTF8_HORIZONTAL_ONLY)
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(width),
        None => drawn.load_style(NOTHING),
    };
    if style.coloured {
        drawn.enforce_styling();
    }
    drawn.set_header(
        table
            .columns
            .iter()
            .map(|column| Cell::new(locale.say(&Text::new(column.heading)))),
    );
    for (cells, tone) in &table.rows {
        let last = cells.len().saturating_sub(1);
        drawn.add_row(cells.iter().enumerate().map(|(index, cell)| {
            let cell = Cell::new(visible(cell));
            if index == last {
                toned(cell, *tone)
            } else {
                cell
            }
        }));
    }
    let mut text = String::new();
    for line in drawn.lines() {
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
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
