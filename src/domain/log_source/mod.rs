//! How a source of logs writes: its fields, its times and its words, whatever carries them.

mod field;
mod record;
mod time_format;
mod words;

pub use field::Field;
pub use record::{Cell, Fault, Problem, Reading, Record};
pub use time_format::{BadTimeFormat, TimeFormat, Zone};
pub use words::Words;
