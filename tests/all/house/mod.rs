//! The house itself: who may know whom, where is printed, how long a file may be, that none is
//! forgotten, and what its documents promise.

mod rooms;
mod rules;
mod schemas;
mod source;
mod strictness;
