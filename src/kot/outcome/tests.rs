//! Every answer there can be to a punch, as a table.

use std::time::Duration;

use super::{NotApplied, Outcome, PunchRequest, Unknown, classify};
use crate::domain::employee::EmployeeKey;
use crate::domain::punch::PunchKind;
use crate::domain::time::{Minute, WorkDay};
use crate::http::{Answer, Failure, Reason};

const STORED: &str = r#"{"date":"2016-05-01","employeeKey":"k1","timeRecord":{"time":"2016-05-01T09:00:00+09:00","code":"1","name":"出勤"}}"#;
const FLAT_303: &str = r#"{"code":"303","message":"Too Many Requests"}"#;
const HTML: &str = "<html><body>Forbidden</body></html>";

fn sent() -> PunchRequest {
    PunchRequest {
        key: EmployeeKey::new("k1"),
        work_day: WorkDay::parse("2016-05-01").unwrap(),
        kind: PunchKind::ClockIn,
        time: Minute::cut("2016-05-01T09:00:42+09:00".parse().unwrap()),
    }
}

fn of(status: u16, body: &str) -> Outcome {
    let answer = Answer {
        status,
        date: None,
        retry_after: Some(Duration::from_secs(7)),
        body: body.as_bytes().to_vec(),
    };
    let classed = classify(&sent(), Ok(&answer));
    assert_eq!(classed.status, Some(status));
    classed.outcome
}

fn coded(code: u32) -> String {
    format!(r#"{{"errors":[{{"message":"m","code":{code}}}]}}"#)
}

#[test]
fn the_body_is_the_punch_with_its_code_as_text_and_the_minute_with_seconds() {
    let body = r#"{"code":"1","date":"2016-05-01","time":"2016-05-01T09:00:00+09:00"}"#;
    assert_eq!(sent().body().to_string(), body);
}

#[test]
fn a_success_is_accepted_only_with_our_punch_in_it() {
    let list = STORED
        .replace(r#""timeRecord":{"#, r#""timeRecord":[{"#)
        .replace("}}", "}]}");
    let accepted = [
        STORED.to_owned(),
        list,
        STORED.replace(r#""code":"1""#, r#""code":1"#),
        STORED.replace("09:00:00", "09:00:42"),
        STORED.replace("09:00:00", "09:00"),
    ];
    for body in accepted {
        for status in [200, 201, 202] {
            assert_eq!(of(status, &body), Outcome::Accepted, "{status} {body}");
        }
    }
    let others = [
        STORED.replace("k1", "k2"),
        STORED.replace(r#""date":"2016-05-01""#, r#""date":"2016-05-02""#),
        STORED.replace(r#""code":"1""#, r#""code":"2""#),
        STORED.replace("09:00:00", "09:01:00"),
        STORED.replace(r#""employeeKey":"k1","#, ""),
        r#"{"date":"2016-05-01","employeeKey":"k1","timeRecord":[]}"#.to_owned(),
        FLAT_303.to_owned(),
        coded(100),
        HTML.to_owned(),
        "{}".to_owned(),
        "[]".to_owned(),
        String::new(),
        STORED[..60].to_owned(),
    ];
    for body in others {
        assert_eq!(
            of(201, &body),
            Outcome::Unknown(Unknown::OtherSuccess),
            "{body}"
        );
    }
}

#[test]
fn every_other_status_has_its_class() {
    let access = || Outcome::NotApplied(NotApplied::AccessRefused);
    let closed = || Outcome::NotApplied(NotApplied::Closed);
    let many = || Outcome::NotApplied(NotApplied::Throttled(Some(Duration::from_secs(7))));
    let unknown = Outcome::Unknown;
    let (k2, k100, k104, k105) = (&coded(2), &coded(100), &coded(104), &coded(105));
    let (k300, k303, k308) = (&coded(300), &coded(303), &coded(308));
    let both = r#"{"errors":[{"message":"m","code":100},{"message":"m","code":104}]}"#;
    let rows = [
        (301, "", unknown(Unknown::Redirect)),
        (302, HTML, unknown(Unknown::Redirect)),
        (303, "", unknown(Unknown::Redirect)),
        (304, "", unknown(Unknown::Redirect)),
        (308, k100, unknown(Unknown::Redirect)),
        (303, FLAT_303, unknown(Unknown::Redirect)),
        (400, k2, Outcome::Refused),
        (404, k2, Outcome::Refused),
        (409, r#"{"code":"7","message":"m"}"#, Outcome::Refused),
        (400, k104, Outcome::Refused),
        (404, k100, Outcome::Refused),
        (400, HTML, unknown(Unknown::Foreign)),
        (404, "", unknown(Unknown::Foreign)),
        (408, "", unknown(Unknown::Foreign)),
        (
            400,
            r#"{"message":"Bad Request"}"#,
            unknown(Unknown::Foreign),
        ),
        (404, r#"{"errors":[]}"#, unknown(Unknown::Foreign)),
        (400, STORED, unknown(Unknown::Foreign)),
        (401, k100, access()),
        (401, "", access()),
        (403, k100, access()),
        (403, k105, access()),
        (403, k2, Outcome::Refused),
        (403, HTML, access()),
        (403, "", access()),
        (407, HTML, access()),
        (403, k104, closed()),
        (403, both, closed()),
        (403, r#"{"code":"104","message":"m"}"#, closed()),
        (401, k104, access()),
        (400, k303, many()),
        (400, FLAT_303, many()),
        (403, k308, many()),
        (401, k303, many()),
        (429, FLAT_303, many()),
        (429, HTML, many()),
        (429, "", many()),
        (503, FLAT_303, many()),
        (500, k300, unknown(Unknown::ServerError)),
        (500, k100, unknown(Unknown::ServerError)),
        (502, HTML, unknown(Unknown::ServerError)),
        (503, "", unknown(Unknown::ServerError)),
        (504, "", unknown(Unknown::ServerError)),
        (599, STORED, unknown(Unknown::ServerError)),
        (999, "", unknown(Unknown::ServerError)),
    ];
    for (status, body, outcome) in rows {
        assert_eq!(of(status, body), outcome, "{status} {body}");
    }
}

#[test]
fn without_an_answer_it_counts_how_far_the_request_got() {
    let detail = String::new;
    let before = |reason| Failure::NotConnected {
        reason,
        host: None,
        detail: detail(),
    };
    let after = |reason| Failure::NoAnswer {
        reason,
        host: None,
        detail: detail(),
    };
    let free = Outcome::NotApplied(NotApplied::NotConnected);
    let lost = Outcome::Unknown(Unknown::NoAnswer);
    let rows = [
        (before(Reason::Name), &free),
        (before(Reason::Tls), &free),
        (before(Reason::Timeout), &free),
        (after(Reason::Timeout), &lost),
        (after(Reason::Broken), &lost),
        (after(Reason::TooLarge), &lost),
    ];
    for (failure, outcome) in rows {
        let classed = classify(&sent(), Err(&failure));
        assert_eq!(
            (&classed.outcome, classed.status),
            (outcome, None),
            "{failure}"
        );
        assert_eq!(classed.failure, Some(failure));
    }
}

#[test]
fn kots_own_words_are_kept() {
    let answer = Answer {
        status: 404,
        date: None,
        retry_after: None,
        body: r#"{"errors":[{"message":"従業員が存在しません","code":526}]}"#.into(),
    };
    let classed = classify(&sent(), Ok(&answer));
    assert_eq!(classed.kot_code.as_deref(), Some("526"));
    assert_eq!(classed.kot_message.as_deref(), Some("従業員が存在しません"));
}
