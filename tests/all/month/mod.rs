//! A month of a company through the real binary, held against a separately written model.
//!
//! `cargo test month -- --nocapture` shows the counts.

mod cast;
pub(crate) mod chance;
mod days;
mod model;
mod played;
mod script;
mod sheet;

use std::collections::BTreeSet;
use std::time::Instant;

use model::{Choices, Punched};

/// 2024-12-17.
const SINCE: i64 = 1;

#[expect(
    clippy::print_stdout,
    reason = "the counts are wanted when the test is run by hand"
)]
#[track_caller]
fn is_sent_as_the_model_says(people: i64, seed: u64, hours: &[i64], breaks: bool) {
    let month = cast::month(people, seed, hours);
    let choices = Choices {
        since: SINCE,
        breaks,
        ignored: "vendor",
    };
    let began = Instant::now();
    let expected = model::punches(&month, &choices);
    let modelled = began.elapsed();
    let link_breaks = if breaks { "on" } else { "off" };
    let played = played::played(
        &month,
        &[
            ("link.breaks", link_breaks),
            ("logs.ignore_users", "vendor*"),
        ],
    );
    let told = format!(
        "{people} people, seed {seed}: {} records, {} rounds, {} punches\nfates {:?}\nfindings {:?}\nmodel {modelled:?}, all {:?}",
        month.logs.len(),
        played.rounds,
        played.sent.len(),
        played.fates,
        played.findings,
        began.elapsed(),
    );
    println!("{told}");
    let once: BTreeSet<Punched> = played.sent.iter().copied().collect();
    assert_eq!(
        once.len(),
        played.sent.len(),
        "a punch was sent twice\n{told}"
    );
    let differences = played::differences(&month, &expected, &played.sent);
    assert!(differences.is_empty(), "{differences}\n{told}");
}

#[test]
fn what_is_sent_in_a_month_of_three_hundred_people_is_what_the_model_says() {
    is_sent_as_the_model_says(300, 7, &[11], true);
}

#[test]
fn so_it_is_with_another_seed_and_a_relay_that_runs_more_often() {
    is_sent_as_the_model_says(40, 11, &[9, 12, 20], true);
}
