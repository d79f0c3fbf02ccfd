//! In order means: one request at a time for one person, and by time within a work day.

use chrono::TimeDelta;
use pcpunch::sandbox::{Boundary, Canned, Fault, Hold, On};

use super::{HANAKO, TARO, all_are_there_once, many_came, off, on, punches_of};
use crate::harness::Office;

/// Taro's and Hanako's two days, all collected, on the third at noon.
fn two_days() -> Office {
    let office = Office::of(&[TARO, HANAKO]);
    for day in ["2024-12-17", "2024-12-18"] {
        office.malion_has([
            on("tarouk", &format!("{day} 09:00")),
            off("tarouk", &format!("{day} 18:00")),
            on("hanako", &format!("{day} 09:10")),
            off("hanako", &format!("{day} 18:10")),
        ]);
    }
    office.at("2024-12-19 12:00");
    office
}

const ALL_BUT_TAROS_FIRST_DAY: [&str; 6] = [
    "1000 2024-12-18 出勤 09:00",
    "1000 2024-12-18 退勤 18:00",
    "2000 2024-12-17 出勤 09:10",
    "2000 2024-12-17 退勤 18:10",
    "2000 2024-12-18 出勤 09:10",
    "2000 2024-12-18 退勤 18:10",
];

#[test]
fn a_lost_clock_in_holds_that_days_clock_out_and_nothing_else() {
    let office = two_days();
    let his = On::post(&punches_of("1000"));
    office.sandbox.kot.fault(Fault::DropBefore, his);
    office.round_posts(7, 5);
    office.kot_has(&ALL_BUT_TAROS_FIRST_DAY);
    office.rounds_at(&["2024-12-19 12:10", "2024-12-19 12:31"]);
    office.kot_has(&ALL_BUT_TAROS_FIRST_DAY);
    office.at("2024-12-19 12:42").round_posts(2, 0);
    let taros = ["1000 2024-12-17 出勤 09:00", "1000 2024-12-17 退勤 18:00"];
    office.kot_has(&[&taros[..], &ALL_BUT_TAROS_FIRST_DAY[..]].concat());
}

/// Taro's two days with a lunch hour each, all collected, on the third at noon.
fn two_days_with_breaks() -> Office {
    let office = Office::of(&[TARO]);
    office.setting("link.breaks", "on");
    for day in ["2024-12-17", "2024-12-18"] {
        office.malion_has([
            on("tarouk", &format!("{day} 09:00")),
            off("tarouk", &format!("{day} 12:00")),
            on("tarouk", &format!("{day} 13:00")),
            off("tarouk", &format!("{day} 18:00")),
        ]);
    }
    office.at("2024-12-19 12:00");
    office
}

/// What KING OF TIME has once [`two_days_with_breaks`] are done.
const TWO_DAYS_WITH_BREAKS: [&str; 8] = [
    "1000 2024-12-17 出勤 09:00",
    "1000 2024-12-17 休憩開始 12:00",
    "1000 2024-12-17 休憩終了 13:00",
    "1000 2024-12-17 退勤 18:00",
    "1000 2024-12-18 出勤 09:00",
    "1000 2024-12-18 休憩開始 12:00",
    "1000 2024-12-18 休憩終了 13:00",
    "1000 2024-12-18 退勤 18:00",
];

#[test]
fn a_lost_begin_of_a_break_holds_what_comes_after_it_that_day_and_nothing_else() {
    // Never applied it goes once more, with the two behind it; applied late it is found.
    let faults = [
        (Fault::DropBefore, [0, 3]),
        (Fault::ApplyLater(TimeDelta::minutes(29)), [2, 0]),
    ];
    for (fault, [first, second]) in faults {
        let office = two_days_with_breaks();
        let begin = On::post(&punches_of("1000")).skip(1);
        office.sandbox.kot.fault(fault, begin);
        office.round_posts(6, 5);
        office.book_says(&[
            "1000 2024-12-17 休憩終了 13:00 decided",
            "1000 2024-12-17 休憩開始 12:00 unknown",
            "1000 2024-12-17 出勤 09:00 accepted",
            "1000 2024-12-17 退勤 18:00 decided",
            "1000 2024-12-18 休憩終了 13:00 accepted",
            "1000 2024-12-18 休憩開始 12:00 accepted",
            "1000 2024-12-18 出勤 09:00 accepted",
            "1000 2024-12-18 退勤 18:00 accepted",
        ]);
        office.at("2024-12-19 12:10").round_posts(0, 0);
        office.at("2024-12-19 12:31").round_posts(first, 0);
        office.at("2024-12-19 12:42").round_posts(second, 0);
        office.at("2024-12-19 12:53").round_posts(0, 0);
        office.kot_has(&TWO_DAYS_WITH_BREAKS);
    }
}

