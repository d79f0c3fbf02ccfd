//! A file of account links, from its bytes to the plan of its import.

use pcpunch::csv::Encoding;
use pcpunch::csv::accounts::{ReadError, read as read_file};
use pcpunch::csv::encoding::decode;
use pcpunch::domain::import::{CellError, Problem};

use super::company::{Came, Company};
use super::shown;

/// 従業員コード, 姓, 名 and PC user name.
const PEOPLE: [[&str; 4]; 6] = [
    ["1000", "勤怠", "太郎", "tarouk"],
    ["01000", "勤怠", "花子", "hanakok"],
    ["0123", "髙橋", "一郎", "EXAMPLE\\ichi"],
    ["1E05", "鈴木", "", ""],
    ["a-7", "Smith", "Anne", "=cmd|' /C calc'!A0"],
    ["2024-12-17", "", "", "大和 守"],
];

const ENCODINGS: [Option<Encoding>; 6] = [
    None,
    Some(Encoding::Utf8),
    Some(Encoding::Utf8Bom),
    Some(Encoding::Cp932),
    Some(Encoding::Utf16Le),
    Some(Encoding::Utf16Be),
];

/// No row is taken that is not there, what is wrong is named within the file, and what was taken comes back as
/// nothing new.
pub(super) fn read(bytes: &[u8]) {
    let company = Company::of(&PEOPLE);
    for encoding in ENCODINGS {
        match company.imports(bytes, encoding) {
            Came::NoText => no_text(bytes, encoding),
            Came::Refused(errors) => refused(bytes, encoding, &errors),
            Came::Taken(plan) => {
                let rows = plan.changes.len() + plan.unchanged + plan.left_alone;
                let file = read_file(bytes, encoding).expect("it was taken");
                assert_eq!(rows, file.rows().count());
                let mut people = PEOPLE.map(|person| person.map(str::to_owned));
                for change in &plan.changes {
                    let mut whose = people
                        .iter_mut()
                        .filter(|person| person[0] == change.code.as_str());
                    let person = whose.next().expect("a known code");
                    change.after.as_str().clone_into(&mut person[3]);
                }
                comes_back(&Company::of(&people));
            }
        }
    }
}

/// All links of a company, written and read, are the links that it has.
fn comes_back(company: &Company) {
    for (encoding, for_excel) in [
        (Encoding::Utf8Bom, false),
        (Encoding::Utf16Le, true),
        (Encoding::Cp932, false),
    ] {
        let Ok(bytes) = company.file(encoding, for_excel) else {
            assert_eq!(encoding, Encoding::Cp932);
            continue;
        };
        let Came::Taken(plan) = company.imports(&bytes, None) else {
            panic!("refused: {}", String::from_utf8_lossy(&bytes));
        };
        assert!(plan.is_empty() && plan.unchanged == company.employees.len());
    }
}

fn no_text(bytes: &[u8], encoding: Option<Encoding>) {
    let Err(ReadError::Undecodable(error)) = read_file(bytes, encoding) else {
        panic!("it is text");
    };
    assert!(error.offset < bytes.len());
    shown::told(error);
}

fn refused(bytes: &[u8], encoding: Option<Encoding>, errors: &[CellError]) {
    let text = decode(bytes, encoding).expect("it is text").text;
    let lines = 1 + text.matches(['\r', '\n']).count() as u64;
    assert!(!errors.is_empty());
    assert!(errors.is_sorted_by_key(|error| error.line));
    for error in errors {
        assert!((1..=lines).contains(&error.line), "{error:?}");
        let is_there = error.problem != Problem::MissingColumn;
        assert!(!is_there || error.cell.len() <= text.len());
        shown::told(&error.cell);
    }
}
