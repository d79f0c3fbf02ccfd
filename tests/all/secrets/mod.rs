//! Secrets are planted in every place from which the program takes them, and must not turn up in any other,
//! whatever is done and whatever fails.

mod at_rest;
mod commands;
mod echoes;
mod failures;
mod files;
mod in_memory;
mod planted;
mod rotation;
mod typed;
