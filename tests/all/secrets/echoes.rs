//! Servers that repeat what they were sent, in every encoding, with every status, in every part of an answer.

use base64::Engine;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE};
use pcpunch::sandbox::{Canned, Fault, On};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::planted::{PASSWORD, Search, Way, plant, secret};
use crate::harness::{Office, pc_log};

const PEOPLE: [(&str, &str, &str, &str); 3] = [
    ("1000", "勤怠", "太郎", "tarouk"),
    ("2000", "勤怠", "花子", "hanakok"),
    ("3000", "勤怠", "次郎", "jirouk"),
];

/// What reads what rounds stored, and shows it.
const READERS: [&[&str]; 8] = [
    &["punches", "list", "-v"],
    &["punches", "show", "1", "2", "3"],
    &["logs", "check", "--offline", "--date", "2024-12-17"],
    &["logs", "list", "--date", "2024-12-17"],
    &["relay", "status", "--metrics", "pcpunch.prom"],
    &["employees", "list", "--history"],
    &[
        "logs",
        "check",
        "--offline",
        "--date",
        "2024-12-17",
        "--html",
        "page.html",
    ],
    &["state", "backup", "backup.db", "--yes"],
];

/// The secrets as a server may repeat them, each alone and two together as HTTP's own authentication bears them.
fn echo(secrets: &[String]) -> String {
    let together = [secrets.join(":"), format!("user:{PASSWORD}")];
    let each = secrets.iter().chain(&together).flat_map(|secret| {
        let json = serde_json::to_string(secret).expect("JSON");
        let html = secret.replace('&', "&amp;").replace('<', "&lt;");
        let html = html.replace('>', "&gt;").replace('"', "&#34;");
        let encoded = utf8_percent_encode(secret, NON_ALPHANUMERIC).to_string();
        [
            secret.clone(),
            format!("/v1.0/tokens/{encoded}/available"),
            encoded.to_lowercase().replace("c4n4ry", "C4n4ry"),
            json.clone(),
            serde_json::to_string(&json).expect("JSON"),
            html,
            BASE64_STANDARD.encode(secret),
            BASE64_STANDARD.encode(format!("Bearer {secret}")),
            BASE64_URL_SAFE.encode(format!("x{secret}x")),
        ]
    });
    each.collect::<Vec<_>>().join(" | ")
}

/// Answers of every kind that repeat it: the shapes of both services' errors, others' pages, other JSON, redirects.
fn answers(status: u16, echo: &str, secret: &str) -> Vec<Canned> {
    let page = format!("<html><body>{echo}</body></html>");
    let text = |value: Value| Canned::text(status, &value.to_string());
    let all = vec![
        Canned::errors(status, 100, echo),
        Canned::flat(status, "2", echo),
        Canned::malion_error(status, echo, echo),
        Canned::text(status, &page),
        text(json!(echo)),
        text(json!([echo])),
        text(json!({ "available": echo, "key": [echo], "records": echo })),
        text(json!([{ "key": echo, "code": echo, "hiredDate": echo, "name": [echo] }])),
        text(json!({ "records": [{ "log_id": echo, "occurred_at": echo }], "has_more": false })),
        Canned::redirect(&format!("https://elsewhere.example/{secret}")),
    ];
    let headers = |canned: Canned| {
        let canned = canned
            .header("x-echo", secret)
            .header("retry-after", secret);
        canned
            .header("www-authenticate", secret)
            .header("set-cookie", secret)
    };
    all.into_iter().map(headers).collect()
}

/// What KING OF TIME, and a proxy that stands before it, can repeat.
fn sent_to_kot() -> [String; 2] {
    [secret("token"), PASSWORD.to_owned()]
}

fn office() -> Office {
    let office = Office::of(&PEOPLE);
    office.setting("kot.lanes", "1");
    office.at("2024-12-17 12:00");
    plant(&office, Way::Environment);
    office
}

