//! Every setting: its key, its default, what it may be, its value and where that came from.

mod environment;
mod error;
mod from_command;
mod key;
mod kind;
mod parse;
mod resolve;
mod typed;

pub use environment::Environment;
pub use error::{BadValue, Error};
pub use from_command::CommandError;
pub use key::Key;
pub use kind::Kind;
pub use parse::{is_loopback, is_loopback_url};
pub use resolve::{Origin, Resolved, Settings};
pub use typed::{DayBorder, InClosedHours, Proxy};
