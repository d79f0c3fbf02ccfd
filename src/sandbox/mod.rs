//! A MaLion and a KING OF TIME on loopback, with their rules, their faults and a record of what they were asked.
//!
//! Everything here is a plain blocking API; the servers run on threads of their own and end with the `Sandbox`.
//! The room has its own wire types and shares no code with the clients it is asked by: a shared mistake would pass
//! every test.

mod answer;
mod asked;
#[cfg(test)]
mod caller;
mod clock;
mod desk;
mod door;
mod fault;
mod hold;
mod kot;
mod malion;
mod record;
mod reshape;
mod running;
mod server;

pub use fault::{Canned, Fault, On};
pub use hold::{Boundary, Hold};
pub use kot::{
    Access, ClosedHours, DataKind, Employee, IdenticalPunch, Kot, Seconds, StoredPunch, Switches,
    UnknownKey, key_of,
};
pub use malion::{Log, Malion, Shape};
pub use record::Request;
pub use reshape::Reshape;
pub use running::{Ports, Sandbox};
