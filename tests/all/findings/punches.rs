//! Findings about what became of a punch, and about what KING OF TIME shows of it.

use pcpunch::domain::time::WorkDay;
use pcpunch::sandbox::{Canned, Fault, On, key_of};

use super::{DAY, HANAKO, Provocation, TARO, office, taro, worked};
use crate::harness::{Office, moment, pc_log};

pub(super) fn refused() -> Provocation {
    let office = office();
    office.malion_has([taro("09:00 ログオン")]);
    let refusal = Canned::errors(400, 1, "この打刻は登録できません");
    office
        .sandbox
        .kot
        .fault(Fault::Answer(refusal), On::punch());
    office.at("2024-12-17 12:00").round(3);
    Provocation::new(
        office,
        "refused 1000 2024-12-17 [2024-12-17 09:00] []",
        |office| {
            office.enters("1000", DAY, 1, "2024-12-17 09:00");
            office.check(DAY, DAY).exits(0)
        },
    )
}

pub(super) fn unknown() -> Provocation {
    let office = office();
    office.malion_has([taro("09:00 ログオン")]);
    office.sandbox.kot.fault(Fault::DropBefore, On::punch());
    office.at("2024-12-17 12:00").round(5);
    Provocation::new(
        office,
        "unknown 1000 2024-12-17 [2024-12-17 09:00] []",
        |office| {
            office.rounds_at(&["2024-12-17 12:31", "2024-12-17 12:42"]);
            office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
            office.check(DAY, DAY).exits(0)
        },
    )
}

/// Lost twice, beside one that arrived.
pub(super) fn person() -> Provocation {
    let office = Office::of(&[TARO, HANAKO]);
    office.malion_has([
        taro("09:00 ログオン"),
        pc_log("2024-12-17 09:10 PC-2 hanako ログオン"),
    ]);
    let path = format!("/v1.0/daily-workings/timerecord/{}", key_of("1000"));
    let kot = &office.sandbox.kot;
    kot.fault(Fault::DropBefore, On::post(&path).times(2));
    office.at("2024-12-17 12:00").round(5);
    office.rounds_at(&["2024-12-17 12:31"]);
    office.at("2024-12-17 12:42").round(5);
    office.rounds_at(&["2024-12-17 13:13", "2024-12-17 13:24"]);
    Provocation::new(
        office,
        "person 1000 2024-12-17 [2024-12-17 09:00] []",
        |office| {
            let book = office.book();
            let his = book.iter().find(|punch| punch.state == "person");
            let id = his.expect("his punch").id.to_string();
            office.run(&["punches", "send", &id, "--yes"]).exits(0);
            office.rounds_at(&["2024-12-17 13:30"]);
            office.check(DAY, DAY).exits(0)
        },
    )
}

/// A day that comes to light sixteen days later, and that somebody enters by hand.
pub(super) fn too_old() -> Provocation {
    let office = office();
    let late = moment("2025-01-02 11:00");
    office.malion_has([
        taro("09:00 ログオン").collected(late),
        taro("18:00 ログオフ").collected(late),
    ]);
    office.rounds_at(&["2024-12-17 08:00", "2025-01-02 12:00"]);
    office.kot_has(&[]);
    Provocation::new(
        office,
        "too-old 1000 2024-12-17 [2024-12-17 09:00, 2024-12-17 18:00] []",
        |office| {
            office.enters("1000", DAY, 1, "2024-12-17 09:00").enters(
                "1000",
                DAY,
                2,
                "2024-12-17 18:00",
            );
            let checked = office.check(DAY, DAY).exits(0);
            office.at("2025-01-02 12:10").rests();
            checked
        },
    )
}

/// Taro's day comes to light on the 21st, which KING OF TIME has closed by then and opens again.
pub(super) fn closed_month() -> Provocation {
    let office = office();
    let late = moment("2024-12-21 11:00");
    office.malion_has([
        taro("09:00 ログオン").collected(late),
        taro("18:00 ログオフ").collected(late),
    ]);
    let day = |text| WorkDay::parse(text).expect("a work day");
    let (from, to) = (day("2024-12-01"), day("2024-12-20"));
    office.sandbox.kot.close_days_of(&key_of("1000"), from, to);
    office.rounds_at(&["2024-12-17 08:00", "2024-12-21 12:00"]);
    office.kot_has(&[]);
    Provocation::new(
        office,
        "closed-month 1000 2024-12-17 [2024-12-17 09:00, 2024-12-17 18:00] []",
        |office| {
            office.sandbox.kot.open_days();
            office.rounds_at(&["2024-12-21 12:10"]);
            office.kot_has(&["1000 2024-12-17 出勤 09:00", "1000 2024-12-17 退勤 18:00"]);
            office.check(DAY, DAY).exits(0).finds(&[])
        },
    )
}

