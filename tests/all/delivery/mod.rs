//! A punch's life as delivery.md tells it, through the binary.

mod asleep;
mod breaker;
mod closed_hours;
mod closed_month;
mod frozen;
mod held;
mod meanwhile;
mod order;
mod outcomes;
mod reading;
mod signals;
mod unknown;
mod wrong_clock;

use pcpunch::sandbox::{Log, key_of};

use crate::harness::{Office, pc_log};

type Somebody = (&'static str, &'static str, &'static str, &'static str);

const TARO: Somebody = ("1000", "勤怠", "太郎", "tarouk");
const HANAKO: Somebody = ("2000", "打刻", "花子", "hanako");
const JIRO: Somebody = ("3000", "勤怠", "次郎", "jirok");

/// The path of somebody's punches.
fn punches_of(code: &str) -> String {
    format!("/v1.0/daily-workings/timerecord/{}", key_of(code))
}

fn on(user: &str, time: &str) -> Log {
    pc_log(&format!("{time} PC-{user} {user} ログオン"))
}

fn off(user: &str, time: &str) -> Log {
    pc_log(&format!("{time} PC-{user} {user} ログオフ"))
}

/// Taro alone, who logged on at 09:00 on 2024-12-17; it is noon.
fn taro_came() -> Office {
    let office = Office::of(&[TARO]);
    office.malion_has([on("tarouk", "2024-12-17 09:00")]);
    office.at("2024-12-17 12:00");
    office
}

/// Taro alone, whose 09:00 and 18:22 of 2024-12-17 are known; it is the next day at noon, and nothing is sent yet.
fn taro_left() -> Office {
    let office = Office::of(&[TARO]);
    office.malion_has([
        on("tarouk", "2024-12-17 09:00"),
        off("tarouk", "2024-12-17 18:22"),
    ]);
    office.at("2024-12-18 12:00");
    office
}

/// So many people who logged on at 09:00, 09:01, … on 2024-12-17; it is noon.
fn many_came(count: u32) -> Office {
    let codes: Vec<String> = (0..count).map(|one| format!("{}", 1000 + one)).collect();
    let users: Vec<String> = codes.iter().map(|code| format!("user{code}")).collect();
    let people: Vec<_> = codes
        .iter()
        .zip(&users)
        .map(|(code, user)| (code.as_str(), "勤怠", "太郎", user.as_str()))
        .collect();
    let office = Office::of(&people);
    office.malion_has(
        users
            .iter()
            .zip(0..)
            .map(|(user, minute): (_, u32)| on(user, &format!("2024-12-17 09:{minute:02}"))),
    );
    office.at("2024-12-17 12:00");
    office
}

/// What KING OF TIME has once [`many_came`] is done.
fn all_came(count: u32) -> Vec<String> {
    let line = |one: u32| format!("{} 2024-12-17 出勤 09:{one:02}", 1000 + one);
    (0..count).map(line).collect()
}

/// KING OF TIME has exactly the punches of [`many_came`].
#[track_caller]
fn all_are_there_once(office: &Office, count: u32) {
    let lines = all_came(count);
    office.kot_has(&lines.iter().map(String::as_str).collect::<Vec<_>>());
}
