//! The client as other profiles have it ask.

use super::{ASSUMED_V1, NEVER, at, logs, read_by};
use crate::clock::Clock;
use crate::domain::secret::Secret;
use crate::http::Options;
use crate::http::stand_in::{StandIn, answer};
use crate::malion::profile::{Category, Profile};
use crate::malion::{Config, Error, Malion};

/// The built-in profile with each of these put in the place of another.
fn profile(changes: &[(&str, &str)]) -> String {
    changes
        .iter()
        .fold(ASSUMED_V1.to_owned(), |text, (old, new)| {
            assert!(text.contains(old), "{old}");
            text.replacen(old, new, 1)
        })
}

const HEADERS: &str = r#"X-MaLion-Admin-Code = "{admin_code}"
X-MaLion-Secret-Code = "{secret_code}"
"#;

/// What one page of a day is asked like by that profile.
fn asked(profile: &str) -> String {
    let server = StandIn::serving(vec![answer(200, "", &logs(&[], false))]);
    let span = (at("16T00:00:00"), at("17T00:00:00"));
    let (_, ended, _) = read_by(profile, &server.url, &NEVER, span);
    assert_eq!(ended, Ok(()));
    server.requests().remove(0)
}

#[test]
fn the_codes_go_where_the_profile_says() {
    let basic = asked(&profile(&[
        ("auth = \"headers\"", "auth = \"basic\""),
        (HEADERS, ""),
    ]));
    // base64 of adm-hunter2:sec-hunter3
    assert!(
        basic.contains("authorization: Basic YWRtLWh1bnRlcjI6c2VjLWh1bnRlcjM="),
        "{basic}"
    );
    assert!(!basic.contains("hunter"), "{basic}");
    let in_query = "limit = \"{limit}\"\na = \"{admin_code}\"\ns = \"{secret_code}\"\n";
    let query = |auth: &str| {
        let auth = format!("auth = \"{auth}\"");
        profile(&[
            ("auth = \"headers\"", auth.as_str()),
            (HEADERS, ""),
            ("limit = \"{limit}\"\n", in_query),
        ])
    };
    let asked_by_query = asked(&query("query"));
    let line = asked_by_query.lines().next().unwrap();
    assert!(
        line.starts_with("GET ") && line.contains("&s=sec-hunter3"),
        "{line}"
    );
    assert!(line.contains("?a=adm-hunter2&"), "{line}");
    let form = asked(&query("form"));
    assert!(
        form.starts_with("POST /webapi/v1/operation-logs HTTP/1.1"),
        "{form}"
    );
    assert!(
        form.contains("content-type: application/x-www-form-urlencoded"),
        "{form}"
    );
    assert!(form.contains("a=adm-hunter2&by=collected&"), "{form}");
}

#[test]
fn a_code_in_the_address_is_told_by_no_error() {
    let in_query = "limit = \"{limit}\"\na = \"{admin_code}\"\ns = \"{secret_code}\"\n";
    let profile = profile(&[
        ("auth = \"headers\"", "auth = \"query\""),
        (HEADERS, ""),
        ("limit = \"{limit}\"\n", in_query),
    ]);
    let echoed = r#"{"error":{"code":"x","message":"GET /?a=adm-hunter2&s=sec-hunter3"}}"#;
    let answers = [
        answer(400, "", echoed),
        answer(401, "", echoed),
        answer(200, "", echoed),
        "HTTP/1.1 200 X\r\nContent-Length: 99\r\n\r\nshort".to_owned(),
        "no HTTP\r\n\r\n".to_owned(),
    ];
    for answer in answers {
        let server = StandIn::serving(vec![answer]);
        let span = (at("16T00:00:00"), at("17T00:00:00"));
        // `read_by` looks for the codes in what is told.
        let (_, ended, _) = read_by(&profile, &server.url, &NEVER, span);
        let error = ended.unwrap_err();
        assert!(!error.to_string().contains("hunter"), "{error}");
    }
    let span = (at("16T00:00:00"), at("17T00:00:00"));
    let (_, ended, _) = read_by(&profile, "http://127.0.0.1:9", &NEVER, span);
    assert!(matches!(ended, Err(Error::Unreachable(_))), "{ended:?}");
}

#[test]
fn pages_count_from_the_first_and_a_cursor_is_left_out_of_the_first_question() {
    let offset = "offset = \"{offset}\"";
    let paging = ("style = \"offset\"", "style = \"page\"\nfirst = 0");
    let pages = profile(&[(offset, "p = \"{page}\""), paging]);
    let cursor = [
        (offset, "after = \"{cursor}\""),
        ("style = \"offset\"", "style = \"cursor\"\nnext = \"/next\""),
        ("more = \"/has_next\"", ""),
    ];
    let cursors = profile(&cursor);
    let with_next = |body: String| body.replacen('{', "{\"next\":\"c/1\",", 1);
    for (profile, first, second, places) in [
        (
            pages,
            logs(&[1, 2], true),
            logs(&[3], false),
            ["p=0", "p=1"],
        ),
        (
            cursors,
            with_next(logs(&[1, 2], true)),
            logs(&[3], true),
            ["limit=500&to=", "after=c%2F1"],
        ),
    ] {
        let server = StandIn::serving(vec![answer(200, "", &first), answer(200, "", &second)]);
        let span = (at("16T00:00:00"), at("17T00:00:00"));
        let (read, ended, _) = read_by(&profile, &server.url, &NEVER, span);
        assert_eq!((read.concat().len(), ended), (3, Ok(())));
        let requests = server.requests();
        assert!(!requests[0].contains("after="), "{}", requests[0]);
        for (request, place) in requests.iter().zip(places) {
            assert!(request.contains(place), "{place}: {request}");
        }
    }
}

