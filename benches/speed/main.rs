//! What README claims about speed, measured side by side on this machine: `cargo bench` measures everything,
//! `cargo bench -- lanes idle` the parts that are named. The rows come as README has them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a measurement that cannot be made fails by panicking, and one that is made is printed"
)]

mod accounts;
mod budget;
mod check;
mod collect;
mod company;
#[path = "../../tests/all/harness/mod.rs"]
#[allow(
    dead_code,
    unused_imports,
    reason = "the tests need more of it than the measurements"
)]
mod harness;
mod history;
mod idle;
mod lanes;
mod one_by_one;
mod people;
mod row;
mod start;

/// A part, by its name.
type Part = (&'static str, fn());

const PARTS: [Part; 8] = [
    ("start", start::measure),
    ("lanes", lanes::measure),
    ("budget", budget::measure),
    ("company", company::measure),
    ("idle", idle::measure),
    ("collect", collect::measure),
    ("accounts", accounts::measure),
    ("check", check::measure),
];

fn main() {
    // Cargo itself says `--bench`.
    let asked: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with('-'))
        .collect();
    for word in &asked {
        let is_known = PARTS.iter().any(|(name, _)| name == word);
        assert!(
            is_known,
            "{word} is no part: {:?}",
            PARTS.map(|(name, _)| name)
        );
    }
    row::head();
    for (name, measure) in PARTS {
        if asked.is_empty() || asked.iter().any(|word| word == name) {
            measure();
        }
    }
}
