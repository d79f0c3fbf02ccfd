//! Secrets that cannot be used, cannot be read, or stand where none belongs; services and proxies that fail.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::thread;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use pcpunch::sandbox::{Fault, On};

use super::planted::{Search, Way, plant, planted, secret};
use crate::harness::{Office, TARO, pc_log};

const COMMANDS: [(&str, &str); 3] = [
    ("kot.token", "kot.token_command"),
    ("malion.admin_code", "malion.admin_code_command"),
    ("malion.secret_code", "malion.secret_code_command"),
];

const ROUND: [&str; 4] = ["relay", "run", "--once", "-v"];
const CALLS: [&[&str]; 4] = [
    &ROUND,
    &["config", "check", "--format", "json"],
    &["config", "list", "--lang", "en", "--origin"],
    &["employees", "sync", "--lang", "en"],
];

fn office() -> Office {
    let office = Office::of(&[TARO]);
    office.malion_has([pc_log("2024-12-17 11:00 PC-1 tarouk ログオン")]);
    office.at("2024-12-17 12:00");
    plant(&office, Way::Environment);
    office
}

/// Values that no secret and no address may have, for each setting that bears one.
fn unusable() -> Vec<(&'static str, String)> {
    let mark = secret("wrong");
    let mut all: Vec<(&str, String)> = planted()
        .into_iter()
        .flat_map(|(key, value)| {
            let other = if value.starts_with("http") {
                "ftp:"
            } else {
                "秘"
            };
            [
                (key, format!("{value}\u{7}")),
                (key, format!("{other}{value}")),
            ]
        })
        .collect();
    all.extend([
        ("http.proxy", "socks5://user:C4n4ry@proxy:1080".to_owned()),
        ("http.proxy", "user:C4n4ry@proxy".to_owned()),
        ("ping.url", "ftp://C4n4ry.example/C4n4ry".to_owned()),
        (
            "kot.base_url",
            "https://user:C4n4ry@api.example/v1.0".to_owned(),
        ),
        (
            "malion.base_url",
            "https://C4n4ry:C4n4ry@malion.example".to_owned(),
        ),
        ("kot.token", mark.repeat(200)),
    ]);
    all
}

#[test]
fn a_value_that_cannot_be_used_is_not_told_wherever_it_stands() {
    let mut search = Search::default();
    let office = office();
    let credentials = office.path("planted");
    let unusable = unusable();
    for (key, value) in &unusable {
        let right = planted().into_iter().find(|(planted, _)| planted == key);
        let base_url = match *key {
            "kot.base_url" => Some(office.sandbox.kot.base_url()),
            "malion.base_url" => Some(office.sandbox.malion.base_url()),
            _ => None,
        };
        office.setting(key, value);
        search.run(&office, &ROUND).exits(2);
        search
            .run(&office, &["config", "list", "--format", "json"])
            .exits(2);
        office.unset(key);

        let words = ["config", "set", key, "--stdin", "--lang", "en"];
        search.said(&office.run_with(&words, Some(value)).exits(2));

        office.file(&format!("planted/{key}"), value);
        office.environment("CREDENTIALS_DIRECTORY", &credentials);
        search.run(&office, &["config", "check"]).exits(2);
        fs::remove_file(credentials.join(key)).expect("a credential");

        let stored = value.replace('\'', "''");
        office.sql(&format!(
            "INSERT INTO settings VALUES ('{key}', '{stored}', 0)"
        ));
        search
            .run(&office, &["config", "get", "kot.lanes", "--lang", "en"])
            .exits(2);
        search.run(&office, &["config", "unset", key]).exits(0);
        office.setting(
            key,
            &base_url.or(right.map(|(_, right)| right)).expect("a value"),
        );
    }
    search.files(&office, Way::Environment);
    search.told(&format!("{} values that cannot be used", unusable.len()));
}

