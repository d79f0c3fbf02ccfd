//! Whole random histories of a small company through the real binary, held against a plain model of the rules.
//!
//! `PCPUNCH_PROOF_SEEDS=FROM..TO cargo test --test all proof::histories -- --nocapture` plays those seeds; one seed
//! alone that fails is played again with ever less, until only what matters is left.

mod bites;
mod books;
mod cast;
mod days;
mod faults;
mod judge;
mod model;
mod played;
mod rest;
mod script;
mod watched;

use std::sync::Mutex;
use std::time::Instant;

use played::{Counts, played};
use script::{DAY, History};

use super::{seeds, tell};

/// How often a history is played again to find out what of it matters.
const MOST_PLAYS: usize = 250;

#[test]
fn whatever_happens_to_a_company_its_punches_are_those_of_the_rules() {
    let began = Instant::now();
    let seeds = seeds::asked(20, 2000);
    let counts = Mutex::new(Counts::default());
    let failed = Mutex::new(Vec::new());
    seeds::each(&seeds, |seed| {
        let history = cast::history(seed);
        match played(&history) {
            Ok(one) => {
                let mut counts = counts.lock().expect("counts");
                counts.histories += one.histories;
                counts.rounds += one.rounds;
                counts.posts += one.posts;
            }
            Err(why) => {
                tell(&format!("seed {seed}: {why}\n"));
                failed.lock().expect("seeds").push((history, why));
            }
        }
    });
    let Counts {
        histories,
        rounds,
        posts,
    } = *counts.lock().expect("counts");
    tell(&format!(
        "histories: {histories} of seeds {seeds:?}, {rounds} rounds, {posts} punches sent, {:?}",
        began.elapsed()
    ));
    let failed = failed.into_inner().expect("seeds");
    let Some((history, why)) = failed.first() else {
        return;
    };
    let (history, why) = if seeds.end - seeds.start == 1 {
        shrunk(history.clone(), why.clone())
    } else {
        (history.clone(), why.clone())
    };
    panic!("{} differ\n{history}{why}", failed.len());
}

/// The same history without what does not matter to how it fails. Asked for by naming one seed alone.
fn shrunk(mut history: History, mut why: String) -> (History, String) {
    let fault = |why: &str| {
        let line = why.lines().next().unwrap_or_default();
        line.replace(|one: char| one.is_ascii_digit(), "")
    };
    let mut plays = 0;
    for part in [8, 4, 2, 1] {
        // What begins the history stays.
        let mut place = history.steps.partition_point(|(time, _)| *time < DAY);
        while place < history.steps.len() + history.logs.len() && plays < MOST_PLAYS {
            let steps = history.steps.len();
            let mut less = history.clone();
            for _ in 0..part {
                if place < less.steps.len() && place < steps {
                    less.steps.remove(place);
                } else if place >= steps && place - steps < less.logs.len() {
                    less.logs.remove(place - steps);
                }
            }
            plays += 1;
            match played(&less) {
                Err(other) if fault(&other) == fault(&why) => (history, why) = (less, other),
                _ => place += part,
            }
        }
    }
    (history, why)
}
