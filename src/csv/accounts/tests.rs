//! The account-link file there and back, and every error of its headings.

use super::{Encoding, Line, LineEnd, ReadError, WriteError, column, read, write};
use crate::domain::import::Problem;

fn lines<'a>(cells: &[(&'a str, &'a str, &'a str)]) -> Vec<Line<'a>> {
    cells
        .iter()
        .map(|&(employee_code, name, service_account)| Line {
            kind: "MaLion連携",
            kind_code: 3,
            employee_code,
            name: name.into(),
            service_account,
        })
        .collect()
}

#[test]
fn the_file_is_that_of_the_relays_own_page() {
    let bytes = write(
        &lines(&[("1000", "勤怠 太郎", "tarouk")]),
        Encoding::Utf8Bom,
        false,
    )
    .unwrap();
    let text = "\u{feff}連携種別,種別コード,打刻先アカウント,姓・名,サービスアカウント\r\n\
                MaLion連携,3,1000,勤怠 太郎,tarouk\r\n";
    assert_eq!(String::from_utf8(bytes).unwrap(), text);
}

#[test]
fn what_is_written_comes_back_to_the_letter() {
    let lines = lines(&[
        ("01000", "勤怠 太郎", "=1+1"),
        ("+1", "a,\"b\"", "-x"),
        ("@c", "", "=\"0123\""),
        ("=\"\"", "改\r\n行", " odd "),
        ("", "髙橋 ～", "ｔａｒｏｕｋ"),
        ("2", "x", "=\"a\"b\""),
    ]);
    for encoding in Encoding::CHOICES {
        for for_excel in [false, true] {
            let bytes = write(&lines, encoding, for_excel).unwrap();
            let file = read(&bytes, None).unwrap();
            assert_eq!(file.encoding, encoding);
            let rows: Vec<_> = file.rows().collect();
            let back: Vec<_> = rows
                .iter()
                .map(|row| Line {
                    kind: row.kind.as_deref().unwrap(),
                    kind_code: row.kind_code.as_deref().unwrap().parse().unwrap(),
                    employee_code: &row.employee_code,
                    name: row.name.as_deref().unwrap().into(),
                    service_account: &row.service_account,
                })
                .collect();
            assert_eq!(back, lines);
        }
    }
}

#[test]
fn for_spreadsheets_codes_and_names_are_wrapped() {
    let bytes = write(&lines(&[("0123", "n", "0456")]), Encoding::Utf8, true).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.ends_with("MaLion連携,3,\"=\"\"0123\"\"\",n,\"=\"\"0456\"\"\"\r\n"));
    for wrapped in ["=\"0123\"", "\"=\"\"0123\"\"\""] {
        let text = format!("サービスアカウント,打刻先アカウント\n{wrapped},{wrapped}\n");
        let row = read(text.as_bytes(), None).unwrap().rows().next().unwrap();
        assert_eq!(
            (row.employee_code.as_str(), row.service_account.as_str()),
            ("0123", "0123")
        );
    }
}

#[test]
fn columns_stand_in_any_order_and_some_may_be_missing() {
    let text = "サービスアカウント,打刻先アカウント\r\n\r\ntarouk,1000,more\r\nx\r\n";
    let file = read(text.as_bytes(), None).unwrap();
    let rows: Vec<_> = file.rows().collect();
    assert_eq!((rows[0].line, rows[1].line), (3, 4));
    assert_eq!(
        (
            rows[0].employee_code.as_str(),
            rows[0].service_account.as_str()
        ),
        ("1000", "tarouk")
    );
    assert_eq!(
        (&rows[0].kind, &rows[0].kind_code, &rows[0].name),
        (&None, &None, &None)
    );
    assert_eq!(rows[0].beyond.as_deref(), Some("more"));
    assert_eq!(
        (rows[1].employee_code.as_str(), &rows[1].beyond),
        ("", &None)
    );
}

#[test]
fn wrong_headings_are_told_all_at_once() {
    let table = [
        (
            "打刻先アカウント,サービスアカウント,部署",
            vec![("部署", Problem::UnknownColumn)],
        ),
        (
            "打刻先アカウント,サービスアカウント ",
            vec![
                ("サービスアカウント ", Problem::UnknownColumn),
                (column::SERVICE, Problem::MissingColumn),
            ],
        ),
        (
            "姓・名,姓・名,サービスアカウント",
            vec![
                (column::NAME, Problem::DoubleColumn),
                (column::CODE, Problem::MissingColumn),
            ],
        ),
        (
            "",
            vec![
                (column::CODE, Problem::MissingColumn),
                (column::SERVICE, Problem::MissingColumn),
            ],
        ),
    ];
    for (heading, expected) in table {
        let Err(ReadError::Cells(errors)) = read(heading.as_bytes(), None) else {
            panic!("{heading} was taken");
        };
        let told: Vec<_> = errors
            .iter()
            .map(|e| (e.column.as_str(), e.problem))
            .collect();
        assert_eq!(told, expected, "{heading}");
        assert!(errors.iter().all(|error| error.line == 1));
    }
    assert!(matches!(
        read("打刻先アカウント\n\"1".as_bytes(), None),
        Err(ReadError::Cells(errors)) if (errors[0].line, errors[0].problem) == (2, Problem::OpenQuote)
    ));
}

#[test]
fn a_heading_alone_is_a_file_without_rows() {
    let file = read("打刻先アカウント,サービスアカウント".as_bytes(), None).unwrap();
    assert_eq!(file.rows().count(), 0);
}

#[test]
fn the_employee_whose_name_an_encoding_cannot_hold_is_named() {
    let lines = lines(&[("1000", "勤怠 太郎", "a"), ("1001", "𠮷野 花子", "b")]);
    let Err(WriteError {
        employee_code,
        name,
        source,
    }) = write(&lines, Encoding::Cp932, false)
    else {
        panic!("it was written");
    };
    assert_eq!(
        (employee_code.as_str(), name.as_str()),
        ("1001", "𠮷野 花子")
    );
    assert_eq!(source.character, '𠮷');
}

#[test]
fn how_the_lines_end_is_found() {
    let headings = "打刻先アカウント,サービスアカウント";
    for (rest, expected) in [
        ("", None),
        ("\r\n1000,a\r\n", Some(LineEnd::CrLf)),
        ("\n1000,a\n", Some(LineEnd::Lf)),
        ("\r\n1000,a\n", Some(LineEnd::Mixed)),
    ] {
        let file = read(format!("{headings}{rest}").as_bytes(), None).unwrap();
        assert_eq!(file.line_end, expected, "{rest:?}");
    }
}
