//! The punch: checked, stored, answered, every time it is called (sections 3.3 and 3.4).

use chrono::{NaiveDateTime, NaiveTime, TimeDelta};
use serde::Deserialize;
use serde_json::Value;

use super::people::Employee;
use super::refusal::Refusal;
use super::switches::{IdenticalPunch, Seconds};
use super::wire::{PunchDone, TIME, TimeRecord, name_of};
use super::world::{StoredPunch, World};
use crate::domain::time::{Jst, Minute, WorkDay, at};
use crate::sandbox::answer::Answer;
use crate::sandbox::asked::Asked;
use crate::sandbox::clock::later;

const IN: u8 = 1;
const OUT: u8 = 2;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Body {
    time: Option<String>,
    date: Option<String>,
    code: Option<Value>,
    #[serde(default)]
    is_omitted_working_day: bool,
    division_code: Option<String>,
    latitude: Option<f64>,
    longitude: Option<f64>,
}

/// Takes one punch for the person of that key.
pub(super) fn punch(
    world: &mut World,
    asked: &Asked,
    key: &str,
    now: Jst,
) -> Result<Answer, Refusal> {
    let punch = checked(world, asked, key, now)?;
    let done = PunchDone {
        date: punch.work_day.to_string(),
        employee_key: punch.key.clone(),
        time_record: TimeRecord::new(world, &punch),
    };
    let there = world
        .punches
        .iter()
        .any(|stored| is_identical(stored, &punch));
    match world.switches.identical_punch {
        IdenticalPunch::Refused if there => {
            return Err(Refusal::Invalid("The same time record is there already."));
        }
        IdenticalPunch::Collapsed if there => {}
        _ => store(world, punch),
    }
    let value = serde_json::to_value(done).unwrap_or(Value::Null);
    Ok(Answer::json(201, value))
}

fn checked(world: &World, asked: &Asked, key: &str, now: Jst) -> Result<StoredPunch, Refusal> {
    let employee = world
        .present()
        .find(|employee| employee.key == key)
        .ok_or(Refusal::UnknownKey(world.switches.unknown_key))?;
    let body: Body = serde_json::from_slice(&asked.body)
        .map_err(|_| Refusal::Invalid("The body is not a time record."))?;
    let text = body.time.ok_or(Refusal::Invalid("time is required."))?;
    let time = read_time(&text).ok_or(Refusal::TimeFormat)?;
    let code = body.code.as_ref().map(read_code).transpose()?;
    let work_day = match (body.date, body.is_omitted_working_day) {
        (Some(day), false) => WorkDay::parse(&day).ok_or(Refusal::DateFormat("date"))?,
        (None, false) => return Err(Refusal::Invalid("date is required.")),
        (_, true) if code.is_none() => return Err(Refusal::Invalid("code is required.")),
        (_, true) => by_border(world, employee, time),
    };
    let counted_from = match body.is_omitted_working_day {
        true => WorkDay::new(now.date_naive()),
        false => work_day,
    };
    if time >= counted_from.next().next().begins_at(NaiveTime::MIN) {
        return Err(Refusal::Invalid("time is too late for the working day."));
    }
    let division = body
        .division_code
        .unwrap_or_else(|| employee.division.clone());
    if world.division(&division).is_none() {
        return Err(Refusal::Invalid("divisionCode is not found."));
    }
    Ok(StoredPunch {
        key: employee.key.clone(),
        employee_code: employee.code.clone(),
        work_day,
        time: with_seconds(time, world.switches.seconds),
        time_text: text,
        code: code.unwrap_or_else(|| kind_by_day(world, key, work_day)),
        division,
        place: (body.latitude, body.longitude),
        credential: None,
        arrived_at: now,
        by_api: true,
    })
}

/// Stores a punch; with 退勤打刻の自動上書き機能 the later of two 退勤 stays, unless a 出勤 lies between them.
pub(super) fn store(world: &mut World, punch: StoredPunch) {
    if !world.switches.overwrite_out || punch.code != OUT {
        world.punches.push(punch);
        return;
    }
    let same_day =
        |stored: &StoredPunch| stored.key == punch.key && stored.work_day == punch.work_day;
    let ins: Vec<Jst> = world
        .punches
        .iter()
        .filter(|stored| same_day(stored) && stored.code == IN)
        .map(|stored| stored.time)
        .collect();
    let covers = |early: Jst, late: Jst| {
        early <= late && !ins.iter().any(|time| early < *time && *time < late)
    };
    let covered = world.punches.iter().any(|stored| {
        same_day(stored)
            && stored.code == OUT
            && stored.time > punch.time
            && covers(punch.time, stored.time)
    });
    world.punches.retain(|stored| {
        !(same_day(stored) && stored.code == OUT && covers(stored.time, punch.time))
    });
    if !covered {
        world.punches.push(punch);
    }
}

fn is_identical(one: &StoredPunch, other: &StoredPunch) -> bool {
    one.key == other.key
        && one.work_day == other.work_day
        && one.time == other.time
        && one.code == other.code
}

/// Only `YYYY-MM-DDTHH:MM:SS+09:00`, to the letter.
fn read_time(text: &str) -> Option<Jst> {
    let naive = NaiveDateTime::parse_from_str(text, TIME).ok()?;
    (naive.format(TIME).to_string() == text && text.len() == 25).then(|| at(naive))
}

/// A code as text or as a number: both are in use.
fn read_code(value: &Value) -> Result<u8, Refusal> {
    let code = match value {
        Value::String(text) => text.parse().ok(),
        Value::Number(number) => number.as_u64().and_then(|number| number.try_into().ok()),
        _ => None,
    };
    code.filter(|code| name_of(*code).is_some())
        .ok_or(Refusal::Invalid("code is not known."))
}

fn with_seconds(time: Jst, seconds: Seconds) -> Jst {
    match seconds {
        Seconds::Kept => time,
        Seconds::Cut => Minute::cut(time).start(),
        Seconds::Rounded => Minute::cut(later(time, TimeDelta::seconds(30))).start(),
    }
}

/// The first punch of a day is its 出勤, the others are 退勤.
fn kind_by_day(world: &World, key: &str, day: WorkDay) -> u8 {
    let begun = world
        .punches
        .iter()
        .any(|stored| stored.key == key && stored.work_day == day && stored.code == IN);
    if begun { OUT } else { IN }
}

fn by_border(world: &World, employee: &Employee, time: Jst) -> WorkDay {
    let border = world
        .division(&employee.division)
        .map_or(NaiveTime::MIN, |division| division.border);
    let date = WorkDay::new(time.date_naive());
    if time < date.begins_at(border) {
        date.back(1)
    } else {
        date
    }
}

#[cfg(test)]
mod tests;
