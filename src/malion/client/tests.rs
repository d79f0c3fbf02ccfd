//! The client over a real socket.

mod profiles;

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::{Category, Config, Error, Malion, windows};
use crate::clock::Clock;
use crate::domain::secret::Secret;
use crate::domain::time::Jst;
use crate::http::Options;
use crate::http::stand_in::{StandIn, answer};
use crate::malion::{Problem, Profile, Refusal};

const ASSUMED_V1: &str = include_str!("../assumed-v1.toml");

static NEVER: AtomicBool = AtomicBool::new(false);

fn at(time: &str) -> Jst {
    format!("2024-12-{time}+09:00").parse().unwrap()
}

fn logs(ids: &[u32], more: bool) -> String {
    let record = |id: &u32| {
        format!(
            r#"{{"log_id":"{id}","occurred_at":"2024-12-16T09:03:12+09:00","collected_at":"2024-12-16T09:04:40+09:00","operation":"ログオン","terminal":"PC-001"}}"#
        )
    };
    let records: Vec<_> = ids.iter().map(record).collect();
    format!(r#"{{"has_next":{more},"logs":[{}]}}"#, records.join(","))
}

/// Reads one span; gives the ids page by page, how it ended, and how many requests it took.
fn read(
    url: &str,
    stop: &AtomicBool,
    from: Jst,
    to: Jst,
) -> (Vec<Vec<String>>, Result<(), Error>, u64) {
    read_by(ASSUMED_V1, url, stop, (from, to))
}

/// The same by another profile.
fn read_by(
    profile: &str,
    url: &str,
    stop: &AtomicBool,
    (from, to): (Jst, Jst),
) -> (Vec<Vec<String>>, Result<(), Error>, u64) {
    let clock = Clock::starting_at(at("17T09:00:00"));
    let config = Config {
        base_url: url.to_owned(),
        admin_code: Secret::new("adm-hunter2"),
        secret_code: Secret::new("sec-hunter3"),
        api: Profile::from_toml(profile).unwrap().api.unwrap(),
        http: Options {
            timeout: Duration::from_secs(5),
            ..Options::default()
        },
    };
    let malion = Malion::new(config, &clock, stop);
    let mut pages = Vec::new();
    let ended = malion.read(from, to, Category::Logon, |logs| {
        pages.push(logs.into_iter().filter_map(|log| log.log_id).collect());
        Ok::<_, Error>(())
    });
    assert!(!format!("{malion:?} {ended:?}").contains("hunter"));
    (pages, ended, malion.requests())
}

fn day(answers: &[String]) -> (Vec<Vec<String>>, Result<(), Error>, Vec<String>) {
    let answers: Vec<_> = answers.iter().map(|body| answer(200, "", body)).collect();
    let server = StandIn::serving(answers);
    let (pages, ended, made) = read(&server.url, &NEVER, at("16T00:00:00"), at("17T00:00:00"));
    let requests = server.requests();
    assert_eq!(made, requests.len() as u64);
    (pages, ended, requests)
}

#[test]
fn pages_are_read_to_the_end_as_the_contract_asks() {
    let (pages, ended, requests) = day(&[logs(&[1, 2], true), logs(&[3], false)]);
    assert_eq!(
        (pages, ended),
        (
            vec![vec!["1".to_owned(), "2".to_owned()], vec!["3".to_owned()]],
            Ok(())
        )
    );
    let query = |offset| {
        format!(
            "GET /webapi/v1/operation-logs?by=collected&category=logon&from=2024-12-16T00%3A00%3A00%2B09%3A00&limit=500&offset={offset}&to=2024-12-17T00%3A00%3A00%2B09%3A00 HTTP/1.1"
        )
    };
    for (request, offset) in requests.iter().zip([0, 2]) {
        assert_eq!(request.lines().next(), Some(query(offset).as_str()));
        assert!(
            request.contains("x-malion-admin-code: adm-hunter2"),
            "{request}"
        );
        assert!(
            request.contains("x-malion-secret-code: sec-hunter3"),
            "{request}"
        );
    }
}

#[test]
fn pages_that_do_not_end_are_an_error() {
    let rows = [
        (vec![logs(&[], true)], 0),
        (vec![logs(&[1], true), logs(&[], true)], 1),
        (vec![logs(&[1, 2], true), logs(&[1, 2], true)], 2),
    ];
    for (answers, offset) in rows {
        assert_eq!(day(&answers).1, Err(Error::Endless { offset }));
    }
}

#[test]
fn a_page_that_cannot_be_read_keeps_the_ones_before() {
    let (pages, ended, _) = day(&[
        logs(&[1], true),
        r#"{"has_next":false,"logs":[{"log_id"#.to_owned(),
    ]);
    assert_eq!(pages.len(), 1);
    let Err(Error::Malformed(malformed)) = ended else {
        panic!("{ended:?}");
    };
    assert_eq!(malformed.offset, 1);
    assert!(matches!(malformed.problem, Problem::NotJson(_)));
}

#[test]
fn an_error_told_with_a_success_is_no_empty_answer() {
    let (pages, ended, _) =
        day(&[r#"{"error":{"code":"E9","message":"busy for sec-hunter3"}}"#.to_owned()]);
    let refused = Error::Refused {
        status: 200,
        code: Some("E9".to_owned()),
        message: Some("busy for …".to_owned()),
    };
    assert_eq!((pages.len(), ended), (0, Err(refused)));
}

#[test]
fn refused_codes_are_told_without_them() {
    let body = r#"{"error":{"code":"401","message":"adm-hunter2 is wrong"}}"#;
    let server = StandIn::serving(vec![answer(401, "", body)]);
    let ended = read(&server.url, &NEVER, at("16T00:00:00"), at("16T01:00:00")).1;
    assert!(
        matches!(
            ended,
            Err(Error::AccessRefused {
                refusal: Refusal::Codes,
                ..
            })
        ),
        "{ended:?}"
    );
}

#[test]
fn nothing_is_asked_after_a_signal_nor_for_an_empty_span() {
    let stop = AtomicBool::new(true);
    let (_, ended, made) = read(
        "http://127.0.0.1:9",
        &stop,
        at("16T00:00:00"),
        at("16T01:00:00"),
    );
    assert_eq!((ended, made), (Err(Error::Stopped), 0));
    stop.store(false, Ordering::SeqCst);
    let (_, ended, made) = read(
        "http://127.0.0.1:9",
        &stop,
        at("16T01:00:00"),
        at("16T01:00:00.9"),
    );
    assert_eq!((ended, made), (Ok(()), 0));
}

#[test]
fn a_long_span_is_cut_into_windows_that_leave_no_gap() {
    let cut: Vec<_> = windows(at("14T23:00:00.7"), at("17T09:00:00.2"), 24)
        .map(|window| (window.from, window.to))
        .collect();
    let expected = [
        (at("14T23:00:00"), at("15T23:00:00")),
        (at("15T23:00:00"), at("16T23:00:00")),
        (at("16T23:00:00"), at("17T09:00:00")),
    ];
    assert_eq!(cut, expected);
    assert_eq!(windows(at("17T09:00:00"), at("16T09:00:00"), 24).count(), 0);
}
