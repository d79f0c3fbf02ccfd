//! Every fault, over a socket.

use std::io::ErrorKind;
use std::time::{Duration, Instant};

use chrono::TimeDelta;

use crate::sandbox::caller::{Connection, ask, at, call, day, get, punch, punch_path, sandbox};
use crate::sandbox::{Boundary, Canned, Employee, Fault, Hold, On, Reshape, Sandbox};

/// The fault met by one punch: what was heard, how many punches are there, whether the record says so.
fn met_by_a_punch(fault: Fault) -> (Result<u16, ErrorKind>, usize, bool) {
    let (sandbox, key) = sandbox();
    sandbox.kot.fault(fault, On::punch());
    let heard = punch(&sandbox.kot, &key, "09:00:00", 1);
    let requests = sandbox.kot.requests();
    assert_eq!(requests.len(), 1);
    assert!(requests[0].faulty);
    let next = punch(&sandbox.kot, &key, "18:00:00", 2).unwrap();
    assert_eq!(
        next.status, 201,
        "a fault is met once unless said otherwise"
    );
    let there = sandbox.kot.punches().len() - 1;
    let heard = heard
        .map(|heard| heard.status)
        .map_err(|error| error.kind());
    assert_eq!(requests[0].status.is_some(), heard.is_ok());
    (heard, there, requests[0].applied)
}

#[test]
fn a_connection_is_dropped_before_or_after_applying_without_an_answer() {
    let nothing = Err(ErrorKind::UnexpectedEof);
    assert_eq!(met_by_a_punch(Fault::DropBefore), (nothing, 0, false));
    assert_eq!(met_by_a_punch(Fault::DropAfter), (nothing, 1, true));
}

#[test]
fn canned_answers_are_given_with_or_without_applying() {
    let errors = |status, code| Canned::errors(status, code, "…");
    for (canned, status) in [
        (errors(500, 300), 500),
        (errors(503, 300), 503),
        (Canned::flat(429, "303", "Too Many Requests"), 429),
        (errors(403, 104), 403),
        (errors(403, 100), 403),
        (errors(403, 105), 403),
        (Canned::redirect("http://127.0.0.1:1/"), 302),
        (Canned::foreign_json(), 200),
        (Canned::html_page(), 200),
        (Canned::text(200, "エラーが発生しました"), 200),
    ] {
        let fault = Fault::Answer(canned.clone());
        assert_eq!(met_by_a_punch(fault), (Ok(status), 0, false));
        let fault = Fault::Answer(canned.after_applying());
        assert_eq!(met_by_a_punch(fault), (Ok(status), 1, true));
    }
}

#[test]
fn canned_answers_have_the_shape_they_say() {
    let (sandbox, _) = sandbox();
    let arm = |canned| sandbox.kot.fault(Fault::Answer(canned), On::any());
    arm(Canned::errors(500, 300, "Resource Server Error."));
    assert_eq!(get(&sandbox.kot, "/company").error(), (500, 300));
    arm(Canned::flat(429, "303", "Too Many Requests").retry_after(7));
    let heard = get(&sandbox.kot, "/company");
    assert_eq!(heard.json()["code"], "303");
    assert_eq!(heard.header("retry-after"), Some("7"));
    arm(Canned::redirect("http://127.0.0.1:1/"));
    let heard = get(&sandbox.kot, "/company");
    assert_eq!(heard.header("location"), Some("http://127.0.0.1:1/"));
    arm(Canned::html_page());
    let heard = get(&sandbox.kot, "/company");
    assert!(
        heard
            .header("content-type")
            .unwrap()
            .starts_with("text/html")
    );
    assert!(heard.body.starts_with("<!DOCTYPE html>"));
}

#[test]
fn a_late_punch_is_applied_when_the_clock_passes_its_moment() {
    let (sandbox, key) = sandbox();
    let later = Fault::ApplyLater(TimeDelta::minutes(20));
    sandbox.kot.fault(later, On::punch());
    let heard = punch(&sandbox.kot, &key, "09:00:00", 1);
    assert_eq!(heard.unwrap_err().kind(), ErrorKind::UnexpectedEof);
    sandbox.set_now(at("12:19:00"));
    assert!(sandbox.kot.punches().is_empty());
    assert!(!sandbox.kot.requests()[0].applied);
    sandbox.set_now(at("12:30:00"));
    let reading = get(&sandbox.kot, "/daily-workings/timerecord").json();
    let records = &reading[0]["dailyWorkings"][0]["timeRecord"];
    assert_eq!(records.as_array().unwrap().len(), 1);
    assert!(sandbox.kot.requests()[0].applied);
    let arrived = sandbox.kot.punches()[0].arrived_at;
    assert!(at("12:20:00") <= arrived && arrived < at("12:21:00"));
}

