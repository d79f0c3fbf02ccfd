//! Everything that is proven of the program as a whole: the binary against a sandbox, the rules under random
//! logs, and the house itself.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod accounts;
mod command_line;
mod comparing;
mod delivery;
mod doubled_days;
mod failures;
mod findings;
mod fuzz;
mod harness;
mod hostile;
mod house;
mod manual_example;
mod month;
mod network;
mod people;
mod pictures;
mod profiles;
mod proof;
mod properties;
mod real_logs;
mod rehearse;
mod secrets;
mod sources;
mod state;
mod the_loop;
mod worked_days;
