//! Two rounds at once: one works, the other says so and leaves.

use std::time::Duration;

use pcpunch::sandbox::{Boundary, Fault, Hold, On};

use super::{ROUND, taro_came};

#[test]
fn a_second_round_ends_with_eight_and_nothing_is_doubled() {
    for held in [On::logs(), On::reading(), On::punch()] {
        let office = taro_came();
        let hold = Hold::at(Boundary::BeforeApplying);
        let fault = || Fault::Hold(hold.clone());
        office.sandbox.kot.fault(fault(), held.clone());
        office.sandbox.malion.fault(fault(), held);
        let first = office.starts_a_round();
        assert!(hold.wait_until_held(Duration::from_secs(20)));
        office.fails(&ROUND, 8, "state.locked");
        // What only looks is not kept waiting.
        office.run(&["config", "check"]).exits(0);
        office.run(&["punches", "list"]).exits(0);
        hold.go_on();
        first.ends().exits(0);
        office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
        office.at("2024-12-17 12:05").round_posts(0, 0);
    }
}

#[test]
fn a_round_that_was_killed_leaves_no_lock_behind() {
    let office = taro_came();
    let hold = Hold::at(Boundary::BeforeApplying);
    office
        .sandbox
        .kot
        .fault(Fault::Hold(hold.clone()), On::reading());
    let first = office.starts_a_round();
    assert!(hold.wait_until_held(Duration::from_secs(20)));
    first.kill();
    hold.drop_connection();
    office.at("2024-12-17 12:05").round_posts(1, 0);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
}
