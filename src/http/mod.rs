//! One HTTP client for both services: how it asks, and what an answer or a failure is.

mod answer;
mod cause;
mod encoding;
mod failure;
mod hiding;
mod service;
mod skew;
#[cfg(test)]
pub(crate) mod stand_in;

pub use answer::Answer;
pub use failure::{Failure, Reason};
pub use hiding::hide;
pub use service::{Ask, Options, Route, Service};
pub use skew::Skew;
