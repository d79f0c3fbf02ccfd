//! What a sync does, case by case.

use std::collections::HashSet;

use chrono::NaiveTime;

use super::{Change, Fetched, Known, SyncPlan, plan};
use crate::domain::account::{Account, Link};
use crate::domain::employee::{Division, Employee, EmployeeCode, EmployeeKey};
use crate::domain::pc_log::{LinkKind, PcUserName};
use crate::domain::time::WorkDay;

const MALION: LinkKind = LinkKind::MaLion;

fn day(text: &str) -> WorkDay {
    WorkDay::parse(text).unwrap()
}

fn person(key: &str, code: &str) -> Employee {
    Employee {
        key: EmployeeKey::new(key),
        code: EmployeeCode::new(code),
        last_name: format!("姓{key}"),
        first_name: "名".into(),
        division_code: "1000".into(),
        emails: vec![],
        hired: None,
        resigned: None,
        active: true,
    }
}

fn division(hour: u32) -> Division {
    Division {
        code: "1000".into(),
        name: "本社".into(),
        day_border: NaiveTime::from_hms_opt(hour, 0, 0).unwrap(),
    }
}

/// What is stored, changed by one sync after another.
#[derive(Default)]
struct Store {
    company_key: Option<String>,
    last_sync: Option<WorkDay>,
    employees: Vec<Employee>,
    divisions: Vec<Division>,
    accounts: Vec<Account>,
    links: Vec<Link>,
    borne: HashSet<(LinkKind, PcUserName)>,
}

impl Store {
    /// Synced on 2024-12-18 with these people.
    fn with(people: &[Employee]) -> Self {
        let mut store = Self::default();
        store.sync("2024-12-18", people);
        store
    }

    fn plan(&self, today: &str, fetched: &Fetched) -> SyncPlan {
        let known = Known {
            company_key: self.company_key.as_deref(),
            last_sync: self.last_sync,
            employees: &self.employees,
            divisions: &self.divisions,
            accounts: &self.accounts,
            links: &self.links,
            borne: &self.borne,
            kinds: &[MALION],
            today: day(today),
        };
        plan(&known, fetched, None)
    }

    fn sync(&mut self, today: &str, people: &[Employee]) -> SyncPlan {
        let fetched = Fetched {
            company_key: "c".into(),
            divisions: vec![division(0)],
            employees: people.to_vec(),
        };
        self.apply(today, &fetched)
    }

    fn apply(&mut self, today: &str, fetched: &Fetched) -> SyncPlan {
        let plan = self.plan(today, fetched);
        self.company_key = Some(fetched.company_key.clone());
        self.last_sync = Some(day(today));
        for employee in &plan.employees {
            self.employees.retain(|old| old.key != employee.key);
            self.employees.push(employee.clone());
        }
        self.divisions = plan.divisions.clone().unwrap_or(self.divisions.clone());
        for account in &plan.accounts {
            self.accounts.retain(|old| old.employee != account.employee);
            self.accounts.push(account.clone());
        }
        for edit in &plan.links {
            self.links
                .retain(|link| link.user_name != edit.user_name || link.from < edit.from);
            self.links.extend(edit.entry.clone());
        }
        plan
    }

    fn bear(&mut self, name: &str) {
        self.borne.insert((MALION, PcUserName::new(name)));
    }

    fn account(&mut self, key: &str) -> &mut Account {
        let found = self
            .accounts
            .iter_mut()
            .find(|one| one.employee.as_str() == key);
        found.unwrap()
    }

    fn user(&mut self, key: &str) -> String {
        self.account(key).service_account.to_string()
    }

    /// The last owner of a name, and from when.
    fn owner(&self, name: &str) -> Option<(String, String)> {
        let entries = self
            .links
            .iter()
            .filter(|link| link.user_name.as_str() == name);
        let last = entries.max_by_key(|link| link.from)?;
        let owner = last.employee.as_ref().map_or("-", EmployeeKey::as_str);
        Some((last.from.to_string(), owner.to_owned()))
    }
}

fn told(plan: &SyncPlan) -> Vec<(Change, &str)> {
    plan.happenings
        .iter()
        .map(|one| (one.change, one.employee.as_str()))
        .collect()
}

fn held(plan: &SyncPlan) -> Vec<(&str, bool)> {
    plan.code_moves
        .iter()
        .map(|one| (one.employee.as_str(), one.held))
        .collect()
}

