//! KING OF TIME: asking it, reading its answers, and telling what became of a punch.

mod client;
mod closed_hours;
mod closing;
mod config;
mod error;
mod list;
mod outcome;
mod pace;
mod reading;
mod record;
mod span;
mod turns;
mod wire;
mod words;

pub use client::{Kot, LONGEST_RETRY_AFTER};
pub use closed_hours::{BadHours, ClosedHours};
pub use closing::{ClosedDays, days as closed_days};
pub use config::{Budgets, Config, Requests, Surroundings};
pub use error::{Error, UNEXPECTEDLY_CLOSED};
pub use outcome::{NotApplied, Outcome, PunchAnswer, PunchRequest, Unknown, classify};
pub use pace::{Pace, WINDOW};
pub use reading::{Punches, Reading, days as time_records};
pub use record::{Malformed, Problem};
pub use turns::{Budget, Turn};
pub use wire::{Company, company, divisions, employees};
