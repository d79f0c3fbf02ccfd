//! KING OF TIME: asking it, reading its answers, and telling what became of a punch.

mod client;
mod closed_hours;
mod closing;
mod config;
mod error;
mod outcome;
mod pace;
mod reading;
mod record;
mod records;
mod span;
mod turns;
mod wire;
mod words;

pub use client::{Kot, LONGEST_RETRY_AFTER};
pub use closed_hours::{BadHours, ClosedHours};
pub use closing::ClosedDays;
pub use config::{Budgets, Config, Requests, Surroundings};
pub use error::{Error, UNEXPECTEDLY_CLOSED};
pub use outcome::{NotApplied, Outcome, PunchAnswer, PunchRequest, Unknown, classify};
pub use pace::Pace;
pub use reading::{Punches, Reading};
pub use record::{Malformed, Problem};
pub use turns::{Budget, Turn};
pub use wire::Company;
