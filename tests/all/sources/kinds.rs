//! Work days that MaLion and another product logged together.

use super::{HANAKO, SMARTON, TARO, csv};
use crate::harness::{Office, pc_log};

/// 勤怠 太郎 has an account of MaLion and one of SmartOn ID, 勤怠 花子 one of MaLion only.
fn office() -> Office {
    let office = Office::empty(&[TARO, HANAKO]).set_up();
    office.setting("link.smarton", "on");
    office.opens(&[TARO, HANAKO]);
    let links = [("1000", "s-taro"), ("1001", "")];
    office.links_of(SMARTON, &links).exits(0);
    office.malion_has([
        pc_log("2024-12-17 09:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-17 17:00 PC-1 tarouk ログオフ"),
        pc_log("2024-12-17 09:30 PC-2 hanakok ログオン"),
        pc_log("2024-12-17 17:30 PC-2 hanakok ログオフ"),
    ]);
    office.file(
        "smarton.csv",
        &csv(&["17 08:50 s-taro ログオン", "17 18:10 s-taro ログオフ"]),
    );
    office
}

const OF_SMARTON: [&str; 4] = [
    "--source",
    "smarton",
    "--complete-until",
    "2024-12-18T06:00",
];

#[test]
fn the_first_and_the_last_of_all_products_are_punched_once_each_has_been_read() {
    let office = office();
    office.at("2024-12-17 18:40");
    office
        .takes("smarton.csv", &["--source", "smarton"])
        .exits(0);
    office.relays_at(&["2024-12-17 19:00", "2024-12-18 10:01"]);
    office.kot_has(&[
        "1000 2024-12-17 出勤 08:50",
        "1001 2024-12-17 出勤 09:30",
        "1001 2024-12-17 退勤 17:30",
    ]);
    office.takes("smarton.csv", &OF_SMARTON).exits(0);
    office.kot_has(&[
        "1000 2024-12-17 出勤 08:50",
        "1000 2024-12-17 退勤 18:10",
        "1001 2024-12-17 出勤 09:30",
        "1001 2024-12-17 退勤 17:30",
    ]);
    office
        .check("2024-12-17", "2024-12-17")
        .exits(0)
        .days(&["1000 2024-12-17 ok", "1001 2024-12-17 ok"]);
}

#[test]
fn a_link_that_is_turned_off_holds_nothing_back() {
    let office = office();
    office.relays_at(&["2024-12-17 19:00", "2024-12-18 10:01"]);
    office.setting("link.smarton", "off");
    office.relays_at(&["2024-12-18 10:06"]);
    office.kot_has(&[
        "1000 2024-12-17 出勤 09:00",
        "1000 2024-12-17 退勤 17:00",
        "1001 2024-12-17 出勤 09:30",
        "1001 2024-12-17 退勤 17:30",
    ]);
}

#[test]
fn malion_turned_off_leaves_its_logs_and_its_last_word_ends_no_day() {
    let office = office();
    office.malion_has([pc_log("2024-12-17 17:45 PC-2 hanakok ログオン")]);
    office.relays_at(&["2024-12-17 17:15"]);
    office.setting("link.malion", "off");
    office
        .at("2024-12-18 10:05")
        .takes("smarton.csv", &OF_SMARTON)
        .exits(0);
    office.kot_has(&[
        "1000 2024-12-17 出勤 09:00",
        "1000 2024-12-17 退勤 18:10",
        "1001 2024-12-17 出勤 09:30",
    ]);
    office.relays_at(&["2024-12-19 10:05"]);
    office.rests();
}
