//! The state file: one SQLite file that remembers everything. All SQL of the program is in this room.

mod error;
mod file;
mod lock;
mod meta;
#[cfg(feature = "sandbox")]
mod rehearsal;
mod schema;
mod settings;
mod values;
mod write;

pub use error::Error;
pub use file::State;
pub use lock::RoundLock;
