//! Answers that break, and what is told of them: never a code, and nothing of them is taken.

use pcpunch::sandbox::{Canned, Fault, On, Shape};

use super::{office_with, profile_of};
use crate::harness::{Office, pc_log};

const TARO: (&str, &str, &str, &str) = ("1000", "勤怠", "太郎", "tarouk");
const ROUND: [&str; 3] = ["relay", "run", "--once"];
const OTHERS: [Shape; 3] = [Shape::PagesOfCsv, Shape::CursorAndForm, Shape::CodesInQuery];

/// Taro, who logged on at 09:00; it is noon and nothing is sent yet.
fn taro_came(shape: Shape) -> Office {
    let office = office_with(Office::of(&[TARO]), shape);
    office.malion_has([
        pc_log("2024-12-17 09:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-17 11:30 PC-9 somebody ログオン"),
    ]);
    office.at("2024-12-17 12:00");
    office
}

#[track_caller]
fn goes_on(office: &Office) {
    office.at("2024-12-17 12:10").round_posts(1, 0);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
}

#[test]
fn an_answer_that_breaks_is_a_failed_reading_in_every_shape() {
    for shape in OTHERS {
        for (fault, name) in [
            (Fault::Truncate, "malion.malformed"),
            (Fault::Answer(Canned::html_page()), "malion.malformed"),
            (Fault::Answer(Canned::text(200, "")), "malion.malformed"),
            (Fault::Answer(Canned::foreign_json()), "malion.malformed"),
            (
                Fault::Answer(Canned::malion_error(200, "E1", "DB")),
                "malion.refused",
            ),
            (
                Fault::Answer(Canned::malion_error(503, "E2", "busy")),
                "malion.busy",
            ),
            (Fault::DropAfter, "http.broken"),
            (Fault::ResetInAnswer, "http.broken"),
        ] {
            let office = taro_came(shape);
            let told = format!("{shape:?} {fault:?}");
            office.sandbox.malion.fault(fault, On::any().always());
            office.fails(&ROUND, 5, name);
            office.check_finds(5, "malion-connection");
            office.kot_has(&[]);
            office.sandbox.malion.clear_faults();
            assert_eq!(office.posts(), 0, "{told}");
            goes_on(&office);
        }
    }
}

#[test]
fn wrong_codes_are_refused_and_never_told_wherever_they_stand() {
    for shape in OTHERS {
        let office = taro_came(shape);
        office.setting("malion.secret_code", "wrong-c0de+/=");
        office.fails(&ROUND, 4, "malion.codes_refused");
        office.check_finds(4, "malion-connection");
        office.setting("malion.secret_code", &office.sandbox.malion.codes().1);
        office.sandbox.malion.set_api_on(false);
        office.fails(&ROUND, 4, "malion.link_off");
        office.sandbox.malion.set_api_on(true);
        goes_on(&office);
    }
}

/// A server that repeats what it was asked, the address and the codes in it.
#[test]
fn a_code_in_the_address_is_told_by_nothing() {
    let office = taro_came(Shape::CodesInQuery);
    office.setting("malion.secret_code", "s3cret+/=");
    let echo = "GET /logs.json?admin=sandbox-admin&secret=s3cret%2B%2F%3D s3cret+/=";
    for status in [200, 400, 401, 403, 404, 500] {
        let canned = Canned::malion_error(status, "E", echo);
        office
            .sandbox
            .malion
            .fault(Fault::Answer(canned), On::any().always());
        for words in [
            &ROUND[..],
            &["relay", "run", "--once", "-v"],
            &["config", "check"],
        ] {
            let ran = office.run(words);
            let told = ran.told();
            for secret in ["sandbox-admin", "s3cret"] {
                assert!(!told.contains(secret), "{status}: {told}");
            }
        }
        office.sandbox.malion.clear_faults();
    }
    office.sandbox.malion.go_down();
    for words in [&ROUND[..], &["config", "check"]] {
        let told = office.run(words).exits(5).told();
        assert!(
            !told.contains("s3cret") && !told.contains("sandbox-admin"),
            "{told}"
        );
    }
}

#[test]
fn a_field_that_is_missing_or_a_time_that_cannot_be_read_is_named_with_its_line() {
    let office = taro_came(Shape::PagesOfCsv);
    let right = profile_of(Shape::PagesOfCsv);
    let twice = right.replacen("%Y/%m/%d %H:%M:%S", "rfc3339", 2);
    let minutes = twice.replacen("rfc3339", "%Y/%m/%d %H:%M:%S", 1);
    for (profile, parts) in [
        (
            right.replace("required = [", "required = [\"domain\", "),
            ["line 2", "domain", "missing"],
        ),
        (
            minutes.replace(
                "time_format = \"rfc3339\"\n    zone = \"JST\"\n",
                "time_format = \"rfc3339\"\n",
            ),
            ["line 2", "occurred_at", "2024/12/17 09:00:00"],
        ),
        (
            right.replace("\"利用者\"", "\"使用者\""),
            ["as a whole", "使用者", "headings"],
        ),
    ] {
        office.file("malion.toml", &profile);
        office.fails(&ROUND, 5, "malion.malformed");
        let told = office
            .run(&["relay", "run", "--once", "--lang", "en"])
            .exits(5)
            .told();
        for part in parts {
            assert!(told.contains(part), "{part}\n{told}");
        }
        office.kot_has(&[]);
    }
    office.file("malion.toml", &right);
    goes_on(&office);
}

#[test]
fn in_the_closed_hours_a_round_waits_and_delivers_what_it_has() {
    let office = taro_came(Shape::CursorAndForm);
    let right = profile_of(Shape::CursorAndForm);
    office.at("2024-12-17 09:05").round_posts(0, 0);
    let limits = "[limits]\nclosed_hours = \"11:00-13:00\"\n";
    office.file("malion.toml", &format!("{right}\n{limits}"));
    office.at("2024-12-17 12:00");
    let before = office.sandbox.malion.requests().len();
    let round = office.round_posts(1, 0);
    assert_eq!(office.sandbox.malion.requests().len(), before);
    assert_eq!(
        round["malion_opens_at"], "2024-12-17T13:00:00+09:00",
        "{round:#}"
    );
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
    let told = office.run(&ROUND).exits(0).told();
    assert!(told.contains("13:00"), "{told}");
    office.run(&["config", "check"]).exits(0).says("13:00");
    let round = office.at("2024-12-17 13:00").round(0);
    assert!(round["malion_opens_at"].is_null(), "{round:#}");
    assert!(office.sandbox.malion.requests().len() > before);
}

#[test]
fn requests_begin_no_faster_than_the_profile_allows() {
    let office = taro_came(Shape::CodesInQuery);
    let right = profile_of(Shape::CodesInQuery);
    let limits = "[limits]\nrequests_per_second = 20\n";
    office.file("malion.toml", &format!("{right}\n{limits}"));
    office.setting("malion.lookback_days", "2");
    let began = std::time::Instant::now();
    office.round(0);
    let requests = office.sandbox.malion.requests().len();
    assert!(requests >= 8, "{requests}");
    let least = std::time::Duration::from_millis(50) * (requests as u32 - 1);
    assert!(
        began.elapsed() >= least,
        "{requests} in {:?}",
        began.elapsed()
    );
}
