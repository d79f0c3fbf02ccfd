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
mod tests {
    use serde_json::json;

    use crate::sandbox::caller::{at, call, day, get, punch, punch_path, sandbox};
    use crate::sandbox::{IdenticalPunch, Seconds, UnknownKey, key_of};

    #[test]
    fn a_punch_is_201_with_what_was_stored_every_time() {
        let (sandbox, key) = sandbox();
        for _ in 0..2 {
            let heard = punch(&sandbox.kot, &key, "09:03:00", 1).unwrap();
            assert_eq!(heard.status, 201);
            assert_eq!(
                heard.json(),
                json!({"date": "2024-12-17", "employeeKey": key, "timeRecord": {
                    "time": "2024-12-17T09:03:00+09:00", "code": "1", "name": "出勤",
                    "divisionCode": "1000", "divisionName": "本社"}})
            );
        }
        let punches = sandbox.kot.punches();
        assert_eq!(punches.len(), 2);
        assert_eq!(punches[0].work_day, day("2024-12-17"));
        assert_eq!(punches[0].employee_code, "1000");
        assert_eq!(punches[0].time, at("09:03:00"));
        assert_eq!(punches[0].time_text, "2024-12-17T09:03:00+09:00");
        assert!(punches[0].by_api && punches[0].arrived_at >= at("12:00:00"));
    }

