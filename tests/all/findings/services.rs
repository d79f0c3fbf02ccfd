//! Findings about the set-up and the two services.

use pcpunch::sandbox::key_of;

use super::{DAY, HANAKO, Provocation, TARO, office, taro};
use crate::harness::{Office, pc_log};

/// Taro's code, which is his Windows user name, goes to Hanako.
pub(super) fn code_moved() -> Provocation {
    let office = Office::empty(&[TARO, HANAKO]).set_up();
    office.run(&["employees", "sync"]).exits(0);
    let kot = &office.sandbox.kot;
    for (whose, code) in [("1000", "9999"), ("2000", "1000"), ("1000", "2000")] {
        assert!(kot.change_code(&key_of(whose), code));
    }
    office.run(&["employees", "sync"]).exits(0);
    office.malion_has([pc_log("2024-12-17 09:00 PC-1 1000 ログオン")]);
    office.relays_at(&["2024-12-17 10:05"]);
    office.kot_has(&[]);
    Provocation::new(office, "code-moved 1000 [] []", |office| {
        office.links(&[("2000", "1000"), ("1000", "2000")]).exits(0);
        office.relays_at(&["2024-12-17 10:20"]);
        office.kot_has(&["2000 2024-12-17 出勤 09:00"]);
        office.check(DAY, DAY)
    })
}

pub(super) fn malion_access() -> Provocation {
    let office = office();
    office.sandbox.malion.set_api_on(false);
    office.at("2024-12-17 12:00").round(4);
    Provocation::new(office, "malion-access - [] []", |office| {
        office.sandbox.malion.set_api_on(true);
        office.relays_at(&["2024-12-17 12:05"]);
        office.check(DAY, DAY).exits(0).finds(&[])
    })
}

/// A check that is let in answers it: no round reads while nothing is due.
pub(super) fn kot_access() -> Provocation {
    let office = office();
    office.malion_has([taro("09:00 ログオン")]);
    office.setting("kot.token", "wrong-t0ken");
    office.at("2024-12-17 12:00").relay().exits(4);
    Provocation::new(office, "kot-access - [] []", |office| {
        office.setting("kot.token", &office.sandbox.kot.token());
        office.check(DAY, DAY).exits(0).finds(&[])
    })
}

pub(super) fn source_silent() -> Provocation {
    let office = office();
    office.malion_has([taro("09:00 ログオン"), taro("18:00 ログオフ")]);
    office.relays_at(&["2024-12-17 10:05", "2024-12-18 12:00", "2024-12-20 17:25"]);
    assert!(office.open_findings().is_empty(), "71 hours and some");
    office.relays_at(&["2024-12-20 18:35"]);
    Provocation::new(
        office,
        "source-silent - [2024-12-17 18:00] [PC-1]",
        |office| {
            office.malion_has([pc_log("2024-12-21 09:00 PC-1 tarouk ログオン")]);
            office.relays_at(&["2024-12-21 10:05"]);
            office.check(DAY, DAY).exits(0).finds(&[])
        },
    )
}

#[test]
fn a_malion_that_cannot_be_read_is_not_silent() {
    let office = office();
    office.malion_has([taro("09:00 ログオン"), taro("18:00 ログオフ")]);
    office.relays_at(&["2024-12-17 10:05", "2024-12-18 12:00"]);
    office.sandbox.malion.go_down();
    office.at("2024-12-20 18:35").round(5);
    assert!(office.open_findings().is_empty());
}

#[test]
fn what_sends_people_to_intercom_names_the_support_id() {
    let office = source_silent().office;
    let remedy = |checked: crate::harness::Checked| {
        let finding = checked.finding("source-silent").expect("it is told");
        finding["remedy"].as_str().expect("a remedy").to_owned()
    };
    assert!(!remedy(office.check(DAY, DAY)).contains("サポートID"));
    office.setting("malion.support_id", "S-12345");
    assert!(remedy(office.check(DAY, DAY)).contains("サポートID S-12345"));
    let round = office.relay().exits(0).document("pcpunch.relay-run.v1");
    let told = round["findings"].to_string();
    assert!(told.contains("サポートID S-12345"), "{told}");
}
