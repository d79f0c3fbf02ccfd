//! Rows that are refused, and why.

use super::{Choices, Company, Problem, Row, column, people, rows, told};
use crate::domain::employee::EmployeeCode;

#[test]
fn each_code_that_means_nobody_is_told_with_the_likely_one() {
    let company = Company::new();
    let table = [
        ("", Problem::NoCode, None),
        ("9999", Problem::UnknownEmployee, None),
        ("2000", Problem::Resigned, None),
        ("2001", Problem::Gone, None),
        ("1000 ", Problem::Blanks, Some("1000")),
        ("\u{3000}1000", Problem::Blanks, Some("1000")),
        (" ９９", Problem::Blanks, None),
        ("１０００", Problem::FullWidth, Some("1000")),
        ("１００２", Problem::FullWidth, Some("01002")),
        ("1002", Problem::LostZeros, Some("01002")),
        ("001002", Problem::LostZeros, Some("01002")),
        ("1E+05", Problem::Scientific, Some("100000")),
        ("1E+07", Problem::Scientific, None),
        ("2024/10/1", Problem::Date, None),
        ("10月1日", Problem::Date, None),
        ("#NAME?", Problem::Converted, None),
        ("1001.0", Problem::Converted, Some("1001")),
        ("１Ｅ＋０５", Problem::FullWidth, Some("100000")),
    ];
    for (code, problem, likely) in table {
        let errors = company
            .plan(&rows(&[(code, "x")]), Choices::default())
            .unwrap_err();
        assert_eq!(
            told(&errors),
            [(2, column::CODE, problem, likely)],
            "{code:?}"
        );
    }
}

#[test]
fn two_current_people_with_one_code_are_not_told_apart() {
    let mut company = Company::new();
    company.employees[1].code = EmployeeCode::new("1000");
    let errors = company
        .plan(&rows(&[("1000", "x")]), Choices::default())
        .unwrap_err();
    assert_eq!(
        told(&errors),
        [(2, column::CODE, Problem::SeveralEmployees, None)]
    );
    assert_eq!(people(&errors[0]), ["1000 勤怠 太郎", "1000 勤怠 花子"]);
    company.employees[1].active = false;
    assert!(
        company
            .plan(&rows(&[("1000", "x")]), Choices::default())
            .is_ok()
    );
}

#[test]
fn names_are_compared_in_one_form() {
    let company = Company::new();
    let table = [
        ("1000", Some("勤怠 太郎"), None),
        ("1000", Some("勤怠\u{3000}\u{3000}太郎"), None),
        ("1000", Some(""), None),
        ("1000", None, None),
        ("100000", Some("山本 三郎"), None),
        (
            "1000",
            Some("勤怠 花子"),
            Some((Problem::Name, Some("1001"))),
        ),
        ("1000", Some("勤怠太郎"), Some((Problem::Name, None))),
        ("01002", Some("高橋 次郎"), Some((Problem::Name, None))),
        (
            "1000",
            Some("勤怠 太郎 "),
            Some((Problem::Blanks, Some("勤怠 太郎"))),
        ),
    ];
    for (code, name, expected) in table {
        let row = Row {
            name: name.map(str::to_owned),
            ..rows(&[(code, "x")]).remove(0)
        };
        let errors = company
            .plan(std::slice::from_ref(&row), Choices::default())
            .err()
            .unwrap_or_default();
        let found: Vec<_> = told(&errors).iter().map(|e| (e.2, e.3)).collect();
        assert_eq!(found, Vec::from_iter(expected), "{name:?}");
        let accepting = Choices {
            accept_names: true,
            ..Choices::default()
        };
        let accepted = company.plan(&[row], accepting).is_ok();
        assert_eq!(
            accepted,
            expected.is_none_or(|(problem, _)| problem == Problem::Name)
        );
    }
}

#[test]
fn a_wrong_name_shows_the_right_one() {
    let row = Row {
        name: Some("誰か".into()),
        ..rows(&[("1000", "x")]).remove(0)
    };
    let errors = Company::new().plan(&[row], Choices::default()).unwrap_err();
    assert_eq!(people(&errors[0]), ["1000 勤怠 太郎"]);
}

