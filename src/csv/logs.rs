//! Logs from a file: what an administrator exported from the console, or what an event-log exporter wrote.

use chrono::{DateTime, NaiveDateTime};
use thiserror::Error;

use crate::domain::pc_log::{Operation, RawLog};
use crate::domain::time::{Jst, at, from_epoch};

use super::encoding::{Encoding, Undecodable, decode};
use super::sheet::{OpenQuote, Row, rows};

const OCCURRED: &str = "発生日時";
const COLLECTED: &str = "収集日時";
const OPERATION: &str = "操作";
const TERMINAL: &str = "端末名";
const USER: &str = "ユーザー名";
const DOMAIN: &str = "ドメイン名";
const LOG_ID: &str = "ログID";
const LINK_CODE: &str = "出退勤システム連携コード";

/// The layouts that are recognised by their headings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// The assumed form of MaLion's own export, times in JST.
    AssumedV1,
    /// Windows' own security events, times in UTC.
    WindowsEvents,
}

impl Layout {
    /// Both, in the order in which they are tried.
    pub const ALL: [Self; 2] = [Self::AssumedV1, Self::WindowsEvents];

    /// Its name in messages and as the source of a log.
    pub fn name(self) -> &'static str {
        match self {
            Self::AssumedV1 => "assumed-v1",
            Self::WindowsEvents => "windows-events",
        }
    }

    /// The headings without which a file is not of this layout.
    pub fn required(self) -> &'static [&'static str] {
        match self {
            Self::AssumedV1 => &[OCCURRED, OPERATION, TERMINAL, USER],
            Self::WindowsEvents => &[
                "utc",
                "event_id",
                "logon_type",
                "domain",
                "user",
                "computer",
            ],
        }
    }
}

/// A file of logs, read whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogFile {
    /// By which headings it was understood.
    pub layout: Layout,
    /// In which encoding it was taken.
    pub encoding: Encoding,
    /// Whether it says which PCs have a 出退勤システム連携コード.
    pub bears_link_code: bool,
    /// The records, in the file's order.
    pub logs: Vec<RawLog>,
}

/// Why nothing of a file was taken.
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
    /// The column's heading; empty for a cell under no heading.
    pub column: &'static str,
    /// What the cell says.
    pub cell: String,
    /// What it may say.
    pub allowed: Allowed,
}

/// What a column may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allowed {
    /// `YYYY/MM/DD HH:MM:SS`, in JST.
    JapaneseTime,
    /// RFC 3339, as `2016-07-08T18:15:51.672433Z`.
    UtcTime,
    /// Anything but nothing.
    NotEmpty,
    /// Nothing: there is no heading above it.
    Nothing,
}

/// Reads a file of logs. Where it has no 収集日時, a log counts as collected when it occurred: a file that
/// is complete until some moment bears every log from before it, however late it was collected.
///
/// # Errors
/// An [`enum@Error`]; nothing of the file is taken then.
pub fn read(bytes: &[u8], encoding: Option<Encoding>) -> Result<LogFile, Error> {
    let decoded = decode(bytes, encoding)?;
    let rows = rows(&decoded.text).map_err(|OpenQuote { line }| Error::OpenQuote { line })?;
    let (heading, records) = match rows.split_first() {
        Some((heading, records)) => (heading.cells().collect(), records),
        None => (Vec::new(), &[][..]),
    };
    let layout = recognise(&heading)?;
    let columns = Columns { heading: &heading };
    let mut logs = Vec::with_capacity(records.len());
    let mut errors = Vec::new();
    for row in records {
        let mut cells = Cells {
            columns: &columns,
            row,
            errors: &mut errors,
        };
        cells.nothing_beyond();
        let log = match layout {
            Layout::AssumedV1 => assumed_v1(&mut cells),
            Layout::WindowsEvents => windows_event(&mut cells),
        };
        logs.extend(log);
    }
    if errors.is_empty() {
        Ok(LogFile {
            layout,
            encoding: decoded.encoding,
            bears_link_code: layout == Layout::AssumedV1 && columns.find(LINK_CODE).is_some(),
            logs,
        })
    } else {
        Err(Error::Cells(errors))
    }
}

fn recognise(heading: &[&str]) -> Result<Layout, Error> {
    let layout = Layout::ALL
        .into_iter()
        .find(|layout| layout.required().iter().all(|name| heading.contains(name)))
        .ok_or_else(|| Error::UnknownLayout {
            headings: heading.iter().map(|&name| name.to_owned()).collect(),
        })?;
    let known = match layout {
        Layout::AssumedV1 => &[
            OCCURRED, OPERATION, TERMINAL, USER, COLLECTED, DOMAIN, LOG_ID, LINK_CODE,
        ],
        Layout::WindowsEvents => layout.required(),
    };
    let twice = known
        .iter()
        .find(|&name| heading.iter().filter(|&other| other == name).count() > 1);
    match twice {
        Some(name) => Err(Error::DoubleHeading((*name).to_owned())),
        None => Ok(layout),
    }
}

