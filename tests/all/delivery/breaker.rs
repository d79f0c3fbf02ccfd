//! The circuit breaker, and a token of another company: when something is wrong with all of it.

use pcpunch::sandbox::{Canned, Fault, On};

use super::{all_are_there_once, many_came, taro_came};

#[test]
fn three_lost_answers_in_a_row_end_the_sending_and_the_next_round_sends_one_first() {
    let office = many_came(6);
    office.setting("kot.lanes", "1");
    let kot = &office.sandbox.kot;
    kot.fault(Fault::DropBefore, On::punch().times(4));
    office.round_posts(3, 5);
    office.at("2024-12-17 12:05").round_posts(1, 5);
    office.at("2024-12-17 12:10").round_posts(2, 0);
    office.rounds_at(&["2024-12-17 12:31", "2024-12-17 12:36", "2024-12-17 12:50"]);
    all_are_there_once(&office, 6);
}

#[test]
fn an_answer_between_lost_ones_keeps_the_sending_going() {
    let office = many_came(5);
    office.setting("kot.lanes", "1");
    let kot = &office.sandbox.kot;
    kot.fault(Fault::DropBefore, On::punch().times(2));
    kot.fault(Fault::DropBefore, On::punch().skip(3).times(2));
    office.round_posts(5, 5);
}

#[test]
fn the_breaker_stays_open_until_a_punch_was_accepted() {
    let office = many_came(3);
    office.setting("kot.lanes", "1");
    let kot = &office.sandbox.kot;
    kot.fault(Fault::DropBefore, On::punch().times(3));
    office.round_posts(3, 5);
    // Nothing is left to be tried until the lost ones are settled, all in one round.
    office.rounds_at(&["2024-12-17 12:05", "2024-12-17 12:31"]);
    kot.fault(Fault::DropBefore, On::punch());
    office.at("2024-12-17 12:42").round_posts(1, 5);
    office.at("2024-12-17 12:47").round_posts(2, 0);
}

#[test]
fn five_refusals_with_one_code_end_the_sending_and_the_next_round_sends_one_first() {
    let office = many_came(8);
    office.setting("kot.lanes", "1");
    let refusal = || Fault::Answer(Canned::errors(400, 1, "この打刻は登録できません"));
    office.sandbox.kot.fault(refusal(), On::punch().times(6));
    office.round_posts(5, 3);
    office.at("2024-12-17 12:05").round_posts(1, 3);
    office.at("2024-12-17 12:10").round_posts(2, 0);
}

#[test]
fn refusals_with_different_codes_end_nothing() {
    let office = many_came(6);
    office.setting("kot.lanes", "1");
    for code in 1..=6 {
        let refusal = Fault::Answer(Canned::errors(400, code, "この打刻は登録できません"));
        office.sandbox.kot.fault(refusal, On::punch());
    }
    office.round_posts(6, 3);
}

#[test]
fn a_token_of_another_company_sends_nothing() {
    let office = taro_came();
    let kot = &office.sandbox.kot;
    let company = kot.company_key();
    let token = kot.token();
    kot.set_company_key("another");
    kot.set_token("another-t0ken");
    office.setting("kot.token", "another-t0ken");
    office.fails(&["relay", "run", "--once"], 7, "kot.other_company");
    office.check_finds(7, "kot-company");
    assert_eq!(office.posts(), 0);
    kot.set_company_key(&company);
    kot.set_token(&token);
    office.setting("kot.token", &token);
    office.round_posts(1, 0);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
}
