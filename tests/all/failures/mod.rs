//! What can be wrong around the relay: each time its exit code, a sentence that says what to do, and nothing lost.

mod access;
mod malion;
mod services;
mod settings;
mod state_file;
mod two_rounds;

use crate::harness::{Office, pc_log};

const TARO: (&str, &str, &str, &str) = ("1000", "勤怠", "太郎", "tarouk");

/// One round as a person types it.
const ROUND: [&str; 3] = ["relay", "run", "--once"];
const CHECK: [&str; 2] = ["config", "check"];
const SYNC: [&str; 2] = ["employees", "sync"];

/// Taro, who logged on at 09:00 on 2024-12-17; it is noon and nothing is sent yet.
fn taro_came() -> Office {
    let office = Office::of(&[TARO]);
    office.malion_has([pc_log("2024-12-17 09:00 PC-1 tarouk ログオン")]);
    office.at("2024-12-17 12:00");
    office
}

/// Nothing was lost: the next round brings Taro's 出勤, once.
#[track_caller]
fn nothing_is_lost(office: &Office) {
    office.at("2024-12-17 12:10").round_posts(1, 0);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
    office.at("2024-12-17 12:15").round_posts(0, 0);
}