    #[test]
    fn what_a_punch_may_say_is_checked() {
        let (sandbox, key) = sandbox();
        let good = r#""time":"2024-12-17T09:00:00+09:00""#;
        for (body, status) in [
            (format!(r#"{{"date":"2024-12-17",{good},"code":"1"}}"#), 201),
            (format!(r#"{{"date":"2024-12-17",{good},"code":2}}"#), 201),
            (format!(r#"{{"date":"2024-12-17",{good}}}"#), 201),
            (
                format!(r#"{{{good},"isOmittedWorkingDay":true,"code":"1"}}"#),
                201,
            ),
            (format!(r#"{{{good},"isOmittedWorkingDay":true}}"#), 400),
            (format!(r#"{{"date":"2024-12-17",{good},"code":"5"}}"#), 400),
            (format!(r#"{{"date":"2024-12-17",{good},"code":"x"}}"#), 400),
            (
                format!(r#"{{"date":"2024-12-17",{good},"divisionCode":"9"}}"#),
                400,
            ),
            (format!(r#"{{"date":"2024/12/17",{good},"code":"1"}}"#), 400),
            (format!(r#"{{{good},"code":"1"}}"#), 400),
            (r#"{"date":"2024-12-17","code":"1"}"#.to_owned(), 400),
            ("not JSON".to_owned(), 400),
            (String::new(), 400),
        ] {
            let heard = call(&sandbox.kot, "POST", &punch_path(&key), &body).unwrap();
            assert_eq!(heard.status, status, "{body}");
        }
        assert_eq!(sandbox.kot.punches().len(), 4);
    }

    #[test]
    fn a_time_has_seconds_and_the_japanese_offset_and_lies_before_the_end_of_the_next_day() {
        let (sandbox, key) = sandbox();
        for (time, status) in [
            ("2024-12-18T23:59:59+09:00", 201),
            ("2024-12-19T00:00:00+09:00", 400),
            ("2024-12-17T09:00:00", 400),
            ("2024-12-17T00:00:00Z", 400),
            ("2024-12-17T09:00:00+0900", 400),
            ("2024-12-17T00:00:00+00:00", 400),
            ("2024-12-17T09:00+09:00", 400),
            ("2024-12-17T09:00:00.000+09:00", 400),
            ("2024-12-17T25:00:00+09:00", 400),
            ("2024-12-17 09:00:00+09:00", 400),
        ] {
            let body = format!(r#"{{"date":"2024-12-17","time":"{time}","code":"2"}}"#);
            let heard = call(&sandbox.kot, "POST", &punch_path(&key), &body).unwrap();
            assert_eq!(heard.status, status, "{time}");
        }
    }

    #[test]
    fn an_unknown_or_deleted_key_is_answered_as_the_switch_says() {
        let (sandbox, key) = sandbox();
        let unknown = key_of("nobody");
        assert!(sandbox.kot.delete(&key));
        for (switch, status) in [
            (UnknownKey::NotFound, 404),
            (UnknownKey::BadRequest, 400),
            (UnknownKey::Forbidden, 403),
        ] {
            sandbox.kot.switch(|switches| switches.unknown_key = switch);
            for key in [&unknown, &key] {
                let heard = punch(&sandbox.kot, key, "09:00:00", 1).unwrap();
                assert_eq!(heard.error(), (status, 526));
            }
        }
        assert!(sandbox.kot.restore(&key));
        assert_eq!(
            punch(&sandbox.kot, &key, "09:00:00", 1).unwrap().status,
            201
        );
    }

    #[test]
    fn an_identical_punch_is_doubled_collapsed_or_refused() {
        for (switch, status, there) in [
            (IdenticalPunch::Doubled, 201, 2),
            (IdenticalPunch::Collapsed, 201, 1),
            (IdenticalPunch::Refused, 400, 1),
        ] {
            let (sandbox, key) = sandbox();
            sandbox
                .kot
                .switch(|switches| switches.identical_punch = switch);
            punch(&sandbox.kot, &key, "09:00:00", 1).unwrap();
            let again = punch(&sandbox.kot, &key, "09:00:00", 1).unwrap();
            assert_eq!(again.status, status, "{switch:?}");
            assert_eq!(sandbox.kot.punches().len(), there, "{switch:?}");
        }
    }

    #[test]
    fn seconds_are_kept_cut_or_rounded() {
        for (switch, stored) in [
            (Seconds::Kept, "09:03:30"),
            (Seconds::Cut, "09:03:00"),
            (Seconds::Rounded, "09:04:00"),
        ] {
            let (sandbox, key) = sandbox();
            sandbox.kot.switch(|switches| switches.seconds = switch);
            let heard = punch(&sandbox.kot, &key, "09:03:30", 1).unwrap();
            let answered = format!("2024-12-17T{stored}+09:00");
            assert_eq!(heard.json()["timeRecord"]["time"], answered.as_str());
            assert_eq!(sandbox.kot.punches()[0].time, at(stored));
            assert_eq!(
                sandbox.kot.punches()[0].time_text,
                "2024-12-17T09:03:30+09:00"
            );
        }
    }

    #[test]
    fn with_overwriting_the_later_out_stays_unless_an_in_lies_between() {
        for (switched_on, sent, left) in [
            (
                false,
                vec![("18:00", 2), ("19:00", 2)],
                vec!["18:00", "19:00"],
            ),
            (true, vec![("18:00", 2), ("19:00", 2)], vec!["19:00"]),
            (true, vec![("19:00", 2), ("18:00", 2)], vec!["19:00"]),
            (
                true,
                vec![("12:00", 2), ("13:00", 1), ("19:00", 2)],
                vec!["12:00", "13:00", "19:00"],
            ),
            (
                true,
                vec![("08:00", 1), ("09:00", 1)],
                vec!["08:00", "09:00"],
            ),
        ] {
            let (sandbox, key) = sandbox();
            sandbox
                .kot
                .switch(|switches| switches.overwrite_out = switched_on);
            for (time, code) in &sent {
                punch(&sandbox.kot, &key, &format!("{time}:00"), *code).unwrap();
            }
            let times: Vec<String> = sandbox
                .kot
                .punches()
                .iter()
                .map(|punch| punch.time.format("%H:%M").to_string())
                .collect();
            assert_eq!(times, left, "{sent:?}");
        }
    }

    #[test]
    fn without_a_code_the_first_of_a_day_is_in_and_the_next_is_out() {
        let (sandbox, key) = sandbox();
        let body = r#"{"date":"2024-12-17","time":"2024-12-17T09:00:00+09:00"}"#;
        for code in ["1", "2"] {
            let heard = call(&sandbox.kot, "POST", &punch_path(&key), body).unwrap();
            assert_eq!(heard.json()["timeRecord"]["code"], code);
        }
    }

    #[test]
    fn an_omitted_work_day_follows_the_border_and_a_given_one_does_not() {
        let (sandbox, key) = sandbox();
        let time = r#""time":"2024-12-17T04:59:00+09:00","code":"2""#;
        for (rest, work_day) in [
            (r#""isOmittedWorkingDay":true"#, "2024-12-16"),
            (r#""date":"2024-12-17""#, "2024-12-17"),
        ] {
            let body = format!("{{{time},{rest}}}");
            let heard = call(&sandbox.kot, "POST", &punch_path(&key), &body).unwrap();
            assert_eq!(heard.json()["date"], work_day);
        }
    }

    #[test]
    fn readings_show_punches_in_order_of_arrival_with_the_means_of_those_from_elsewhere() {
        let (sandbox, key) = sandbox();
        punch(&sandbox.kot, &key, "18:00:00", 2).unwrap();
        let credential = Some((300, "KOTSL"));
        let today = day("2024-12-17");
        sandbox
            .kot
            .add_punch(&key, today, at("09:00:00"), 1, credential);
        let records = get(&sandbox.kot, "/daily-workings/timerecord/2024-12-17").json();
        let records = &records["dailyWorkings"][0]["timeRecord"];
        assert_eq!(records[0]["code"], "2");
        assert_eq!(records[0].get("credentialCode"), None);
        assert_eq!(records[1]["code"], "1");
        assert_eq!(records[1]["credentialCode"], 300);
        assert_eq!(sandbox.kot.remove_punches(|punch| punch.code == 1), 1);
        assert_eq!(sandbox.kot.punches().len(), 1);
    }
}
