//! KING OF TIME is down, fails, or somebody else answers in its place.

use pcpunch::sandbox::{Canned, Fault, On};

use super::{ROUND, SYNC, nothing_is_lost, taro_came};

#[test]
fn a_king_of_time_that_does_not_listen_ends_a_round_with_five() {
    let office = taro_came();
    office.sandbox.kot.go_down();
    office.fails(&ROUND, 5, "http.connect");
    office.fails(&SYNC, 5, "http.connect");
    office.check_finds(5, "kot-token");
    office.sandbox.kot.come_up().unwrap();
    nothing_is_lost(&office);
}

#[test]
fn readings_that_fail_end_a_round_with_five_and_nothing_is_posted() {
    for (answer, name) in [
        (
            Canned::errors(500, 300, "Resource Server Error."),
            "kot.busy",
        ),
        (Canned::text(503, ""), "kot.busy"),
        (Canned::html_page(), "kot.malformed"),
        (Canned::foreign_json(), "kot.malformed"),
        (Canned::text(200, "[{\"date\":"), "kot.malformed"),
    ] {
        let office = taro_came();
        let fault = Fault::Answer(answer);
        office.sandbox.kot.fault(fault, On::get("/").always());
        office.fails(&ROUND, 5, name);
        office.fails(&SYNC, 5, name);
        office.check_finds(5, "kot-token");
        assert_eq!(office.posts(), 0);
        office.sandbox.kot.clear_faults();
        nothing_is_lost(&office);
    }
}

#[test]
fn a_redirect_is_not_followed() {
    let office = taro_came();
    let elsewhere = Canned::redirect(&format!("{}/webapi/v1", office.sandbox.malion.base_url()));
    let kot = &office.sandbox.kot;
    kot.fault(Fault::Answer(elsewhere), On::get("/").always());
    let malion = office.sandbox.malion.requests().len();
    office.fails(&SYNC, 1, "kot.refused");
    assert_eq!(office.sandbox.malion.requests().len(), malion);
    office.fails(&ROUND, 1, "kot.refused");
    kot.clear_faults();
    nothing_is_lost(&office);
}

#[test]
fn connections_that_break_end_a_round_with_five() {
    for fault in [Fault::DropBefore, Fault::ResetInAnswer] {
        let office = taro_came();
        office.sandbox.kot.fault(fault, On::get("/").always());
        office.fails(&ROUND, 5, "http.broken");
        office.check_finds(5, "kot-token");
        office.sandbox.kot.clear_faults();
        nothing_is_lost(&office);
    }
}
