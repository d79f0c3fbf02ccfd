//! The rules and faults of the logs, over a socket.

use serde_json::Value;

use crate::sandbox::caller::{Connection, Heard, at};
use crate::sandbox::{Canned, Fault, Log, Malion, On, Reshape, Sandbox};

const PATH: &str = "/webapi/v1/operation-logs";
const DAY: &str = "from=2024-12-17T00:00:00%2B09:00&to=2024-12-18T00:00:00%2B09:00";

/// A sandbox at noon with five logs: a to d in order of occurrence, e by another operation.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::start(at("12:00:00")).unwrap();
    for (id, operation, occurred, collected) in [
        ("d", "ログオフ", "09:30:00", "09:31:00"),
        ("b", "ログオン", "09:00:00", "11:00:00"),
        ("a", "ログオン", "09:00:00", "09:01:00"),
        ("c", "ログオフ", "09:10:00", "13:00:00"),
        ("e", "ロック", "09:40:00", "09:41:00"),
    ] {
        let log = Log::new(operation, "PC-001", "tarouk", at(occurred));
        sandbox
            .malion
            .add_log(log.with_id(id).collected(at(collected)));
    }
    sandbox
}

fn asked_with(malion: &Malion, method: &str, target: &str, codes: (&str, &str)) -> Heard {
    let mut connection = Connection::open(&malion.base_url());
    let headers = format!(
        "X-MaLion-Admin-Code: {}\r\nX-MaLion-Secret-Code: {}\r\n",
        codes.0, codes.1
    );
    connection.send(method, target, &headers, "");
    connection.hear().unwrap()
}

fn logs(malion: &Malion, query: &str) -> Heard {
    let (admin, secret) = malion.codes();
    asked_with(malion, "GET", &format!("{PATH}?{query}"), (&admin, &secret))
}

fn ids(heard: &Heard) -> String {
    let id = |row: &Value| row["log_id"].as_str().unwrap_or("-").to_owned();
    heard.json()["logs"]
        .as_array()
        .unwrap()
        .iter()
        .map(id)
        .collect()
}

#[test]
fn logs_are_visible_once_collected_in_order_of_the_asked_time_then_id() {
    let sandbox = sandbox();
    for (query, found) in [
        ("by=occurred&category=logon", "abd"),
        ("by=collected&category=logon", "adb"),
        ("by=occurred&category=all", "abde"),
        ("", "abde"),
    ] {
        assert_eq!(
            ids(&logs(&sandbox.malion, &format!("{DAY}&{query}"))),
            found,
            "{query}"
        );
    }
    sandbox.set_now(at("13:00:00"));
    let all = logs(&sandbox.malion, &format!("{DAY}&by=occurred"));
    assert_eq!(ids(&all), "abcde");
    assert_eq!(all.json()["total"], 5);
}

#[test]
fn from_is_inclusive_and_to_exclusive() {
    let sandbox = sandbox();
    for (from, to, found) in [
        ("09:00:00", "09:30:00", "ab"),
        ("09:00:01", "09:30:01", "d"),
    ] {
        let query = format!("from=2024-12-17T{from}%2B09:00&to=2024-12-17T{to}%2B09:00");
        assert_eq!(ids(&logs(&sandbox.malion, &query)), found);
    }
}

#[test]
fn pages_go_by_offset_and_say_whether_there_is_a_next() {
    let sandbox = sandbox();
    for (paging, found, next) in [
        ("limit=3", "abd", true),
        ("offset=3&limit=3", "e", false),
        ("limit=4", "abde", false),
        ("offset=9", "", false),
    ] {
        let heard = logs(&sandbox.malion, &format!("{DAY}&{paging}"));
        assert_eq!(ids(&heard), found, "{paging}");
        assert_eq!(heard.json()["has_next"], next, "{paging}");
        assert_eq!(heard.json()["total"], 4, "{paging}");
    }
}

#[test]
fn a_bad_range_is_400() {
    let sandbox = sandbox();
    for query in [
        String::new(),
        "from=2024-12-17T00:00:00%2B09:00".to_owned(),
        "from=2024-12-17T00:00:00&to=2024-12-18T00:00:00".to_owned(),
        "from=2024-12-17T00:00:00+09:00&to=2024-12-18T00:00:00+09:00".to_owned(),
        "from=2024-12-17T00:00:00%2B09:00&to=2024-12-18T00:00:01%2B09:00".to_owned(),
        "from=2024-12-17T00:00:00%2B09:00&to=2024-12-17T00:00:00%2B09:00".to_owned(),
        format!("{DAY}&limit=0"),
        format!("{DAY}&limit=1001"),
        format!("{DAY}&offset=-1"),
        format!("{DAY}&by=id"),
        format!("{DAY}&category=logoff"),
    ] {
        let heard = logs(&sandbox.malion, &query);
        assert_eq!(heard.status, 400, "{query}");
        assert_eq!(heard.json()["error"]["code"], "bad_range");
    }
}

