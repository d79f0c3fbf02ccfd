//! Rehearsals that cannot be: each says what to do, and asks nobody.

use crate::harness::{Office, TARO, pc_log};

/// Taro's office on 2024-12-20 at noon, with a day's logs.
fn office() -> Office {
    let office = Office::of(&[TARO]);
    office.setting("link.punches", "off");
    office.malion_has([
        pc_log("2024-12-17 09:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-17 18:00 PC-1 tarouk ログオフ"),
    ]);
    office.relays_at(&["2024-12-20 12:00"]);
    office.sandbox.kot.clear_requests();
    office
}

fn words(words: &str) -> Vec<&str> {
    ["relay", "rehearse"]
        .into_iter()
        .chain(words.split(' '))
        .collect()
}

#[test]
fn what_is_no_rule_or_no_value_is_not_tried() {
    let office = office();
    let before = office.state();
    for (set, code, said) in [
        (
            "--set punch.polcy=rolling",
            "settings.unknown_key",
            "punch.policy",
        ),
        ("--set kot.token=abc", "rehearse.no_rule", "kot.token"),
        (
            "--set kot.base_url=https://kot.example",
            "rehearse.no_rule",
            "punch.policy",
        ),
        (
            "--set malion.secret_code=abc",
            "rehearse.no_rule",
            "malion.secret_code",
        ),
        ("--set link.punches=on", "rehearse.no_rule", "link.punches"),
        (
            "--set punch.since=2024-12-01",
            "rehearse.no_rule",
            "punch.since",
        ),
        (
            "--set check.in_minutes=5",
            "rehearse.no_rule",
            "check.in_minutes",
        ),
        (
            "--set punch.policy=sometimes",
            "settings.bad_value",
            "rolling",
        ),
        (
            "--set punch.night_shift_hours=99",
            "settings.bad_value",
            "99",
        ),
        (
            "--set punch.settle_minutes=60 --set punch.settle_minutes=90",
            "rehearse.twice",
            "punch.settle_minutes",
        ),
    ] {
        let call = format!("--from 2024-12-17 --to 2024-12-17 {set}");
        office.fails(&words(&call), 2, code);
        office.run(&words(&call)).exits(2).warns(said);
    }
    assert_eq!(office.sandbox.kot.requests().len(), 0);
    assert_eq!(office.state(), before);
}

#[test]
fn a_range_is_over_and_no_longer_than_a_year() {
    let office = office();
    for range in [
        "--from 2024-12-18 --to 2024-12-17",
        "--from 2024-12-17 --to 2024-12-20",
        "--from 2024-12-25",
        "--from 2021-01-01 --to 2024-12-19",
        "--from 2023-12-19 --to 2024-12-19",
    ] {
        office.fails(&words(range), 2, "usage.days");
    }
    let year = "--from 2023-12-20 --to 2024-12-19";
    office.run(&words(year)).exits(0);
    let readings = office.sandbox.kot.requests().len();
    assert_eq!(readings, 6, "62 days at a time");
}

#[test]
fn without_logs_of_the_range_it_is_said_where_they_come_from() {
    let office = office();
    let range = "--from 2024-11-01 --to 2024-11-30";
    office.fails(&words(range), 1, "rehearse.no_logs");
    let ran = office.run(&words(range)).exits(1);
    ran.warns("link.punches off").warns("malion.lookback_days");
    assert_eq!(office.sandbox.kot.requests().len(), 0);
}

#[test]
fn what_keeps_from_reading_ends_the_rehearsal() {
    let office = office();
    let range = "--from 2024-12-17 --to 2024-12-17";
    office.at("2024-12-20 09:00");
    office.fails(&words(range), 5, "kot.closed");
    assert_eq!(
        office.sandbox.kot.requests().len(),
        0,
        "nothing is asked in the closed hours"
    );
    office.at("2024-12-20 12:00");
    office.setting("kot.token", "wrong");
    office.fails(&words(range), 4, "kot.access_refused");
}
