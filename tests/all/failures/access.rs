//! KING OF TIME lets nobody in, or not now.

use pcpunch::sandbox::{Access, Canned, DataKind, Fault, On};

use super::{ROUND, SYNC, nothing_is_lost, taro_came};

#[test]
fn a_wrong_token_ends_a_round_with_four() {
    let office = taro_came();
    office.setting("kot.token", "wrong-t0ken");
    office.fails(&ROUND, 4, "kot.access_refused");
    office.fails(&SYNC, 4, "kot.access_refused");
    office.check_finds(4, "kot-token");
    assert_eq!(office.posts(), 0);
    office.setting("kot.token", &office.sandbox.kot.token());
    nothing_is_lost(&office);
}

#[test]
fn a_refused_access_stays_a_finding_until_somebody_is_let_in() {
    let office = taro_came();
    office.setting("kot.token", "wrong-t0ken");
    office.run(&ROUND).exits(4);
    office.setting("malion.secret_code", "wrong-c0de");
    office.run(&ROUND).exits(4);
    let check = ["logs", "check", "--offline", "--date", "2024-12-17"];
    office
        .run(&check)
        .exits(6)
        .says("[kot-access]")
        .says("[malion-access]");
    office.setting("kot.token", &office.sandbox.kot.token());
    office.setting("malion.secret_code", &office.sandbox.malion.codes().1);
    office.run(&ROUND).exits(0);
    let told = office.run(&check).exits(0).told();
    assert!(!told.contains("-access]"), "{told}");
}

#[test]
fn an_address_that_is_not_on_the_tokens_list_ends_a_round_with_four() {
    let office = taro_came();
    office.sandbox.kot.refuse_caller(true);
    office.fails(&ROUND, 4, "kot.access_refused");
    office.fails(&SYNC, 4, "kot.access_refused");
    office.check_finds(4, "kot-token");
    office.sandbox.kot.refuse_caller(false);
    nothing_is_lost(&office);
}

#[test]
fn the_other_code_of_a_refused_address_is_one_too() {
    let office = taro_came();
    let refusal = || Fault::Answer(Canned::errors(403, 105, "認証に失敗しました"));
    office.sandbox.kot.fault(refusal(), On::any().always());
    office.fails(&ROUND, 4, "kot.access_refused");
    office.fails(&SYNC, 4, "kot.access_refused");
    office.check_finds(4, "kot-token");
    office.sandbox.kot.clear_faults();
    nothing_is_lost(&office);
}

#[test]
fn a_missing_permission_ends_a_round_with_four_and_config_check_names_it() {
    for (kind, access, check) in [
        (DataKind::Company, Access::Read, Some("kot-company")),
        (DataKind::TimeRecords, Access::Read, Some("kot-timerecords")),
        // Nothing short of a punch tells whether punching is allowed.
        (DataKind::TimeRecords, Access::Write, None),
    ] {
        let office = taro_came();
        office.sandbox.kot.deny(kind, access);
        office.fails(&ROUND, 4, "kot.access_refused");
        if let Some(check) = check {
            office.check_finds(4, check);
        }
        office.kot_has(&[]);
        office.sandbox.kot.allow(kind, access);
        nothing_is_lost(&office);
    }
}

#[test]
fn in_the_closed_hours_a_round_waits_and_a_reading_command_says_until_when() {
    let office = taro_came();
    for (time, until) in [
        ("2024-12-17 17:45", "18:31"),
        ("2024-12-17 08:29:30", "10:01"),
    ] {
        office.at(time);
        let asked = office.sandbox.kot.requests().len();
        office.fails(&SYNC, 5, "kot.closed");
        let ran = office.run(&SYNC);
        assert!(ran.told().contains(until), "{}", ran.told());
        assert_eq!(
            office.sandbox.kot.requests().len(),
            asked,
            "nothing is asked"
        );
    }
    let round = office.at("2024-12-17 17:45").round_posts(0, 0);
    assert_eq!(round["next_read_at"], "2024-12-17T18:31:00+09:00");
    office.run(&["config", "check"]).exits(0);
    office.at("2024-12-17 18:31").round_posts(1, 0);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
}

#[test]
fn closed_hours_that_are_not_configured_are_waited_for_too() {
    let office = taro_came();
    let closed = Canned::errors(
        403,
        104,
        "次の時間帯（JST）はAPIへのアクセスが禁止されています",
    );
    let kot = &office.sandbox.kot;
    kot.fault(Fault::Answer(closed), On::get("/").always());
    let round = office.round_posts(0, 0);
    let until = round["next_read_at"].as_str().unwrap();
    assert!(until.starts_with("2024-12-17T12:15:0"), "{until}");
    let asked = kot.requests().len();
    office.at("2024-12-17 12:05").round_posts(0, 0);
    assert_eq!(kot.requests().len(), asked, "it is left alone");
    kot.clear_faults();
    office.at("2024-12-17 12:16").round_posts(1, 0);
}
