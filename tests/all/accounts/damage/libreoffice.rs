//! Files as LibreOffice really wrote them: facts of its output, since not every machine has it.

use pcpunch::csv::Encoding;
use pcpunch::csv::encoding::encode;
use pcpunch::domain::import::column;

use super::refused;
use crate::accounts::company::{Came, Company};

/// What LibreOffice Calc 7.4 really made of an exported file that was opened and saved again, in English and
/// in Japanese: the code as it was, and as it came back in both columns. The rest of each row came back whole.
const BY_LIBREOFFICE: [(&str, &str); 22] = [
    ("0123", "123"),
    ("01000", "1000"),
    ("5E3", "5000"),
    ("5E3", "5.00E+03"),
    ("1-2", "Jan 02"),
    ("1/2", "Jan 02"),
    ("1/2", "01/02/26"),
    ("12-17", "Dec 17"),
    ("Jan-24", "01/24/26"),
    ("12345678901234567", "1.23456789012346E+016"),
    ("1.50", "1.5"),
    ("true", "TRUE"),
    ("1:30", "01:30:00"),
    ("1:30", "01:30:00 AM"),
    ("+5", "5"),
    ("1E05", "100000"),
    ("1E05", "1.00E+05"),
    ("00", "0"),
    ("1,000", "1000"),
    ("10%", "10.00%"),
    (" 12 ", "12"),
    ("１２３", "123"),
];

#[test]
fn what_libreoffice_makes_of_a_file_is_refused_cell_by_cell_with_the_original() {
    for (was, is) in BY_LIBREOFFICE {
        let people = [
            [was, "勤怠", "太郎", was],
            ["tarouk", "山本　", "花子", "TRUE-1"],
        ];
        let company = Company::of(&people);
        let whole = |code: &str| {
            let cell = if code.contains(',') {
                format!("\"{code}\"")
            } else {
                code.to_owned()
            };
            format!(
                "{}\nMaLion連携,3,{cell},勤怠 太郎,{cell}\nMaLion連携,3,tarouk,山本　 花子,TRUE-1\n",
                column::ALL.join(",")
            )
        };
        for encoding in [Encoding::Utf8, Encoding::Cp932, Encoding::Utf16Le] {
            let bytes = encode(&whole(is), encoding).unwrap();
            let errors = refused(&company, &bytes, is);
            let found: Vec<_> = errors
                .iter()
                .map(|e| (e.line, e.column.as_str(), e.likely.as_deref()))
                .collect();
            let code = (2, column::CODE, Some(was));
            assert_eq!(found.first(), Some(&code), "{was} as {is}");
            let bytes = encode(&whole(was), encoding).unwrap();
            assert!(
                matches!(company.imports(&bytes, None), Came::Taken(_)),
                "{was}"
            );
        }
    }
}

#[test]
fn a_file_for_spreadsheets_comes_back_from_libreoffice_as_it_was() {
    let people = [
        ["0123", "勤怠", "太郎", "5E3"],
        ["1-2", "山本", "花子", "+5"],
    ];
    let company = Company::of(&people);
    // With formulas evaluated, the wrapped cells come back bare and whole, without a byte order mark, with LF.
    let saved = format!(
        "{}\nMaLion連携,3,0123,勤怠 太郎,5E3\nMaLion連携,3,1-2,山本 花子,+5\n",
        column::ALL.join(",")
    );
    assert!(company.file(Encoding::Utf8Bom, true).is_ok());
    match company.imports(saved.as_bytes(), None) {
        Came::Taken(plan) => assert_eq!((plan.unchanged, plan.is_empty()), (2, true)),
        other => panic!("{other:?}"),
    }
}
