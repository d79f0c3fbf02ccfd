//! The client over a real socket.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use chrono::TimeDelta;

use super::Kot;
use crate::clock::Clock;
use crate::domain::employee::EmployeeKey;
use crate::domain::punch::PunchKind;
use crate::domain::secret::Secret;
use crate::domain::time::{Minute, WorkDay};
use crate::http::stand_in::{StandIn, answer};
use crate::http::{Options, Reason};
use crate::kot::{
    Budget, Budgets, ClosedHours, Config, Error, Outcome, PunchRequest, Requests, Surroundings,
    Unknown,
};

const TOKEN: &str = "t0ken-hunter2";

struct Bench {
    clock: Clock,
    stop: AtomicBool,
    told: Mutex<Vec<Budget>>,
}

impl Bench {
    fn at(time: &str) -> Self {
        Self {
            clock: Clock::rehearsed(&format!("2024-12-17T{time}+09:00")).unwrap(),
            stop: AtomicBool::new(false),
            told: Mutex::default(),
        }
    }

    fn with<T>(&self, url: &str, test: impl FnOnce(&Kot<'_>) -> T) -> T {
        let budgets = Budgets {
            punches: 30_000,
            requests: 30_000,
            ..Budgets::default()
        };
        self.within(budgets, url, test)
    }

    fn within<T>(&self, budgets: Budgets, url: &str, test: impl FnOnce(&Kot<'_>) -> T) -> T {
        let on_request = |budget| self.told.lock().unwrap().push(budget);
        let config = Config {
            base_url: format!("{url}/v1.0"),
            token: Secret::new(TOKEN),
            closed_hours: ClosedHours::parse("08:30-10:00", 60).unwrap(),
            budgets,
            http: Options {
                timeout: Duration::from_secs(5),
                ..Options::default()
            },
        };
        let surroundings = Surroundings {
            clock: &self.clock,
            stop: &self.stop,
            on_request: &on_request,
        };
        test(&Kot::new(config, surroundings))
    }
}

fn day(text: &str) -> WorkDay {
    WorkDay::parse(text).unwrap()
}

fn punch() -> PunchRequest {
    PunchRequest {
        key: EmployeeKey::new("k1"),
        work_day: day("2024-12-17"),
        kind: PunchKind::ClockIn,
        time: Minute::cut("2024-12-17T09:03:12+09:00".parse().unwrap()),
    }
}

#[test]
fn readings_ask_what_the_contract_says() {
    let server = StandIn::serving(vec![
        answer(
            200,
            "Date: Tue, 17 Dec 2024 03:10:00 GMT\r\n",
            r#"{"key":"co"}"#,
        ),
        answer(200, "", "[]"),
        answer(200, "", "[]"),
        answer(200, "", r#"[{"date":"2024-12-16"}]"#),
        answer(200, "", r#"{"available":true}"#),
    ]);
    let bench = Bench::at("12:00:00");
    bench.with(&server.url, |kot| {
        assert_eq!(kot.company().unwrap().key, "co");
        assert!(kot.divisions().unwrap().is_empty());
        assert!(kot.employees().unwrap().is_empty());
        let keys = [EmployeeKey::new("k1"), EmployeeKey::new("k2")];
        let reading = kot
            .time_records(day("2024-12-16"), day("2024-12-17"), Some(&keys))
            .unwrap();
        assert_eq!(reading.days, [(day("2024-12-16"), vec![])]);
        assert!(
            kot.time_records(day("2024-12-16"), day("2024-12-17"), Some(&[]))
                .unwrap()
                .days
                .is_empty()
        );
        assert!(kot.token_available().unwrap());
        assert_eq!(
            kot.requests(),
            Requests {
                reads: 5,
                punches: 0
            }
        );
        assert_eq!(
            kot.clock_skew().unwrap().num_minutes(),
            TimeDelta::minutes(-9).num_minutes()
        );
    });
    let lines: Vec<_> = server
        .requests()
        .iter()
        .map(|request| request.lines().next().unwrap().to_owned())
        .collect();
    assert_eq!(
        lines,
        [
            "GET /v1.0/company HTTP/1.1",
            "GET /v1.0/divisions HTTP/1.1",
            "GET /v1.0/employees?includeResigner=true&additionalFields=hiredDate%2CresignationDate%2CemailAddresses HTTP/1.1",
            "GET /v1.0/daily-workings/timerecord?start=2024-12-16&end=2024-12-17&employeeKeys=k1%2Ck2 HTTP/1.1",
            "GET /v1.0/tokens/t0ken-hunter2/available HTTP/1.1",
        ]
    );
}

#[test]
fn a_punch_is_one_post_of_exactly_the_agreed_body() {
    let stored = r#"{"date":"2024-12-17","employeeKey":"k1","timeRecord":{"time":"2024-12-17T09:03:00+09:00","code":"1"}}"#;
    let server = StandIn::serving(vec![answer(201, "", stored)]);
    // Punches are taken in the closed hours too.
    let bench = Bench::at("09:05:00");
    bench.with(&server.url, |kot| {
        let answer = kot.punch(kot.punch_turn().unwrap(), &punch());
        assert_eq!(
            (answer.outcome, answer.status),
            (Outcome::Accepted, Some(201))
        );
        assert_eq!(
            kot.requests(),
            Requests {
                reads: 0,
                punches: 1
            }
        );
    });
    assert_eq!(*bench.told.lock().unwrap(), [Budget::Punches]);
    let request = server.requests().remove(0);
    assert!(
        request.starts_with("POST /v1.0/daily-workings/timerecord/k1 HTTP/1.1"),
        "{request}"
    );
    assert!(
        request.contains("authorization: Bearer t0ken-hunter2"),
        "{request}"
    );
    assert!(
        request.contains("content-type: application/json"),
        "{request}"
    );
    assert!(
        request.ends_with(r#"{"code":"1","date":"2024-12-17","time":"2024-12-17T09:03:00+09:00"}"#),
        "{request}"
    );
}

#[test]
fn a_punch_whose_answer_is_lost_is_unknown_and_not_repeated() {
    let server = StandIn::serving(vec![String::new()]);
    Bench::at("12:00:00").with(&server.url, |kot| {
        let answer = kot.punch(kot.punch_turn().unwrap(), &punch());
        assert_eq!(answer.outcome, Outcome::Unknown(Unknown::NoAnswer));
    });
    assert_eq!(server.requests().len(), 1);
}

#[test]
fn nothing_is_read_in_the_closed_hours() {
    let bench = Bench::at("08:29:00");
    bench.with("http://127.0.0.1:9", |kot| {
        let opens = "2024-12-17T10:01:00+09:00".parse().unwrap();
        let closed = Error::Closed {
            opens,
            configured: true,
        };
        assert_eq!(kot.employees(), Err(closed.clone()));
        assert_eq!(
            kot.time_records(day("2024-12-16"), day("2024-12-16"), None),
            Err(closed)
        );
    });
    assert!(bench.told.lock().unwrap().is_empty());
}

#[test]
fn a_reading_whose_turn_comes_in_the_closed_hours_is_not_made() {
    let bench = Bench::at("08:28:59.500");
    let budgets = Budgets {
        requests: 1,
        // Its turn comes in a second.
        earlier_requests: vec![Duration::from_secs(299)],
        ..Budgets::default()
    };
    bench.within(budgets, "http://127.0.0.1:9", |kot| {
        let found = kot.employees();
        assert!(matches!(found, Err(Error::Closed { .. })), "{found:?}");
    });
    assert!(bench.told.lock().unwrap().is_empty());
}

#[test]
fn a_throttled_reading_slows_down_and_goes_on() {
    let many = answer(429, "", r#"{"code":"303","message":"Too Many Requests"}"#);
    let server = StandIn::serving(vec![many, answer(200, "", "[]")]);
    Bench::at("12:00:00").with(&server.url, |kot| {
        let began = Instant::now();
        assert!(kot.divisions().unwrap().is_empty());
        // 30,000 in five minutes, halved: 20 ms from one to the next.
        assert!(began.elapsed() >= Duration::from_millis(20));
        assert_eq!(kot.requests().reads, 2);
    });
}

#[test]
fn a_signal_ends_the_wait_for_a_turn() {
    let server = StandIn::serving(vec![answer(429, "Retry-After: 9999\r\n", "")]);
    let bench = Bench::at("12:00:00");
    bench.with(&server.url, |kot| {
        let retry_after = Some(Duration::from_secs(9999));
        assert_eq!(kot.divisions(), Err(Error::Throttled { retry_after }));
        std::thread::scope(|scope| {
            let waiting = scope.spawn(|| kot.divisions());
            bench.stop.store(true, Ordering::SeqCst);
            assert_eq!(waiting.join().unwrap(), Err(Error::Stopped));
        });
        assert!(matches!(kot.punch_turn(), Err(Error::Stopped)));
    });
}

#[test]
fn the_token_stands_in_no_error() {
    let echo = format!(r#"{{"errors":[{{"message":"{TOKEN}?","code":100}}]}}"#);
    let server = StandIn::serving(vec![
        answer(403, "", &echo),
        answer(404, "", &echo),
        String::new(),
    ]);
    let mut told = Vec::new();
    Bench::at("12:00:00").with(&server.url, |kot| {
        told.push(format!("{kot:?}"));
        let error = kot.token_available().unwrap_err();
        told.push(format!("{error} {error:?}"));
        told.push(format!(
            "{:?}",
            kot.punch(kot.punch_turn().unwrap(), &punch())
        ));
        let error = kot.token_available().unwrap_err();
        told.push(format!("{error} {error:?}"));
    });
    Bench::at("12:00:00").with("http://127.0.0.1:9", |kot| {
        let error = kot.token_available().unwrap_err();
        told.push(format!("{error} {error:?}"));
    });
    for text in told {
        assert!(!text.contains(TOKEN), "{text}");
    }
}

#[test]
fn what_is_too_large_for_one_answer_is_read_in_parts() {
    let huge = "HTTP/1.1 200 X\r\nConnection: close\r\nContent-Length: 99999999\r\n\r\n[";
    let server = StandIn::serving(vec![
        huge.to_owned(),
        answer(200, "", r#"[{"date":"2024-12-02"}]"#),
        answer(200, "", r#"[{"date":"2024-12-03"}]"#),
    ]);
    Bench::at("12:00:00").with(&server.url, |kot| {
        let reading = kot.time_records(day("2024-12-01"), day("2024-12-03"), None);
        let days = reading.unwrap().days;
        assert_eq!(
            days,
            [(day("2024-12-02"), vec![]), (day("2024-12-03"), vec![])]
        );
        assert_eq!(kot.requests().reads, 3);
    });
    let asked: Vec<_> = server
        .requests()
        .iter()
        .map(|request| request.split(' ').nth(1).unwrap().to_owned())
        .collect();
    assert_eq!(
        asked,
        [
            "/v1.0/daily-workings/timerecord?start=2024-12-01&end=2024-12-03",
            "/v1.0/daily-workings/timerecord?start=2024-12-01&end=2024-12-02",
            "/v1.0/daily-workings/timerecord?start=2024-12-03&end=2024-12-03",
        ]
    );
}

#[test]
fn a_day_that_is_too_large_for_one_answer_is_an_error() {
    let huge = "HTTP/1.1 200 X\r\nConnection: close\r\nContent-Length: 99999999\r\n\r\n[";
    let server = StandIn::serving(vec![huge.to_owned()]);
    Bench::at("12:00:00").with(&server.url, |kot| {
        let day = day("2024-12-01");
        let error = kot.time_records(day, day, None).unwrap_err();
        assert!(
            matches!(&error, Error::Unreachable(failure) if failure.reason() == Reason::TooLarge)
        );
    });
    assert_eq!(server.requests().len(), 1);
}
