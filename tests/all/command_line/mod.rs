//! Every command and every setting of the contract: missing, wrong and good.

pub(crate) mod commands;
mod global;
mod positional;
mod progress;
mod schema;
mod settings;
