//! Every setting: its key, its default, what it may be, its value and where that came from.

mod environment;

pub use environment::Environment;
