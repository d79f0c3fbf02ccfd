//! What becomes of a punch by how far its request got and what was answered.

use std::time::{Duration, Instant};

use pcpunch::sandbox::{Canned, Fault, On};

use super::taro_came;
use crate::harness::Office;

const SENT: &str = "1000 2024-12-17 出勤 09:00 accepted";
const THERE: [&str; 1] = ["1000 2024-12-17 出勤 09:00"];

/// The first POST meets the fault; the punch is in that state after the round, which ends with that code.
fn after_a_round_with(fault: Fault, state: &str, exit: i32) -> Office {
    let office = taro_came();
    let told = format!("{fault:?}");
    office.sandbox.kot.fault(fault, On::punch());
    let round = office.round(exit);
    let found = &office.book()[0].state;
    assert_eq!(found, state, "{told}\n{round:#}");
    office
}

/// Rounds until an hour later bring KING OF TIME exactly one punch, whatever happened to the first.
fn comes_out_once(office: &Office) {
    for time in ["12:16", "12:36", "12:47", "12:58"] {
        office.at(&format!("2024-12-17 {time}")).round(0);
    }
    office.book_says(&[SENT]).kot_has(&THERE);
}

#[test]
fn an_answer_that_is_nobodys_shape_leaves_the_punch_unknown() {
    for answer in [
        Canned::redirect("https://login.example.jp/"),
        Canned::foreign_json(),
        Canned::html_page(),
        Canned::text(201, ""),
        Canned::text(201, "{\"date\":\"2024-12-1"),
        Canned::text(404, "<html>not found</html>"),
    ] {
        comes_out_once(&after_a_round_with(Fault::Answer(answer), "unknown", 5));
    }
}

#[test]
fn a_failure_of_the_server_leaves_the_punch_unknown() {
    for answer in [
        Canned::errors(500, 300, "Resource Server Error."),
        Canned::text(503, "busy"),
    ] {
        comes_out_once(&after_a_round_with(Fault::Answer(answer), "unknown", 5));
    }
}

#[test]
fn a_connection_that_breaks_before_the_punch_was_taken_leaves_it_unknown() {
    comes_out_once(&after_a_round_with(Fault::DropBefore, "unknown", 5));
}

#[test]
fn a_kept_connection_that_is_closed_over_a_punch_leaves_it_unknown_and_it_is_not_repeated() {
    let office = after_a_round_with(Fault::CloseKept, "unknown", 5);
    assert_eq!(office.posts(), 1);
    comes_out_once(&office);
}

#[test]
fn an_answer_that_comes_after_the_clients_patience_leaves_the_punch_to_be_found() {
    let office = taro_came();
    office.setting("http.timeout_seconds", "1");
    let late = Fault::Delay(Duration::from_millis(1200));
    office.sandbox.kot.fault(late, On::punch());
    let round = office.round_posts(1, 0);
    assert_eq!(round["sent"][0]["state"], "accepted", "{round:#}");
    assert_eq!(office.book()[0].attempts, 1);
    comes_out_once(&office);
}

#[test]
fn a_punch_that_was_taken_is_found_by_the_reading_after_the_round() {
    for fault in [Fault::DropAfter, Fault::Truncate, Fault::ResetInAnswer] {
        comes_out_once(&after_a_round_with(fault, "accepted", 0));
    }
    for answer in [
        Canned::html_page(),
        Canned::errors(500, 300, "Resource Server Error."),
        Canned::redirect("https://login.example.jp/"),
    ] {
        let fault = Fault::Answer(answer.after_applying());
        comes_out_once(&after_a_round_with(fault, "accepted", 0));
    }
}

#[test]
fn a_refused_credential_sends_nothing_and_ends_the_round() {
    for answer in [
        Canned::errors(401, 100, "認証に失敗しました"),
        Canned::errors(403, 100, "認証に失敗しました"),
        Canned::errors(403, 105, "認証に失敗しました"),
        Canned::text(407, ""),
    ] {
        comes_out_once(&after_a_round_with(Fault::Answer(answer), "decided", 4));
    }
}

