//! Every command and every setting of the contract: missing, wrong and good.

mod asking;
pub(crate) mod commands;
mod global;
mod positional;
mod progress;
mod schema;
mod settings;
