//! The house itself: who may know whom, where is printed, how long a file may be, and that none is forgotten.

mod rooms;
mod rules;
mod source;