#[test]
fn a_begin_of_a_break_that_is_sent_first_after_the_breaker_opened_is_not_parted_from_its_end() {
    let office = two_days_with_breaks();
    office.malion_has([on("tarouk", "2024-12-19 09:00")]);
    let three = On::post(&punches_of("1000")).skip(1).times(3);
    office.sandbox.kot.fault(Fault::DropBefore, three);
    office.round_posts(4, 5);
    office.rounds_at(&["2024-12-19 12:10", "2024-12-19 12:31"]);
    office.at("2024-12-19 12:42").round_posts(8, 0);
    office.kot_has(&[&TWO_DAYS_WITH_BREAKS[..], &["1000 2024-12-19 出勤 09:00"]].concat());
}

#[test]
fn a_refused_clock_in_holds_that_days_clock_out_and_nothing_else() {
    let office = two_days();
    let his = On::post(&punches_of("1000"));
    let refusal = Canned::errors(400, 1, "この打刻は登録できません");
    office.sandbox.kot.fault(Fault::Answer(refusal), his);
    office.round_posts(7, 3);
    office.at("2024-12-19 12:10").round_posts(0, 0);
    office.kot_has(&ALL_BUT_TAROS_FIRST_DAY);
    // Somebody enters the 出勤 by hand, and then gives ours up.
    office.enters("1000", "2024-12-17", 1, "2024-12-17 09:00");
    office.at("2024-12-19 12:15").round_posts(0, 0);
    let refused = office
        .book()
        .into_iter()
        .find(|punch| punch.state == "refused");
    let id = refused.unwrap().id.to_string();
    office
        .run(&["punches", "drop", &id, "--reason", "手で入力", "--yes"])
        .exits(0);
    office.at("2024-12-19 12:20").round_posts(1, 0);
}

#[test]
fn a_403_about_one_person_holds_nobody_else() {
    let office = two_days();
    let his = On::post(&punches_of("1000"));
    let refusal = Canned::errors(403, 526, "employee key missing");
    office.sandbox.kot.fault(Fault::Answer(refusal), his);
    office.round_posts(7, 3);
    office.kot_has(&ALL_BUT_TAROS_FIRST_DAY);
}

#[test]
fn a_persons_day_is_sent_in_order_of_time() {
    let office = two_days();
    office.round_posts(8, 0);
    let requests = office.sandbox.kot.requests();
    let his: Vec<&str> = requests
        .iter()
        .filter(|request| request.method == "POST" && request.path == punches_of("1000"))
        .filter_map(|request| request.body.split("\"time\":\"").nth(1)?.get(..16))
        .collect();
    assert_eq!(
        his,
        [
            "2024-12-17T09:00",
            "2024-12-17T18:00",
            "2024-12-18T09:00",
            "2024-12-18T18:00"
        ]
    );
}

#[test]
fn four_people_are_served_at_once_and_each_of_twelve_is_punched_once() {
    let office = many_came(12);
    let hold = Hold::at(Boundary::BeforeApplying);
    office
        .sandbox
        .kot
        .fault(Fault::Hold(hold.clone()), On::punch().always());
    let round = office.starts_a_round();
    while office.posts() < 4 {
        std::thread::yield_now();
    }
    assert_eq!(office.posts(), 4);
    hold.go_on();
    round.ends().exits(0);
    all_are_there_once(&office, 12);
    office.at("2024-12-17 12:05").round_posts(0, 0);
}
