//! Settings and credentials are read anew each round.

use std::fs;

use super::{ends_with, sends, taro, taro_comes};

#[test]
fn a_setting_that_is_changed_between_two_rounds_holds_from_the_next_on() {
    let office = taro();
    let mut relay = office.loops();
    relay.rounds_until(|round| round["requests"]["malion"] == 1);
    office
        .run(&["config", "set", "link.malion", "off"])
        .exits(0);
    relay.rounds_until(|round| round["requests"]["malion"] == 0);
    taro_comes(&office);
    office.run(&["config", "set", "link.malion", "on"]).exits(0);
    relay.rounds_until(sends);
    relay.terminate();
    relay.ends().exits(143);
}

#[test]
fn a_token_that_is_rotated_between_two_rounds_is_taken_from_its_credential() {
    let office = taro();
    let credentials = office.path("credentials");
    fs::create_dir(&credentials).expect("a folder");
    let lay_down = |token: &str| fs::write(credentials.join("kot.token"), token);
    office.setting("link.employees", "on");
    office.unset("kot.token");
    office.environment("CREDENTIALS_DIRECTORY", &credentials);
    lay_down("of-last-year").expect("a credential");
    taro_comes(&office);

    let mut relay = office.loops();
    let refused = relay.round();
    assert_eq!(refused["exit"], 4, "{refused}");
    lay_down(&office.sandbox.kot.token()).expect("a credential");
    let let_in = relay.rounds_until(ends_with(0));
    assert!(sends(&let_in), "{let_in}");
    relay.terminate();
    relay.ends().exits(143);
    office.kot_has(&["1000 2024-12-17 出勤 11:59"]);
}
