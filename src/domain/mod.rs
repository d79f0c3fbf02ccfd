//! The words of the job and its rules. No I/O, no clock, no SQL, no HTTP.

pub mod account;
pub mod employee;
pub mod finding;
pub mod import;
pub mod near_miss;
pub mod pc_log;
pub mod punch;
pub mod reassignment;
pub mod secret;
pub mod sync;
pub mod time;