#[test]
fn people_who_left_and_people_in_conflict_are_named() {
    let company = Company::new();
    let named = |cells: &[(&str, &str)]| {
        let errors = company.plan(&rows(cells), Choices::default()).unwrap_err();
        errors.iter().map(people).collect::<Vec<_>>()
    };
    assert_eq!(named(&[("2000", "x")]), [["2000 退職 済"]]);
    assert_eq!(named(&[("2001", "x")]), [["2001 削除 済"]]);
    assert_eq!(
        named(&[("1001", "tarouk")]),
        [["1001 勤怠 花子", "1000 勤怠 太郎"]]
    );
    assert_eq!(named(&[("1001", "x"), ("1001", "y")]), [["1001 勤怠 花子"]]);
    let swapped = Row {
        name: Some("勤怠 花子".into()),
        ..rows(&[("1000", "x")]).remove(0)
    };
    let errors = company.plan(&[swapped], Choices::default()).unwrap_err();
    assert_eq!(people(&errors[0]), ["1000 勤怠 太郎", "1001 勤怠 花子"]);
}

#[test]
fn rows_that_a_stray_quote_swallowed_are_no_part_of_an_accepted_name() {
    let accepting = Choices {
        accept_names: true,
        ..Choices::default()
    };
    for (name, likely) in [
        ("勤怠 太郎,tarouk\r\nMaLion連携,3,1001,勤怠 花子", None),
        ("勤怠\n太郎", Some("勤怠 太郎")),
    ] {
        let row = Row {
            name: Some(name.into()),
            ..rows(&[("1000", "x")]).remove(0)
        };
        let errors = Company::new().plan(&[row], accepting).unwrap_err();
        let expected = [(2, column::NAME, Problem::Control, likely)];
        assert_eq!(told(&errors), expected);
    }
}

#[test]
fn a_number_that_logs_bear_is_a_name() {
    let mut company = Company::new();
    let cells = rows(&[("01002", "1002")]);
    let errors = company.plan(&cells, Choices::default()).unwrap_err();
    let lost = (2, column::SERVICE, Problem::LostZeros, Some("01002"));
    assert_eq!(told(&errors), [lost]);
    company
        .logged
        .insert((super::MALION, super::PcUserName::new("1002")));
    assert!(company.plan(&cells, Choices::default()).is_ok());
}

#[test]
fn kinds_are_known_by_code_or_name_and_must_agree() {
    let company = Company::new();
    let ok = Ok((1, 0));
    let off = Ok((0, 1));
    let table = [
        (None, None, ok),
        (Some(""), Some(""), ok),
        (Some("MaLion連携"), Some("3"), ok),
        (Some("MaLion連携"), None, ok),
        (None, Some("3"), ok),
        (Some("SmartOn ID連携"), Some("1"), off),
        (Some("LanScope連携"), None, off),
        (None, Some("2"), off),
        (
            None,
            Some("4"),
            Err((column::KIND_CODE, Problem::KindCode, None)),
        ),
        (
            None,
            Some("３"),
            Err((column::KIND_CODE, Problem::KindCode, Some("3"))),
        ),
        (
            Some("MaLion"),
            Some("3"),
            Err((column::KIND, Problem::Kind, None)),
        ),
        (
            Some("ＭａＬｉｏｎ連携 "),
            None,
            Err((column::KIND, Problem::Kind, Some("MaLion連携"))),
        ),
        (
            Some("MaLion連携"),
            Some("1"),
            Err((column::KIND, Problem::KindMismatch, Some("SmartOn ID連携"))),
        ),
    ];
    for (kind, code, expected) in table {
        let row = Row {
            kind: kind.map(str::to_owned),
            kind_code: code.map(str::to_owned),
            ..rows(&[("1000", "x")]).remove(0)
        };
        let found = company.plan(&[row], Choices::default());
        let found = match &found {
            Ok(plan) => Ok((plan.changes.len(), plan.left_alone)),
            Err(errors) => Err((
                errors[0].column.as_str(),
                errors[0].problem,
                errors[0].likely.as_deref(),
            )),
        };
        assert_eq!(found, expected, "{kind:?} {code:?}");
    }
}

#[test]
fn all_errors_are_told_by_line_and_column() {
    let company = Company::new();
    let mut rows = rows(&[
        ("1000", "1001"),
        ("x", " y"),
        ("1000", "z"),
        ("1001", "1001"),
    ]);
    rows[1].beyond = Some("more".into());
    let errors = company.plan(&rows, Choices::default()).unwrap_err();
    assert_eq!(
        told(&errors),
        [
            (2, column::SERVICE, Problem::SharedName, None),
            (3, "", Problem::BeyondColumns, None),
            (3, column::CODE, Problem::UnknownEmployee, None),
            (3, column::SERVICE, Problem::Blanks, Some("y")),
            (4, column::CODE, Problem::SecondRow, None),
        ]
    );
    assert_eq!(people(&errors[0]), ["1000 勤怠 太郎", "1001 勤怠 花子"]);
    assert_eq!(errors[4].detail.as_ref().unwrap().line, Some(2));
}
