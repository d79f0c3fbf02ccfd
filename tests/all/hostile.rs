//! Names and messages from outside that would move the cursor, colour the terminal, write its clipboard, turn what is
//! read or hide in it: none of it reaches a terminal, a page or a monitor.

use std::fs;
use std::path::Path;

use pcpunch::sandbox::{Canned, Fault, On};

use crate::harness::{HANAKO, Office, Ran, pc_log};

/// ESC, CSI, a link (OSC 8), the clipboard (OSC 52), BEL, BS, CR, LF, C1's CSI, right to left, no width, tags, markup.
const HOSTILE: &str = "\u{1b}[31m\u{1b}]8;;http://x\u{7}\u{1b}]52;c;aGk=\u{1b}\\\u{8}\r\n\u{9b}2J\u{202e}\u{2066}\u{61c}\
                       \u{200b}\u{2060}\u{feff}\u{ad}\u{e0041}<u>&";

const ASSUMED_V1: &str = include_str!("../../src/malion/assumed-v1.toml");

const DAYS: [&str; 4] = ["--from", "2024-12-17", "--to", "2024-12-18"];

/// Everything that may come from outside is hostile: two people, one of them with a hostile code too; PCs, domains,
/// users and operations of logs; what KING OF TIME says of a punch and of a source.
fn office() -> Office {
    let hostile = |text: &str| format!("{text}{HOSTILE}");
    let (last, first, code) = (hostile("勤怠"), hostile("太郎"), hostile("7"));
    let taro = ("0001", last.as_str(), first.as_str(), "tarouk");
    let office = Office::of(&[taro, HANAKO]);
    office.joins(&code, &last, &first);
    office.run(&["employees", "sync"]).exits(0);
    let logs = [
        "09:03 PC tarouk ログオン",
        "18:22 PC tarouk ログオフ",
        "09:05 PC stranger ログオン",
        "09:10 PC hanakod ログオン",
        "12:00 PC tarouk other",
    ];
    office.malion_has(logs.map(|line| {
        let mut log = pc_log(&format!("2024-12-17 {line}"));
        log.terminal = hostile("PC");
        log.domain = Some(hostile("EXAMPLE"));
        if line.contains("stranger") {
            log.user = Some(hostile("stranger"));
        }
        if line.contains("other") {
            log.operation = hostile("other");
        }
        log
    }));
    let answer = Fault::Answer(Canned::errors(400, 1, HOSTILE));
    office.sandbox.kot.fault(answer, On::punch().always());
    office
        .at("2024-12-18 12:00")
        .run(&["relay", "run", "--once", "-v"]);
    office.enters("0002", "2024-12-17", 2, "2024-12-17 17:00");
    office
}

/// What a command says and writes leaves a terminal alone, in every shape; tells whether the tables and the sentences
/// showed the hostile words at all.
#[track_caller]
fn leaves_the_terminal_alone(office: &Office, words: &[&str]) -> bool {
    let mut shown = false;
    for format in ["table", "json", "csv"] {
        let ran = office.run(&[words, &["--format", format]].concat());
        is_harmless(&ran, words);
        shown |= format == "table" && ran.told().contains("\\u{1b}");
    }
    shown
}

#[track_caller]
fn is_harmless(ran: &Ran, words: &[&str]) {
    for said in [ran.stdout(), ran.stderr()] {
        assert_harmless(said, &words.join(" "));
    }
}

#[track_caller]
fn assert_harmless(said: &str, by: &str) {
    let disturbs = |letter: char| letter != '\n' && pcpunch::locale::disturbs(letter);
    let found = said.find(disturbs);
    assert_eq!(found, None, "{by}: {said:?}");
}

#[test]
fn nothing_that_somebody_is_called_reaches_the_terminal_in_any_table_or_document() {
    let office = office();
    for words in [
        &["employees", "list"][..],
        &["employees", "list", "--history"],
        &["accounts", "list"],
        &["accounts", "history"],
        &["punches", "list"],
        &["punches", "show", "1"],
        &["relay", "status"],
        &[
            "relay",
            "rehearse",
            "--from",
            "2024-12-17",
            "--to",
            "2024-12-17",
            "--days",
        ],
        &["relay", "run", "--once", "-v"],
        &["relay", "run", "--once", "--dry-run", "-v"],
        &[&["logs", "list"][..], &DAYS].concat(),
        &[&["logs", "check"][..], &DAYS].concat(),
        &[&["logs", "check", "--timeline"][..], &DAYS].concat(),
        &[&["logs", "differences", "--all"][..], &DAYS].concat(),
        &["config", "check"],
    ] {
        let shown = leaves_the_terminal_alone(&office, words);
        let has_none = [
            "accounts history",
            "relay status",
            "relay run --once -v",
            "relay run --once --dry-run -v",
            "config check",
        ];
        assert!(
            shown || has_none.contains(&words.join(" ").as_str()),
            "{words:?} shows nothing of it"
        );
    }
}