struct Columns<'a> {
    heading: &'a [&'a str],
}

impl Columns<'_> {
    fn find(&self, name: &str) -> Option<usize> {
        self.heading.iter().position(|heading| *heading == name)
    }
}

/// One row's cells by heading; what is wrong with them goes to `errors`.
struct Cells<'a> {
    columns: &'a Columns<'a>,
    row: &'a Row,
    errors: &'a mut Vec<CellError>,
}

impl<'a> Cells<'a> {
    fn optional(&self, column: &str) -> Option<&'a str> {
        self.columns.find(column).map(|index| self.row.cell(index))
    }

    fn text(&self, column: &str) -> &'a str {
        self.optional(column).unwrap_or_default()
    }

    fn refuse(&mut self, column: &'static str, cell: &str, allowed: Allowed) {
        self.errors.push(CellError {
            line: self.row.line,
            column,
            cell: cell.to_owned(),
            allowed,
        });
    }

    fn filled(&mut self, column: &'static str) -> Option<&'a str> {
        let cell = self.text(column);
        if cell.is_empty() {
            self.refuse(column, cell, Allowed::NotEmpty);
        }
        (!cell.is_empty()).then_some(cell)
    }

    fn moment(
        &mut self,
        column: &'static str,
        allowed: Allowed,
        read: fn(&str) -> Option<Jst>,
    ) -> Option<Jst> {
        let cell = self.text(column);
        let moment = read(cell);
        if moment.is_none() {
            self.refuse(column, cell, allowed);
        }
        moment
    }

    fn nothing_beyond(&mut self) {
        if let Some(cell) = self.row.beyond(self.columns.heading.len()) {
            self.refuse("", cell, Allowed::Nothing);
        }
    }
}

/// `YYYY/MM/DD HH:MM:SS` and nothing looser: a spreadsheet that saved the file anew cuts the seconds off.
fn japanese_time(text: &str) -> Option<Jst> {
    const FORM: &str = "%Y/%m/%d %H:%M:%S";
    let local = NaiveDateTime::parse_from_str(text, FORM).ok()?;
    let moment = at(local);
    (local.format(FORM).to_string() == text && moment.timestamp_subsec_nanos() == 0)
        .then_some(moment)
}

/// RFC 3339, cut to the second.
fn utc_time(text: &str) -> Option<Jst> {
    from_epoch(DateTime::parse_from_rfc3339(text).ok()?.timestamp())
}

fn assumed_v1(cells: &mut Cells<'_>) -> Option<RawLog> {
    let occurred_at = cells.moment(OCCURRED, Allowed::JapaneseTime, japanese_time);
    let collected_at = match cells.optional(COLLECTED) {
        None => occurred_at,
        Some(_) => cells.moment(COLLECTED, Allowed::JapaneseTime, japanese_time),
    };
    let operation = cells.filled(OPERATION).map(|word| {
        [Operation::Logon, Operation::Logoff]
            .into_iter()
            .find(|known| known.label() == word)
            .unwrap_or_else(|| Operation::Other(word.to_owned()))
    });
    let terminal = cells.filled(TERMINAL);
    Some(RawLog {
        log_id: cells
            .optional(LOG_ID)
            .filter(|id| !id.is_empty())
            .map(str::to_owned),
        occurred_at: occurred_at?,
        collected_at: collected_at?,
        operation: operation?,
        terminal: terminal?.to_owned(),
        domain: cells.text(DOMAIN).to_owned(),
        user: cells.text(USER).to_owned(),
        link_code: cells.optional(LINK_CODE).map(str::to_owned),
    })
}

/// 4624 is a logon: of type 2 at the keyboard, 10 over Remote Desktop, 11 with a remembered password.
/// 4647 is a logoff that the user began; 4634 also ends network logons and unlockings.
fn windows_event(cells: &mut Cells<'_>) -> Option<RawLog> {
    let occurred_at = cells.moment("utc", Allowed::UtcTime, utc_time);
    let event = cells.filled("event_id");
    let terminal = cells.filled("computer");
    let operation = match (event?, cells.text("logon_type")) {
        ("4624", "2" | "10" | "11") => Operation::Logon,
        ("4647", _) => Operation::Logoff,
        (other, _) => Operation::Other(other.to_owned()),
    };
    let occurred_at = occurred_at?;
    Some(RawLog {
        log_id: None,
        occurred_at,
        collected_at: occurred_at,
        operation,
        terminal: terminal?.to_owned(),
        domain: cells.text("domain").to_owned(),
        user: cells.text("user").to_owned(),
        link_code: None,
    })
}

#[cfg(test)]
mod tests;
