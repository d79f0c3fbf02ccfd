//! The state file: one SQLite file that remembers everything. All SQL of the program is in this room.

mod accounts;
mod attempts;
mod employees;
mod error;
mod file;
mod findings;
#[cfg(test)]
mod fixture;
mod integrity;
mod lock;
mod logs;
mod material;
mod meta;
mod progress;
mod punches;
#[cfg(feature = "sandbox")]
mod rehearsal;
mod runs;
mod schema;
mod settings;
mod shared;
mod values;
mod write;

pub use accounts::Parked;
pub use attempts::{AcceptedPunch, AttemptId, Bounds, Ending};
pub use employees::PastSync;
pub use error::Error;
pub use file::State;
pub use findings::{Acknowledged, Acknowledging, OpenFinding};
pub use lock::RoundLock;
pub use logs::{Reading, Taken, ToldLog};
pub use meta::COMPANY_KEY;
pub use progress::Progress;
pub use runs::Run;
pub use shared::SharedState;
