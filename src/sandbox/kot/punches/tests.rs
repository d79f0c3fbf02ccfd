//! The rules of the punch, over a socket.

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
