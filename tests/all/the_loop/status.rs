//! `relay status`: whether a relay still does its work.

use pcpunch::sandbox::{Boundary, Fault, Hold, On};

use super::{PATIENCE, taro};
use crate::harness::Office;

/// Whether the relay does its work, by a monitor that allows so much.
#[track_caller]
fn watched(office: &Office, time: &str, max_age: &str, exit: i32) {
    let words = ["relay", "status", "--max-age", max_age];
    office.at(time).run(&words).exits(exit);
}

#[test]
fn a_relay_is_well_while_its_last_good_round_is_young_enough() {
    let office = taro();
    watched(&office, "2024-12-17 12:00", "1d", 1);
    office.at("2024-12-17 12:00").round(0);
    watched(&office, "2024-12-17 12:29", "30m", 0);
    watched(&office, "2024-12-17 12:31", "30m", 1);
    office.sandbox.malion.go_down();
    office.at("2024-12-17 12:35").round(5);
    watched(&office, "2024-12-17 12:36", "30m", 1);
    watched(&office, "2024-12-17 12:36", "1h", 0);
    office.sandbox.malion.come_up().expect("its port");
    office.at("2024-12-17 12:40").round(0);
    watched(&office, "2024-12-17 12:41", "90s", 0);
}

#[test]
fn a_round_at_work_is_told_and_one_that_was_killed_is_not() {
    let office = taro();
    let status = || {
        let ran = office.run(&["relay", "status", "--format", "json"]);
        ran.exits(0).document("pcpunch.status.v1")
    };
    office.round(0);
    let hold = Hold::at(Boundary::BeforeApplying);
    let fault = Fault::Hold(hold.clone());
    office.sandbox.malion.fault(fault, On::logs());
    let relay = office.loops();
    assert!(hold.wait_until_held(PATIENCE));
    let at_work = status();
    assert_eq!(at_work["running"], true, "{at_work}");
    assert_eq!(at_work["lag_minutes"], 0, "{at_work}");
    assert!(at_work["last_success"].is_string(), "{at_work}");
    relay.kill();
    assert_eq!(status()["running"], false);
    hold.drop_connection();
}
