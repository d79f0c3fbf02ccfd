//! `employees list --history`: every sync with its counts and its plan.

use crate::harness::{HANAKO, Office, TARO};

#[test]
fn every_sync_stands_in_the_history_with_its_counts_and_its_plan() {
    let office = Office::empty(&[TARO, HANAKO]).set_up();
    office.run(&["employees", "sync"]).exits(0);
    office
        .at("2024-12-18 12:00")
        .run(&["employees", "sync"])
        .exits(0);
    let key = pcpunch::sandbox::key_of("0001");
    assert!(office.sandbox.kot.change_code(&key, "0009"));
    office
        .at("2024-12-19 12:00")
        .run(&["employees", "sync"])
        .exits(0);

    let list = ["employees", "list", "--history"];
    let ran = office.run(&[&list[..], &["--format", "json"]].concat());
    let document = ran.exits(0).document("pcpunch.employees-list.v1");
    let history = document["history"].as_array().unwrap();
    let told: Vec<_> = history
        .iter()
        .map(|sync| {
            let plan = sync["plan"].as_array().unwrap();
            (sync["counts"]["joined"].as_u64(), plan.len())
        })
        .collect();
    assert_eq!(told, [(Some(0), 1), (Some(0), 0), (Some(2), 2)]);
    assert_eq!(history[0]["plan"][0]["before"]["employee_code"], "0001");

    let table = office
        .run(&[&list[..], &["--lang", "en"]].concat())
        .exits(0);
    table
        .says("2024-12-19 12:00")
        .says("code: 0001 → 0009")
        .says("Nothing has changed.")
        .says("2 joined");
    let csv = office
        .run(&[&list[..], &["--format", "csv"]].concat())
        .exits(0);
    csv.says("at,joined,changed,resigned,gone,restored,code_moved,current,change,");
}
