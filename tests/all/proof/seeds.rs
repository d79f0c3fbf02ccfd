//! Which seeds a random proof plays, and all of them at once that the machine has cores for.

use std::env;
use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use super::scale::Scale;

/// The variable that names the seeds, `FROM..TO`.
const SEEDS: &str = "PCPUNCH_PROOF_SEEDS";

/// The seeds that are named or, where none are, the first of a part or of the whole.
pub(super) fn asked(part: usize, whole: usize) -> Range<u64> {
    match env::var(SEEDS) {
        Ok(text) => {
            let (from, to) = text.split_once("..").expect("FROM..TO");
            from.parse().expect("a number")..to.parse().expect("a number")
        }
        Err(_) => 0..Scale::asked().bound(part, whole) as u64,
    }
}

/// Plays every seed.
pub(super) fn each(seeds: &Range<u64>, play: impl Fn(u64) + Sync) {
    let next = AtomicU64::new(seeds.start);
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::SeqCst);
                    if !seeds.contains(&seed) {
                        return;
                    }
                    play(seed);
                }
            });
        }
    });
}
