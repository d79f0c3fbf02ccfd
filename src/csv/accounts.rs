//! The account-link file, in the form that the relay's own 連携設定 page saves and reads.

use std::borrow::Cow;

use thiserror::Error;

use crate::domain::account::Account;
use crate::domain::employee::Employee;
use crate::domain::import::{CellError, Problem, Row, column};

use super::encoding::{Encoding, Undecodable, Unencodable, decode, encode};
use super::sheet::{self, OpenQuote, Rows};

/// A file of account links whose headings and quotes are in order.
#[derive(Clone, Debug)]
pub struct AccountFile {
    /// In which encoding it was taken.
    pub encoding: Encoding,
    /// How its lines end; `None` where it is one line without an end.
    pub line_end: Option<LineEnd>,
    text: String,
    columns: Columns,
}

impl AccountFile {
    /// Its rows, in its order, blank ones left out. They are made of its text one by one: the rows of a big
    /// company would take many times its room.
    pub fn rows(&self) -> impl Iterator<Item = Row> {
        let mut rows = Rows::of(&self.text);
        let rows = std::iter::from_fn(move || Some(self.columns.row(rows.next_row()?.ok()?)));
        rows.skip(1)
    }
}

/// How the lines of a file end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineEnd {
    /// CR LF, as Windows writes them.
    CrLf,
    /// LF, as other systems do.
    Lf,
    /// Some of them one way, some another.
    Mixed,
}

impl LineEnd {
    /// Its name in JSON and on the screen.
    pub fn name(self) -> &'static str {
        match self {
            Self::CrLf => "CRLF",
            Self::Lf => "LF",
            Self::Mixed => "CRLF/LF",
        }
    }

    fn of(text: &str) -> Option<Self> {
        let bytes_of = |byte| text.bytes().filter(|other| *other == byte).count();
        let pairs = text.matches("\r\n").count();
        let alone = bytes_of(b'\r') + bytes_of(b'\n') - 2 * pairs;
        match (pairs, alone) {
            (0, 0) => None,
            (_, 0) => Some(Self::CrLf),
            (0, _) => Some(Self::Lf),
            _ => Some(Self::Mixed),
        }
    }
}

/// Why nothing of a file was taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ReadError {
    /// It is no text.
    #[error(transparent)]
    Undecodable(#[from] Undecodable),
    /// Its headings or its quotes are wrong.
    #[error("{} cells cannot be read", .0.len())]
    Cells(Vec<CellError>),
}

/// A link as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// 連携種別.
    pub kind: &'a str,
    /// 種別コード.
    pub kind_code: i64,
    /// 打刻先アカウント.
    pub employee_code: &'a str,
    /// 姓・名.
    pub name: Cow<'a, str>,
    /// サービスアカウント.
    pub service_account: &'a str,
}

impl<'a> Line<'a> {
    /// The line of somebody's account.
    pub fn of(employee: &'a Employee, account: &'a Account) -> Self {
        Self {
            kind: account.kind.label(),
            kind_code: account.kind.code(),
            employee_code: employee.code.as_str(),
            name: employee.full_name().into(),
            service_account: account.service_account.as_str(),
        }
    }
}

/// A link that the encoding cannot hold exactly.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{employee_code} {name}: {source}")]
pub struct WriteError {
    /// Whose link: 従業員コード.
    pub employee_code: String,
    /// 姓 and 名.
    pub name: String,
    /// Which character.
    pub source: Unencodable,
}

/// Reads a file of account links. Cells are as they stand there, but for `="0123"`, which is unwrapped in
/// 打刻先アカウント and サービスアカウント.
///
/// # Errors
/// [`ReadError`]; what is wrong with single cells is for the import's plan to say.
pub fn read(bytes: &[u8], encoding: Option<Encoding>) -> Result<AccountFile, ReadError> {
    let decoded = decode(bytes, encoding)?;
    let mut rows = Rows::of(&decoded.text);
    let mut heading = None;
    while let Some(row) = rows.next_row() {
        let row = row.map_err(|OpenQuote { line }| {
            ReadError::Cells(vec![error(line, "", Problem::OpenQuote)])
        })?;
        heading.get_or_insert_with(|| row.clone());
    }
    let heading: Vec<&str> = heading.iter().flat_map(sheet::Row::cells).collect();
    Ok(AccountFile {
        encoding: decoded.encoding,
        line_end: LineEnd::of(&decoded.text),
        columns: Columns::of(&heading).map_err(ReadError::Cells)?,
        text: decoded.text,
    })
}

