//! Each punch once: what can go wrong, crossed with itself. Every test run proves a part of it; all of it is
//! `PCPUNCH_PROOF=whole cargo test --test all proof -- --nocapture`.

mod histories;
pub(crate) mod scale;