#[test]
fn wrong_codes_are_401_the_api_off_is_403_and_another_path_404() {
    let sandbox = sandbox();
    let malion = &sandbox.malion;
    let target = format!("{PATH}?{DAY}");
    assert_eq!(asked_with(malion, "GET", &target, ("x", "y")).status, 401);
    malion.set_codes("x", "y");
    let right = ("x", "y");
    assert_eq!(asked_with(malion, "GET", &target, right).status, 200);
    assert_eq!(
        asked_with(malion, "GET", "/webapi/v1/users", right).status,
        404
    );
    assert_eq!(asked_with(malion, "POST", &target, right).status, 404);
    malion.set_api_on(false);
    let heard = asked_with(malion, "GET", &target, right);
    assert_eq!(heard.status, 403);
    assert_eq!(heard.json()["error"]["code"], "api_disabled");
    assert_eq!(malion.requests().len(), 5);
}

#[test]
fn a_row_has_its_times_in_japanese_time_and_leaves_out_what_is_missing() {
    let sandbox = Sandbox::start(at("12:00:00")).unwrap();
    let mut log = Log::new("ログオン", "PC-001", "", at("09:03:12")).in_domain("EXAMPLE");
    sandbox.malion.add_log(log.clone());
    log.user = None;
    log.occurred_at = at("09:04:00");
    sandbox.malion.add_log(log);
    let rows = logs(&sandbox.malion, DAY).json()["logs"].clone();
    assert_eq!(
        rows[0],
        serde_json::json!({
            "occurred_at": "2024-12-17T09:03:12+09:00", "collected_at": "2024-12-17T09:03:12+09:00",
            "operation": "ログオン", "terminal": "PC-001", "domain": "EXAMPLE", "user": ""})
    );
    assert_eq!(rows[1].get("user"), None);
}

#[test]
fn rows_double_pages_shift_or_never_end_and_fields_go_missing() {
    for (reshape, paging, found, next) in [
        (Reshape::DoubledRows, "limit=2", "aabb", true),
        (Reshape::EndlessNext, "offset=3", "e", true),
        (Reshape::ShiftedPages(1), "limit=2", "ab", true),
        (Reshape::ShiftedPages(1), "offset=2&limit=2", "bd", true),
        (Reshape::ShiftedPages(-1), "offset=2&limit=2", "e", false),
        (Reshape::MissingField("log_id"), "", "abd-", false),
    ] {
        let sandbox = sandbox();
        sandbox
            .malion
            .fault(Fault::Reshape(reshape.clone()), On::logs());
        let heard = logs(&sandbox.malion, &format!("{DAY}&{paging}"));
        assert_eq!(ids(&heard), found, "{reshape:?}");
        assert_eq!(heard.json()["has_next"], next, "{reshape:?}");
    }
}

#[test]
fn codes_that_were_changed_are_refused_from_then_on() {
    let sandbox = sandbox();
    let (admin, secret) = sandbox.malion.codes();
    let asked = || {
        let target = format!("{PATH}?{DAY}");
        asked_with(&sandbox.malion, "GET", &target, (&admin, &secret))
    };
    assert_eq!(asked().status, 200);
    sandbox.malion.set_codes(&admin, "another");
    assert_eq!(asked().status, 401);
    assert_eq!(asked().json()["error"]["code"], "unauthorized");
    sandbox.malion.set_codes(&admin, &secret);
    assert_eq!(asked().status, 200);
}

#[test]
fn canned_errors_have_malions_shape() {
    let sandbox = sandbox();
    let busy = Canned::malion_error(429, "too_many", "…").retry_after(30);
    sandbox.malion.fault(Fault::Answer(busy), On::logs());
    let heard = logs(&sandbox.malion, DAY);
    assert_eq!(heard.status, 429);
    assert_eq!(heard.json()["error"]["code"], "too_many");
    assert_eq!(heard.header("retry-after"), Some("30"));
    assert_eq!(logs(&sandbox.malion, DAY).status, 200);
}