#[test]
fn what_was_read_before_its_client_was_gone_is_done_late_where_the_switch_says_so() {
    let dropped = || {
        let hold = Hold::at(Boundary::BeforeApplying);
        hold.drop_connection();
        Fault::Hold(hold)
    };
    for fault in [Fault::DropBefore, dropped()] {
        let (sandbox, key) = sandbox();
        sandbox
            .kot
            .switch(|switches| switches.done_late = Some(TimeDelta::minutes(29)));
        sandbox.kot.fault(fault, On::punch());
        assert!(punch(&sandbox.kot, &key, "09:00:00", 1).is_err());
        sandbox.stop_at(at("12:28:00"));
        assert!(sandbox.kot.punches().is_empty());
        sandbox.stop_at(at("12:30:00"));
        assert_eq!(sandbox.kot.punches().len(), 1);
        assert!(sandbox.kot.requests()[0].applied);
    }
}

#[test]
fn a_delayed_answer_comes_after_its_punch_was_applied() {
    let (sandbox, key) = sandbox();
    let pause = Duration::from_millis(80);
    sandbox.kot.fault(Fault::Delay(pause), On::punch());
    let asked = Instant::now();
    assert_eq!(
        punch(&sandbox.kot, &key, "09:00:00", 1).unwrap().status,
        201
    );
    assert!(asked.elapsed() >= pause);
    assert_eq!(sandbox.kot.punches().len(), 1);
}

#[test]
fn an_answer_is_reset_in_its_middle() {
    let (sandbox, key) = sandbox();
    sandbox.kot.fault(Fault::ResetInAnswer, On::punch());
    let mut client = Connection::open(&sandbox.kot.base_url());
    let body = r#"{"date":"2024-12-17","time":"2024-12-17T09:00:00+09:00","code":"1"}"#;
    ask(&mut client, &sandbox.kot, "POST", &punch_path(&key), body);
    let (heard, end) = client.drain();
    assert!(heard.starts_with("HTTP/1.1 201"), "{heard}");
    assert!(
        heard.contains("\r\n\r\n{") && !heard.ends_with('}'),
        "{heard}"
    );
    assert_eq!(end, Some(ErrorKind::ConnectionReset));
    assert_eq!(sandbox.kot.punches().len(), 1);
}

#[test]
fn a_truncated_body_is_good_http_and_no_json() {
    let (sandbox, _) = sandbox();
    sandbox.kot.fault(Fault::Truncate, On::any());
    let heard = get(&sandbox.kot, "/company");
    assert_eq!(heard.status, 200);
    assert!(heard.body.starts_with('{'));
    assert!(serde_json::from_str::<serde_json::Value>(&heard.body).is_err());
}

#[test]
fn only_a_kept_connection_is_closed_after_its_next_request() {
    let (sandbox, key) = sandbox();
    sandbox.kot.fault(Fault::CloseKept, On::punch());
    assert_eq!(
        punch(&sandbox.kot, &key, "09:00:00", 1).unwrap().status,
        201
    );
    let mut kept = Connection::open(&sandbox.kot.base_url());
    ask(&mut kept, &sandbox.kot, "GET", "/company", "");
    assert_eq!(kept.hear().unwrap().status, 200);
    ask(&mut kept, &sandbox.kot, "POST", &punch_path(&key), "{}");
    assert!(kept.hear().is_err());
    assert_eq!(sandbox.kot.punches().len(), 1);
    let connections: Vec<u64> = sandbox
        .kot
        .requests()
        .iter()
        .map(|r| r.connection)
        .collect();
    assert_eq!(connections, [1, 2, 2]);
}

/// Three people who each have one punch on 2024-12-17.
fn three_people() -> Sandbox {
    let (sandbox, first) = sandbox();
    let more = ["1001", "1002"].map(|code| {
        sandbox
            .kot
            .add_employee(Employee::new(code, "勤怠", "花子", "1000"))
    });
    for key in [&first, &more[0], &more[1]] {
        let today = day("2024-12-17");
        sandbox.kot.add_punch(key, today, at("09:00:00"), 1, None);
    }
    sandbox
}

