//! The stand-in for MaLion, as the profile `assumed-v1` describes it.

mod handle;
mod routes;
mod shapes;
mod wire;
mod world;

pub use handle::Malion;
pub use shapes::Shape;
pub use world::Log;
