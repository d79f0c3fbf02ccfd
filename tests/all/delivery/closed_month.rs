//! 締め: what KING OF TIME has closed is held, and freed when it is opened again.

use pcpunch::domain::time::WorkDay;
use pcpunch::sandbox::{Access, Canned, DataKind, Fault, On, key_of};

use super::{HANAKO, JIRO, TARO, off, on};
use crate::harness::Office;

const ALL: [&str; 5] = [
    "1000 2024-12-17 出勤 09:00",
    "1000 2024-12-17 退勤 18:00",
    "2000 2024-12-17 出勤 09:10",
    "2000 2024-12-17 退勤 18:10",
    "3000 2024-12-23 出勤 09:20",
];

/// Taro and Hanako worked on 2024-12-17, which is collected on the 23rd, a day on which Jiro came; Taro's month
/// is closed.
fn closed() -> Office {
    let office = Office::of(&[TARO, HANAKO, JIRO]);
    office.malion_has([
        on("tarouk", "2024-12-17 09:00"),
        off("tarouk", "2024-12-17 18:00"),
        on("hanako", "2024-12-17 09:10"),
        off("hanako", "2024-12-17 18:10"),
        on("jirok", "2024-12-23 09:20"),
    ]);
    let day = |text| WorkDay::parse(text).unwrap();
    let kot = &office.sandbox.kot;
    kot.close_days_of(&key_of("1000"), day("2024-12-01"), day("2024-12-20"));
    office.at("2024-12-23 12:00");
    office
}

/// How often it was asked which days are closed.
fn asked(office: &Office) -> usize {
    let requests = office.sandbox.kot.requests();
    let asked = requests
        .iter()
        .filter(|request| request.path == "/v1.0/daily-workings");
    asked.count()
}

#[test]
fn a_closed_day_is_held_and_goes_when_it_is_opened_again() {
    let office = closed();
    let round = office.round_posts(3, 0);
    assert_eq!(Office::findings_of(&round), ["closed-month"]);
    assert_eq!(asked(&office), 1, "one request for all");
    office.kot_has(&ALL[2..]);
    office.book_says(&[
        "1000 2024-12-17 出勤 09:00 held",
        "1000 2024-12-17 退勤 18:00 held",
        "2000 2024-12-17 出勤 09:10 accepted",
        "2000 2024-12-17 退勤 18:10 accepted",
        "3000 2024-12-23 出勤 09:20 accepted",
    ]);
    let round = office.at("2024-12-23 12:10").round_posts(0, 0);
    assert_eq!(Office::findings_of(&round), ["closed-month"]);
    office.sandbox.kot.open_days();
    let round = office.at("2024-12-23 12:20").round_posts(2, 0);
    assert_eq!(Office::findings_of(&round), [""; 0]);
    office.kot_has(&ALL);
    let before = asked(&office);
    office.at("2024-12-23 12:30").round_posts(0, 0);
    assert_eq!(asked(&office), before, "nothing there to send");
}

#[test]
fn in_the_closed_hours_what_is_held_stays_held() {
    let office = closed();
    office.round_posts(3, 0);
    let round = office.at("2024-12-23 17:45").round_posts(0, 0);
    assert_eq!(Office::findings_of(&round), ["closed-month"]);
    assert_eq!(round["punches"]["held"], 2);
}

#[test]
fn the_last_three_days_are_not_asked_for() {
    let office = closed();
    office.at("2024-12-20 12:00").round_posts(4, 0);
    assert_eq!(asked(&office), 0);
    office.kot_has(&ALL[..4]);
}

#[test]
fn a_token_that_may_not_see_it_goes_on_without_and_config_check_says_so() {
    let office = closed();
    office
        .sandbox
        .kot
        .deny(DataKind::DailyWorkings, Access::Read);
    let ran = office
        .run(&["config", "check", "--format", "json"])
        .exits(0);
    let document = ran.document("pcpunch.config-check.v1");
    let lines = document["checks"].as_array().unwrap();
    let line = lines
        .iter()
        .find(|line| line["check"] == "kot-daily-workings");
    assert_eq!(line.unwrap()["result"], "untried", "{document:#}");
    let round = office.round_posts(5, 0);
    assert_eq!(Office::findings_of(&round), [""; 0]);
    office.kot_has(&ALL);
}

#[test]
fn while_it_cannot_be_told_old_days_wait() {
    let office = closed();
    let busy = || Fault::Answer(Canned::errors(500, 300, "Resource Server Error."));
    office
        .sandbox
        .kot
        .fault(busy(), On::get("/v1.0/daily-workings"));
    office.round_posts(1, 5);
    office.kot_has(&ALL[4..]);
    office.at("2024-12-23 12:10").round_posts(2, 0);
}

#[test]
fn a_person_may_send_to_a_closed_day() {
    let office = closed();
    office.round_posts(3, 0);
    let ids: Vec<String> = office
        .book()
        .iter()
        .map(|punch| punch.id.to_string())
        .collect();
    let words = ["punches", "send", &ids[0], &ids[1], "--yes"];
    office.run(&words).exits(0);
    office.kot_has(&ALL);
}
