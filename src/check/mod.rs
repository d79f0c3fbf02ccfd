//! Gathers the sides of a range and remembers what holding them against each other showed.

mod findings;
mod operations;
mod ours;
mod reading;

pub use findings::{Asked, concerns, recall_answers, remember, with_stored};
pub use operations::other_operations;
pub use ours::{OurSide, Scope, Stored, our_side};
pub use reading::read;
