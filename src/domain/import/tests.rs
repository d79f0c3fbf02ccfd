//! The rules of the account-link file, as tables.

use std::collections::HashSet;

use super::{CellError, Choices, ImportPlan, Known, Problem, Row, column, plan};
use crate::domain::account::{Account, Link};
use crate::domain::employee::{Employee, EmployeeCode, EmployeeKey};
use crate::domain::pc_log::{LinkKind, PcUserName};
use crate::domain::time::WorkDay;

const MALION: LinkKind = LinkKind::MaLion;

fn day(text: &str) -> WorkDay {
    WorkDay::parse(text).unwrap()
}

/// Four current people, one resigned, one gone; the accounts are the codes, but for tarouk's.
struct Company {
    employees: Vec<Employee>,
    accounts: Vec<Account>,
    links: Vec<Link>,
    unconfirmed: HashSet<EmployeeKey>,
}

impl Company {
    fn new() -> Self {
        let people = [
            ("k1", "1000", "勤怠", "太郎", "tarouk"),
            ("k2", "1001", "勤怠", "花子", "1001"),
            ("k3", "01002", "髙橋", "次郎", "01002"),
            ("k4", "100000", "山本", "　三郎", "100000"),
            ("k5", "2000", "退職", "済", "old"),
            ("k6", "2001", "削除", "済", "2001"),
        ];
        let mut company = Self {
            employees: Vec::new(),
            accounts: Vec::new(),
            links: Vec::new(),
            unconfirmed: HashSet::new(),
        };
        for (key, code, last_name, first_name, user) in people {
            company.employees.push(Employee {
                key: EmployeeKey::new(key),
                code: EmployeeCode::new(code),
                last_name: last_name.into(),
                first_name: first_name.into(),
                division_code: "1000".into(),
                emails: vec![],
                hired: None,
                resigned: (key == "k5").then(|| day("2024-12-10")),
                active: key != "k6",
            });
            company.accounts.push(Account {
                employee: EmployeeKey::new(key),
                kind: MALION,
                service_account: PcUserName::new(user),
                set_by_import: user != code,
                since: WorkDay::EARLIEST,
            });
            company.links.push(Link {
                kind: MALION,
                user_name: PcUserName::new(user),
                employee: Some(EmployeeKey::new(key)),
                from: WorkDay::EARLIEST,
            });
        }
        company
    }

    fn plan(&self, rows: &[Row], choices: Choices) -> Result<ImportPlan, Vec<CellError>> {
        let known = Known {
            employees: &self.employees,
            accounts: &self.accounts,
            links: &self.links,
            unconfirmed: &self.unconfirmed,
            kinds: &[MALION],
            today: day("2024-12-20"),
        };
        plan(rows, &known, choices)
    }

    /// The plan carried out.
    fn import(&mut self, rows: &[Row], choices: Choices) -> ImportPlan {
        let plan = self.plan(rows, choices).unwrap();
        for account in &plan.accounts {
            self.accounts
                .retain(|old| (&old.employee, old.kind) != (&account.employee, account.kind));
            self.accounts.push(account.clone());
        }
        for edit in &plan.links {
            self.links.retain(|link| {
                (link.kind, &link.user_name) != (edit.kind, &edit.user_name)
                    || link.from < edit.from
            });
            self.links.extend(edit.entry.clone());
        }
        plan
    }

    fn history(&self, name: &str) -> Vec<(String, String)> {
        let mut history: Vec<_> = self
            .links
            .iter()
            .filter(|link| link.user_name.as_str() == name)
            .map(|link| {
                let owner = link.employee.as_ref().map_or("-", EmployeeKey::as_str);
                (link.from.to_string(), owner.to_owned())
            })
            .collect();
        history.sort();
        history
    }

    fn user(&self, key: &str) -> &str {
        let account = self.accounts.iter().find(|a| a.employee.as_str() == key);
        account.unwrap().service_account.as_str()
    }
}

/// Rows from line 2 on: code and user name.
fn rows(cells: &[(&str, &str)]) -> Vec<Row> {
    cells
        .iter()
        .zip(2..)
        .map(|((code, user), line)| Row {
            line,
            employee_code: (*code).to_owned(),
            service_account: (*user).to_owned(),
            ..Row::default()
        })
        .collect()
}

fn told(errors: &[CellError]) -> Vec<(u64, &str, Problem, Option<&str>)> {
    errors
        .iter()
        .map(|e| (e.line, e.column.as_str(), e.problem, e.likely.as_deref()))
        .collect()
}

fn history(entries: &[(&str, &str)]) -> Vec<(String, String)> {
    let own = |(from, owner): &(&str, &str)| ((*from).to_owned(), (*owner).to_owned());
    entries.iter().map(own).collect()
}

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
    assert_eq!(errors[0].detail.as_deref(), Some("勤怠 太郎"));
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
    assert_eq!(errors[0].detail.as_deref(), Some("1001 勤怠 花子"));
    assert_eq!(errors[4].detail.as_deref(), Some("2"));
}

#[test]
fn two_current_people_may_not_share_a_user_name() {
    let company = Company::new();
    for cells in [
        &[("1001", "tarouk")][..],
        &[("1001", "same"), ("01002", "same")],
        &[("1000", "1001"), ("01002", "tarouk")],
    ] {
        let errors = company.plan(&rows(cells), Choices::default()).unwrap_err();
        assert!(
            errors.iter().all(|e| e.problem == Problem::SharedName),
            "{cells:?}"
        );
    }
    assert!(
        company
            .plan(&rows(&[("1001", "Tarouk")]), Choices::default())
            .is_ok()
    );
}

