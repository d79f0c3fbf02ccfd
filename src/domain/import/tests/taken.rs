//! Rows that are taken, and what they change.

use super::{Choices, Company, Problem, day, history, rows};
use crate::domain::employee::{EmployeeCode, EmployeeKey};
use crate::domain::pc_log::PcUserName;
use crate::domain::time::WorkDay;

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
