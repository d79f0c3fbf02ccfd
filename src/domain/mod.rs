//! The words of the job and its rules. No I/O, no clock, no SQL, no HTTP.

pub mod account;
pub mod decide;
pub mod delivery;
pub mod employee;
pub mod finding;
pub mod freeze;
pub mod import;
pub mod near_miss;
pub mod ownership;
pub mod pc_log;
pub mod picture;
pub mod plan;
pub mod punch;
pub mod reassignment;
pub mod reconcile;
pub mod rules;
pub mod screening;
pub mod secret;
pub mod session;
pub mod shared_name;
pub mod sync;
pub mod time;
pub mod timesheet;
pub mod unlinked;
pub mod unread;
pub mod work_day;
