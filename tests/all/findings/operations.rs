//! What a check asks MaLion, and when it does not.

use super::{DAY, HANAKO, TARO, logs, taro, worked};
use crate::harness::{Office, pc_log};

/// The requests for all operations so far.
fn asked(office: &Office) -> usize {
    let requests = office.sandbox.malion.requests();
    let all = requests
        .iter()
        .filter(|request| request.query.contains("category=all"));
    all.count()
}

#[test]
fn malion_is_asked_only_where_somebody_has_no_logon() {
    let office = worked();
    office.check(DAY, DAY).exits(0);
    assert_eq!(asked(&office), 0);
    office.check("2024-12-16", "2024-12-16");
    assert!(asked(&office) > 0);
}

#[test]
fn the_operations_of_those_who_log_on_are_nobodys_business() {
    let office = Office::of(&[TARO, HANAKO]);
    office.malion_has([
        taro("09:00 ログオン"),
        taro("12:00 ロック"),
        taro("18:00 ログオフ"),
        pc_log("2024-12-17 09:00 PC-2 hanako ロック"),
        pc_log("2024-12-17 09:00 PC-3 nobody ロック"),
    ]);
    office.relays_at(&["2024-12-17 10:05", "2024-12-18 10:05"]);
    let checked = office.check(DAY, DAY).exits(0);
    let checked = checked.finds(&["other-operation 2000 2024-12-17 [2024-12-17 09:00] [PC-2]"]);
    checked.days(&["1000 2024-12-17 ok", "2000 2024-12-17 other-operation"]);
    let logs = ["logs", "list", "--date", DAY, "--format", "json"];
    let document = office.run(&logs).exits(0).document("pcpunch.logs-list.v1");
    assert_eq!(
        document["logs"].as_array().map(Vec::len),
        Some(2),
        "none is kept"
    );
}

#[test]
fn a_malion_that_cannot_be_asked_is_said_and_spoils_nothing() {
    let office = worked();
    office.sandbox.malion.go_down();
    let check = [
        "logs",
        "check",
        "--from",
        "2024-12-16",
        "--to",
        "2024-12-16",
    ];
    let told = office.run(&check).exits(0).told();
    assert!(told.contains("other-operation"), "{told}");
}

#[test]
fn what_malion_said_stays_known_where_it_is_not_asked() {
    let office = logs::other_operation().office;
    office.check(DAY, DAY).exits(0);
    let before = asked(&office);
    let offline = ["logs", "check", "--offline", "--date", DAY];
    office.run(&offline).exits(0).says("[other-operation]");
    office.setting("link.malion", "off");
    let told = office.check(DAY, DAY).exits(0);
    assert!(told.finding("other-operation").is_some());
    assert_eq!(asked(&office), before);
}
