//! The same punches as the common bridges send them: one after another, each on a new connection.

use std::io::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use chrono::NaiveTime;
use pcpunch::domain::time::Jst;
use pcpunch::sandbox::{Employee, Fault, On, Sandbox, key_of};
use serde_json::json;

use crate::harness::moment;
use crate::people::code;

const PUNCHES: usize = 100;

/// Who sends.
pub(crate) enum Sender {
    Rust,
    /// Its Python has `requests`.
    Python(&'static str),
}

/// A Python with `requests`, where there is one.
pub(crate) fn python() -> Option<&'static str> {
    let has_requests = |python: &&str| {
        let mut command = Command::new(python);
        let ran = command.args(["-c", "import requests"]).output();
        ran.is_ok_and(|ran| ran.status.success())
    };
    ["python3", "python"].into_iter().find(has_requests)
}

/// Punches a second.
pub(crate) fn rate(sender: Sender, latency: Duration) -> f64 {
    let now = moment("2024-12-17 11:00");
    let sandbox = Sandbox::start(now).unwrap();
    sandbox.kot.add_division("1000", "本社", NaiveTime::MIN);
    for person in 0..PUNCHES {
        let employee = Employee::new(&code(person), "勤怠", "太郎", "1000");
        sandbox.kot.add_employee(employee);
    }
    sandbox
        .kot
        .fault(Fault::Delay(latency), On::punch().always());
    let began = Instant::now();
    match sender {
        Sender::Rust => by_rust(&sandbox, now),
        Sender::Python(python) => by_python(python, &sandbox, now),
    }
    let took = began.elapsed();
    assert_eq!(sandbox.kot.punches().len(), PUNCHES);
    PUNCHES as f64 / took.as_secs_f64()
}

fn url(sandbox: &Sandbox, person: usize) -> String {
    let base = sandbox.kot.base_url();
    format!("{base}/daily-workings/timerecord/{}", key_of(&code(person)))
}

fn by_rust(sandbox: &Sandbox, now: Jst) {
    let time = now.to_rfc3339();
    let body = json!({"code": "1", "date": "2024-12-17", "time": time});
    for person in 0..PUNCHES {
        let client = reqwest::blocking::Client::new();
        let request = client.post(url(sandbox, person)).json(&body);
        let answer = request.bearer_auth(sandbox.kot.token()).send().unwrap();
        assert!(answer.status().is_success());
    }
}

fn by_python(python: &str, sandbox: &Sandbox, now: Jst) {
    let script = "
import sys, requests
token, time = sys.argv[1:]
for url in sys.stdin.read().split():
    answer = requests.post(url, json={'code': '1', 'date': '2024-12-17', 'time': time},
                           headers={'Authorization': 'Bearer ' + token})
    answer.raise_for_status()
";
    let mut child = Command::new(python)
        .args(["-c", script, &sandbox.kot.token(), &now.to_rfc3339()])
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    let urls: Vec<String> = (0..PUNCHES).map(|person| url(sandbox, person)).collect();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(urls.join("\n").as_bytes()).unwrap();
    drop(stdin);
    assert!(child.wait().unwrap().success());
}
