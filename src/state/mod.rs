//! The state file: one SQLite file that remembers everything. All SQL of the program is in this room.

mod accounts;
mod attempts;
mod backup;
mod employees;
mod error;
mod file;
mod findings;
#[cfg(test)]
mod fixture;
mod freezes;
mod held_names;
mod imports;
mod integrity;
mod left_open;
mod lock;
mod logs;
mod material;
mod meta;
mod nights;
mod people_choices;
mod place;
mod policies;
mod progress;
mod prune;
mod punches;
#[cfg(feature = "sandbox")]
mod rehearsal;
mod restore;
mod runs;
mod schema;
mod set_aside;
mod settings;
mod shared;
mod sync_tries;
mod undo;
mod unread;
mod values;
mod write;

pub use accounts::Parked;
pub use attempts::{AcceptedPunch, AttemptId, Bounds, Ending};
pub use employees::PastSync;
pub use error::Error;
pub use file::State;
pub use findings::{Acknowledged, Acknowledging, OpenFinding};
pub use imports::{Origin, PastChange, PastImport, Undone};
pub use lock::RoundLock;
pub use logs::{Reading, Taken, ToldLog};
pub use meta::COMPANY_KEY;
pub use people_choices::Exclusion;
pub use place::Elsewhere;
pub use progress::Progress;
pub use prune::{Keep, Pruned};
pub use restore::Restoring;
pub use runs::{NO_ROUND, Run};
pub use shared::SharedState;
pub use undo::Obstacle;
