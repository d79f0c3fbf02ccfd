//! The employees of a big company are synced and their accounts imported in little memory; how long it takes is
//! told, not tested. `PCPUNCH_PROOF=whole cargo test --release --test all accounts::scale -- --nocapture` does so
//! with 10,000 and 100,000 people.

use std::fmt::Write as _;

use pcpunch::sandbox::Employee;

use crate::harness::{Measured, Office};
use crate::proof::scale::Scale;
use crate::proof::tell;

/// How many people work there: in every test run a small company.
const SMALL: [usize; 1] = [1_000];
const LARGE: [usize; 2] = [10_000, 100_000];

/// Most memory for an import and for a sync, in MB.
const IMPORT_MEMORY: u64 = 150;
const SYNC_MEMORY: u64 = 200;

/// Everybody's account in the order of the employee codes, with a user name that the company gave them.
fn file(people: usize, company: &str) -> String {
    let mut text = "連携種別,種別コード,打刻先アカウント,姓・名,サービスアカウント\r\n".to_owned();
    for person in 0..people {
        writeln!(
            text,
            "MaLion連携,3,{person:06},社員 太郎{person},{company}.user{person}\r"
        )
        .unwrap();
    }
    text
}

fn tells(what: &str, people: usize, measured: &Measured) {
    tell(&format!("{what}, {people} people: {}", measured.told()));
}

#[test]
fn a_big_company_is_synced_and_imported_in_little_memory() {
    let companies: &[usize] = match Scale::asked() {
        Scale::Part => &SMALL,
        Scale::Whole => &LARGE,
    };
    for &people in companies {
        let office = Office::empty(&[]).set_up();
        for person in 0..people {
            let employee = Employee::new(
                &format!("{person:06}"),
                "社員",
                &format!("太郎{person}"),
                "1000",
            );
            office.sandbox.kot.add_employee(employee);
        }
        for (what, joined) in [("a first sync", people), ("a sync that changes nothing", 0)] {
            let synced = office.measures(&["employees", "sync", "--yes", "--format", "json"]);
            tells(what, people, &synced);
            assert!(synced.peak < SYNC_MEMORY, "{} MB", synced.peak);
            let document = synced.ran.exits(0).document("pcpunch.employees-sync.v1");
            assert_eq!(document["counts"]["joined"], joined);
        }
        let imports = [
            ("an import that changes every row", "old", people),
            ("an import that changes every row again", "new", people),
            ("an import that changes nothing", "new", 0),
        ];
        for (what, company, updated) in imports {
            office.file("accounts.csv", &file(people, company));
            let imported = office.measures(&["accounts", "import", "accounts.csv", "--yes"]);
            tells(what, people, &imported);
            assert!(imported.peak < IMPORT_MEMORY, "{} MB", imported.peak);
            imported
                .ran
                .exits(0)
                .says(&format!("{updated}件のアカウントを更新"));
        }
    }
}
