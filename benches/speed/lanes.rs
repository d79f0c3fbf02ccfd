//! How near the lanes come to what KING OF TIME's latency allows, beside the same punches sent one by one.

use std::time::Duration;

use pcpunch::sandbox::{Fault, On};

use crate::harness::{Measured, Office, moment};
use crate::one_by_one::{self, Sender};
use crate::people::{company, logs};
use crate::row::{row, told};

const MORNING: &str = "2024-12-17 11:00";

pub(crate) fn measure() {
    let latency = Duration::from_millis(50);
    let alone = one_by_one::rate(Sender::Rust, latency);
    for lanes in [8, 16] {
        let (office, _) = morning(100 * lanes, lanes, latency);
        let reached = posts_per_second(&office);
        let bound = per_second(lanes, latency);
        row(
            &format!("punches, {lanes} lanes, {} ms a punch", latency.as_millis()),
            &format!("{reached:.1} a second"),
            &format!(
                "{:.1} % of lanes ÷ latency ({bound:.0}); {:.1} × one by one ({alone:.1})",
                100.0 * reached / bound,
                reached / alone
            ),
        );
    }
    match one_by_one::python() {
        Some(python) => {
            let rate = one_by_one::rate(Sender::Python(python), latency);
            let told = format!("{rate:.1} a second");
            row("the same one by one, Python's requests", &told, "");
        }
        None => row("the same one by one, Python's requests", "not here", ""),
    }
    let latency = Duration::from_millis(200);
    let (_, round) = morning(1_000, 8, latency);
    row(
        "a round of 1,000 出勤, 8 lanes, 200 ms a punch",
        &told(round.wall),
        &format!("{} by lanes ÷ latency", told(latency * 1_000 / 8)),
    );
}

/// A morning's round, in which so many people's 出勤 are sent.
fn morning(people: usize, lanes: usize, latency: Duration) -> (Office, Measured) {
    let office = company(people);
    office.setting("kot.lanes", &lanes.to_string());
    office.malion_has(logs(people, "2024-12-17 07:00", "ログオン"));
    let kot = &office.sandbox.kot;
    kot.fault(Fault::Delay(latency), On::punch().always());
    office.at(MORNING);
    office.sandbox.set_now(moment(MORNING));
    let round = office.measures(&["relay", "run", "--once"]);
    assert_eq!(round.ran.ended_with(), Some(0));
    assert_eq!(office.posts(), people, "{}", round.ran.told());
    (office, round)
}

/// How fast they came to KING OF TIME, from the first one to the last.
fn posts_per_second(office: &Office) -> f64 {
    let requests = office.sandbox.kot.requests();
    let posts: Vec<_> = requests.iter().filter(|one| one.method == "POST").collect();
    let took = posts[posts.len() - 1].at - posts[0].at;
    (posts.len() - 1) as f64 / took.as_seconds_f64()
}

fn per_second(lanes: usize, latency: Duration) -> f64 {
    lanes as f64 / latency.as_secs_f64()
}