#[test]
fn lists_are_shown_empty_in_part_or_without_punches() {
    for (reshape, path, people, punches) in [
        (None, "/daily-workings/timerecord", 3, 3),
        (Some(Reshape::EmptyList), "/daily-workings/timerecord", 0, 0),
        (
            Some(Reshape::PartOfList),
            "/daily-workings/timerecord",
            1,
            1,
        ),
        (
            Some(Reshape::PunchesHidden),
            "/daily-workings/timerecord",
            3,
            0,
        ),
        (
            Some(Reshape::EmptyList),
            "/daily-workings/timerecord/2024-12-17",
            0,
            0,
        ),
        (
            Some(Reshape::PartOfList),
            "/daily-workings/timerecord/2024-12-17",
            1,
            1,
        ),
        (
            Some(Reshape::PunchesHidden),
            "/daily-workings/timerecord/2024-12-17",
            3,
            0,
        ),
    ] {
        let sandbox = three_people();
        if let Some(reshape) = reshape.clone() {
            sandbox.kot.fault(Fault::Reshape(reshape), On::reading());
        }
        let heard = get(&sandbox.kot, path);
        let seen = (
            heard.body.matches("employeeKey").count(),
            heard.body.matches("出勤").count(),
        );
        assert_eq!(
            (heard.status, seen),
            (200, (people, punches)),
            "{reshape:?}"
        );
    }
    let sandbox = three_people();
    let part = Fault::Reshape(Reshape::PartOfList);
    sandbox.kot.fault(part, On::any());
    let employees = get(&sandbox.kot, "/employees").json();
    assert_eq!(employees.as_array().unwrap().len(), 1);
}

#[test]
fn of_each_ones_punches_a_part_is_shown() {
    let (sandbox, key) = sandbox();
    for (time, code) in [("09:00:00", 1), ("12:00:00", 3), ("18:00:00", 2)] {
        assert_eq!(punch(&sandbox.kot, &key, time, code).unwrap().status, 201);
    }
    let part = Fault::Reshape(Reshape::PartOfPunches);
    sandbox.kot.fault(part, On::reading());
    let shown = get(&sandbox.kot, "/daily-workings/timerecord").json();
    let records = &shown[0]["dailyWorkings"][0]["timeRecord"];
    assert_eq!(records.as_array().unwrap().len(), 1);
    assert_eq!(records[0]["code"], "3");
}

#[test]
fn a_fault_skips_then_meets_as_often_as_it_says() {
    let (sandbox, key) = sandbox();
    let unavailable = || Fault::Answer(Canned::errors(503, 300, "…"));
    sandbox
        .kot
        .fault(unavailable(), On::punch().skip(1).times(2));
    let path = "/v1.0/company";
    sandbox.kot.fault(unavailable(), On::get(path).always());
    let statuses = [(); 4].map(|()| punch(&sandbox.kot, &key, "09:00:00", 1).unwrap().status);
    assert_eq!(statuses, [201, 503, 503, 201]);
    for _ in 0..3 {
        assert_eq!(get(&sandbox.kot, "/company").status, 503);
        assert_eq!(get(&sandbox.kot, "/divisions").status, 200);
    }
    sandbox.kot.clear_faults();
    assert_eq!(get(&sandbox.kot, "/company").status, 200);
    assert_eq!(sandbox.kot.count("GET", path), 4);
    sandbox.kot.clear_requests();
    assert!(sandbox.kot.requests().is_empty());
}

#[test]
fn a_request_is_recorded_as_it_was_sent_and_answered() {
    let (sandbox, key) = sandbox();
    let path = format!("{}?trace=%20x", punch_path(&key));
    let heard = call(&sandbox.kot, "POST", &path, "{\"date\":1}").unwrap();
    let requests = sandbox.kot.requests();
    let request = &requests[0];
    assert_eq!(request.method, "POST");
    assert_eq!(request.path, format!("/v1.0{}", punch_path(&key)));
    assert_eq!(request.query, "trace=%20x");
    assert_eq!(request.body, "{\"date\":1}");
    assert_eq!((request.status, heard.status), (Some(400), 400));
    assert!(!request.applied && !request.faulty);
    assert!(at("12:00:00") <= request.at && request.at < at("12:01:00"));
}
