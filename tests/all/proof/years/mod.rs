//! Whole random years of people who join, leave and come back, of codes and PCs that are handed on: each punch goes
//! to the right key or is held, as a plain model of the pages says.
//!
//! `PCPUNCH_PROOF_SEEDS=FROM..TO cargo test --test all proof::years -- --nocapture` plays those seeds.

mod bites;
mod books;
mod cast;
mod judge;
mod model;
mod played;
mod script;
mod shown;
mod staff;

use std::sync::Mutex;
use std::time::Instant;

use played::{Counts, played};

use super::{seeds, tell};

#[test]
fn whoever_joins_leaves_and_hands_on_each_punch_goes_to_the_right_key_or_is_held() {
    let began = Instant::now();
    let seeds = seeds::asked(2, 50);
    let counts = Mutex::new(Counts::default());
    let failed = Mutex::new(Vec::new());
    seeds::each(&seeds, |seed| {
        let year = cast::year(seed);
        match played(&year) {
            Ok(one) => counts.lock().expect("counts").add(&one),
            Err(differs) => {
                tell(&format!("year of seed {seed} differs: {}\n", differs.why));
                let told = format!("{}{}\n", year.until(differs.time), differs.why);
                failed.lock().expect("seeds").push((seed, told));
            }
        }
    });
    let counts = counts.into_inner().expect("counts");
    tell(&format!("years: {counts}, {:?}", began.elapsed()));
    let mut failed = failed.into_inner().expect("seeds");
    failed.sort();
    let seeds: Vec<u64> = failed.iter().map(|(seed, _)| *seed).collect();
    if let Some((_, told)) = failed.first() {
        panic!("{seeds:?} differ\n{told}");
    }
}
