//! The house itself: who may know whom, where is printed, how long a file may be, that none is forgotten, what its
//! documents promise, that README tells the truth in both languages, that texts for people stand in the catalogues, and
//! that what is installed beside the program is in order.

mod checkers;
mod completed;
mod examples;
mod page;
mod prose;
mod readme;
mod rooms;
mod rules;
mod schemas;
mod source;
mod strictness;
mod typed;
mod units;
