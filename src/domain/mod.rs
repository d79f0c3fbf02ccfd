//! The words of the job and its rules. No I/O, no clock, no SQL, no HTTP.

pub mod account;
pub mod employee;
pub mod finding;
pub mod pc_log;
pub mod punch;
pub mod secret;
pub mod time;