/// Beside our 出勤 a card has made another before the 退勤 goes; it is deleted again.
pub(super) fn frozen() -> Provocation {
    let office = office();
    office.malion_has([taro("09:00 ログオン"), taro("18:00 ログオフ")]);
    office.rounds_at(&["2024-12-17 12:00"]);
    office.enters("1000", DAY, 1, "2024-12-17 08:50");
    office.rounds_at(&["2024-12-18 10:05"]);
    Provocation::new(
        office,
        "frozen 1000 2024-12-17 [2024-12-18 10:05] []",
        |office| {
            office.sandbox.kot.remove_punches(|punch| !punch.by_api);
            office.rounds_at(&["2024-12-18 10:15"]);
            office.kot_has(&["1000 2024-12-17 出勤 09:00", "1000 2024-12-17 退勤 18:00"]);
            office.check(DAY, DAY).exits(0).finds(&[])
        },
    )
}

#[test]
fn a_person_who_goes_on_answers_a_frozen_day_and_not_what_is_doubled() {
    let office = frozen().office;
    let words = ["relay", "unfreeze", "--reason", "looked at it", "--yes"];
    let ran = office.run(&[&words[..], &["--format", "json"]].concat());
    let ended = ran.exits(0).document("pcpunch.relay-unfreeze.v1");
    assert_eq!(ended["days"][0]["work_day"], DAY, "{ended:#}");
    office.rounds_at(&["2024-12-18 10:15"]);
    office
        .check(DAY, DAY)
        .exits(6)
        .finds(&["double-in-kot 1000 2024-12-17 [2024-12-17 08:50, 2024-12-17 09:00] []"]);
    assert_eq!(office.open_findings(), ["double-in-kot"]);
}

/// It is told for as long as the day may be punched; there is nothing to do about it.
pub(super) fn already_there() -> Provocation {
    let office = office();
    office.malion_has([taro("09:00 ログオン"), taro("18:00 ログオフ")]);
    office
        .at("2024-12-17 08:56")
        .enters("1000", DAY, 1, "2024-12-17 08:55");
    office.relays_at(&["2024-12-17 10:05", "2024-12-18 10:05"]);
    Provocation::new(
        office,
        "already-there 1000 2024-12-17 [2024-12-17 09:00, 2024-12-17 08:55] []",
        |office| {
            office.relays_at(&["2025-01-05 12:00"]);
            office.check("2025-01-04", "2025-01-04")
        },
    )
}

pub(super) fn missing_in_kot() -> Provocation {
    let office = worked();
    office.sandbox.kot.remove_punches(|punch| punch.code == 2);
    Provocation::new(
        office,
        "missing-in-kot 1000 2024-12-17 [2024-12-17 18:00] []",
        |office| {
            office.enters("1000", DAY, 2, "2024-12-17 18:00");
            office.check(DAY, DAY).exits(0).finds(&[])
        },
    )
}

pub(super) fn changed_in_kot() -> Provocation {
    let office = worked();
    office.sandbox.kot.remove_punches(|punch| punch.code == 2);
    office.enters("1000", DAY, 2, "2024-12-17 18:30");
    Provocation::new(
        office,
        "changed-in-kot 1000 2024-12-17 [2024-12-17 18:00, 2024-12-17 18:30] []",
        |office| {
            office.sandbox.kot.remove_punches(|punch| punch.code == 2);
            office.enters("1000", DAY, 2, "2024-12-17 18:00");
            office.check(DAY, DAY).exits(0).finds(&[])
        },
    )
}

pub(super) fn double_in_kot() -> Provocation {
    let office = worked();
    office.enters("1000", DAY, 1, "2024-12-17 08:50");
    Provocation::new(
        office,
        "double-in-kot 1000 2024-12-17 [2024-12-17 08:50, 2024-12-17 09:00] []",
        |office| {
            office.sandbox.kot.remove_punches(|punch| !punch.by_api);
            office.check(DAY, DAY).exits(0).finds(&[])
        },
    )
}

/// Two people's days are gone at once, and come back.
pub(super) fn kot_incomplete() -> Provocation {
    let office = Office::of(&[TARO, HANAKO]);
    office.malion_has([
        taro("09:00 ログオン"),
        pc_log("2024-12-17 09:10 PC-2 hanako ログオン"),
    ]);
    office.relays_at(&["2024-12-17 12:00"]);
    office.sandbox.kot.remove_punches(|_| true);
    Provocation::new(
        office,
        "kot-incomplete - 2024-12-17 [2024-12-17 12:00",
        |office| {
            office.enters("1000", DAY, 1, "2024-12-17 09:00").enters(
                "2000",
                DAY,
                1,
                "2024-12-17 09:10",
            );
            office.check(DAY, DAY).exits(0).finds(&[])
        },
    )
}
