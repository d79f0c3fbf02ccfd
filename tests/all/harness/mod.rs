//! In which a test is a sentence: an office with people, PCs and a relay, and what came of it.

mod cage;
mod child;
mod failing;
mod findings;
mod lines;
mod looping;
mod measured;
mod moment;
mod office;
mod pc_log;
mod people;
mod ran;
mod rounds;
mod schemas;
mod sleep;
mod small_disk;
mod state;
mod terminal;
mod umask;

pub(crate) use child::Running;
pub(crate) use looping::Looping;
pub(crate) use measured::Measured;
pub(crate) use moment::moment;
pub(crate) use office::{Checked, Office};
pub(crate) use pc_log::pc_log;
pub(crate) use people::{HANAKO, TARO};
pub(crate) use ran::Ran;
pub(crate) use rounds::Noted;
pub(crate) use schemas::Strict;
