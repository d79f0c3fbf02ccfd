//! Answers without measure: each ends in time and in little memory, and a punch that was answered so is unknown.

use std::time::Duration;

use super::front::Said;
use super::{Deed, Front, Greeting, PUNCH, READING, ROUND, book, nothing_is_lost, taro_came};
use crate::harness::{Measured, Office};

const OK: &str = "HTTP/1.1 200 OK\r\n";
/// The one that is taken as far as a reading goes.
const CHUNKS: &str = "chunks without end";
const EMPTY_LINE: &str = "\r\n";
/// The memory of a round that met an answer without end, in MB: of which nothing is kept, and as much as a reading may
/// have.
const LITTLE_MEMORY: u64 = 40;
const MUCH_MEMORY: u64 = 110;
/// The same that is read as text.
const FULL_MEMORY: u64 = 220;

/// Taro's office with something before its KING OF TIME, unencrypted.
fn taro_came_behind() -> (Office, Front) {
    let office = taro_came();
    let front = Front::before(&office.sandbox.kot.base_url(), Greeting::Plain);
    office.setting("kot.base_url", &format!("http://{}/v1.0", front.address()));
    (office, front)
}

/// 64 KiB of a body.
fn plenty() -> Vec<u8> {
    vec![b' '; 64 * 1024]
}

/// A chunk of a body that comes in chunks, as long.
fn chunk() -> Vec<u8> {
    [b"10000\r\n".as_slice(), &plenty(), b"\r\n"].concat()
}

/// An answer without measure, and by which name it is told.
struct Monster {
    told: &'static str,
    said: Said,
    name: &'static str,
    /// In seconds. What is too large has to come through within it, on a machine with much else to do.
    patience: &'static str,
}

/// Those that are known by their time.
fn slow() -> Vec<Monster> {
    let body = format!("{OK}{EMPTY_LINE}");
    let monster = |told, said| Monster {
        told,
        said,
        name: "http.timeout",
        patience: "1",
    };
    let hints = "HTTP/1.1 103 Early Hints\r\n\r\n";
    vec![
        monster("a head letter by letter", Said::dribbling(OK, "X")),
        monster("hints without end", Said::endless("", hints)),
        monster("a body letter by letter", Said::dribbling(&body, " ")),
    ]
}

/// Those that are known by what they say.
fn large() -> Vec<Monster> {
    let chunked = format!("{OK}Transfer-Encoding: chunked\r\n\r\n");
    let error = "HTTP/1.1 500 Internal Server Error\r\n\r\n";
    let sized = |size: &str| Said::once(format!("{OK}Content-Length: {size}\r\n\r\n"));
    let line = format!("X-More: {}\r\n", "a".repeat(1000));
    let long = format!("{OK}X-More: {}\r\n\r\n", "a".repeat(1024 * 1024));
    let many = format!("{OK}{}\r\n", "X-More: a\r\n".repeat(101));
    let endless_chunk = Said::endless(&format!("{chunked}1;a="), plenty());
    let garbled = [
        ("a head without end", Said::endless(OK, line)),
        ("a header of 1 MiB", Said::once(long)),
        ("101 headers", Said::once(many)),
        ("a size beyond numbers", sized("99999999999999999999")),
        (
            "another protocol",
            Said::once("SSH-2.0-OpenSSH_9.2\r\n\r\n"),
        ),
        (
            "HTTP/2",
            Said::once(b"\0\0\x06\x04\0\0\0\0\0\0\x03\0\0\0\x80".to_vec()),
        ),
    ];
    let broken = [
        (
            "a chunk beyond numbers",
            Said::once(format!("{chunked}10000000000000000\r\n")),
        ),
        ("a chunk that is described without end", endless_chunk),
    ];
    let too_large = [
        ("a size of exabytes", sized("9223372036854775807")),
        (CHUNKS, Said::endless(&chunked, chunk())),
        ("an error without end", Said::endless(error, plenty())),
    ];
    let named = |name: &'static str| {
        move |(told, said)| Monster {
            told,
            said,
            name,
            patience: "20",
        }
    };
    let garbled = garbled.into_iter().map(named("http.garbled"));
    let broken = broken.into_iter().map(named("http.broken"));
    let too_large = too_large.into_iter().map(named("http.too_large"));
    garbled.chain(broken).chain(too_large).collect()
}

