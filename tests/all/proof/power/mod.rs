//! The power is cut under the program: what its disk holds then is any of what a disk may hold that honours fsync.

mod chance;
mod cut;
mod day;
mod first;
mod image;
mod journal;
mod layer;
mod lies;
mod platter;
mod rounds;
