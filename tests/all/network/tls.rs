//! TLS of 1.2 and up, and certificates that are always verified. Whatever is wrong, nothing is sent, it is said which
//! of it all it is, and nothing is lost.

use super::authority::{Authority, own_authority, own_server};
use super::{
    Deed, Front, Greeting, PUNCH, READING, ROUND, book, nothing_is_lost, taro_came,
    taro_came_behind_tls, trusts,
};
use crate::harness::Office;

/// A server's hello of TLS 1.1, to which no client of today goes down.
const HELLO_OF_TLS_1_1: [u8; 47] = {
    let mut hello = [7; 47];
    // The record: a handshake of version 3.2, 42 bytes.
    (hello[0], hello[1], hello[2], hello[3], hello[4]) = (22, 3, 2, 0, 42);
    // The message: a server's hello, 38 bytes, of version 3.2; its random bytes are sevens.
    (hello[5], hello[6], hello[7], hello[8]) = (2, 0, 0, 38);
    (hello[9], hello[10]) = (3, 2);
    // No session, TLS_RSA_WITH_AES_128_CBC_SHA, no compression.
    (hello[43], hello[44], hello[45], hello[46]) = (0, 0, 0x2f, 0);
    hello
};

/// The record of an alert: fatal, protocol_version. A server says so that knows nothing later than TLS 1.1.
const NOT_THAT_VERSION: [u8; 7] = [21, 3, 2, 0, 2, 2, 70];
/// Fatal, handshake_failure: no cipher in common.
const NO_COMMON_CIPHER: [u8; 7] = [21, 3, 3, 0, 2, 2, 40];

/// Everything that can be wrong before there is a connection, and by which name it is told.
fn wrongs() -> Vec<(Greeting, &'static str)> {
    let tls = Greeting::Tls;
    let stranger = Authority::stranger().server("localhost");
    // As after the company made its authority anew.
    let namesake = Authority::company().server("localhost");
    vec![
        (tls(stranger), "http.untrusted"),
        (tls(namesake), "http.untrusted"),
        (tls(own_server("localhost").0), "http.untrusted"),
        (tls(own_authority("localhost").0), "http.certificate"),
        (Greeting::Says(HELLO_OF_TLS_1_1.to_vec()), "http.old_tls"),
        (Greeting::Says(NOT_THAT_VERSION.to_vec()), "http.old_tls"),
        (Greeting::Says(NO_COMMON_CIPHER.to_vec()), "http.tls"),
        (
            Greeting::Says(b"HTTP/1.1 400 Bad Request\r\n\r\n".to_vec()),
            "http.tls",
        ),
        (Greeting::Says(vec![0; 600]), "http.tls"),
        (Greeting::Close, "http.connect"),
    ]
}

/// The same under an authority that is trusted.
fn wrongs_of(company: &Authority) -> Vec<(Greeting, &'static str, &'static str)> {
    let tls = Greeting::Tls;
    vec![
        (
            tls(company.expired_server("localhost")),
            "http.expired",
            "2021-01-01 09:00",
        ),
        (
            tls(company.early_server("localhost")),
            "http.not_yet_valid",
            "2999-01-01 09:00",
        ),
        (
            tls(company.server("kot.example")),
            "http.other_host",
            "kot.example",
        ),
        (
            tls(company.server("127.0.0.1")),
            "http.other_host",
            "127.0.0.1",
        ),
        (
            tls(company.client_certificate_server("localhost")),
            "http.certificate",
            "localhost",
        ),
    ]
}

/// Whatever the relay asks ends so, naming the host, and nothing comes to KING OF TIME.
#[track_caller]
fn is_refused(office: &Office, front: &Front, name: &str, words: &str) {
    office.fails(&ROUND, 5, name);
    let told = office.run(&ROUND).exits(5).told();
    assert!(
        told.contains(&front.named("localhost")) && told.contains(words),
        "{told}"
    );
    office.check_finds(5, "kot-token");
    assert!(
        office.sandbox.kot.requests().is_empty(),
        "{name}: something came through"
    );
    assert!(front.heads().is_empty(), "{name}: something was sent");
    book(office, "decided");
}

#[test]
fn the_whole_job_is_done_over_tls_with_the_companys_authority() {
    let (office, front) = taro_came_behind_tls();
    let malion = Authority::company();
    let before_malion = Front::before(
        &office.sandbox.malion.base_url(),
        Greeting::Tls(malion.server("127.0.0.1")),
    );
    office.setting(
        "malion.base_url",
        &format!("https://{}", before_malion.named("127.0.0.1")),
    );
    office.fails(&ROUND, 5, "http.untrusted");
    office.check_finds(5, "malion-connection");
    let both = std::fs::read_to_string(office.path("authority.pem")).unwrap() + &malion.pem();
    office.file("authority.pem", &both);
    office.round_posts(1, 0);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
    office.run(&["config", "check"]).exits(0);
    office.at("2024-12-17 12:05").round_posts(0, 0);
    assert!(
        front
            .heads()
            .iter()
            .all(|head| head.contains("authorization: Bearer "))
    );
    assert!(!before_malion.heads().is_empty());
}

