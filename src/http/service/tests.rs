//! The client over a real socket.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread;
use std::time::Duration;

use super::super::stand_in::{StandIn, answer};
use super::{Ask, Options, Route, Service};
use crate::domain::secret::Secret;
use crate::http::{Failure, Reason};

fn service(url: &str) -> Service {
    let options = Options {
        timeout: Duration::from_secs(1),
        ..Options::default()
    };
    Service::new(url, options)
}

#[test]
fn an_answer_brings_its_status_date_and_whole_body() {
    let server = StandIn::serving(vec![answer(
        429,
        "Date: Tue, 17 Dec 2024 00:00:00 GMT\r\nRetry-After: 9\r\n",
        "busy",
    )]);
    let got = service(&format!("{}/v1.0/", server.url))
        .ask(&Ask {
            path: &["tokens", "a/b ?", "available"],
            query: &[("from", "2024-12-16T00:00:00+09:00")],
            headers: &[("Authorization", "Bearer t0ken")],
            ..Ask::default()
        })
        .unwrap();
    assert_eq!((got.status, got.body.as_slice()), (429, b"busy".as_slice()));
    assert_eq!(got.date.unwrap().to_rfc3339(), "2024-12-17T09:00:00+09:00");
    assert_eq!(got.retry_after, Some(Duration::from_secs(9)));
    let request = server.requests().remove(0);
    let line =
        "GET /v1.0/tokens/a%2Fb%20%3F/available?from=2024-12-16T00%3A00%3A00%2B09%3A00 HTTP/1.1";
    assert!(request.starts_with(line), "{request}");
    assert!(request.contains(concat!("user-agent: pcpunch/", env!("CARGO_PKG_VERSION"))));
}

#[test]
fn a_redirect_is_an_answer_and_is_not_followed() {
    let server = StandIn::serving(vec![answer(302, "Location: http://127.0.0.1:1/\r\n", "")]);
    assert_eq!(
        service(&server.url).ask(&Ask::default()).unwrap().status,
        302
    );
}

#[test]
fn a_post_that_loses_its_answer_is_made_once() {
    let server = StandIn::serving(vec![String::new()]);
    let json = serde_json::json!({"code": "1"});
    let ask = Ask {
        json: Some(&json),
        ..Ask::default()
    };
    let failure = service(&server.url).ask(&ask).unwrap_err();
    assert!(matches!(failure, Failure::NoAnswer { .. }), "{failure:?}");
    assert_eq!(server.requests().len(), 1);
}

#[test]
fn a_body_cut_short_is_no_answer() {
    let cut = "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n[]".to_owned();
    let server = StandIn::serving(vec![cut]);
    let failure = service(&server.url).ask(&Ask::default()).unwrap_err();
    assert_eq!(
        (failure.reason(), failure.is_before_sending()),
        (Reason::Broken, false)
    );
}

#[test]
fn a_server_that_says_nothing_runs_out_of_time_after_sending() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let failure = service(&url).ask(&Ask::default()).unwrap_err();
    assert_eq!(
        (failure.reason(), failure.is_before_sending()),
        (Reason::Timeout, false)
    );
}

#[test]
fn what_never_connects_surely_sent_nothing() {
    let closed = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let rows = [
        (format!("http://{closed}"), Reason::Connect),
        ("no url".to_owned(), Reason::Request),
        ("mailto:a@example.jp".to_owned(), Reason::Request),
    ];
    for (url, reason) in rows {
        let failure = service(&url).ask(&Ask::default()).unwrap_err();
        assert_eq!(
            (failure.reason(), failure.is_before_sending()),
            (reason, true),
            "{url}"
        );
    }
}

#[test]
fn a_server_that_speaks_no_tls_surely_got_nothing() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    let server = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut hello = [0; 64];
        stream.read_exact(&mut hello).unwrap();
        stream
            .write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            .unwrap();
    });
    let failure = service(&url).ask(&Ask::default()).unwrap_err();
    assert_eq!(
        (failure.reason(), failure.is_before_sending()),
        (Reason::Tls, true),
        "{failure}"
    );
    server.join().unwrap();
}

#[test]
fn a_bad_proxy_or_certificate_file_is_named_without_its_value() {
    let rows = [
        (
            Route::Proxy(Secret::new("http://user:hunter2@ /")),
            None,
            Reason::Proxy,
        ),
        (
            Route::System,
            Some("/nowhere/hunter2.pem".into()),
            Reason::CaFile,
        ),
        (Route::System, Some("Cargo.toml".into()), Reason::CaFile),
    ];
    for (route, ca_file, reason) in rows {
        let options = Options {
            route,
            ca_file,
            ..Options::default()
        };
        let failure = Service::new("http://127.0.0.1:9", options)
            .ask(&Ask::default())
            .unwrap_err();
        assert_eq!(
            (failure.reason(), failure.is_before_sending()),
            (reason, true)
        );
        assert!(!format!("{failure} {failure:?}").contains("hunter2"));
    }
}

#[test]
fn a_header_that_cannot_be_one_is_named_without_its_value() {
    let ask = Ask {
        headers: &[("Authorization", "Bearer hunter2\r\nX: y")],
        ..Ask::default()
    };
    let failure = service("http://127.0.0.1:9").ask(&ask).unwrap_err();
    assert_eq!(
        (failure.reason(), failure.is_before_sending()),
        (Reason::Request, true)
    );
    assert!(!format!("{failure} {failure:?}").contains("hunter2"));
}
