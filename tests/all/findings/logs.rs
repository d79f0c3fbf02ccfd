//! Findings about logs that are nobody's, come from PCs that are not relayed, or do not come.

use pcpunch::domain::time::WorkDay;
use pcpunch::sandbox::key_of;

use super::{DAY, HANAKO, Provocation, TARO, office, taro};
use crate::harness::{Office, moment, pc_log};

pub(super) fn unlinked() -> Provocation {
    let office = Office::of(&[TARO, HANAKO]);
    office.malion_has([pc_log("2024-12-17 09:00 PC-1 Tarouk ログオン")]);
    office.relays_at(&["2024-12-17 10:05"]);
    Provocation::new(
        office,
        "unlinked Tarouk [2024-12-17 09:00] [PC-1]",
        |office| {
            office.links(&[("2000", "Tarouk")]).exits(0);
            office.relays_at(&["2024-12-17 10:20"]);
            office.kot_has(&["2000 2024-12-17 出勤 09:00"]);
            office.check(DAY, DAY)
        },
    )
}

pub(super) fn shared_user_name() -> Provocation {
    let office = Office::of(&[("1000", "勤怠", "太郎", "user")]);
    office.malion_has([
        pc_log(r"2024-12-17 09:00 PC-A PC-A\user ログオン"),
        pc_log(r"2024-12-17 09:30 PC-B PC-B\user ログオン"),
    ]);
    office.relays_at(&["2024-12-17 10:05"]);
    office.kot_has(&[]);
    Provocation::new(
        office,
        "shared-user-name user [2024-12-17 09:00, 2024-12-17 09:30] [PC-A, PC-B]",
        |office| {
            office.run(&["accounts", "allow-shared", "user"]).exits(0);
            office.relays_at(&["2024-12-17 10:20"]);
            office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
            office.check(DAY, DAY)
        },
    )
}

#[test]
fn without_a_domain_a_name_on_two_pcs_is_only_a_note() {
    let office = office();
    office.malion_has([
        taro("09:00 ログオン"),
        pc_log("2024-12-17 09:30 PC-2 tarouk ログオン"),
    ]);
    office.relays_at(&["2024-12-17 10:05"]);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
    let checked = office.check(DAY, DAY).exits(0);
    let checked = checked
        .finds(&["shared-user-name tarouk [2024-12-17 09:00, 2024-12-17 09:30] [PC-1, PC-2]"]);
    let finding = checked.finding("shared-user-name").unwrap();
    assert_eq!(finding["severity"], "note", "{finding:#}");
}

/// Hanako works five days, over a weekend; Taro has logged on once, before them.
pub(super) fn no_logs() -> Provocation {
    let office = Office::of(&[TARO, HANAKO]);
    office.malion_has([pc_log("2024-12-16 09:00 PC-1 tarouk ログオン")]);
    for day in [17, 18, 19, 20, 23] {
        office.malion_has([
            pc_log(&format!("2024-12-{day} 09:00 PC-2 hanako ログオン")),
            pc_log(&format!("2024-12-{day} 18:00 PC-2 hanako ログオフ")),
        ]);
    }
    office.relays_at(&["2024-12-23 12:00"]);
    assert!(!office.open_findings().contains(&"no-logs".to_owned()));
    office.relays_at(&["2024-12-24 10:05"]);
    let provoked = Provocation::new(office, "no-logs 1000 [2024-12-16 09:00] [PC-1]", |office| {
        let came = pc_log("2024-12-24 10:10 PC-1 tarouk ログオン");
        office.malion_has([came]);
        office.relays_at(&["2024-12-24 10:20"]);
        office.check("2024-12-17", "2024-12-23")
    });
    provoked.over("2024-12-17", "2024-12-23")
}

