//! One HTTP client for both services: how it asks, and what an answer or a failure is.

mod answer;
mod cause;
mod encoding;
mod failure;
mod options;
mod service;
mod skew;
#[cfg(test)]
pub(crate) mod stand_in;

pub use answer::Answer;
pub use failure::{Failure, Reason};
pub use options::{Options, Route};
pub use service::{Ask, Service};
pub use skew::Skew;
