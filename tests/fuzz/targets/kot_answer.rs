//! What KING OF TIME answers: a status, headers, an empty line and a body, put to every reading.

use std::collections::HashSet;

use pcpunch::domain::employee::EmployeeKey;
use pcpunch::domain::punch::PunchKind;
use pcpunch::domain::time::{Minute, WorkDay, from_epoch};
use pcpunch::http::Answer;
use pcpunch::kot::{
    ClosedHours, Error, Malformed, NotApplied, Outcome, PunchRequest, classify, closed_days,
    company, divisions, employees, time_records,
};
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use serde_json::Value;

use super::shown;

/// A reading takes what was asked for and nothing else, and a punch is taken for stored only where the answer shows it.
pub(super) fn read(bytes: &[u8]) {
    let answer = answer(bytes);
    lists(&answer.body);
    days(&answer.body);
    outcome(&answer);
    let now = from_epoch(1_734_400_000).expect("a moment");
    let hours = ClosedHours::parse("08:30-10:00,17:30-18:30", 60).expect("hours");
    if let Some(date) = answer.date {
        shown::told(format!("{} {date}", now - date));
    }
    match Error::of_answer(answer.clone(), now, &hours) {
        Ok(body) => assert_eq!((answer.status, &body), (200, &answer.body)),
        Err(error) => shown::told(error),
    }
}

/// `403`, lines such as `Retry-After: 7`, an empty line, the body; where there is no empty line, the body of a 200.
fn answer(bytes: &[u8]) -> Answer {
    let cut = bytes.windows(2).position(|pair| pair == b"\n\n");
    let (head, body) = cut.map_or((&b"200"[..], bytes), |at| (&bytes[..at], &bytes[at + 2..]));
    let mut lines = head.split(|byte| *byte == b'\n');
    let status = lines
        .next()
        .and_then(|line| std::str::from_utf8(line).ok()?.parse().ok());
    let mut headers = HeaderMap::new();
    for line in lines.take(16) {
        let Some(colon) = line.iter().position(|byte| *byte == b':') else {
            continue;
        };
        let name = HeaderName::from_bytes(&line[..colon]);
        let value = HeaderValue::from_bytes(line[colon + 1..].trim_ascii());
        if let (Ok(name), Ok(value)) = (name, value) {
            headers.insert(name, value);
        }
    }
    Answer::of(status.unwrap_or(200), &headers, body.to_vec())
}

fn lists(body: &[u8]) {
    match company(body) {
        Ok(company) => assert!(!company.key.is_empty()),
        Err(malformed) => named(&malformed, body),
    }
    match divisions(body) {
        Ok(divisions) => {
            let codes: HashSet<&str> = divisions.iter().map(|one| one.code.as_str()).collect();
            assert_eq!(codes.len(), divisions.len());
        }
        Err(malformed) => named(&malformed, body),
    }
    match employees(body) {
        Ok(people) => {
            let keys: HashSet<&str> = people.iter().map(|one| one.key.as_str()).collect();
            assert_eq!(keys.len(), people.len());
            assert!(people.iter().all(|one| !one.code.as_str().is_empty()));
        }
        Err(malformed) => named(&malformed, body),
    }
}

fn days(body: &[u8]) {
    let day = |text| WorkDay::parse(text).expect("a day");
    let asked = day("2024-12-16")..=day("2024-12-18");
    match time_records(body, &asked) {
        Ok(days) => {
            assert!(days.is_sorted_by(|one, next| one.0 < next.0));
            assert!(days.iter().all(|(day, _)| asked.contains(day)));
            for (key, records) in days.into_iter().flat_map(|(_, people)| people) {
                assert!(!key.as_str().is_empty());
                assert!(records.is_sorted_by_key(|record| record.time));
                for record in records {
                    // What a comparison and a table make of it.
                    let minute = record.minute();
                    assert!(minute.start() <= record.time);
                    shown::told(format!("{minute} {:?} {:?}", record.time, record.how));
                    assert!(
                        minute.clock().len() == 5
                            && record.time.date_naive().to_string().len() == 10
                    );
                }
            }
        }
        Err(malformed) => named(&malformed, body),
    }
    match closed_days(body, &asked) {
        Ok(closed) => assert!(closed.iter().all(|(day, _)| asked.contains(day))),
        Err(malformed) => named(&malformed, body),
    }
}

fn named(malformed: &Malformed, body: &[u8]) {
    assert!(malformed.index.is_none_or(|index| index < body.len()));
    shown::told(malformed);
}

fn outcome(answer: &Answer) {
    let sent = PunchRequest {
        key: EmployeeKey::new("k1"),
        work_day: WorkDay::parse("2024-12-17").expect("a day"),
        kind: PunchKind::ClockIn,
        time: Minute::cut(from_epoch(1_734_393_792).expect("a moment")),
    };
    let came = classify(&sent, Ok(answer));
    match &came.outcome {
        Outcome::Accepted => {
            assert!((200..300).contains(&answer.status));
            let body: Value = serde_json::from_slice(&answer.body).expect("it was read");
            let told = body.to_string();
            assert!(told.contains("k1") && told.contains("2024-12-17"), "{told}");
        }
        Outcome::Refused => assert!((400..500).contains(&answer.status) && came.kot_code.is_some()),
        Outcome::NotApplied(NotApplied::NotConnected) => panic!("an answer came"),
        Outcome::NotApplied(_) => assert!(answer.status >= 400),
        Outcome::Unknown(_) => {}
    }
    for words in [came.kot_code, came.kot_message].into_iter().flatten() {
        shown::told(words);
    }
}