#[test]
fn a_command_that_fails_tells_nothing_of_what_it_printed() {
    let office = office();
    let mut search = Search::default();
    let encoded = BASE64_STANDARD.encode(format!("Bearer {}", secret("token")));
    office.file("planted/secret", &format!("{}\n", secret("token")));
    office.file("planted/encoded", &encoded);
    office.file("planted/much", &secret("token").repeat(1000));
    office.setting("http.timeout_seconds", "1");
    let scripts = [
        (
            "cat planted/secret; cat planted/secret >&2; exit 1",
            1,
            "command_failed",
        ),
        (
            "cat planted/secret; cat planted/encoded >&2; exit 1",
            1,
            "command_failed",
        ),
        ("cat planted/secret; kill -9 $$", 1, "command_failed"),
        ("cat planted/secret; sleep 60", 1, "command_failed"),
        ("cat planted/secret planted/secret", 2, "command"),
        ("while cat planted/much; do :; done", 2, "command"),
        ("cat planted/no-such-secret", 1, "command_failed"),
        ("true", 2, "command"),
    ];
    for (key, command) in COMMANDS {
        let right = planted().into_iter().find(|(planted, _)| *planted == key);
        office.unset(key);
        for (number, (script, exit, code)) in scripts.into_iter().enumerate() {
            // What takes its time is tried once.
            if script.contains("sleep") && key != "kot.token" {
                continue;
            }
            office.file("fails.sh", script);
            office.setting(command, "/bin/sh fails.sh");
            let ran = search.run(&office, &[&ROUND[..], &["--format", "json"]].concat());
            let ran = ran
                .exits(exit)
                .warns(&format!("\"code\":\"settings.{code}\""));
            ran.warns("remedy");
            if number == 0 {
                for words in CALLS {
                    search.run(&office, words);
                }
            }
        }
        office.setting(command, "planted/secret");
        office.fails(&ROUND, 2, "settings.command");
        office
            .unset(command)
            .setting(key, &right.expect("a secret").1);
    }
    office.run(&ROUND).exits(0);
    search.files(&office, Way::Environment);
    search.told(&format!(
        "{} commands that fail",
        COMMANDS.len() * (scripts.len() + 1)
    ));
}

#[test]
fn services_that_are_down_and_files_that_cannot_be_used_tell_no_secret() {
    let mut search = Search::default();
    let office = office();
    for arm in [
        Fault::DropBefore,
        Fault::DropAfter,
        Fault::ResetInAnswer,
        Fault::Truncate,
    ] {
        office.sandbox.kot.fault(arm.clone(), On::any().always());
        office.sandbox.malion.fault(arm, On::any().always());
        for words in CALLS {
            search.run(&office, words);
        }
        office.sandbox.kot.clear_faults();
        office.sandbox.malion.clear_faults();
    }
    office.sandbox.kot.go_down();
    office.sandbox.malion.go_down();
    for words in CALLS {
        search.run(&office, words);
    }
    // A folder where a credential is looked for, a state file that others could read, a damaged one.
    fs::create_dir_all(office.path("folder/kot.token")).expect("a folder");
    office.unset("kot.token");
    office.environment("CREDENTIALS_DIRECTORY", &office.path("folder"));
    search.run(&office, &ROUND).exits(2);
    office.environment("CREDENTIALS_DIRECTORY", &office.path("planted"));
    for (key, secret) in planted() {
        let words = ["config", "set", key, "--stdin"];
        office.run_with(&words, Some(&secret)).exits(0);
    }
    let mut damaged = office.state();
    for place in (8192..damaged.len()).step_by(512) {
        damaged[place] ^= 0x5a;
    }
    office.puts_back(&damaged);
    for words in CALLS {
        search.run(&office, words);
    }
    search.files(&office, Way::State);
    search.told("services that are down, files that cannot be used");
}

/// A proxy that answers everything with that status, and repeats what it was sent in a header and in its body;
/// answers its port.
fn proxy(status: u16) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("its address").port();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.expect("a connection");
            let lines = BufReader::new(stream.try_clone().expect("it again")).lines();
            let sent: Vec<String> = lines
                .map_while(Result::ok)
                .take_while(|line| !line.is_empty())
                .collect();
            let credentials = sent
                .iter()
                .find_map(|line| line.split_once("uthorization: "));
            let credentials = credentials.map_or("none", |(_, sent)| sent);
            let body = serde_json::json!({
                "errors": [{ "code": 100, "message": sent.join(" ") }],
            });
            let answer = format!(
                "HTTP/1.1 {status} {credentials}\r\nProxy-Authenticate: {credentials}\r\n\
                 Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
                body.to_string().len(),
            );
            // It may have gone away.
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    port
}

#[test]
fn a_proxy_that_fails_and_repeats_its_password_has_it_told_by_nobody() {
    let mut search = Search::default();
    let office = office();
    office.setting("malion.base_url", "https://malion.example");
    let dry = ["relay", "run", "--once", "--dry-run", "-v"];
    let ports: Vec<u16> = [200, 302, 400, 403, 407, 502].map(proxy).into();
    for port in ports.into_iter().chain([9]) {
        let password = "C4n4ry%2Fproxy%3D%40C4n4ry";
        office.setting(
            "http.proxy",
            &format!("http://user:{password}@127.0.0.1:{port}"),
        );
        office.setting("kot.base_url", &office.sandbox.kot.base_url());
        for format in ["table", "json", "csv"] {
            search.run(&office, &["config", "check", "--format", format]);
        }
        search.run(&office, &ROUND);
        office.setting("kot.base_url", "https://kot.example/v1.0");
        office.setting("link.malion", "off");
        search.run(&office, &dry);
        search.run(
            &office,
            &["employees", "sync", "--dry-run", "--format", "json"],
        );
        office.setting("link.malion", "on");
    }
    search.files(&office, Way::Environment);
    search.told("proxies that fail in 7 ways");
}
