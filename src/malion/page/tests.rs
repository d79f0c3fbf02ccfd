//! Pages of JSON and of rows: what is read, and what spoils them.

use serde_json::{Value, json};

use super::{MOST_RECORDS, MOST_VALUES, Next, Page, Position, Problem};
use crate::domain::log_source::Field;
use crate::domain::pc_log::{Operation, RawLog};
use crate::domain::time::from_epoch;
use crate::malion::profile::{Api, Profile};
use crate::malion::{Malformed, Place};

const ASSUMED_V1: &str = include_str!("../assumed-v1.toml");

fn api(toml: &str) -> Api {
    Profile::from_toml(toml).unwrap().api.unwrap()
}

/// The logs of a body behind 500 records, and how it goes on.
fn read(api: &Api, body: &[u8]) -> Result<(Vec<RawLog>, Next), Malformed> {
    let position = Position {
        records: 500,
        ..Position::default()
    };
    let page = Page::of(api, body, &position, from_epoch(1_734_400_000).unwrap())?;
    Ok((page.logs(api)?, page.next))
}

fn page(body: &Value) -> Result<(Vec<RawLog>, Next), Malformed> {
    read(&api(ASSUMED_V1), body.to_string().as_bytes())
}

fn sample() -> Value {
    json!({"log_id":"20241216-000001","occurred_at":"2024-12-16T09:03:12+09:00",
        "collected_at":"2024-12-16T09:04:40+09:00","operation":"ログオン","terminal":"PC-001",
        "domain":"EXAMPLE","user":"tarouk","link_code":"A01"})
}

#[test]
fn the_contracts_sample_is_read() {
    let sample = json!({"total":1,"offset":0,"has_next":true,"logs":[sample()]});
    let (logs, next) = page(&sample).unwrap();
    assert_eq!(next, Next::More);
    let log = &logs[0];
    assert_eq!(log.log_id.as_deref(), Some("20241216-000001"));
    assert_eq!(log.occurred_at.to_rfc3339(), "2024-12-16T09:03:12+09:00");
    assert_eq!(log.collected_at.to_rfc3339(), "2024-12-16T09:04:40+09:00");
    assert_eq!(
        (&log.operation, log.terminal.as_str()),
        (&Operation::Logon, "PC-001")
    );
    assert_eq!(
        (log.domain.as_str(), log.user.as_str()),
        ("EXAMPLE", "tarouk")
    );
    assert_eq!(log.link_code.as_deref(), Some("A01"));
}

#[test]
fn what_may_be_missing_is_empty_and_a_pc_without_link_code_is_known_as_such() {
    let mut bare = sample();
    for field in ["log_id", "domain", "user", "link_code"] {
        bare.as_object_mut().unwrap().remove(field);
    }
    let mut nulls = sample();
    for field in ["log_id", "domain", "user", "link_code"] {
        nulls[field] = Value::Null;
    }
    for record in [bare, nulls] {
        let log = page(&json!({"has_next":false,"logs":[record]}))
            .unwrap()
            .0
            .remove(0);
        assert_eq!((log.log_id, log.link_code.as_deref()), (None, Some("")));
        assert_eq!((log.domain.as_str(), log.user.as_str()), ("", ""));
    }
}

#[test]
fn a_profile_without_the_link_code_says_nothing_of_it() {
    let text = ASSUMED_V1.replace("link_code = \"/link_code\"", "");
    let body = json!({"has_next":false,"logs":[sample()]}).to_string();
    let (logs, _) = read(&api(&text), body.as_bytes()).unwrap();
    assert_eq!(logs[0].link_code, None);
}

#[test]
fn words_of_operations_go_by_the_profile() {
    let rows = [
        ("ログオン", Operation::Logon),
        ("ログオフ", Operation::Logoff),
        ("ロック", Operation::Other("ロック".to_owned())),
        ("ﾛｸﾞｵﾝ", Operation::Other("ﾛｸﾞｵﾝ".to_owned())),
    ];
    for (word, operation) in rows {
        let mut record = sample();
        record["operation"] = word.into();
        let (logs, _) = page(&json!({"has_next":false,"logs":[record]})).unwrap();
        assert_eq!(logs[0].operation, operation);
    }
}