/// A round that ends in little time, and in that memory in MB.
#[track_caller]
fn ends_in_measure(office: &Office, told: &str, memory: u64) -> Measured {
    let measured = office.measures(&[&ROUND[..], &["--format", "json"]].concat());
    assert!(
        measured.wall < Duration::from_secs(15),
        "{told}: {}",
        measured.told()
    );
    assert!(measured.peak < memory, "{told}: {}", measured.told());
    measured
}

/// Each reading through the front is answered so: the round gives up and says why.
#[track_caller]
fn is_given_up(office: &Office, front: &Front, monsters: Vec<Monster>) {
    for monster in monsters {
        let Monster { told, name, .. } = monster;
        office.setting("http.timeout_seconds", monster.patience);
        front.does("GET ", Deed::Say(monster.said));
        let memory = match told {
            CHUNKS => MUCH_MEMORY,
            _ => LITTLE_MEMORY,
        };
        let ran = ends_in_measure(office, told, memory).ran.exits(5);
        let code = format!("\"code\":\"{name}\"");
        assert!(ran.told().contains(&code), "{told}\n{}", ran.told());
        assert_eq!(office.posts(), 0, "{told}");
    }
    front.does("GET ", Deed::HandOn);
    nothing_is_lost(office);
}

/// A punch through a front is answered so: it is unknown, and sent again when it was not found for half an hour.
#[track_caller]
fn stays_unknown(monster: Monster) {
    let Monster { told, .. } = monster;
    let (office, front) = taro_came_behind();
    office.setting("http.timeout_seconds", monster.patience);
    front.does(PUNCH, Deed::Say(monster.said));
    ends_in_measure(&office, told, LITTLE_MEMORY).ran.exits(5);
    book(&office, "unknown");
    front.does(PUNCH, Deed::HandOn);
    for (time, posts) in [("12:05", 0), ("12:36", 0), ("12:47", 1)] {
        let time = format!("2024-12-17 {time}");
        office.at(&time).round_posts(posts, 0);
    }
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
}

#[test]
fn a_reading_that_does_not_come_to_an_end_is_given_up() {
    let (office, front) = taro_came_behind();
    is_given_up(&office, &front, slow());
}

#[test]
fn a_reading_without_measure_is_given_up() {
    let (office, front) = taro_came_behind();
    is_given_up(&office, &front, large());
}

#[test]
fn a_malion_without_measure_is_given_up() {
    let office = taro_came();
    let front = Front::before(&office.sandbox.malion.base_url(), Greeting::Plain);
    office.setting("malion.base_url", &format!("http://{}", front.address()));
    is_given_up(&office, &front, large());
}

#[test]
fn a_malion_that_says_more_than_a_page_holds_is_given_up_before_it_is_taken_apart() {
    let office = taro_came();
    let base_url = office.sandbox.malion.base_url();
    let front = Front::before(&base_url, Greeting::Plain);
    office.setting("malion.base_url", &format!("http://{}", front.address()));
    for (told, again) in [
        ("tiny values", "1,"),
        ("empty records", "{},"),
        ("empty lists", "[],"),
        ("lists in lists", "["),
    ] {
        let records = again.repeat(60 * 1024 * 1024 / again.len());
        let body = format!("{{\"has_next\":false,\"logs\":[{records}1]}}");
        let head = format!("{OK}Content-Length: {}\r\n\r\n", body.len());
        front.does("GET ", Deed::Say(Said::once(head + &body)));
        let ran = ends_in_measure(&office, told, FULL_MEMORY).ran.exits(5);
        assert!(
            ran.told().contains("\"code\":\"malion.malformed\""),
            "{}",
            ran.told()
        );
    }
    office.setting("malion.base_url", &base_url);
    nothing_is_lost(&office);
}

