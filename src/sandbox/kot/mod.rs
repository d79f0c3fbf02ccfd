//! The stand-in for KING OF TIME: the rules of section 13 of its spec, and what a test can turn.

mod gates;
mod handle;
mod people;
mod punches;
mod readings;
mod refusal;
mod routes;
mod switches;
mod wire;
mod world;

pub use handle::Kot;
pub use people::{Employee, key_of};
pub use switches::{Access, ClosedHours, DataKind, IdenticalPunch, Seconds, Switches, UnknownKey};
pub use world::StoredPunch;