#[test]
fn a_cursor_that_leads_nowhere_is_an_error() {
    let profile = profile(&[
        ("offset = \"{offset}\"", "after = \"{cursor}\""),
        ("style = \"offset\"", "style = \"cursor\"\nnext = \"/next\""),
        ("more = \"/has_next\"", ""),
    ]);
    let same = |ids: &[u32]| {
        let body = logs(ids, true).replacen('{', "{\"next\":\"c\",", 1);
        answer(200, "", &body)
    };
    let server = StandIn::serving(vec![same(&[1]), same(&[2])]);
    let span = (at("16T00:00:00"), at("17T00:00:00"));
    let (_, ended, _) = read_by(&profile, &server.url, &NEVER, span);
    assert_eq!(ended, Err(Error::Endless { offset: 1 }));
}

#[test]
fn in_the_closed_hours_nothing_is_asked() {
    let closed = format!("{ASSUMED_V1}[limits]\nclosed_hours = \"08:30-09:30\"\n");
    let span = (at("16T00:00:00"), at("17T00:00:00"));
    let (_, ended, made) = read_by(&closed, "http://127.0.0.1:9", &NEVER, span);
    let until = at("17T09:30:00");
    assert_eq!((ended, made), (Err(Error::Closed { until }), 0));
}

#[test]
fn a_category_that_a_profile_does_not_know_is_not_asked_for() {
    let clock = Clock::starting_at(at("17T09:00:00"));
    let ask = |profile: &str| {
        let server = StandIn::serving(vec![answer(200, "", &logs(&[], false))]);
        let config = Config {
            base_url: server.url.clone(),
            admin_code: Secret::new("a"),
            secret_code: Secret::new("s"),
            api: Profile::from_toml(profile).unwrap().api.unwrap(),
            http: Options::default(),
        };
        let malion = Malion::new(config, &clock, &NEVER);
        let (from, to) = (at("16T00:00:00"), at("16T01:00:00"));
        let ended = malion.read(from, to, Category::All, |_| Ok::<_, Error>(()));
        let answers = malion.answers(Category::All);
        if malion.requests() == 0 {
            // The stand-in ends when it was asked.
            let read = malion.read(from, to, Category::Logon, |_| Ok::<_, Error>(()));
            assert_eq!(read, Ok(()));
        }
        (
            answers,
            ended,
            server.requests().remove(0).contains("category="),
        )
    };
    let without_all = profile(&[("all = \"all\"", "")]);
    assert_eq!(ask(ASSUMED_V1), (true, Ok(()), true));
    assert_eq!(ask(&without_all), (false, Err(Error::NoCategory), true));
    let (_, categories) = ASSUMED_V1.split_once("[request.categories]").unwrap();
    let (categories, _) = categories.split_once("[request.query]").unwrap();
    let no_categories = profile(&[
        (&format!("[request.categories]{categories}"), ""),
        ("category = \"{category}\"\n", ""),
    ]);
    assert_eq!(ask(&no_categories), (true, Ok(()), false));
}

#[test]
fn an_answer_is_looked_at_field_by_field_though_a_record_in_it_is_none() {
    let record = |time: &str, word: &str| {
        format!(
            r#"{{"log_id":"","occurred_at":"{time}","collected_at":"2024-12-16T09:04:40+09:00","operation":"{word}","terminal":"PC-001","user":[1]}}"#
        )
    };
    let good = record("2024-12-16T09:03:12+09:00", "ログオン");
    let bad = record("soon", "ロック");
    let body = format!(r#"{{"has_next":false,"logs":[{good},{bad}]}}"#);
    let server = StandIn::serving(vec![answer(200, "", &body)]);
    let clock = Clock::starting_at(at("17T09:00:00"));
    let config = Config {
        base_url: server.url.clone(),
        admin_code: Secret::new("a"),
        secret_code: Secret::new("s"),
        api: Profile::assumed_v1().unwrap().api.unwrap(),
        http: Options::default(),
    };
    let malion = Malion::new(config, &clock, &NEVER);
    let found = malion.inspect(at("16T09:00:00"), at("16T10:00:00"), Category::Logon);
    let found = found.unwrap();
    assert_eq!((found.records, found.on_last_page), (2, 2));
    let told: Vec<_> = found
        .fields
        .iter()
        .map(|field| (field.field.name(), field.borne, field.wrong.is_some()))
        .collect();
    assert_eq!(
        told,
        [
            ("log_id", 0, false),
            ("occurred_at", 2, true),
            ("collected_at", 2, false),
            ("operation", 2, false),
            ("terminal", 2, false),
            ("domain", 0, false),
            ("user", 0, true),
            ("link_code", 0, false),
        ]
    );
    let words: Vec<_> = found
        .words
        .iter()
        .map(|(word, (_, count))| (word.as_str(), *count))
        .collect();
    assert_eq!(words, [("ログオン", 1), ("ロック", 1)]);
    assert!(found.malformed.is_some());
}
