//! A page that comes as rows under headings.

use super::whole;
use crate::csv::logs::{self, Error, Layout};
use crate::domain::log_source::Record;
use crate::malion::error::{Malformed, Place, Problem};

/// The records of a body of rows.
pub(super) fn records(
    body: &[u8],
    layout: &Layout,
    offset: u64,
) -> Result<Vec<(Place, Record)>, Malformed> {
    let records = logs::records(body, layout).map_err(|error| malformed(error, layout, offset))?;
    let placed = records.into_iter();
    Ok(placed
        .map(|(line, record)| (Place::Line(line), record))
        .collect())
}

fn malformed(error: Error, layout: &Layout, offset: u64) -> Malformed {
    match error {
        Error::Undecodable(undecodable) => whole(offset, Problem::NotText(undecodable.to_string())),
        open @ Error::OpenQuote { .. } => whole(offset, Problem::NotText(open.to_string())),
        Error::UnknownLayout { headings } => {
            let first_row: Vec<&str> = headings.iter().map(String::as_str).collect();
            let missing = layout.missing(&first_row).join(", ");
            whole(offset, Problem::OtherHeadings(missing))
        }
        Error::DoubleHeading(heading) => whole(offset, Problem::OtherHeadings(heading)),
        Error::Cells(cells) => {
            let place = cells
                .first()
                .map_or(Place::Whole, |cell| Place::Line(cell.line));
            Malformed {
                place,
                ..whole(offset, Problem::Ragged)
            }
        }
    }
}
