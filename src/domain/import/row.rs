//! A row of the account-link file, and what can be wrong with one of its cells.

use crate::domain::employee::{Employee, EmployeeCode};
use crate::domain::time::WorkDay;

/// The headings, as the relay's own page writes them.
pub mod column {
    /// 連携種別.
    pub const KIND: &str = "連携種別";
    /// 種別コード.
    pub const KIND_CODE: &str = "種別コード";
    /// 打刻先アカウント: the 従業員コード.
    pub const CODE: &str = "打刻先アカウント";
    /// 姓・名.
    pub const NAME: &str = "姓・名";
    /// サービスアカウント: the PC user name.
    pub const SERVICE: &str = "サービスアカウント";
    /// All, in the order in which they are written.
    pub const ALL: [&str; 5] = [KIND, KIND_CODE, CODE, NAME, SERVICE];
}

/// A row as it stands in the file, `="…"` already unwrapped. `None` where the file lacks the column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Physical line, from 1; the heading is 1.
    pub line: u64,
    /// 連携種別.
    pub kind: Option<String>,
    /// 種別コード.
    pub kind_code: Option<String>,
    /// 打刻先アカウント.
    pub employee_code: String,
    /// 姓・名.
    pub name: Option<String>,
    /// サービスアカウント.
    pub service_account: String,
    /// The first filled cell that stands under no heading.
    pub beyond: Option<String>,
}

/// What is wrong with a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Problem {
    /// A heading that the file does not have.
    UnknownColumn,
    /// A heading that the file needs.
    MissingColumn,
    /// A heading that stands twice.
    DoubleColumn,
    /// A cell under no heading.
    BeyondColumns,
    /// A quote that is never closed.
    OpenQuote,
    /// No kind of link is called so.
    Kind,
    /// No kind of link has that number.
    KindCode,
    /// 連携種別 and 種別コード name two kinds.
    KindMismatch,
    /// Nothing where the 従業員コード must be.
    NoCode,
    /// No employee has that code.
    UnknownEmployee,
    /// Its employee has left.
    Resigned,
    /// Its employee is no longer in KING OF TIME.
    Gone,
    /// More than one current employee has that code.
    SeveralEmployees,
    /// Blanks at an end of the cell.
    Blanks,
    /// Full-width digits or letters where the code has narrow ones.
    FullWidth,
    /// A code whose leading zeros a spreadsheet dropped.
    LostZeros,
    /// A code that a spreadsheet took for a number.
    Scientific,
    /// A code that a spreadsheet took for a date.
    Date,
    /// A code that a spreadsheet took for another number, a time, TRUE or a formula.
    Converted,
    /// The name is not this employee's.
    Name,
    /// A domain in front of the user name.
    Domain,
    /// A line break or another control character.
    Control,
    /// A second row for one employee.
    SecondRow,
    /// Another current employee has that user name.
    SharedName,
}

impl Problem {
    /// All problems.
    pub const ALL: [Self; 24] = [
        Self::UnknownColumn,
        Self::MissingColumn,
        Self::DoubleColumn,
        Self::BeyondColumns,
        Self::OpenQuote,
        Self::Kind,
        Self::KindCode,
        Self::KindMismatch,
        Self::NoCode,
        Self::UnknownEmployee,
        Self::Resigned,
        Self::Gone,
        Self::SeveralEmployees,
        Self::Blanks,
        Self::FullWidth,
        Self::LostZeros,
        Self::Scientific,
        Self::Date,
        Self::Converted,
        Self::Name,
        Self::Domain,
        Self::Control,
        Self::SecondRow,
        Self::SharedName,
    ];

    /// Its name in JSON and catalogues.
    pub fn code(self) -> &'static str {
        match self {
            Self::UnknownColumn => "unknown-column",
            Self::MissingColumn => "missing-column",
            Self::DoubleColumn => "double-column",
            Self::BeyondColumns => "beyond-columns",
            Self::OpenQuote => "open-quote",
            Self::Kind => "kind",
            Self::KindCode => "kind-code",
            Self::KindMismatch => "kind-mismatch",
            Self::NoCode => "no-code",
            Self::UnknownEmployee => "unknown-employee",
            Self::Resigned => "resigned",
            Self::Gone => "gone",
            Self::SeveralEmployees => "several-employees",
            Self::Blanks => "blanks",
            Self::FullWidth => "full-width",
            Self::LostZeros => "lost-zeros",
            Self::Scientific => "scientific",
            Self::Date => "date",
            Self::Converted => "converted",
            Self::Name => "name",
            Self::Domain => "domain",
            Self::Control => "control",
            Self::SecondRow => "second-row",
            Self::SharedName => "shared-name",
        }
    }
}

/// Somebody as people name them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// 従業員コード.
    pub code: EmployeeCode,
    /// 姓 and 名.
    pub name: String,
}

impl From<&Employee> for Person {
    fn from(employee: &Employee) -> Self {
        Self {
            code: employee.code.clone(),
            name: employee.full_name(),
        }
    }
}

/// Whom a problem is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Detail {
    /// Whose row it is, then the others of a conflict; all whom the code can mean.
    pub people: Vec<Person>,
    /// The other row of the same employee.
    pub line: Option<u64>,
    /// 退職日 of somebody who left.
    pub resigned: Option<WorkDay>,
}

impl Detail {
    /// A problem that is about nothing but people.
    pub(super) fn of<'a>(people: impl IntoIterator<Item = &'a Employee>) -> Self {
        Self {
            people: people.into_iter().map(Person::from).collect(),
            ..Self::default()
        }
    }
}

/// A cell that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellError {
    /// Physical line, from 1; the heading is 1.
    pub line: u64,
    /// The column's heading; empty for a cell under none.
    pub column: String,
    /// What the cell says.
    pub cell: String,
    /// What is wrong with it.
    pub problem: Problem,
    /// What it was most likely meant to say; for a wrong name, the code of the person of that name.
    pub likely: Option<String>,
    /// Whom it is about, where that is known.
    pub detail: Option<Detail>,
}
