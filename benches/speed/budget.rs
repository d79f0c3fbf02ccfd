//! How much of KING OF TIME's budget is used, and how often it had to say 「too many」: more is due than a window
//! allows, over several windows and a restart in their middle. Windows are shorter here than five minutes.

use chrono::TimeDelta;
use pcpunch::domain::time::Jst;

use crate::harness::moment;
use crate::people::{company, logs};
use crate::row::row;

/// So many times shorter.
const SCALE: u32 = 10;
const BUDGET: usize = 1_500;
const WINDOWS: usize = 4;
const MORNING: &str = "2024-12-17 11:00";

pub(crate) fn measure() {
    let people = BUDGET * WINDOWS;
    let office = company(people);
    let window = TimeDelta::seconds(300) / i32::try_from(SCALE).unwrap();
    office
        .setting("kot.punches_per_5min", &BUDGET.to_string())
        .setting("kot.lanes", "8")
        .setting("pace_scale", &SCALE.to_string());
    office.sandbox.kot.switch(|switches| {
        switches.punch_budget = BUDGET;
        switches.budget_span = window;
    });
    office.malion_has(logs(people, "2024-12-17 07:00", "ログオン"));
    office.at(MORNING);
    office.sandbox.set_now(moment(MORNING));
    let first = office.starts(&["relay", "run", "--once"]);
    // In the middle of the second window.
    std::thread::sleep((window * 3 / 2).to_std().unwrap());
    first.terminate();
    first.ends();
    let now = office.sandbox.now();
    office.is_at(now);
    office.sandbox.set_now(now);
    assert_eq!(
        office.run(&["relay", "run", "--once"]).ended_with(),
        Some(0)
    );
    let requests = office.sandbox.kot.requests();
    let posts = || requests.iter().filter(|one| one.method == "POST");
    let throttled = posts().filter(|one| one.status == Some(429)).count();
    let times: Vec<Jst> = posts().map(|one| one.at).collect();
    assert_eq!(office.sandbox.kot.punches().len(), people);
    let took = times[times.len() - 1] - times[0];
    // The first window's punches go at once, and the last ones wait for no window of their own.
    let fastest = window * i32::try_from(WINDOWS - 1).unwrap();
    let share = fastest.as_seconds_f64() / took.as_seconds_f64();
    row(
        &format!(
            "{people} punches, {BUDGET} allowed in any of {WINDOWS} windows, a restart in the middle"
        ),
        &format!("{:.1} % of the budget used", 100.0 * share),
        &format!("{throttled} answers 「too many」"),
    );
}
