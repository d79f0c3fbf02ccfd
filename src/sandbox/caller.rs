//! Raw HTTP for the sandbox's own tests: what no client library would let through is seen here.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::Value;

use super::{Employee, Kot, Sandbox};
use crate::domain::time::{Jst, WorkDay};

/// An answer as it came.
#[derive(Debug)]
pub(super) struct Heard {
    pub(super) status: u16,
    pub(super) head: String,
    pub(super) body: String,
}

impl Heard {
    pub(super) fn json(&self) -> Value {
        serde_json::from_str(&self.body).expect("JSON")
    }

    /// The value of a header.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (key, value) = line.split_once(": ")?;
            key.eq_ignore_ascii_case(name).then_some(value)
        })
    }

    /// Status and KOT's code in shape 1.
    pub(super) fn error(&self) -> (u16, i64) {
        let code = self.json()["errors"][0]["code"].as_i64();
        (self.status, code.expect("shape 1"))
    }
}

/// One kept connection.
pub(super) struct Connection(BufReader<TcpStream>);

impl Connection {
    pub(super) fn open(base_url: &str) -> Self {
        let host = host(base_url);
        let stream = TcpStream::connect(host).expect("a server listens");
        stream
            .set_read_timeout(Some(Duration::from_secs(20)))
            .expect("a timeout can be set");
        Self(BufReader::new(stream))
    }

    pub(super) fn send(&mut self, method: &str, target: &str, headers: &str, body: &str) {
        let request = format!(
            "{method} {target} HTTP/1.1\r\nHost: sandbox\r\nContent-Length: {}\r\n{headers}\r\n{body}",
            body.len(),
        );
        self.0
            .get_mut()
            .write_all(request.as_bytes())
            .expect("the request is written");
    }

    /// Every byte until the connection ends, and the error with which it does.
    pub(super) fn drain(&mut self) -> (String, Option<io::ErrorKind>) {
        let mut bytes = Vec::new();
        let end = self.0.read_to_end(&mut bytes);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        (text, end.err().map(|error| error.kind()))
    }

    /// The whole answer; an error where it breaks off or never begins.
    pub(super) fn hear(&mut self) -> io::Result<Heard> {
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            if self.0.read_line(&mut head)? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
        let mut heard = Heard {
            status: head[9..12].parse().expect("a status"),
            head,
            body: String::new(),
        };
        let length = heard
            .header("content-length")
            .map_or(0, |length| length.parse::<usize>().expect("a length"));
        let mut body = vec![0; length];
        self.0.read_exact(&mut body)?;
        heard.body = String::from_utf8(body).expect("UTF-8");
        Ok(heard)
    }
}

/// The host and port of a base address.
pub(super) fn host(base_url: &str) -> &str {
    let host = base_url.trim_start_matches("http://");
    host.split('/').next().expect("a host")
}

/// A moment of 2024-12-17.
pub(super) fn at(time: &str) -> Jst {
    Jst::parse_from_rfc3339(&format!("2024-12-17T{time}+09:00")).expect("a time")
}

pub(super) fn day(text: &str) -> WorkDay {
    WorkDay::parse(text).expect("a day")
}

/// A sandbox at noon of 2024-12-17 with one division and one person, 勤怠 太郎; and his key.
pub(super) fn sandbox() -> (Sandbox, String) {
    let sandbox = Sandbox::start(at("12:00:00")).expect("it starts");
    let border = chrono::NaiveTime::from_hms_opt(5, 0, 0).expect("a time");
    sandbox.kot.add_division("1000", "本社", border);
    let key = sandbox
        .kot
        .add_employee(Employee::new("1000", "勤怠", "太郎", "1000"));
    (sandbox, key)
}

/// One call with the right token on a connection of its own.
pub(super) fn call(kot: &Kot, method: &str, path: &str, body: &str) -> io::Result<Heard> {
    let mut connection = Connection::open(&kot.base_url());
    ask(&mut connection, kot, method, path, body);
    connection.hear()
}

/// Asks on a connection that is there.
pub(super) fn ask(connection: &mut Connection, kot: &Kot, method: &str, path: &str, body: &str) {
    let token = format!("Authorization: Bearer {}\r\n", kot.token());
    connection.send(method, &format!("/v1.0{path}"), &token, body);
}

pub(super) fn get(kot: &Kot, path: &str) -> Heard {
    call(kot, "GET", path, "").expect("an answer")
}

/// A punch of 2024-12-17 at that time with that code.
pub(super) fn punch(kot: &Kot, key: &str, time: &str, code: u8) -> io::Result<Heard> {
    let body =
        format!(r#"{{"date":"2024-12-17","time":"2024-12-17T{time}+09:00","code":"{code}"}}"#);
    call(kot, "POST", &punch_path(key), &body)
}

pub(super) fn punch_path(key: &str) -> String {
    format!("/daily-workings/timerecord/{key}")
}
