//! A round in which nothing happened, whatever the file remembers.

use std::time::Duration;

use chrono::TimeDelta;
use serde_json::json;

use crate::harness::moment;
use crate::history::{LOGS_A_DAY, remembers};
use crate::people::company;
use crate::row::{median, row, told};

const PEOPLE: usize = 5_000;
const TIMES: usize = 11;

pub(crate) fn measure() {
    let empty = idle(0);
    for logs in [0, 100_000, 5_000_000] {
        let round = if logs == 0 { empty } else { idle(logs) };
        let times = round.as_secs_f64() / empty.as_secs_f64();
        row(
            &format!("an idle round, {logs} logs stored"),
            &told(round),
            &format!("{times:.2} × that at 0"),
        );
    }
}

/// What a round takes, the middle one of several, once one has looked at all that is there.
fn idle(logs: usize) -> Duration {
    let office = company(PEOPLE);
    let morning = moment("2024-12-17 06:00");
    office.is_at(morning - TimeDelta::minutes(10));
    assert_eq!(
        office.run(&["relay", "run", "--once"]).ended_with(),
        Some(0)
    );
    remembers(&office, logs / (PEOPLE * LOGS_A_DAY));
    for minutes in [-5, 0] {
        office.is_at(morning + TimeDelta::minutes(minutes));
        let round = office.run(&["relay", "run", "--once", "--format", "json"]);
        let told = round.document("pcpunch.relay-run.v1");
        assert_eq!(told["findings"], json!([]), "the history is in order");
    }
    let times = (1..=TIMES).map(|number| {
        let minutes = i64::try_from(5 * number).unwrap();
        office.is_at(morning + TimeDelta::minutes(minutes));
        let before = office.sandbox.kot.requests().len() + office.sandbox.malion.requests().len();
        let round = office.measures(&["relay", "run", "--once"]);
        assert_eq!(round.ran.ended_with(), Some(0));
        let after = office.sandbox.kot.requests().len() + office.sandbox.malion.requests().len();
        assert!(after - before <= 2, "{} requests", after - before);
        round.wall
    });
    median(times.collect())
}
