//! What a sync and an import store, read back.

use std::collections::HashSet;

use chrono::NaiveTime;

use crate::domain::employee::{Division, Employee, EmployeeCode, EmployeeKey};
use crate::domain::import::{self, Choices, ImportPlan, Row};
use crate::domain::pc_log::LinkKind;
use crate::domain::sync::{self, Fetched, SyncPlan};
use crate::domain::time::{Jst, WorkDay, from_epoch};
use crate::state::{COMPANY_KEY, Obstacle, Origin, SharedKeys, State};

const KINDS: &[LinkKind] = &[LinkKind::MaLion];

fn now() -> Jst {
    from_epoch(1_734_480_000).unwrap()
}

fn today() -> WorkDay {
    WorkDay::new(now().date_naive())
}

fn state() -> (tempfile::TempDir, State) {
    let folder = tempfile::tempdir().unwrap();
    let state = State::open(&folder.path().join("state.db")).unwrap();
    (folder, state)
}

fn person(key: &str, code: &str) -> Employee {
    Employee {
        key: EmployeeKey::new(key),
        code: EmployeeCode::new(code),
        last_name: "勤怠".into(),
        first_name: key.into(),
        division_code: "1000".into(),
        emails: vec!["a@example.com".into()],
        hired: WorkDay::parse("2013-04-01"),
        resigned: None,
        active: true,
    }
}

fn fetched(people: &[Employee]) -> Fetched {
    Fetched {
        company_key: "c".into(),
        divisions: vec![Division {
            code: "1000".into(),
            name: "本社".into(),
            day_border: NaiveTime::from_hms_opt(5, 30, 0).unwrap(),
        }],
        employees: people.to_vec(),
    }
}

fn sync(state: &mut State, people: &[Employee]) -> SyncPlan {
    let plan = sync::plan(
        &sync::Known {
            company_key: state.meta(COMPANY_KEY).unwrap().as_deref(),
            last_sync: state.last_sync_day().unwrap(),
            employees: &state.employees().unwrap(),
            divisions: &state.divisions().unwrap(),
            accounts: &state.accounts().unwrap(),
            links: &state.link_history().unwrap(),
            borne: &state.borne_names().unwrap(),
            kinds: KINDS,
            today: today(),
        },
        &fetched(people),
        None,
    );
    state.apply_sync(&plan, "c", now()).unwrap();
    plan
}

fn import(state: &mut State, cells: &[(&str, &str)]) -> ImportPlan {
    let rows = cells.iter().map(|(code, user)| Row {
        line: 2,
        employee_code: (*code).into(),
        service_account: (*user).into(),
        ..Row::default()
    });
    let moves = state.code_moves().unwrap();
    let unconfirmed: HashSet<_> = moves.into_iter().map(|one| one.employee).collect();
    let (employees, accounts) = (state.employees().unwrap(), state.accounts().unwrap());
    let logged = HashSet::new();
    let accepted = import::accept(
        rows,
        &import::Known {
            employees: &employees,
            accounts: &accounts,
            unconfirmed: &unconfirmed,
            logged: &logged,
            kinds: KINDS,
            today: today(),
        },
        Choices::default(),
    )
    .unwrap();
    let links = state
        .links_of(&accepted.names(), &SharedKeys::of(&employees))
        .unwrap();
    let plan = accepted.plan(&links);
    let origin = Origin {
        file: "links.csv",
        by: "taro",
    };
    state.apply_import(&plan, origin, now()).unwrap();
    plan
}

#[test]
fn what_a_sync_stores_makes_the_next_one_empty() {
    let (_folder, mut state) = state();
    let people = [person("a", "1000"), person("b", "1001")];
    assert!(!sync(&mut state, &people).is_empty());
    assert!(sync(&mut state, &people).is_empty());
    assert_eq!(state.employees().unwrap(), people);
    assert_eq!(state.divisions().unwrap(), fetched(&people).divisions);
    assert_eq!(state.meta(COMPANY_KEY).unwrap().as_deref(), Some("c"));
    let past = state.past_syncs().unwrap();
    assert_eq!((past.len(), &past[1].counts["joined"]), (2, &2.into()));
    assert_eq!(past[1].plan[0]["change"], "joined");
}