#[test]
fn without_the_companys_authority_nothing_is_sent_and_it_is_said_what_to_do() {
    let (office, front) = taro_came_behind_tls();
    office.unset("http.ca_file");
    is_refused(&office, &front, "http.untrusted", "http.ca_file");
    let file = office.path("authority.pem");
    office.setting("http.ca_file", file.to_str().unwrap());
    nothing_is_lost(&office);
}

#[test]
fn what_is_wrong_with_a_handshake_is_told_apart() {
    let (office, front) = taro_came_behind_tls();
    for (greeting, name) in wrongs() {
        front.greets(greeting);
        is_refused(&office, &front, name, "");
    }
}

#[test]
fn what_is_wrong_with_a_certificate_is_told_apart() {
    let office = taro_came();
    let company = Authority::company();
    let front = Front::before(&office.sandbox.kot.base_url(), Greeting::Close);
    office.setting(
        "kot.base_url",
        &format!("https://{}/v1.0", front.named("localhost")),
    );
    trusts(&office, &company);
    for (greeting, name, words) in wrongs_of(&company) {
        front.greets(greeting);
        is_refused(&office, &front, name, words);
    }
    front.greets(Greeting::Tls(company.server("localhost")));
    nothing_is_lost(&office);
}

#[test]
fn a_certificate_that_a_server_issued_itself_counts_where_it_is_named_and_is_no_authoritys() {
    let (office, front) = taro_came_behind_tls();
    let (authority, pem) = own_authority("localhost");
    office.file("authority.pem", &pem);
    front.greets(Greeting::Tls(authority));
    is_refused(&office, &front, "http.certificate", "");
    let (server, pem) = own_server("localhost");
    office.file("authority.pem", &pem);
    front.greets(Greeting::Tls(server));
    nothing_is_lost(&office);
}

#[test]
fn a_server_that_is_silent_in_the_handshake_is_given_up_in_time() {
    let (office, front) = taro_came_behind_tls();
    office.setting("http.timeout_seconds", "1");
    let manners = front.manners();
    manners.greet(Greeting::Silence);
    let measured = office.measures(&ROUND);
    assert!(measured.wall.as_secs() < 8, "{}", measured.told());
    is_refused(&office, &front, "http.timeout", "");
}

#[test]
fn a_server_that_lets_in_only_members_is_told_as_one() {
    let (office, front) = taro_came_behind_tls();
    let company = Authority::company();
    trusts(&office, &company);
    front.greets(Greeting::Tls(company.server_for_members("localhost")));
    office.fails(&ROUND, 5, "http.client_certificate");
    office.check_finds(5, "kot-token");
    assert!(office.sandbox.kot.requests().is_empty());
    front.greets(Greeting::Tls(company.server("localhost")));
    nothing_is_lost(&office);
}

#[test]
fn a_punch_whose_handshake_fails_is_surely_not_sent_and_goes_five_minutes_later() {
    let company = Authority::company();
    let certificates = wrongs_of(&company)
        .into_iter()
        .map(|(greeting, name, _)| (greeting, name));
    for (greeting, name) in wrongs().into_iter().chain(certificates) {
        let (office, front) = taro_came_behind_tls();
        trusts(&office, &company);
        let good = Greeting::Tls(company.server("localhost"));
        let manners = front.manners();
        front
            .greets(good.clone())
            .once_asked(READING, move || manners.greet(greeting));
        office.round_posts(0, 5);
        book(&office, "decided");
        assert_eq!(office.book()[0].attempts, 1, "{name}: the punch was tried");
        assert!(
            !front.heads().iter().any(|head| head.starts_with(PUNCH)),
            "{name}"
        );
        front.greets(good);
        office.at("2024-12-17 12:05").round_posts(1, 0);
        office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
    }
}

#[test]
fn a_punch_that_was_taken_and_not_answered_is_found_at_once_and_not_sent_again() {
    let (office, front) = taro_came_behind_tls();
    front.does(PUNCH, Deed::DropAfter);
    office.round_posts(1, 0);
    book(&office, "accepted");
    front.does(PUNCH, Deed::HandOn);
    office.at("2024-12-17 12:36").round_posts(0, 0);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
}

#[test]
fn a_punch_that_left_and_was_not_taken_is_unknown_for_half_an_hour() {
    let (office, front) = taro_came_behind_tls();
    front.does(PUNCH, Deed::DropBefore);
    office.round_posts(0, 5);
    book(&office, "unknown");
    front.does(PUNCH, Deed::HandOn);
    for (time, posts) in [("12:05", 0), ("12:36", 0), ("12:47", 1), ("12:58", 0)] {
        let time = format!("2024-12-17 {time}");
        office.at(&time).round_posts(posts, 0);
    }
    book(&office, "accepted");
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
}
