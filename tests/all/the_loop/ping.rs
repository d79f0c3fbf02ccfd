//! `ping.url`: a watcher is told how each round goes, and never changes how it goes.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};
use std::thread;

use pcpunch::sandbox::{Boundary, Fault, Hold, On};

use super::{PATIENCE, taro, taro_comes};
use crate::harness::Office;

const ROUND: [&str; 4] = ["relay", "run", "--once", "--verbose"];

/// A server that answers everything with that status and keeps what it was asked.
struct Watcher {
    url: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Watcher {
    fn answering(status: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("its address");
        let asked: Arc<Mutex<Vec<String>>> = Arc::default();
        let heard = Arc::clone(&asked);
        thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.expect("a connection");
                let mut lines = BufReader::new(stream.try_clone().expect("it again")).lines();
                let first = lines.next().expect("a request").expect("UTF-8");
                while lines
                    .next()
                    .is_some_and(|line| line.is_ok_and(|line| !line.is_empty()))
                {}
                heard.lock().expect("the record").push(first);
                let answer = format!(
                    "HTTP/1.1 {status} X\r\nLocation: /else\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                );
                stream.write_all(answer.as_bytes()).expect("it listens");
            }
        });
        Self {
            url: format!("http://{address}/s3cret-id"),
            asked,
        }
    }

    /// What it was asked since it was last looked at.
    fn was_asked(&self) -> Vec<String> {
        std::mem::take(&mut self.asked.lock().expect("the record"))
    }
}

fn watched(status: u16) -> (Office, Watcher) {
    let office = taro();
    let watcher = Watcher::answering(status);
    office.setting("ping.url", &watcher.url);
    (office, watcher)
}

const BEGAN: &str = "GET /s3cret-id/start HTTP/1.1";
const WENT_WELL: &str = "GET /s3cret-id HTTP/1.1";
const FAILED: &str = "GET /s3cret-id/fail HTTP/1.1";

#[test]
fn a_watcher_is_asked_when_a_round_begins_and_by_how_it_ended() {
    let (office, watcher) = watched(200);
    office.run(&ROUND).exits(0);
    assert_eq!(watcher.was_asked(), [BEGAN, WENT_WELL]);
    office.sandbox.malion.go_down();
    office.run(&ROUND).exits(5);
    assert_eq!(watcher.was_asked(), [BEGAN, FAILED]);
    office.setting("link.punches", "on").unset("kot.token");
    office.run(&ROUND).exits(2);
    assert_eq!(watcher.was_asked(), [BEGAN, FAILED]);
}

#[test]
fn each_round_of_the_loop_is_told_and_a_skipped_turn_and_a_dry_run_are_not() {
    let (office, watcher) = watched(200);
    let mut relay = office.loops();
    relay.round();
    relay.round();
    relay.terminate();
    relay.ends().exits(143);
    let asked = watcher.was_asked();
    assert_eq!(asked[..2], [BEGAN, WENT_WELL]);
    assert_eq!(asked[2..4], [BEGAN, WENT_WELL]);

    office
        .run(&["relay", "run", "--once", "--dry-run"])
        .exits(0);
    assert!(watcher.was_asked().is_empty());

    let hold = Hold::at(Boundary::BeforeApplying);
    let fault = Fault::Hold(hold.clone());
    office.sandbox.malion.fault(fault, On::logs());
    let first = office.starts_a_round();
    assert!(hold.wait_until_held(PATIENCE));
    assert_eq!(watcher.was_asked(), [BEGAN]);
    office.run(&ROUND).exits(8);
    assert!(watcher.was_asked().is_empty());
    first.terminate();
    hold.go_on();
    first.ends().exits(143);
    assert!(watcher.was_asked().is_empty());
}

#[test]
fn a_watcher_that_refuses_redirects_or_is_gone_changes_nothing_and_its_address_is_never_told() {
    for status in [404, 302, 500] {
        let (office, watcher) = watched(status);
        taro_comes(&office);
        let told = office.run(&ROUND).exits(0).told();
        assert!(told.contains(&status.to_string()), "{told}");
        assert!(!told.contains("s3cret-id"), "{told}");
        assert_eq!(watcher.was_asked(), [BEGAN, WENT_WELL]);
        office.kot_has(&["1000 2024-12-17 出勤 11:59"]);
    }
    let office = taro();
    taro_comes(&office);
    let nobody = Office::empty(&[]).sandbox;
    nobody.malion.go_down();
    let address = nobody.malion.address();
    office.setting("ping.url", &format!("http://{address}/s3cret-id"));
    let told = office.run(&ROUND).exits(0).told();
    assert!(
        told.contains("ping.url") && !told.contains("s3cret-id"),
        "{told}"
    );
    let quiet = office.run(&["relay", "run", "--once"]).exits(0).told();
    assert!(!quiet.contains("ping.url"), "{quiet}");
    let listed = office.run(&["config", "list"]).exits(0).told();
    assert!(!listed.contains("s3cret-id"), "{listed}");
}
