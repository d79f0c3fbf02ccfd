//! What ends the loop and what does not.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use super::{ends_with, sends, taro, taro_comes};

#[test]
fn a_relay_that_is_not_let_in_asks_once_a_round_until_it_is() {
    let office = taro();
    taro_comes(&office);
    office.sandbox.kot.refuse_caller(true);
    let mut relay = office.loops();
    for _ in 0..3 {
        let refused = relay.round();
        assert_eq!(refused["exit"], 4, "{refused}");
        assert_eq!(refused["requests"]["kot_reads"], 1, "{refused}");
        assert_eq!(refused["requests"]["kot_punches"], 0, "{refused}");
    }
    office.sandbox.kot.refuse_caller(false);
    assert!(sends(&relay.rounds_until(ends_with(0))));
    relay.terminate();
    relay.ends().exits(143);
}

#[test]
fn services_that_are_down_are_asked_again_until_they_are_up() {
    let office = taro();
    taro_comes(&office);
    office.sandbox.malion.go_down();
    office.sandbox.kot.go_down();
    let mut relay = office.loops();
    assert_eq!(relay.round()["exit"], 5);
    office.sandbox.malion.come_up().expect("its port");
    let collected = relay.rounds_until(|round| round["collected"]["new"] == 1);
    assert_eq!(collected["exit"], 5, "{collected}");
    office.sandbox.kot.come_up().expect("its port");
    assert!(sends(&relay.rounds_until(ends_with(0))));
    relay.terminate();
    relay.ends().exits(143);
}

#[test]
fn the_token_of_another_company_stops_the_sending_but_not_the_loop() {
    let office = taro();
    taro_comes(&office);
    let key = office.sandbox.kot.company_key();
    office.sandbox.kot.set_company_key("another");
    let mut relay = office.loops();
    for _ in 0..2 {
        assert_eq!(relay.round()["exit"], 7);
    }
    office.sandbox.kot.set_company_key(&key);
    assert!(sends(&relay.rounds_until(ends_with(0))));
    relay.terminate();
    relay.ends().exits(143);
}

#[test]
fn a_state_file_that_is_opened_to_others_ends_it_with_nine() {
    let office = taro();
    let mut relay = office.loops();
    relay.round();
    fs::set_permissions(office.state_file(), Permissions::from_mode(0o640)).expect("its mode");
    relay.ends().exits(9);
}

#[test]
fn a_frozen_file_ends_it_with_seven() {
    let office = taro();
    office.relay().exits(0);
    let freeze = "INSERT INTO freezes (cause, detail, since) VALUES ('doubles', '1,2,3,4', 0)";
    let mut relay = office.sql(freeze).loops();
    assert_eq!(relay.round()["exit"], 7);
    relay.ends().exits(7);
}

#[test]
fn a_setting_that_cannot_be_ends_it_with_two() {
    let office = taro();
    let credentials = office.path("credentials");
    fs::create_dir(&credentials).expect("a folder");
    office.environment("CREDENTIALS_DIRECTORY", &credentials);
    let mut relay = office.loops();
    relay.round();
    fs::write(credentials.join("punch.since"), "soon").expect("a credential");
    fs::write(credentials.join("kot.lanes"), "many").expect("a credential");
    relay.ends().exits(2);
}

#[test]
fn what_belongs_to_one_round_and_what_belongs_to_many_are_kept_apart() {
    let office = taro();
    for words in [
        &["relay", "run", "--dry-run"][..],
        &["relay", "run", "--from", "logs.csv"],
        &["relay", "run", "--once", "--interval", "5m"],
    ] {
        office.fails(words, 2, "usage");
    }
    office.fails(&["relay", "run", "--interval", "0s"], 2, "usage.interval");
}
