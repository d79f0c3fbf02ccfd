//! The three sides held against each other: what the PCs logged, what was punched, what KING OF TIME shows
//! (logs-check, manual chapters 4 and 5).

mod answered;
mod compare;
mod day;
mod range;
mod sides;
mod status;

pub use answered::{can_be_answered, is_answered};
pub use range::{Checked, Reconciliation, Row};
pub use sides::{KotSide, OurDay, OurDays, PcDay, Terms, Tolerance};
pub use status::{Status, WaitingFor};

#[cfg(test)]
mod tests;
