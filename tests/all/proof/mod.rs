//! Each punch once: what can go wrong, crossed with itself. Every test run proves a part of it; all of it is
//! `PCPUNCH_PROOF=whole cargo test proof -- --nocapture`.

mod calendar;
mod histories;
mod matrix;
mod power;
pub(crate) mod scale;
mod seeds;
mod two_days;
mod two_rounds;
mod years;

use std::io::{self, Write};

/// Says a proof's counts beside the test run's own lines, whether or not it captures what tests print.
pub(crate) fn tell(line: &str) {
    writeln!(io::stderr(), "{line}").expect("stderr");
}
