//! What an error in a file of logs means.

use crate::commands::{Exit, Failure};
use crate::csv::logs::{Allowed, CellError, Error};
use crate::locale::Text;

/// The failure of that error.
pub(super) fn failure(error: &Error) -> Failure {
    let (code, message) = match error {
        Error::Undecodable(undecodable) => (
            "log_file.undecodable",
            Text::new("log-file-undecodable").showing("detail", undecodable),
        ),
        Error::OpenQuote { line } => (
            "log_file.open_quote",
            Text::new("log-file-open-quote").with("line", *line),
        ),
        Error::UnknownLayout { headings } => (
            "log_file.unknown_layout",
            Text::new("log-file-unknown-layout").with("headings", headings.join(", ")),
        ),
        Error::DoubleHeading(heading) => (
            "log_file.double_heading",
            Text::new("log-file-double-heading").with("heading", heading.as_str()),
        ),
        Error::Cells(cells) => (
            "log_file.cells",
            Text::new("log-file-cells").with("count", cells.len()),
        ),
    };
    let remedy = match error {
        Error::UnknownLayout { .. } => "log-file-unknown-layout-remedy",
        _ => "log-file-remedy",
    };
    let mut failure = Failure::new(Exit::Failed, code, message).remedy(Text::new(remedy));
    if let Error::Cells(cells) = error {
        failure.errors = cells.iter().map(cell).collect();
    }
    failure
}

fn cell(cell: &CellError) -> (Text, serde_json::Value) {
    let allowed = match &cell.allowed {
        Allowed::Time(example) => Text::new("log-cell-time").with("example", example.as_str()),
        Allowed::NotEmpty => Text::new("log-cell-not-empty"),
        Allowed::Nothing => Text::new("log-cell-nothing"),
        Allowed::Cells(count) => Text::new("log-cell-cells").with("count", *count),
    };
    let text = Text::new("log-cell")
        .with("line", cell.line)
        .with("column", cell.column.as_str())
        .with("cell", cell.cell.as_str())
        .with("allowed", allowed);
    let object = serde_json::json!({
        "line": cell.line,
        "column": cell.column,
        "cell": cell.cell,
    });
    (text, object)
}
