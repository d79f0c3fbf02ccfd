//! The same logs give the same punches, whatever the shape in which MaLion tells them.

use pcpunch::sandbox::{Log, Shape};

use super::office_with;
use crate::harness::{Office, moment, pc_log};

const PEOPLE: [(&str, &str, &str, &str); 3] = [
    ("1000", "勤怠", "太郎", "tarouk"),
    ("2000", "勤怠", "花子", "hanakok"),
    ("3000", "髙橋", "次郎", "jirot"),
];

const PUNCHES: [&str; 8] = [
    "1000 2024-12-17 出勤 09:00",
    "1000 2024-12-17 退勤 19:40",
    "1000 2024-12-18 出勤 09:10",
    "2000 2024-12-17 出勤 08:31",
    "2000 2024-12-17 退勤 17:45",
    "2000 2024-12-18 出勤 08:30",
    "3000 2024-12-17 出勤 10:02",
    "3000 2024-12-17 退勤 21:15",
];

/// Two days of three people: PCs side by side, a domain, a comma in a PC's name, a shutdown whose ログオフ comes
/// with the next day's start, and so many logs of others that no page holds a day.
fn logs() -> Vec<Log> {
    let restart = moment("2024-12-18 09:12");
    let mut logs = vec![
        pc_log("2024-12-17 09:00:12 PC-1 EXAMPLE\\tarouk ログオン"),
        pc_log("2024-12-17 19:40:59 PC-1 EXAMPLE\\tarouk ログオフ").collected(restart),
        pc_log("2024-12-18 09:10 PC-1 EXAMPLE\\tarouk ログオン").collected(restart),
        pc_log("2024-12-17 08:31 PC-2 hanakok ログオン"),
        pc_log("2024-12-17 12:00 PC-2 hanakok ロック"),
        pc_log("2024-12-17 13:00 PC-4 hanakok ログオン"),
        pc_log("2024-12-17 17:30 PC-4 hanakok ログオフ"),
        pc_log("2024-12-17 17:45 PC-2 hanakok ログオフ"),
        pc_log("2024-12-18 08:30 PC-2 hanakok ログオン"),
        pc_log("2024-12-17 10:02 経理,受付 jirot ログオン"),
        pc_log("2024-12-17 21:15 経理,受付 jirot ログオフ"),
    ];
    for number in 0..260 {
        let minute = 8 * 60 + number;
        let (hour, minute) = (minute / 60, minute % 60);
        let line = format!("2024-12-17 {hour:02}:{minute:02} PC-{number} visitor{number} ログオン");
        logs.push(pc_log(&line));
    }
    for (number, log) in logs.iter_mut().enumerate() {
        log.log_id = Some(format!("20241217-{number:06}"));
    }
    logs
}

fn office(shape: Shape) -> Office {
    let office = office_with(Office::of(&PEOPLE), shape);
    // Where logs can be asked for by occurrence only, the whole look-back is read each round.
    office.setting("malion.reread_hours", "0");
    office.malion_has(logs());
    office
}

#[track_caller]
fn gives_the_punches(shape: Shape) {
    let office = office(shape);
    let times = ["2024-12-17 10:05", "2024-12-17 18:40", "2024-12-18 07:00"];
    office.rounds_at(&times);
    office.rounds_at(&["2024-12-18 10:05", "2024-12-18 12:00"]);
    office.kot_has(&PUNCHES);
    let requests = office.sandbox.malion.requests();
    let refused = requests.iter().find(|request| request.status != Some(200));
    assert!(refused.is_none(), "{refused:#?}");
    office.rests();
}

#[test]
fn the_assumed_shape_gives_the_punches() {
    gives_the_punches(Shape::Assumed);
}

#[test]
fn pages_of_csv_by_occurrence_give_the_same_punches() {
    gives_the_punches(Shape::PagesOfCsv);
}

#[test]
fn forms_and_cursors_give_the_same_punches() {
    gives_the_punches(Shape::CursorAndForm);
}

#[test]
fn one_list_without_pages_gives_the_same_punches() {
    gives_the_punches(Shape::CodesInQuery);
}

#[test]
fn a_look_back_read_in_one_round_is_the_same_for_every_shape() {
    let collected = |shape| {
        let office = office(shape);
        office.at("2024-12-18 12:00");
        let round = office.round(0);
        office.kot_has(&PUNCHES);
        let requests = office.sandbox.malion.requests().len();
        assert!(requests > 14, "{requests} requests: a page held it all");
        let by_fate = round["collected"]["by_fate"].clone();
        // A MaLion without categories tells what happened besides.
        let mut by_fate = by_fate.as_object().expect("fates").clone();
        by_fate.remove("other-operation");
        by_fate
    };
    let assumed = collected(Shape::Assumed);
    for shape in [Shape::PagesOfCsv, Shape::CursorAndForm, Shape::CodesInQuery] {
        assert_eq!(collected(shape), assumed, "{shape:?}");
    }
}
