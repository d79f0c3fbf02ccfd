//! In which a test is a sentence: an office with people, PCs and a relay, and what came of it.

mod lines;
mod moment;
mod office;
mod pc_log;
mod ran;

pub(crate) use moment::moment;
pub(crate) use office::Office;
pub(crate) use pc_log::pc_log;