#[test]
fn what_an_import_stores_makes_the_next_one_empty() {
    let (_folder, mut state) = state();
    sync(&mut state, &[person("a", "1000"), person("b", "1001")]);
    let swap = [("1000", "1001"), ("1001", "1000")];
    assert_eq!(import(&mut state, &swap).changes.len(), 2);
    assert!(import(&mut state, &swap).is_empty());
    let names: Vec<_> = state
        .accounts()
        .unwrap()
        .iter()
        .map(|one| {
            (
                one.service_account.to_string(),
                one.set_by_import,
                one.since,
            )
        })
        .collect();
    assert_eq!(
        names,
        [
            ("1001".into(), true, today()),
            ("1000".into(), true, today())
        ]
    );
    assert_eq!(state.link_history().unwrap().len(), 4);
}

#[test]
fn a_moved_code_stands_until_an_import_confirms_it() {
    let (_folder, mut state) = state();
    sync(&mut state, &[person("a", "1000"), person("b", "1001")]);
    sync(&mut state, &[person("a", "1001"), person("b", "1000")]);
    sync(&mut state, &[person("a", "1001"), person("b", "1000")]);
    let held: Vec<_> = state
        .code_moves()
        .unwrap()
        .iter()
        .map(|one| one.held)
        .collect();
    assert_eq!(held, [true, true]);
    import(&mut state, &[("1001", "1001")]);
    let left = state.code_moves().unwrap();
    assert_eq!((left.len(), left[0].employee.as_str()), (1, "b"));
}

/// The names whose histories keep an import from being taken back, after `change`, which is taken back.
fn names_changed(state: &State, import: i64, change: &str) -> Vec<String> {
    let run = |sql: &str| state.connection.execute_batch(sql).unwrap();
    run(&format!("SAVEPOINT before; {change}"));
    let obstacles = state.undo_obstacles(import, today()).unwrap();
    run("ROLLBACK TO before; RELEASE before");
    let names = obstacles.into_iter().filter_map(|obstacle| match obstacle {
        Obstacle::NameChanged { user_name } => Some(user_name.to_string()),
        _ => None,
    });
    names.collect()
}

#[test]
fn whatever_became_of_a_name_since_an_import_keeps_it_from_being_taken_back() {
    let (_folder, mut state) = state();
    sync(&mut state, &[person("a", "1000"), person("b", "1001")]);
    import(&mut state, &[("1000", "one")]);
    for (change, names) in [
        ("", &[][..]),
        ("DELETE FROM links WHERE user_name = 'one'", &["one"]),
        (
            "UPDATE links SET employee_key = 'b' WHERE employee_key IS NULL",
            &["1000"],
        ),
        (
            "INSERT INTO links VALUES (3, 'one', '2999-01-01', NULL), (3, '1001', '2999-01-01', NULL)",
            &["one"],
        ),
        (
            "UPDATE links SET from_day = '2999-01-01' WHERE employee_key IS NULL OR user_name = 'one'",
            &["1000", "one"],
        ),
    ] {
        assert_eq!(names_changed(&state, 1, change), names, "{change}");
    }
    // The name goes on as theirs: its whole history is kept.
    import(&mut state, &[("1000", "1000")]);
    for (change, names) in [
        ("", &[][..]),
        ("DELETE FROM links WHERE user_name = '1000'", &["1000"]),
        (
            "INSERT INTO links VALUES (3, '1000', '2999-01-01', 'b')",
            &["1000"],
        ),
    ] {
        assert_eq!(names_changed(&state, 2, change), names, "{change}");
    }
}