#[test]
fn new_people_join_with_an_account_that_bears_their_code() {
    let mut store = Store::default();
    let people = [person("a", "1000"), person("b", "01001")];
    let first = store.sync("2024-12-18", &people);
    assert_eq!(told(&first), [(Change::Joined, "a"), (Change::Joined, "b")]);
    assert_eq!(
        (first.limit, first.counts.joined, first.counts.current),
        (None, 2, 2)
    );
    assert_eq!(
        (store.user("a"), store.user("b")),
        ("1000".into(), "01001".into())
    );
    assert_eq!(store.owner("1000"), Some(("0001-01-01".into(), "a".into())));
    assert!(!store.account("a").set_by_import);
    let again = store.sync("2024-12-18", &people);
    assert!(again.is_empty() && again.links.is_empty() && again.code_moves.is_empty());
}

#[test]
fn a_code_that_another_account_bears_leaves_the_new_account_empty_and_is_told() {
    let mut store = Store::with(&[person("a", "1000")]);
    store.account("a").service_account = PcUserName::new("1001");
    let plan = store.sync("2024-12-19", &[person("a", "1000"), person("b", "1001")]);
    assert_eq!(store.user("b"), "");
    let nameless = &plan.nameless[0];
    assert_eq!(
        [
            nameless.code.as_str(),
            nameless.bearer_code.as_str(),
            &nameless.bearer_name
        ],
        ["1001", "1000", "姓a 名"]
    );
    assert!(
        store
            .sync("2024-12-19", &[person("a", "1000"), person("b", "1001")])
            .is_empty()
    );
}

#[test]
fn of_two_with_one_code_the_current_one_gets_the_name() {
    let mut left = person("a", "1000");
    left.resigned = Some(day("2020-03-31"));
    let mut store = Store::with(&[left, person("b", "1000")]);
    assert_eq!(
        (store.user("a"), store.user("b")),
        (String::new(), "1000".into())
    );
}

#[test]
fn what_changed_is_told_with_both_values() {
    let mut store = Store::with(&[person("a", "1000")]);
    let mut now = person("a", "1000");
    now.last_name = "新姓".into();
    now.emails = vec!["a@example.com".into()];
    now.resigned = Some(day("2025-03-31"));
    let plan = store.sync("2024-12-19", std::slice::from_ref(&now));
    assert_eq!(told(&plan), [(Change::Changed, "a")]);
    let (before, after) = (&plan.happenings[0].before, &plan.happenings[0].after);
    assert_eq!(before.get("name"), Some("姓a 名"));
    assert_eq!(after.get("name"), Some("新姓 名"));
    assert_eq!(after.get("resigned"), Some("2025-03-31"));
    assert_eq!((before.iter().count(), after.iter().count()), (1, 3));
    assert!(store.sync("2024-12-19", &[now]).is_empty());
}

#[test]
fn a_day_of_resignation_counts_once_it_has_passed() {
    let mut store = Store::with(&[person("a", "1000")]);
    let mut now = person("a", "1000");
    now.resigned = Some(day("2024-12-19"));
    let table: [(&str, &[(Change, &str)]); 4] = [
        ("2024-12-19", &[(Change::Changed, "a")]),
        ("2024-12-19", &[]),
        ("2024-12-20", &[(Change::Resigned, "a")]),
        ("2024-12-20", &[]),
    ];
    for (today, expected) in table {
        let plan = store.sync(today, std::slice::from_ref(&now));
        assert_eq!(told(&plan), expected, "{today}");
    }
    assert_eq!(store.user("a"), "1000");
}

#[test]
fn the_gone_are_kept_with_their_link_and_restored_with_it() {
    let mut store = Store::with(&[person("a", "1000"), person("b", "1001")]);
    store.account("b").service_account = PcUserName::new("hanako");
    let gone = store.sync("2024-12-19", &[person("a", "1000")]);
    assert_eq!(told(&gone), [(Change::Gone, "b")]);
    assert_eq!(gone.limit, None);
    assert!(store.sync("2024-12-19", &[person("a", "1000")]).is_empty());
    let back = store.sync("2024-12-20", &[person("a", "1000"), person("b", "1001")]);
    assert_eq!(told(&back), [(Change::Restored, "b")]);
    assert_eq!(store.user("b"), "hanako");
}

