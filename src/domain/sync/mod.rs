//! Taking over the people of KING OF TIME: what a sync changes, and what keeps it from doing so.

mod code_moves;
mod daily;
mod happening;
mod limits;
mod naming;
mod plan;

pub use code_moves::{CodeMove, code_move_findings};
pub use daily::{SyncTries, is_sync_due};
pub use happening::{Change, Facts, Happening};
pub use limits::Limit;
pub use naming::Nameless;
pub use plan::{Counts, Fetched, Known, SyncPlan, plan};

#[cfg(test)]
mod tests;
