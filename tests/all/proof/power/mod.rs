//! The power is cut under the program: what its disk holds then is any of what a disk may hold that honours fsync.

mod chance;
mod cut;
mod day;
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