#[test]
fn limits_look_at_those_who_were_current() {
    let many: Vec<_> = (0..20)
        .map(|n| person(&format!("k{n}"), &format!("{n}")))
        .collect();
    let mut store = Store::with(&many);
    let fetched = |people: &[Employee]| Fetched {
        company_key: "c".into(),
        divisions: vec![division(0)],
        employees: people.to_vec(),
    };
    assert!(
        store
            .plan("2024-12-19", &fetched(&many[6..]))
            .limit
            .is_some()
    );
    assert!(
        store
            .plan("2024-12-19", &fetched(&many[5..]))
            .limit
            .is_none()
    );
    for employee in &mut store.employees[..6] {
        employee.resigned = Some(day("2020-01-01"));
    }
    assert!(
        store
            .plan("2024-12-19", &fetched(&many[6..]))
            .limit
            .is_none()
    );
}

#[test]
fn an_account_follows_a_changed_code_only_while_no_log_and_no_import_said_otherwise() {
    for (borne, imported, user, moves) in [
        (false, false, "2000", &[][..]),
        (true, false, "1000", &[("a", false)]),
        (false, true, "1000", &[]),
        (true, true, "1000", &[]),
    ] {
        let mut store = Store::with(&[person("a", "1000")]);
        store.account("a").set_by_import = imported;
        if borne {
            store.bear("1000");
        }
        let plan = store.sync("2024-12-19", &[person("a", "2000")]);
        assert_eq!(store.user("a"), user, "{borne} {imported}");
        assert_eq!(held(&plan), moves, "{borne} {imported}");
        if user == "2000" {
            assert_eq!(store.owner("2000"), Some(("0001-01-01".into(), "a".into())));
            assert_eq!(store.owner("1000"), Some(("2024-12-19".into(), "-".into())));
        }
    }
}

#[test]
fn a_swap_of_codes_is_told_on_both_sides_and_holds_both() {
    let mut store = Store::with(&[person("a", "1000"), person("b", "1001")]);
    let plan = store.sync("2024-12-19", &[person("a", "1001"), person("b", "1000")]);
    assert_eq!(
        told(&plan),
        [
            (Change::Changed, "a"),
            (Change::Changed, "b"),
            (Change::CodeMoved, "a"),
            (Change::CodeMoved, "b"),
        ]
    );
    let line = &plan.happenings[2];
    assert_eq!(line.before.get("name"), Some("姓b 名"));
    assert_eq!(line.after.get("name"), Some("姓a 名"));
    assert_eq!(held(&plan), [("a", true), ("b", true)]);
    assert_eq!(
        (store.user("a"), store.user("b")),
        ("1001".into(), "1000".into())
    );
    assert_eq!(store.owner("1000"), Some(("2024-12-19".into(), "b".into())));
    let again = store.sync("2024-12-19", &[person("a", "1001"), person("b", "1000")]);
    assert!(again.is_empty() && again.code_moves.is_empty());
}

#[test]
fn a_moved_code_holds_nobody_where_user_names_are_not_codes() {
    let mut store = Store::with(&[person("a", "1000"), person("b", "1001")]);
    for (key, name) in [("a", "tarouk"), ("b", "hanako")] {
        let account = store.account(key);
        account.service_account = PcUserName::new(name);
        account.set_by_import = true;
    }
    let plan = store.sync("2024-12-19", &[person("a", "1001"), person("b", "1000")]);
    assert_eq!((plan.counts.code_moved, held(&plan)), (2, vec![]));
    assert_eq!(
        (store.user("a"), store.user("b")),
        ("tarouk".into(), "hanako".into())
    );
}

#[test]
fn a_code_that_passes_to_somebody_new_holds_the_newcomer() {
    let mut store = Store::with(&[person("a", "1000")]);
    store.bear("1000");
    let plan = store.sync("2024-12-19", &[person("b", "1000"), person("a", "1005")]);
    assert_eq!(held(&plan), [("b", true), ("a", true)]);
    assert_eq!(
        (store.user("a"), store.user("b")),
        ("1000".into(), String::new())
    );
}

#[test]
fn a_changed_day_border_alone_is_a_change() {
    let mut store = Store::default();
    let fetched = |hour| Fetched {
        company_key: "c".into(),
        divisions: vec![division(hour)],
        employees: vec![person("a", "1000")],
    };
    for (hour, changed) in [(0, true), (0, false), (5, true), (5, false)] {
        let plan = store.apply("2024-12-18", &fetched(hour));
        assert_eq!(plan.divisions.is_some(), changed, "{hour}");
        assert_eq!(plan.is_empty(), !changed, "{hour}");
    }
}
