//! Gathers the three sides of a range and remembers what holding them against each other showed.

mod findings;
mod ours;
mod reading;

pub use findings::{concerns, remember, with_stored};
pub use ours::{OurSide, Scope, our_side};
pub use reading::read;