#[test]
fn a_swap_within_one_file_works_and_holds_from_the_day_of_the_import() {
    let mut company = Company::new();
    let swap = rows(&[("1000", "1001"), ("1001", "tarouk")]);
    assert_eq!(company.import(&swap, Choices::default()).changes.len(), 2);
    let from_today = |before, after| history(&[("0001-01-01", before), ("2024-12-20", after)]);
    assert_eq!(company.history("tarouk"), from_today("k1", "k2"));
    assert_eq!(company.history("1001"), from_today("k2", "k1"));
    let again = company.import(&swap, Choices::default());
    assert_eq!(
        (again.changes.len(), again.unchanged, again.is_empty()),
        (0, 2, true)
    );
}

#[test]
fn a_first_link_holds_from_the_beginning_and_the_name_left_is_nobodys() {
    let mut company = Company::new();
    let plan = company.import(&rows(&[("1001", "hanakok")]), Choices::default());
    assert_eq!(plan.changes[0].since, WorkDay::EARLIEST);
    assert_eq!(company.history("hanakok"), history(&[("0001-01-01", "k2")]));
    assert_eq!(
        company.history("1001"),
        history(&[("0001-01-01", "k2"), ("2024-12-20", "-")])
    );
}

#[test]
fn a_day_may_be_named_and_later_entries_are_replaced() {
    let mut company = Company::new();
    let named = |from| Choices {
        from: Some(day(from)),
        ..Choices::default()
    };
    let move_it = rows(&[("1000", ""), ("1001", "tarouk")]);
    company.import(&move_it, Choices::default());
    assert_eq!(
        company.history("tarouk"),
        history(&[("0001-01-01", "k1"), ("2024-12-20", "k2")])
    );
    let earlier = company.import(&move_it, named("2024-12-01"));
    assert_eq!((earlier.changes.len(), earlier.unchanged), (1, 1));
    assert_eq!(
        company.history("tarouk"),
        history(&[("0001-01-01", "k1"), ("2024-12-01", "k2")])
    );
    assert!(company.import(&move_it, named("2024-12-01")).is_empty());
    assert!(company.import(&move_it, Choices::default()).is_empty());
}

#[test]
fn an_empty_cell_unlinks() {
    let mut company = Company::new();
    let plan = company.import(&rows(&[("1000", "")]), Choices::default());
    assert_eq!((plan.changes.len(), company.user("k1")), (1, ""));
    assert_eq!(
        company.history("tarouk"),
        history(&[("0001-01-01", "k1"), ("2024-12-20", "-")])
    );
    assert!(
        company
            .import(&rows(&[("1000", "")]), Choices::default())
            .is_empty()
    );
}

#[test]
fn a_name_of_somebody_who_left_passes_on_and_that_is_told() {
    let mut company = Company::new();
    let plan = company.import(
        &rows(&[("1001", "old"), ("1000", "2001")]),
        Choices::default(),
    );
    let told: Vec<_> = plan
        .passed_on
        .iter()
        .map(|one| (one.user_name.as_str(), one.from.as_str(), one.to.as_str()))
        .collect();
    assert_eq!(told, [("old", "2000", "1001"), ("2001", "2001", "1000")]);
    assert_eq!(
        (plan.changes.len(), company.user("k5"), company.user("k6")),
        (2, "", "")
    );
    assert_eq!(
        company.history("old"),
        history(&[("0001-01-01", "k5"), ("2024-12-20", "k2")])
    );
}

#[test]
fn an_account_that_was_not_there_is_made() {
    let mut company = Company::new();
    company.accounts.clear();
    company.links.clear();
    let plan = company.import(&rows(&[("1000", "a"), ("1001", "")]), Choices::default());
    assert_eq!(
        (plan.changes.len(), plan.unchanged, company.user("k1")),
        (1, 1, "a")
    );
}

#[test]
fn a_moved_code_is_confirmed_by_a_row_that_changes_nothing() {
    let mut company = Company::new();
    company.unconfirmed.insert(EmployeeKey::new("k2"));
    let plan = company.import(
        &rows(&[("1001", "1001"), ("1000", "tarouk")]),
        Choices::default(),
    );
    assert_eq!(plan.confirmed, [EmployeeKey::new("k2")]);
    assert_eq!((plan.changes.len(), plan.unchanged), (0, 2));
    let confirmed = company
        .accounts
        .iter()
        .find(|a| a.employee.as_str() == "k2");
    assert!(confirmed.unwrap().set_by_import);
}

#[test]
fn a_hundred_thousand_rows_are_planned_without_a_search_for_each() {
    let mut company = Company::new();
    let model = (company.employees[0].clone(), company.accounts[0].clone());
    company.employees.clear();
    company.accounts.clear();
    company.links.clear();
    for number in 0..100_000 {
        let mut pair = model.clone();
        pair.0.key = EmployeeKey::new(format!("k{number}"));
        pair.0.code = EmployeeCode::new(format!("{number:06}"));
        pair.1.employee = pair.0.key.clone();
        pair.1.service_account = PcUserName::new(format!("{number:06}"));
        company.employees.push(pair.0);
        company.accounts.push(pair.1);
    }
    let cells: Vec<_> = (0..100_000)
        .map(|n| (format!("{n:06}"), format!("u{n}")))
        .collect();
    let cells: Vec<_> = cells
        .iter()
        .map(|(c, u)| (c.as_str(), u.as_str()))
        .collect();
    let began = std::time::Instant::now();
    let plan = company.plan(&rows(&cells), Choices::default()).unwrap();
    assert_eq!(plan.changes.len(), 100_000);
    assert!(began.elapsed() < std::time::Duration::from_secs(20));
}