#[test]
fn nobody_is_missed_who_is_set_aside() {
    let office = no_logs().office;
    let exclude = ["accounts", "exclude", "1000", "--from", "2024-12-19"];
    office.run(&exclude).exits(0);
    office.relays_at(&["2024-12-24 10:20"]);
    let checked = office.check("2024-12-17", "2024-12-23");
    assert!(
        checked.finding("no-logs").is_none(),
        "{}",
        checked.ran.told()
    );
    assert!(!office.open_findings().contains(&"no-logs".to_owned()));
}

pub(super) fn no_link_code() -> Provocation {
    let office = office();
    let mut log = taro("09:00 ログオン");
    log.link_code = Some(String::new());
    office.malion_has([log]);
    office.relays_at(&["2024-12-17 10:05"]);
    Provocation::new(
        office,
        "no-link-code - [2024-12-17 09:00] [PC-1]",
        |office| {
            office.malion_has([taro("11:00 ログオン")]);
            office.relays_at(&["2024-12-17 11:05"]);
            office.check(DAY, DAY)
        },
    )
}

#[test]
fn a_source_without_the_field_says_nothing_of_link_codes() {
    let office = office();
    let heading = "発生日時,操作,端末名,ユーザー名";
    let row = "2024/12/17 09:00:00,ログオン,PC-1,tarouk";
    office.file("logs.csv", &format!("{heading}\r\n{row}\r\n"));
    let relay = ["relay", "run", "--once", "--from", "logs.csv"];
    office.at("2024-12-17 10:05").run(&relay).exits(0);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
    office.check(DAY, DAY).exits(0).finds(&[]);
}

#[test]
fn pcs_without_a_link_code_are_none_of_it_where_none_is_required() {
    let office = no_link_code().office;
    office.setting("malion.require_link_code", "off");
    office.relays_at(&["2024-12-17 10:20"]);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
    office.check(DAY, DAY).exits(0).finds(&[]);
    assert!(office.open_findings().is_empty());
}

pub(super) fn other_operation() -> Provocation {
    let office = office();
    office.malion_has([taro("10:00 ロック"), taro("12:00 電源ON")]);
    office.relays_at(&["2024-12-18 10:05"]);
    Provocation::new(
        office,
        "other-operation 1000 2024-12-17 [2024-12-17 10:00, 2024-12-17 12:00] [PC-1]",
        |office| {
            let came = moment("2024-12-18 10:10");
            office.malion_has([
                taro("09:00 ログオン").collected(came),
                taro("18:00 ログオフ").collected(came),
            ]);
            office.relays_at(&["2024-12-18 10:20"]);
            office.check(DAY, DAY)
        },
    )
}

pub(super) fn not_employed() -> Provocation {
    let office = office();
    let last_day = WorkDay::parse("2024-12-16");
    office.sandbox.kot.resign(&key_of("1000"), last_day);
    office.run(&["employees", "sync"]).exits(0);
    office.malion_has([taro("09:00 ログオン")]);
    office.relays_at(&["2024-12-17 10:05"]);
    Provocation::new(
        office,
        "not-employed 1000 2024-12-17 [2024-12-17 09:00] [PC-1]",
        |office| {
            office.sandbox.kot.resign(&key_of("1000"), None);
            office.run(&["employees", "sync"]).exits(0);
            office.relays_at(&["2024-12-17 10:20"]);
            office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
            office.check(DAY, DAY)
        },
    )
}

/// Nothing makes such a log good; it is told as long as it is looked at.
pub(super) fn clock_wrong() -> Provocation {
    let office = office();
    let ahead = taro("09:30 ログオン").collected(moment("2024-12-17 09:00"));
    office.malion_has([ahead]);
    office.relays_at(&["2024-12-17 10:05"]);
    Provocation::new(
        office,
        "clock-wrong tarouk [2024-12-17 09:30] [PC-1]",
        |office| {
            office.relays_at(&["2025-01-31 12:00"]);
            office.check("2025-01-30", "2025-01-30")
        },
    )
}
