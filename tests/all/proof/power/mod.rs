//! The power is cut under the program: what its disk holds then is any of what a disk may hold that honours fsync.
//! Or the disk goes on and fails: it is full, read-only or broken.

mod chance;
mod cut;
mod day;
mod failing_commands;
mod failing_rounds;
mod files;
mod first;
mod image;
mod journal;
mod layer;
mod lies;
mod log;
mod platter;
mod restore;
mod rounds;