#[test]
fn a_bad_record_spoils_the_page_and_is_named() {
    let unreadable = |text: &str| Problem::Unreadable(text.to_owned());
    let rows = [
        (
            "occurred_at",
            Value::Null,
            Field::OccurredAt,
            Problem::Missing,
        ),
        (
            "occurred_at",
            json!("2024-12-16 09:03"),
            Field::OccurredAt,
            unreadable("2024-12-16 09:03"),
        ),
        (
            "occurred_at",
            json!(1_734_400_000),
            Field::OccurredAt,
            unreadable("1734400000"),
        ),
        (
            "collected_at",
            json!(""),
            Field::CollectedAt,
            Problem::Missing,
        ),
        ("operation", json!(""), Field::Operation, Problem::Missing),
        ("terminal", Value::Null, Field::Terminal, Problem::Missing),
        ("user", json!(["tarouk"]), Field::User, Problem::WrongType),
        (
            "link_code",
            json!(true),
            Field::LinkCode,
            Problem::WrongType,
        ),
    ];
    for (name, value, field, problem) in rows {
        let mut bad = sample();
        bad[name] = value;
        let told = page(&json!({"has_next":false,"logs":[sample(), bad]})).unwrap_err();
        let id = Some("20241216-000001".to_owned());
        let expected = Malformed {
            offset: 500,
            place: Place::Record(2),
            id,
            field: Some(field),
            problem,
        };
        assert_eq!(told, expected);
    }
    let told = page(&json!({"has_next":false,"logs":["text"]})).unwrap_err();
    assert_eq!(
        (told.place, told.problem),
        (Place::Record(1), Problem::Missing)
    );
}

#[test]
fn another_shape_is_no_empty_page() {
    let rows = [
        (json!({"error":{"message":"m"}}), Problem::NoRecords),
        (json!({"logs":{},"has_next":false}), Problem::NoRecords),
        (json!([]), Problem::NoRecords),
        (json!("busy"), Problem::NoRecords),
        (json!({"logs":[]}), Problem::NoMore),
        (json!({"logs":[],"has_next":"false"}), Problem::NoMore),
    ];
    for (body, problem) in rows {
        assert_eq!(page(&body).unwrap_err().problem, problem, "{body}");
    }
}

/// The built-in profile with another way of paging.
fn paged(paging: &str, query: &str) -> Api {
    let (head, rest) = ASSUMED_V1.split_once("[paging]").unwrap();
    let (_, tail) = rest.split_once("[response]").unwrap();
    let head = head.replace("offset = \"{offset}\"\n", query);
    api(&format!("{head}[paging]\n{paging}\n[response]{tail}"))
}

#[test]
fn the_end_is_seen_as_the_profile_says() {
    let page = r#"style = "page"
first = 1
size = 2
"#;
    let style = |end: &str| format!("{page}{end}");
    let rows: [(&str, usize, Value, Option<Next>); 10] = [
        (
            "total = \"/total\"",
            2,
            json!({"total": 503}),
            Some(Next::More),
        ),
        (
            "total = \"/total\"",
            2,
            json!({"total": 502}),
            Some(Next::End),
        ),
        ("total = \"/total\"", 2, json!({"total": "502"}), None),
        ("total = \"/total\"", 2, json!({}), None),
        ("end = \"short_page\"", 2, json!({}), Some(Next::More)),
        ("end = \"short_page\"", 1, json!({}), Some(Next::End)),
        ("end = \"empty_page\"", 1, json!({}), Some(Next::More)),
        ("end = \"empty_page\"", 0, json!({}), Some(Next::End)),
        (
            "more = \"/more\"",
            2,
            json!({"more": false}),
            Some(Next::End),
        ),
        ("more = \"/more\"", 2, json!({}), None),
    ];
    for (end, records, mut body, expected) in rows {
        let api = paged(&style(end), "page = \"{page}\"\n");
        body["logs"] = vec![sample(); records].into();
        let read = read(&api, body.to_string().as_bytes());
        let next = match read {
            Ok((_, next)) => Some(next),
            Err(malformed) => {
                assert_eq!(malformed.problem, Problem::NoMore, "{body}");
                None
            }
        };
        assert_eq!(next, expected, "{end} {body}");
    }
}

#[test]
fn a_page_with_more_than_was_asked_for_carries_no_further_than_that() {
    let api = paged(
        "style = \"offset\"\nsize = 2\ntotal = \"/total\"",
        "offset = \"{offset}\"\n",
    );
    for (records, behind) in [(1, Some(1)), (2, Some(2)), (4, Some(2)), (0, Some(0))] {
        let body = json!({"total": 3, "logs": vec![sample(); records]}).to_string();
        let position = Position::default();
        let now = from_epoch(1_734_400_000).unwrap();
        let page = Page::of(&api, body.as_bytes(), &position, now).unwrap();
        let next = position.behind(&page).map(|next| next.records);
        assert_eq!(next, behind, "{records}");
    }
}