#[test]
fn nothing_that_a_service_says_reaches_the_terminal() {
    let office = office();
    let kot = [
        Canned::errors(403, 100, HOSTILE),
        Canned::flat(503, "300", HOSTILE),
        Canned::text(
            200,
            &format!(
                "[{{\"key\":\"k\",\"code\":\"1\",\"hiredDate\":{}}}]",
                serde_json::json!(HOSTILE)
            ),
        ),
        Canned::text(200, HOSTILE),
        Canned::redirect("https://x/\u{7f}"),
    ];
    for answer in kot {
        office
            .sandbox
            .kot
            .fault(Fault::Answer(answer), On::get("/v1.0/employees").always());
        leaves_the_terminal_alone(&office, &["employees", "sync"]);
        leaves_the_terminal_alone(&office, &["config", "check"]);
        office.sandbox.kot.clear_faults();
    }
    for answer in [
        Canned::malion_error(401, HOSTILE, HOSTILE),
        Canned::malion_error(200, HOSTILE, HOSTILE),
        Canned::text(200, HOSTILE),
    ] {
        office
            .sandbox
            .malion
            .fault(Fault::Answer(answer), On::logs().always());
        leaves_the_terminal_alone(&office, &["relay", "run", "--once", "-v"]);
        leaves_the_terminal_alone(&office, &["config", "check"]);
        office.sandbox.malion.clear_faults();
    }
}

#[test]
fn nothing_that_stands_in_a_file_or_is_typed_reaches_the_terminal() {
    let office = office();
    let quoted = HOSTILE.replace('"', "\"\"");
    let escaped = serde_json::to_string(HOSTILE)
        .unwrap()
        .replace("\\b", "\\u0008");
    let files = [
        (
            "cells.csv",
            format!(
                "打刻先アカウント,姓・名,サービスアカウント\n\"{quoted}\",\"{quoted}\",\"{quoted}\"\n0001,x{quoted},EXAMPLE\\t\n"
            ),
        ),
        (
            "heading.csv",
            format!("\"{quoted}\",打刻先アカウント,サービスアカウント\n"),
        ),
        (
            "log.csv",
            format!("発生日時,操作,端末名,ユーザー名\n\"{quoted}\",,,\n"),
        ),
        ("layout.csv", format!("\"{quoted}\",b\n")),
        ("key.toml", format!("{escaped} = 1\n{ASSUMED_V1}")),
        (
            "value.toml",
            format!("name = \"x\"\n[request]\npath = {escaped}\n"),
        ),
        ("none.toml", HOSTILE.to_owned()),
    ];
    for (name, text) in files {
        let file = office.file(name, &text);
        let file = file.to_str().unwrap();
        let shown = match Path::new(name).extension().and_then(|kind| kind.to_str()) {
            Some("toml") => {
                office.setting("malion.profile", file);
                let shown = leaves_the_terminal_alone(&office, &["config", "check"]);
                office.unset("malion.profile");
                shown
            }
            _ if name.starts_with('l') => {
                leaves_the_terminal_alone(&office, &["relay", "run", "--once", "--from", file])
            }
            _ => leaves_the_terminal_alone(&office, &["accounts", "import", file]),
        };
        assert!(shown || name == "none.toml", "{name} shows nothing of it");
    }
    for words in [
        &["accounts", "import", HOSTILE][..],
        &["config", "set", HOSTILE],
        &["config", "get", HOSTILE],
        &["config", "set", &format!("kot.lanes={HOSTILE}")],
        &["logs", "list", "--from", HOSTILE],
        &["logs", "list", "--employee", HOSTILE],
        &["accounts", "exclude", HOSTILE],
        &[HOSTILE],
    ] {
        leaves_the_terminal_alone(&office, words);
    }
}

#[test]
fn the_page_and_the_metrics_bear_no_markup_and_no_control_of_others() {
    let office = office();
    office.run(&[&["logs", "check", "--html", "page.html"][..], &DAYS].concat());
    office.run(&["relay", "status", "--metrics", "pcpunch.prom"]);
    let page = fs::read_to_string(office.path("page.html")).unwrap();
    assert_harmless(&page, "the page");
    assert!(page.contains("\\u{1b}") && page.contains("&lt;u&gt;&amp;") && !page.contains("<u>"));
    let metrics = fs::read_to_string(office.path("pcpunch.prom")).unwrap();
    assert!(metrics.is_ascii());
    assert_harmless(&metrics, "the metrics");
}
