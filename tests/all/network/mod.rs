//! The way to the services: TLS that is always verified, proxies, and answers without measure. Each server here is a
//! real one on a socket of this machine, and behind it stands the sandbox.

mod authority;
mod front;
mod limits;
mod no_switch;
mod openssl;
mod port;
mod proxies;
mod proxy;
mod tls;

use crate::harness::{Office, pc_log};
use authority::Authority;
use front::{Deed, Front, Greeting};

const TARO: (&str, &str, &str, &str) = ("1000", "勤怠", "太郎", "tarouk");

/// One round as a person types it.
const ROUND: [&str; 3] = ["relay", "run", "--once"];
/// What is asked last before a punch is sent.
const READING: &str = "GET /v1.0/daily-workings/timerecord?";
const PUNCH: &str = "POST /v1.0/daily-workings/timerecord/";

/// Taro, who logged on at 09:00 on 2024-12-17; it is noon and nothing is sent yet.
fn taro_came() -> Office {
    let office = Office::of(&[TARO]);
    office.malion_has([pc_log("2024-12-17 09:00 PC-1 tarouk ログオン")]);
    office.at("2024-12-17 12:00");
    office.sandbox.kot.clear_requests();
    office
}

/// The same with something before its KING OF TIME, which speaks TLS as localhost under the company's authority. That
/// the relay knows by `http.ca_file`.
fn taro_came_behind_tls() -> (Office, Front) {
    let office = taro_came();
    let authority = Authority::company();
    let front = Front::before(
        &office.sandbox.kot.base_url(),
        Greeting::Tls(authority.server("localhost")),
    );
    office.setting(
        "kot.base_url",
        &format!("https://{}/v1.0", front.named("localhost")),
    );
    trusts(&office, &authority);
    (office, front)
}

/// From now on the relay trusts what that authority issued; the system's store has only somebody else, so that the
/// tests depend on no machine's.
fn trusts(office: &Office, authority: &Authority) {
    let system = office.file("system.pem", &Authority::stranger().pem());
    office.environment("SSL_CERT_FILE", &system);
    let file = office.file("authority.pem", &authority.pem());
    office.setting("http.ca_file", file.to_str().unwrap());
}

/// The state of Taro's 出勤 in the relay's own book.
#[track_caller]
fn book(office: &Office, state: &str) {
    office.book_says(&[&format!("1000 2024-12-17 出勤 09:00 {state}")]);
}

/// Nothing was lost: the next round brings Taro's 出勤, once.
#[track_caller]
fn nothing_is_lost(office: &Office) {
    office.at("2024-12-17 12:10").round_posts(1, 0);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
    office.at("2024-12-17 12:15").round_posts(0, 0);
}