#[test]
fn a_punch_whose_answer_does_not_come_to_an_end_is_unknown_and_is_not_sent_again() {
    slow().into_iter().for_each(stays_unknown);
}

#[test]
fn a_punch_that_is_answered_without_measure_is_unknown_and_is_not_sent_again() {
    large().into_iter().for_each(stays_unknown);
}

#[test]
fn a_punch_that_is_sent_elsewhere_does_not_go_there() {
    let (office, front) = taro_came_behind();
    let elsewhere = Front::before(&office.sandbox.kot.base_url(), Greeting::Plain);
    let redirect = format!(
        "HTTP/1.1 307 Temporary Redirect\r\nLocation: http://{}/v1.0\r\nContent-Length: 0\r\n\r\n",
        elsewhere.address()
    );
    front.does(PUNCH, Deed::Say(Said::once(redirect)));
    office.round_posts(0, 5);
    book(&office, "unknown");
    assert_eq!(elsewhere.connections(), 0);
}

#[test]
fn nothing_that_came_packed_is_unpacked() {
    // `{"total":0,"has_next":false,"logs":[]}`, stored in gzip.
    const PACKED: &[u8] = b"\x1f\x8b\x08\0\0\0\0\0\0\xff\x01&\0\xd9\xff{\"total\":0,\"has_next\":false,\"logs\":[]}p\xac\x8e\xe4\x26\0\0\0";
    let office = taro_came();
    let front = Front::before(&office.sandbox.malion.base_url(), Greeting::Plain);
    office.setting("malion.base_url", &format!("http://{}", front.address()));
    let head = format!(
        "{OK}Content-Encoding: gzip\r\nContent-Length: {}\r\n\r\n",
        PACKED.len()
    );
    front.does(
        "GET ",
        Deed::Say(Said::once([head.as_bytes(), PACKED].concat())),
    );
    office.fails(&ROUND, 5, "malion.malformed");
    let heads = front.heads();
    assert!(!heads.is_empty());
    for head in heads {
        assert!(!head.to_lowercase().contains("accept-encoding"), "{head}");
    }
}

#[test]
fn a_wait_without_end_is_not_waited_for() {
    let (office, front) = taro_came_behind();
    let wait = format!(
        "HTTP/1.1 429 Too Many Requests\r\nRetry-After: {}\r\nContent-Length: 0\r\n\r\n",
        u64::MAX
    );
    front.does(READING, Deed::Say(Said::once(wait)));
    office.round_posts(0, 5);
    front.does(READING, Deed::HandOn);
    let asked = front.connections();
    office.at("2024-12-17 23:00").round_posts(0, 0);
    assert_eq!(
        front.connections(),
        asked,
        "it is left alone for a day at most"
    );
    office.at("2024-12-18 12:01").round_posts(1, 0);
}

#[test]
fn a_date_beyond_all_calendars_is_a_clock_that_is_off() {
    let (office, front) = taro_came_behind();
    for date in [
        "Fri, 31 Dec 9999 23:59:59 GMT",
        "Mon, 01 Jan 0001 00:00:00 GMT",
        "Thu, 01 Jan 1970 00:00:00 GMT",
    ] {
        front.does("", Deed::Redate(date));
        office.check_finds(2, "kot-clock");
        office.round(0);
    }
    for date in ["Fri, 32 Dec 2024 00:00:00 GMT", "99999999999999999999", ""] {
        front.does("", Deed::Redate(date));
        office.run(&["config", "check"]).exits(0);
    }
    office.at("2024-12-17 12:10").round(0);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
}
