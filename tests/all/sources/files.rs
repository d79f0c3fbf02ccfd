//! Files of logs: of which product, in which encoding, and what is said of one that cannot be taken.

use std::fs;

use encoding_rs::SHIFT_JIS;

use super::{LANSCOPE, SMARTON, TARO, collected, csv};
use crate::harness::Office;

/// SmartOn ID and LanScope are on, and 勤怠 太郎 has an account of both, none of MaLion.
fn office() -> Office {
    let office = Office::empty(&[TARO]).set_up();
    office
        .setting("link.malion", "off")
        .setting("link.smarton", "on")
        .setting("link.lanscope", "on");
    office.run(&["employees", "sync"]).exits(0);
    office.links_of(SMARTON, &[("1000", "s-taro")]).exits(0);
    office.links_of(LANSCOPE, &[("1000", "")]).exits(0);
    office
}

const WHOLE: [&str; 2] = ["--complete-until", "2024-12-18T06:00"];

#[test]
fn a_file_of_smarton_is_punched_by_its_own_accounts_in_either_encoding() {
    for encoding in ["utf-8", "cp932"] {
        let office = office();
        let text = csv(&["17 08:50 s-taro ログオン", "17 18:10 s-taro ログオフ"]);
        let bytes = match encoding {
            "cp932" => SHIFT_JIS.encode(&text).0.into_owned(),
            _ => text.into_bytes(),
        };
        fs::write(office.path("smarton.csv"), bytes).unwrap();
        office.at("2024-12-18 12:00");
        let options = [&["--source", "smarton"], &WHOLE[..]].concat();
        let ran = office.takes("smarton.csv", &options).exits(0);
        assert_eq!(collected(&ran)["read"], 2, "{encoding}: {}", ran.told());
        office.kot_has(&["1000 2024-12-17 出勤 08:50", "1000 2024-12-17 退勤 18:10"]);
        office.takes("smarton.csv", &options).exits(0);
        assert_eq!(office.posts(), 2, "{encoding}: a file taken twice");
    }
}

#[test]
fn what_one_product_logged_is_not_matched_with_the_accounts_of_another() {
    let office = office();
    office.file("lanscope.csv", &csv(&["17 08:50 s-taro ログオン"]));
    office.at("2024-12-18 12:00");
    let options = [&["--source", "lanscope"], &WHOLE[..]].concat();
    office.takes("lanscope.csv", &options).exits(0);
    office.kot_has(&[]);
    office
        .run(&["logs", "check", "--offline", "--date", "2024-12-17"])
        .exits(6)
        .says("LanScope連携のログ");
    let listed = office.run(&["logs", "list", "--date", "2024-12-17"]);
    listed.exits(0).says("lanscope assumed-v1");
    office.links_of(LANSCOPE, &[("1000", "s-taro")]).exits(0);
    office.takes("lanscope.csv", &options).exits(0);
    office.kot_has(&["1000 2024-12-17 出勤 08:50"]);
}

#[test]
fn a_file_of_a_product_whose_link_is_off_is_refused_by_the_name_of_the_setting() {
    let office = Office::of(&[TARO]);
    office.file("logs.csv", &csv(&["17 08:50 tarouk ログオン"]));
    office.at("2024-12-17 12:00");
    for source in ["smarton", "lanscope"] {
        office
            .takes("logs.csv", &["--source", source])
            .exits(2)
            .warns(&format!("pcpunch config set link.{source} on"));
    }
    office.takes("logs.csv", &["--source", "malion"]).exits(0);
    office.kot_has(&["1000 2024-12-17 出勤 08:50"]);
    office.takes("logs.csv", &["--source", "other"]).exits(2);
    office
        .run(&["relay", "run", "--once", "--source", "malion"])
        .exits(2);
}

#[test]
fn a_cell_that_cannot_be_read_is_named_by_line_and_column_and_nothing_is_taken() {
    let office = office();
    let text = csv(&["17 08:50 s-taro ログオン", "17 25:10 s-taro ログオフ"]);
    office.file("smarton.csv", &text);
    office.at("2024-12-18 12:00");
    let ran = office
        .takes("smarton.csv", &["--source", "smarton"])
        .exits(1)
        .warns("\"line\":3")
        .warns("発生日時");
    assert_eq!(collected(&ran)["read"], 0, "{}", ran.told());
    office.fates("2024-12-17", "2024-12-17", &[]);
}

#[test]
fn the_same_log_from_the_api_and_from_a_file_is_one() {
    let office = Office::of(&[TARO]);
    office.malion_has([crate::harness::pc_log(
        "2024-12-17 09:03 PC-1 tarouk ログオン",
    )]);
    office.relays_at(&["2024-12-17 12:00"]);
    office.file(
        "logs.csv",
        &csv(&["17 09:03 tarouk ログオン", "17 09:04 tarouk ログオン"]),
    );
    let ran = office.takes("logs.csv", &[]).exits(0);
    assert_eq!(collected(&ran)["by_fate"]["duplicate"], 1, "{}", ran.told());
    assert_eq!(collected(&ran)["new"], 1, "{}", ran.told());
}