/// After what failed: all that was stored, shown in every format.
fn read_all(office: &Office, search: &mut Search) {
    for words in READERS {
        for format in ["table", "json", "csv"] {
            search.run(office, &[words, &["--format", format]].concat());
        }
    }
    search.files(office, Way::Environment);
}

const STATUSES: [u16; 6] = [200, 400, 401, 403, 404, 500];

/// Every answer to every question of these commands, in both languages and as sentences and documents in turn.
fn no_answer_is_told(
    office: &Office,
    secrets: &[String],
    arm: impl Fn(Fault),
    calls: &[&[&str]],
) -> (Search, usize) {
    let echo = echo(secrets);
    let mut search = Search::default();
    let mut failures = 0;
    for status in STATUSES {
        for canned in answers(status, &echo, &secrets[0]) {
            arm(Fault::Answer(canned));
            let call = calls[failures % calls.len()];
            let lang = ["ja", "en"][failures / 2 % 2];
            let format = ["table", "json"][failures / 3 % 2];
            let manner = ["--lang", lang, "--format", format, "-v"];
            search.run(office, &[call, &manner].concat());
            failures += 1;
        }
    }
    // Which keeps the service from being asked again for a while.
    arm(Fault::Answer(
        Canned::flat(429, "303", &echo).retry_after(3600),
    ));
    for call in calls {
        search.run(office, call);
    }
    (search, failures + 1)
}

#[test]
fn what_king_of_time_repeats_of_its_token_is_not_told() {
    let office = office();
    office.malion_has([pc_log("2024-12-17 11:00 PC-1 tarouk ログオン")]);
    let kot = &office.sandbox.kot;
    let arm = |fault| {
        kot.clear_faults();
        kot.fault(fault, On::any().always());
    };
    let calls: [&[&str]; 4] = [
        &["config", "check"],
        &["relay", "run", "--once"],
        &["employees", "sync"],
        &["logs", "differences", "--date", "2024-12-17"],
    ];
    let (mut search, failures) = no_answer_is_told(&office, &sent_to_kot(), arm, &calls);
    read_all(&office, &mut search);
    search.told(&format!(
        "KING OF TIME repeats its token in {failures} ways"
    ));
}

#[test]
fn what_malion_repeats_of_its_codes_is_not_told() {
    let office = office();
    let malion = &office.sandbox.malion;
    let arm = |fault| {
        malion.clear_faults();
        malion.fault(fault, On::any().always());
    };
    let calls: [&[&str]; 3] = [
        &["config", "check"],
        &["relay", "run", "--once"],
        &["logs", "check", "--date", "2024-12-17"],
    ];
    let codes = [secret("admin"), secret("code"), PASSWORD.to_owned()];
    let (mut search, failures) = no_answer_is_told(&office, &codes, arm, &calls);
    read_all(&office, &mut search);
    search.told(&format!("MaLion repeats its codes in {failures} ways"));
}

#[test]
fn what_king_of_time_repeats_when_it_is_sent_a_punch_is_not_stored() {
    let echo = echo(&sent_to_kot());
    let mut search = Search::default();
    let mut failures = 0;
    for status in STATUSES {
        let office = office();
        office.malion_has([
            pc_log("2024-12-17 11:00 PC-1 tarouk ログオン"),
            pc_log("2024-12-17 11:00 PC-2 hanakok ログオン"),
            pc_log("2024-12-17 11:00 PC-3 jirouk ログオン"),
        ]);
        for canned in [
            Canned::errors(status, 2, &echo),
            Canned::flat(status, "4", &echo),
            Canned::text(status, &json!(echo).to_string()),
        ] {
            office.sandbox.kot.fault(Fault::Answer(canned), On::punch());
            failures += 1;
        }
        search.run(&office, &["relay", "run", "--once", "-v"]);
        assert!(office.posts() > 0);
        search.run(
            &office,
            &["punches", "show", "1", "2", "3", "--format", "json"],
        );
        if status == 400 {
            read_all(&office, &mut search);
        }
        search.files(&office, Way::Environment);
    }
    search.told(&format!(
        "KING OF TIME repeats its token to punches in {failures} ways"
    ));
}