/// The bytes of a file with these links, CRLF behind each line. With `for_excel`, codes and user names are
/// written as `="0123"`, which a spreadsheet does not take for a number.
///
/// # Errors
/// [`WriteError`] for the first link that `encoding` cannot hold.
pub fn write(
    lines: &[Line<'_>],
    encoding: Encoding,
    for_excel: bool,
) -> Result<Vec<u8>, WriteError> {
    let wrapping = |cell| {
        // A cell that looks wrapped by itself would come back without its wrapper.
        if for_excel || unwrapped(cell).is_some() {
            wrapped(cell)
        } else {
            cell.to_owned()
        }
    };
    let mut text = String::new();
    put(&mut text, column::ALL);
    for line in lines {
        put(
            &mut text,
            [
                line.kind,
                &line.kind_code.to_string(),
                &wrapping(line.employee_code),
                &line.name,
                &wrapping(line.service_account),
            ],
        );
    }
    encode(&text, encoding).map_err(|source| blamed(lines, source))
}

/// Puts one line to the text, quoting what needs it.
fn put(text: &mut String, cells: [&str; 5]) {
    for (index, cell) in cells.into_iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        if cell.contains([',', '"', '\r', '\n']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(cell);
        }
    }
    text.push_str("\r\n");
}

fn blamed(lines: &[Line<'_>], source: Unencodable) -> WriteError {
    let bears = |line: &&Line<'_>| {
        [line.employee_code, &line.name, line.service_account]
            .iter()
            .any(|cell| cell.contains(source.character))
    };
    let line = lines.iter().find(bears);
    WriteError {
        employee_code: line.map_or(String::new(), |line| line.employee_code.to_owned()),
        name: line.map_or(String::new(), |line| line.name.to_string()),
        source,
    }
}

fn error(line: u64, column: &str, problem: Problem) -> CellError {
    CellError {
        line,
        column: column.to_owned(),
        cell: column.to_owned(),
        problem,
        likely: None,
        detail: None,
    }
}

/// What `="0123"` holds; `None` for anything else.
fn unwrapped(cell: &str) -> Option<String> {
    let held = cell.strip_prefix("=\"")?.strip_suffix('"')?;
    let bare = held.replace("\"\"", "");
    (!bare.contains('"')).then(|| held.replace("\"\"", "\""))
}

fn wrapped(cell: &str) -> String {
    format!("=\"{}\"", cell.replace('"', "\"\""))
}

/// Where each column stands.
#[derive(Clone, Debug)]
struct Columns {
    width: usize,
    kind: Option<usize>,
    kind_code: Option<usize>,
    employee_code: usize,
    name: Option<usize>,
    service_account: usize,
}

impl Columns {
    fn of(heading: &[&str]) -> Result<Self, Vec<CellError>> {
        let mut errors = Vec::new();
        for (index, name) in heading.iter().enumerate() {
            let before = heading.get(..index).unwrap_or_default();
            if !column::ALL.contains(name) {
                errors.push(error(1, name, Problem::UnknownColumn));
            } else if before.contains(name) {
                errors.push(error(1, name, Problem::DoubleColumn));
            }
        }
        let find = |name: &str| heading.iter().position(|other| *other == name);
        let needed = [column::CODE, column::SERVICE];
        let missing = needed.into_iter().filter(|name| find(name).is_none());
        errors.extend(missing.map(|name| error(1, name, Problem::MissingColumn)));
        match (find(column::CODE), find(column::SERVICE)) {
            (Some(employee_code), Some(service_account)) if errors.is_empty() => Ok(Self {
                width: heading.len(),
                kind: find(column::KIND),
                kind_code: find(column::KIND_CODE),
                employee_code,
                name: find(column::NAME),
                service_account,
            }),
            _ => Err(errors),
        }
    }

    fn row(&self, row: &sheet::Row) -> Row {
        let unwrapping = |column| {
            let cell = row.cell(column);
            unwrapped(cell).unwrap_or_else(|| cell.to_owned())
        };
        let optional = |column: Option<usize>| column.map(|column| row.cell(column).to_owned());
        Row {
            line: row.line,
            kind: optional(self.kind),
            kind_code: optional(self.kind_code),
            employee_code: unwrapping(self.employee_code),
            name: optional(self.name),
            service_account: unwrapping(self.service_account),
            beyond: row.beyond(self.width).map(str::to_owned),
        }
    }
}

#[cfg(test)]
mod tests;
