//! Gathers the sides of a range and remembers what holding them against each other showed.

mod checking;
mod findings;
mod operations;
mod ours;
mod reading;

pub use checking::Checking;
pub use findings::{Asked, concerns, remember, with_stored};
pub use operations::other_operations;
pub use ours::{Gathering, Scope};
pub use reading::read;