#[test]
fn closed_hours_out_of_hours_are_waited_out_for_a_quarter_of_an_hour() {
    let closed = Canned::errors(
        403,
        104,
        "次の時間帯（JST）はAPIへのアクセスが禁止されています",
    );
    let office = taro_came();
    office.sandbox.kot.fault(Fault::Answer(closed), On::punch());
    let round = office.round_posts(1, 0);
    let until = round["next_read_at"].as_str().unwrap();
    assert!(until.starts_with("2024-12-17T12:15:0"), "{until}");
    assert_eq!(Office::findings_of(&round), ["kot-access"]);
    let asked = office.sandbox.kot.requests().len();
    office.rounds_at(&["2024-12-17 12:05", "2024-12-17 12:14"]);
    assert_eq!(
        office.sandbox.kot.requests().len(),
        asked,
        "it is left alone"
    );
    let round = office.at("2024-12-17 12:16").round_posts(1, 0);
    assert_eq!(Office::findings_of(&round), [""; 0]);
    office.kot_has(&THERE);
}

#[test]
fn too_many_requests_slow_the_round_down_and_the_punch_goes_all_the_same() {
    for answer in [
        Canned::flat(429, "303", "Too Many Requests"),
        Canned::flat(400, "308", "Too many requests"),
        Canned::text(429, ""),
    ] {
        let office = taro_came();
        office.sandbox.kot.fault(Fault::Answer(answer), On::punch());
        office.round_posts(2, 0);
        office.book_says(&[SENT]).kot_has(&THERE);
    }
}

#[test]
fn the_time_that_king_of_time_asks_to_be_left_alone_is_kept() {
    let office = taro_came();
    let answer = Canned::flat(429, "303", "Too Many Requests").retry_after(2);
    office.sandbox.kot.fault(Fault::Answer(answer), On::punch());
    let began = Instant::now();
    office.round_posts(2, 0);
    assert!(began.elapsed() >= Duration::from_secs(2));
    office.kot_has(&THERE);
}

#[test]
fn a_retry_after_that_outlasts_the_round_is_kept_by_the_next_ones() {
    for (on, posts) in [(On::reading(), 0), (On::punch(), 1)] {
        let office = taro_came();
        let answer = Canned::flat(429, "303", "Too Many Requests").retry_after(600);
        office.sandbox.kot.fault(Fault::Answer(answer), on);
        office.round_posts(posts, 5);
        let asked = office.sandbox.kot.requests().len();
        for time in ["2024-12-17 12:05", "2024-12-17 12:09"] {
            office.at(time).round_posts(0, 0);
        }
        let asked_now = office.sandbox.kot.requests().len();
        assert_eq!(asked_now, asked, "it is left alone");
        office.at("2024-12-17 12:11").round_posts(1, 0);
        office.kot_has(&THERE);
    }
}

#[test]
fn the_budgets_of_punches_and_of_questions_are_kept_over_rounds() {
    for (budget, limit) in [
        ("kot.punches_per_5min", "1"),
        ("kot.requests_per_5min", "3"),
    ] {
        let office = taro_came();
        office.setting(budget, limit);
        // The company, the day before the punch and the day after it.
        office.round_posts(1, 0);
        office.malion_has([super::on("tarouk", "2024-12-18 09:00")]);
        office.sql("UPDATE attempts SET started_at = started_at + 86400; UPDATE requests SET at = at + 86400");
        office.at("2024-12-18 12:04:58");
        let began = Instant::now();
        let ran = office.relay().exits(0);
        let took = began.elapsed();
        assert!(Duration::from_secs(1) < took, "{took:?}\n{}", ran.told());
        assert_eq!(office.posts(), 2);
    }
}

#[test]
fn a_refusal_is_kept_with_its_words_and_waits_for_a_person() {
    for (status, code) in [(400, 1), (404, 526), (409, 7)] {
        let answer = Canned::errors(status, code, "この打刻は登録できません");
        let office = after_a_round_with(Fault::Answer(answer), "refused", 3);
        let punch = &office.book()[0];
        let words = format!("{code} この打刻は登録できません");
        assert_eq!(punch.words.as_ref(), Some(&words));
        let round = office.at("2024-12-17 12:05").round_posts(0, 0);
        assert_eq!(Office::findings_of(&round), ["refused"]);
        let id = punch.id.to_string();
        office.run(&["punches", "send", &id, "--yes"]).exits(0);
        office.book_says(&[SENT]).kot_has(&THERE);
    }
}

#[test]
fn nothing_is_sent_while_nobody_listens_and_nothing_is_lost() {
    let office = taro_came();
    office.sandbox.kot.go_down();
    office.round(5);
    office.book_says(&["1000 2024-12-17 出勤 09:00 decided"]);
    office.sandbox.kot.come_up().unwrap();
    office.round_posts(1, 0);
    office.kot_has(&THERE);
}