#[test]
fn a_cursor_leads_on_until_there_is_none() {
    let api = paged(
        "style = \"cursor\"\nnext = \"/next/id\"\nsize = 2",
        "after = \"{cursor}\"\n",
    );
    let rows = [
        (
            json!({"next": {"id": "abc"}}),
            Some(Next::Cursor("abc".to_owned())),
        ),
        (
            json!({"next": {"id": 17}}),
            Some(Next::Cursor("17".to_owned())),
        ),
        (json!({"next": {"id": ""}}), Some(Next::End)),
        (json!({"next": {"id": null}}), Some(Next::End)),
        (json!({}), Some(Next::End)),
        (json!({"next": {"id": true}}), None),
    ];
    for (mut body, expected) in rows {
        body["logs"] = json!([sample()]);
        let read = read(&api, body.to_string().as_bytes());
        assert_eq!(read.ok().map(|(_, next)| next), expected, "{body}");
    }
}

/// Rows under Japanese headings.
fn rows_api() -> Api {
    let (head, rest) = ASSUMED_V1.split_once("[paging]").unwrap();
    let (_, values) = rest.split_once("[values]").unwrap();
    api(&format!(
        r#"{head}
[paging]
style = "offset"
end = "empty_page"
[response]
format = "csv"
encoding = "cp932"
time_format = "%Y/%m/%d %H:%M:%S"
zone = "JST"
[fields]
required = ["user"]
log_id = "番号"
occurred_at = "日時"
operation = "操作"
terminal = "端末"
user = "利用者"
[values]{values}"#
    )
    .replace("limit = \"{limit}\"\n", ""))
}

#[test]
fn rows_are_read_and_one_that_is_wrong_is_named_by_its_line() {
    use crate::csv::encoding::{Encoding, encode};
    let heading = "番号,日時,操作,端末,備考,利用者\r\n";
    let good = "7,2024/12/16 09:03:12,ログオン,PC-1,x,tarouk\r\n";
    let whole = |problem: Problem| (Place::Whole, None, problem);
    let line = |line, field, problem: Problem| (Place::Line(line), field, problem);
    let unreadable = Problem::Unreadable("2024/12/16".to_owned());
    let rows = [
        (format!("{heading}{good}"), None),
        (heading.to_owned(), None),
        (
            String::new(),
            Some(whole(Problem::OtherHeadings(
                "番号, 日時, 操作, 端末, 利用者".to_owned(),
            ))),
        ),
        (
            "番号,日時,操作,端末\r\n".to_owned(),
            Some(whole(Problem::OtherHeadings("利用者".to_owned()))),
        ),
        (
            format!("{heading}{good}8,2024/12/16,ログオン,PC-1,x,tarouk\r\n"),
            Some(line(3, Some(Field::OccurredAt), unreadable)),
        ),
        (
            format!("{heading}{good}8,2024/12/16 09:03:12,ログオン,PC-1,x,\r\n"),
            Some(line(3, Some(Field::User), Problem::Missing)),
        ),
        (
            format!("{heading}{good}8,2024/12/16 09:"),
            Some(line(3, None, Problem::Ragged)),
        ),
        (
            format!("{heading}{good}{},more\r\n", good.trim_end()),
            Some(line(3, None, Problem::Ragged)),
        ),
    ];
    for (text, wrong) in rows {
        let bytes = encode(&text, Encoding::Cp932).unwrap();
        let told = read(&rows_api(), &bytes).err();
        let told = told.map(|told| (told.place, told.field, told.problem));
        assert_eq!(told, wrong, "{text}");
    }
    let told = read(&rows_api(), b"\x82").unwrap_err();
    assert!(matches!(told.problem, Problem::NotText(_)), "{told:?}");
    let (logs, _) = read(
        &rows_api(),
        &encode(&format!("{heading}{good}"), Encoding::Cp932).unwrap(),
    )
    .unwrap();
    assert_eq!(logs[0].collected_at, from_epoch(1_734_400_000).unwrap());
    assert_eq!(
        (logs[0].log_id.as_deref(), &logs[0].link_code),
        (Some("7"), &None)
    );
}

#[test]
fn a_page_with_more_than_any_company_has_is_refused_before_it_is_taken_apart() {
    let json = api(ASSUMED_V1);
    let page = |unit: &str, times: usize| {
        let records = vec![unit; times].join(",");
        read(
            &json,
            format!("{{\"has_next\":false,\"logs\":[{records}]}}").as_bytes(),
        )
    };
    let problem = |unit, times| page(unit, times).unwrap_err().problem;
    assert_eq!(problem("1", MOST_VALUES + 1), Problem::TooMany);
    assert_eq!(problem("{}", MOST_RECORDS + 1), Problem::TooMany);
    assert_eq!(problem("{}", MOST_RECORDS), Problem::Missing);
    for line_end in ["\n", "\r"] {
        let rows = line_end.repeat(MOST_RECORDS + 1);
        let told = read(&rows_api(), rows.as_bytes()).unwrap_err();
        assert_eq!(told.problem, Problem::TooMany);
    }
}
